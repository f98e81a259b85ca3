/**
 * Every table out, from one snapshot, and in again, in one transaction: as CSV, so that a backup can be read without
 * this program. Going out needs no more memory than one part; going in runs under the owner of the database, into a
 * database that holds nothing yet. schema_migration stays out: it tells how the tables were made, not what they hold.
 */
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { Fault } from '../domain/base/refusal.ts';
import { appendLeaves, type Frontier } from '../domain/ledger/frontier.ts';
import { csvParts } from './csv-parts.ts';
import type { Database, Row, Statements } from './database.ts';
import { unpackLeaves } from './ledger.ts';

export type Table = { readonly name: string; readonly columns: readonly string[] };

/** One reading view of the whole database. */
export type Snapshot = Statements & {
  /** The rows of a table as CSV in parts of bounded size, each with its own heading; returns how many rows. */
  parts(table: Table): AsyncGenerator<Buffer, number>;
};

/** The one transaction of a restore. */
export type Loading = Statements & {
  /** Takes in one part; gives how many rows it held. */
  load(table: string, columns: readonly string[], csv: Buffer): Promise<number>;
};

/** One spelling of every value, whatever the server was set to. */
const SPELLING = `set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local bytea_output = 'hex';
  set local extra_float_digits = 1; set local intervalstyle = 'iso_8601'`;

function statementsOf(client: pg.PoolClient): Statements {
  return {
    async rows<R extends Row = Row>(text: string, values: readonly unknown[] = []) {
      return (await client.query<R>(text, [...values])).rows;
    },
  };
}

async function inTransaction<T>(
  db: Database,
  begin: string,
  run: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return db.withClient(async (client) => {
    // A connection lost between statements must not become an unhandled event: the next statement tells of it.
    const lost = (): void => {};
    client.on('error', lost);
    try {
      await client.query(begin);
      await client.query(SPELLING);
      const result = await run(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw faultOf(error);
    } finally {
      client.off('error', lost);
    }
  });
}

/** A full disk and a lost database become faults with a sentence; all else passes unchanged. */
function faultOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Fault) return error;
  const code = (error as Error & { code?: string }).code ?? '';
  if (code === '53100')
    return new Fault(
      'disk',
      'The disk of the database is full. Nothing was kept. Free some space and do it again.',
      {
        cause: error,
      },
    );
  if (/^(?:57P|08|ECONN|EPIPE)/.test(code) || /terminated|Connection ended/i.test(error.message))
    return new Fault('database', 'The database went away. Nothing was kept; do it again when it is back.', {
      cause: error,
      retry: true,
    });
  return error;
}

/** True where the database would not take a value: it is no number, no date, or breaks a rule of its table. */
export function isUnfit(error: unknown): boolean {
  return /^2[23]/.test((error as { code?: string })?.code ?? '');
}

/** Runs over one snapshot of the database: what others commit meanwhile is not seen. */
export async function inSnapshot<T>(db: Database, run: (snapshot: Snapshot) => Promise<T>): Promise<T> {
  return inTransaction(db, 'begin isolation level repeatable read read only', (client) =>
    run({ ...statementsOf(client), parts: (table) => partsOf(db, client, table) }),
  );
}

async function* partsOf(db: Database, client: pg.PoolClient, table: Table): AsyncGenerator<Buffer, number> {
  const columns = table.columns.join(', ');
  const stream = client.query(
    copyTo(`copy (select ${columns} from ${table.name}) to stdout (format csv, encoding 'UTF8')`),
  );
  let isWhole = false;
  try {
    yield* csvParts(stream.iterator({ destroyOnReturn: false }), `${table.columns.join(',')}\n`);
    isWhole = true;
    // The rows end before the server has said how many they were: the next answer comes after that.
    await client.query('select 1');
    return stream.rowCount;
  } finally {
    if (!isWhole) await stopCopy(db, client, stream);
  }
}

