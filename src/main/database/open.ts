/**
 * The way of every program of ours to its database: joins the host of the home, starting one where there is none, and
 * stays connected to it for as long as the database is used; or checks the server that COUNTERMARK_DATABASE_URL names.
 *
 * Whoever comes as `server` is refused while another server is present. What could go wrong: a home that cannot be
 * written, a full disk, a host that is just closing (it is waited for), a host that was killed (a new one recovers).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { Fault, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { getServerVersion } from '../../store/server.ts';
import type { Config } from '../config.ts';
import { CONTROL_SOCKET, findHostNote, findProgram, openHome, type Place, placeOf } from './place.ts';
import { type Connection, type FromHost, type Presence, type Role, readLines, sendLine } from './wire.ts';

export type Database = {
  /** What pg.Pool takes. */
  readonly connection: Connection;
  /** Tells those who ask who is here at which address this server serves. */
  announce(address: string): void;
  /** Calls back once, with a sentence, where the embedded database is lost before it was closed. */
  onLost(callback: (reason: string) => void): void;
  /** Leaves the home. A server that is the last one waits until the database has stopped. */
  close(): Promise<void>;
};

export type HomeHeld = Refusal<'home_held'>;

export type Opening = {
  readonly role: Role;
  readonly command: string;
  readonly say?: (text: string) => void;
  /** How long the host keeps the database open after the last one left. */
  readonly graceMs?: number;
};

const GRACE_MS = 300;
const PATIENCE_MS = 120_000;
/** A server that is asked and silent for so long is asked anew, until patience ends. */
const ANSWER_MS = 10_000;
const HOST_BUSY_CODE = 75;
const SERVER_VERSION_MIN = 150_000;
/** SSLRequest of PostgreSQL's protocol: the shortest question to which any server answers, by one byte. */
const MAY_IT_BE_ENCRYPTED = Buffer.from('0000000804d2162f', 'hex');

/** Opens the database of this configuration, or says who holds the home where another server serves it. */
export async function openDatabase(config: Config, opening: Opening): Promise<Database | HomeHeld> {
  if (config.databaseUrl !== undefined) return openServer(config.databaseUrl);
  const place = openHome(config.home);
  const deadline = Date.now() + PATIENCE_MS;
  let starter: ChildProcess | undefined;
  let told = false;
  while (Date.now() < deadline) {
    const found = await join(place, opening);
    if (found !== undefined) return found;
    if (starter === undefined || starter.exitCode !== null || starter.signalCode !== null) {
      if (starter !== undefined) {
        checkStarter(place, starter);
        if (!told) opening.say?.('Waiting for the database of this home, which is just closing or opening.');
        told = true;
        await sleep(80);
      }
      starter = startHost(place, opening.graceMs ?? GRACE_MS);
    }
    await sleep(15);
  }
  const message = `The database of ${place.home} neither opened nor closed within ${PATIENCE_MS / 1000} s. ${place.log} says more.`;
  throw new Fault('database', message, { retry: true });
}

/** Who is present in a home now; nobody where it has no host. Starts nothing and keeps nobody. */
export async function listPresent(config: Config): Promise<readonly Presence[]> {
  if (config.databaseUrl !== undefined || !fs.existsSync(config.home)) return [];
  const socket = await connect(placeOf(fs.realpathSync(config.home)));
  if (socket === undefined) return [];
  return new Promise((resolve) => {
    socket.on('close', () => resolve([]));
    readLines<FromHost>(socket, (message) => {
      if ('who' in message) resolve(message.who);
      socket.end();
    });
    sendLine(socket, { who: true });
  });
}

/** The sentence a person reads where another server holds the home. */
export function formatHomeHeld({ facts }: HomeHeld): string {
  const where = facts?.address === undefined ? '' : ` and serves ${facts.address}`;
  return (
    `Another server already works in this home: process ${facts?.pid} (${facts?.command}), since ${facts?.since}${where}. ` +
    'Use that one, stop it first, or set COUNTERMARK_HOME to another folder.'
  );
}

function connect(place: Place): Promise<net.Socket | undefined> {
  const note = findHostNote(place);
  if (note === undefined) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const socket = net.connect(path.join(note.runDir, CONTROL_SOCKET));
    socket.on('error', () => resolve(undefined));
    socket.on('connect', () => resolve(socket));
  });
}

