/** Rubbish and malice: each gets its own refusal and its sentence, and costs little memory. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { constants, crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { isRefusal } from '../../domain/base/refusal.ts';
import type { SheetProblem } from './problem.ts';
import { sayProblem } from './say.ts';
import { openSheet } from './sheet.ts';
import {
  joinArchive,
  makeWorkbook,
  packPart,
  readBytes,
  textsOf,
  withFile,
  workbookParts,
} from './sheet-fixtures.ts';

function assertRefused(problem: SheetProblem | undefined, code: string, sentence: RegExp): void {
  assert.equal(problem?.refused, code);
  assert.match(sayProblem(problem!), sentence);
  assert.doesNotMatch(sayProblem(problem!), /undefined/);
}

const CELL = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

test('what is no sheet is called by its name, whatever it is named', async () => {
  const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100)]);
  const ods = joinArchive([packPart('mimetype', 'application/vnd.oasis.opendocument.spreadsheet')]);
  const cases: [Buffer | string, RegExp][] = [
    [png, /picture \(PNG\)/],
    ['', /empty/],
    [ods, /OpenDocument spreadsheet .* save it as XLSX or CSV/],
    [joinArchive([packPart('word/document.xml', '<a/>')]), /Word document/],
    [joinArchive([packPart('readme.txt', 'hello')]), /ZIP archive/],
    ['  <!DOCTYPE html><table><tr><td>1</td></tr></table>', /web page/],
    [Buffer.from([1, 2, 3, 0, 4, 5, 0, 0, 9]), /neither a workbook nor readable text/],
  ];
  for (const [bytes, sentence] of cases) {
    assertRefused((await readBytes(bytes)).problem, 'not-a-sheet', sentence);
  }
});

test('a password and the old format are told apart', async () => {
  const locked = Buffer.concat([OLE, Buffer.alloc(300_000), Buffer.from('EncryptedPackage', 'utf16le')]);
  assertRefused((await readBytes(locked)).problem, 'encrypted', /remove the password/);
  const old = Buffer.concat([OLE, Buffer.alloc(5000), Buffer.from('Workbook', 'utf16le')]);
  assertRefused((await readBytes(old)).problem, 'old-format', /old Excel format/);
});

test('a workbook cut short or damaged is refused before any row is given', async () => {
  const rows = Array.from({ length: 3000 }, (_, n) => `<row><c><v>${n * 7919}</v></c></row>`).join('');
  const whole = makeWorkbook({ sheets: { S: `<sheetData>${rows}</sheetData>` } });
  for (const length of [10, 300, Math.floor(whole.length / 2), whole.length - 30, whole.length - 1]) {
    assertRefused((await readBytes(whole.subarray(0, length))).problem, 'truncated', /cut short or damaged/);
  }
  const flipped = Buffer.from(whole);
  flipped[Math.floor(whole.length / 2)]! ^= 0x10;
  const result = await readBytes(flipped);
  assertRefused(result.problem, 'truncated', /cut short or damaged/);
  assert.equal(result.rows.length, 0);
  const parts = workbookParts({ sheets: { S: CELL } });
  const altered = parts.map((part) => (part.name.includes('sheet0') ? { ...part, crc: part.crc ^ 1 } : part));
  const unsound = await readBytes(joinArchive(altered));
  assertRefused(unsound.problem, 'truncated', /sheet0/);
  assert.equal(unsound.rows.length, 0);
  assertRefused((await readBytes(joinArchive(parts.slice(0, 3)))).problem, 'truncated', /sheet0/);
  assertRefused((await readBytes(joinArchive([...parts, parts[3]!]))).problem, 'truncated', /sheet0/);
});

test('an archive whose list lies, or that would unpack to gigabytes, is a bomb', async () => {
  const parts = workbookParts({ sheets: { S: CELL } });
  const zeros = deflateRawSync(Buffer.alloc(8 * 1024 * 1024, ' '));
  const lying = { name: parts[3]!.name, packed: zeros, sizeBytes: 1000, crc: 0 };
  assertRefused((await readBytes(joinArchive([...parts.slice(0, 3), lying]))).problem, 'bomb', /far more/);
  const dense = { ...lying, sizeBytes: 3_000_000_000 };
  assertRefused(
    (await readBytes(joinArchive([...parts, { ...dense, name: 'x' }]))).problem,
    'bomb',
    /not unpacked/,
  );
  const many = Array.from({ length: 10_001 }, (_, n) => packPart(`p${n}`, ''));
  assertRefused((await readBytes(joinArchive(many))).problem, 'bomb', /far more/);
});

test('XML that plays tricks is refused', async () => {
  const sheetOf = async (xml: string) => (await readBytes(makeWorkbook({ sheets: { S: xml } }))).problem;
  const parts = workbookParts({ sheets: { S: CELL } });
  const doctype = '<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>';
  const swapped = parts.map((part) => (part.name.includes('sheet0') ? packPart(part.name, doctype) : part));
  assertRefused((await readBytes(joinArchive(swapped))).problem, 'not-a-sheet', /document type/);
  assertRefused(await sheetOf('<a>'.repeat(1000) + '</a>'.repeat(1000)), 'not-a-sheet', /well-formed/);
  assertRefused(await sheetOf('<sheetData><row>'), 'not-a-sheet', /well-formed/);
  assertRefused(await sheetOf('<sheetData><row r="1048577"/></sheetData>'), 'too-large', /1,048,576 rows/);
  assertRefused(
    await sheetOf('<sheetData><row><c t="s"><v>9</v></c></row></sheetData>'),
    'truncated',
    /row 1, column A/,
  );
  for (const reference of ['XFE1', 'AAAA1', '1', 'a1']) {
    const xml = `<sheetData><row r="1"><c r="${reference}"><v>1</v></c></row></sheetData>`;
    assertRefused(await sheetOf(xml), 'too-many-columns', /16,384 columns/);
  }
  const last = await readBytes(makeWorkbook({ sheets: { S: CELL.replaceAll('A1', 'XFD1') } }));
  assert.equal(last.rows[0]!.cells.length, 16_384);
});

test('wide CSV is read up to the limit and refused beyond', async () => {
  const wide = await readBytes(`${','.repeat(9_999)}x\n`);
  assert.equal(wide.rows[0]!.cells.length, 10_000);
  assertRefused((await readBytes(`a\n${','.repeat(16_384)}x\n`)).problem, 'too-many-columns', /line 2/);
});

test('a quote that is never closed is named by its line', async () => {
  const result = await readBytes('a,b\n"two\nlines",c\nd,"open\nand on\n');
  assertRefused(result.problem, 'truncated', /opens on line 4/);
  assert.deepEqual(textsOf(result.rows), []);
});

test('a problem in the middle says how far the reading came', async () => {
  const good = 'AB1234,pistol\n'.repeat(30_000);
  const result = await readBytes(`${good}x,"${'y'.repeat(1_100_000)}"\n`);
  assertRefused(result.problem, 'cell-too-large', /line 30,001/);
  assert.ok(result.rows.length > 20_000);
});

/** Reads a file in a child with a small heap; gives the refusal, the rows read and its memory and time. */
async function readInChild(path: string) {
  const module = new URL('./sheet.ts', import.meta.url).href;
  const code = `
    const { openSheet } = await import(${JSON.stringify(module)});
    const started = performance.now();
    let rows = 0;
    let refused;
    const opened = await openSheet(${JSON.stringify(path)});
    if ('refused' in opened) refused = opened.refused;
    else {
      try { for await (const chunk of opened.rows()) rows += chunk.length; }
      catch (error) { refused = error.problem?.refused ?? String(error); }
    }
    const status = (await import('node:fs')).readFileSync('/proc/self/status', 'latin1');
    const memoryMegabytes = Number(/VmHWM:\\s+(\\d+)/.exec(status)[1]) / 1024;
    console.log(JSON.stringify({ refused, rows, memoryMegabytes, seconds: (performance.now() - started) / 1000 }));`;
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [
    '--max-old-space-size=256',
    '--input-type=module',
    '-e',
    code,
  ]);
  return JSON.parse(stdout) as { refused?: string; rows: number; memoryMegabytes: number; seconds: number };
}

