/**
 * An upgrade from the first schema: a whole home that an earlier program left (homes/0001.sql, invented), brought forward
 * by this one, with every row as it was, its ledger provable, and work going on in it. And the ways an upgrade must not go:
 * over a newer database, with a changed step, or half.
 */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { findArms } from '../../src/acts/find-arms.ts';
import { machine } from '../../src/acts/office.ts';
import { recordEvent } from '../../src/acts/record-event.ts';
import { refoldArm } from '../../src/acts/refold-arm.ts';
import { viewArm } from '../../src/acts/view-arm.ts';
import { isRefusal, type Refusal } from '../../src/domain/base/refusal.ts';
import { openOffice } from '../../src/main/open-office.ts';
import { connect, type Database } from '../../src/store/database.ts';
import { migrate } from '../../src/store/migrate.ts';
import { getTreeHead } from '../../src/store/tree.ts';
import { world } from '../world.ts';

const MIGRATIONS = path.join(import.meta.dirname, '../../migrations');
const FIRST = '0001-ledger-and-arms.sql';
const HOME = readFileSync(new URL('homes/0001.sql', import.meta.url), 'utf8');
const ACTOR = machine('tester', 'test');

type Old = { readonly owner: Database; readonly url: string; readonly folder: string };

function got<T>(value: T | Refusal): T {
  assert.ok(!isRefusal(value), JSON.stringify(value));
  return value as T;
}

