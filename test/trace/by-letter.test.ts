/**
 * Requests between States, by letter: the least of ITI 17, clocks that stand while more is wanted, limits that bind the next
 * request, late answers, and what is counted.
 *
 * @clause ITI 15, ITI 17, ITI 18, ITI 19, ITI 21, C-09, C-10, C-20
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { acknowledgeRequest } from '../../src/acts/acknowledge-request.ts';
import { closeTrace } from '../../src/acts/close-trace.ts';
import { composeTraceRequest } from '../../src/acts/compose-request.ts';
import { countTraces } from '../../src/acts/count-traces.ts';
import { listTraces } from '../../src/acts/list-traces.ts';
import { newId } from '../../src/acts/office.ts';
import { sendRequest } from '../../src/acts/send-request.ts';
import { refusalOf } from '../../src/acts/undone.ts';
import { writeInRequest } from '../../src/acts/write-in-request.ts';
import type { Happened } from '../../src/domain/base/happened.ts';
import type { TraceAnswer } from '../../src/domain/trace/answer.ts';
import type { HandlingLimit, Photograph } from '../../src/domain/trace/request.ts';
import { codeOf } from '../acts/registry.ts';
import { asksAbout, furtherIn, type Held, letterIn } from './letters.ts';
import { answer, DAY_MS, GROUND, openState, type StateNode, seizeAndOpen, viewOf } from './states.ts';

let xa: StateNode;
before(async () => {
  xa = await openState('XA');
});
after(() => xa.close());

const to = (...countries: string[]) => countries.map((country) => ({ country, channel: 'letter' }));
const exported = (country: string, limits: readonly HandlingLimit[] = []): TraceAnswer => ({
  ...{ reference: 'XB-9', kind: 'full', chain: [], searched: [], withheld: [], limits },
  exportedTo: { country, licence: 'E-12', happened: '2014-05' as Happened },
});
const requestOf = async ({ trace, request }: Held) =>
  (await viewOf(xa, trace)).requests.find(({ id }) => id === request)!;
const later = (instant: string, millis: number) => new Date(Date.parse(instant) + millis).toISOString();

test('ITI 17: what is not said keeps a request from leaving, to all addressees or none', async () => {
  const { trace } = await seizeAndOpen(xa, { serial: 'RA-10001' });
  const send = (more: object) => xa.tries(sendRequest, { trace, to: to('XB'), ground: GROUND, ...more });
  const lacking: readonly (readonly [string, object])[] = [
    ['law', { ground: { ...GROUND, law: '' } }],
    ['ground', { ground: { ...GROUND, codes: [] } }],
    ['embargo', { ground: { ...GROUND, codes: ['embargo-breached'] } }],
    ['circumstances', { recovery: { circumstances: '' } }],
    ['authority', { recovery: { authority: '' } }],
    ['marks', { item: { marks: [] } }],
    ['calibre', { item: { calibre: '' } }],
    ['use', { use: { code: 'other' } }],
    ['urgency-reason', { urgency: { level: 'urgent' } }],
    ['mandate', { requester: { kind: 'un-panel', name: 'Panel' } }],
  ];
  for (const [missing, fields] of lacking) {
    const refused = await send(fields);
    assert.deepEqual(
      [codeOf(refused), 'facts' in refused && refused.facts],
      ['request-incomplete', { missing }],
    );
    const composed = await xa.does(composeTraceRequest, { trace, ground: GROUND, ...fields });
    assert.deepEqual(composed.missing, [missing]);
  }
  const unknown = [...to('XB'), { country: 'XD', peer: newId(xa.office) }];
  assert.notEqual(codeOf(await send({ to: unknown })), 'kept');
  assert.deepEqual((await viewOf(xa, trace)).requests, [], 'nothing left');
  assert.equal(codeOf(await send({ to: to('XB', 'XD') })), 'kept');
  const { requests } = await viewOf(xa, trace);
  const references = requests.map(({ ourReference }) => ourReference);
  assert.equal(new Set(references).size, 2, 'each addressee answers to a reference of its own');
  await xa.does(closeTrace, { trace, outcome: 'not-attempted', words: 'x' });
  assert.equal(codeOf(await send({})), 'trace-closed');
});

test('ITI 19, ITI 21: clocks run from the request, and stand while more is wanted', async () => {
  const held = await letterIn(xa.office, asksAbout('RB-20001'));
  const fresh = await requestOf(held);
  assert.equal(fresh.acknowledgeDue, later(fresh.asked, 7 * DAY_MS));
  assert.equal(fresh.answerDue, later(fresh.asked, 30 * DAY_MS));
  await xa.does(acknowledgeRequest, held);
  assert.equal((await requestOf(held)).acknowledgeDue, undefined);
  assert.equal(codeOf(await xa.tries(acknowledgeRequest, held)), 'request-acknowledged');
  xa.pass(5 * DAY_MS);
  await xa.does(writeInRequest, { ...held, kind: 'more-wanted', text: 'A photograph?', fields: ['marks'] });
  const stands = await requestOf(held);
  assert.deepEqual([stands.status, stands.answerDue], ['more-wanted', undefined]);
  const desk = await xa.does(listTraces, {});
  assert.ok(
    !desk.due.some(({ request }) => request === held.request),
    'nothing is due while the clock stands',
  );
  xa.pass(10 * DAY_MS);
  await furtherIn(xa.office, held, { kind: 'more-given', content: { text: 'Here it is.' } });
  const runs = await requestOf(held);
  const at = (kind: string): number => Date.parse(runs.said.find((one) => one.kind === kind)!.at!);
  const stood = at('more-given') - at('more-wanted');
  assert.ok(stood >= 10 * DAY_MS);
  assert.equal(runs.answerDue, later(runs.asked, 30 * DAY_MS + stood));
  xa.pass(40 * DAY_MS);
  const [late] = (await xa.does(listTraces, {})).due.filter(({ request }) => request === held.request);
  assert.deepEqual([late?.what, late?.isLate], ['answer', true]);
});

test('each side says only what is its to say', async () => {
  const held = await letterIn(xa.office, asksAbout('RB-20002'));
  for (const kind of ['more-given', 'clarification-wanted', 'withdrawn'])
    assert.equal(
      codeOf(await xa.tries(writeInRequest, { ...held, kind, text: 'x' })),
      'not-ours-to-say',
      kind,
    );
  const theirs = furtherIn(xa.office, held, { kind: 'answer', content: exported('XD') });
  assert.equal(refusalOf(await theirs.catch((error) => error)).refused, 'not-theirs-to-say');
  const { trace } = await seizeAndOpen(xa, { serial: 'RB-20003' });
  const { made: request } = await xa.does(sendRequest, { trace, to: to('XB'), ground: GROUND });
  assert.equal(codeOf(await xa.tries(acknowledgeRequest, { trace, request })), 'not-ours-to-say');
});

test('C-09: an answer under a limit goes to no next State without a written consent', async () => {
  const { trace } = await seizeAndOpen(xa, { serial: 'RC-30001' });
  const { made: request } = await xa.does(sendRequest, { trace, to: to('XB'), ground: GROUND });
  const held = { trace, request: request! };
  const limits = [{ code: 'no-release-to-others' as const }];
  await furtherIn(xa.office, held, { kind: 'answer', content: exported('XD', limits) });
  const composed = await xa.does(composeTraceRequest, { trace, ground: GROUND });
  assert.deepEqual([composed.keptBack, composed.request.earlier], [['XB'], undefined]);
  assert.deepEqual(composed.addressees[0], { country: 'XD', reason: 'exported-there', licence: 'E-12' });
  const next = await xa.does(sendRequest, { trace, to: to('XD'), ground: GROUND });
  const sent = await requestOf({ trace, request: next.made! });
  assert.doesNotMatch(JSON.stringify(sent.content), /XB|E-12/);
  const consents = [{ country: 'XB', consent: 'Note 14/2026' }];
  const agreed = await xa.does(composeTraceRequest, { trace, ground: GROUND, consents });
  assert.deepEqual([agreed.keptBack, agreed.request.earlier?.[0]?.says], [[], 'exported XD 2014-05 E-12']);
});

test('C-10: an answer without such a limit goes with the next request', async () => {
  const { trace } = await seizeAndOpen(xa, { serial: 'RC-30002' });
  const { made: request } = await xa.does(sendRequest, { trace, to: to('XB'), ground: GROUND });
  const limits = [{ code: 'purposes-of-the-iti' as const }];
  await furtherIn(
    xa.office,
    { trace, request: request! },
    { kind: 'answer', content: exported('XD', limits) },
  );
  const next = await xa.does(sendRequest, { trace, to: to('XD'), ground: GROUND });
  const { content } = await requestOf({ trace, request: next.made! });
  assert.deepEqual(
    content?.earlier?.map(({ country }) => country),
    ['XB'],
  );
});

test('C-10: a late answer opens a closed trace again', async () => {
  const { trace } = await seizeAndOpen(xa, { serial: 'RD-40001' });
  const { made: request } = await xa.does(sendRequest, { trace, to: to('XB'), ground: GROUND });
  await xa.does(closeTrace, {
    trace,
    outcome: 'insufficient-information',
    failure: 'never-answered',
    words: 'x',
  });
  await furtherIn(xa.office, { trace, request: request! }, { kind: 'answer', content: exported('XD') });
  const view = await viewOf(xa, trace);
  assert.deepEqual([view.status, view.reopened, view.requests[0]?.status], ['open', 1, 'answered']);
});

test('photographs that are none are refused, with the request and with what is given later', async () => {
  const bytes = Buffer.from('no picture').toString('base64url');
  const bad: Photograph = {
    ...{ side: 'left', hasScale: false, mediaType: 'image/jpeg', digest: '0'.repeat(64), bytes },
  };
  const content = asksAbout('RE-50001', { photographs: [bad] });
  const refused = await letterIn(xa.office, content).catch(refusalOf);
  assert.equal(codeOf(refused), 'photograph-damaged');
  const held = await letterIn(xa.office, asksAbout('RE-50001'));
  await xa.does(writeInRequest, { ...held, kind: 'more-wanted', text: 'A photograph?' });
  const given = furtherIn(xa.office, held, {
    kind: 'more-given',
    content: { text: 'Here.', request: content },
  });
  assert.equal(refusalOf(await given.catch((error) => error)).refused, 'photograph-damaged');
  assert.equal((await requestOf(held)).status, 'more-wanted');
});

test('C-20: what was answered counts as answered also after the requester closed, by the day of the answer', async () => {
  const count = async () => {
    const { requests } = await xa.does(countTraces, {});
    return requests.filter(({ country, ours }) => country === 'XE' && ours === 'responder');
  };
  const asked = asksAbout('RF-60001', { requester: { kind: 'state', name: 'XE', country: 'XE' } });
  const held = await letterIn(xa.office, asked);
  xa.pass(4 * DAY_MS);
  await answer(xa, held, { kind: 'no-record' });
  xa.pass(50 * DAY_MS);
  await furtherIn(xa.office, held, { kind: 'closed', content: { outcome: 'no-record' } });
  const [row] = await count();
  assert.deepEqual([row?.requests, row?.acknowledged, row?.answered, row?.open], [1, 1, 1, 0]);
  assert.ok(row!.medianDays! >= 4 && row!.medianDays! < 50, `${row?.medianDays}`);
});
