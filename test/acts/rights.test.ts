/** People, postings, roles and keys: who may change them, and that what was taken away counts for nothing from then on. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addPerson } from '../../src/acts/add-person.ts';
import { defineRole } from '../../src/acts/all-acts.ts';
import { consolePerson } from '../../src/acts/console-person.ts';
import { endApiKey } from '../../src/acts/end-api-key.ts';
import { endPosting } from '../../src/acts/end-posting.ts';
import { findArms } from '../../src/acts/find-arms.ts';
import { findClient, findPerson } from '../../src/acts/find-person.ts';
import { keepDefaultRoles } from '../../src/acts/keep-default-roles.ts';
import { listPeople } from '../../src/acts/list-people.ts';
import { listRoles } from '../../src/acts/list-roles.ts';
import { makeApiKey } from '../../src/acts/make-api-key.ts';
import type { Person } from '../../src/acts/office.ts';
import { perform } from '../../src/acts/perform.ts';
import { postPerson } from '../../src/acts/post-person.ts';
import { recordAgency } from '../../src/acts/record-agency.ts';
import { recordParty } from '../../src/acts/record-party.ts';
import { reinstatePerson } from '../../src/acts/reinstate-person.ts';
import { renamePerson } from '../../src/acts/rename-person.ts';
import { resetPerson } from '../../src/acts/reset-person.ts';
import { suspendPerson } from '../../src/acts/suspend-person.ts';
import { codeOf, kept, type Registry, registry } from './registry.ts';

let r: Registry;
const CONSOLE = consolePerson();
before(async () => {
  r = await registry();
});
after(() => r.close());

type AnyPerson = Parameters<typeof perform>[1];
const as = <I, O>(person: AnyPerson, act: Parameters<typeof perform<I, O>>[3], input: object) =>
  perform(r.office, person, 'C-17/2026', act, input);

/** Brings somebody in and through the door, as sign-in would. */
async function person(
  role: string,
  party?: string,
): Promise<{ account: string; posting: string; who: Person }> {
  const login = `${role}.${r.newId().slice(-8)}`;
  const posting = { role, ...(party ? { party } : {}) };
  const { account } = kept(await as(CONSOLE, addPerson, { login, name: 'Irenka Vasquill', posting }));
  await r.db.rows(`update account set state = 'active' where account_id = $1`, [account]);
  const [row] = await r.db.rows<{ id: string }>(
    'select posting_id as id from posting where account_id = $1',
    [account],
  );
  const who = await findPerson(r.office, account);
  assert.ok(who);
  return { account, posting: row!.id, who };
}

/** Everything that the ledger holds, as text. */
async function ledgerText(): Promise<string> {
  const rows = await r.db.rows<{ text: string }>(
    `select string_agg(convert_from(body, 'UTF8'), ' ') as text from ledger_entry`,
  );
  return rows[0]!.text;
}

test('a person is brought in once, with a link that is shown once; the ledger holds ids and no name', async () => {
  const input = { act: r.newId(), login: 'm.orlane', name: 'Mirabel Orlane', posting: { role: 'keeper' } };
  const first = kept(await as(CONSOLE, addPerson, input));
  const again = kept(await as(CONSOLE, addPerson, input));
  assert.match(first.token ?? '', /^[\w-]{43}$/);
  assert.deepEqual([again.account, again.token], [first.account, undefined]);
  assert.equal(codeOf(await as(CONSOLE, addPerson, { ...input, act: r.newId() })), 'login-taken');
  kept(await as(CONSOLE, renamePerson, { account: first.account, name: 'Mirabel Orlane-Tesk' }));
  const text = await ledgerText();
  assert.ok(text.includes(first.account));
  for (const secret of ['Mirabel', 'Orlane', 'm.orlane', first.token!])
    assert.ok(!text.includes(secret), secret);
  const rows = await r.db.rows<{ text: string }>('select l::text as text from one_time_link l');
  assert.ok(rows.length > 0 && rows.every((row) => !row.text.includes(first.token!)));
});

