/**
 * How every act changes an entry of a list: lock its partners and its row, fold its entries, decide, keep one entry with the
 * messages that go out and the rows that follow, in one transaction. Not an act itself.
 *
 * What could go wrong: two who wait for each other. Whoever locks several locks partners first, by their ids, then the entry.
 *
 * @clause C-12
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { allOf, planOf } from '../domain/identification/keys.ts';
import type { JsonObject } from '../domain/ledger/canonical.ts';
import { foldMark } from '../domain/marks/look-alike.ts';
import { parseReading } from '../domain/marks/reading.ts';
import {
  foldListing,
  type ListedThing,
  type ListingEvent,
  type ListingState,
  type RecordedListingEvent,
} from '../domain/trace/listing.ts';
import type { Tx } from '../store/database.ts';
import { appendAct, listBodiesOf } from '../store/ledger.ts';
import {
  findListing,
  findListingContent,
  type ListingRow,
  listPartners,
  lockListing,
  saveListing,
  saveListingWords,
  savePartner,
} from '../store/listing.ts';
import { replaceNumbers } from '../store/listing-number.ts';
import { findPeer, lockPeer } from '../store/peer.ts';
import type { saltedBytes, saltedWords } from './change-trace.ts';
import { sendMessage } from './exchange-send.ts';
import { type Actor, newId, nowOf, type Office } from './office.ts';
import { once } from './once.ts';
import { eventsOfBody, seal } from './seal.ts';
import { keptOrUndone, refusalOf, undo } from './undone.ts';

/** What an act on an entry or a hit answers; `subject` is the entry or the hit. */
export type ListingReceipt = {
  readonly act: string;
  readonly entry: string;
  readonly subject: string;
  readonly recorded: string;
};

export type ListingDecision = {
  readonly events: readonly ListingEvent[];
  readonly words?: ReturnType<typeof saltedWords>;
  /** What it describes, where that is new. */
  readonly thing?: ListedThing;
  readonly content?: ReturnType<typeof saltedBytes>;
};

export type ListingFile = {
  readonly tx: Tx;
  readonly row: ListingRow;
  readonly state: ListingState;
  /** The moment of recording. */
  readonly recorded: string;
};

export type Submitted = {
  readonly act?: string | undefined;
  readonly device?: string | undefined;
  readonly kind: string;
};

export type ListingChange = Submitted & {
  readonly listing: string;
  readonly decide: (file: ListingFile) => Promise<ListingDecision | Refusal> | ListingDecision | Refusal;
};

/** Runs a submission in a transaction of its own, once: where it comes again, it gets its first answer. */
export async function onceKept(
  office: Office,
  actor: Actor,
  { act: wanted, kind }: Submitted,
  run: (tx: Tx, act: string) => Promise<ListingReceipt>,
): Promise<ListingReceipt | Refusal> {
  const act = wanted ?? newId(office);
  const inside = (): Promise<ListingReceipt | Refusal> =>
    office.db.transaction((tx) => run(tx, act)).catch(refusalOf);
  const done = await once(office, act, inside, { kind, operator: actor.operator });
  return isRefusal(done) ? done : done.result;
}

/** Changes an entry in a transaction of its own, or says why not. */
export async function changeListing(
  office: Office,
  actor: Actor,
  change: ListingChange,
): Promise<ListingReceipt | Refusal> {
  return onceKept(office, actor, change, (tx, act) =>
    changeListingInside(tx, office, actor, { ...change, act }),
  );
}

/** Changes an entry inside a transaction that is open; a refusal leaves it by `undo`. */
export async function changeListingInside(
  tx: Tx,
  office: Office,
  actor: Actor,
  change: ListingChange & { readonly act: string },
): Promise<ListingReceipt> {
  const { listing } = change;
  const seen = await findListing(tx, actor.scope, listing);
  if (!seen) return undo(refusal('listing-unknown', { listing }));
  await lockPeers(tx, await listPartners(tx, [listing]));
  const row = (await lockListing(tx, listing))!;
  const events = await listingEvents(tx, listing);
  const state = foldListing(events)!;
  const recorded = after(state.lastAt, nowOf(office));
  const decided = keptOrUndone(await change.decide({ tx, row, state, recorded }));
  return keep(tx, office, actor, change, { row, events, recorded, decided });
}

/** Begins an entry inside a transaction that is open. */
export async function beginListingInside(
  tx: Tx,
  office: Office,
  actor: Actor,
  change: Submitted & {
    readonly act: string;
    readonly row: ListingRow;
    readonly decided: ListingDecision;
  },
): Promise<ListingReceipt> {
  const { row, decided } = change;
  return keep(tx, office, actor, change, { row, events: [], recorded: row.came, decided });
}

type Keeping = {
  readonly row: ListingRow;
  readonly events: readonly RecordedListingEvent[];
  readonly recorded: string;
  readonly decided: ListingDecision;
};