/** Packs the block as often as told without ever holding the whole. */
function packRepeated(name: string, head: string, block: Buffer, times: number) {
  const start = deflateRawSync(Buffer.from(head), { finishFlush: constants.Z_FULL_FLUSH });
  const piece = deflateRawSync(block, { finishFlush: constants.Z_FULL_FLUSH });
  const packed = Buffer.concat([start, ...Array.from({ length: times }, () => piece), deflateRawSync('')]);
  let crc = crc32(head);
  for (let index = 0; index < times; index++) crc = crc32(block, crc);
  return { name, packed, sizeBytes: head.length + block.length * times, crc };
}

test('hostile files cost little memory and time', async (context) => {
  const parts = workbookParts({ sheets: { S: CELL }, shared: '', styles: '' });
  const swap = (name: string, head: string, block: string, times: number) => {
    const packed = packRepeated(name, head, Buffer.from(block), times);
    return joinArchive(parts.map((part) => (part.name === name ? packed : part)));
  };
  const noise = (chars: number, seed: number) => {
    let state = seed;
    return Array.from({ length: chars }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return String.fromCharCode(97 + ((state >> 16) % 26));
    }).join('');
  };
  const sheet = 'xl/worksheets/sheet0.xml';
  const text = noise(400_000, 7);
  const cases: [string, Buffer, string][] = [
    ['3 GB in few MB', swap(sheet, '<worksheet>', ' '.repeat(1 << 20), 3000), 'bomb'],
    ['one endless cell', swap(sheet, '<worksheet><sheetData><row><c><v>', text, 100), 'cell-too-large'],
    ['one endless tag', swap(sheet, '<worksheet a="', text, 100), 'cell-too-large'],
    [
      'one endless row of large cells',
      swap(sheet, '<worksheet><sheetData><row>', `<c t="str"><v>${text}</v></c>`, 200),
      'cell-too-large',
    ],
    [
      'endless shared texts',
      swap('xl/sharedStrings.xml', '<sst>', `<si><t>${text}</t></si>`, 500),
      'too-large',
    ],
    ['50 MB in one CSV field', Buffer.from(`a,b\n1,"${'x'.repeat(50_000_000)}`), 'cell-too-large'],
    ['50 MB of commas', Buffer.from(`a,b\n1${','.repeat(50_000_000)}`), 'too-many-columns'],
  ];
  for (const [name, bytes, code] of cases) {
    const result = await withFile(bytes, readInChild);
    context.diagnostic(`${name}: ${(bytes.length / 1e6).toFixed(1)} MB file, ${JSON.stringify(result)}`);
    assert.equal(result.refused, code, name);
    assert.ok(result.memoryMegabytes < (name.includes('shared') ? 400 : 220), name);
  }
});

