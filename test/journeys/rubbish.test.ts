/**
 * Rubbish and malice brought to a register: refused with a sentence and nothing kept, or kept as it stood and shown so that
 * it harms nobody. A row that cannot be kept never stops the rows around it.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { exportArms } from '../../src/acts/export-arms.ts';
import { findArms } from '../../src/acts/find-arms.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { shown } from '../../src/doors/cli/command.ts';
import { diceOf } from '../../src/doors/demo/random.ts';
import { importFile } from '../../src/doors/import/import-file.ts';
import { formatCsvRow } from '../../src/doors/sheets/write.ts';
import { sayRefusal } from '../../src/doors/words/refusals.ts';
import { type World, world } from '../world.ts';
import { armRow, armsTable, bringIn, countAll, fileOf, folderOf, HEADINGS, type Table } from './hands.ts';

let w: World;
before(async () => {
  w = await world();
});
after(() => w.close());

const WIDE = [...HEADINGS, 'Place', 'Case number', 'Offence', 'Seal number', 'Property mark', 'Owner'];

test('what is no register is refused with a sentence, and nothing of it is kept', async (t) => {
  const folder = folderOf(t);
  const before = await countAll(w);
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100)]);
  const cases: [string, RegExp][] = [
    [fileOf(folder, 'picture.xlsx', png), /it seems to be a picture \(PNG\)/],
    [fileOf(folder, 'empty.csv', ''), /the file is empty/],
    [fileOf(folder, 'blank.csv', '\n\n\n'), /has no rows/],
    [fileOf(folder, 'binary.csv', Buffer.from([1, 2, 3, 0, 4, 5, 0, 0, 9])), /readable text/],
    [folder, /it is a folder, not a file/],
  ];
  for (const [path, sentence] of cases) {
    const refused = await importFile(w.office, w.actor, { path, register: 'Rubbish' });
    assert.ok(isRefusal(refused), `${path}: ${JSON.stringify(refused)}`);
    assert.match(sayRefusal(refused), sentence);
  }
  assert.deepEqual(await countAll(w), before);
});

/** A good row, the bad one, and a good row behind it: the good ones must be arms. */
async function amongGood(
  folder: string,
  name: string,
  bad: readonly string[],
  headings: Table[number] = HEADINGS,
) {
  const number = [...name].reduce((sum, sign) => (sum * 31 + sign.codePointAt(0)!) % 800_000, 7);
  const table = [headings, armRow(number), bad, armRow(number + 1)];
  const result = await bringIn(w, fileOf(folder, `${name}.csv`, table), { register: name });
  const [{ n } = { n: 0 }] = await w.db.rows<{ n: number }>(
    'select count(*) as n from arm join register using (register_id) where name = $1 and serial like $2',
    [name, 'ZN%'],
  );
  assert.ok(n >= 2, `${name}: the rows around it are arms`);
  return result;
}

/** A text that no compression shortens, of characters that take three bytes each. */
function noise(characters: number, [first, last]: [number, number] = [0x4e00, 0x9fff]): string {
  const dice = diceOf(42, 'noise', characters);
  return Array.from({ length: characters }, () => String.fromCharCode(dice.from(first, last))).join('');
}

/** Signs that each become three or more when they are made comparable. */
const LIGATURES: [number, number] = [0xfd50, 0xfd8f];

test('a row that no entry can hold goes to quarantine with its reason, and the import goes on', async (t) => {
  const long = Array.from({ length: 5 }, () => noise(7_900));
  const result = await amongGood(folderOf(t), 'Long', [...armRow(5), ...long, ''], WIDE);
  assert.deepEqual([result.armsMade, result.armsRegistered], [2, 2]);
  assert.deepEqual(result.quarantineReasons, { 'entry-too-large': 1 });
  const [kept] = await w.db.rows<{ cells: string }>(
    'select cells from import_quarantine where import_id = $1',
    [result.import],
  );
  assert.ok(kept!.cells.includes(long[0]!), 'the row stands there whole');
});

