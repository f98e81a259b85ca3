/** Every list goes on where a page of it ends: page by page it is the same as at once, nothing twice and nothing left out. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { ACTS, type AnyAct } from '../../src/acts/all-acts.ts';
import { consolePerson } from '../../src/acts/console-person.ts';
import { findParties } from '../../src/acts/find-parties.ts';
import { keepDefaultRoles } from '../../src/acts/keep-default-roles.ts';
import { listApiKeys } from '../../src/acts/list-api-keys.ts';
import { listEmergencies } from '../../src/acts/list-emergencies.ts';
import { listQuarantined } from '../../src/acts/list-quarantined.ts';
import { listRoles } from '../../src/acts/list-roles.ts';
import { listWork } from '../../src/acts/list-work.ts';
import { makeApiKey } from '../../src/acts/make-api-key.ts';
import { perform } from '../../src/acts/perform.ts';
import { recordParty } from '../../src/acts/record-party.ts';
import { NAMESAKES_MAX } from '../../src/store/party.ts';
import { kept, type Registry, registry } from './registry.ts';

const NAMESAKES = NAMESAKES_MAX + 10;
const PAGES_MAX = 200;
let r: Registry;

before(async () => {
  r = await registry();
  await keepDefaultRoles(r.office);
  const arms = [await r.register(), await r.register(), await r.register(), await r.register()];
  for (const [n, { arm }] of arms.entries()) {
    kept(await r.record(arm, 'hand-over-posted', { to: { keeper: r.who.other }, due: '2020-01-01' }));
    if (n > 1) await r.db.rows('update arm set pending_due = null where arm_id = $1', [arm]);
    const made = [arm, r.newId(), r.newId(), 'x', Buffer.alloc(16), `2026-01-0${2 - (n % 2)}`];
    await r.db.rows(
      `insert into emergency_access (arm_id, emergency_id, account_id, reason, salt, from_at, until_at, reviewed_at)
       values ($1, $2, $3, $4, $5, $6, $6, ${n === 3 ? "'2026-01-03'" : 'null'})`,
      made,
    );
    const key = { name: `Key ${n}`, role: 'auditor' };
    kept(await perform(r.office, consolePerson(), 'test', makeApiKey, key));
  }
  for (const batch of [r.newId(), r.newId()])
    for (const [sheet, row] of [
      ['First/sheet', 2],
      ['First/sheet', 10],
      ['Second\nsheet', 1],
    ])
      await r.db.rows(
        "insert into import_quarantine (import_id, sheet, row_no, reasons) values ($1, $2, $3, 'no-mark')",
        [batch, sheet, row],
      );
  for (let n = 0; n < NAMESAKES; n++)
    for (const kind of ['dealer', 'person'])
      kept(await r.run(recordParty, { name: kind === 'person' ? 'Awa Sorel' : 'Tarvos', kind }));
});
after(() => r.close());

/** All of a list, page by page. */
async function paged<T>(
  read: (after: string | undefined) => Promise<{ rows: readonly T[]; next: string | undefined }>,
): Promise<T[]> {
  const all: T[] = [];
  let from: string | undefined;
  for (let page = 0; page < PAGES_MAX; page++) {
    const { rows, next } = await read(from);
    all.push(...rows);
    if (next === undefined) return all;
    from = next;
  }
  throw new Error('the list has no end');
}

test('every act whose answer is a list takes a cursor and gives one', () => {
  const lists = ACTS.filter(({ name }) => /^(list|find)-/.test(name));
  assert.ok(lists.length >= 9, `${lists.length}`);
  const fieldsOf = (act: AnyAct, io: 'input' | 'output'): readonly string[] => {
    const schema = io === 'input' ? act.input : act.output;
    return Object.keys(z.toJSONSchema(schema!, { io, unrepresentable: 'any' }).properties ?? {});
  };
  for (const act of lists) {
    assert.ok(fieldsOf(act, 'input').includes('after'), `${act.name} takes no "after"`);
    assert.ok(fieldsOf(act, 'output').includes('next'), `${act.name} gives no "next"`);
  }
});

test('rows in quarantine, keys, roles and emergencies come page by page as they do at once', async () => {
  const rows = await paged(async (from) => {
    const page = kept(await r.run(listQuarantined, { limit: 1, after: from }));
    return { rows: page.rows, next: page.next };
  });
  assert.deepEqual(rows, kept(await r.run(listQuarantined, {})).rows);
  assert.equal(rows.length, 6);
  const keys = await paged(async (from) => {
    const page = kept(await r.run(listApiKeys, { limit: 1, after: from }));
    return { rows: page.keys, next: page.next };
  });
  assert.deepEqual(keys, kept(await r.run(listApiKeys, {})).keys);
  assert.equal(keys.length, 4);
  const roles = await paged(async (from) => {
    const page = kept(await r.run(listRoles, { limit: 2, after: from }));
    return { rows: page.roles, next: page.next };
  });
  assert.deepEqual(roles, kept(await r.run(listRoles, {})).roles);
  assert.ok(roles.length > 10);
  for (const [waiting, count] of [
    [true, 3],
    [false, 4],
  ] as const) {
    const found = await paged(async (from) => {
      const page = kept(await r.run(listEmergencies, { waiting, limit: 1, after: from }));
      return { rows: page.emergencies, next: page.next };
    });
    assert.deepEqual(found, kept(await r.run(listEmergencies, { waiting })).emergencies);
    assert.equal(found.length, count);
  }
});

test('a list of emergencies goes on after one that was reviewed meanwhile', async () => {
  const first = kept(await r.run(listEmergencies, { limit: 1 }));
  const all = kept(await r.run(listEmergencies, {})).emergencies;
  await r.db.rows('update emergency_access set reviewed_at = now() where emergency_id = $1', [first.next]);
  const rest = kept(await r.run(listEmergencies, { after: first.next })).emergencies;
  assert.deepEqual(
    rest.map((one) => one.id),
    all.slice(1).map((one) => one.id),
  );
});

test('hand-overs have pages of their own, and a further page of one list comes without the other', async () => {
  const whole = kept(await r.run(listWork, {}));
  const found = await paged(async (from) => {
    const page = kept(await r.run(listWork, { limit: 1, handOversAfter: from }));
    if (from !== undefined) assert.deepEqual(page.items, []);
    return { rows: page.handOvers, next: page.handOversNext };
  });
  assert.deepEqual(found, whole.handOvers);
  assert.deepEqual(
    found.map(({ due }) => due),
    ['2020-01-01', '2020-01-01', undefined, undefined],
  );
  assert.equal(new Set(found.map(({ arm }) => arm)).size, 4);
});

test('parties of one name come page by page, bodies and persons alike', async () => {
  for (const name of ['Tarvos', 'Awa Sorel']) {
    const found = await paged(async (from) => {
      const page = kept(await r.run(findParties, { name, after: from }));
      return { rows: page.parties, next: page.next };
    });
    assert.equal(new Set(found.map(({ id }) => id)).size, NAMESAKES, name);
    assert.equal(found.length, NAMESAKES, name);
  }
});