test('where the first posting cannot be, nobody is brought in', async () => {
  const input = { login: 'never.there', name: 'X', posting: { role: 'no-such-role' } };
  assert.equal(codeOf(await as(CONSOLE, addPerson, input)), 'role-unknown');
  const gone = { ...input, posting: { role: 'keeper', party: r.newId() } };
  assert.equal(codeOf(await as(CONSOLE, addPerson, gone)), 'party-unknown');
  const rows = await r.db.rows(`select 1 as one from account where login = 'never.there'`);
  assert.equal(rows.length, 0);
});

test('J-02: a suspension and an ended posting count from the next request on', async () => {
  const { account, posting } = await person('keeper', r.who.depot);
  assert.ok(await findPerson(r.office, account, posting));
  kept(await as(CONSOLE, suspendPerson, { account }));
  assert.equal(await findPerson(r.office, account), undefined);
  assert.equal(codeOf(await as(CONSOLE, resetPerson, { account })), 'account-suspended');
  kept(await as(CONSOLE, reinstatePerson, { account }));
  await r.db.rows(`update account set state = 'active' where account_id = $1`, [account]);
  assert.ok(await findPerson(r.office, account, posting));
  kept(await as(CONSOLE, endPosting, { posting }));
  assert.equal(await findPerson(r.office, account, posting), undefined);
  assert.equal(await findPerson(r.office, account), undefined);
});

test('a posting counts on its days only, and only for its own account', async () => {
  const { account } = await person('keeper');
  const other = await person('auditor');
  const later = { account, role: 'auditor', from: '2999-01-01' };
  kept(await as(CONSOLE, postPerson, later));
  kept(
    await as(CONSOLE, postPerson, { account, role: 'supervisor', from: '2001-01-01', until: '2001-12-31' }),
  );
  const rows = await r.db.rows<{ id: string }>(
    `select posting_id as id from posting where account_id = $1 and role <> 'keeper'`,
    [account],
  );
  assert.equal(rows.length, 2);
  for (const { id } of rows) assert.equal(await findPerson(r.office, account, id), undefined);
  assert.equal(await findPerson(r.office, account, other.posting), undefined);
  const reversed = { account, role: 'auditor', from: '2026-02-01', until: '2026-01-01' };
  assert.equal(codeOf(await as(CONSOLE, postPerson, reversed)), 'days-reversed');
});

test('own means the agency, what is below it, and what was merged into it', async () => {
  const [unit, below, merged] = [r.newId(), r.newId(), r.newId()];
  kept(await as(CONSOLE, recordAgency, { party: unit, kind: 'unit', name: 'Unit', parent: r.who.army }));
  kept(await as(CONSOLE, recordAgency, { party: below, kind: 'depot', name: 'Below', parent: unit }));
  kept(await as(CONSOLE, recordAgency, { party: merged, kind: 'depot', name: 'Merged' }));
  const { account } = await person('keeper', unit);
  assert.deepEqual((await findPerson(r.office, account))!.parties.toSorted(), [unit, below].toSorted());
  kept(await as(CONSOLE, recordAgency, { party: merged, type: 'party-merged', into: below }));
  assert.deepEqual(
    (await findPerson(r.office, account))!.parties.toSorted(),
    [unit, below, merged].toSorted(),
  );
  const { account: none } = await person('keeper');
  assert.deepEqual((await findPerson(r.office, none))!.parties, []);
});

test('an agency that has ended takes nothing in, and an act on agencies touches no person', async () => {
  const [gone, holder] = [r.newId(), r.newId()];
  kept(await as(CONSOLE, recordAgency, { party: gone, kind: 'unit', name: 'Gone' }));
  kept(await as(CONSOLE, recordAgency, { party: gone, type: 'party-disbanded' }));
  kept(await as(CONSOLE, recordParty, { party: holder, kind: 'person', name: 'Somebody' }));
  const refusedAs = async (wish: object) => codeOf(await as(CONSOLE, recordAgency, wish));
  assert.equal(await refusedAs({ party: gone, type: 'party-renamed', name: 'Again' }), 'party-is-gone');
  assert.equal(await refusedAs({ party: r.who.post, type: 'party-merged', into: gone }), 'party-is-gone');
  assert.equal(
    await refusedAs({ party: r.who.post, type: 'party-merged', into: r.who.post }),
    'party-into-itself',
  );
  assert.equal(await refusedAs({ party: holder, type: 'party-renamed', name: 'Else' }), 'party-no-agency');
  assert.equal(await refusedAs({ kind: 'person', name: 'Else' }), 'input-unreadable');
  const { account } = await person('keeper');
  assert.equal(
    codeOf(await as(CONSOLE, postPerson, { account, role: 'keeper', party: gone })),
    'party-is-gone',
  );
});

