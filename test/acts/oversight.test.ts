/** What overseers are shown: patterns of looks at named persons, an administrator's acts of the day, facts recorded late. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addPerson } from '../../src/acts/add-person.ts';
import { consolePerson } from '../../src/acts/console-person.ts';
import { findPerson } from '../../src/acts/find-person.ts';
import { ARMS_OF_ONE_MIN, flagLooks, WITHOUT_NUMBER_MIN } from '../../src/acts/flag-looks.ts';
import { keepDefaultRoles } from '../../src/acts/keep-default-roles.ts';
import { listChanges } from '../../src/acts/list-changes.ts';
import { listLateEntries } from '../../src/acts/list-late-entries.ts';
import { makeApiKey } from '../../src/acts/make-api-key.ts';
import type { Person } from '../../src/acts/office.ts';
import { perform } from '../../src/acts/perform.ts';
import { recordEvent } from '../../src/acts/record-event.ts';
import { recordParty } from '../../src/acts/record-party.ts';
import { renamePerson } from '../../src/acts/rename-person.ts';
import { viewArm } from '../../src/acts/view-arm.ts';
import { FACT_KINDS, RIGHTS_KINDS } from '../../src/store/oversight.ts';
import { codeOf, kept, type Registry, registry } from './registry.ts';

const CONSOLE = consolePerson();
let r: Registry;
before(async () => {
  r = await registry();
  await keepDefaultRoles(r.office);
});
after(() => r.close());

const as = <I, O>(
  who: Person,
  act: Parameters<typeof perform<I, O>>[3],
  input: object,
  purpose = 'C-17/2026',
) => perform(r.office, who, purpose, act, input);

async function signsIn(name: string, role = 'registry-clerk'): Promise<Person> {
  const login = `l${r.newId().slice(-10)}`;
  const { account } = kept(await as(CONSOLE, addPerson, { login, name, posting: { role } }));
  await r.db.rows(`update account set state = 'active' where account_id = $1`, [account]);
  return (await findPerson(r.office, account))!;
}

/** Arms in the hands of one person. */
async function armsOf(name: string, count: number): Promise<readonly string[]> {
  const [holder] = kept(await r.run(recordParty, { name, kind: 'person' })).parties;
  const arms: string[] = [];
  for (let n = 0; n < count; n++) {
    const marks = [{ kind: 'serial', part: 'receiver', text: `${r.newId().slice(-8)}` }];
    arms.push((await r.register({ marks, to: { owner: holder, keeper: holder } })).arm);
  }
  return arms;
}

const flagsOf = async (who: Person, by: Person) =>
  kept(await as(by, flagLooks, {})).flags.filter(({ operator }) => operator === who.operator);

test('J-11: looks at arms of oneself, of one’s family name and of a colleague are told, and those of strangers are not', async () => {
  const supervisor = await signsIn('Odile Marchetti', 'supervisor');
  const [reader, plain] = [await signsIn('Awa Vasquill'), await signsIn('Tomas Rell')];
  const [own] = await armsOf('awa  vasquill', 1);
  const [kin] = await armsOf('Irenka VASQUILL', 1);
  const [colleague] = await armsOf('Tomas Rell', 1);
  const [stranger] = await armsOf('Zelda Quorn', 1);
  for (const arm of [own, kin, colleague, stranger]) kept(await as(reader, viewArm, { arm }));
  kept(await as(plain, viewArm, { arm: stranger }));
  assert.deepEqual(
    (await flagsOf(reader, supervisor)).map(({ pattern, arms, name }) => [pattern, arms, name]),
    [
      ['own-name', 1, 'Awa Vasquill'],
      ['family-name', 1, 'Awa Vasquill'],
      ['colleague', 1, 'Awa Vasquill'],
    ],
  );
  assert.deepEqual(await flagsOf(plain, supervisor), []);
  const told = await flagsOf(reader, supervisor);
  assert.ok(told.every(({ holder, holderName }) => holder === undefined && holderName === undefined));
  const auditor = await signsIn('Pia Lund', 'auditor');
  assert.deepEqual(
    (await flagsOf(reader, auditor)).map(({ holderName }) => holderName),
    ['awa  vasquill', 'Irenka VASQUILL', 'Tomas Rell'],
  );
  assert.equal(codeOf(await as(reader, flagLooks, {})), 'not-permitted');
});

test('J-11: many arms of one person, and many looks without a number in the purpose, are told from so many on', async () => {
  const supervisor = await signsIn('Odile Marchetti', 'supervisor');
  const reader = await signsIn('Juna Okabe');
  const arms = await armsOf('Mirko Adebayo', ARMS_OF_ONE_MIN);
  for (const arm of arms.slice(1)) kept(await as(reader, viewArm, { arm }));
  kept(await as(reader, viewArm, { arm: arms[1] }));
  assert.deepEqual(await flagsOf(reader, supervisor), [], 'the same arm twice is one arm');
  kept(await as(reader, viewArm, { arm: arms[0] }));
  assert.deepEqual(
    (await flagsOf(reader, supervisor)).map(({ pattern, arms: count }) => [pattern, count]),
    [['one-person', ARMS_OF_ONE_MIN]],
  );
  const idle = await signsIn('Bo Halvorsen');
  const others = [...arms, ...(await armsOf('Lio Farrow', ARMS_OF_ONE_MIN))];
  assert.equal(others.length, WITHOUT_NUMBER_MIN);
  for (const arm of others) kept(await as(idle, viewArm, { arm }, 'routine'));
  assert.ok((await flagsOf(idle, supervisor)).some(({ pattern }) => pattern === 'no-number'));
  for (const arm of others) kept(await r.run(viewArm, { arm }, { ...r.actor, purpose: 'routine' }));
  const machines = kept(await as(supervisor, flagLooks, {})).flags.filter(
    ({ operator }) => operator === 'tester',
  );
  assert.deepEqual(machines, [], 'the register itself is nobody to ask');
  const diligent = await signsIn('Cai Novak');
  for (const arm of others) kept(await as(diligent, viewArm, { arm }, 'قضية ٤٧'));
  assert.ok(!(await flagsOf(diligent, supervisor)).some(({ pattern }) => pattern === 'no-number'));
});

