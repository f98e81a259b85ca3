/**
 * Under which account the embedded PostgreSQL runs, and so where its data lie. PostgreSQL refuses to run as root:
 *
 * - An ordinary user runs it as himself.
 * - Root runs it in a user namespace, in which root's files belong to `nobody`: no account is needed, and the data stay
 *   in the home, even below /root.
 * - Where namespaces are forbidden, root runs it as the system user `countermark`, made if need be, with data (and, if
 *   need be, a copy of the programs) below /var/lib/countermark; a line in the home points there. The folder there has
 *   a random name, so that a new home at an old path can never wake an old register.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Fault } from '../../domain/base/refusal.ts';
import type { Binaries } from './binaries.ts';
import { findProgram, type Place } from './place.ts';

export type Account = {
  /** The folder of the programs. */
  readonly bin: string;
  readonly data: string;
  readonly socketDir: string;
  /** The words before a program that make it run under this account and end with us. */
  readonly as: readonly string[];
};

const SYSTEM_USER = 'countermark';
const SYSTEM_FOLDER = '/var/lib/countermark';

/** Chooses the account; `say` tells people where root's choice is one they would not expect. */
export function chooseAccount(
  place: Place,
  runDir: string,
  binaries: Binaries,
  say: (text: string) => void,
): Account {
  const setpriv = findProgram('setpriv');
  const bin = path.join(binaries.native, 'bin');
  const pointsAway = fs.existsSync(place.pointer);
  if (process.getuid?.() !== 0) {
    if (pointsAway)
      throw new Fault('home', `The database of ${place.home} was made by root: run this as root.`);
    const as = setpriv === undefined ? [] : [setpriv, '--pdeathsig', 'INT'];
    return { bin, data: place.data, socketDir: runDir, as };
  }
  if (setpriv === undefined) {
    throw new Fault(
      'install',
      'Running as root needs the program setpriv (package util-linux). Install it, or run as an ordinary user.',
    );
  }
  if (!pointsAway) {
    const as = ['unshare', '--user', '--map-user=65534', '--map-group=65534', setpriv, '--pdeathsig', 'INT'];
    const inside: Account = { bin, data: place.data, socketDir: runDir, as };
    if (works(inside, place.home)) return inside;
  }
  return systemAccount(place, binaries, setpriv, say);
}

/** True where the account can run PostgreSQL and write in that folder. */
function works(account: Account, folder: string): boolean {
  const script = 'test -w "$1" && exec "$2" --version';
  return run([...account.as, 'sh', '-c', script, 'sh', folder, path.join(account.bin, 'postgres')]).ok;
}

function run(command: readonly string[]): { ok: boolean; out: string } {
  const [program = '', ...args] = command;
  const ended = spawnSync(findProgram(program) ?? program, args, { encoding: 'utf8', cwd: '/' });
  return {
    ok: ended.status === 0,
    out: `${ended.stdout ?? ''}${ended.stderr ?? ''}${ended.error?.message ?? ''}`.trim(),
  };
}

function must(command: readonly string[], what: string): string {
  const { ok, out } = run(command);
  if (ok) return out;
  const full = /No space left/.test(out);
  throw new Fault(
    full ? 'disk' : 'home',
    `${what} failed: ${out}.${full ? ' Free some space and start again.' : ''}`,
    { retry: full },
  );
}

