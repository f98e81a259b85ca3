/**
 * How every act changes a hit: lock its partner and its row, fold its entries, decide, keep one entry with the rows and the work
 * that follow, in one transaction. Not an act itself.
 *
 * @clause C-12
 */
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import {
  foldHit,
  type HitEvent,
  type HitState,
  isWaiting,
  type RecordedHitEvent,
} from '../domain/trace/hit.ts';
import type { Tx } from '../store/database.ts';
import { listBodiesOf } from '../store/ledger.ts';
import { saveListingWords } from '../store/listing.ts';
import { findHit, type HitRow, type ListedHit, lockHit, saveHit } from '../store/listing-hit.ts';
import { closeWorkAbout, openWork, type WorkItem } from '../store/work.ts';
import {
  after,
  inOrder,
  keepEntry,
  type ListingReceipt,
  lockPeers,
  onceKept,
  type Submitted,
} from './change-listing.ts';
import type { saltedWords } from './change-trace.ts';
import { HIT_CONFIRMED_KIND, HIT_KIND, HIT_LATE_KIND } from './listing-work.ts';
import { type Actor, newId, nowOf, type Office } from './office.ts';
import { eventsOfBody } from './seal.ts';
import { keptOrUndone, undo } from './undone.ts';

export type HitDecision = {
  readonly events: readonly HitEvent[];
  readonly words?: ReturnType<typeof saltedWords> | undefined;
};

export type HitFile = {
  readonly tx: Tx;
  readonly row: ListedHit;
  readonly state: HitState;
  readonly recorded: string;
};

export type HitChange = Submitted & {
  readonly hit: string;
  readonly decide: (file: HitFile) => Promise<HitDecision | Refusal> | HitDecision | Refusal;
};

/** Changes a hit in a transaction of its own, or says why not. */
export async function changeHit(
  office: Office,
  actor: Actor,
  change: HitChange,
): Promise<ListingReceipt | Refusal> {
  return onceKept(office, actor, change, (tx, act) => changeHitInside(tx, office, actor, { ...change, act }));
}

/** Changes a hit inside a transaction that is open; a refusal leaves it by `undo`. */
export async function changeHitInside(
  tx: Tx,
  office: Office,
  actor: Actor,
  change: HitChange & { readonly act: string },
): Promise<ListingReceipt> {
  const { hit } = change;
  const seen = await findHit(tx, actor.scope, hit);
  if (!seen) return undo(refusal('hit-unknown', { hit }));
  await lockPeers(tx, seen.peer ? [{ peer: seen.peer }] : []);
  await lockHit(tx, hit);
  const row = (await findHit(tx, actor.scope, hit))!;
  const events = await hitEvents(tx, hit);
  const state = foldHit(events)!;
  const recorded = after(state.lastAt, nowOf(office));
  const decided = keptOrUndone(await change.decide({ tx, row, state, recorded }));
  return keep(tx, office, actor, change, { row, events, recorded, decided });
}

/** Begins a hit inside a transaction that is open, and opens work on it. */
export async function beginHitInside(
  tx: Tx,
  office: Office,
  actor: Actor,
  change: Submitted & { readonly act: string; readonly row: HitRow; readonly decided: HitDecision },
): Promise<ListingReceipt> {
  const { row, decided } = change;
  const recorded = row.metAt;
  const receipt = await keep(tx, office, actor, change, { row, events: [], recorded, decided });
  await openWork(tx, [itemOf(office, row, receipt.entry, HIT_KIND, recorded)]);
  return receipt;
}

type Keeping = {
  readonly row: HitRow;
  readonly events: readonly RecordedHitEvent[];
  readonly recorded: string;
  readonly decided: HitDecision;
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
  const added = decided.events.map((event): RecordedHitEvent => ({ ...event, entry, recorded, operator }));
  const before = foldHit(events);
  const state = foldHit([...events, ...added])!;
  const { standing, isTold: told, withheld, due, lastAt: touched } = state;
  await saveHit(tx, { ...row, standing, told, withheld, due, touched });
  if (decided.words) await saveListingWords(tx, subject, entry, decided.words);
  if (!before || before.standing === standing) return receipt;
  await closeWorkAbout(tx, subjectOf(row), subject, [HIT_KIND, HIT_LATE_KIND], recorded);
  if (isWaiting(standing)) await openWork(tx, [itemOf(office, row, entry, HIT_KIND, recorded, due)]);
  else if (standing === 'confirmed' && row.side === 'finder' && row.arm !== undefined)
    await openWork(tx, [itemOf(office, row, entry, HIT_CONFIRMED_KIND, recorded)]);
  return receipt;
}

/** What the work on a hit is about: the arm that was met, or the hit itself. */
function subjectOf({ arm, id }: Pick<HitRow, 'arm' | 'id'>): string {
  return arm ?? id;
}

/** An item of work on a hit. */
export function itemOf(
  office: Office,
  row: Pick<HitRow, 'arm' | 'id'>,
  entry: string,
  kind: string,
  opened: string,
  due?: string,
): WorkItem {
  return {
    ...{ subject: subjectOf(row), id: newId(office), kind, severity: 'high', entry, against: row.id, opened },
    due: due?.slice(0, 10),
  };
}

/** The events of a hit, in their order. */
export async function hitEvents(tx: Pick<Tx, 'rows'>, hit: string): Promise<readonly RecordedHitEvent[]> {
  const { bodies } = await listBodiesOf(tx, hit);
  return inOrder(bodies.flatMap((body) => eventsOfBody(body) as unknown as readonly RecordedHitEvent[]));
}