test('nobody gives himself or herself a role, and nobody but who may gives one at all', async () => {
  const admin = await person('administrator');
  const spare = await person('administrator');
  const self = { account: admin.account, role: 'auditor' };
  assert.equal(codeOf(await as(admin.who, postPerson, self)), 'own-rights');
  const wider = { name: 'administrator', powers: { ...admin.who.role.powers, 'view-arm': 'all' } };
  const role = { ...wider, sees: ['holder'], events: 'all', secondFactor: false };
  assert.equal(codeOf(await as(admin.who, defineRole, { role })), 'own-rights');
  for (const act of [suspendPerson, resetPerson, reinstatePerson])
    assert.equal(codeOf(await as(admin.who, act, { account: admin.account })), 'own-rights');
  const keeper = await person('keeper');
  assert.equal(codeOf(await as(keeper.who, postPerson, self)), 'not-permitted');
  kept(await as(spare.who, postPerson, self));
});

test('the last active administrator stays, whichever way he or she would be taken away', async () => {
  const alone = await registry();
  try {
    const run = (who: Person, act: Parameters<typeof perform>[3], input: object) =>
      perform(alone.office, who, '', act, input) as Promise<{ account: string }>;
    const posting = { role: 'administrator' };
    const ids: string[] = [];
    for (const login of ['first.one', 'second.one'])
      ids.push((await run(CONSOLE, addPerson as never, { login, name: 'N', posting })).account);
    await alone.db.rows(`update account set state = 'active'`);
    // Each suspends the other at the same moment: one of them wins.
    const [first, second] = await Promise.all(ids.map((id) => findPerson(alone.office, id)));
    const both = await Promise.all([
      run(first!, suspendPerson as never, { account: ids[1] }),
      run(second!, suspendPerson as never, { account: ids[0] }),
    ]);
    assert.deepEqual(both.map(codeOf).toSorted(), ['kept', 'last-administrator']);
    const [left] = await alone.db.rows<{ account: string; posting: string }>(
      `select p.account_id as account, p.posting_id as posting from posting p join account a using (account_id)
       where a.state = 'active'`,
    );
    const refused = async (act: unknown, input: object) => codeOf(await run(CONSOLE, act as never, input));
    assert.equal(await refused(suspendPerson, { account: left!.account }), 'last-administrator');
    assert.equal(await refused(endPosting, { posting: left!.posting }), 'last-administrator');
    const role = { name: 'administrator', powers: {}, sees: [], events: [], secondFactor: true };
    assert.equal(await refused(defineRole, { role }), 'last-administrator');
  } finally {
    await alone.close();
  }
});

test('a role is defined with acts that exist, holds at once, and stands in the ledger in full', async () => {
  const { account } = await person('customs');
  const refusedAs = async (more: object) =>
    codeOf(
      await as(CONSOLE, defineRole, {
        role: {
          ...{ name: 'customs', powers: { 'find-arms': 'all' }, sees: [], events: [], secondFactor: false },
          ...more,
        },
      }),
    );
  assert.equal(await refusedAs({ powers: { 'find-everything': 'all' } }), 'act-unknown');
  assert.equal(await refusedAs({ powers: { toString: 'all' } }), 'act-unknown');
  assert.equal(await refusedAs({ events: ['vanished'] }), 'event-unknown');
  assert.equal(await refusedAs({ name: 'Customs!' }), 'role-name');
  assert.equal(await refusedAs({ powers: { 'find-arms': 'everything' } }), 'input-unreadable');
  assert.equal(await refusedAs({ secondFactor: undefined }), 'input-unreadable', 'nothing is left out');
  assert.equal(await refusedAs({ powers: { 'list-work': 'none' } }), 'kept');
  const who = await findPerson(r.office, account);
  assert.equal(codeOf(await as(who!, findArms, {})), 'not-permitted');
  assert.ok((await ledgerText()).includes('"powers":{"list-work":"none"}'));
  assert.equal(await keepDefaultRoles(r.office), undefined);
  const { roles } = kept(await as(CONSOLE, listRoles, {}));
  assert.deepEqual(
    roles.filter((one) => !one.asShipped).map((one) => [one.name, Object.keys(one.powers)]),
    [['customs', ['list-work']]],
  );
});

