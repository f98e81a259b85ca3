/**
 * How every act changes a trace: lock its row, fold its entries and what was said, decide, keep one entry with everything that
 * follows from it, and fold the rows anew, in one transaction. Where the same submission comes again, it gets its first
 * answer. Not an act itself.
 *
 * What could go wrong: words that name people in an entry for ever. They stand beside the ledger (`words`, `said`, `drafts`);
 * the entry holds their salted digest.
 *
 * @clause ITI 11, ITI 18
 */
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import { PAYLOAD_BYTES_MAX } from '../domain/exchange/limits.ts';
import { canonicalBytes } from '../domain/ledger/canonical.ts';
import { commitment, SALT_BYTES } from '../domain/ledger/hash.ts';
import type { RecordedTraceEvent, TraceEvent } from '../domain/trace/event.ts';
import type { Tx } from '../store/database.ts';
import { appendAct, findKeptAct, isRepeated, listBodiesOf } from '../store/ledger.ts';
import { lockTrace, saveThread, saveTrace, type TraceRow } from '../store/trace.ts';
import {
  type DraftRow,
  type SaidRow,
  saveContent,
  saveDraft,
  saveSaid,
  saveWords,
} from '../store/trace-said.ts';
import { type Actor, newId, nowOf, type Office } from './office.ts';
import { firstAnswer } from './once.ts';
import { seal } from './seal.ts';
import { foldFile, mayTouch, readFile, type TraceFile } from './trace-file.ts';
import { rowsOf, saveRows } from './trace-rows.ts';
import { readTraceRules } from './trace-rules.ts';
import { keptOrUndone, refusalOf, undo } from './undone.ts';

/** What an act on a trace answers. */
export type TraceReceipt = {
  readonly act: string;
  readonly entry: string;
  readonly trace: string;
  readonly recorded: string;
  /** The request, question, draft or message that it made, where it made one. */
  readonly made?: string;
};

/** What was decided: events of one entry, and what stands beside it. */
export type TraceDecision = {
  readonly events: readonly TraceEvent[];
  readonly words?: { readonly words: string; readonly salt: Uint8Array };
  readonly said?: readonly Omit<SaidRow, 'entry' | 'recorded'>[];
  readonly drafts?: readonly DraftRow[];
  /** Columns of the row that no event tells. */
  readonly row?: Partial<Pick<TraceRow, 'agency' | 'lies'>>;
  /** What is traced and how it came to light, where the trace begins. */
  readonly content?: { readonly content: Buffer; readonly salt: Buffer };
  /** Requests that begin with this, as both sides call them, and the node of the other side where it has one. */
  readonly threads?: readonly {
    readonly request: string;
    readonly thread: string;
    readonly peer: string | undefined;
  }[];
  readonly made?: string;
};

export type Deciding = {
  readonly tx: Tx;
  readonly file: TraceFile;
  /** The moment of recording. */
  readonly recorded: string;
};

export type TraceChange = {
  readonly act?: string | undefined;
  readonly device?: string | undefined;
  readonly kind: string;
  readonly trace: string;
  readonly decide: (deciding: Deciding) => Promise<TraceDecision | Refusal> | TraceDecision | Refusal;
};

/** Changes a trace in a transaction of its own, or says why not. */
export async function changeTrace(
  office: Office,
  actor: Actor,
  change: TraceChange,
): Promise<TraceReceipt | Refusal> {
  return onceInside(office, actor, change, (tx, act) =>
    changeTraceInside(tx, office, actor, { ...change, act }),
  );
}

/** Runs a submission in a transaction of its own, once: where it comes again, it gets its first answer. */
export async function onceInside(
  office: Office,
  actor: Actor,
  { act: wanted, kind }: Pick<TraceChange, 'act' | 'kind'>,
  run: (tx: Tx, act: string) => Promise<TraceReceipt>,
): Promise<TraceReceipt | Refusal> {
  const act = wanted ?? newId(office);
  const submission = { kind, operator: actor.operator };
  const before = await findKeptAct(office.db, act);
  if (before) return firstAnswer<TraceReceipt>(before, act, submission);
  try {
    const done = await office.db.transaction((tx) => run(tx, act));
    office.nudge();
    return done;
  } catch (error) {
    if (!isRepeated(error)) return refusalOf(error);
    const kept = await findKeptAct(office.db, act);
    return kept ? firstAnswer<TraceReceipt>(kept, act, submission) : refusal('act-id-taken', { act });
  }
}

