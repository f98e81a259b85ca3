/** Journeys of the many shapes of a register: several sheets, merged cells, totals, counted arms, mappings, a dry run. */
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import exceljs from 'exceljs';
import { findSavedMapping } from '../../src/acts/begin-import.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { parseMappingFile } from '../../src/doors/import/columns.ts';
import { importFile } from '../../src/doors/import/import-file.ts';
import { makeWorkbook } from '../../src/doors/sheets/sheet-fixtures.ts';
import { writeXlsx } from '../../src/doors/sheets/write.ts';
import { type World, world } from '../world.ts';
import { armRow, armsTable, bringIn, countAll, fileOf, folderOf, HEADINGS } from './hands.ts';

let w: World;
before(async () => {
  w = await world();
});
after(() => w.close());

test('several sheets: each by its own headings, and one that is no register goes to quarantine', async (t) => {
  const other = ['Modèle', 'Marque', 'Numéro de série', 'Calibre'];
  const book = writeXlsx([
    { name: 'One', rows: armsTable(5, 1000) },
    {
      name: 'Deux',
      rows: [['Registre de Hollin'], [], other, ['D58', 'Fabrique Dorlane', 'QX001100', '.308']],
    },
    { name: 'Notes', rows: [['Called the depot on Monday'], ['They promised the list']] },
  ]);
  const result = await bringIn(w, fileOf(folderOf(t), 'three.xlsx', book), { register: 'Three sheets' });
  assert.deepEqual([result.rowsRead, result.armsMade, result.quarantined], [8, 6, 2]);
  assert.deepEqual(result.quarantineReasons, { 'columns-not-understood': 2 });
  assert.equal(result.columns.Deux?.Modèle, 'model');
});

test('a unit merged over its arms is the unit of each of them', async (t) => {
  const file = `${folderOf(t)}/merged.xlsx`;
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('R');
  sheet.addRows([HEADINGS, ...[1, 2, 3, 4].map((n) => armRow(2000 + n))].map((row) => [...row]));
  sheet.mergeCells('F2:F4');
  sheet.getCell('F2').value = 'Merged Brigade';
  await book.xlsx.writeFile(file);
  await bringIn(w, file, { register: 'Merged' });
  const units = await w.db.rows<{ serial: string; name: string }>(
    "select a.serial, p.name from arm a join party p on p.party_id = a.unit_id where a.serial like 'ZN00200_' order by 1",
  );
  assert.deepEqual(
    units.map((row) => row.name),
    ['Merged Brigade', 'Merged Brigade', 'Merged Brigade', 'Depot 0'],
  );
});

test('totals and repeated headings go to quarantine, wherever the word stands; counted arms are a holding and no arm', async (t) => {
  const headings = ['N°', ...HEADINGS];
  const counted = ['2', '', 'Orevall Works', 'AKM × 40', '7.62x39', 'Assault rifle', 'Depot 1'];
  const rows = [
    headings,
    ['1', ...armRow(3001)],
    counted,
    headings,
    ['TOTAL', 400],
    ['', 41, '', '', '', 'Total général'],
    ['Sous-total', '41', 'armes'],
    ['3', ...armRow(3002)],
  ];
  const result = await bringIn(w, fileOf(folderOf(t), 'totals.xlsx', rows), { register: 'Totals' });
  assert.deepEqual(result.quarantineReasons, { 'repeated-heading': 1, 'totals-row': 3 });
  assert.deepEqual([result.armsRegistered, result.armsMade], [3, 2]);
  const [holding] = await w.db.rows('select quantity, model, counted_out from arm_holding');
  assert.deepEqual(holding, { quantity: 40, model: 'AKM × 40', counted_out: 0 });
  const listed = await w.db.rows<{ cells: string }>(
    "select cells from import_quarantine where import_id = $1 and reasons = 'totals-row' order by row_no",
    [result.import],
  );
  assert.equal(listed[0]?.cells, '["TOTAL","400"]');
});

const ODD = [
  ['Ref A', 'Ref B', 'Ref C'],
  ['QZ 55001', 'Kestrane', 'Heron'],
  ['QZ 55002', 'Kestrane', 'Heron'],
];

