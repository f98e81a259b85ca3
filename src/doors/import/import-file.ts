/**
 * Brings in a file: reads it in a stream, understands each row, and hands batches to the act that keeps them. It can be
 * stopped and goes on where it was; killed, it goes on after the last batch that was kept.
 *
 * @clause A-11
 */
import { basename } from 'node:path';
import { beginImport, endImport } from '../../acts/begin-import.ts';
import { DRAWS_MAX, isDrawnTwice } from '../../acts/draw-number.ts';
import { type BatchPlan, keepBatch, planBatch } from '../../acts/import-batch.ts';
import { addDamage, type Counters, noCounters } from '../../acts/import-counters.ts';
import { BATCH_ROWS, type ImportRun, type PreparedRow } from '../../acts/import-run.ts';
import { type KnownTeller, tellKnown } from '../../acts/known-rows.ts';
import type { Actor, Office } from '../../acts/office.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import type { UnderstoodRow } from '../../domain/intake/row.ts';
import { type OpenedSheet, openSheet, type SheetOptions } from '../sheets/sheet.ts';
import { type Columns, columnsOf, type MappingFile, mappingFileOf } from './columns.ts';
import { dataRows, prepareRow } from './prepare.ts';
import { type ReadBatch, readBatches } from './read-batches.ts';

export type ImportOptions = {
  readonly path: string;
  readonly register: string;
  readonly kind?: string | undefined;
  readonly mapping?: MappingFile | undefined;
  readonly saveAs?: string | undefined;
  /** What the file is called where it came from, where that is not how its path ends. */
  readonly name?: string | undefined;
  /** The columns as somebody confirmed them after a look at the file. */
  readonly columns?: Columns | undefined;
  readonly dryRun?: boolean;
  readonly sheet?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  readonly signal?: AbortSignal;
  /** Called once the import has an id. */
  readonly onBegun?: (id: string) => void;
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
    /** True where the register has met the row before. */
    readonly known: boolean;
  }[];
};

const FIRST_ROWS = 20;

/** Brings in a file, or with `dryRun` only says what it would do. */
export async function importFile(
  office: Office,
  actor: Actor,
  options: ImportOptions,
): Promise<ImportResult | Refusal> {
  const sheet = await openSheet(options.path, sheetOptionsOf(options));
  if (isRefusal(sheet)) return sheet;
  try {
    const columns = options.columns ?? (await columnsOf(sheet, options.mapping));
    if (isRefusal(columns)) return columns;
    return options.dryRun
      ? await tryRows(sheet, columns, options, await tellKnown(office, options.register))
      : await bringIn(office, actor, sheet, columns, options);
  } finally {
    await sheet.close();
  }
}

function sheetOptionsOf({ sheet, delimiter, encoding }: ImportOptions): SheetOptions {
  return {
    ...(sheet === undefined ? {} : { sheet }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(encoding === undefined ? {} : { encoding }),
  };
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
    file: (options.name ?? basename(options.path)).slice(0, 200),
    digest: sheet.digest,
    mapping: JSON.stringify([...columns].map(([name, { mapping }]) => [name, mapping])),
    saveAs: options.saveAs,
    toSave: JSON.stringify(options.mapping ?? mappingFileOf(columns)),
  });
  if (isRefusal(run)) return run;
  options.onBegun?.(run.id);
  const { path } = options;
  const task = { path, options: sheetOptionsOf(options), columns, skip: run.cursor, digest: sheet.digest };
  const detail = await keepAll(office, actor, run, readBatches(task), options, began);
  if (isRefusal(detail)) return detail;
  const stopped = options.signal?.aborted === true;
  const ended = await endImport(office, actor, run, stopped ? 'stopped' : 'done');
  if (ended) return ended;
  const format = { format: sheet.format, ...sheet.detail, ...detail };
  return resultOf(run.counters, format, columns, { import: run.id, stopped, seconds: secondsSince(began) });
}