/** Joins the host; undefined where there is none, or where it closes before it is ready. */
async function join(place: Place, { role, command, say }: Opening): Promise<Database | HomeHeld | undefined> {
  const socket = await connect(place);
  if (socket === undefined) return undefined;
  return new Promise((resolve, reject) => {
    let lost = (_reason: string): void => {};
    let reason = 'The host of the database is gone. Start again: the database recovers.';
    let closing = false;
    socket.on('close', () => {
      resolve(undefined);
      if (!closing) lost(reason);
    });
    readLines<FromHost>(socket, (message) => {
      if ('progress' in message) say?.(message.progress);
      else if ('fault' in message) reject(new Fault(message.fault.code, message.fault.message));
      else if ('held' in message) resolve(refusal('home_held', { ...message.held }));
      else if ('lost' in message) reason = message.lost;
      else if ('ready' in message) {
        const database: Database = {
          connection: message.ready,
          announce: (address) => sendLine(socket, { address }),
          onLost: (callback) => {
            lost = callback;
            if (socket.destroyed && !closing) callback(reason);
          },
          close: () => {
            closing = true;
            return leave(socket, role);
          },
        };
        // A host whose PostgreSQL was killed a moment ago may not know it yet: it is left, and the next one joined.
        isAnswering(message.ready).then((yes) => (yes ? resolve(database) : socket.destroy()));
      }
    });
    sendLine(socket, { hello: { pid: process.pid, role, command, since: new Date().toISOString() } });
  });
}

/** True where PostgreSQL answers at its socket; one that was killed may still be connected to for a moment. */
function isAnswering({ host = '', port }: Connection): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(path.join(host, `.s.PGSQL.${port}`), () => socket.write(MAY_IT_BE_ENCRYPTED));
    socket.on('data', () => {
      resolve(true);
      socket.destroy();
    });
    socket.setTimeout(ANSWER_MS, () => socket.destroy());
    socket.on('error', () => {});
    socket.on('close', () => resolve(false));
  });
}

async function leave(socket: net.Socket, role: Role): Promise<void> {
  if (socket.destroyed) return;
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  if (role === 'cli') socket.destroy();
  else socket.end();
  await closed;
}

/** Starts a host that outlives us; the lock lets only one live, the others end with HOST_BUSY_CODE. */
function startHost(place: Place, graceMs: number): ChildProcess {
  const flock = findProgram('flock');
  if (flock === undefined) {
    throw new Fault(
      'install',
      'The embedded database needs the program flock (package util-linux). Install it.',
    );
  }
  const program = path.join(import.meta.dirname, 'host.ts');
  const lock = [flock, '--no-fork', '-n', '-E', String(HOST_BUSY_CODE), place.lock];
  const words = [...asOwner(place), ...lock, process.execPath, program, place.home, String(graceMs)];
  const log = fs.openSync(place.log, 'a', 0o600);
  const child = spawn(words[0] ?? '', words.slice(1), {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: {
      PATH: process.env.PATH,
      TMPDIR: process.env.TMPDIR,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
    },
  });
  fs.closeSync(log);
  child.on('error', () => {});
  child.unref();
  return child;
}

/** Root, visiting a home whose database somebody else made, starts the host as that person. */
function asOwner(place: Place): string[] {
  if (process.getuid?.() !== 0 || !fs.existsSync(place.data)) return [];
  const { uid, gid } = fs.statSync(place.data);
  const setpriv = findProgram('setpriv');
  return uid === 0 || setpriv === undefined
    ? []
    : [setpriv, `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'];
}

function checkStarter(place: Place, starter: ChildProcess): void {
  if (starter.exitCode === 0 || starter.exitCode === HOST_BUSY_CODE) return;
  const words = fs.readFileSync(place.log, 'utf8').trim().split('\n').slice(-6).join('\n');
  const how = starter.exitCode ?? starter.signalCode;
  throw new Fault(
    'database',
    `The host of the database ended with ${how}. The last lines of ${place.log}:\n${words}`,
  );
}

async function openServer(connectionString: string): Promise<Database> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 15_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const version = await getServerVersion(client);
    if (version.number < SERVER_VERSION_MIN) {
      const message = `COUNTERMARK_DATABASE_URL points to PostgreSQL ${version.name}; version 15 or later is needed.`;
      throw new Fault('database', message);
    }
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const why =
      cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : String(cause);
    const message = `The server that COUNTERMARK_DATABASE_URL names did not let us in (${why}). Check the address, the user and that it runs.`;
    throw new Fault('database', message, { cause, retry: true });
  } finally {
    await client.end().catch(() => {});
  }
  return { connection: { connectionString }, announce: () => {}, onLost: () => {}, close: async () => {} };
}
