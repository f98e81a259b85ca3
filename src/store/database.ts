/**
 * The one way to the database: a bounded pool, transactions, prepared statements and bulk copies. What goes wrong in the
 * database comes out as a Fault with a sentence; nothing here decides anything.
 */

import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { Fault } from '../domain/base/refusal.ts';
import { openQuick, type Quick } from './quick.ts';

export type Connection = {
  readonly connectionString?: string;
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly database?: string;
};

export type Row = Record<string, unknown>;

/** Runs statements: inside a transaction (Tx) or each on its own (Database). */
export type Statements = {
  /** A statement with values, be it none of them (`[]`), is planned once a connection; one without is sent as it is. */
  rows<R extends Row = Row>(text: string, values?: readonly unknown[]): Promise<R[]>;
};

export type Tx = Statements & {
  /** Copies rows in PostgreSQL's binary format into `target` ("table (columns)"). */
  copyIn(target: string, bytes: Buffer): Promise<void>;
};

export type Database = Statements & {
  /** For looks by key that are answered at once; see quick.ts. */
  readonly quick: Statements;
  transaction<T>(run: (tx: Tx) => Promise<T>, options?: { readonly snapshot?: true }): Promise<T>;
  /** A client of its own for long reads (COPY out, cursors), given back when `run` ends. */
  withClient<T>(run: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  /** How many connections are open, idle, and waited for, now. */
  use(): PoolUse;
  close(): Promise<void>;
};

export type PoolUse = {
  readonly open: number;
  readonly idle: number;
  readonly waiting: number;
  readonly most: number;
};

/** The role the register works under: it may add to the ledger and read it, nothing else. */
const APP_ROLE = 'countermark_app';

const ONE_PLAN = '-c plan_cache_mode=force_generic_plan';

/** Dates stay texts and 64-bit counts become numbers: no count here reaches 2^53. */
function parserFor(oid: number): ((text: string) => unknown) | undefined {
  if (oid === 20) return Number;
  if (oid === 1082 || oid === 1114) return (text) => text;
  if (oid === 1184) return (text) => new Date(text).toISOString();
  return undefined;
}

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const own = format === 'binary' ? undefined : parserFor(oid);
    return (
      own ??
      (pg.types.getTypeParser as (oid: number, format?: string) => (text: string) => unknown)(oid, format)
    );
  },
};

/** Opens a pool. `owner` skips the change to the working role: only migrations and restores do that. */
export function connect(
  connection: Connection,
  options: { readonly owner?: true; readonly connections?: number } = {},
): Database {
  const role = options.owner ? '' : `-c role=${APP_ROLE}`;
  const common = {
    ...connection,
    types,
    connectionTimeoutMillis: 20_000,
    application_name: 'countermark',
    ...(role === '' ? {} : { options: role }),
  };
  // Looks by key run on one plan whatever is looked for; planning a list of keys anew takes longer than finding them.
  const quick = openQuick({ ...common, options: `${role} ${ONE_PLAN}` } as pg.ClientConfig);
  const pool = new pg.Pool({
    ...common,
    max: options.connections ?? 16,
    idleTimeoutMillis: 30_000,
  } as pg.PoolConfig);
  pool.on('error', () => {});
  return {
    ...statementsOf(pool),
    quick: statementsOf(quick),
    transaction: (run, how) => transaction(pool, run, how),
    async withClient(run) {
      const client = await pool.connect().catch(asFault);
      try {
        return await run(client);
      } finally {
        client.release();
      }
    },
    use: () => ({
      open: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
      most: pool.options.max,
    }),
    close: async () => {
      await Promise.all([quick.close(), pool.end()]);
    },
  };
}

const PREPARED = new Map<string, string>();

/** A short stable name for a statement, so that the server plans it once a connection. */
function nameOf(text: string): string {
  let name = PREPARED.get(text);
  if (name === undefined) {
    name = `s${PREPARED.size}`;
    PREPARED.set(text, name);
  }
  return name;
}

/** What runs a statement: a pool, one of its clients, or the shared lines. */
type Runs = Pick<Quick, 'query'>;

function statementsOf(client: Runs): Statements {
  return {
    async rows<R extends Row>(text: string, values?: readonly unknown[]) {
      const query = values === undefined ? { text } : { name: nameOf(text), text, values: [...values] };
      const result = await client.query(query).catch(asFault);
      return result.rows as R[];
    },
  };
}

async function transaction<T>(
  pool: pg.Pool,
  run: (tx: Tx) => Promise<T>,
  options: { readonly snapshot?: true } = {},
): Promise<T> {
  const client = await pool.connect().catch(asFault);
  let broken: Error | undefined;
  // A connection lost between statements must not become an unhandled event.
  const lost = (error: Error): void => {
    broken = error;
  };
  client.on('error', lost);
  try {
    await client.query(options.snapshot ? 'begin isolation level repeatable read read only' : 'begin');
    const result = await run({
      ...statementsOf(client),
      copyIn: (target, bytes) => copyIn(client, target, bytes),
    });
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failed: Error) => {
      broken = failed;
    });
    throw faultOf(error);
  } finally {
    client.off('error', lost);
    client.release(broken);
  }
}

async function copyIn(client: pg.PoolClient, target: string, bytes: Buffer): Promise<void> {
  const stream = client.query(copyFrom(`copy ${target} from stdin (format binary)`));
  await pipeline(Readable.from([bytes], { objectMode: false }), stream).catch(asFault);
}

function asFault(error: unknown): never {
  throw faultOf(error);
}

const SENTENCES: Readonly<Record<string, { code: 'database' | 'disk'; retry: boolean; says: string }>> = {
  '53100': {
    code: 'disk',
    retry: false,
    says: 'The disk is full. Nothing of this act was kept. Free some space and do it again.',
  },
  '40001': {
    code: 'database',
    retry: true,
    says: 'Two acts met on the same record. Nothing of this one was kept; do it again.',
  },
  '40P01': {
    code: 'database',
    retry: true,
    says: 'Two acts waited for each other. Nothing of this one was kept; do it again.',
  },
  '57014': {
    code: 'database',
    retry: false,
    says: 'The search took too long and was stopped. Give more to search by.',
  },
};

/** Turns what the driver throws into a Fault; our own errors pass unchanged. */
function faultOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Fault) return error;
  const code = (error as Error & { code?: string }).code ?? '';
  const known = SENTENCES[code];
  if (known) return new Fault(known.code, known.says, { cause: error, retry: known.retry });
  if (
    code.startsWith('57P') ||
    code.startsWith('08') ||
    /^E[A-Z]+$/.test(code) ||
    /terminated|timeout exceeded/i.test(error.message)
  )
    return new Fault(
      'database',
      'The database went away. Nothing of this act was kept; do it again when it is back.',
      {
        cause: error,
        retry: true,
      },
    );
  return error;
}

/** True where an error says that a unique value was already there. */
export function isDuplicate(error: unknown, constraint?: string): boolean {
  const found = error as { code?: string; constraint?: string };
  return found?.code === '23505' && (constraint === undefined || found.constraint === constraint);
}
