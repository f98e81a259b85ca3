/** Journeys of files: every row is accounted for, and what was brought in once is known again, however it comes back. */
import assert from 'node:assert/strict';
import { createWriteStream, readFileSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { after, before, test } from 'node:test';
import exceljs from 'exceljs';
import { dirtyCsv } from '../../src/doors/demo/dirty-csv.ts';
import { dirtyWorkbook } from '../../src/doors/demo/dirty-workbook.ts';
import { SheetProblemError } from '../../src/doors/sheets/problem.ts';
import { type World, world } from '../world.ts';
import { armRow, armsTable, bringIn, countAll, fileOf, folderOf, HEADINGS } from './hands.ts';

let w: World;
before(async () => {
  w = await world();
});
after(() => w.close());

test('a dirty workbook: all accounted for; again, saved by another program, with columns in another order: nothing new', async (t) => {
  const folder = folderOf(t);
  const file = fileOf(folder, 'dirty.xlsx', dirtyWorkbook(11, 600));
  const first = await bringIn(w, file);
  assert.equal(first.quarantineReasons['totals-row'], 1);
  assert.equal(first.quarantineReasons['repeated-heading'], 4);
  assert.equal(first.columns.Registre?.['N° affaire'], 'caseNumber');
  const [{ n: totals } = { n: -1 }] = await w.db.rows<{ n: number }>(
    "select count(*) as n from arm where serial = '600'",
  );
  assert.equal(totals, 0, 'the row of totals is no arm');
  const known = first.armsRegistered;

  const again = await bringIn(w, file);
  assert.deepEqual([again.armsRegistered, again.alreadyKnown, again.armsMade], [0, known, 0]);

  const saved = await saveAgain(file, `${folder}/saved.xlsx`);
  assert.notDeepEqual(readFileSync(saved), readFileSync(file));
  const bySaved = await bringIn(w, saved);
  assert.deepEqual([bySaved.rowsRead, bySaved.armsRegistered, bySaved.alreadyKnown], [605, 0, known]);

  const turned = await saveAgain(file, `${folder}/turned.xlsx`, (columns) => columns.reverse());
  const byTurned = await bringIn(w, turned);
  assert.deepEqual([byTurned.armsRegistered, byTurned.alreadyKnown], [0, known]);
});

/** Reads the workbook with another program and writes it again, its columns in the order that `turn` gives. */
async function saveAgain(
  from: string,
  to: string,
  turn: (columns: number[]) => number[] = (columns) => columns,
): Promise<string> {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(from);
  const written = new exceljs.Workbook();
  for (const sheet of book.worksheets) {
    const copy = written.addWorksheet(sheet.name);
    const order = turn(Array.from({ length: sheet.columnCount }, (_, at) => at + 1));
    sheet.eachRow({ includeEmpty: true }, (row, number) => {
      for (const [at, column] of order.entries()) {
        const cell = copy.getCell(number, at + 1);
        cell.value = row.getCell(column).value;
        cell.style = row.getCell(column).style;
      }
    });
  }
  await written.xlsx.writeFile(to);
  return to;
}

test('a dirty CSV of several batches: all accounted for, and known again', async (t) => {
  const file = `${folderOf(t)}/dirty.csv`;
  const out = createWriteStream(file);
  await dirtyCsv(5, 5000, (text) => void out.write(text));
  out.end();
  await finished(out);
  const first = await bringIn(w, file, { register: 'CSV' });
  assert.equal(first.rowsRead, 5000);
  assert.ok(first.otherObjects > 0 && first.armsRegistered > 4500, JSON.stringify(first));
  const holdings = await w.db.rows('select 1 from arm_holding');
  assert.ok(holdings.length > 0);
  const again = await bringIn(w, file, { register: 'CSV' });
  assert.deepEqual([again.armsRegistered, again.alreadyKnown], [0, first.armsRegistered]);
});

test('with a hundred rows more: exactly those', async (t) => {
  const folder = folderOf(t);
  const options = { register: 'Growing' };
  await bringIn(w, fileOf(folder, 'a.xlsx', armsTable(300)), options);
  const before = await countAll(w);
  const more = await bringIn(w, fileOf(folder, 'b.xlsx', armsTable(400)), options);
  assert.deepEqual([more.armsRegistered, more.alreadyKnown, more.armsMade], [100, 300, 100]);
  assert.equal((await countAll(w)).arm, before.arm! + 100);
  const [{ n } = { n: 0 }] = await w.db.rows<{ n: number }>(
    "select count(*) as n from arm where serial = 'ZN000400'",
  );
  assert.equal(n, 1);
});

test('two like rows without a serial stay two, on a second run too; three after two are one more', async (t) => {
  const folder = folderOf(t);
  const options = { register: 'Unnumbered' };
  const like = ['', 'Belmor-Hask', 'BH 38', '.38 Special', 'Revolver', 'Depot 1'];
  const tableOf = (count: number) => [HEADINGS, armRow(900_001), ...new Array<string[]>(count).fill(like)];
  const two = fileOf(folder, 'two.xlsx', tableOf(2));
  assert.equal((await bringIn(w, two, options)).armsMade, 3);
  assert.equal((await bringIn(w, two, options)).armsMade, 0);
  const three = await bringIn(w, fileOf(folder, 'three.xlsx', tableOf(3)), options);
  assert.deepEqual([three.armsMade, three.alreadyKnown], [1, 3]);
  const fewer = await bringIn(w, fileOf(folder, 'one.xlsx', tableOf(1)), options);
  assert.deepEqual([fewer.armsMade, fewer.alreadyKnown], [0, 2]);
});

test('the same row may stand in two batches: both are kept, and both are known again', async (t) => {
  const like = ['', 'Belmor-Hask', 'BH 7', '7.65', 'Pistol', 'Depot 2'];
  const rows = armsTable(2500, 700_000).map((row, at) =>
    at === 10 || at === 1995 || at === 2400 ? like : row,
  );
  const file = fileOf(folderOf(t), 'batches.csv', rows);
  assert.equal((await bringIn(w, file, { register: 'Batches' })).armsMade, 2500);
  const again = await bringIn(w, file, { register: 'Batches' });
  assert.deepEqual([again.armsMade, again.alreadyKnown], [0, 2500]);
});

test('a serial that comes again in another case is another row, and a proposal for a person', async (t) => {
  const folder = folderOf(t);
  const headings = ['Serial number', 'Maker', 'Model', 'Calibre', 'Type', 'Case number'];
  const seized = (caseNumber: string) => ['ZQ7700123', 'Tannegg Arms', 'T17', '9x19', 'Pistol', caseNumber];
  const options = { register: 'Evidence room' };
  await bringIn(w, fileOf(folder, 'a.xlsx', [headings, seized('RP 1/2020')]), options);
  const second = await bringIn(w, fileOf(folder, 'b.xlsx', [headings, seized('RP 2/2024')]), options);
  assert.deepEqual([second.armsRegistered, second.alreadyKnown], [1, 0]);
  const items = await w.db.rows<{ subject_id: string; against_id: string }>(
    `select subject_id, against_id from work_item where kind = 'perhaps-same-arm'
     and subject_id in (select arm_id from arm where serial = 'ZQ7700123')`,
  );
  assert.equal(items.length, 1);
  const [earlier] = await w.db.rows<{ arm_id: string }>(
    "select arm_id from arm where serial = 'ZQ7700123' order by arm_id limit 1",
  );
  assert.equal(items[0]!.against_id, earlier!.arm_id);
});

test('a file that breaks off in the middle keeps whole batches; mended, it brings the rest and nothing twice', async (t) => {
  const folder = folderOf(t);
  const options = { register: 'Broken off' };
  const good = armsTable(5000, 800_000).map((row) => `${row.join(',')}\n`);
  const broken = fileOf(folder, 'broken.csv', `${good.join('')}ZN1,"${'x'.repeat(1_100_000)}"\n`);
  await assert.rejects(bringIn(w, broken, options), (error: unknown) => {
    assert.ok(error instanceof SheetProblemError);
    assert.equal(error.problem.refused, 'cell-too-large');
    return true;
  });
  const [{ n } = { n: 0 }] = await w.db.rows<{ n: number }>(
    "select count(*) as n from arm join register using (register_id) where name = 'Broken off'",
  );
  assert.equal(n, 4000);
  const whole = await bringIn(w, fileOf(folder, 'mended.csv', good.join('')), options);
  assert.deepEqual([whole.armsMade, whole.alreadyKnown], [1000, 4000]);
});

test('stopped between batches and begun again, a file goes on where it was and counts on', async (t) => {
  const stop = new AbortController();
  const file = fileOf(folderOf(t), 'stopped.csv', armsTable(7000, 820_000));
  const options = { register: 'Stopped' };
  const onProgress = () => stop.abort();
  const partly = await bringIn(w, file, { ...options, signal: stop.signal, onProgress });
  assert.ok(partly.stopped && partly.armsMade >= 2000 && partly.armsMade < 7000, String(partly.armsMade));
  const whole = await bringIn(w, file, options);
  assert.deepEqual([whole.import, whole.armsMade, whole.rowsRead], [partly.import, 7000, 7000]);
  const rows = await w.db.rows<{ state: string }>('select state from import_job where import_id = $1', [
    whole.import,
  ]);
  assert.equal(rows[0]!.state, 'done');
});

test('a dry run tells which rows are known already, each as often as it was brought in, and keeps nothing', async (t) => {
  const folder = folderOf(t);
  const file = fileOf(folder, 'before.xlsx', armsTable(30, 7000));
  const dry = (path: string) => bringIn(w, path, { register: 'Looked at', dryRun: true });
  const unknown = await dry(file);
  assert.deepEqual([unknown.armsRegistered, unknown.alreadyKnown], [30, 0]);
  await bringIn(w, file, { register: 'Looked at' });
  const rows = await w.db.rows('select 1 as one from import_row');
  const more = fileOf(folder, 'more.xlsx', armsTable(40, 7000));
  const known = await dry(more);
  assert.deepEqual([known.rowsRead, known.armsRegistered, known.alreadyKnown], [40, 10, 30]);
  assert.deepEqual([known.first?.[0]?.known, known.armsMade], [true, 10]);
  assert.equal((await w.db.rows('select 1 as one from import_row')).length, rows.length);
  const other = await bringIn(w, more, { register: 'Another', dryRun: true });
  assert.equal(other.alreadyKnown, 0, 'another register has not met them');
  const real = await bringIn(w, more, { register: 'Looked at' });
  assert.deepEqual(
    [real.armsRegistered, real.alreadyKnown],
    [10, 30],
    'the import finds what the dry run said',
  );
});

test('B-08: serials that cannot be are counted among what is damaged, and the arms are registered all the same', async (t) => {
  const rows = [
    'Serial number,Maker,Type,Year,Date',
    'ABC123456,Taurus,pistol,1990,2023-05-02',
    'ABC123457,Taurus,pistol,2020,2023-05-02',
  ];
  const { armsRegistered, damage } = await bringIn(
    w,
    fileOf(folderOf(t), 'impossible.csv', Buffer.from(`${rows.join('\n')}\n`)),
  );
  assert.equal(armsRegistered, 2);
  assert.deepEqual(damage, { 'serial-other-year': 1 });
});
