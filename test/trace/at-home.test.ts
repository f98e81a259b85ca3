/**
 * A trace at home: one open for each arm, what agencies are asked, which arm of the register it is, what is found, its end and
 * what comes after it.
 *
 * @clause ITI 5, C-02, C-11, C-18, A-13
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { answerQuestion } from '../../src/acts/answer-question.ts';
import { askAgency } from '../../src/acts/ask-agency.ts';
import { closeTrace } from '../../src/acts/close-trace.ts';
import { decideMatch } from '../../src/acts/decide-match.ts';
import { linkCase } from '../../src/acts/link-case.ts';
import { listQuestions } from '../../src/acts/list-questions.ts';
import { listSuspectedLots } from '../../src/acts/list-suspected-lots.ts';
import { listTraces } from '../../src/acts/list-traces.ts';
import { newId } from '../../src/acts/office.ts';
import { openTrace } from '../../src/acts/open-trace.ts';
import { recordTraceFinding } from '../../src/acts/record-trace-finding.ts';
import { reopenTrace } from '../../src/acts/reopen-trace.ts';
import { setTraceRules } from '../../src/acts/set-trace-rules.ts';
import { takeArm } from '../../src/acts/take-arm.ts';
import { codeOf } from '../acts/registry.ts';
import { asksAbout, letterIn } from './letters.ts';
import { DAY_MS, openState, party, registerPistol, type StateNode, seizeAndOpen, viewOf } from './states.ts';

let xa: StateNode;
before(async () => {
  xa = await openState('XA');
});
after(() => xa.close());

const end = { outcome: 'no-record', failure: 'too-old', words: 'Made before the books begin.' } as const;

test('C-02: an arm is traced from what its record says; one that was not recovered is not', async () => {
  const kept = await registerPistol(xa, { serial: 'QA-10001' });
  assert.equal(codeOf(await xa.tries(openTrace, { arm: kept })), 'arm-not-recovered');
  assert.equal(codeOf(await xa.tries(openTrace, { arm: newId(xa.office) })), 'arm-unknown');
  const stranger = { ...xa.first, scope: { ...xa.first.scope, arms: 'own' as const, parties: [] } };
  const { arm, trace } = await seizeAndOpen(xa, { serial: 'QA-10002' });
  assert.equal(codeOf(await xa.tries(openTrace, { arm }, stranger)), 'arm-unknown');
  const view = await viewOf(xa, trace);
  assert.deepEqual([view.item?.marks[0]?.text, view.recovery?.place], ['QA-10002', 'Route de Kerem, PK 40']);
  assert.deepEqual(
    [view.recovery?.kind, view.recovery?.authority, view.looks.length],
    ['seized', 'Police', 1],
  );
  assert.equal(view.looks[0]?.registers[0]?.outcome, 'not-found', 'its own record is not what it was before');
});

test('an arm has one open trace, whoever opens it and however often', async () => {
  const { arm, trace } = await seizeAndOpen(xa, { serial: 'QB-20001' });
  assert.equal(codeOf(await xa.tries(openTrace, { arm })), 'trace-open-already');
  await xa.does(closeTrace, { trace, ...end });
  const tries = await Promise.all([1, 2, 3, 4].map(() => xa.tries(openTrace, { arm }, xa.second)));
  const codes = tries.map(codeOf).sort();
  assert.deepEqual(codes, ['kept', ...Array<string>(3).fill('trace-open-already')]);
  assert.equal(codeOf(await xa.tries(reopenTrace, { trace, why: 'Found.' })), 'trace-open-already');
});

test('the same submission again gets its first answer, and nothing twice', async () => {
  const arm = await registerPistol(xa, { serial: 'QB-20002' }, [{ type: 'found', happened: '2026-05-01' }]);
  const act = newId(xa.office);
  const first = await xa.does(openTrace, { act, arm });
  assert.deepEqual(await xa.does(openTrace, { act, arm }), first);
  assert.equal(codeOf(await xa.tries(openTrace, { act, arm }, xa.second)), 'act-id-taken');
  const link = { act: newId(xa.office), trace: first.trace, case: 'criminal-case', reference: '118' };
  await xa.does(linkCase, link);
  await xa.does(linkCase, link);
  assert.deepEqual(
    (await viewOf(xa, first.trace)).cases.map(({ reference }) => reference),
    ['118'],
  );
});

test('a trace is given to no agency that is none, nor to one beyond the own reach', async () => {
  const police = await party(xa, 'agency', 'Police of Kelmoor');
  const arm = await registerPistol(xa, { serial: 'QB-20003' }, [
    { type: 'seized', happened: '2026-05-01', to: { unit: police, keeper: police } },
  ]);
  assert.equal(codeOf(await xa.tries(openTrace, { arm, agency: newId(xa.office) })), 'party-unknown');
  const other = await party(xa, 'agency', 'Customs of Kelmoor');
  const officer = { ...xa.first, scope: { ...xa.first.scope, arms: 'own' as const, parties: [police] } };
  assert.equal(codeOf(await xa.tries(openTrace, { arm, agency: other }, officer)), 'party-unknown');
  const { trace } = await xa.does(openTrace, { arm }, officer);
  assert.equal((await viewOf(xa, trace)).agency, police);
});

test('ITI 11: it follows the arm that a person decided it is, and stays the trace of the one recovered', async () => {
  const before = await registerPistol(xa, { serial: 'QC-77300', maker: 'Orevall' }, [
    { type: 'stolen', happened: '2020-02-02', basis: { kind: 'complaint', number: 'P-7' } },
  ]);
  const worn = await registerPistol(
    xa,
    { serial: 'QC-7730?', maker: 'Orevall', condition: 'partly-legible' },
    [{ type: 'seized', happened: '2026-05-01', why: 'At a checkpoint.' }],
  );
  const { trace } = await xa.does(openTrace, { arm: worn, authority: 'Police' });
  assert.equal(codeOf(await xa.tries(takeArm, { trace, match: newId(xa.office) })), 'trace-match-not-same');
  const question = { reading: 'QC-7730?', maker: 'Orevall', arm: before, why: 'Both halves of the stamp.' };
  const unsure = await xa.does(decideMatch, { ...question, decision: 'unsure' });
  assert.equal(codeOf(await xa.tries(takeArm, { trace, match: unsure.subject })), 'trace-match-not-same');
  const same = await xa.does(decideMatch, { ...question, decision: 'same' });
  const program = { ...xa.first, operator: 'program' };
  assert.equal(codeOf(await xa.tries(takeArm, { trace, match: same.subject }, program)), 'account-needed');
  await xa.does(takeArm, { trace, match: same.subject });
  const view = await viewOf(xa, trace);
  assert.equal(view.arm, before);
  assert.deepEqual(view.chain?.irregularity, { event: 'stolen', happened: '2020-02-02', reference: 'P-7' });
  assert.equal(codeOf(await xa.tries(openTrace, { arm: worn })), 'trace-open-already');
});

test('A-13: an agency is asked by a day, answers once, and only those it has asked see what was asked', async () => {
  const army = await party(xa, 'agency', 'Army of Kelmoor');
  const navy = await party(xa, 'agency', 'Navy of Kelmoor');
  const { trace } = await seizeAndOpen(xa, { serial: 'QD-30001' });
  const words = 'Did it stand in your books?';
  const nobody = { trace, agency: newId(xa.office), words };
  assert.equal(codeOf(await xa.tries(askAgency, nobody)), 'party-unknown');
  const { made: question } = await xa.does(askAgency, { trace, agency: army, words });
  const of = (agency: string) => ({
    ...xa.second,
    scope: { ...xa.second.scope, arms: 'own' as const, parties: [agency] },
  });
  const told = (await xa.does(listQuestions, {}, of(army))).questions;
  assert.deepEqual(
    told.map((one) => [one.question, one.text, one.isLate]),
    [[question, words, false]],
  );
  assert.equal(told[0]?.item?.marks[0]?.text, 'QD-30001');
  assert.deepEqual((await xa.does(listQuestions, {}, of(navy))).questions, []);
  const reply = { trace, question, outcome: 'found', words: 'Lost in 2019.' };
  assert.equal(codeOf(await xa.tries(answerQuestion, reply, of(navy))), 'question-unknown');
  xa.pass(11 * DAY_MS);
  assert.equal((await xa.does(listQuestions, {}, of(army))).questions[0]?.isLate, true);
  const late = (await xa.does(listTraces, {})).due.filter((one) => one.trace === trace);
  assert.deepEqual(
    late.map(({ what, isLate }) => `${what} ${isLate}`),
    ['agency true'],
  );
  await xa.does(answerQuestion, reply, of(army));
  assert.equal(codeOf(await xa.tries(answerQuestion, reply, of(army))), 'question-answered');
  const [kept] = (await viewOf(xa, trace)).questions;
  assert.deepEqual([kept?.answered?.outcome, kept?.answered?.text], ['found', 'Lost in 2019.']);
  await xa.does(closeTrace, { trace, ...end });
  assert.equal(codeOf(await xa.tries(askAgency, { trace, agency: army, words })), 'trace-closed');
});

test('C-11, C-18, C-20: a trace ends with how and why, and a point of diversion rests on a finding', async () => {
  const { trace } = await seizeAndOpen(xa, { serial: 'QE-40001' });
  const close = async (how: object) => codeOf(await xa.tries(closeTrace, { trace, words: 'x', ...how }));
  assert.equal(await close({ outcome: 'exempt' }), 'close-exemption-missing');
  assert.equal(await close({ outcome: 'no-record' }), 'close-failure-missing');
  assert.equal(await close({ outcome: 'traced-to-point-of-diversion' }), 'close-finding-missing');
  const finding = { trace, authority: 'Prosecutor', happened: '2019-05', words: 'The seal was broken.' };
  const found = async (more: object) => codeOf(await xa.tries(recordTraceFinding, { ...finding, ...more }));
  assert.equal(await found({ finding: 'point-of-diversion' }), 'finding-stage-missing');
  assert.equal(await found({ finding: 'illicit-since' }), 'finding-ground-missing');
  assert.equal(await found({ finding: 'point-of-diversion', stage: 'state-stock' }), 'kept');
  assert.equal(await close({ outcome: 'traced-to-point-of-diversion' }), 'kept');
  assert.equal(await close({ outcome: 'exempt', exemption: 'other' }), 'trace-closed');
  const { closing, status } = await viewOf(xa, trace);
  assert.deepEqual(
    [status, closing?.outcome, closing?.stage],
    [...['closed', 'traced-to-point-of-diversion', 'state-stock']],
  );
  await xa.does(reopenTrace, { trace, why: 'The buyer was found.' });
  assert.equal((await viewOf(xa, trace)).status, 'open');
  assert.equal(codeOf(await xa.tries(reopenTrace, { trace, why: 'Again.' })), 'trace-open-already');
  assert.equal(codeOf(await xa.tries(closeTrace, { trace: newId(xa.office), ...end })), 'trace-unknown');
});

test('C-17: recoveries whose numbers lie close together are told as one lot', async () => {
  const opened = [];
  for (const serial of ['QL-50001', 'QL-50007', 'QL-50300'])
    opened.push((await seizeAndOpen(xa, { serial })).trace);
  const { lots } = await xa.does(listSuspectedLots, {});
  const lot = lots.find(({ prefix }) => prefix.includes('L'));
  assert.deepEqual([lot?.from, lot?.to, [...(lot?.traces ?? [])].sort()], [50_001, 50_300, opened.sort()]);
});

test('A-13: a register that is asked rather than read tells nothing of itself', async () => {
  const army = await party(xa, 'agency', 'Army that is asked');
  await registerPistol(xa, { serial: 'QR-60001' });
  const look = async () =>
    (await viewOf(xa, (await letterIn(xa.office, asksAbout('QR-60001', {}))).trace)).looks[0];
  const read = await look();
  assert.ok((read?.candidates ?? 0) > 0);
  const [register] = await xa.db.rows<{ id: number }>(
    "select register_id as id from arm where serial = 'QR-60001'",
  );
  const asked = [{ register: register!.id, agency: army, name: 'Register of the army' }];
  await xa.does(setTraceRules, { rules: { asked } });
  const closed = await look();
  assert.equal(closed?.candidates, 0);
  assert.deepEqual(closed?.registers.at(-1), { name: 'Register of the army', outcome: 'to-be-asked' });
  await xa.does(setTraceRules, { rules: {} });
});