test('J-11: many openings by emergency access, or one found not justified, are told', async () => {
  const supervisor = await signsIn('Odile Marchetti', 'supervisor');
  const [many, one, bad] = [await signsIn('A Bel'), await signsIn('C Del'), await signsIn('E Fel')];
  const opened = (who: Person, verdict: string | null) =>
    r.db.rows(
      `insert into emergency_access (arm_id, emergency_id, account_id, reason, salt, from_at, until_at, verdict)
       values ($1, $2, $3, 'x', $4, now(), now(), $5)`,
      [r.newId(), r.newId(), who.operator, Buffer.alloc(16), verdict],
    );
  for (const verdict of ['justified', 'justified', null]) await opened(many, verdict);
  await opened(one, 'justified');
  await opened(bad, 'not-justified');
  const told = async (who: Person) =>
    (await flagsOf(who, supervisor)).map(({ pattern, arms, unjustified }) => [pattern, arms, unjustified]);
  assert.deepEqual(await told(many), [['emergencies', 3, 0]]);
  assert.deepEqual(await told(one), []);
  assert.deepEqual(await told(bad), [['emergencies', 1, 1]]);
});

test('J-04: an administrator’s acts are told the same day, by whom and to whom, page by page', async () => {
  const auditor = await signsIn('Pia Lund', 'auditor');
  const admin = await signsIn('Vera Adomi', 'administrator');
  const other = await signsIn('Tomas Rell');
  kept(await as(admin, renamePerson, { account: other.operator, name: 'Tomas Relling' }));
  kept(await as(admin, makeApiKey, { name: 'Customs', role: 'auditor' }));
  const found = kept(await as(auditor, listChanges, { hours: 24, limit: 3 }));
  assert.deepEqual(
    found.changes.slice(0, 2).map(({ kind, name, subjectName }) => [kind, name, subjectName]),
    [
      ['make-api-key', 'Vera Adomi', undefined],
      ['rename-person', 'Vera Adomi', 'Tomas Relling'],
    ],
  );
  const rest = kept(await as(auditor, listChanges, { hours: 24, after: found.next }));
  const acts = [...found.changes, ...rest.changes].map(({ act }) => act);
  assert.equal(new Set(acts).size, acts.length);
  const whole = kept(await as(auditor, listChanges, { hours: 24 }));
  assert.deepEqual(
    acts,
    whole.changes.map(({ act }) => act),
  );
  assert.equal(codeOf(await as(admin, listChanges, {})), 'not-permitted');
  assert.equal(codeOf(await as(auditor, listChanges, { hours: 2, from: '2026-01-01' })), 'input-unreadable');
});

test('J-04: facts recorded long after they happened are told by person, with how many in all', async () => {
  const auditor = await signsIn('Pia Lund', 'auditor');
  const clerk = { operator: (await signsIn('Slow Hand')).operator, purpose: 'x', scope: r.actor.scope };
  const today = new Date().toISOString().slice(0, 10);
  const { arm, number } = await r.register({ happened: today });
  kept(await r.run(recordEvent, { arm, type: 'sighted', how: 'read', happened: '2022-05' }, clerk));
  kept(await r.run(recordEvent, { arm, type: 'sighted', how: 'read', happened: today }, clerk));
  const found = kept(await as(auditor, listLateEntries, { hours: 24 }));
  const [slow] = found.people.filter(({ name }) => name === 'Slow Hand');
  assert.deepEqual([slow?.late, slow?.recorded], [1, 2]);
  const [line] = found.entries.filter(({ operator }) => operator === clerk.operator);
  assert.deepEqual([line?.number, line?.event, line?.happened], [number, 'sighted', '2022-05']);
  assert.ok((line?.daysLate ?? 0) > 365);
  const blind = {
    ...auditor,
    role: { ...auditor.role, powers: { ...auditor.role.powers, 'list-late-entries': 'none' } },
  } as const;
  assert.deepEqual(kept(await as(blind, listLateEntries, { hours: 24 })).entries, []);
});

test('both lists are read by the indexes that were made for them', async () => {
  for (const [kinds, index] of [
    [RIGHTS_KINDS, 'ledger_act_rights'],
    [FACT_KINDS, 'ledger_act_facts'],
  ] as const) {
    const listed = kinds.map((kind) => `'${kind}'`).join(', ');
    const plan = await r.db.transaction(async (tx) => {
      await tx.rows('set local enable_seqscan = off');
      return tx.rows<{ 'QUERY PLAN': string }>(
        `explain select act_id from ledger_act where kind in (${listed}) and recorded_at > now() order by recorded_at desc limit 5`,
      );
    });
    assert.ok(
      plan.some((line) => line['QUERY PLAN'].includes(index)),
      index,
    );
  }
});