/** Ends a copy that nobody wants to the end, so that its connection can be used again. */
async function stopCopy(
  db: Database,
  client: pg.PoolClient,
  stream: NodeJS.ReadableStream & { readonly readableEnded?: boolean },
): Promise<void> {
  const { processID } = client as pg.PoolClient & { readonly processID?: number };
  stream.on('error', () => {});
  await db.rows('select pg_cancel_backend($1)', [processID]).catch(() => {});
  stream.resume();
}

/** The tables of the register with their columns, in the order of their names. */
export async function listTables(db: Statements): Promise<readonly Table[]> {
  return db.rows<Table & Row>(
    `select c.relname::text as name, array_agg(quote_ident(a.attname) order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname <> 'schema_migration'
     group by c.relname order by c.relname`,
  );
}

/** Runs the whole of a restore in one transaction; two at once wait for each other. */
export async function inLoading<T>(owner: Database, run: (loading: Loading) => Promise<T>): Promise<T> {
  return inTransaction(owner, 'begin', async (client) => {
    await client.query('select pg_advisory_xact_lock(7203114)');
    return run({
      ...statementsOf(client),
      async load(table, columns, csv) {
        const stream = client.query(
          copyFrom(
            `copy ${table} (${columns.join(', ')}) from stdin (format csv, header true, encoding 'UTF8')`,
          ),
        );
        await pipeline([csv], stream);
        return stream.rowCount;
      },
    });
  });
}

/** True where no table of the register holds a row. */
export async function isEmptyDatabase(db: Statements): Promise<boolean> {
  for (const { name } of await listTables(db)) {
    if ((await db.rows(`select 1 from ${name} limit 1`)).length > 0) return false;
  }
  return true;
}

/** Makes the tables as the given migrations make them; false where the database stands at another step already. */
export async function makeTables(
  tx: Statements,
  migrations: readonly { number: number; name: string; text: string; digest: string }[],
): Promise<boolean> {
  await tx.rows(`create table if not exists schema_migration (number integer primary key, name text not null,
    digest text not null, applied_at timestamptz not null default now())`);
  const done = await tx.rows<{ digest: string }>('select digest from schema_migration order by number');
  if (done.length > 0)
    return done.length === migrations.length && done.every((one, i) => one.digest === migrations[i]!.digest);
  for (const { number, name, text, digest } of migrations) {
    await tx.rows(text);
    await tx.rows('insert into schema_migration (number, name, digest) values ($1, $2, $3)', [
      number,
      name,
      digest,
    ]);
  }
  return true;
}

/** Lets the planner know the tables that were just filled. */
export async function analyseTables(tx: Statements): Promise<void> {
  await tx.rows('analyze');
}

/** The complete subtrees kept of one level, from one index to another. */
export async function listTreeNodes(
  db: Statements,
  level: number,
  from: number,
  to: number,
): Promise<readonly Buffer[]> {
  const rows = await db.rows<{ hash: Buffer }>(
    'select hash from tree_node where level = $1 and node_index >= $2 and node_index < $3 order by node_index',
    [level, from, to],
  );
  return rows.map((row) => row.hash);
}

/**
 * Numbers one act before everything else that waits: the first entry of an epoch stands where the old epoch ends.
 * @shape frontier: the right edge of the whole tree as it is kept
 */
export async function numberFirst(tx: Statements, frontier: Frontier, act: string): Promise<void> {
  const [waiting] = await tx.rows<{ leaves: Buffer }>(
    'delete from ledger_pending where act_id = $1 returning leaves',
    [act],
  );
  const leaves = unpackLeaves(waiting!.leaves);
  const growth = appendLeaves(
    frontier,
    leaves.map((leaf) => leaf.hash),
  );
  for (const [place, leaf] of leaves.entries())
    await tx.rows(
      'insert into ledger_leaf (leaf_index, subject_id, entry_id, hash) values ($1, $2, $3, $4)',
      [frontier.size + place, leaf.subject, leaf.entry, leaf.hash],
    );
  for (const node of growth.nodes)
    await tx.rows('insert into tree_node (level, node_index, hash) values ($1, $2, $3)', [
      node.level,
      node.index,
      node.hash,
    ]);
}