test('serials, makers and names longer than an index takes stop nothing', async (t) => {
  const folder = folderOf(t);
  const serial = await amongGood(folder, 'Serial', ['9'.repeat(10_000), ...armRow(1).slice(1)]);
  assert.equal(serial.quarantined, 1);
  for (const length of [300, 301, 2_000]) {
    const [word, other] = [noise(length), noise(length + 1).slice(1)];
    const named = ['QX1', word, other, '', 'Pistol', '', '', '', '', '', '', word];
    const result = await amongGood(folder, `Words ${length}`, named, WIDE);
    assert.deepEqual([result.armsMade, result.quarantined], length <= 300 ? [3, 0] : [2, 1], `${length}`);
  }
  const grown = [noise(299, LIGATURES), noise(300, LIGATURES)] as const;
  const words = [`1${grown[0]}`, ...grown, '', 'Pistol', grown[0], '', '', '', '', '', grown[1]];
  assert.equal((await amongGood(folder, 'Grown', words, WIDE)).rowsRead, 3);
  const mark = await amongGood(folder, 'Mark', [`A${noise(380)}1`, ...armRow(1).slice(1)]);
  assert.equal(mark.rowsRead, 3);
});

test('a row of ten thousand columns is set aside, and so is one with a document in a cell', async (t) => {
  const folder = folderOf(t);
  const wide = await amongGood(folder, 'Wide', [...armRow(7), ...new Array<string>(9_994).fill('x')]);
  assert.deepEqual(wide.quarantineReasons, { 'too-wide': 1 });
  const document = await amongGood(folder, 'Document', [...armRow(7).slice(0, 5), 'word '.repeat(50_000)]);
  assert.deepEqual(document.quarantineReasons, { 'too-long': 1 });
});

test('long rows come in small batches, so that memory stays bounded', async (t) => {
  const note = 'word '.repeat(60_000);
  const rows = Array.from({ length: 40 }, (_, at) => [...armRow(780_000 + at).slice(0, 5), note]);
  const file = fileOf(folderOf(t), 'heavy.csv', [HEADINGS, ...rows]);
  const result = await bringIn(w, file, { register: 'Heavy' });
  assert.deepEqual(result.quarantineReasons, { 'too-long': 40 });
  const batches = await w.db.rows("select 1 from ledger_act where kind = 'import-batch' and result like $1", [
    `%${result.import}%`,
  ]);
  assert.ok(batches.length >= 5, `${batches.length} batches`);
});

test('zero characters, broken UTF-8 and half characters are shown as lost and kept', async (t) => {
  const folder = folderOf(t);
  const bad = ['ZN\0 7711', 'Ore\0vall', 'O-9', '9x19', 'Pistol', 'Dep\0ot'];
  const zeros = fileOf(folder, 'zero.csv', [...armsTable(300, 760_000), bad, armRow(760_400)]);
  const zero = await bringIn(w, zeros, { register: 'Zero' });
  assert.deepEqual([zero.armsMade, zero.quarantined], [302, 0]);
  const [arm] = await w.db.rows(
    "select maker from arm where maker like 'Ore%vall' and maker like '%\ufffd%'",
  );
  assert.deepEqual(arm, { maker: 'Ore\ufffdvall' });
  const text = armsTable(3, 770_000)
    .map((row) => `${row.join(',')}\n`)
    .join('');
  const bytes = Buffer.concat([
    Buffer.from(text),
    Buffer.from([0x5a, 0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80]),
    Buffer.from(',m,o,9x19,Pistol,é\n'),
  ]);
  const broken = await bringIn(w, fileOf(folder, 'broken.csv', bytes), {
    register: 'Broken',
    encoding: 'utf-8',
  });
  assert.deepEqual([broken.rowsRead, broken.format.encoding], [4, 'utf-8']);
  assert.notEqual(broken.format.replaced, '0');
});

test('a serial with hidden direction signs keeps them, is flagged, found without them and shown with them', async (t) => {
  const hidden = 'ZN\u202e445566\u200b';
  const result = await amongGood(folderOf(t), 'Hidden', [hidden, ...armRow(1).slice(1)]);
  assert.equal(result.damage['control-characters'], 1);
  const found = await findArms.run(w.office, w.actor, findArms.input.parse({ serial: 'ZN445566' }));
  assert.ok(!isRefusal(found));
  assert.deepEqual(
    found.arms.map((arm) => arm.serial),
    [hidden],
  );
  assert.equal(shown(hidden), 'ZN⟨202e⟩445566⟨200b⟩');
});

