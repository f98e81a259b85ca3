/**
 * What came for authorised officials only: read by whoever received it and by those who were named, and by nobody else, in no list,
 * page, paper, report or question; the rest see that it is there. For every role, and for requests and answers.
 *
 * @clause ITI 15, C-09, J-02, J-03
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { acknowledgeRequest } from '../../src/acts/acknowledge-request.ts';
import { addPaper } from '../../src/acts/add-paper.ts';
import { askAgency } from '../../src/acts/ask-agency.ts';
import { certifyTrace } from '../../src/acts/certify-trace.ts';
import { composeTraceRequest } from '../../src/acts/compose-request.ts';
import { draftAnswer } from '../../src/acts/draft-answer.ts';
import { listAccesses } from '../../src/acts/list-accesses.ts';
import { listPapers } from '../../src/acts/list-papers.ts';
import { listQuestions } from '../../src/acts/list-questions.ts';
import { listSuspectedLots } from '../../src/acts/list-suspected-lots.ts';
import { listTraces } from '../../src/acts/list-traces.ts';
import { nameOfficial } from '../../src/acts/name-official.ts';
import type { Person } from '../../src/acts/office.ts';
import { openTrace } from '../../src/acts/open-trace.ts';
import { registerMessage } from '../../src/acts/register-message.ts';
import { releaseAnswer } from '../../src/acts/release-answer.ts';
import { reviewRelease } from '../../src/acts/review-release.ts';
import { sendRequest } from '../../src/acts/send-request.ts';
import { translateMessage } from '../../src/acts/translate-message.ts';
import { viewDocument } from '../../src/acts/view-document.ts';
import { viewMessage } from '../../src/acts/view-message.ts';
import { viewPaper } from '../../src/acts/view-original.ts';
import { viewSentPhotograph } from '../../src/acts/view-sent-photograph.ts';
import { viewTrace } from '../../src/acts/view-trace.ts';
import { viewTraceReport } from '../../src/acts/view-trace-report.ts';
import { writeInRequest } from '../../src/acts/write-in-request.ts';
import { DEFAULT_ROLES } from '../../src/domain/access/default-roles.data.ts';
import { phonePhotograph } from '../acts/pictures.ts';
import { codeOf, kept } from '../acts/registry.ts';
import { as, person, plant, r, textOf } from '../planted.ts';
import { asksAbout, furtherIn, type Held, letterIn } from './letters.ts';
import { answerTo } from './said.ts';

const SECRET = 'Harbour of Quelm, third shed';
const SERIAL = 'VK-88231';
const ONLY = [{ code: 'authorised-officials' as const }];
const SAYS = { recovery: { ...asksAbout('x').recovery, circumstances: SECRET } };

let first: Person;
let second: Person;
before(async () => {
  await plant();
  [first, second] = [
    await person('national-contact', undefined),
    await person('national-contact', undefined),
  ];
});
after(() => r.close());

const loginOf = async ({ operator }: Person): Promise<string> => {
  const [row] = await r.db.rows<{ login: string }>('select login from account where account_id = $1', [
    operator,
  ]);
  return row!.login;
};
const name = async (who: Person, held: Pick<Held, 'trace'>, whom: Person, more: object = {}) =>
  as(who, nameOfficial, { trace: held.trace, login: await loginOf(whom), why: 'Works on it.', ...more });
let letters = 0;
/** A request under the limit that the first officer registered from a letter. */
async function reserved(more: object = {}): Promise<Held> {
  letters += 1;
  const content = { ...asksAbout(SERIAL, { ...SAYS, limits: ONLY, ...more }), reference: `XC-${letters}/R` };
  const came = { channel: 'letter', received: '2026-01-05', said: { kind: 'request', content } };
  const { trace, made } = kept(await as(first, registerMessage, came));
  return { trace, request: made! };
}
const toldIn = (answer: unknown): boolean => {
  const text = textOf(answer);
  return text.includes(SECRET) || text.includes(SERIAL);
};

