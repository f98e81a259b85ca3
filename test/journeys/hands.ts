/**
 * Hands for the journeys: files written and brought in within one process, and the real command line as child processes
 * on a home whose database is held open meanwhile, so that a command costs a start of Node and no start of PostgreSQL.
 */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { type ImportOptions, type ImportResult, importFile } from '../../src/doors/import/import-file.ts';
import { type WrittenCell, writeXlsx } from '../../src/doors/sheets/write.ts';
import { type OpenOffice, openOffice } from '../../src/main/open-office.ts';
import type { Database } from '../../src/store/database.ts';
import { makeFolder } from '../house/house.ts';
import type { World } from '../world.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');
const PROGRAM = path.join(ROOT, 'src/main/cli.ts');

export type Table = readonly (readonly WrittenCell[])[];

/** A folder that vanishes after the test; in memory where there is room, for what is tested outlives no machine. */
export function folderOf(t: TestContext): string {
  try {
    accessSync('/dev/shm', constants.W_OK);
    return makeFolder(t, '/dev/shm');
  } catch {
    return makeFolder(t, os.tmpdir());
  }
}

/** Writes a file of this name; a table becomes a workbook of one sheet, or CSV where the name ends so. */
export function fileOf(folder: string, name: string, given: Table | Uint8Array | string): string {
  const file = path.join(folder, name);
  if (typeof given === 'string' || given instanceof Uint8Array) writeFileSync(file, given);
  else if (name.endsWith('.csv'))
    writeFileSync(file, given.map((row) => `${row.map(csvCell).join(',')}\n`).join(''));
  else writeFileSync(file, writeXlsx([{ name: 'Register', rows: given }]));
  return file;
}

function csvCell(cell: WrittenCell): string {
  const text = cell === null ? '' : typeof cell === 'object' ? cell.date : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Brings a file in within this process; it must not be refused, and every row must be accounted for. */
export async function bringIn(
  w: World,
  file: string,
  more: Partial<ImportOptions> = {},
): Promise<ImportResult> {
  const result = await importFile(w.office, w.actor, { path: file, register: 'Depot', ...more });
  assert.ok(!isRefusal(result), JSON.stringify(result));
  assertAccounted(result);
  return result;
}

/** Rows read = registered + already known + other objects + in quarantine. */
export function assertAccounted(
  result: Pick<
    ImportResult,
    'rowsRead' | 'armsRegistered' | 'alreadyKnown' | 'otherObjects' | 'quarantined' | 'quarantineReasons'
  >,
): void {
  const { rowsRead, armsRegistered, alreadyKnown, otherObjects, quarantined } = result;
  assert.equal(rowsRead, armsRegistered + alreadyKnown + otherObjects + quarantined, JSON.stringify(result));
  const reasons = Object.values(result.quarantineReasons).reduce((sum, count) => sum + count, 0);
  assert.equal(reasons, quarantined, 'each row in quarantine has one reason');
}

/** How many rows each table has that an import writes to. */
export async function countAll(w: { readonly db: Database }): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const table of ['arm', 'arm_holding', 'party', 'person_data', 'ledger_entry', 'work_item'].concat([
    'import_job',
    'import_row',
    'import_quarantine',
    'import_mapping',
    'register',
  ])) {
    const [row] = await w.db.rows<{ n: number }>(`select count(*) as n from ${table}`);
    counts[table] = row!.n;
  }
  return counts;
}

export type Run = { readonly code: number | null; readonly out: string; readonly err: string };

/** A home with its office held open until the test ends. */
export async function homeOf(
  t: TestContext,
): Promise<{ readonly home: string; readonly opened: OpenOffice }> {
  const home = path.join(folderOf(t), 'data');
  const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 };
  const say = () => {};
  const opening = { role: 'cli', command: 'test', kind: 'either', state: 'ZZ', connections: 3, say } as const;
  const opened = await openOffice(config, opening);
  if (isRefusal(opened)) throw new Error(`the home is held: ${JSON.stringify(opened)}`);
  t.after(() => opened.close());
  return { home, opened };
}

/** Starts a command on a home. `before` are words put before the program. */
export function start(
  home: string,
  words: readonly string[],
  { program = PROGRAM, env = {} }: { program?: string; env?: Record<string, string> } = {},
): { readonly child: ChildProcess; readonly ended: Promise<Run>; readonly errs: () => string } {
  const child = spawn(process.execPath, [program, ...words], {
    cwd: os.tmpdir(),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, COUNTERMARK_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (err += text));
  const ended = new Promise<Run>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  return { child, ended, errs: () => err };
}

/** Runs a command on a home to its end. */
export function run(home: string, ...words: string[]): Promise<Run> {
  return start(home, words).ended;
}

/** Runs a command with --json: its standard output must be one JSON document and nothing else. */
export async function runJson<T>(home: string, ...words: string[]): Promise<Run & { readonly json: T }> {
  const done = await run(home, ...words, '--json');
  assert.match(done.out, /^[^\n]+\n$/, `one line of JSON; standard error said: ${done.err}`);
  return { ...done, json: JSON.parse(done.out) as T };
}

/** Invented arms in a plain register, numbered from `from`. */
export function armsTable(count: number, from = 1): (readonly WrittenCell[])[] {
  return [HEADINGS, ...Array.from({ length: count }, (_, at) => armRow(from + at))];
}

export const HEADINGS = ['Serial number', 'Maker', 'Model', 'Calibre', 'Type', 'Unit'] as const;

/** One invented row under HEADINGS. */
export function armRow(number: number): readonly string[] {
  const serial = `ZN${String(number).padStart(6, '0')}`;
  return [serial, 'Orevall Works', 'O-9', '9x19', 'Pistol', `Depot ${number % 3}`];
}
