/**
 * The host of a home's embedded database: a small process of its own that owns PostgreSQL for as long as somebody is
 * present. It is started by whoever comes first (open.ts, under a lock that the kernel holds), listens on the control
 * socket, and stops PostgreSQL cleanly a moment after the last connection closed. So a killed program, the kernel
 * closing its connection, still ends in a clean stop; two commands share one database; and one server at most serves
 * a home. Should the host itself be killed, the kernel interrupts PostgreSQL, and the next host recovers.
 *
 * Run as: node host.ts <home> <grace in ms>
 */
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Fault, type FaultCode } from '../../domain/base/refusal.ts';
import { chooseAccount } from './account.ts';
import { getBinaries } from './binaries.ts';
import {
  CONTROL_SOCKET,
  clearRunDir,
  findHostNote,
  makeRunDir,
  makeTemporaryRunDir,
  type Place,
  placeOf,
  writeHostNote,
} from './place.ts';
import { DATABASE, type Postgres, startPostgres } from './postgres.ts';
import { type Connection, type FromHost, type Presence, readLines, sendLine, type ToHost } from './wire.ts';

const FIRST_VISITOR_PATIENCE_MS = 10_000;
const TOUCH_MS = 3_600_000;
const LOG_BYTES_MAX = 5 * 1024 * 1024;

type State = {
  readonly present: Map<net.Socket, Presence | undefined>;
  /** Those who left and wait to see the database stopped. */
  readonly leaving: Set<net.Socket>;
  /** Words said so far, for those who come while the database is being made. */
  readonly said: string[];
  ready: Connection | undefined;
  postgres: Postgres | undefined;
  stopping: boolean;
  idle: NodeJS.Timeout | undefined;
};

function newState(): State {
  return {
    present: new Map(),
    leaving: new Set(),
    said: [],
    ready: undefined,
    postgres: undefined,
    stopping: false,
    idle: undefined,
  };
}

async function host(home: string, graceMs: number): Promise<void> {
  const place = placeOf(home);
  const state = newState();
  const log = openLog(place);
  const tell = (message: FromHost) => {
    for (const socket of state.present.keys()) sendLine(socket, message);
  };
  const say = (progress: string) => {
    state.said.push(progress);
    tell({ progress });
  };
  // Half-open: one who leaves may wait for our end of the connection, which we keep until the database has stopped.
  const server = net.createServer({ allowHalfOpen: true }, (socket) => receive(state, socket, idleSoon));
  const runDir = await listen(server, place);

  async function end(parting?: FromHost): Promise<void> {
    if (state.stopping) return;
    state.stopping = true;
    // No newcomer may join a closing database: from here on a new host is needed, and it waits for our lock.
    server.close();
    if (parting !== undefined) tell(parting);
    await state.postgres?.stop();
    clearRunDir(runDir);
    for (const socket of [...state.present.keys(), ...state.leaving]) socket.end();
    process.exitCode = parting === undefined ? 0 : 1;
    setTimeout(() => process.exit(), 500).unref();
  }
  function idleSoon(): void {
    clearTimeout(state.idle);
    if (state.present.size === 0 && !state.stopping) state.idle = setTimeout(end, graceMs);
  }

  process.on('SIGHUP', () => {});
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => void end({ lost: 'The host of the database was asked to end.' }));
  }
  // Whoever started us comes at once, and must hear what goes wrong from here on.
  await new Promise((resolve) => {
    server.once('connection', resolve);
    setTimeout(resolve, FIRST_VISITOR_PATIENCE_MS).unref();
  });
  if (state.present.size === 0) return end();
  try {
    const account = chooseAccount(place, runDir, getBinaries(), say);
    state.postgres = await startPostgres(account, { say, log });
    state.ready = { host: account.socketDir, port: 5432, user: DATABASE, database: DATABASE };
    tell({ ready: state.ready });
    await state.postgres.ended;
    await end({
      lost: `The database ended unexpectedly; ${place.log} has its last words. Start again: it recovers.`,
    });
  } catch (error) {
    log(`host: ${error instanceof Error ? error.stack : String(error)}`);
    const code: FaultCode = error instanceof Fault ? error.code : 'database';
    await end({ fault: { code, message: error instanceof Error ? error.message : String(error) } });
  }
}

/** One connection: it counts as present from its first moment to its last. */
function receive(state: State, socket: net.Socket, idleSoon: () => void): void {
  state.present.set(socket, undefined);
  clearTimeout(state.idle);
  for (const leaver of state.leaving) leaver.end();
  for (const progress of state.ready === undefined ? state.said : []) sendLine(socket, { progress });
  const leave = () => {
    if (!state.present.delete(socket)) return;
    if (state.present.size === 0) state.leaving.add(socket);
    else socket.end();
    idleSoon();
  };
  socket.on('end', leave);
  socket.on('error', () => socket.destroy());
  socket.on('close', () => {
    leave();
    state.leaving.delete(socket);
  });
  readLines<ToHost>(socket, (message) => {
    const self = state.present.get(socket);
    if ('who' in message) sendLine(socket, { who: listPresent(state) });
    else if ('address' in message && self !== undefined)
      state.present.set(socket, { ...self, address: message.address });
    else if ('hello' in message) greet(state, socket, message.hello);
  });
}

function greet(state: State, socket: net.Socket, newcomer: Presence): void {
  // Who knocked just before the end and speaks just after it comes again to the next host.
  if (state.stopping) {
    socket.end();
    return;
  }
  const holder = listPresent(state).find(({ role }) => role === 'server');
  if (newcomer.role === 'server' && holder !== undefined) {
    sendLine(socket, { held: holder });
    socket.end();
    return;
  }
  state.present.set(socket, newcomer);
  if (state.ready !== undefined) sendLine(socket, { ready: state.ready });
}

function listPresent(state: State): Presence[] {
  return [...state.present.values()].filter((presence) => presence !== undefined);
}

async function listen(server: net.Server, place: Place): Promise<string> {
  const old = findHostNote(place);
  if (old !== undefined) clearRunDir(old.runDir);
  let runDir = makeRunDir(place);
  try {
    await listenAt(server, runDir);
  } catch {
    // The home lies on a file system that holds no sockets.
    runDir = makeTemporaryRunDir();
    await listenAt(server, runDir);
  }
  writeHostNote(place, { pid: process.pid, runDir });
  // Cleaners of the temporary folder spare what was touched lately; PostgreSQL does the same for its own socket.
  const touch = () => fs.utimes(path.join(runDir, CONTROL_SOCKET), new Date(), new Date(), () => {});
  setInterval(touch, TOUCH_MS).unref();
  return runDir;
}

function listenAt(server: net.Server, runDir: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path.join(runDir, CONTROL_SOCKET), () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Writes lines to the log of the home; two files at most, and a full disk costs only the line. */
function openLog(place: Place): (line: string) => void {
  return (line) => {
    try {
      if (fs.existsSync(place.log) && fs.statSync(place.log).size > LOG_BYTES_MAX)
        fs.renameSync(place.log, `${place.log}.1`);
      fs.appendFileSync(place.log, `${line}\n`, { mode: 0o600 });
    } catch {
      // The log serves people; the database must go on without it.
    }
  };
}

const [home = '', grace = ''] = process.argv.slice(2);
await host(home, Number(grace));
