/** Changes of the reference tables by the State. They are made one after the other, under one lock, and only ever added. */
import type { Fields, StateRow, TableName } from '../domain/reference/tables.ts';
import type { Row, Statements } from './database.ts';

const REFERENCE_LOCK = 7_203_132;

export type ReferenceChange = {
  readonly version: number;
  readonly table: TableName;
  readonly code: string;
  /** Undefined where the State took its own row back. */
  readonly fields: Fields | undefined;
  readonly why: string;
  readonly operator: string;
  readonly at: string;
  readonly entry: string;
};

type ChangeRow = Row & Omit<ReferenceChange, 'fields'> & { readonly fields: string | null };

const COLUMNS =
  'version, table_name as "table", code, fields, why, operator, recorded_at as at, entry_id as entry';

/** Lets one change run at a time, so that each is held against all before it. */
export async function lockReference(tx: Statements): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(${REFERENCE_LOCK})`);
}

/** How many changes there are; each makes a version. */
export async function findReferenceVersion(db: Statements): Promise<number> {
  const [row] = await db.rows<{ version: number }>(
    'select coalesce(max(version), 0) as version from reference_entry',
  );
  return row!.version;
}

/** The rows of the State that stand, and the version they make up. */
export async function listStateRows(
  db: Statements,
): Promise<{ readonly version: number; readonly rows: readonly StateRow[] }> {
  const last = (
    await db.rows<ChangeRow>(
      `select distinct on (table_name, code) ${COLUMNS} from reference_entry order by table_name, code, version desc`,
    )
  ).map(changeOf);
  const rows = last.flatMap(({ fields, table, code, version, at, why }) =>
    fields === undefined ? [] : [{ table, code, version, at, why, fields }],
  );
  return { version: Math.max(0, ...last.map((one) => one.version)), rows };
}

/** Keeps a change. */
export async function insertReferenceChange(tx: Statements, change: ReferenceChange): Promise<void> {
  const { version, table, code, fields, why, operator, at, entry } = change;
  await tx.rows(
    `insert into reference_entry (version, table_name, code, fields, why, operator, recorded_at, entry_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [version, table, code, fields === undefined ? null : JSON.stringify(fields), why, operator, at, entry],
  );
}

export type ChangesWanted = {
  readonly table?: TableName | undefined;
  readonly code?: string | undefined;
  /** Only those before this version. */
  readonly before?: number | undefined;
  readonly limit: number;
};

/** Changes of all tables, of one or of one entry, the newest first. */
export async function listReferenceChanges(
  db: Statements,
  { table, code, before, limit }: ChangesWanted,
): Promise<readonly ReferenceChange[]> {
  const rows = await db.rows<ChangeRow>(
    `select ${COLUMNS} from reference_entry where ($1::text is null or table_name = $1)
       and ($2::text is null or code = $2) and ($3::integer is null or version < $3) order by version desc limit $4`,
    [table ?? null, code ?? null, before ?? null, limit],
  );
  return rows.map(changeOf);
}

function changeOf({ fields, ...row }: ChangeRow): ReferenceChange {
  return { ...row, fields: fields === null ? undefined : (JSON.parse(fields) as Fields) };
}
