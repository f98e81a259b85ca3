/**
 * A world for a test: an office over a database of its own, cloned from a template in one embedded server that all test
 * files share, in about a tenth of a second. The server stands in shared memory where there is enough, else under the
 * temporary folder; it stays open a while after the last test left and is made for this clone and account alone.
 *
 * What could go wrong: a test that was killed leaves its database behind; whoever comes next drops those whose process
 * is gone. A changed migration has another template.
 */
import { createHash, createPublicKey, generateKeyPairSync, randomFillSync } from 'node:crypto';
import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beginHome } from '../src/acts/begin-home.ts';
import { type Numbering, startNumbering } from '../src/acts/number-entries.ts';
import { type Actor, machine, type Office, randomFrom } from '../src/acts/office.ts';
import { openReference } from '../src/acts/reference-tables.ts';
import { uuidV7 } from '../src/domain/base/id.ts';
import { isRefusal } from '../src/domain/base/refusal.ts';
import { formatVerifierKey, verifierKeyOf } from '../src/domain/ledger/note.ts';
import { type DemoLoaded, loadDemonstration } from '../src/doors/demo/load.ts';
import { readReference } from '../src/doors/reference/read-reference.ts';
import { readWeights } from '../src/doors/reference/read-weights.ts';
import { openDatabase } from '../src/main/database/open.ts';

import { originOf } from '../src/main/open-office.ts';
import { type Connection, connect, type Database } from '../src/store/database.ts';
import { listMigrations, migrate } from '../src/store/migrate.ts';
import { heldKeys } from './held-keys.ts';

const MIGRATIONS = new URL('../migrations/', import.meta.url);
const CLONE = path.resolve(import.meta.dirname, '..');
const GRACE_MS = 20_000;
const TEMPLATE_LOCK = 7_203_199;
const MEMORY_DISK = '/dev/shm';
const MEMORY_NEEDED_BYTES = 4e9;

export type World = {
  readonly office: Office;
  readonly actor: Actor;
  readonly numbering: Numbering;
  /** The database beside the office: what a test looks at directly. */
  readonly db: Database;
  /** The same database under the role that owns it: what a test may break it with. */
  readonly connection: Connection;
  /** The demonstration in it, where arms were wished for. */
  readonly loaded: DemoLoaded | undefined;
  close(): Promise<void>;
};

export type WorldOptions = {
  readonly state?: string;
  readonly demonstration?: boolean;
  readonly clock?: () => number;
  readonly connections?: number;
  /** So many arms of the demonstration, and its stories, are there from the start. */
  readonly arms?: number;
};

let counted = 0;

/** Opens a world of its own; close it after the test. */
export async function world(options: WorldOptions = {}): Promise<World> {
  const { state = 'XA', demonstration = true, clock = Date.now, connections = 6 } = options;
  const server = await openServer();
  const name = `world_${process.pid}_${++counted}_${Date.now().toString(36)}`;
  const admin = connect(server.connection, { owner: true, connections: 1 });
  try {
    await cloneTemplate(admin, server.connection, name);
    const connection = { ...server.connection, database: name };
    const db = connect(connection, { connections });
    const office = officeOver(db, { state, demonstration, clock });
    const numbering = startNumbering(db);
    const whole: Office = { ...office, nudge: numbering.nudge };
    const refused = await beginHome(whole);
    if (refused) throw new Error(`the world did not begin: ${JSON.stringify(refused)}`);
    const { arms } = options;
    const loaded = arms === undefined ? undefined : await loadDemonstration(whole, { arms });
    if (isRefusal(loaded)) throw new Error(`the demonstration did not load: ${JSON.stringify(loaded)}`);
    return {
      office: whole,
      loaded,
      actor: machine('tester', 'test'),
      numbering,
      db,
      connection,
      async close() {
        await numbering.stop();
        await db.close();
        await admin.rows(`drop database if exists ${name} with (force)`);
        await admin.close();
        await server.close();
      },
    };
  } catch (error) {
    await admin.close();
    await server.close();
    throw error;
  }
}

async function openServer() {
  const mark = createHash('sha256').update(`${CLONE} ${os.userInfo().uid}`).digest('hex').slice(0, 12);
  const home = path.join(findFolder(), `countermark-tests-${mark}`);
  const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 };
  const server = await openDatabase(config, { role: 'cli', command: 'test', graceMs: GRACE_MS });
  if (isRefusal(server)) throw new Error(`the tests' server is held: ${JSON.stringify(server)}`);
  return server;
}

/** Most of the cost of a new database is waiting for a disk, and nothing of a test has to outlive the machine. */
function findFolder(): string {
  try {
    accessSync(MEMORY_DISK, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY_DISK);
    if (bavail * bsize >= MEMORY_NEEDED_BYTES) return MEMORY_DISK;
  } catch {
    // Not every system has one.
  }
  return os.tmpdir();
}

function officeOver(db: Database, wanted: Required<Omit<WorldOptions, 'connections' | 'arms'>>): Office {
  const random = randomFrom((target) => randomFillSync(target));
  const node = uuidV7(Date.now(), random(10));
  const origin = originOf(wanted.state, node, 1);
  const { privateKey } = generateKeyPairSync('ed25519');
  const verifierKey = formatVerifierKey(verifierKeyOf(origin, createPublicKey(privateKey)));
  return {
    ...wanted,
    db,
    node,
    random,
    signer: { origin, privateKey, verifierKey },
    exchange: heldKeys(),
    ...openReference(db.quick, wanted.clock, readReference),
    weights: readWeights,
    nudge: () => {},
  };
}

/** Makes the template where there is none, then a database that is a copy of it. */
async function cloneTemplate(admin: Database, connection: Connection, name: string): Promise<void> {
  const migrations = await listMigrations(MIGRATIONS);
  const digest = createHash('sha256').update(migrations.map((one) => one.digest).join(' '));
  const template = `template_${digest.digest('hex').slice(0, 16)}`;
  await admin.withClient(async (client) => {
    await client.query(`select pg_advisory_lock(${TEMPLATE_LOCK})`);
    try {
      const { rows } = await client.query<{ datname: string }>('select datname from pg_database');
      const names = rows.map((row) => row.datname);
      for (const left of names.filter(isLeftOver))
        await client.query(`drop database if exists ${left} with (force)`);
      if (!names.includes(template)) await makeTemplate(client, connection, template);
      await client.query(`create database ${name} template ${template}`);
    } finally {
      await client.query(`select pg_advisory_unlock(${TEMPLATE_LOCK})`);
    }
  });
}

async function makeTemplate(
  client: { query(text: string): Promise<unknown> },
  connection: Connection,
  template: string,
): Promise<void> {
  // Made under another name, so that a template that stands is always complete.
  const raw = `${template}_raw`;
  await client.query(`drop database if exists ${raw} with (force)`);
  await client.query(`create database ${raw} template template0`);
  const owner = connect({ ...connection, database: raw }, { owner: true, connections: 1 });
  await migrate(owner, MIGRATIONS);
  await owner.close();
  await client.query(`alter database ${raw} rename to ${template}`);
}

function isLeftOver(name: string): boolean {
  const [, pid] = /^world_(\d+)_/.exec(name) ?? [];
  return pid !== undefined && !existsSync(`/proc/${pid}`);
}
