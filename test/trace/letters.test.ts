/**
 * Partners without this software: what comes as a paper is registered once and goes the way of what a node sends, with its scan,
 * its clocks from the day on which it came, and a named person's translation beside it.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { acknowledgeRequest } from '../../src/acts/acknowledge-request.ts';
import { addPaper } from '../../src/acts/add-paper.ts';
import { composeTraceRequest } from '../../src/acts/compose-request.ts';
import { copyForEmbargo } from '../../src/acts/copy-for-embargo.ts';
import { listPapers } from '../../src/acts/list-papers.ts';
import type { Actor } from '../../src/acts/office.ts';
import { registerMessage } from '../../src/acts/register-message.ts';
import { setTraceRules } from '../../src/acts/set-trace-rules.ts';
import { translateMessage } from '../../src/acts/translate-message.ts';
import { viewDocument } from '../../src/acts/view-document.ts';
import { viewMessage } from '../../src/acts/view-message.ts';
import { viewOriginal } from '../../src/acts/view-original.ts';
import { viewTrace } from '../../src/acts/view-trace.ts';
import { writeInRequest } from '../../src/acts/write-in-request.ts';
import { PDF, plainPicture } from '../acts/pictures.ts';
import { codeOf, kept, type Registry, registry } from '../acts/registry.ts';
import { answerTo, requestFrom } from './said.ts';

const TODAY = '2026-03-20';
let r: Registry;
before(async () => {
  r = await registry({ clock: () => Date.parse(`${TODAY}T09:00:00Z`) });
});
after(() => r?.close());

const register = (more: object = {}, content: object = {}) =>
  r.run(registerMessage, {
    ...{ channel: 'letter', received: '2026-03-10', dated: '2026-03-02' },
    said: { kind: 'request', content: requestFrom('XC', content) },
    ...more,
  });
const of = (trace: string) => r.run(viewTrace, { trace }).then(kept);
const within = (arms: Actor['scope']['arms'], parties: string[] = []): Actor => ({
  ...r.actor,
  scope: { ...r.actor.scope, arms, parties },
});

test('a letter is a request like any other: its clocks run from the day on which it came', async () => {
  const done = kept(await register());
  assert.deepEqual([done.missing, done.warnings.includes('no-left-side')], [[], true]);
  const view = await of(done.trace);
  const [request] = view.requests;
  assert.deepEqual(
    [view.kind, request?.status, request?.channel, request?.country, request?.theirReference],
    ['asked', 'asked', 'letter', 'XC', 'XC-77'],
  );
  assert.equal(view.looks.length, 1, 'the register was looked through at once');
  assert.equal(request?.asked.slice(0, 10), '2026-03-10');
  assert.equal(request?.acknowledgeDue?.slice(0, 10), '2026-03-17', 'seven days from the day it came');
  assert.equal(request?.answerDue?.slice(0, 10), '2026-04-09');
  assert.equal(request?.said[0]?.sent.slice(0, 10), '2026-03-02', 'the date on the paper');
});

test('what ITI 17 asks for and the letter does not say is told, and asking for it stops the clock', async () => {
  const lacking = {
    reference: 'XC-78',
    ground: { codes: [], law: '' },
    item: { kind: 'arm', class: 'pistol', marks: [] },
  };
  const done = kept(await register({}, lacking));
  assert.deepEqual(done.missing, ['ground', 'law', 'marks', 'calibre']);
  const { trace, made: request } = done;
  kept(
    await r.run(writeInRequest, {
      trace,
      request,
      kind: 'more-wanted',
      fields: done.missing,
      text: 'Please tell the marks.',
    }),
  );
  const asked = (await of(trace)).requests[0];
  assert.deepEqual([asked?.status, asked?.answerDue], ['more-wanted', undefined]);
  const given = {
    kind: 'more-given',
    content: { text: 'Here they are.', request: requestFrom('XC', { reference: 'XC-78' }) },
  };
  kept(await register({ trace, request, said: given, received: TODAY }));
  const now = (await of(trace)).requests[0];
  assert.equal(now?.status, 'asked');
  assert.equal(now?.content?.item.marks.length, 1);
  assert.equal(
    now?.answerDue?.slice(0, 10),
    '2026-04-09',
    'given on the day it was asked for: nothing was lost',
  );
});

test('the scan waits, is read while it is registered, and belongs to the trace from then on', async () => {
  const scan = await plainPicture('png');
  const paper = kept(await r.run(addPaper(scan), { kind: 'document', name: 'letter.png' }));
  const waiting = kept(await r.run(listPapers, {})).papers;
  assert.deepEqual([waiting.length, waiting[0]?.trace], [1, undefined]);
  assert.equal(
    codeOf(await r.run(viewDocument, { document: paper.document }, within('own', [r.who.police]))),
    'document-unknown',
  );
  kept(await r.run(viewDocument, { document: paper.document }));
  const done = kept(await register({ document: paper.document }, { reference: 'XC-79' }));
  assert.equal(kept(await r.run(listPapers, {})).papers.length, 0);
  assert.equal(kept(await r.run(listPapers, { trace: done.trace })).papers[0]?.id, paper.document);
  const view = await of(done.trace);
  assert.equal(view.requests[0]?.said[0]?.document, paper.document);
  const original = kept(await r.run(viewOriginal, { document: paper.document }));
  const chunks: Uint8Array[] = [];
  for await (const chunk of original.chunks) chunks.push(chunk);
  assert.deepEqual(Buffer.concat(chunks), scan);
  assert.equal(original.entry, done.entry, 'the digest stands in the entry of the trace');
  assert.equal(
    codeOf(await r.run(viewDocument, { document: paper.document }, within('own', [r.who.police]))),
    'document-unknown',
  );
  assert.equal(codeOf(await register({ document: paper.document }, { reference: 'XC-80' })), 'paper-unknown');
  assert.equal(kept(await r.run(addPaper(PDF), { trace: done.trace })).trace, done.trace);
});

test('an answer by letter settles the request and is translated by a named person', async () => {
  const done = kept(await register({}, { reference: 'XC-81' }));
  const { trace, made: request } = done;
  const text = 'The pistol was seized in a house.';
  kept(await r.run(translateMessage, { trace, request, side: 'requester', seq: 1, language: 'en', text }));
  const [message] = (await of(trace)).requests[0]!.said;
  assert.deepEqual(
    message?.translations.map((one) => [one.language, one.text]),
    [['en', text]],
  );
  const inLedger = await r.db.rows(
    "select 1 from ledger_entry where position('seized in a house'::bytea in body) > 0",
  );
  assert.equal(inLedger.length, 0, 'a translation may name people and stays out of the ledger');
  const wrong = { trace, request, side: 'responder', seq: 1, language: 'en', text };
  assert.equal(codeOf(await r.run(translateMessage, wrong)), 'message-unknown');
  const theirs = { kind: 'answer', content: answerTo() };
  assert.equal(codeOf(await register({ trace, request, said: theirs })), 'not-theirs-to-say');
  kept(await register({ trace, request, said: { kind: 'withdrawn', content: { reason: 'Solved.' } } }));
  assert.equal((await of(trace)).requests[0]?.status, 'withdrawn');
});

test('the same letter twice, a day that cannot be, a request that is not there: refused', async () => {
  assert.equal(codeOf(await register({}, { reference: 'XC-77' })), 'letter-known');
  assert.equal(codeOf(await register({ anew: true }, { reference: 'XC-77' })), 'kept');
  assert.equal(codeOf(await register({ received: '2026-03-22' }, { reference: 'a' })), 'received-later');
  assert.equal(codeOf(await register({ dated: '2026-03-11' }, { reference: 'b' })), 'dated-after-it-came');
  const said = { kind: 'withdrawn', content: { reason: '' } };
  assert.equal(codeOf(await register({ said })), 'request-missing');
  assert.equal(codeOf(await register({ said, trace: r.newId(), request: r.newId() })), 'trace-unknown');
  const act = r.newId();
  const first = kept(await register({ act }, { reference: 'c' }));
  assert.deepEqual(kept(await register({ act }, { reference: 'c' })), first, 'sent twice, kept once');
});

test('a mission of the United Nations is asked for its mandate and gets the strictest limits proposed', async () => {
  const mission = { kind: 'un-mission', name: 'Mission in XD' };
  const done = kept(await register({}, { reference: 'UN-1', requester: mission }));
  assert.deepEqual(done.missing, ['mandate']);
  const { trace } = done;
  const composed = kept(
    await r.run(composeTraceRequest, { trace, requester: { ...mission, mandate: 'Resolution 9999' } }),
  );
  assert.deepEqual(
    composed.request.limits.map(({ code }) => code),
    ['no-release-to-others', 'purposes-of-the-iti', 'authorised-officials'],
  );
  assert.deepEqual(kept(await r.run(composeTraceRequest, { trace })).request.limits, []);
});

test('a copy for the body of an embargo takes the ground, the rule of the State and the consent of who asked', async () => {
  const ground = { codes: ['embargo-breached'], law: 'Art. 5', embargo: 'S/RES/9999' };
  const plain = kept(await register({}, { reference: 'E-1' }));
  const limits = [{ code: 'no-release-to-others' }];
  const done = kept(await register({}, { reference: 'E-2', ground, limits }));
  const copy = (from: { trace: string; made?: string }, more = {}) =>
    r.run(copyForEmbargo, { trace: from.trace, request: from.made, ...more });
  assert.equal(codeOf(await copy(plain)), 'no-embargo-breached');
  assert.equal(codeOf(await copy(done)), 'embargo-copy-not-allowed');
  kept(
    await r.run(setTraceRules, {
      rules: { embargoCopyTo: { to: 'Sanctions committee', channel: 'letter' } },
    }),
  );
  assert.equal(codeOf(await copy(done)), 'limit-forbids');
  kept(await copy(done, { consent: 'XC note 4' }));
  const [made] = (await of(done.trace)).requests[0]!.embargoCopies;
  assert.deepEqual([made?.to, made?.channel], ['Sanctions committee', 'letter']);
});

test('what is put on paper is what was said, for those who see cases', async () => {
  const done = kept(await register({}, { reference: 'P-1' }));
  const { trace, made: request } = done;
  const blind = { ...r.actor, scope: { ...r.actor.scope, sees: new Set<never>() } };
  assert.equal(codeOf(await r.run(viewMessage, { trace, request }, blind)), 'documents-not-seen');
  assert.equal(
    codeOf(await r.run(viewMessage, { trace, request, side: 'responder', seq: 1 })),
    'message-unknown',
  );
  kept(await r.run(acknowledgeRequest, { trace, request }, { ...r.actor, operator: r.newId() }));
  const view = kept(await r.run(viewMessage, { trace, request, side: 'responder', seq: 1 }));
  assert.deepEqual([view.kind, view.direction, view.theirReference], ['acknowledged', 'out', 'P-1']);
});
