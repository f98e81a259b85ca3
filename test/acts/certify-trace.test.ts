/** A certified report of a real trace: what is in it, what must not be, who is named, and what limits keep back. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CertifiedTrace } from '../../src/acts/certify-trace.ts';
import { viewTraceReport } from '../../src/acts/view-trace-report.ts';
import { EVERYTHING } from '../../src/domain/access/scope.ts';
import { verifyReport } from '../../src/doors/verify/report/verify-report.ts';
import { codeOf, kept, type Registry, registry } from './registry.ts';
import {
  actorOf,
  BUYER_THERE,
  DEALER_THERE,
  HOLDER,
  type Reported,
  reported,
  SECRET_LICENCE,
  WORDS,
} from './reported.ts';

let r: Registry;
let here: Reported;
let made: CertifiedTrace;

before(async () => {
  r = await registry();
  here = await reported(r);
  made = kept(await here.certify());
});
after(() => r.close());

type Fact = { fact: string; entry: string; says: Record<string, unknown>; told: Record<string, unknown> };
type Report = {
  facts: Fact[];
  withheld: Record<string, unknown>[];
  lead: boolean;
  for: object;
  names: object;
};
const reportOf = ({ file }: { file: string }): Report => JSON.parse(file).report as Report;
const factsOf = (one: { file: string }, kind: string) =>
  reportOf(one).facts.filter(({ fact }) => fact === kind);

test('C-14: a report of a real trace is whole, and every fact names an entry that is in it', () => {
  const found = verifyReport(Buffer.from(made.file));
  assert.deepEqual(found.bad, []);
  assert.equal(found.ok, true);
  assert.equal(found.trace, here.trace);
  assert.ok(found.held > 10, `${found.held} of ${found.facts} facts were held against open entries`);
  assert.ok(found.open > 5 && found.open < found.entries);
  assert.match(found.statement, /only consistent with itself/);
  assert.match(found.statement, /^DEMONSTRATION/);
});

test('facts stand in the order of a report: the thing first, the end last', () => {
  const kinds = [...new Set(reportOf(made).facts.map(({ fact }) => fact))];
  assert.deepEqual(kinds, [
    ...['thing', 'recovery', 'opened', 'case', 'searched', 'agency', 'message', 'taken', 'decision', 'chain'],
    ...['last-lawful', 'first-irregularity', 'finding', 'ended'],
  ]);
  const [thing] = factsOf(made, 'thing');
  assert.match(JSON.stringify(thing!.told), /ZQ-04\?7/);
  assert.deepEqual(
    factsOf(made, 'message').map(({ says, told }) => [
      says.kind,
      says.direction,
      says.country,
      told.reference,
    ]),
    [
      ['request', 'out', 'XB', factsOf(made, 'message')[0]!.told.reference],
      ['request', 'out', 'XC', factsOf(made, 'message')[1]!.told.reference],
      ['acknowledged', 'in', 'XB', 'XB-0077'],
      ['answer', 'in', 'XB', 'XB-0077'],
      ['answer', 'in', 'XC', 'XC-0012'],
    ],
  );
  assert.equal(factsOf(made, 'finding')[0]!.says.authority, 'Public prosecutor of Kerem');
  assert.equal(factsOf(made, 'ended')[0]!.says.outcome, 'traced-to-point-of-diversion');
});

test('no probability, no share and no candidate stand anywhere in the bytes', () => {
  for (const banned of [/probabilit/i, /"bits"/, /totalBits/, /candidate/i, /%/, /weights/, /"hits"/])
    assert.doesNotMatch(made.file, banned);
  const [decision] = factsOf(made, 'decision');
  assert.equal(decision!.entry, here.decision);
  assert.deepEqual(decision!.told, { decision: 'same', on: new Date().toISOString().slice(0, 10) });
});

test('J-03: persons, units and free words are told by kind alone, and named as withheld', () => {
  for (const name of [HOLDER, BUYER_THERE, WORDS, 'Other depot', 'Osric'])
    assert.ok(!made.file.includes(name), name);
  assert.ok(made.file.includes(DEALER_THERE), 'a dealer is no natural person');
  const [holder] = factsOf(made, 'last-lawful');
  assert.deepEqual(holder!.told, {
    as: 'witness',
    from: '2020-02-02',
    holder: { country: 'XA', kind: 'person' },
    until: '2022-05-05',
  });
  const whats = new Set(reportOf(made).withheld.map(({ what, ground }) => `${what} ${ground}`));
  for (const what of ['persons', 'units', 'words'])
    assert.ok(whats.has(`${what} confidentiality-law`), [...whats].join());
});

test('J-03: a second decision with its reason names persons, and no report names them without one', async () => {
  assert.equal(codeOf(await here.certify({ persons: true })), 'why-missing');
  const named = kept(await here.certify({ persons: true, why: 'Ordered by the court, 44/2026.' }));
  for (const name of [HOLDER, BUYER_THERE, WORDS]) assert.ok(named.file.includes(name), name);
  assert.ok(!named.file.includes('Other depot'), 'units are a decision of their own');
  assert.match(JSON.stringify(reportOf(named).names), /Ordered by the court, 44\/2026/);
  assert.equal(verifyReport(Buffer.from(named.file)).ok, true);
});

test('C-09: what its limit keeps from the use that is named is left out and named with the limit', async () => {
  assert.ok(made.file.includes(SECRET_LICENCE), 'criminal proceedings are of the instrument');
  const other = kept(await here.certify({ use: 'record-keeping' }));
  assert.ok(!other.file.includes(SECRET_LICENCE));
  assert.ok(!other.file.includes('XC-0012'));
  const kept_ = reportOf(other).withheld.find(({ ground }) => ground === 'handling-limit');
  const [, , , , answer] = factsOf(other, 'message');
  assert.deepEqual(kept_, {
    ...{ entry: answer!.entry, ground: 'handling-limit', limit: 'purposes-of-the-iti' },
    ...{ text: 'not for tax', what: 'answer' },
  });
  assert.ok(other.file.includes('XB-0077'), 'the other answer has no such limit');
  const limits = factsOf(made, 'message').map(({ told }) => told.limits);
  assert.deepEqual(limits.at(-2), [{ code: 'authorised-officials' }], 'limits travel with what is told');
});

test('a report is a lead until a laboratory has confirmed the decision that it rests on', async () => {
  assert.equal(reportOf(made).lead, true);
  const of = { happened: '2026-02-02', about: here.decision };
  kept(await r.record(here.arm, 'finding', { ...of, by: r.who.police }));
  assert.equal(reportOf(kept(await here.certify())).lead, true, 'the police is no laboratory');
  kept(await r.record(here.arm, 'finding', { ...of, by: here.laboratory }));
  const confirmed = kept(await here.certify());
  assert.equal(reportOf(confirmed).lead, false);
  assert.equal(factsOf(confirmed, 'confirmed').length, 1);
  assert.equal(verifyReport(Buffer.from(confirmed.file)).lead, false);
});

test('entries are open where a fact rests on them and whoever makes the report may read them', async () => {
  type Entry = { entry: string; of: string; body?: string; why?: string };
  const entriesOf = (one: CertifiedTrace) => JSON.parse(one.file).report.proof.entries as Entry[];
  const closed = entriesOf(made).filter(({ of }) => of === 'arm');
  assert.ok(closed.length > 2 && closed.every(({ body }) => body === undefined));
  assert.deepEqual(new Set(closed.map(({ why }) => why)), new Set(['no-fact', 'not-entitled']));
  const everything = { ...actorOf(r, EVERYTHING), operator: here.contact.operator };
  const open = kept(await here.certify({ persons: true, units: true, why: 'Ordered.' }, everything));
  assert.ok(open.file.includes('Other depot'));
  const arms = entriesOf(open).filter(({ of, body }) => of === 'arm' && body !== undefined);
  assert.ok(arms.length > 2);
  assert.equal(verifyReport(Buffer.from(open.file)).ok, true);
  assert.ok(entriesOf(open).some(({ of, why }) => of === 'decision' && why === 'weighed'));
});

test('the ledger holds the digest of what was given out, and gives the same bytes again', async () => {
  const act = r.newId();
  const first = kept(await here.certify({ act }));
  const again = kept(await here.certify({ act }));
  assert.deepEqual(again, first);
  const look = { trace: here.trace, entry: first.entry };
  const viewed = kept(await r.run(viewTraceReport, look, here.contact));
  assert.deepEqual([viewed.file, viewed.digest], [first.file, first.digest]);
  const [row] = await r.db.rows<{ body: Buffer }>('select body from ledger_entry where entry_id = $1', [
    first.entry,
  ]);
  const body = row!.body.toString('utf8');
  assert.ok(body.includes(first.digest) && body.includes('"report-made"'));
  assert.ok(!body.includes(HOLDER));
  await r.db.rows("update trace_words set words = words || ' ' where entry_id = $1", [first.entry]);
  assert.equal(codeOf(await r.run(viewTraceReport, look, here.contact)), 'report-gone');
});

test('a program and whoever does not reach the trace make no report', async () => {
  assert.equal(codeOf(await here.certify({}, r.actor)), 'account-needed');
  assert.equal(codeOf(await here.certify({}, actorOf(r, { sees: new Set() }))), 'report-case-unseen');
  const none = { ...here.contact, scope: { ...here.contact.scope, arms: 'own' as const } };
  assert.equal(codeOf(await here.certify({}, none)), 'trace-unknown');
  assert.equal(codeOf(await here.certify({ trace: r.newId() })), 'trace-unknown');
});