/** Changes a trace inside a transaction that is open; a refusal leaves it by `undo`. */
export async function changeTraceInside(
  tx: Tx,
  office: Office,
  actor: Actor,
  change: TraceChange & { readonly act: string },
): Promise<TraceReceipt> {
  const row = await lockTrace(tx, change.trace);
  if (!row || !mayTouch(actor.scope, row)) return undo(refusal('trace-unknown', { trace: change.trace }));
  const file = await readFile(tx, row, (await listBodiesOf(tx, change.trace)).bodies);
  const recorded = after(file.lastAt, nowOf(office));
  const decided = keptOrUndone(await change.decide({ tx, file, recorded }));
  return keep(tx, office, actor, change, { file, recorded, decided });
}

/** Begins a trace inside a transaction that is open: there is nothing to lock yet. */
export async function beginTraceInside(
  tx: Tx,
  office: Office,
  actor: Actor,
  change: Omit<TraceChange, 'decide'> & {
    readonly act: string;
    readonly row: TraceRow;
    readonly decided: TraceDecision;
  },
): Promise<TraceReceipt> {
  const { row, decided } = change;
  return keep(tx, office, actor, change, { file: foldFile(row, [], []), recorded: row.opened, decided });
}

type Keeping = {
  readonly file: TraceFile;
  readonly recorded: string;
  readonly decided: TraceDecision;
};

async function keep(
  tx: Tx,
  office: Office,
  actor: Actor,
  change: Omit<TraceChange, 'decide'> & { readonly act: string },
  { file, recorded, decided }: Keeping,
): Promise<TraceReceipt> {
  const { act, kind, trace } = change;
  const id = newId(office);
  const { events, made } = decided;
  const entry = keptOrUndone(seal(office, actor, { ...change, id, subject: trace, recorded, events }));
  const receipt: TraceReceipt = { act, entry: id, trace, recorded, ...(made ? { made } : {}) };
  const { operator } = actor;
  await appendAct(tx, { id: act, kind, operator, recorded, result: JSON.stringify(receipt) }, [entry]);
  const said = (decided.said ?? []).map((one): SaidRow => ({ ...one, entry: id, recorded }));
  const added = events.map((event): RecordedTraceEvent => ({ ...event, entry: id, recorded, operator }));
  const row = { ...file.row, ...decided.row };
  const now = foldFile(row, [...file.events, ...added], [...file.said, ...said], file.rows);
  const rows = rowsOf(now, await readTraceRules(tx), { state: office.state, threads: decided.threads ?? [] });
  await saveTrace(tx, rows.trace);
  for (const one of said) await saveSaid(tx, trace, one);
  for (const draft of decided.drafts ?? []) await saveDraft(tx, trace, draft);
  if (decided.content) await saveContent(tx, trace, decided.content);
  for (const { request, thread, peer } of decided.threads ?? [])
    if (peer !== undefined) await saveThread(tx, { thread, peer, trace, id: request });
  if (decided.words) await saveWords(tx, trace, id, decided.words);
  await saveRows(tx, rows, file);
  return receipt;
}

/** The moment of recording, after all that was recorded of the trace: its order stands also where a clock does not. */
function after(last: string, now: string): string {
  return last < now ? now : new Date(Date.parse(last) + 1).toISOString();
}

/** Words with a salt of their own and the digest that stands for them in the ledger. */
export function saltedWords(
  office: Office,
  words: string,
): { readonly words: string; readonly salt: Uint8Array; readonly digest: string } {
  const salt = Uint8Array.from(office.random(SALT_BYTES));
  return { words, salt, digest: digestOf(salt, Buffer.from(words)) };
}

/** Canonical bytes of a value with a salt of their own and their digest; it may be as large as a message, for it stands beside the ledger. */
export function saltedBytes(
  office: Office,
  value: object,
): { readonly content: Buffer; readonly salt: Buffer; readonly digest: string } {
  const content = Buffer.from(keptOrUndone(canonicalBytes(value, PAYLOAD_BYTES_MAX)));
  const salt = Buffer.from(office.random(SALT_BYTES));
  return { content, salt, digest: digestOf(salt, content) };
}

function digestOf(salt: Uint8Array, bytes: Uint8Array): string {
  return Buffer.from(commitment(salt, bytes)).toString('hex');
}