test('a home from before roles, or with older ones, gets those of the program and keeps its own', async () => {
  const old = await registry();
  try {
    const owner = old.db;
    await owner.rows(`update role set powers = '{}' where name = 'keeper'`);
    await owner.rows(`update role set powers = '{}', by_state = true where name = 'auditor'`);
    assert.equal(await keepDefaultRoles(old.office), undefined);
    const rows = await owner.rows<{ name: string; powers: string }>(
      `select name, powers from role where name in ('keeper', 'auditor') order by name`,
    );
    assert.equal(rows[0]!.powers, '{}');
    assert.match(rows[1]!.powers, /view-arm/);
    const count = async () =>
      (await owner.rows<{ n: number }>('select count(*) as n from ledger_entry'))[0]!.n;
    const before = await count();
    assert.equal(await keepDefaultRoles(old.office), undefined);
    assert.equal(await count(), before);
  } finally {
    await old.close();
  }
});

test('a key is shown once, works at once under its own role, and ends at once', async () => {
  const input = { act: r.newId(), name: 'Depot sheets', role: 'exchange-clerk', perMinute: 7 };
  const made = kept(await as(CONSOLE, makeApiKey, input));
  assert.equal(kept(await as(CONSOLE, makeApiKey, input)).secret, undefined);
  assert.match(made.secret ?? '', /^cmk_[\w-]{43}$/);
  const client = await findClient(r.office, made.secret!);
  assert.deepEqual(
    [client?.operator, client?.role.name, client?.perMinute],
    [`key:${made.key}`, 'exchange-clerk', 7],
  );
  assert.equal(codeOf(await as(client!, findArms, {})), 'not-permitted');
  for (const wrong of [`${made.secret}x`, made.secret!.replace(/.$/, '-'), 'cmk_', '', made.key])
    assert.equal(await findClient(r.office, wrong), undefined, wrong);
  const rows = await r.db.rows<{ text: string }>('select k::text as text from api_key k');
  assert.ok(rows.every((row) => !row.text.includes(made.secret!)));
  assert.ok(!(await ledgerText()).includes(made.secret!));
  kept(await as(CONSOLE, endApiKey, { key: made.key }));
  assert.equal(await findClient(r.office, made.secret!), undefined);
  assert.equal(codeOf(await as(CONSOLE, endApiKey, { key: made.key })), 'key-unknown');
});

test('no key gives rights to others, lives for ever, or outlives its last day or a restore', async () => {
  const make = (more: object) => as(CONSOLE, makeApiKey, { name: 'K', role: 'auditor', ...more });
  assert.equal(codeOf(await make({ role: 'administrator' })), 'key-gives-rights');
  assert.equal(codeOf(await make({ expires: '2999-01-01' })), 'key-days');
  assert.equal(codeOf(await make({ expires: '2001-01-01' })), 'key-days');
  const today = new Date().toISOString().slice(0, 10);
  const { secret, key } = kept(await make({ expires: today }));
  assert.ok(await findClient(r.office, secret!));
  const tomorrow = { ...r.office, clock: () => Date.now() + 86_400_000 };
  assert.equal(await findClient(tomorrow, secret!), undefined);
  await r.db.rows(`insert into ledger_epoch (epoch, origin, verifier_key, base_size, began_at)
    values (2, 'o', 'k', 0, now() + interval '1 second')`);
  assert.equal(await findClient(r.office, secret!), undefined, key);
});

test('the list of people shows names to those who oversee', async () => {
  const admin = await person('administrator');
  const { people, next } = kept(await as(admin.who, listPeople, { limit: 2 }));
  assert.equal(people.length, 2);
  assert.equal(next, people[1]!.login);
  assert.ok(people.every((one) => one.name !== undefined));
  const blind = { ...admin.who, role: { ...admin.who.role, sees: [] } };
  assert.ok(kept(await as(blind, listPeople, {})).people.every((one) => one.name === undefined));
});
