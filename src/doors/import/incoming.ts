/**
 * Files on their way in: each stands in a folder of its own under a random name until its rows are in the register, with a
 * note beside it of who brought it, what its columns mean, and how far it is. The note outlives a crash of the server, so
 * that work goes on where it was. Nothing here is ever served, and nothing of it stands in the database.
 *
 * What could go wrong: a server that dies while a file comes. Such a file has no note, and is removed at the next start.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { type FileHandle, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Refusal } from '../../domain/base/refusal.ts';
import type { Look, Told } from './look.ts';

/** Named limits: how long a file waits for its person, and how many of one person wait. */
export const INCOMING_MS_MAX = 7 * 24 * 3_600_000;
export const INCOMING_OF_PERSON_MAX = 10;

const NOTE = '.json';
const SHEET = '.sheet';

export type IncomingState = 'looking' | 'ready' | 'refused' | 'queued' | 'running' | 'stopped' | 'done';

export type Incoming = {
  readonly id: string;
  /** Who brought it, under which posting and for what: its rows are registered in this name. */
  readonly account: string;
  readonly posting: string | undefined;
  readonly purpose: string;
  /** What the file is called where it came from. */
  readonly name: string;
  /** What it is called in the folder. */
  readonly file: string;
  readonly bytes: number;
  /** @unit milliseconds since 1970 */
  readonly at: number;
  readonly register: string;
  readonly kind?: string | undefined;
  readonly state: IncomingState;
  readonly told?: Told | undefined;
  readonly saveAs?: string | undefined;
  readonly look?: Look | undefined;
  /** The import in the register, once it has begun. */
  readonly job?: string | undefined;
  readonly refused?: Refusal | undefined;
  /** True where it stopped by a fault and not because somebody asked. */
  readonly broke?: boolean | undefined;
};

export type Change = Partial<Omit<Incoming, 'id' | 'account' | 'file' | 'bytes' | 'at'>>;

export type IncomingFolder = {
  /** A new file to write to, which only this account of the machine can read. */
  create(): Promise<{ readonly file: string; readonly handle: FileHandle }>;
  pathOf(incoming: Incoming): string;
  find(id: string): Incoming | undefined;
  /** The latest first. */
  list(): readonly Incoming[];
  keep(incoming: Incoming): Promise<void>;
  change(id: string, change: Change): Promise<void>;
  /** Removes the file; the note stays, so that its address still leads somewhere. */
  dropFile(file: string): Promise<void>;
  drop(id: string): Promise<void>;
  /** Drops what has waited too long; gives how many. What is being brought in stays. */
  sweep(now: number): Promise<number>;
};

/** Opens the folder and makes it where there is none; what was left by a crash without a note is removed. */
export function openIncoming(folder: string): IncomingFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const notes = readNotes(folder);
  const known = new Set([...notes.values()].map((one) => one.file));
  for (const name of readdirSync(folder))
    if (!name.endsWith(NOTE) && !known.has(name)) rmSync(join(folder, name), { force: true });
  let writing = Promise.resolve();
  /** One after the other, each to a new file that takes the place of the old one. */
  const write = (note: Incoming): Promise<void> => {
    const done = writing.then(async () => {
      const path = join(folder, note.id + NOTE);
      if (notes.get(note.id) !== note) return;
      await writeFile(`${path}.new`, JSON.stringify(note), { mode: 0o600 });
      await rename(`${path}.new`, path);
    });
    writing = done.catch(() => {});
    return done;
  };
  const dropFile = (file: string): Promise<void> => rm(join(folder, file), { force: true });
  const keep = (note: Incoming): Promise<void> => {
    notes.set(note.id, note);
    return write(note);
  };
  const drop = async (id: string): Promise<void> => {
    const note = notes.get(id);
    notes.delete(id);
    await writing;
    if (note) await dropFile(note.file);
    await rm(join(folder, id + NOTE), { force: true });
  };
  return {
    async create() {
      const file = randomUUID() + SHEET;
      return { file, handle: await open(join(folder, file), 'wx', 0o600) };
    },
    pathOf: ({ file }) => join(folder, file),
    find: (id) => notes.get(id),
    list: () => [...notes.values()].sort((a, b) => b.at - a.at),
    keep,
    async change(id, change) {
      const note = notes.get(id);
      if (note) await keep({ ...note, ...change });
    },
    dropFile,
    drop,
    async sweep(now) {
      const old = [...notes.values()].filter(
        ({ at, state }) => now - at > INCOMING_MS_MAX && state !== 'running' && state !== 'queued',
      );
      for (const { id } of old) await drop(id);
      return old.length;
    },
  };
}

function readNotes(folder: string): Map<string, Incoming> {
  const notes = new Map<string, Incoming>();
  for (const name of readdirSync(folder)) {
    if (!name.endsWith(NOTE)) continue;
    try {
      const note = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Incoming;
      notes.set(note.id, note);
    } catch {
      // A note that cannot be read belongs to a file that nobody can go on with.
      rmSync(join(folder, name), { force: true });
    }
  }
  return notes;
}
