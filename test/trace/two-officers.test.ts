/**
 * Who lets an answer out, and what it names. One drafts and another releases; one alone only where the rules allow it and it is
 * urgent, reviewed by another. Names of persons and units leave by a decision of their own; what each role is shown of all this
 * is what its fields allow.
 *
 * @clause ITI 15, ITI 20, ITI 22, J-02, J-03
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askAgency } from '../../src/acts/ask-agency.ts';
import { closeTrace } from '../../src/acts/close-trace.ts';
import { countTraces } from '../../src/acts/count-traces.ts';
import { decideMatch } from '../../src/acts/decide-match.ts';
import { draftAnswer } from '../../src/acts/draft-answer.ts';
import { linkCase } from '../../src/acts/link-case.ts';
import { listSuspectedLots } from '../../src/acts/list-suspected-lots.ts';
import { listTraces } from '../../src/acts/list-traces.ts';
import type { Person } from '../../src/acts/office.ts';
import { recordTraceFinding } from '../../src/acts/record-trace-finding.ts';
import { releaseAnswer } from '../../src/acts/release-answer.ts';
import { reviewRelease } from '../../src/acts/review-release.ts';
import { sendRequest } from '../../src/acts/send-request.ts';
import { setTraceRules } from '../../src/acts/set-trace-rules.ts';
import { takeArm } from '../../src/acts/take-arm.ts';
import { viewTrace } from '../../src/acts/view-trace.ts';
import { DEFAULT_ROLES } from '../../src/domain/access/default-roles.data.ts';
import type { Field } from '../../src/domain/access/scope.ts';
import type { TraceRequest } from '../../src/domain/trace/request.ts';
import { codeOf, kept } from '../acts/registry.ts';
import {
  arm,
  as,
  CASE,
  HIDDEN,
  HOLDER,
  OPERATOR,
  person,
  plant,
  r,
  SITE,
  textOf,
  words,
} from '../planted.ts';
import { asksAbout, type Held, letterIn } from './letters.ts';

let first: Person;
let second: Person;
before(async () => {
  await plant();
  const site = words.site[1]!;
  kept(await r.record(arm, 'transferred', { happened: '2019-06-01', to: { owner: site, unit: site } }));
  [first, second] = [
    await person('national-contact', undefined),
    await person('national-contact', undefined),
  ];
});
after(() => r.close());

/** A request about the planted arm, taken for it by a decision of the first officer. */
async function asked(more: Partial<TraceRequest> = {}): Promise<Held> {
  const held = await letterIn(r.office, asksAbout('ZQ-0417', more));
  const same = { reading: 'ZQ-0417', maker: 'Zeta', arm, decision: 'same', why: 'Read under the glass.' };
  const { subject: match } = kept(await as(first, decideMatch, same));
  kept(await as(first, takeArm, { trace: held.trace, match }));
  return held;
}

async function drafted(held: Held, more: object = {}): Promise<string> {
  return kept(await as(first, draftAnswer, { ...held, kind: 'full', ...more })).made!;
}

const release = (who: Person, { trace }: Held, draft: string, more: object = {}) =>
  as(who, releaseAnswer, { trace, draft, decision: 'release', ...more });
const URGENT = { urgency: { level: 'urgent', reason: 'A trial.' } } as const;

/** What left to the other side, as it was kept. */
async function leftOf({ request }: Held): Promise<string> {
  const [row] = await r.db.rows<{ content: Buffer }>(
    "select content from trace_message where request_id = $1 and kind = 'answer'",
    [request],
  );
  return row?.content.toString('utf8') ?? '';
}

const NAMES = { holder: HOLDER, site: SITE, case: CASE, operator: OPERATOR, security: HIDDEN };
const named = (text: string): readonly string[] =>
  Object.entries(NAMES).flatMap(([field, word]) => (text.includes(word) ? [field] : []));

