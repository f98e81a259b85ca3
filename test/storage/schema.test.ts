/**
 * The schema: what grows can be spread over servers without a change, schema.sql says what the migrations make, everything
 * is commented, and the working role can add to the ledger and never alter it.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { registerArm } from '../../src/acts/register-arm.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { connect, type Database } from '../../src/store/database.ts';
import { listDrift } from '../drift.ts';
import { type World, world } from '../world.ts';
import { distributionOf, formatSchema, listTables, type Table } from './catalogue.ts';

/** Tables that do not grow with arms or entries: few rows in any register. */
const SMALL = [
  'account',
  'home',
  'import_mapping',
  'ledger_epoch',
  'reference_entry',
  'register',
  'role',
  'schema_migration',
  'trace_rule',
];
const MANY_COLUMNS = 12;

let w: World;
let owner: Database;
let tables: readonly Table[];
before(async () => {
  w = await world();
  owner = connect(w.connection, { owner: true, connections: 1 });
  tables = await listTables(w.db);
  const input = registerArm.input.parse({ description: { class: 'pistol' } });
  assert.ok(!isRefusal(await registerArm.run(w.office, w.actor, input)));
  await w.numbering.drain();
});
after(async () => {
  await owner?.close();
  await w?.close();
});

test('every table is either spread by a column or in the list of those that stay small', () => {
  assert.ok(tables.length > 20, 'a check that sees nothing proves nothing');
  const growing = tables.filter((table) => distributionOf(table) !== undefined).map((table) => table.name);
  assert.ok(growing.includes('ledger_entry') && growing.includes('arm') && growing.includes('import_row'));
  const small = tables.filter((table) => distributionOf(table) === undefined).map((table) => table.name);
  assert.deepEqual(small, SMALL);
});

test('every growing table can be made in partitions with all its constraints and indexes', async () => {
  for (const table of tables) {
    const column = distributionOf(table);
    if (column === undefined) continue;
    await assert.doesNotReject(
      owner.transaction(async (tx) => {
        const spread = `create table spread.${table.name} (like public.${table.name} including all) partition by hash (${column})`;
        await tx.rows('create schema spread');
        await tx.rows(spread);
        for (const remainder of [0, 1])
          await tx.rows(
            `create table spread.part_${remainder} partition of spread.${table.name} for values with (modulus 2, remainder ${remainder})`,
          );
        // What is in the table today finds its place in one of the partitions.
        await tx.rows(`insert into spread.${table.name} select * from public.${table.name}`);
        await tx.rows('drop schema spread cascade');
      }),
      `${table.name} by ${column}`,
    );
  }
});

test('a key without the column that a table is spread by would be seen', async () => {
  const wrong = owner.transaction((tx) =>
    tx.rows('create temporary table wrong (like arm including all) partition by hash (register_id)'),
  );
  await assert.rejects(wrong, /must include all partitioning columns/);
});

test('migrations/schema.sql says what the migrations make, and a difference is told in words', () => {
  const live = formatSchema(tables);
  const written = readFileSync(new URL('../../migrations/schema.sql', import.meta.url), 'utf8');
  assert.deepEqual(listDrift(written, live), []);
  assert.deepEqual(listDrift(live.replace('  maker_key text,\n', ''), live), [
    'The migrations make, and migrations/schema.sql lacks: arm: maker_key text',
  ]);
  assert.match(listDrift(live.replaceAll('octet_length(body) <= 65536', 'true'), live).join(), /65536/);
});

test('every table has a comment, and every table of many columns comments on some of them', () => {
  for (const { name, comment, columns } of tables) {
    if (name === 'schema_migration') continue;
    assert.ok((comment ?? '').length > 20, `${name} has a comment`);
    if (columns.length > MANY_COLUMNS)
      assert.ok(
        columns.some((column) => column.comment),
        name,
      );
  }
});

const NEVER_CHANGED = [
  'ledger_entry',
  'ledger_leaf',
  'tree_node',
  'ledger_checkpoint',
  'ledger_epoch',
  'ledger_act',
  'home',
  'arm_number',
  'erasure',
  'reference_entry',
];

test('the working role cannot update, delete or truncate what must stand', async () => {
  const denied = { message: /permission denied/ };
  for (const name of NEVER_CHANGED) {
    const column = tables.find((table) => table.name === name)!.columns[0]!.name;
    await assert.rejects(w.db.rows(`update ${name} set ${column} = ${column}`), denied, `update ${name}`);
    await assert.rejects(w.db.rows(`delete from ${name}`), denied, `delete from ${name}`);
    await assert.rejects(w.db.rows(`truncate ${name}`), denied, `truncate ${name}`);
    const rights = await w.db.rows<{ any: boolean }>(
      "select has_any_column_privilege('countermark_app', $1::text, 'update') as any",
      [name],
    );
    assert.equal(rights[0]!.any, false, name);
  }
});

test('of the access log the working role can change nothing but which batch a line belongs to', async () => {
  const denied = { message: /permission denied/ };
  const columns = tables.find((table) => table.name === 'access_log')!.columns.map((column) => column.name);
  for (const column of columns) {
    const change = w.db.rows(`update access_log set ${column} = ${column}`);
    if (column === 'batch_id') await change;
    else await assert.rejects(change, denied, column);
  }
  await assert.rejects(w.db.rows('truncate access_log'), denied);
});

test('the working role makes no tables, no roles and reads no files', async () => {
  for (const order of [
    'create table more (a int)',
    'drop table arm',
    'alter table arm add column more int',
    'create role more',
    "select pg_read_file('/etc/hostname')",
    "copy arm_number to program 'true'",
  ])
    await assert.rejects(w.db.rows(order), { message: /permission denied|must be owner/ }, order);
});