test('what a spreadsheet would take for an order is made safe in an export', async (t) => {
  const orders = ['=HYPERLINK("http://localhost/","x")', '+cmd|/C calc!A0', '-2+3', '@SUM(A1)'];
  const rows = orders.map((order, at) => [`ZN88000${at}`, order, order, '9x19', 'Pistol', order]);
  await bringIn(w, fileOf(folderOf(t), 'orders.csv', [HEADINGS, ...rows]), { register: 'Orders' });
  const lines: string[] = [];
  const wanted = findArms.input.parse({ register: 'Orders' });
  await exportArms(w.office, w.actor, wanted, async (some) => {
    for (const row of some) lines.push(formatCsvRow([...row]));
  });
  assert.equal(lines.length, 6, 'the word demonstration, the headings and four arms');
  const all = lines.join('');
  for (const order of orders) assert.ok(all.includes(`'${order.replaceAll('"', '""')}`), order);
  assert.doesNotMatch(all, /(?:^|,)"?[=+@-]/m);
});

/** Whatever people, programs and attackers put in cells; the account of a file of it must still come out whole. */
const NASTY = [
  '',
  ' ',
  '-',
  '0',
  '1.7E+27',
  '9'.repeat(310),
  '-2147483649',
  '99999999999999999999',
  '40',
  'TOTAL',
  'AKM × 999999',
  '9999-99-99',
  '0000-00-00',
  '275760-09-14',
  '31/02/2021',
  '29/02/1900',
  '1899-12-30',
  '٣١/١٢/٢٠٢٠',
  '\ufdfa'.repeat(290),
  'ß'.repeat(299),
  'İ'.repeat(150),
  'Z̸̡͔a̶l̷g̵o̴',
  '\u202e\u2066\u200f',
  '\ufeff\u200b',
  '👩‍👩‍👧‍👦🏴‍☠️',
  '\ud83d',
  '\udc00x',
  '\u0000',
  '\u0007\u001b[2J',
  '\\N',
  '\\.',
  'null',
  'undefined',
  '__proto__',
  'constructor',
  '{"a":1}',
  "'; drop table arm; --",
  '$1',
  '%s%n',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '=1+1',
  'removed',
  'QZ 1; QZ 2; QZ 3',
  'Pistol',
  'Munitions 7,62',
  'ZN000123-ZN000999',
  'ZN0001?3',
  'x'.repeat(301),
  'word '.repeat(1_500),
];

test('whatever stands in the cells, the import ends and every row is accounted for', async (t) => {
  const seed = Date.now() % 1_000_000;
  t.diagnostic(`seed ${seed}`);
  const dice = diceOf(seed, 'rubbish');
  const headings = [...WIDE, 'Date', 'Year', 'Quantity', 'Country', 'Bearer', 'Licence number', 'Status'];
  const rows = Array.from({ length: 1500 }, () =>
    headings.map((_, column) => {
      if (dice.chance(0.5)) return column < HEADINGS.length ? armRow(dice.int(500))[column]! : '';
      return dice.chance(0.2) ? dice.pick(NASTY) + dice.pick(NASTY) : dice.pick(NASTY);
    }),
  );
  // The first rows are good ones, so that the columns are sure whatever follows.
  const table = [headings, ...Array.from({ length: 300 }, (_, at) => armRow(990_000 + at)), ...rows];
  const folder = folderOf(t);
  for (const name of ['any.csv', 'any.xlsx']) {
    const result = await bringIn(w, fileOf(folder, name, table), { register: name, kind: 'evidence' });
    assert.ok(result.armsMade > 500, JSON.stringify(result));
    const again = await bringIn(w, `${folder}/${name}`, { register: name });
    assert.deepEqual([again.armsRegistered, again.alreadyKnown], [0, result.armsRegistered]);
  }
});
