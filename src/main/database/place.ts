/**
 * Where the embedded database of a home keeps its things:
 *
 *   <home>/database              the database itself
 *   <home>/database-is-at        instead of it: a line naming the folder that holds it (see account.ts)
 *   <home>/database.log          what the database said; at most two files of LOG_BYTES_MAX
 *   <home>/host.lock             held by the kernel for the one host of this home
 *   <home>/host.json             who the host is and where it listens
 *   <home>/run                   the sockets, where the path is short enough, else a folder below the temporary one
 *
 * A socket's path may have 107 bytes and some shared file systems hold no sockets, hence the other folder. It is
 * made anew by mkdtemp at each start and found through host.json, so its name cannot be guessed or taken beforehand.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Fault } from '../../domain/base/refusal.ts';

export type Place = {
  readonly home: string;
  readonly data: string;
  readonly pointer: string;
  readonly log: string;
  readonly lock: string;
  readonly note: string;
};

export type HostNote = { readonly pid: number; readonly runDir: string };

export const CONTROL_SOCKET = 'host.sock';
const SOCKET_PATH_MAX_BYTES = 107;
const LONGEST_SOCKET = '/.s.PGSQL.5432.lock';
const TEMPORARY_PREFIX = 'countermark-';
const NOTE_MAX_BYTES = 4096;

/** The paths of a home, which is given by its real path. */
export function placeOf(home: string): Place {
  const at = (name: string) => path.join(home, name);
  return {
    home,
    data: at('database'),
    pointer: at('database-is-at'),
    log: at('database.log'),
    lock: at('host.lock'),
    note: at('host.json'),
  };
}

/** Makes the home where it is missing, checks that it can be written, and gives its place; else a fault. */
export function openHome(home: string): Place {
  try {
    fs.mkdirSync(home, { recursive: true, mode: 0o700 });
    const real = fs.realpathSync(home);
    const probe = path.join(real, `.probe-${process.pid}`);
    fs.writeFileSync(probe, 'x', { mode: 0o600 });
    fs.rmSync(probe);
    return placeOf(real);
  } catch (error) {
    throw homeFault(home, error);
  }
}

function homeFault(home: string, cause: unknown): Fault {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    const message = `The disk that holds ${home} is full. Free some space and start again.`;
    return new Fault('disk', message, { cause, retry: true });
  }
  const why = code === 'EROFS' ? 'it lies on a read-only file system' : `the system answered ${code}`;
  const message =
    `The home ${home} must be a folder that can be written, but ${why}. ` +
    'Give it to the account that runs Countermark, or set COUNTERMARK_HOME to another folder.';
  return new Fault('home', message, { cause });
}

/** Makes the folder for the sockets: in the home where that works, else below the temporary folder. */
export function makeRunDir(place: Place): string {
  const inside = path.join(place.home, 'run');
  // PostgreSQL reads the folder's name as an item of a list, so only plain characters are used there.
  if (Buffer.byteLength(inside + LONGEST_SOCKET) <= SOCKET_PATH_MAX_BYTES && /^[\w./-]+$/.test(inside)) {
    fs.mkdirSync(inside, { recursive: true, mode: 0o700 });
    const found = fs.lstatSync(inside);
    if (!found.isDirectory() || found.uid !== process.getuid?.()) {
      throw new Fault('home', `${inside} must be a folder of the account that runs Countermark. Remove it.`);
    }
    fs.chmodSync(inside, 0o700);
    clearRunDir(inside);
    return inside;
  }
  return makeTemporaryRunDir();
}

/** Makes a folder for the sockets below the temporary folder, with a name nobody can know beforehand. */
export function makeTemporaryRunDir(): string {
  const below = [os.tmpdir(), '/tmp'].find((dir) => dir.length < 60 && /^[\w./-]+$/.test(dir)) ?? '/tmp';
  return fs.mkdtempSync(path.join(below, TEMPORARY_PREFIX));
}

/** Removes what an earlier host left of its sockets. */
export function clearRunDir(runDir: string): void {
  if (path.basename(runDir).startsWith(TEMPORARY_PREFIX)) fs.rmSync(runDir, { recursive: true, force: true });
  else
    for (const name of [CONTROL_SOCKET, '.s.PGSQL.5432', '.s.PGSQL.5432.lock'])
      fs.rmSync(path.join(runDir, name), { force: true });
}

/** What the last host wrote about itself; it may be gone since. */
export function findHostNote(place: Place): HostNote | undefined {
  try {
    if (fs.statSync(place.note).size > NOTE_MAX_BYTES) return undefined;
    const { pid, runDir } = JSON.parse(fs.readFileSync(place.note, 'utf8')) as Record<string, unknown>;
    return typeof pid === 'number' && typeof runDir === 'string' ? { pid, runDir } : undefined;
  } catch {
    return undefined;
  }
}

/** Tells everybody where this host listens. */
export function writeHostNote(place: Place, note: HostNote): void {
  fs.writeFileSync(`${place.note}.new`, `${JSON.stringify(note)}\n`, { mode: 0o600 });
  fs.renameSync(`${place.note}.new`, place.note);
}

/** The full path of a program on this machine, or undefined; also looks where only root's PATH points. */
export function findProgram(name: string): string | undefined {
  const folders = `${process.env.PATH ?? ''}:/usr/bin:/bin:/usr/sbin:/sbin`
    .split(':')
    .filter(path.isAbsolute);
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
