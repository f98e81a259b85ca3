/** What the law has erased is gone, does not come back, and leaves every proof whole. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { erasePersonalData } from '../../src/acts/erase-personal-data.ts';
import { prunePersonData } from '../../src/acts/prune-person-data.ts';
import { recordCourtOrder } from '../../src/acts/record-court-order.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { erasureLog, readErasureLog } from '../../src/doors/backup/erasure-log.ts';
import type { World } from '../world.ts';
import {
  ACTOR,
  backUpTo,
  emptyDatabase,
  exportAndVerify,
  folder,
  good,
  importNames,
  makeKeys,
  worldWith,
} from './backup-world.ts';

const ORDER = { authority: 'High Court of XA', number: '12/2026', date: '2026-01-05' };
const NAME = 'Zephyrine Quillfeather';

/** A world where one invented person holds an arm, with the list of erasures of its home. */
async function worldOfPerson(t: Parameters<typeof worldWith>[0]) {
  const old = await worldWith(t, 1);
  await importNames(t, old.office, [NAME, 'Another Person']);
  const log = path.join(folder(t), 'erasures.jsonl');
  const rows = await old.db.rows<{ person_id: string }>(
    `select person_id from person_data where data like '%${NAME}%'`,
  );
  const person = rows[0]!.person_id;
  const erase = (wanted: object) => {
    const act = erasePersonalData(erasureLog(log));
    return act.run(
      old.office,
      ACTOR,
      act.input.parse({ what: 'person', target: person, ground: 'request', ...wanted }),
    );
  };
  return { old, log, person, erase };
}

/** Everything in the database in which the name still stands. */
async function tracesOf(db: World['db']): Promise<string[]> {
  const found: string[] = [];
  for (const table of [
    'person_data',
    'import_row',
    'import_quarantine',
    'party',
    'erasure',
    'ledger_act',
    'work_item',
    'access_log',
  ]) {
    const rows = await db.rows(`select 1 from ${table} t where t::text ilike '%Quillfeather%'`);
    if (rows.length > 0) found.push(table);
  }
  const bodies = await db.rows(
    `select 1 from ledger_entry where position('Quillfeather'::bytea in body) > 0`,
  );
  return bodies.length > 0 ? [...found, 'ledger_entry'] : found;
}

const refusalOf = (value: unknown) => (isRefusal(value) ? [value.refused, value.clause] : value);

test('who holds an arm, or did within the minimum, is erased only by order, and then wholly (B7 40)', async (t) => {
  const { old, log, person, erase } = await worldOfPerson(t);
  assert.deepEqual(await tracesOf(old.db), ['person_data', 'import_row']);
  assert.deepEqual(refusalOf(await erase({})), ['person-holds-arms', 'FP 7']);
  assert.deepEqual(refusalOf(await erase({ ground: 'court-order' })), ['order-missing', undefined]);
  await old.db.rows(
    'update arm set keeper_id = null, bearer_id = null, owner_id = null where keeper_id = $1 or bearer_id = $1 or owner_id = $1',
    [person],
  );
  assert.deepEqual(refusalOf(await erase({})), ['minimum-not-ended', 'ITI 12']);

  const done = good(await erase({ ground: 'court-order', order: ORDER }));
  assert.equal(done.rows, 1);
  assert.deepEqual(await tracesOf(old.db), []);
  assert.deepEqual(refusalOf(await erase({ ground: 'court-order', order: ORDER })), [
    'person-unknown',
    undefined,
  ]);
  const verified = await exportAndVerify(t, old);
  assert.equal(verified.ok, true, JSON.stringify(verified.bad));
  const notes = good(await readErasureLog(log));
  assert.deepEqual(
    notes.map((note) => note.what),
    ['person', 'import-row'],
  );
  assert.equal(readFileSync(log, 'utf8').includes('Quillfeather'), false);
});

test('an erasure that cannot be noted is not done', async (t) => {
  const { old, person } = await worldOfPerson(t);
  const act = erasePersonalData(erasureLog('/dev/null/no-such-folder/erasures.jsonl'));
  const wanted = act.input.parse({ what: 'person', target: person, ground: 'court-order', order: ORDER });
  await assert.rejects(act.run(old.office, ACTOR, wanted), /nothing was erased/);
  assert.deepEqual(await tracesOf(old.db), ['person_data', 'import_row']);
});

