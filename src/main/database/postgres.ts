/**
 * The PostgreSQL process of a home: makes the database where there is none, starts it, tells when it is ready or gone,
 * stops it cleanly. Called by the one host that holds the home's lock, so any PostgreSQL found in the data folder is
 * a left-over of a killed host and is stopped before a new one starts: two in one folder would destroy it.
 *
 * Making is all or nothing: initdb works in a folder of its own, which takes its name when it is complete.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from '../../domain/base/refusal.ts';
import { formatCreateDatabase } from '../../store/server.ts';
import type { Account } from './account.ts';
import { findProgram } from './place.ts';
import { findFreeMb, findMemoryMb, listSettings } from './settings.ts';

export const DATABASE = 'countermark';
const STOP_PATIENCE_MS = 60_000;
const LEFTOVER_PATIENCE_MS = 20_000;
const LAST_LINES = 12;

export type Voices = {
  /** Words for the people who wait. */
  readonly say: (text: string) => void;
  /** A line of the database's log. */
  readonly log: (line: string) => void;
};

export type Postgres = {
  /** Ends with the last words of the database when it is gone, for whatever reason. */
  readonly ended: Promise<string>;
  /** Stops it cleanly: what is under way is rolled back, what was acknowledged stands. */
  stop(): Promise<void>;
};

const ENVIRONMENT = { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Starts the database of this account, making it first where there is none; a fault where that fails. */
export async function startPostgres(account: Account, voices: Voices): Promise<Postgres> {
  if (fs.existsSync(path.join(account.data, 'PG_VERSION'))) await clearLeftovers(account.data, voices);
  else makeDatabase(account, voices);
  const command = [...account.as, path.join(account.bin, 'postgres'), '-D', account.data];
  const settings = listSettings(findMemoryMb(), findFreeMb(account.data), account.socketDir);
  const [program = '', ...args] = [...command, ...settings];
  const child = spawn(findProgram(program) ?? program, args, {
    cwd: '/',
    env: ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  const last: string[] = [];
  const ended = new Promise<string>((resolve) => {
    child.on('error', (error) => resolve(error.message));
    child.on('close', () => resolve(last.join('\n')));
  });
  const isReady = followLog(child, last, voices);
  if (!(await Promise.race([isReady, ended.then(() => false)])))
    throw explainFailure(await ended, account.data);
  return { ended, stop: () => stop(child, ended) };
}

/** Resolves at the line that says the database is open for work. */
function followLog(child: ChildProcess, last: string[], voices: Voices): Promise<true> {
  return new Promise((resolve) => {
    let rest = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        voices.log(line);
        last.push(line);
        if (last.length > LAST_LINES) last.shift();
        if (line.includes('database system is ready to accept connections')) resolve(true);
        if (line.includes('was not properly shut down'))
          voices.say('The database was cut off last time; recovering it.');
      }
    });
  });
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGINT');
  const late = sleep(STOP_PATIENCE_MS, 'late', { ref: false });
  // An immediate stop loses nothing either: the next start recovers from the log of changes.
  if ((await Promise.race([ended, late])) === 'late') child.kill('SIGQUIT');
  await ended;
}

function makeDatabase(account: Account, { say, log }: Voices): void {
  say('Making a new database; this happens once.');
  const parent = path.dirname(account.data);
  for (const name of fs.readdirSync(parent)) {
    if (name.startsWith('database.new-'))
      fs.rmSync(path.join(parent, name), { recursive: true, force: true });
  }
  const fresh = path.join(parent, `database.new-${process.pid}`);
  const bin = (name: string) => path.join(account.bin, name);
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '-E', 'UTF8'];
  runToEnd(account, [bin('initdb'), '-D', fresh, '-U', DATABASE, '-A', 'trust', '-k', ...locale], '', log);
  const single = [bin('postgres'), '--single', '-D', fresh, 'postgres'];
  runToEnd(account, single, formatCreateDatabase(DATABASE), log);
  if (fs.existsSync(account.data)) fs.rmdirSync(account.data);
  fs.renameSync(fresh, account.data);
  const folder = fs.openSync(parent, 'r');
  fs.fsyncSync(folder);
  fs.closeSync(folder);
}

function runToEnd(account: Account, command: string[], input: string, log: (line: string) => void): void {
  const [program = '', ...args] = [...account.as, ...command];
  const options = { cwd: '/', env: ENVIRONMENT, input, encoding: 'utf8' } as const;
  const ended = spawnSync(findProgram(program) ?? program, args, options);
  const words = `${ended.stderr ?? ''}${ended.error?.message ?? ''}`.trim();
  if (words !== '') log(words);
  if (ended.status !== 0 || /\b(ERROR|FATAL|PANIC):/.test(words)) throw explainFailure(words, account.data);
}

/** Turns the last words of PostgreSQL into what a person can do about them. */
function explainFailure(words: string, data: string): Fault {
  const tail = words.split('\n').slice(-LAST_LINES).join('\n');
  const found = (shape: RegExp) => shape.test(words);
  if (found(/No space left on device|Disk quota exceeded/)) {
    const message = `The disk that holds ${data} is full. Free some space and start again: nothing that was acknowledged is lost.`;
    return new Fault('disk', message, { retry: true });
  }
  if (found(/database files are incompatible|initialized by PostgreSQL version/)) {
    const message = `The database in ${data} was made by another version of PostgreSQL. Start it with the version of Countermark that made it and take a backup there.`;
    return new Fault('database', message);
  }
  if (found(/Permission denied|wrong ownership|Read-only file system/)) {
    const message = `The database in ${data} must belong to the account that runs Countermark and be writable. PostgreSQL said: ${tail}`;
    return new Fault('home', message);
  }
  if (found(/Cannot allocate memory|could not map anonymous shared memory/)) {
    return new Fault(
      'database',
      'There is too little memory for the database: about 200 MB are needed. Close other programs and start again.',
      { retry: true },
    );
  }
  return new Fault(
    'database',
    `The database in ${data} did not start. PostgreSQL said: ${tail || 'nothing'}`,
  );
}

async function clearLeftovers(data: string, { say }: Voices): Promise<void> {
  const started = Date.now();
  let told = false;
  for (let left = listProcessesIn(data); left.length > 0; left = listProcessesIn(data)) {
    if (!told) say('The last database of this home is still closing; waiting for it.');
    const waited = Date.now() - started;
    for (const pid of left) {
      try {
        if (!told) process.kill(pid, 'SIGINT');
        else if (waited > LEFTOVER_PATIENCE_MS) process.kill(pid, 'SIGKILL');
      } catch {
        // It has just ended.
      }
    }
    told = true;
    if (waited > 2 * LEFTOVER_PATIENCE_MS) {
      throw new Fault(
        'database',
        `Another PostgreSQL (process ${left.join(', ')}) works in ${data}. Stop it first.`,
      );
    }
    await sleep(50);
  }
  // Its number may since belong to another program, which PostgreSQL would take for a database at work.
  fs.rmSync(path.join(data, 'postmaster.pid'), { force: true });
}

/** Every process of a PostgreSQL on this folder: each of them works inside it. */
function listProcessesIn(data: string): number[] {
  const real = fs.realpathSync(data);
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return (
          fs.readlinkSync(`/proc/${pid}/cwd`) === real &&
          /postgres/.test(fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
        );
      } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'EACCES' && isServerOn(pid, real);
      }
    });
}

function isServerOn(pid: number, data: string): boolean {
  try {
    return fs
      .readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      .split('\0')
      .join(' ')
      .includes(`/postgres -D ${data} `);
  } catch {
    return false;
  }
}