/** Makes each batch ready while the one before is being kept; gives what was found out about the file on the way. */
async function keepAll(
  office: Office,
  actor: Actor,
  run: ImportRun,
  batches: AsyncGenerator<ReadBatch, Readonly<Record<string, string>>>,
  options: ImportOptions,
  began: number,
): Promise<Readonly<Record<string, string>> | Refusal> {
  let keeping: Keeping | undefined;
  let detail: Readonly<Record<string, string>> = {};
  const tell = (share: number): void => {
    if (run.cursor > 0) options.onProgress?.({ rows: run.cursor, share, seconds: secondsSince(began) });
  };
  try {
    for (let next = await batches.next(); ; next = await batches.next()) {
      if (next.done) detail = next.value;
      if (next.done || options.signal?.aborted) break;
      const { rows, share } = next.value;
      const made = await planBatch(office, actor, run, rows, keeping?.plan);
      if (isRefusal(made)) return made;
      const settled = await settle(office, actor, run, keeping);
      if (isRefusal(settled)) return settled;
      const plan = settled === 'kept again' ? await planBatch(office, actor, run, rows) : made;
      if (isRefusal(plan)) return plan;
      tell(share);
      keeping = { rows, plan, kept: keepBatch(office, run, plan) };
      // A failure is met when the batch is awaited, not while the next one is being made ready.
      keeping.kept.catch(() => {});
    }
  } catch (error) {
    // The file breaks off here: what is being kept is kept to its end before anybody hears of it.
    await keeping?.kept.catch(() => {});
    throw error;
  } finally {
    await batches.return({});
  }
  const last = await settle(office, actor, run, keeping);
  if (isRefusal(last)) return last;
  tell(1);
  return detail;
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
  let kept = keeping?.kept;
  for (let draws = 0; ; draws++) {
    try {
      await kept;
      return draws === 0 ? 'kept' : 'kept again';
    } catch (error) {
      if (!keeping || !isDrawnTwice(error) || draws === DRAWS_MAX) throw error;
    }
    run.parties.clear();
    const again = await planBatch(office, actor, run, keeping.rows);
    if (isRefusal(again)) return again;
    kept = keepBatch(office, run, again);
  }
}

const secondsSince = (began: number): number => Math.round((Date.now() - began) / 10) / 100;

async function tryRows(
  sheet: OpenedSheet,
  columns: Columns,
  options: ImportOptions,
  tell: KnownTeller,
): Promise<ImportResult> {
  const began = Date.now();
  const counters = noCounters();
  const first: NonNullable<ImportResult['first']>[number][] = [];
  let batch: PreparedRow[] = [];
  const settleBatch = async (): Promise<void> => {
    const known = await tell(batch);
    for (const [n, { sheet: name, row, understood }] of batch.entries()) {
      if (first.length < FIRST_ROWS) first.push({ sheet: name, row, understood, known: known[n] === true });
      tryRow(counters, understood, known[n] === true);
    }
    batch = [];
  };
  for await (const row of dataRows(sheet, columns)) {
    if (options.signal?.aborted) break;
    batch.push(prepareRow(row, columns));
    if (batch.length < BATCH_ROWS) continue;
    await settleBatch();
    options.onProgress?.({
      rows: counters.rowsRead,
      share: sheet.progress(),
      seconds: secondsSince(began),
    });
  }
  await settleBatch();
  const stopped = options.signal?.aborted === true;
  return {
    ...resultOf(counters, { format: sheet.format, ...sheet.detail }, columns, {
      import: undefined,
      stopped,
      seconds: secondsSince(began),
    }),
    first,
  };
}

function tryRow(counters: Counters, understood: UnderstoodRow, known: boolean): void {
  counters.rowsRead++;
  if (understood.outcome === 'other') counters.otherObjects++;
  else if (understood.outcome === 'quarantined') {
    counters.quarantined++;
    for (const reason of understood.reasons)
      counters.quarantineReasons[reason] = (counters.quarantineReasons[reason] ?? 0) + 1;
  } else if (known) counters.alreadyKnown++;
  else {
    counters.armsRegistered++;
    counters.armsMade += understood.outcome === 'arm' ? (understood.several?.length ?? 1) : 0;
    addDamage(counters, understood.damage);
  }
}

function resultOf(
  counters: Counters,
  format: Readonly<Record<string, string>>,
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
    format,
    columns: Object.fromEntries(meanings),
  };
}
