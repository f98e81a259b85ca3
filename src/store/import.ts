/**
 * What is remembered of files brought in: the job with its cursor, every row by what it says, and the quarantine. A row
 * is known again by its fingerprint and occurrence; `seen_by` tells which rows of it this file has used up already.
 */
import { CopyRows } from './copy.ts';
import type { Row, Statements, Tx } from './database.ts';

export type Register = { readonly id: number; readonly name: string; readonly kind: string };

/** A register by its name. */
export async function findRegister(db: Statements, name: string): Promise<Register | undefined> {
  const [row] = await db.rows<Row & { register_id: number; name: string; kind: string }>(
    'select register_id, name, kind from register where name = $1',
    [name],
  );
  return row && { id: row.register_id, name: row.name, kind: row.kind };
}

/** Opens a register, or finds the one of that name. */
export async function openRegister(tx: Tx, name: string, kind: string): Promise<Register> {
  await tx.rows('select pg_advisory_xact_lock(7203116)');
  const before = await findRegister(tx, name);
  if (before) return before;
  const [row] = await tx.rows<{ id: number }>(
    'insert into register (register_id, name, kind) select coalesce(max(register_id), 0) + 1, $1, $2 from register returning register_id as id',
    [name, kind],
  );
  return { id: row!.id, name, kind };
}

export type ImportJob = {
  readonly id: string;
  readonly register: number;
  readonly file: string;
  readonly digest: string;
  readonly mapping: string;
  readonly cursor: number;
  readonly counters: string;
  readonly state: 'running' | 'stopped' | 'done';
};

type JobRow = Row & {
  import_id: string;
  register_id: number;
  file_name: string;
  file_digest: string;
  mapping: string;
  cursor_rows: number;
  counters: string;
  state: string;
};

/** The job of this file in this register that was not finished, if there is one. */
export async function findUnfinishedImport(
  db: Statements,
  register: number,
  digest: string,
  mapping: string,
): Promise<ImportJob | undefined> {
  const [row] = await db.rows<JobRow>(
    `select import_id, register_id, file_name, file_digest, mapping, cursor_rows, counters, state from import_job
     where register_id = $1 and file_digest = $2 and mapping = $3 and state <> 'done' order by started_at desc limit 1`,
    [register, digest, mapping],
  );
  return (
    row && {
      id: row.import_id,
      register: row.register_id,
      file: row.file_name,
      digest: row.file_digest,
      mapping: row.mapping,
      cursor: row.cursor_rows,
      counters: row.counters,
      state: row.state as ImportJob['state'],
    }
  );
}

