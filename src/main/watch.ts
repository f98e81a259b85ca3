/**
 * How it goes: whether the database answers, the schema is the program's own, numbering keeps up, the disk has room, and
 * how old the last backup is. Each is a light with a sentence; the worst of them is the light of the whole.
 *
 * What could go wrong: a question asked a thousand times a second. An answer is kept for a moment, and one at a time is
 * sought. A clock that was set back makes a backup seem young; one from the future is told as red.
 */
import { statfs } from 'node:fs/promises';
import type { Office } from '../acts/office.ts';
import type { Check, Light, Readiness } from '../doors/web/operation.ts';
import { findHome } from '../store/home.ts';
import { countWaiting } from '../store/ledger.ts';
import { compareSchema } from '../store/migrate.ts';
import { listBackupEntries } from '../store/operation.ts';
import { getTreeSize } from '../store/tree.ts';

const MIGRATIONS = new URL('../../migrations/', import.meta.url);
const HOUR_MS = 3_600_000;

/** A backup every night is young for a day and two hours; after three times that the light is red. */
export const BACKUP_HOURS_DEFAULT = 26;
const RED_TIMES = 3;
/** Entries that wait longer than this while nothing is numbered: numbering is behind. */
const BEHIND_MS = 30_000;
const DISK_YELLOW = { share: 0.1, bytes: 2e9 };
const DISK_RED = { share: 0.02, bytes: 3e8 };
const KEPT_MS = 2000;
/** How far a clock may be off before a backup of tomorrow is questioned. */
const CLOCK_SLACK_HOURS = 1;

export type Watch = { readonly readiness: () => Promise<Readiness> };

export type WatchOptions = {
  readonly home: string;
  readonly backupHours?: number;
  /** Free and whole bytes of the disk of the home; asked of the system where it is left out. */
  readonly disk?: () => Promise<{ readonly free: number; readonly whole: number }>;
  /** How long an answer is kept. */
  readonly keptMs?: number;
};

type Backup = Readiness['backup'];

/** Watches an office; looks anew at most every two seconds. */
export function watchOffice(office: Office, options: WatchOptions): Watch {
  const yellowHours = options.backupHours ?? BACKUP_HOURS_DEFAULT;
  const limits = { yellowHours, redHours: yellowHours * RED_TIMES };
  const findBackup = backupFinder(office);
  const checkNumbering = numberingChecker(office);
  const look = async (): Promise<Readiness> => {
    const [database, disk] = await Promise.all([checkDatabase(office), checkDisk(options)]);
    const checks: Check[] = [database, disk];
    let backup: Backup = { light: 'red', ...limits };
    if (database.light !== 'red') {
      checks.push(await checkSchema(office), await checkNumbering());
      const found = await findBackup();
      backup = { ...limits, ...ageOf(found, office.clock(), limits) };
      // What is invented need not be kept; once somebody does back it up, its light goes by age like any other.
      if (office.demonstration && found.lastAt === undefined) backup = { ...backup, light: 'green' };
    }
    checks.push(sayBackup(backup, database.light));
    return {
      ready: checks.every(({ name, light }) => light !== 'red' || name === 'backup'),
      light: worst(checks.map(({ light }) => light)),
      at: new Date(office.clock()).toISOString(),
      checks,
      backup,
    };
  };
  let kept: { readonly until: number; readonly answer: Promise<Readiness> } | undefined;
  return {
    readiness() {
      const now = performance.now();
      if (kept === undefined || now > kept.until) {
        const answer = look();
        kept = { until: now + (options.keptMs ?? KEPT_MS), answer };
        answer.catch(() => {
          kept = undefined;
        });
      }
      return kept.answer;
    },
  };
}

/** The gravest of several lights. */
export function worst(lights: readonly Light[]): Light {
  return (['red', 'yellow'] as const).find((light) => lights.includes(light)) ?? 'green';
}

async function checkDatabase(office: Office): Promise<Check> {
  const name = 'database';
  try {
    await findHome(office.db);
    return { name, light: 'green', says: 'The database answers.' };
  } catch {
    return { name, light: 'red', says: 'The database does not answer. Look whether it runs.' };
  }
}

async function checkSchema(office: Office): Promise<Check> {
  const name = 'schema';
  const { missing, unknown } = await compareSchema(office.db, MIGRATIONS);
  if (unknown.length > 0)
    return {
      name,
      light: 'red',
      says: `A newer program has worked in this database (step ${unknown.join(', ')}). Start the newer program.`,
    };
  if (missing.length > 0)
    return {
      name,
      light: 'red',
      says: `The database lacks step ${missing.join(', ')}. Start the program again.`,
    };
  return { name, light: 'green', says: 'The schema is the one this program knows.' };
}