async function keep(
  tx: Tx,
  office: Office,
  actor: Actor,
  change: Submitted & { readonly act: string },
  { row, events, recorded, decided }: Keeping,
): Promise<ListingReceipt> {
  const subject = row.id;
  const receipt = await keepEntry(tx, office, actor, {
    ...change,
    ...{ subject, recorded, events: decided.events },
  });
  const { entry } = receipt;
  const { operator } = actor;
  const added = decided.events.map(
    (event): RecordedListingEvent => ({ ...event, entry, recorded, operator }),
  );
  const before = foldListing(events);
  const state = foldListing([...events, ...added])!;
  await saveListing(tx, rowOf(row, state, decided.thing), decided.content);
  for (const one of state.partners) {
    const was = before?.partners.find(({ peer }) => peer === one.peer);
    if (JSON.stringify(was) === JSON.stringify(one)) continue;
    await savePartner(tx, subject, one, (await findPeer(tx, one.peer))?.state ?? '');
  }
  if (decided.words) await saveListingWords(tx, subject, entry, decided.words);
  const isLive = state.standing === 'live';
  if (isLive && (before?.standing !== 'live' || decided.thing)) {
    const thing = decided.thing ?? (await readThing(tx, subject));
    await replaceNumbers(tx, subject, thing ? foldsOf(thing) : []);
  } else if (!isLive && before?.standing === 'live') await replaceNumbers(tx, subject, []);
  return receipt;
}

/** Keeps one entry with its act. */
export async function keepEntry(
  tx: Tx,
  office: Office,
  actor: Actor,
  entry: Submitted & {
    readonly act: string;
    readonly subject: string;
    readonly recorded: string;
    readonly events: readonly object[];
  },
): Promise<ListingReceipt> {
  const id = newId(office);
  const { act, kind, subject, recorded } = entry;
  const sealed = keptOrUndone(seal(office, actor, { ...entry, id }));
  const receipt: ListingReceipt = { act, entry: id, subject, recorded };
  const { operator } = actor;
  await appendAct(tx, { id: act, kind, operator, recorded, result: JSON.stringify(receipt) }, [sealed]);
  return receipt;
}

function rowOf(row: ListingRow, state: ListingState, thing: ListedThing | undefined): ListingRow {
  const { status: listedAs, standing, renewed, expires, lastAt: touched } = state;
  const now = { ...row, listedAs, standing, renewed, expires, touched };
  if (!thing) return now;
  const { class: kind, maker, model, calibre, country: madeIn } = thing;
  return { ...now, class: kind, maker, model, calibre, madeIn };
}

/** The events of an entry, in their order. */
export async function listingEvents(
  tx: Pick<Tx, 'rows'>,
  listing: string,
): Promise<readonly RecordedListingEvent[]> {
  const { bodies } = await listBodiesOf(tx, listing);
  return inOrder(bodies.flatMap((body) => eventsOfBody(body) as unknown as readonly RecordedListingEvent[]));
}

/** In the order in which they were recorded. */
export function inOrder<One extends { readonly recorded: string }>(events: readonly One[]): readonly One[] {
  return [...events].sort((a, b) => (a.recorded < b.recorded ? -1 : a.recorded > b.recorded ? 1 : 0));
}

/** What an entry describes; undefined where that was erased. */
export async function readThing(tx: Pick<Tx, 'rows'>, listing: string): Promise<ListedThing | undefined> {
  const kept = await findListingContent(tx, listing);
  return kept && (JSON.parse(kept.content.toString('utf8')) as ListedThing);
}

/** Locks partners until the transaction ends, always in one order. */
export async function lockPeers(tx: Tx, peers: readonly { readonly peer: string }[]): Promise<void> {
  for (const peer of [...new Set(peers.map((one) => one.peer))].sort()) await lockPeer(tx, peer);
}

/** The moment of recording, after all that was recorded: its order stands also where a clock does not. */
export function after(last: string, now: string): string {
  return last < now ? now : new Date(Date.parse(last) + 1).toISOString();
}

/** Sends one message of an entry to several partners; those who cannot be reached now are left out. */
export async function sendEach(
  tx: Tx,
  office: Office,
  peers: readonly string[],
  { kind, thread, body }: Sent,
): Promise<readonly ListingEvent[]> {
  const events: ListingEvent[] = [];
  for (const peer of [...peers].sort()) {
    const sent = await sendMessage(tx, office, {
      peer,
      type: `listing/${kind}`,
      thread,
      body: body as JsonObject,
    });
    if (isRefusal(sent)) continue;
    const { message, digest } = sent;
    events.push({ type: 'listing-sent', kind, peer, message, digest });
  }
  return events;
}

type Sent = {
  readonly kind: 'published' | 'renewed' | 'cancelled';
  readonly thread: string;
  readonly body: object;
};

/** Named limits: folds that a number read in part is kept under, and characters of a number. */
const FOLDS_OF_NUMBER_MAX = 60;
const KEY_LENGTH_MAX = 80;

/** Every fold that the numbers of an entry may be. */
function foldsOf({ marks }: ListedThing): readonly { readonly fold: string; readonly key: string }[] {
  return marks.flatMap(({ text }) => {
    const key = text.trim().slice(0, KEY_LENGTH_MAX);
    const { open } = planOf(parseReading(key).reading);
    const count = (open ?? []).reduce((product, bytes) => product * bytes.length, 1);
    const more = open && count <= FOLDS_OF_NUMBER_MAX ? allOf(open) : [];
    return [...new Set([foldMark(key), ...more])].map((fold) => ({ fold, key }));
  });
}