/** Keeps a new job. */
export async function insertImport(tx: Statements, job: ImportJob, at: string): Promise<void> {
  await tx.rows(
    `insert into import_job (import_id, register_id, file_name, file_digest, mapping, cursor_rows, counters, state, started_at, touched_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
    [job.id, job.register, job.file, job.digest, job.mapping, job.cursor, job.counters, job.state, at],
  );
}

/** Moves a job on; false where another process has moved it since. */
export async function moveImport(
  tx: Statements,
  job: { id: string; from: number; to: number; counters: string; state: ImportJob['state']; at: string },
): Promise<boolean> {
  const rows = await tx.rows(
    `update import_job set cursor_rows = $3, counters = $4, state = $5, touched_at = $6
     where import_id = $1 and cursor_rows = $2 and state <> 'done' returning 1 as moved`,
    [job.id, job.from, job.to, job.counters, job.state, job.at],
  );
  return rows.length > 0;
}

export type KnownRow = {
  readonly fingerprint: string;
  readonly occurrence: number;
  readonly outcome: string;
  readonly used: boolean;
};

/** The rows of a register that say what these say; `used` where this import has met them already. */
export async function listKnownRows(
  tx: Statements,
  register: number,
  importId: string,
  fingerprints: readonly string[],
): Promise<readonly KnownRow[]> {
  const rows = await tx.rows<
    Row & { fingerprint: string; occurrence: number; outcome: string; used: boolean }
  >(
    `select fingerprint, occurrence, outcome::text as outcome, (import_id = $2 or seen_by = $2) as used from import_row
     where register_id = $1 and fingerprint = any($3) order by fingerprint, occurrence`,
    [register, importId, fingerprints],
  );
  return rows.map(({ fingerprint, occurrence, outcome, used }) => ({
    fingerprint,
    occurrence,
    outcome,
    used,
  }));
}

/** Marks known rows as met by this import. */
export async function markRowsSeen(
  tx: Statements,
  register: number,
  importId: string,
  rows: readonly { fingerprint: string; occurrence: number }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.rows(
    `update import_row r set seen_by = $2 from unnest($3::uuid[], $4::int[]) as k (fingerprint, occurrence)
     where r.register_id = $1 and r.fingerprint = k.fingerprint and r.occurrence = k.occurrence`,
    [register, importId, rows.map((row) => row.fingerprint), rows.map((row) => row.occurrence)],
  );
}

export type NewRow = {
  readonly fingerprint: string;
  readonly occurrence: number;
  readonly sheet: string;
  readonly row: number;
  /** a: arm, h: holding, o: other object, q: quarantined. */
  readonly outcome: 'a' | 'h' | 'o' | 'q';
  readonly subject: string | undefined;
  readonly salt: Uint8Array;
  readonly cells: string;
};

/** Keeps rows by bulk copy. */
export async function copyImportRows(
  tx: Tx,
  register: number,
  importId: string,
  rows: readonly NewRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const copy = new CopyRows(rows.length * 512);
  for (const row of rows) {
    copy
      .row(11)
      .uuid(row.fingerprint)
      .int4(register)
      .int4(row.occurrence)
      .uuid(importId)
      .uuid(importId)
      .text(row.sheet);
    copy.int4(row.row).text(row.outcome).uuid(row.subject).bytes(row.salt).text(row.cells);
  }
  await tx.copyIn(
    'import_row (fingerprint, register_id, occurrence, import_id, seen_by, sheet, row_no, outcome, subject_id, salt, cells)',
    copy.done(),
  );
}

/** Puts rows into quarantine with their reasons. */
export async function quarantineRows(
  tx: Statements,
  importId: string,
  rows: readonly { sheet: string; row: number; reasons: string; cells: string }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.rows(
    `insert into import_quarantine (import_id, sheet, row_no, reasons, cells)
     select $1, * from unnest($2::text[], $3::int[], $4::text[], $5::text[]) on conflict do nothing`,
    [
      importId,
      rows.map((row) => row.sheet),
      rows.map((row) => row.row),
      rows.map((row) => row.reasons),
      rows.map((row) => row.cells),
    ],
  );
}

/** Rows in quarantine, of one import or of all, the latest import first; after the last row of the page before. */
export async function listQuarantine(
  db: Statements,
  limit: number,
  importId?: string,
  after?: Pick<QuarantinedRow, 'import' | 'sheet' | 'row'>,
): Promise<readonly QuarantinedRow[]> {
  return db.rows(
    `select import_id as import, sheet, row_no as row, reasons, cells from import_quarantine
     where ($2::uuid is null or import_id = $2)
       and ($3::uuid is null or import_id < $3 or (import_id = $3 and (sheet, row_no) > ($4::text, $5::int)))
     order by import_id desc, sheet, row_no limit $1`,
    [limit, importId ?? null, after?.import ?? null, after?.sheet ?? null, after?.row ?? null],
  );
}

export type QuarantinedRow = {
  readonly import: string;
  readonly sheet: string;
  readonly row: number;
  readonly reasons: string;
  readonly cells: string | null;
};

export type Holding = {
  readonly id: string;
  readonly class: string;
  readonly maker: string | undefined;
  readonly model: string | undefined;
  readonly calibre: string | undefined;
  readonly quantity: number;
  readonly keeper: string | undefined;
  readonly lastOn: string | undefined;
};

/** Keeps unnumbered holdings. */
export async function copyHoldings(tx: Tx, register: number, holdings: readonly Holding[]): Promise<void> {
  if (holdings.length === 0) return;
  const copy = new CopyRows(holdings.length * 256);
  for (const one of holdings) {
    copy.row(9).uuid(one.id).int4(register).text(one.class).text(one.maker).text(one.model).text(one.calibre);
    copy.int4(one.quantity).uuid(one.keeper).day(one.lastOn);
  }
  await tx.copyIn(
    'arm_holding (holding_id, register_id, class, maker, model, calibre, quantity, keeper_id, last_on)',
    copy.done(),
  );
}

/** Saves a mapping of columns by its name. */
export async function saveMapping(tx: Statements, name: string, mapping: string): Promise<void> {
  await tx.rows(
    'insert into import_mapping (name, mapping) values ($1, $2) on conflict (name) do update set mapping = excluded.mapping',
    [name, mapping],
  );
}

/** A saved mapping. */
export async function findMapping(db: Statements, name: string): Promise<string | undefined> {
  const [row] = await db.rows<{ mapping: string }>('select mapping from import_mapping where name = $1', [
    name,
  ]);
  return row?.mapping;
}
