/**
 * A trace through three States: recovered in XC with a damaged number, made in XA and exported to XB, sold there and stolen.
 * Nobody types a mark twice.
 *
 * @clause ITI 16, ITI 17, ITI 18, C-10
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closeTrace } from '../../src/acts/close-trace.ts';
import { composeTraceRequest } from '../../src/acts/compose-request.ts';
import { decideMatch } from '../../src/acts/decide-match.ts';
import { recordTraceFinding } from '../../src/acts/record-trace-finding.ts';
import { takeArm } from '../../src/acts/take-arm.ts';
import { verifiedLedger } from '../ledger/verified.ts';
import {
  answer,
  ask,
  deliverAll,
  heldOf,
  openStates,
  party,
  registerPistol,
  type StateNode,
  seizeAndOpen,
  viewOf,
} from './states.ts';

const SERIAL = 'XQ-900077076';
const READ = 'XQ-9000770?6';

/** An officer looks at the candidates that the trace proposes, and decides on the first. */
async function identifyAndTake(at: StateNode, trace: string, arm: string): Promise<void> {
  const decided = await at.does(decideMatch, {
    reading: READ,
    maker: 'Belmor-Hask',
    arm,
    decision: 'same',
    why: 'Number and model agree.',
  });
  await at.does(takeArm, { trace, match: decided.subject });
}

test('C-10: three States, two hops, one point of diversion, and every step in its ledgers', async (t) => {
  const [xa, xb, xc] = (await openStates('XA', 'XB', 'XC')) as [StateNode, StateNode, StateNode];
  const all = [xa, xb, xc];
  t.after(() => Promise.all(all.map((node) => node.close())));
  const licence = { kind: 'licence', number: 'XA/EX/2019-0417', authority: 'Ministère' };
  const abroad = await party(xa, 'foreign-state', 'République de Borrane (XB)');
  const made = await registerPistol(xa, { serial: SERIAL }, [
    { type: 'exported', happened: '2019-06-17', to: { owner: abroad }, basis: licence },
  ]);
  const dealer = await party(xb, 'dealer', 'Armurerie Kessel');
  const holder = await party(xb, 'person', 'Lena Ostrow');
  const held = await registerPistol(xb, { serial: SERIAL }, [
    { type: 'imported', happened: '2019-07-02', to: { owner: dealer, keeper: dealer }, basis: licence },
    { type: 'sold', happened: '2021-03-09', from: { owner: dealer }, to: { owner: holder, keeper: holder } },
    { type: 'stolen', happened: '2024-11-03', basis: { kind: 'complaint', number: 'PV 2024/1187' } },
  ]);
  const { trace } = await seizeAndOpen(xc, { serial: READ, condition: 'partly-legible' });

  const composed = await xc.does(composeTraceRequest, { trace });
  assert.deepEqual(composed.missing, ['law'], 'ITI 17(a): the law is asked for in words');
  assert.deepEqual(composed.addressees[0], { country: 'XA', reason: 'manufacture' });
  const first = await ask(xc, trace, [xa]);
  await deliverAll(all);
  const atXa = await heldOf(xa, first);
  assert.equal((await viewOf(xa, atXa.trace)).looks[0]?.registers[0]?.outcome, 'found');
  await identifyAndTake(xa, atXa.trace, made);
  await answer(xa, atXa, { kind: 'full' });
  await deliverAll(all);

  const afterXa = await viewOf(xc, trace);
  assert.equal(afterXa.requests[0]?.status, 'answered');
  assert.deepEqual(afterXa.addressees[0], {
    country: 'XB',
    reason: 'exported-there',
    licence: 'XA/EX/2019-0417',
  });
  const second = await ask(xc, trace, [xb]);
  await deliverAll(all);
  const atXb = await heldOf(xb, second);
  const asked = (await viewOf(xb, atXb.trace)).requests[0]?.content;
  assert.deepEqual(
    asked?.item.marks.map(({ text }) => text),
    [READ],
    'the mark as it was read, typed once',
  );
  assert.equal(asked?.earlier?.[0]?.says, 'exported XB 2019-06-17 XA/EX/2019-0417');
  await identifyAndTake(xb, atXb.trace, held);
  await answer(xb, atXb, { kind: 'full' });
  await deliverAll(all);

  const answered = (await viewOf(xc, trace)).requests[1]?.answers[0];
  assert.equal(answered?.irregularity?.event, 'stolen');
  assert.equal(answered?.irregularity?.reference, 'PV 2024/1187');
  assert.equal(answered?.lastLawful?.holder.kind, 'person');
  assert.equal(answered?.lastLawful?.holder.name, undefined, 'no natural person without a second decision');
  assert.deepEqual(answered?.withheld, [{ what: 'persons', ground: 'confidentiality-law' }]);

  await xc.does(recordTraceFinding, {
    trace,
    finding: 'point-of-diversion',
    authority: 'Parquet de Calvero',
    happened: '2024-11-03',
    stage: 'civil-possession',
    country: 'XB',
    words: 'Stolen from a holder; complaint PV 2024/1187.',
  });
  await xc.does(closeTrace, {
    trace,
    outcome: 'traced-to-point-of-diversion',
    words: 'Theft from a holder in XB.',
  });
  await deliverAll(all);
  for (const [node, held] of [
    [xa, atXa],
    [xb, atXb],
  ] as const) {
    const [told] = (await viewOf(node, held.trace)).requests;
    assert.deepEqual([told?.status, told?.closed], ['answered', true], 'told of the end, and still answered');
  }
  assert.equal((await viewOf(xc, trace)).closing?.stage, 'civil-possession');
  for (const node of all) await verifiedLedger(node);
});
