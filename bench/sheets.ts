/**
 * How fast and in how much memory sheets are read: a workbook and a CSV of made-up arms, ten columns each.
 * Run: node bench/sheets.ts [rows, one million unless told]. Each file is read in a fresh process, so that the
 * memory shown is that of reading alone.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, createDeflateRaw } from 'node:zlib';
import { openSheet } from '../src/doors/sheets/sheet.ts';
import { joinArchive, type PackedPart, workbookParts } from '../src/doors/sheets/sheet-fixtures.ts';
import { formatCsvRow } from '../src/doors/sheets/write.ts';

const MAKERS = ['Northgate', 'Elm & Sons', 'Rivermouth', 'Old Forge', 'Hillside Arms'];

function makeRow(row: number): string[] {
  const maker = MAKERS[row % MAKERS.length]!;
  const serial = `K${String((row * 7919) % 10_000_019).padStart(8, '0')}`;
  return [
    String(row),
    serial,
    maker,
    `Model ${row % 40}`,
    '9 x 19 mm',
    'pistol',
    `Store ${row % 300}`,
    'seen',
    '12.5',
    '',
  ];
}

function formatSheetRow(row: number): string {
  const cells = makeRow(row).map((text, column) => {
    const reference = `${String.fromCharCode(65 + column)}${row}`;
    if (column === 0 || column === 8) return `<c r="${reference}"><v>${text}</v></c>`;
    if (column === 9) return `<c r="${reference}" s="1"><v>${44_000 + (row % 1500)}</v></c>`;
    // The serial stands in the cell, the words that repeat are shared, as spreadsheet programs write them.
    if (column > 1) return `<c r="${reference}" t="s"><v>${(row * column) % 300_000}</v></c>`;
    return `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
  });
  return `<row r="${row}">${cells.join('')}</row>`;
}

async function packStreaming(name: string, pieces: Iterable<string>): Promise<PackedPart> {
  const deflate = createDeflateRaw({ level: 1 });
  const packed: Buffer[] = [];
  deflate.on('data', (chunk: Buffer) => packed.push(chunk));
  let crc = 0;
  let sizeBytes = 0;
  for (const piece of pieces) {
    const bytes = Buffer.from(piece);
    crc = crc32(bytes, crc);
    sizeBytes += bytes.length;
    if (!deflate.write(bytes)) await once(deflate, 'drain');
  }
  deflate.end();
  await once(deflate, 'end');
  return { name, packed: Buffer.concat(packed), sizeBytes, crc };
}

function* batches(rows: number, format: (row: number) => string): Generator<string> {
  for (let row = 1; row <= rows; row += 1000) {
    const count = Math.min(1000, rows - row + 1);
    yield Array.from({ length: count }, (_, index) => format(row + index)).join('');
  }
}

async function writeFiles(folder: string, rows: number): Promise<string[]> {
  const sheet = function* () {
    yield '<worksheet><sheetData>';
    yield* batches(rows, formatSheetRow);
    yield '</sheetData></worksheet>';
  };
  const styles = '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
  const shared = Array.from({ length: 300_000 }, (_, n) => `<si><t>shared text ${n}</t></si>`).join('');
  const parts = workbookParts({ sheets: { S: '' }, shared, styles });
  const name = 'xl/worksheets/sheet0.xml';
  const packed = await packStreaming(name, sheet());
  const xlsx = join(folder, 'arms.xlsx');
  const csv = join(folder, 'arms.csv');
  for (const [path, pieces] of [
    [xlsx, [joinArchive(parts.map((part) => (part.name === name ? packed : part)))]],
    [csv, batches(rows, (row) => formatCsvRow(makeRow(row)))],
  ] as const) {
    const out = createWriteStream(path);
    for (const piece of pieces) if (!out.write(piece)) await once(out, 'drain');
    out.end();
    await once(out, 'close');
  }
  return [xlsx, csv];
}

async function readOne(path: string): Promise<void> {
  const started = performance.now();
  const opened = await openSheet(path);
  if ('refused' in opened) throw new Error(`refused: ${opened.refused}`);
  const openSeconds = (performance.now() - started) / 1000;
  let rows = 0;
  for await (const chunk of opened.rows()) rows += chunk.length;
  await opened.close();
  const seconds = (performance.now() - started) / 1000;
  const highWater = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))?.[1];
  const megabytes = Math.round(Number(highWater ?? 0) / 1024);
  const microsecondsARow = ((seconds * 1e6) / rows).toFixed(1);
  console.log(
    `${opened.format}: ${rows} rows, ${(opened.sizeBytes / 1e6).toFixed(0)} MB, opened in ${openSeconds.toFixed(1)} s, ` +
      `read in ${seconds.toFixed(1)} s (${microsecondsARow} microseconds a row), ${megabytes} MB of memory at most`,
  );
}

const [first = '1000000', path] = process.argv.slice(2);
if (first === 'read') {
  await readOne(path!);
} else {
  const folder = await mkdtemp(join(tmpdir(), 'bench-sheets-'));
  try {
    for (const file of await writeFiles(folder, Number(first))) {
      execFileSync(process.execPath, [import.meta.filename, 'read', file], { stdio: 'inherit' });
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}
