/**
 * Brings in a file: reads it in a stream, understands each row, and hands batches to the act that keeps them. It can be
 * stopped and goes on where it was; killed, it goes on after the last batch that was kept.
 *
 * @clause A-11
 */
import { hash } from 'node:crypto';
import { basename } from 'node:path';
import { beginImport, endImport } from '../../acts/begin-import.ts';
import { breathe } from '../../acts/breathe.ts';
import {
  BATCH_ROWS,
  type BatchPlan,
  type ImportRun,
  isDrawnTwice,
  keepBatch,
  type PreparedRow,
  planBatch,
} from '../../acts/import-batch.ts';
import { addDamage, type Counters, noCounters } from '../../acts/import-counters.ts';
import type { Actor, Office } from '../../acts/office.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { rowFingerprintText, type UnderstoodRow, understandRow } from '../../domain/intake/row.ts';
import { type OpenedSheet, openSheet, type SheetRow } from '../sheets/sheet.ts';
import { type Columns, columnsOf, type MappingFile, mappingFileOf } from './columns.ts';

export type ImportOptions = {
  readonly path: string;
  readonly register: string;
  readonly kind?: string | undefined;
  readonly mapping?: MappingFile | undefined;
  readonly saveAs?: string | undefined;
  readonly dryRun?: boolean;
  readonly sheet?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
};

export type Progress = { readonly rows: number; readonly share: number; readonly seconds: number };

export type ImportResult = Counters & {
  readonly seconds: number;
  readonly stopped: boolean;
  readonly import: string | undefined;
  /** What the file was taken to be, and what each column was taken to mean. */
  readonly format: Readonly<Record<string, string>>;
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Dry run only: the first rows as understood. */
  readonly first?: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly understood: UnderstoodRow;
  }[];
};

const FIRST_ROWS = 20;
/** Rows understood between two breaths. */
const BREATH_ROWS = 100;
/** Named limit: characters of the rows of one batch, so that long rows do not fill the memory. */
const BATCH_CHARACTERS = 2_000_000;