test('ITI 15: whoever received it reads it at once; a colleague of the same role does not until named', async () => {
  const held = await reserved();
  const view = kept(await as(first, viewTrace, held.trace ? { trace: held.trace } : {}));
  assert.ok(toldIn(view));
  assert.deepEqual(
    view.officials.map(({ received }) => received),
    [true],
  );
  const other = kept(await as(second, viewTrace, { trace: held.trace }));
  assert.ok(!toldIn(other), textOf(other));
  assert.equal(other.requests[0]?.officialsOnly, 'not-named');
  assert.equal(other.requests[0]?.status, 'asked', 'that it is there and where it stands is seen');
  assert.equal(other.officials[0]?.name, '', 'names of officials are for one another');

  assert.equal(codeOf(await name(second, held, second)), 'official-not-named', 'nobody lets himself in');
  assert.equal(codeOf(await name(first, held, first)), 'official-self');
  assert.equal(
    codeOf(await as(first, nameOfficial, { ...{ trace: held.trace, login: 'nobody', why: 'x' } })),
    'account-unknown',
  );
  const done = kept(await name(first, held, second));
  const [row] = await r.db.rows<{ body: Buffer }>('select body from ledger_entry where entry_id = $1', [
    done.entry,
  ]);
  const body = row!.body.toString('utf8');
  assert.ok(
    body.includes(second.operator) && !body.includes('Works on it.'),
    'an entry with the account, words beside it',
  );
  const now = kept(await as(second, viewTrace, { trace: held.trace }));
  assert.ok(toldIn(now));
  assert.equal(now.requests[0]?.officialsOnly, 'named');
  kept(await name(first, held, second, { ends: true }));
  assert.ok(!toldIn(kept(await as(second, viewTrace, { trace: held.trace }))));
  assert.equal(codeOf(await name(first, held, second, { ends: true })), 'official-not-listed');
});

test('J-03: no role reads it anywhere unless named, and named it reads what its fields allow', async () => {
  const held = await reserved();
  const { trace } = held;
  kept(await as(first, askAgency, { trace, agency: r.who.police, words: 'Held?' }));
  for (const role of DEFAULT_ROLES) {
    const who = await person(role.name, r.who.police);
    const looks = [
      await as(who, viewTrace, { trace }),
      await as(who, listTraces, {}),
      await as(who, listQuestions, {}),
      await as(who, listSuspectedLots, {}),
    ];
    for (const [at, look] of looks.entries()) assert.ok(!toldIn(look), `${role.name} ${at} ${textOf(look)}`);
    if (role.powers['view-trace'] === undefined) continue;
    assert.equal(kept(looks[0] as never as { requests: unknown[] }).requests.length, 1, role.name);
    kept(await name(first, held, who));
    const named = kept(await as(who, viewTrace, { trace }));
    assert.equal(textOf(named).includes(SECRET), role.sees.includes('case'), `${role.name}, named`);
  }
});

test('whoever is not named does nothing that would show it: papers, messages, photographs, drafts, reports, next requests', async () => {
  const picture = await phonePhotograph();
  const held = await reserved();
  const { trace, request } = held;
  const added = kept(await as(first, addPaper(picture), { trace, kind: 'photograph', media: 'image/jpeg' }));
  const draft = kept(await as(first, draftAnswer, { ...held, kind: 'no-record', note: SECRET })).made!;
  const report = kept(await as(first, certifyTrace, { trace, case: '1/26', reason: 'For the court.' }));
  const { document } = added;
  const tries = (who: Person) => [
    as(who, listPapers, { trace }),
    as(who, viewMessage, { trace, request }),
    as(who, viewSentPhotograph, { trace, request, place: 1 }),
    as(who, releaseAnswer, { trace, draft, decision: 'release' }),
    as(who, writeInRequest, { trace, request, kind: 'more-wanted', text: 'More.' }),
    as(who, translateMessage, { trace, request, side: 'requester', seq: 1, language: 'fr', text: 'x' }),
    as(who, composeTraceRequest, { trace }),
    as(who, sendRequest, { trace, to: [{ country: 'XB' }] }),
    as(who, certifyTrace, { trace, case: '1/26', reason: 'For the court.' }),
    as(who, viewTraceReport, { trace, entry: report.entry }),
    as(who, acknowledgeRequest, { trace, request }),
  ];
  for (const [at, done] of (await Promise.all(tries(second))).entries())
    assert.equal(codeOf(done), 'official-not-named', `try ${at}`);
  assert.equal(codeOf(await as(second, viewDocument, { document })), 'document-unknown');
  assert.equal(codeOf(await as(second, viewPaper, { document })), 'document-unknown');
  assert.equal(codeOf(await as(first, viewDocument, { document })), 'kept');

  const auditor = await person('auditor', undefined);
  assert.equal(
    codeOf(await as(auditor, viewTraceReport, { trace, entry: report.entry })),
    'official-not-named',
  );
  const looked = textOf(kept(await as(auditor, listAccesses, { trace, limit: 200 })));
  assert.ok(looked.includes(first.operator) && looked.includes(second.operator), 'and sees who looked');

  assert.equal(codeOf(await as(auditor, listAccesses, { trace: r.newId() })), 'trace-unknown');
  kept(await name(first, held, second));
  assert.equal(codeOf(await as(second, releaseAnswer, { trace, draft, decision: 'release' })), 'kept');
  assert.equal(codeOf(await as(second, viewDocument, { document })), 'kept');
});

