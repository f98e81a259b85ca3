/**
 * Looks at files and brings them in beside the pages: one look and one import at a time. An import goes on after a stop, a
 * crash or a new start of the server from the cursor that the register keeps; it runs in the name of whoever brought the
 * file, whose rights are asked anew each time it starts.
 *
 * What could go wrong: a fault in the middle. What was kept stays kept, the note says that it broke, and somebody lets it
 * go on. A look that broke off is looked again at the next start.
 */
import { refuseReach } from '../../acts/begin-import.ts';
import { findPerson } from '../../acts/find-person.ts';
import type { Actor, Office } from '../../acts/office.ts';
import { permit } from '../../acts/perform.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { SheetProblemError } from '../sheets/sheet.ts';
import { importFile } from './import-file.ts';
import type { Incoming, IncomingFolder } from './incoming.ts';
import { Lane } from './lane.ts';
import { columnsOfLook } from './look.ts';
import { lookApart } from './look-apart.ts';

export type Live = {
  readonly rows: number;
  /** From 0 to 1. */
  readonly share: number;
  /** Rows a second, and seconds that are left; undefined before they can be told. */
  readonly rate?: number | undefined;
  readonly left?: number | undefined;
};

export type Runner = {
  /** Looks at a file, again where something was told of its columns since. */
  look(id: string): void;
  /** Begins to bring a file in, or goes on. */
  begin(id: string): void;
  /** Asks an import to stop after what it is keeping. */
  stop(id: string): Promise<void>;
  /** Takes a file back that is not being brought in. */
  drop(id: string): Promise<void>;
  live(id: string): Live | undefined;
  /** Resolves when nothing is under way for this file, or when the time has passed. */
  settled(id: string, millis: number): Promise<void>;
  /** Stops all, to go on at the next start. */
  close(): Promise<void>;
};

type Failed = (what: string, error: unknown) => void;

/** Starts the runner, and what was under way when the server last ended. */
export function startRunner(office: Office, folder: IncomingFolder, failed: Failed): Runner {
  const lives: Lives = new Map();
  let closing = false;
  const isClosing = (): boolean => closing;
  const common = {
    failed: (error: unknown) => failed('A file on its way in', error),
    ended: (id: string) => void lives.delete(id),
  };
  const looks = new Lane({ ...common, work: (id, signal) => look(folder, lives, isClosing, id, signal) });
  const bringing = { office, folder, lives, isClosing, failed };
  const imports = new Lane({ ...common, work: (id, signal) => bringIn(bringing, id, signal) });
  const runner: Runner = {
    look: (id) => looks.enter(id),
    begin: (id) => imports.enter(id),
    async stop(id) {
      const isWaiting = imports.has(id) && !imports.worksOn(id);
      await imports.leave(id);
      if (isWaiting) await folder.change(id, { state: 'stopped' });
    },
    async drop(id) {
      if (imports.has(id)) return;
      await looks.leave(id);
      await folder.drop(id);
    },
    live: (id) => lives.get(id),
    async settled(id, millis) {
      const until = Date.now() + millis;
      const isBusy = (): boolean => looks.has(id) || imports.has(id);
      while (isBusy() && Date.now() < until) await new Promise((done) => setTimeout(done, 25));
    },
    async close() {
      closing = true;
      await Promise.all([looks.close(), imports.close()]);
    },
  };
  for (const { id, state } of [...folder.list()].reverse()) {
    if (state === 'looking') runner.look(id);
    if (state === 'running' || state === 'queued') runner.begin(id);
  }
  return runner;
}

type Lives = Map<string, Live>;

async function look(
  folder: IncomingFolder,
  lives: Lives,
  isClosing: () => boolean,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  const incoming = folder.find(id);
  if (!incoming || signal.aborted) return;
  const task = { path: folder.pathOf(incoming), told: incoming.told };
  try {
    const seen = await lookApart(task, signal, ({ rows, share }) => lives.set(id, { rows, share }));
    if (seen === undefined) return;
    if (isRefusal(seen)) await refuse(folder, incoming, seen);
    else await folder.change(id, { state: 'ready', look: seen, refused: undefined });
  } catch (error) {
    if (!isClosing()) await refuse(folder, incoming, refusal('upload-unread'));
    throw error;
  }
}

/** What cannot be brought in is not kept. */
async function refuse(folder: IncomingFolder, incoming: Incoming, refused: Refusal): Promise<void> {
  await folder.change(incoming.id, { state: 'refused', refused, look: undefined });
  await folder.dropFile(incoming.file);
}

type Bringing = {
  readonly office: Office;
  readonly folder: IncomingFolder;
  readonly lives: Lives;
  readonly isClosing: () => boolean;
  readonly failed: Failed;
};

async function bringIn(
  { office, folder, lives, isClosing, failed }: Bringing,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  const incoming = folder.find(id);
  if (!incoming?.look || signal.aborted) return;
  try {
    const actor = await actorOf(office, incoming);
    if (isRefusal(actor)) return await folder.change(id, { state: 'stopped', refused: actor });
    await folder.change(id, { state: 'running', refused: undefined, broke: undefined });
    const { register, kind, saveAs, name, look } = incoming;
    const tell = progressTeller(look.rows, (live) => lives.set(id, live));
    const result = await importFile(office, actor, {
      ...{ path: folder.pathOf(incoming), name, register, kind, saveAs, signal },
      columns: columnsOfLook(look),
      onBegun: (job) => void folder.change(id, { job }).catch((error) => failed('A note of a file', error)),
      onProgress: tell,
    });
    if (isRefusal(result)) return await folder.change(id, { state: 'ready', refused: result });
    if (result.stopped) return isClosing() ? undefined : await folder.change(id, { state: 'stopped' });
    await folder.change(id, { state: 'done', job: result.import, look: undefined, told: undefined });
    await folder.dropFile(incoming.file);
  } catch (error) {
    if (error instanceof SheetProblemError) return refuse(folder, incoming, error.problem);
    await folder.change(id, { state: 'stopped', broke: true });
    throw error;
  }
}

async function actorOf(office: Office, { account, posting, purpose }: Incoming): Promise<Actor | Refusal> {
  const person = await findPerson(office, account, posting);
  if (!person) return refusal('posting-none', { account });
  const actor = await permit(office, person, purpose, 'import-file');
  return isRefusal(actor) ? actor : (refuseReach(actor) ?? actor);
}

/** How fast it goes is told from what was done since the first word of this run, for it may have begun in the middle. */
function progressTeller(all: number, tell: (live: Live) => void) {
  let first: { rows: number; seconds: number } | undefined;
  return ({ rows, seconds }: { rows: number; seconds: number }): void => {
    first ??= { rows, seconds };
    const rate = (rows - first.rows) / (seconds - first.seconds);
    const known = Number.isFinite(rate) && rate > 0;
    tell({
      rows,
      share: Math.min(1, rows / Math.max(1, all)),
      rate: known ? Math.round(rate) : undefined,
      left: known ? Math.round(Math.max(0, all - rows) / rate) : undefined,
    });
  };
}