/** Behind is what waits while the tree does not grow, from one question to the next. */
function numberingChecker(office: Office): () => Promise<Check> {
  let seen: { readonly at: number; readonly size: number } | undefined;
  return async () => {
    const [waiting, size] = [await countWaiting(office.db), await getTreeSize(office.db)];
    const now = performance.now();
    if (waiting === 0) seen = undefined;
    else if (seen === undefined || seen.size !== size) seen = { at: now, size };
    const behind = seen !== undefined && now - seen.at > BEHIND_MS;
    return {
      name: 'numbering',
      light: behind ? 'red' : 'green',
      says: behind
        ? `${waiting} acts wait for their place in the ledger and none was given one for ${Math.round((now - seen!.at) / 1000)} s. Start the program again.`
        : 'Entries get their place in the ledger.',
    };
  };
}

async function checkDisk({ home, disk }: WatchOptions): Promise<Check> {
  const name = 'disk';
  try {
    const { free, whole } = await (disk ?? (() => askDisk(home)))();
    const below = (limit: { share: number; bytes: number }): boolean =>
      free < Math.min(limit.bytes, whole * limit.share);
    const room = `${(free / 1e9).toFixed(1)} GB are free where the home lies`;
    if (below(DISK_RED))
      return { name, light: 'red', says: `${room}: nothing can soon be kept. Free some space now.` };
    if (below(DISK_YELLOW)) return { name, light: 'yellow', says: `${room}. Free some space this week.` };
    return { name, light: 'green', says: `${room}.` };
  } catch {
    return {
      name,
      light: 'red',
      says: 'The disk of the home cannot be asked for its room. Look whether it is there.',
    };
  }
}

async function askDisk(home: string): Promise<{ free: number; whole: number }> {
  const { bavail, blocks, bsize } = await statfs(home);
  return { free: bavail * bsize, whole: blocks * bsize };
}

type Found = { readonly lastAt?: string; readonly began: string };

/** Finds the newest backup that ended; what was looked at before is not looked at again. */
function backupFinder(office: Office): () => Promise<Found> {
  let known: string | undefined;
  return async () => {
    const entries = await listBackupEntries(office.db, office.node, known);
    const ended = entries.find(({ body }) => isEnded(body));
    known = ended?.at ?? known;
    const home = await findHome(office.db);
    return {
      began: home?.began ?? new Date(0).toISOString(),
      ...(known === undefined ? {} : { lastAt: known }),
    };
  };
}

function isEnded(body: Buffer): boolean {
  const { events } = JSON.parse(body.toString('utf8')) as { events?: readonly { type?: unknown }[] };
  return events?.some(({ type }) => type === 'backup-ended') === true;
}

/** The light of a backup by its age; a home without any is as old as itself, and never green. */
export function ageOf(
  { lastAt, began }: Found,
  now: number,
  { yellowHours, redHours }: { readonly yellowHours: number; readonly redHours: number },
): Omit<Backup, 'yellowHours' | 'redHours'> {
  const ageHours = Math.round(((now - Date.parse(lastAt ?? began)) / HOUR_MS) * 10) / 10;
  const old: Light = ageHours > redHours || ageHours < -CLOCK_SLACK_HOURS ? 'red' : 'yellow';
  if (lastAt === undefined) return { light: old };
  const light: Light = old === 'yellow' && ageHours <= yellowHours ? 'green' : old;
  return { light, lastAt, ageHours };
}

function sayBackup({ light, lastAt, ageHours }: Backup, database: Light): Check {
  const name = 'backup';
  if (database === 'red') return { name, light: 'red', says: 'The age of the last backup is not known.' };
  if (lastAt === undefined && light === 'green')
    return { name, light, says: 'A demonstration was never backed up and need not be.' };
  if (lastAt === undefined)
    return { name, light, says: 'This register was never backed up. Run "npx countermark backup FILE" now.' };
  if ((ageHours ?? 0) < -CLOCK_SLACK_HOURS)
    return {
      name,
      light,
      says: `The last backup is of ${lastAt}, which is still to come. Set the clock right.`,
    };
  const age = `The last backup is ${Math.round(ageHours ?? 0)} hours old (${lastAt})`;
  if (light === 'green') return { name, light, says: `${age}.` };
  return { name, light, says: `${age}. Run "npx countermark backup FILE" now, and look why it was not run.` };
}
