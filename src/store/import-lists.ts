/** Lists of what was brought in: imports with who began them, registers, and mappings saved by name. */
import type { Row, Statements } from './database.ts';
import type { ImportJob, Register } from './import.ts';

/** Names of saved mappings, by name. */
export async function listMappings(db: Statements, limit: number): Promise<readonly string[]> {
  const rows = await db.rows<{ name: string }>('select name from import_mapping order by name limit $1', [
    limit,
  ]);
  return rows.map(({ name }) => name);
}

/** Registers by name. */
export async function listRegisters(db: Statements, limit: number): Promise<readonly Register[]> {
  const rows = await db.rows<Row & { id: number; name: string; kind: string }>(
    'select register_id as id, name, kind from register order by name limit $1',
    [limit],
  );
  return rows;
}

export type ImportFound = Row & {
  readonly id: string;
  readonly register: string;
  readonly kind: string;
  readonly file: string;
  readonly digest: string;
  readonly counters: string;
  readonly state: ImportJob['state'];
  readonly started: string;
  readonly touched: string;
  /** Who began it, as its entry in the ledger tells. */
  readonly operator: string | null;
};

/** Imports, the latest first; of one operator, one file or of one id where those are given. */
export async function listImports(
  db: Statements,
  limit: number,
  wanted: { readonly id?: string | undefined; readonly operator?: string | undefined },
): Promise<readonly ImportFound[]> {
  return db.rows<ImportFound>(
    `select j.import_id as id, r.name as register, r.kind, j.file_name as file, j.file_digest as digest, j.counters, j.state,
       j.started_at as started, j.touched_at as touched, e.operator
     from import_job j join register r using (register_id)
     left join lateral (select convert_from(body, 'utf8')::jsonb #>> '{by,operator}' as operator from ledger_entry
       where subject_id = j.import_id order by entry_id limit 1) e on true
     where ($2::uuid is null or j.import_id = $2) and ($3::text is null or e.operator = $3)
     order by j.started_at desc, j.import_id desc limit $1`,
    [limit, wanted.id ?? null, wanted.operator ?? null],
  );
}