test('columns that are not sure: refused with what is needed, and nothing is kept', async (t) => {
  const before = await countAll(w);
  const file = fileOf(folderOf(t), 'odd.csv', ODD);
  const refused = await importFile(w.office, w.actor, { path: file, register: 'Odd' });
  assert.ok(isRefusal(refused) && refused.refused === 'mapping-needed', JSON.stringify(refused));
  assert.match(String(refused.facts?.doubts), /columns seen: column A → serial/);
  assert.deepEqual(await countAll(w), before);
});

test('a mapping by headings and letters brings them in, and is saved by its name for the next file', async (t) => {
  const folder = folderOf(t);
  const mapping = parseMappingFile(
    '{"headingRow":1,"columns":{"Ref A":"serial","ref b":"maker","C":"model"}}',
  );
  assert.ok(!isRefusal(mapping));
  const file = fileOf(folder, 'odd.csv', ODD);
  const options = { register: 'Odd', mapping, saveAs: 'Monthly' };
  const result = await bringIn(w, file, options);
  assert.deepEqual(result.columns['']?.['Ref A'] ?? Object.values(result.columns)[0]!['Ref A'], 'serial');
  const [arm] = await w.db.rows("select maker, model from arm where serial = 'QZ 55001'");
  assert.deepEqual(arm, { maker: 'Kestrane', model: 'Heron' });

  const saved = parseMappingFile((await findSavedMapping(w.office, 'Monthly')) ?? '');
  assert.deepEqual(saved, mapping);
  const next = fileOf(folder, 'next.csv', [...ODD, ['QZ 55003', 'Kestrane', 'Heron']]);
  const later = await bringIn(w, next, { register: 'Odd', mapping: saved as typeof mapping });
  assert.deepEqual([later.armsMade, later.alreadyKnown], [1, 2]);
});

test('a mapping that was proposed is saved by headings, so that it fits when columns have moved', async (t) => {
  const folder = folderOf(t);
  await bringIn(w, fileOf(folder, 'a.xlsx', armsTable(3, 4000)), { register: 'Saved', saveAs: 'Depots' });
  const saved = parseMappingFile((await findSavedMapping(w.office, 'Depots')) ?? '');
  assert.ok(!isRefusal(saved));
  assert.equal(saved.columns['Serial number'], 'serial');
  const turned = armsTable(4, 4000).map((row) => [...row].reverse());
  const next = await bringIn(w, fileOf(folder, 'b.xlsx', turned), { register: 'Saved', mapping: saved });
  assert.deepEqual([next.armsMade, next.alreadyKnown], [1, 3]);
});

test('a mapping file that is none, names no field or has rubbish is refused', () => {
  for (const text of ['', '{', '[]', '{"columns":{"A":"weapon"}}', '{"columns":{"A":"serial"},"more":1}']) {
    const parsed = parseMappingFile(text);
    assert.ok(isRefusal(parsed) && parsed.refused === 'mapping-unreadable', text);
  }
});

test('a dry run says what it would do and writes nothing at all', async (t) => {
  const before = await countAll(w);
  const file = fileOf(folderOf(t), 'dry.xlsx', armsTable(30, 5000));
  const options = { path: file, register: 'Dry', dryRun: true, saveAs: 'Dry' };
  const tried = await importFile(w.office, w.actor, options);
  assert.ok(!isRefusal(tried));
  assert.deepEqual([tried.rowsRead, tried.armsRegistered, tried.import], [30, 30, undefined]);
  assert.equal(tried.first?.length, 20);
  assert.equal(tried.first?.[0]?.understood.outcome, 'arm');
  assert.deepEqual(await countAll(w), before);
});

test('a formula is never run: the value kept with it counts', async (t) => {
  const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const columns = ['A', 'B', 'C', 'D', 'E', 'F'];
  const head = columns.map((letter, at) => cell(`${letter}1`, HEADINGS[at]!)).join('');
  const rest = columns
    .slice(1)
    .map((letter, at) => cell(`${letter}2`, armRow(1)[at + 1]!))
    .join('');
  const formula = '<c r="A2" t="str"><f>HYPERLINK("http://localhost/","x")</f><v>ZN600001</v></c>';
  const sheet = `<sheetData><row r="1">${head}</row><row r="2">${formula}${rest}</row></sheetData>`;
  const file = `${folderOf(t)}/formula.xlsx`;
  writeFileSync(file, makeWorkbook({ sheets: { R: sheet } }));
  assert.equal((await bringIn(w, file, { register: 'Formulas' })).armsMade, 1);
  assert.equal((await w.db.rows("select 1 from arm where serial = 'ZN600001'")).length, 1);
});