test('J-02: whoever drafted does not release; a second officer does, once', async () => {
  const held = await asked();
  const draft = await drafted(held);
  assert.equal(codeOf(await as(second, draftAnswer, { ...held, kind: 'full' })), 'draft-waits');
  assert.equal(codeOf(await release(first, held, draft, { why: 'Hurry.' })), 'second-officer-needed');
  assert.equal(await leftOf(held), '');
  assert.equal(codeOf(await release(second, held, draft)), 'kept');
  assert.equal(codeOf(await release(second, held, draft)), 'draft-unknown');
  assert.match(await leftOf(held), /"chain":\[\{/);
});

test('a draft that is sent back does not leave, and another may be drafted', async () => {
  const held = await asked();
  const draft = await drafted(held);
  const back = { trace: held.trace, draft, decision: 'send-back' };
  assert.equal(codeOf(await as(second, releaseAnswer, back)), 'why-missing');
  kept(await as(second, releaseAnswer, { ...back, why: 'The licence is missing.' }));
  assert.equal(codeOf(await release(second, held, draft)), 'draft-unknown');
  assert.equal(await leftOf(held), '');
  await drafted(held);
});

test('J-02: one officer alone only by the rules, where it is urgent, with a reason, and another reviews', async () => {
  const [urgent, routine] = [await asked(URGENT), await asked()];
  const [draft, slow] = [await drafted(urgent), await drafted(routine)];
  const why = 'The trial begins at nine.';
  assert.equal(codeOf(await release(first, urgent, draft, { why })), 'second-officer-needed');
  kept(await as(second, setTraceRules, { rules: { aloneWhenUrgent: true } }));
  assert.equal(codeOf(await release(first, routine, slow, { why })), 'second-officer-needed');
  assert.equal(codeOf(await release(first, urgent, draft)), 'why-missing');
  kept(await release(first, urgent, draft, { why }));
  const review = { trace: urgent.trace, draft, good: true, why: 'It was right.' };
  const view = kept(await as(second, viewTrace, { trace: urgent.trace }));
  const [shown] = view.requests[0]!.drafts;
  assert.equal(shown?.isAlone, true);
  const days = Date.parse(view.requests[0]!.reviewDue!) - Date.parse(shown!.releasedAt!);
  assert.equal(days, 3 * 86_400_000);
  const due = kept(await as(second, listTraces, {})).due.filter(({ trace }) => trace === urgent.trace);
  assert.deepEqual(
    due.map(({ what }) => what),
    ['review'],
  );
  assert.equal(codeOf(await as(first, reviewRelease, review)), 'second-officer-needed');
  const supervisor = await person('supervisor');
  kept(await as(supervisor, reviewRelease, review));
  assert.equal(codeOf(await as(second, reviewRelease, review)), 'draft-unknown');
  assert.equal(kept(await as(second, viewTrace, { trace: urgent.trace })).requests[0]?.reviewDue, undefined);
  kept(await release(second, routine, slow));
  assert.equal(codeOf(await as(first, reviewRelease, { ...review, draft: slow })), 'draft-unknown');
  kept(await as(second, setTraceRules, { rules: {} }));
});

test('J-03: names of persons and units leave only by a decision of their own, with a reason', async () => {
  const without = await asked();
  kept(await release(second, without, await drafted(without)));
  assert.deepEqual(named(await leftOf(without)), []);
  assert.match(await leftOf(without), /"what":"persons"/);
  assert.match(await leftOf(without), /"what":"units"/);
  for (const [decision, names] of [
    [{ persons: true }, ['holder']],
    [{ units: true }, ['site']],
    [{ persons: true, units: true }, ['holder', 'site']],
  ] as const) {
    const held = await asked();
    const draft = await drafted(held);
    assert.equal(codeOf(await release(second, held, draft, decision)), 'why-missing');
    kept(await release(second, held, draft, { ...decision, why: 'Asked by the court.' }));
    const left = named(await leftOf(held));
    assert.ok(
      left.every((name) => (names as readonly string[]).includes(name)),
      left.join(),
    );
    assert.equal(left.includes('holder'), 'persons' in decision);
  }
});

test('C-08: a no rests on a ground and a reason, and tells nothing else', async () => {
  const held = await asked();
  const draft = (more: object) => as(first, draftAnswer, { ...held, ...more });
  assert.equal(codeOf(await draft({ kind: 'refused' })), 'answer-incomplete');
  assert.equal(codeOf(await draft({ kind: 'refused', ground: 'national-security' })), 'answer-incomplete');
  const no = { kind: 'refused', ground: 'national-security', reason: 'Article 9.' };
  const { made } = kept(await draft(no));
  kept(await release(second, held, made!, { persons: true, units: true, why: 'Nothing is named.' }));
  assert.doesNotMatch(await leftOf(held), /lastLawful|"event"/);
});

test('ITI 22: what a drafter withholds does not leave, whatever is released', async () => {
  const held = await asked();
  const withheld = [
    { what: 'persons', ground: 'national-security' },
    { what: 'holder', ground: 'confidentiality-law' },
  ];
  const draft = await drafted(held, { withheld });
  kept(await release(second, held, draft, { persons: true, why: 'Asked by the court.' }));
  assert.doesNotMatch(await leftOf(held), new RegExp(`${HOLDER}|lastLawful`));
});

test('an answer without an arm says so; a program drafts and releases nothing', async () => {
  const held = await letterIn(r.office, asksAbout('ZZ-99999'));
  assert.equal(codeOf(await as(first, draftAnswer, { ...held, kind: 'full' })), 'answer-without-arm');
  const program: Person = { ...first, operator: 'key of a program' };
  assert.equal(codeOf(await as(program, draftAnswer, { ...held, kind: 'no-record' })), 'account-needed');
  const draft = kept(await as(first, draftAnswer, { ...held, kind: 'no-record' })).made!;
  assert.equal(
    codeOf(await release({ ...second, operator: 'key of a program' }, held, draft)),
    'account-needed',
  );
});

test('J-02: only the national contact sends, drafts, releases and sets the rules', async () => {
  const may = (act: string) =>
    DEFAULT_ROLES.filter(({ powers }) => Object.hasOwn(powers, act)).map(({ name }) => name);
  for (const act of ['send-request', 'draft-answer', 'release-answer', 'set-trace-rules', 'write-in-request'])
    assert.deepEqual(may(act), ['national-contact'], act);
  const detective = await person('investigator');
  const held = await asked();
  const to = [{ country: 'XB' }];
  assert.equal(codeOf(await as(detective, sendRequest, { trace: held.trace, to })), 'not-permitted');
});

test('J-03: what a role is shown of a trace is what its fields allow, for every role and label', async () => {
  const held = await asked();
  const { trace } = held;
  kept(await as(first, askAgency, { trace, agency: r.who.army, words: CASE }));
  kept(await as(first, linkCase, { trace, case: 'criminal-case', reference: CASE }));
  const finding = { finding: 'point-of-diversion', stage: 'import', authority: 'Court', happened: '2020' };
  kept(await as(first, recordTraceFinding, { trace, ...finding, words: CASE }));
  const draft = await drafted(held, { note: CASE });
  kept(await release(second, held, draft));
  const end = { outcome: 'last-holder-only', words: CASE, action: CASE };
  kept(await as(first, closeTrace, { trace, ...end }));
  let looked = 0;
  for (const role of DEFAULT_ROLES) {
    const who = await person(role.name, r.who.police);
    const view = await as(who, viewTrace, { trace });
    assert.equal(codeOf(view) === 'not-permitted', role.powers['view-trace'] === undefined, role.name);
    const desk = textOf(await as(who, listTraces, {}));
    const told = codeOf(view) === 'kept' ? textOf(view) : '';
    for (const [field, secrets] of Object.entries(words) as [Field, readonly string[]][]) {
      const isSeen = role.sees.includes(field);
      for (const secret of secrets) {
        if (!isSeen) assert.ok(!told.includes(secret), `${role.name} is shown ${field}: ${secret}`);
        assert.ok(isSeen || !desk.includes(secret), `${role.name} reads ${field} on the desk: ${secret}`);
      }
    }
    if (role.powers['view-trace'] !== undefined) {
      looked++;
      assert.equal(told.includes(CASE), role.sees.includes('case'), role.name);
      assert.equal(told.includes(first.operator), role.sees.includes('operator'), role.name);
    }
  }
  assert.ok(looked >= 6);
});

test('J-02: beyond the own reach a trace is not seen, counted, changed, or told from one that is not there', async () => {
  const held = await asked();
  const role = {
    ...first.role,
    powers: Object.fromEntries(Object.keys(first.role.powers).map((act) => [act, 'own' as const])),
  };
  const stranger: Person = { ...first, role, parties: [r.who.guard] };
  const { trace } = held;
  const shown = kept(await as(stranger, listTraces, {}));
  assert.deepEqual([shown.traces, shown.due], [[], []]);
  const counted = kept(await as(stranger, countTraces, {}));
  assert.deepEqual([counted.requests, counted.outcomes], [[], []]);
  assert.deepEqual(kept(await as(stranger, listSuspectedLots, {})).lots, []);
  for (const id of [trace, r.newId()]) {
    assert.equal(codeOf(await as(stranger, viewTrace, { trace: id })), 'trace-unknown');
    const link = { trace: id, case: 'other', reference: 'x' };
    assert.equal(codeOf(await as(stranger, linkCase, link)), 'trace-unknown');
    const draft = { ...held, trace: id, kind: 'no-record' };
    assert.equal(codeOf(await as(stranger, draftAnswer, draft)), 'trace-unknown');
  }
  const looks = await r.db.rows<{ act: string }>(
    "select act from access_log where operator = $1 and act = 'view-trace' and subjects like $2",
    [stranger.operator, `%${trace}%`],
  );
  assert.ok(looks.length >= 1, 'a look that was refused leaves a line too');
});