test('of what a node sent nobody is named: who acknowledges takes it, and the next may not', async () => {
  const held = await letterIn(r.office, {
    ...asksAbout(SERIAL, { ...SAYS, limits: ONLY }),
    reference: 'XC-N/1',
  });
  const { trace } = held;
  for (const who of [first, second]) assert.ok(!toldIn(kept(await as(who, viewTrace, { trace }))));
  assert.equal(codeOf(await as(first, draftAnswer, { ...held, kind: 'no-record' })), 'official-not-named');
  kept(await as(second, acknowledgeRequest, held));
  assert.ok(toldIn(kept(await as(second, viewTrace, { trace }))));
  assert.ok(!toldIn(kept(await as(first, viewTrace, { trace }))));
});

test('where nobody is left who could name, somebody does who sees no cases, and gains nothing by it', async () => {
  const held = await reserved();
  const supervisor = await person('supervisor', undefined);
  assert.equal(codeOf(await name(supervisor, held, supervisor)), 'official-self');
  kept(await name(supervisor, held, second));
  assert.ok(toldIn(kept(await as(second, viewTrace, { trace: held.trace }))));
  assert.ok(!toldIn(kept(await as(supervisor, viewTrace, { trace: held.trace }))));
  assert.equal(
    codeOf(
      await as(supervisor, reviewRelease, { trace: held.trace, draft: r.newId(), good: true, why: 'x' }),
    ),
    'draft-unknown',
  );
});

test('an answer under the limit is for whoever asked; what we asked ourselves stays open to our own', async () => {
  const { arm } = await r.register();
  kept(await r.record(arm, 'seized', { happened: '2026-02-02', to: { keeper: r.who.police } }));
  const { trace } = kept(
    await as(first, openTrace, { arm, authority: 'Police', circumstances: 'In a car.' }),
  );
  const sent = await as(first, sendRequest, {
    ...{ trace, to: [{ country: 'XB', channel: 'letter' }] },
    ...{ ground: { codes: ['unlawful-where-found'], law: 'Arms Act' }, item: { calibre: '9x19' } },
  });
  const request = kept(sent).made!;
  const says = answerTo({ limits: ONLY, note: SECRET, exportedTo: { country: 'XD', happened: '2004' } });
  await furtherIn(r.office, { trace, request }, { kind: 'answer', content: says });
  const mine = kept(await as(first, viewTrace, { trace }));
  assert.ok(textOf(mine).includes(SECRET));
  assert.deepEqual(mine.addressees.map(({ country }) => country).includes('XD'), true);
  const theirs = kept(await as(second, viewTrace, { trace }));
  assert.ok(!textOf(theirs).includes(SECRET));
  assert.equal(theirs.requests[0]?.answers.length, 0);
  assert.equal(theirs.requests[0]?.content?.recovery.circumstances, 'In a car.', 'our own words are ours');
  assert.ok(theirs.item !== undefined);
  assert.ok(!theirs.addressees.some(({ country }) => country === 'XD'), 'nor does whom to ask next tell it');
  const plain = await reserved({ limits: [{ code: 'no-release-to-others' }] });
  assert.ok(
    toldIn(kept(await as(second, viewTrace, { trace: plain.trace }))),
    'another limit closes nothing at home',
  );
});