test('a large CSV is read in the same memory as a small one', async (context) => {
  const row = `${Array.from({ length: 10 }, (_, n) => `value ${n}`).join(',')}\n`;
  await withFile('', async (path) => {
    const out = createWriteStream(path);
    for (let index = 0; index < 100; index++) out.write(row.repeat(5000));
    out.end();
    await once(out, 'close');
    const result = await readInChild(path);
    context.diagnostic(JSON.stringify(result));
    assert.equal(result.rows, 500_000);
    assert.ok(result.memoryMegabytes < 220);
  });
});

test('no damage inside the parts of a workbook leads to anything but rows or a refusal', async () => {
  const parts: [string, string][] = [
    [
      '_rels/.rels',
      '<Relationships><Relationship Id="a" Type="/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ],
    [
      'xl/workbook.xml',
      '<workbook xmlns:r="x"><workbookPr date1904="1"/><sheets><sheet name="S" r:id="r0"/></sheets></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="r0" Type="/worksheet" Target="../xl/s.xml"/><Relationship Id="s" Type="/sharedStrings" Target="t.xml"/><Relationship Id="y" Type="/styles" Target="y.xml"/></Relationships>',
    ],
    ['xl/t.xml', '<sst><si><t>a_x0041_</t></si><si><r><t>b</t></r></si></sst>'],
    [
      'xl/y.xml',
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs></styleSheet>',
    ],
    [
      'xl/s.xml',
      '<worksheet><sheetData><row r="1"><c r="A1" s="0"><v>44200.5</v></c><c t="s"><v>1</v></c></row><row><c t="b"><f>1</f><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A2"/></mergeCells></worksheet>',
    ],
  ];
  const whole = await readBytes(joinArchive(parts.map(([name, xml]) => packPart(name, xml))));
  assert.deepEqual(textsOf(whole.rows), [['2025-01-05T12:00:00Z', 'b'], ['true']]);
  const piece = fc.constantFrom(
    '',
    '<',
    '>',
    '"',
    '/',
    '&',
    '%',
    '..',
    '%zz',
    '-1',
    '99999999',
    '\u0000',
    '\uD800',
    '[',
    ':',
    '_',
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(5), fc.nat(400), fc.nat(6), piece, async (which, at, length, text) => {
      const damaged = parts.map(([name, xml], index) => {
        const from = at % xml.length;
        return packPart(name, index === which ? xml.slice(0, from) + text + xml.slice(from + length) : xml);
      });
      const result = await readBytes(joinArchive(damaged));
      if (result.problem) assert.doesNotMatch(sayProblem(result.problem), /undefined|NaN/);
    }),
    { numRuns: 400 },
  );
});

test('a file that changes while it is read is a fault, and a missing one too', async () => {
  await withFile('a,b\n'.repeat(300_000), async (path) => {
    const opened = await openSheet(path);
    assert.ok(!isRefusal(opened));
    const read = async () => {
      for await (const _ of opened.rows()) await promisify(execFile)('truncate', ['-s', '100', path]);
    };
    await assert.rejects(read, { name: 'Fault', code: 'file' });
    await opened.close();
    await assert.rejects(openSheet(`${path}-missing`), { name: 'Fault', code: 'file' });
    assertRefused((await openSheet(dirname(path))) as SheetProblem, 'not-a-sheet', /folder/);
  });
});