function systemAccount(
  place: Place,
  binaries: Binaries,
  setpriv: string,
  say: (text: string) => void,
): Account {
  const ids = systemUserIds(say);
  const owner = `${ids.uid}:${ids.gid}`;
  const as = [setpriv, '--pdeathsig', 'INT', `--reuid=${ids.uid}`, `--regid=${ids.gid}`, '--clear-groups'];
  fs.mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
  const folder = findPointedFolder(place) ?? makeFolder(place, owner, say);
  const socketDir = path.join(folder, 'run');
  must(['mkdir', '-p', '-m', '0700', socketDir], `Making ${socketDir}`);
  must(['chown', owner, folder, socketDir], `Giving ${folder} to ${SYSTEM_USER}`);
  const at = (bin: string): Account => ({ bin, data: path.join(folder, 'database'), socketDir, as });
  const inPlace = at(path.join(binaries.native, 'bin'));
  const chosen = works(inPlace, folder) ? inPlace : at(copyPrograms(binaries));
  if (works(chosen, folder)) return chosen;
  const message =
    `PostgreSQL cannot run as root, nor in a user namespace, nor as ${SYSTEM_USER} on this machine. ` +
    'Run Countermark as an ordinary user, or set COUNTERMARK_DATABASE_URL to a PostgreSQL server.';
  throw new Fault('install', message);
}

function systemUserIds(say: (text: string) => void): { uid: number; gid: number } {
  const ids = () => {
    const uid = run(['id', '-u', SYSTEM_USER]);
    const gid = run(['id', '-g', SYSTEM_USER]);
    return uid.ok && gid.ok ? { uid: Number(uid.out), gid: Number(gid.out) } : undefined;
  };
  const known = ids();
  if (known !== undefined) return known;
  say(
    `PostgreSQL does not run as root and user namespaces are forbidden here: making the system user ${SYSTEM_USER}.`,
  );
  const ways = [
    [
      'useradd',
      '--system',
      '--user-group',
      '--no-create-home',
      '--home-dir',
      '/nonexistent',
      '--shell',
      '/usr/sbin/nologin',
      SYSTEM_USER,
    ],
    ['adduser', '--system', '--group', '--no-create-home', SYSTEM_USER],
    ['adduser', '-S', '-D', '-H', SYSTEM_USER],
  ];
  const tried = ways.map((way) => (ids() === undefined ? run(way).out : ''));
  const made = ids();
  if (made !== undefined && made.uid !== 0) return made;
  const message = `The system user ${SYSTEM_USER} could not be made (${tried.filter(Boolean).join('; ')}). Make it, or run as an ordinary user.`;
  throw new Fault('install', message);
}

function findPointedFolder(place: Place): string | undefined {
  if (!fs.existsSync(place.pointer)) return undefined;
  const folder = fs.readFileSync(place.pointer, 'utf8').trim();
  if (path.dirname(folder) === SYSTEM_FOLDER && fs.existsSync(folder)) return folder;
  const message =
    `${place.pointer} says that the database lies in ${folder || 'no folder'}, but it is not there. ` +
    'Put it back from a backup, or remove that file to begin with an empty database.';
  throw new Fault('home', message);
}

function makeFolder(place: Place, owner: string, say: (text: string) => void): string {
  const folder = path.join(SYSTEM_FOLDER, randomBytes(6).toString('hex'));
  fs.mkdirSync(folder, { mode: 0o700 });
  const here = fs.existsSync(place.data);
  if (here) must(['cp', '-a', place.data, path.join(folder, 'database')], 'Copying the database');
  must(['chown', '-R', owner, folder], `Giving ${folder} to ${SYSTEM_USER}`);
  fs.writeFileSync(place.pointer, `${folder}\n`, { mode: 0o600 });
  if (here) fs.renameSync(place.data, `${place.data}.copied-away`);
  say(
    `The database lies in ${folder} and belongs to the system user ${SYSTEM_USER}; ${place.pointer} says so.`,
  );
  return folder;
}

function copyPrograms(binaries: Binaries): string {
  const target = path.join(SYSTEM_FOLDER, `postgresql-${binaries.version}`);
  if (!fs.existsSync(target)) {
    const fresh = `${target}.${process.pid}`;
    must(['cp', '-a', binaries.native, fresh], 'Copying the programs of PostgreSQL');
    must(['chmod', '-R', 'u=rwX,go=rX', fresh], 'Opening the copy to its user');
    must(['chown', '-R', '0:0', fresh], 'Giving the copy to root');
    fs.renameSync(fresh, target);
  }
  return path.join(target, 'bin');
}