/** Brings in a file, or with `dryRun` only says what it would do. */
export async function importFile(
  office: Office,
  actor: Actor,
  options: ImportOptions,
): Promise<ImportResult | Refusal> {
  const { sheet: name, delimiter, encoding } = options;
  const sheet = await openSheet(options.path, {
    ...(name === undefined ? {} : { sheet: name }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
  });
  if (isRefusal(sheet)) return sheet;
  try {
    const columns = await columnsOf(sheet, options.mapping);
    if (isRefusal(columns)) return columns;
    return options.dryRun
      ? await tryRows(sheet, columns, options)
      : await bringIn(office, actor, sheet, columns, options);
  } finally {
    await sheet.close();
  }
}

async function bringIn(
  office: Office,
  actor: Actor,
  sheet: OpenedSheet,
  columns: Columns,
  options: ImportOptions,
): Promise<ImportResult | Refusal> {
  const began = Date.now();
  const run = await beginImport(office, actor, {
    register: options.register,
    kind: options.kind,
    file: basename(options.path).slice(0, 200),
    digest: sheet.digest,
    mapping: JSON.stringify([...columns].map(([name, { mapping }]) => [name, mapping])),
    saveAs: options.saveAs,
    toSave: JSON.stringify(options.mapping ?? mappingFileOf(columns)),
  });
  if (isRefusal(run)) return run;
  const refused = await keepAll(office, actor, run, sheet, columns, options, began);
  if (refused) return refused;
  const stopped = options.signal?.aborted === true;
  const ended = await endImport(office, actor, run, stopped ? 'stopped' : 'done');
  if (ended) return ended;
  return resultOf(run.counters, sheet, columns, { import: run.id, stopped, seconds: secondsSince(began) });
}

/** Makes each batch ready while the one before is being kept. */
async function keepAll(
  office: Office,
  actor: Actor,
  run: ImportRun,
  sheet: OpenedSheet,
  columns: Columns,
  options: ImportOptions,
  began: number,
): Promise<Refusal | undefined> {
  const batches = prepareBatches(sheet, columns, run.cursor);
  let keeping: Keeping | undefined;
  try {
    for await (const rows of batches) {
      if (options.signal?.aborted) break;
      const made = await planBatch(office, actor, run, rows, keeping?.plan);
      if (isRefusal(made)) return made;
      const settled = await settle(office, actor, run, keeping);
      if (isRefusal(settled)) return settled;
      const plan = settled === 'kept again' ? await planBatch(office, actor, run, rows) : made;
      if (isRefusal(plan)) return plan;
      keeping = { rows, plan, kept: keepBatch(office, run, plan) };
      // A failure is met when the batch is awaited, not while the next one is being made ready.
      keeping.kept.catch(() => {});
      if (run.cursor > 0)
        options.onProgress?.({ rows: run.cursor, share: sheet.progress(), seconds: secondsSince(began) });
    }
  } catch (error) {
    // The file breaks off here: what is being kept is kept to its end before anybody hears of it.
    await keeping?.kept.catch(() => {});
    throw error;
  }
  const last = await settle(office, actor, run, keeping);
  if (isRefusal(last)) return last;
  options.onProgress?.({ rows: run.cursor, share: sheet.progress(), seconds: secondsSince(began) });
  return undefined;
}

type Keeping = {
  readonly rows: readonly PreparedRow[];
  readonly plan: BatchPlan;
  readonly kept: Promise<void>;
};

/**
 * Waits until a batch is kept. Where two arms drew one State number it is made ready and kept again; what was made ready
 * on top of it no longer fits then.
 */
async function settle(
  office: Office,
  actor: Actor,
  run: ImportRun,
  keeping: Keeping | undefined,
): Promise<'kept' | 'kept again' | Refusal> {
  try {
    await keeping?.kept;
    return 'kept';
  } catch (error) {
    if (!keeping || !isDrawnTwice(error)) throw error;
    run.parties.clear();
    const again = await planBatch(office, actor, run, keeping.rows);
    if (isRefusal(again)) return again;
    await keepBatch(office, run, again);
    return 'kept again';
  }
}

const secondsSince = (began: number): number => Math.round((Date.now() - began) / 10) / 100;

async function* prepareBatches(
  sheet: OpenedSheet,
  columns: Columns,
  skip: number,
): AsyncGenerator<PreparedRow[]> {
  let batch: PreparedRow[] = [];
  let characters = 0;
  let passed = 0;
  for await (const row of dataRows(sheet, columns)) {
    if (passed++ < skip) continue;
    if (passed % BREATH_ROWS === 0) await breathe();
    const prepared = prepare(row, columns);
    batch.push(prepared);
    characters += prepared.cells.length;
    if (batch.length < BATCH_ROWS && characters < BATCH_CHARACTERS) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Rows below the headings that hold anything at all. */
async function* dataRows(sheet: OpenedSheet, columns: Columns): AsyncGenerator<SheetRow> {
  for await (const chunk of sheet.rows()) {
    for (const row of chunk) {
      const headingRow = columns.get(row.sheet)?.mapping.headingRow ?? 0;
      if (row.row > headingRow && row.cells.some((cell) => cell !== undefined && cell.text.length > 0))
        yield row;
    }
  }
}

function prepare(row: SheetRow, columns: Columns): PreparedRow {
  const { mapping, headings, sure } = columns.get(row.sheet)!;
  const understood: UnderstoodRow = sure
    ? understandRow(row.cells, mapping)
    : { outcome: 'quarantined', reasons: ['columns-not-understood'] };
  const digest = hash('sha256', rowFingerprintText(row.cells, headings), 'hex');
  const fingerprint = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-${digest.slice(12, 16)}-${digest.slice(16, 20)}-${digest.slice(20, 32)}`;
  return { sheet: row.sheet, row: row.row, fingerprint, understood, cells: cellsText(row) };
}

/** The row as it stood; the readers of sheets let no zero character through, which PostgreSQL could not hold. */
function cellsText(row: SheetRow): string {
  return JSON.stringify(row.cells.map((cell) => cell?.text ?? ''));
}

async function tryRows(sheet: OpenedSheet, columns: Columns, options: ImportOptions): Promise<ImportResult> {
  const began = Date.now();
  const counters = noCounters();
  const first: { sheet: string; row: number; understood: UnderstoodRow }[] = [];
  for await (const row of dataRows(sheet, columns)) {
    if (options.signal?.aborted) break;
    const { understood } = prepare(row, columns);
    if (first.length < FIRST_ROWS) first.push({ sheet: row.sheet, row: row.row, understood });
    tryRow(counters, understood);
    if (counters.rowsRead % BATCH_ROWS === 0)
      options.onProgress?.({
        rows: counters.rowsRead,
        share: sheet.progress(),
        seconds: secondsSince(began),
      });
  }
  const stopped = options.signal?.aborted === true;
  return {
    ...resultOf(counters, sheet, columns, { import: undefined, stopped, seconds: secondsSince(began) }),
    first,
  };
}

function tryRow(counters: Counters, understood: UnderstoodRow): void {
  counters.rowsRead++;
  if (understood.outcome === 'other') counters.otherObjects++;
  else if (understood.outcome === 'quarantined') {
    counters.quarantined++;
    for (const reason of understood.reasons)
      counters.quarantineReasons[reason] = (counters.quarantineReasons[reason] ?? 0) + 1;
  } else {
    counters.armsRegistered++;
    counters.armsMade += understood.outcome === 'arm' ? (understood.several?.length ?? 1) : 0;
    addDamage(counters, understood.damage);
  }
}

function resultOf(
  counters: Counters,
  sheet: OpenedSheet,
  columns: Columns,
  more: { import: string | undefined; stopped: boolean; seconds: number },
): ImportResult {
  const meanings = [...columns].map(([name, { headings, mapping }]) => [
    name,
    Object.fromEntries(
      mapping.fields.map((field, index) => [headings[index] || `column ${index + 1}`, field]),
    ),
  ]);
  return {
    ...counters,
    ...more,
    format: { format: sheet.format, ...sheet.detail },
    columns: Object.fromEntries(meanings),
  };
}