/** A database with the first schema and the home that an earlier program left in it. */
async function oldHome(t: TestContext): Promise<Old> {
  const here = await world();
  const name = `world_${process.pid}_old_${Date.now().toString(36)}`;
  const admin = connect(here.connection, { owner: true, connections: 1 });
  await admin.rows(`create database ${name} template template0`);
  const owner = connect({ ...here.connection, database: name }, { owner: true, connections: 2 });
  const folder = mkdtempSync(path.join(tmpdir(), 'upgrade-'));
  t.after(async () => {
    await owner.close();
    await admin.rows(`drop database ${name} with (force)`);
    await admin.close();
    await here.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const first = path.join(folder, 'first');
  cpSync(path.join(MIGRATIONS, FIRST), path.join(first, FIRST));
  await migrate(owner, urlOf(first));
  await owner.rows(HOME);
  const { host = '', port, user } = here.connection;
  return {
    owner,
    folder,
    url: `postgresql://${user}@localhost:${port}/${name}?host=${encodeURIComponent(host)}`,
  };
}

const urlOf = (folder: string): URL => pathToFileURL(`${folder}/`);

/** Every row of every table, as text, in the columns that there were. */
async function readAll(
  owner: Database,
  columns?: ReadonlyMap<string, string>,
): Promise<Map<string, string[]>> {
  const rows = new Map<string, string[]>();
  for (const [table, names] of columns ?? (await listColumns(owner)))
    rows.set(
      table,
      (await owner.rows<{ row: string }>(`select row(${names})::text as row from ${table} order by 1`)).map(
        ({ row }) => row,
      ),
    );
  return rows;
}

async function listColumns(owner: Database): Promise<Map<string, string>> {
  const rows = await owner.rows<{ name: string; columns: string }>(
    `select table_name as name, string_agg(column_name, ', ' order by ordinal_position) as columns
     from information_schema.columns where table_schema = 'public' and table_name <> 'schema_migration' group by 1`,
  );
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

/** Opens the old home with the key that its ledger was signed with. */
async function openOn(old: Old) {
  cpSync(
    new URL('homes/0001-checkpoint-1.pem', import.meta.url),
    path.join(old.folder, 'home/keys/checkpoint-1.pem'),
  );
  const config = { home: path.join(old.folder, 'home'), databaseUrl: old.url, host: '127.0.0.1', port: 0 };
  const said: string[] = [];
  const opened = await openOffice(config, {
    role: 'cli',
    command: 'test',
    kind: 'either',
    state: 'ZZ',
    connections: 4,
    say: (text) => said.push(text),
  });
  return { ...got(opened), said };
}

test('a home of the first schema goes forward with every row as it was, and work goes on in it', async (t) => {
  const old = await oldHome(t);
  const columns = await listColumns(old.owner);
  const before = await readAll(old.owner, columns);
  assert.ok((before.get('arm')?.length ?? 0) >= 4 && (before.get('person_data')?.length ?? 0) >= 2);
  await migrate(old.owner, urlOf(MIGRATIONS));
  assert.deepEqual(await readAll(old.owner, columns), before);

  const { office, home, numbering, close } = await openOn(old);
  try {
    assert.deepEqual([home.state, home.kind], ['XA', 'live'], 'a home stays what it is');
    const [noted] = await office.db.rows<{ note: string; size: number }>(
      'select note, size from ledger_checkpoint order by size desc limit 1',
    );
    const head = await getTreeHead(office.db);
    assert.ok(head.size >= noted!.size);
    for (const table of ['ledger_entry', 'ledger_leaf', 'ledger_checkpoint', 'arm', 'person_data']) {
      const rows = (await readAll(old.owner, new Map([[table, columns.get(table)!]]))).get(table);
      const kept = before.get(table)!.filter((row) => rows?.includes(row));
      assert.equal(kept.length, before.get(table)!.length, `every row of ${table} is still there`);
    }
    const found = got(await findArms.run(office, ACTOR, findArms.input.parse({ serial: 'ZN04471O' })));
    const arm = found.arms[0]!.id;
    const view = got(await viewArm.run(office, ACTOR, { arm }));
    assert.ok(view.events.length >= 8);
    const arms = await office.db.rows<{ arm_id: string }>('select arm_id from arm');
    for (const { arm_id } of arms)
      assert.deepEqual(
        got(await refoldArm.run(office, ACTOR, { arm: arm_id })).differences,
        [],
        'nothing to mend',
      );
    const event = recordEvent.input.parse({ arm, type: 'sighted', happened: '2026-01-02', how: 'read' });
    got(await recordEvent.run(office, ACTOR, event));
    await numbering.drain();
    assert.ok((await getTreeHead(office.db)).size > head.size);
  } finally {
    await close();
  }
});

test('the roots that were signed before still fit the tree', async (t) => {
  const old = await oldHome(t);
  await migrate(old.owner, urlOf(MIGRATIONS));
  const head = await getTreeHead(old.owner);
  const notes = await old.owner.rows<{ note: string }>('select note from ledger_checkpoint');
  assert.ok(notes.some(({ note }) => note.split('\n')[2] === Buffer.from(head.root).toString('base64')));
});

test('sessions and drafts live through the next step of the schema', async (t) => {
  const old = await oldHome(t);
  await migrate(old.owner, urlOf(MIGRATIONS));
  const id = '0199d2a0-0000-7000-8000-000000000001';
  await old.owner.rows(`
    insert into session (token_hash, account_id, kind, second_factor, began_at, seen_at, expires_at)
      values (decode(repeat('ab', 32), 'hex'), '${id}', 'whole', true, now(), now(), now() + interval '1 hour');
    insert into draft (account_id, draft_id, path, fields, saved_at) values ('${id}', '${id}', '/arms/new', '{"serial":"ZN"}', now())`);
  const columns = new Map(
    [...(await listColumns(old.owner))].filter(([table]) => ['session', 'draft'].includes(table)),
  );
  const before = await readAll(old.owner, columns);
  const next = path.join(old.folder, 'next');
  cpSync(MIGRATIONS, next, { recursive: true });
  writeFileSync(
    path.join(next, '9000-next.sql'),
    'alter table session add column tried integer; create table later (x int);',
  );
  assert.deepEqual((await migrate(old.owner, urlOf(next))).applied, ['9000-next.sql']);
  assert.deepEqual(await readAll(old.owner, columns), before);
  assert.equal(before.get('session')?.length, 1);
});

test('a database that a newer program has worked in is refused with a sentence and left as it is', async (t) => {
  const old = await oldHome(t);
  await old.owner.rows(
    "insert into schema_migration (number, name, digest) values (9000, '9000-next.sql', 'x')",
  );
  const columns = await listColumns(old.owner);
  // Should it open after all, it is closed, so that this test fails and does not wait.
  await assert.rejects(
    openOn(old).then((opened) => opened.close()),
    /step 9000 \(9000-next\.sql\).*a newer one has worked in it\. Nothing was changed\. Start that newer program/,
  );
  assert.deepEqual(await listColumns(old.owner), columns);
  const steps = await old.owner.rows('select number from schema_migration order by 1');
  assert.deepEqual(
    steps.map(({ number }) => number),
    [1, 9000],
  );
});

test('a step that was changed after it was taken is refused', async (t) => {
  const old = await oldHome(t);
  const changed = path.join(old.folder, 'changed');
  cpSync(MIGRATIONS, changed, { recursive: true });
  writeFileSync(
    path.join(changed, FIRST),
    `${readFileSync(path.join(MIGRATIONS, FIRST), 'utf8')}\n-- changed\n`,
  );
  await assert.rejects(migrate(old.owner, urlOf(changed)), /0001-ledger-and-arms\.sql is not the one/);
});

test('an upgrade that breaks off leaves the home of before, which the next start brings forward', async (t) => {
  const old = await oldHome(t);
  const broken = path.join(old.folder, 'broken');
  cpSync(MIGRATIONS, broken, { recursive: true });
  writeFileSync(path.join(broken, '9000-next.sql'), 'create table later (x int); select 1 / 0;');
  const columns = await listColumns(old.owner);
  await assert.rejects(migrate(old.owner, urlOf(broken)));
  assert.deepEqual(await listColumns(old.owner), columns);
  const { applied } = await migrate(old.owner, urlOf(MIGRATIONS));
  const steps = readdirSync(MIGRATIONS).filter((name) => /^\d{4}-/.test(name));
  assert.equal(applied.length, steps.length - 1);
});
