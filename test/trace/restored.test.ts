/**
 * A State whose register was restored from an older backup gets back from its partner what it had said and lost, takes once more what
 * it had taken and lost, and until then says nothing new; over HTTP and over files, with real backups.
 *
 * @clause J-04, C-13
 */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { acknowledgeRequest } from '../../src/acts/acknowledge-request.ts';
import { draftAnswer } from '../../src/acts/draft-answer.ts';
import { deliverNow } from '../../src/acts/exchange-deliver.ts';
import { sendMessage } from '../../src/acts/exchange-send.ts';
import { listPeers } from '../../src/acts/list-peers.ts';
import { newId } from '../../src/acts/office.ts';
import { ownCard } from '../../src/acts/own-card.ts';
import { rotateKeys } from '../../src/acts/publish-card.ts';
import { releaseAnswer } from '../../src/acts/release-answer.ts';
import { resumePeer } from '../../src/acts/resume-peer.ts';
import { viewExchange } from '../../src/acts/view-exchange.ts';
import { writeInRequest } from '../../src/acts/write-in-request.ts';
import { partsOfSigned } from '../../src/domain/exchange/restored.ts';
import { verifiedLedger } from '../ledger/verified.ts';
import { assertAlike, type Carry, restore, resultsOf, save, WAYS, waitingWork } from './restoring.ts';
import {
  answer,
  ask,
  deliverAll,
  good,
  heldOf,
  networkOf,
  openStates,
  type StateNode,
  seizeAndOpen,
  viewOf,
} from './states.ts';

const pistol = (n: number) => ({ serial: `XR-70${n}17` });

/** A request answered halfway when the backup is made; after it more is asked, said and answered in both directions. */
async function liveOn(t: TestContext, [a, b]: readonly [StateNode, StateNode], carry: Carry) {
  const first = (await seizeAndOpen(a, pistol(1))).trace;
  const one = await ask(a, first, [b]);
  await carry([a, b]);
  await b.does(acknowledgeRequest, await heldOf(b, one));
  await carry([a, b]);
  const saved = await save(t, b);
  await b.does(rotateKeys, {});
  const held = await heldOf(b, one);
  const { made: draft } = await b.does(draftAnswer, { ...held, kind: 'no-record' });
  await b.does(releaseAnswer, { trace: held.trace, draft, decision: 'release' }, b.second);
  const second = (await seizeAndOpen(a, pistol(2))).trace;
  const two = await ask(a, second, [b]);
  const third = (await seizeAndOpen(b, pistol(3))).trace;
  const three = await ask(b, third, [a]);
  await carry([a, b]);
  await carry([a, b]);
  await answer(b, await heldOf(b, two), { kind: 'no-record' });
  await answer(a, await heldOf(a, three), { kind: 'no-record' });
  await carry([a, b]);
  await carry([a, b]);
  return { saved, threads: [one, two, three] };
}

for (const [name, way] of Object.entries(WAYS))
  test(`J-04: over ${name} a restored State gets back what it said, and takes again what it took`, async (t) => {
    const [a, lost] = await openStates('XA', 'XB');
    t.after(() => Promise.all([a!.close(), lost!.close()]));
    const { carry, restored } = await way(t, [a!, lost!]);
    const { saved, threads } = await liveOn(t, [a!, lost!], carry);
    const b = await restore(t, lost!, saved);
    await restored(b);
    const held = await heldOf(b, threads[0]!);
    const early = await b.tries(writeInRequest, { ...held, kind: 'more-wanted', text: 'A photograph?' });
    assert.equal('refused' in early && early.refused, 'peer-catching-up');
    const receipts = await a!.db.rows('select message_id, receipt from outbox order by message_id');

    await carry([a!, b]);

    for (const thread of threads) assert.equal(await assertAlike(a!, b, thread), 'no-record');
    for (const node of [a!, b]) {
      assert.deepEqual(await resultsOf(node), ['taken'], `all that ${node.state} said was taken`);
      assert.equal((await node.does(listPeers, {})).peers[0]!.lost, undefined);
    }
    assert.deepEqual(
      await a!.db.rows('select message_id, receipt from outbox where type not like $1 order by message_id', [
        'peer/g%',
      ]),
      receipts,
      'receipts of what was taken remain',
    );
    const newest = good(await b.db.transaction((tx) => ownCard(tx, b.office))).card.seq;
    assert.equal(newest, good(await lost!.db.transaction((tx) => ownCard(tx, lost!.office))).card.seq);
    // The trace of the third request had to be begun anew, without its arm: somebody looks at that.
    assert.deepEqual(await waitingWork(b), ['exchange-gap']);
    await b.does(resumePeer, { peer: a!.node, why: 'The arm was recorded anew.' });
    assert.deepEqual(await waitingWork(b), []);

    await b.does(writeInRequest, { ...held, kind: 'more-wanted', text: 'A photograph?' });
    await carry([a!, b]);
    for (const thread of threads) await assertAlike(a!, b, thread);
    assert.deepEqual(await resultsOf(b), ['taken']);
    for (const node of [a!, b]) await verifiedLedger(node);
  });