test('erased data does not come back: neither from a later backup nor from an older one with the list', async (t) => {
  const { old, log, erase } = await worldOfPerson(t);
  const keys = await makeKeys();
  const dir = folder(t);
  const older = await backUpTo(old, dir, keys, 'older.age');
  good(await erase({ ground: 'authority-order', order: ORDER }));
  const later = await backUpTo(old, dir, keys, 'later.age');

  const first = await emptyDatabase(t, old);
  const restored = await first.open(good(await first.restore(later.file, keys.identity)));
  assert.deepEqual(await tracesOf(restored.office.db), []);

  const second = await emptyDatabase(t, old);
  const forgetful = await second.open(good(await second.restore(older.file, keys.identity)));
  assert.deepEqual(
    await tracesOf(forgetful.office.db),
    ['person_data', 'import_row'],
    'without the list nobody can know',
  );

  const third = await emptyDatabase(t, old);
  const erasures = good(await readErasureLog(log));
  const back = good(await third.restore(older.file, keys.identity, { erasures }));
  assert.equal(back.erasures, 2);
  const mindful = await third.open(back);
  assert.deepEqual(await tracesOf(mindful.office.db), []);
  assert.equal((await exportAndVerify(t, mindful)).ok, true);
});

test('the daily erasure takes those whose time has ended and puts off those whom a minimum or a court keeps', async (t) => {
  const { old, person, erase } = await worldOfPerson(t);
  await old.db.rows(
    'update arm set keeper_id = null, bearer_id = null, owner_id = null where keeper_id is not null',
  );
  await old.db.rows(`update person_data set retain_until = '2020-01-01'`);
  const note = erasureLog(path.join(folder(t), 'erasures.jsonl'));
  assert.deepEqual(await prunePersonData(old.office, ACTOR, note), {
    persons: 0,
    rows: 0,
    postponed: 2,
    more: false,
  });
  assert.deepEqual(await prunePersonData(old.office, ACTOR, note), {
    persons: 0,
    rows: 0,
    postponed: 0,
    more: false,
  });

  // Thirty years on, but for the one whom a court keeps.
  const later = { ...old.office, clock: () => Date.parse('2057-06-01T00:00:00Z') };
  const order = recordCourtOrder.input.parse({ subject: person, order: ORDER, keepUntil: '2060-01-01' });
  good(await recordCourtOrder.run(old.office, ACTOR, order));
  assert.deepEqual(await prunePersonData(later, ACTOR, note), {
    persons: 1,
    rows: 1,
    postponed: 0,
    more: false,
  });
  const act = erasePersonalData(note);
  const wish = act.input.parse({ what: 'person', target: person, ground: 'request' });
  assert.deepEqual(refusalOf(await act.run(later, ACTOR, wish)), ['kept-by-order', undefined]);
  good(await erase({ ground: 'court-order', order: ORDER }));
  assert.equal((await exportAndVerify(t, old)).ok, true);
});

test('a row of a file is erased with its salt, and an order about an arm stands in its history', async (t) => {
  const { old, erase } = await worldOfPerson(t);
  const [row] = await old.db.rows<{ fingerprint: string }>(
    `select fingerprint from import_row where cells like '%${NAME}%'`,
  );
  const done = good(await erase({ what: 'import-row', target: row!.fingerprint }));
  assert.equal(done.rows, 1);
  const [left] = await old.db.rows('select salt, cells from import_row where fingerprint = $1', [
    row!.fingerprint,
  ]);
  assert.deepEqual(left, { salt: null, cells: null });
  const inLedger = await old.db.rows(
    'select 1 from ledger_entry where position(convert_to($1, $2) in body) > 0',
    [row!.fingerprint, 'UTF8'],
  );
  assert.equal(inLedger.length, 0, 'a fingerprint could be tried out against guesses');
  const order = recordCourtOrder.input.parse({
    subject: old.arms[0],
    order: ORDER,
    says: 'The arm is to be kept as evidence.',
  });
  good(await recordCourtOrder.run(old.office, ACTOR, order));
});

test('a line of the list that a crash cut short is left out and harms no other', async (t) => {
  const log = path.join(folder(t), 'erasures.jsonl');
  const note = {
    id: '0190a1b2-0000-7000-8000-000000000001',
    what: 'person',
    target: '0190a1b2-0000-7000-8000-000000000002',
    ground: 'request',
    at: '2026-01-01T00:00:00.000Z',
  } as const;
  await erasureLog(log)([note]);
  writeFileSync(log, `${readFileSync(log, 'utf8')}{"id":"0190a1`);
  await erasureLog(log)([{ ...note, id: '0190a1b2-0000-7000-8000-000000000003' }]);
  assert.equal(good(await readErasureLog(log)).length, 2);
  writeFileSync(log, `{"id":"x","what":"all"}\n`);
  const refused = await readErasureLog(log);
  assert.equal(isRefusal(refused) && refused.refused, 'erasures-unreadable');
});