test('J-04: a place that nobody holds any more is named on both sides, and what stood behind it is handled', async (t) => {
  const [a, lost] = await openStates('XA', 'XB');
  t.after(() => Promise.all([a!.close(), lost!.close()]));
  const { trace } = await seizeAndOpen(a!, pistol(4));
  const thread = await ask(a!, trace, [lost!]);
  await deliverAll([a!, lost!]);
  const held = await heldOf(lost!, thread);
  await lost!.does(acknowledgeRequest, held);
  await deliverAll([a!, lost!]);
  const saved = await save(t, lost!);
  await lost!.does(writeInRequest, { ...held, kind: 'more-wanted', text: 'This never arrives.' });
  await lost!.does(writeInRequest, {
    ...held,
    kind: 'more-wanted',
    text: 'This arrives ahead of its place.',
  });
  const [ahead] = await lost!.db.rows<{ sealed: Buffer }>(
    'select sealed from outbox order by seq desc limit 1',
  );
  const post = networkOf([a!]);
  assert.equal(((await post(new URL(a!.address), ahead!.sealed)) as { status: number }).status, 200);
  const b = await restore(t, lost!, saved);
  for (let round = 0; round < 3; round++) {
    await deliverAll([a!, b]);
    for (const node of [a!, b]) node.pass(3_600_000);
  }
  await assertAlike(a!, b, thread);
  const { said } = (await viewOf(a!, trace)).requests[0]!;
  assert.deepEqual(
    said.filter(({ side }) => side === 'responder').map(({ seq, text }) => [seq, text]),
    [
      [1, undefined],
      [3, 'This arrives ahead of its place.'],
    ],
  );
  for (const node of [a!, b]) {
    assert.deepEqual(await waitingWork(node), ['exchange-gap']);
    const { sent, came } = await node.does(viewExchange, {});
    const gaps = [...sent, ...came].filter(({ state }) => state === 'lost');
    assert.deepEqual(
      gaps.map(({ thread: of, seq, type }) => [of, seq, type]),
      [[thread, 2, 'peer/gap']],
    );
  }
  await b.does(writeInRequest, { ...held, kind: 'more-wanted', text: 'Once more.' });
  await deliverAll([a!, b]);
  await assertAlike(a!, b, thread);
  for (const node of [a!, b]) await verifiedLedger(node);
});

test('J-04: what no key of ours signed takes its place and nothing else; a person may go on without an answer', async (t) => {
  const [a, lost] = await openStates('XA', 'XB');
  t.after(() => Promise.all([a!.close(), lost!.close()]));
  const { trace } = await seizeAndOpen(a!, pistol(5));
  const thread = await ask(a!, trace, [lost!]);
  await deliverAll([a!, lost!]);
  const held = await heldOf(lost!, thread);
  await lost!.does(acknowledgeRequest, held);
  await deliverAll([a!, lost!]);
  const saved = await save(t, lost!);
  await lost!.does(writeInRequest, { ...held, kind: 'more-wanted', text: 'Said and lost.' });
  await deliverAll([a!, lost!]);
  const b = await restore(t, lost!, saved);
  const [row] = await a!.db.rows<{ id: string; digest: string; made: string; signed: Buffer }>(
    "select message_id as id, digest, made_at as made, signed from inbox where type = 'trace/more-wanted'",
  );
  const said = structuredClone(partsOfSigned(row!.signed.toString('latin1'))!);
  const { body } = said.message as { body: { content: { text: string } } };
  body.content.text = 'Never said.';
  const places = [
    {
      ...{
        message: row!.id,
        thread,
        seq: 2,
        type: 'trace/more-wanted',
        digest: row!.digest,
        made: row!.made,
      },
      ...{ result: 'taken', said },
    },
  ];
  const forged = { asked: newId(a!.office), places, last: true };
  const message = {
    peer: b.node,
    type: 'peer/given-back',
    thread: newId(a!.office),
    body: forged as never,
  } as const;
  good(await a!.db.transaction((tx) => sendMessage(tx, a!.office, message)));
  await deliverNow(a!.office, networkOf([b]));
  const requests = async () => (await viewOf(b, held.trace)).requests[0]!.said.length;
  assert.equal(await requests(), 2, 'what was altered is not ours');
  assert.notEqual((await b.does(listPeers, {})).peers[0]!.lost, undefined, 'it answers another question');
  await b.does(resumePeer, { peer: a!.node, why: 'Settled by telephone.' });
  await b.does(writeInRequest, { ...held, kind: 'more-wanted', text: 'In the next place.' });
  await deliverAll([a!, b]);
  const [last] = await b.db.rows<{ seq: number; result: string }>(
    'select seq, result from outbox where thread_id = $1 order by seq desc limit 1',
    [thread],
  );
  assert.deepEqual(last, { seq: 3, result: 'taken' }, 'the place that is named counts as used');
});
