/**
 * What messages about lost and stolen arms do when they are taken. An entry is matched against the register at once; a
 * cancellation is carried out and said to be; a hit or a question about one of our entries waits for a person. Not an act itself.
 *
 * What could go wrong: a partner that speaks of entries that are not its own, or that were never published to it, and one that
 * tries out numbers. Entries are known by partner and thread together, and what one may publish or tell in a day is bounded.
 *
 * @clause C-12
 */
import { EVERYTHING } from '../domain/access/scope.ts';
import { refusal } from '../domain/base/refusal.ts';
import { daysAfter } from '../domain/trace/clocks.ts';
import type { HitAnswer } from '../domain/trace/hit.ts';
import { lastDayOf, PUBLISHED_PER_DAY_MAX, TOLD_PER_DAY_MAX } from '../domain/trace/listing.ts';
import type { Tx } from '../store/database.ts';
import {
  countPublished,
  findListing,
  findTheirListing,
  type ListingRow,
  listPartners,
} from '../store/listing.ts';
import { countHits, findHitOfThread, type HitRow } from '../store/listing-hit.ts';
import { endHits } from './cancel-listing.ts';
import { beginHitInside, changeHitInside } from './change-hit.ts';
import { beginListingInside, changeListingInside } from './change-listing.ts';
import { saltedBytes, saltedWords } from './change-trace.ts';
import type { Handler, Handlers, Taken } from './exchange-handlers.ts';
import { sendMessage } from './exchange-send.ts';
import { compact } from './input.ts';
import { LISTING_BODIES } from './listing-shapes.ts';
import { keepHits } from './meet-listings.ts';
import { likelyArms } from './meet-register.ts';
import { type Actor, machine, newId, nowOf, type Office } from './office.ts';
import { readTraceRules } from './trace-rules.ts';
import { keptOrUndone, refusalOf, undo } from './undone.ts';

const PARTNER: Actor = machine('countermark', 'exchange');
const DAY_MS = 86_400_000;
const KIND = 'take-message';

type Bodies = typeof LISTING_BODIES;
type BodyOf<Name extends keyof Bodies> = ReturnType<Bodies[Name]['parse']>;

/** One handler for each message about listed arms. */
export const LISTING_HANDLERS: Handlers = {
  'listing/published': handler('published', takeEntry),
  'listing/renewed': handler('published', takeEntry),
  'listing/cancelled': handler('cancelled', takeCancelling),
  'listing/hit': handler('hit', takeHit),
  'listing/asked': handler('asked', takeQuestion),
  'listing/told': handler('told', takeTold),
};

function handler<Name extends keyof Bodies>(
  name: Name,
  take: (tx: Tx, office: Office, taken: Taken, body: BodyOf<Name>) => Promise<void>,
): Handler {
  return async (tx, office, taken) => {
    const body = LISTING_BODIES[name].safeParse(taken.message.body);
    if (!body.success) return refusal('content-unreadable');
    try {
      await take(tx, office, taken, body.data as BodyOf<Name>);
      return undefined;
    } catch (error) {
      return refusalOf(error);
    }
  };
}

const messageOf = ({ message, digest }: Taken) => ({ message: message.header.id, digest });

async function takeEntry(tx: Tx, office: Office, taken: Taken, body: BodyOf<'published'>): Promise<void> {
  const { peer, message } = taken;
  const { thread: theirs } = message.header;
  const known = await findTheirListing(tx, peer.node, theirs);
  const came = nowOf(office);
  const { entry: thing } = body;
  const content = saltedBytes(office, compact(thing));
  const expires = lastDayOf(thing.status, came, body.expires);
  const event = {
    ...{ type: 'listing-taken' as const, peer: peer.node, country: peer.state, theirs, status: thing.status },
    ...{ content: content.digest, expires, ...messageOf(taken) },
  };
  const decided = { events: [event], thing, content };
  const act = newId(office);
  const listing = known ?? newId(office);
  const { class: kind, maker, model, calibre, country: madeIn } = thing;
  const row: ListingRow = {
    ...{ id: listing, side: 'partner', peer: peer.node, theirs, country: peer.state, arm: undefined },
    ...{ listedAs: thing.status, standing: 'live', renewed: 0, expires, came, touched: came },
    ...{ class: kind, maker, model, calibre, madeIn },
  };
  if (known)
    await changeListingInside(tx, office, PARTNER, {
      ...{ act, kind: KIND, listing },
      decide: ({ state }) => (state.standing === 'cancelled' ? refusal('listing-not-live') : decided),
    });
  else {
    const since = new Date(office.clock() - DAY_MS).toISOString();
    if ((await countPublished(tx, peer.node, since)) >= PUBLISHED_PER_DAY_MAX)
      return undo(refusal('listing-budget-spent', { most: PUBLISHED_PER_DAY_MAX }));
    await beginListingInside(tx, office, PARTNER, { act, kind: KIND, row, decided });
  }
  await keepHits(tx, office, await likelyArms(office, row, thing));
}

async function takeCancelling(
  tx: Tx,
  office: Office,
  taken: Taken,
  { reason }: BodyOf<'cancelled'>,
): Promise<void> {
  const { thread } = taken.message.header;
  const { node: peer } = taken.peer;
  const listing = await findTheirListing(tx, peer, thread);
  if (!listing) return undo(refusal('listing-unknown'));
  await changeListingInside(tx, office, PARTNER, {
    ...{ act: newId(office), kind: KIND, listing },
    decide: () => ({ events: [{ type: 'listing-cancelled', reason, ...messageOf(taken) }] }),
  });
  await endHits(tx, office, listing);
  const body = { cancelled: true };
  keptOrUndone(await sendMessage(tx, office, { peer, type: 'listing/told', thread, body }));
}

/** A partner met something that looks like one of our entries, which it must have been given. */
async function takeHit(tx: Tx, office: Office, taken: Taken, body: BodyOf<'hit'>): Promise<void> {
  const { peer, message } = taken;
  const { thread: theirs } = message.header;
  const { listing, country } = body;
  if (country !== peer.state) return undo(refusal('content-unreadable'));
  const partners = await listPartners(tx, [listing]);
  if (!partners.some((one) => one.peer === peer.node && one.sent !== undefined))
    return undo(refusal('listing-unknown'));
  if (await findHitOfThread(tx, peer.node, theirs)) return undo(refusal('hit-known'));
  const since = new Date(office.clock() - DAY_MS).toISOString();
  if ((await countHits(tx, peer.node, 'lister', since)) >= TOLD_PER_DAY_MAX)
    return undo(refusal('listing-budget-spent', { most: TOLD_PER_DAY_MAX }));
  const metAt = nowOf(office);
  const row: HitRow = {
    ...{ id: newId(office), listing, metWith: theirs, side: 'lister', peer: peer.node, country },
    ...{ arm: undefined, trace: undefined, met: 'elsewhere', probability: undefined, standing: 'open' },
    ...{ told: true, withheld: undefined, metAt, touched: metAt, due: undefined },
  };
  const event = { type: 'hit-told-us' as const, listing, peer: peer.node, country, theirs };
  await beginHitInside(tx, office, PARTNER, {
    ...{ act: newId(office), kind: KIND, row },
    decided: { events: [{ ...event, ...messageOf(taken) }] },
  });
}

async function takeQuestion(tx: Tx, office: Office, taken: Taken, { text }: BodyOf<'asked'>): Promise<void> {
  const hit = await hitOf(tx, taken);
  const { hitDays } = await readTraceRules(tx);
  const words = text ? saltedWords(office, text) : undefined;
  await changeHitInside(tx, office, PARTNER, {
    ...{ act: newId(office), kind: KIND, hit },
    decide({ state, recorded }) {
      if (state.side !== 'lister') return refusal('hit-unknown');
      const due = daysAfter(recorded, hitDays);
      const event = { type: 'hit-asked' as const, due, words: words?.digest, ...messageOf(taken) };
      return { events: [compact(event)], words };
    },
  });
}

/** The listing side answers a hit, or a partner says that it cancelled its copy. */
async function takeTold(tx: Tx, office: Office, taken: Taken, body: BodyOf<'told'>): Promise<void> {
  if ('cancelled' in body) return takeProof(tx, office, taken);
  const { answer, text } = body as { answer: HitAnswer; text?: string | undefined };
  const hit = await hitOf(tx, taken);
  const words = text ? saltedWords(office, text) : undefined;
  await changeHitInside(tx, office, PARTNER, {
    ...{ act: newId(office), kind: KIND, hit },
    decide({ state }) {
      if (state.side !== 'finder') return refusal('hit-unknown');
      const event = { type: 'hit-answered' as const, answer, words: words?.digest, ...messageOf(taken) };
      return { events: [compact(event)], words };
    },
  });
}

async function takeProof(tx: Tx, office: Office, taken: Taken): Promise<void> {
  const { thread: listing } = taken.message.header;
  const { node: peer } = taken.peer;
  const row = await findListing(tx, EVERYTHING, listing);
  const partners = row?.side === 'own' ? await listPartners(tx, [listing]) : [];
  if (!partners.some((one) => one.peer === peer && one.sent === 'cancelled'))
    return undo(refusal('listing-unknown'));
  await changeListingInside(tx, office, PARTNER, {
    ...{ act: newId(office), kind: KIND, listing },
    decide: () => ({ events: [{ type: 'listing-cancel-told', peer, ...messageOf(taken) }] }),
  });
}

async function hitOf(tx: Tx, { peer, message }: Taken): Promise<string> {
  const hit = await findHitOfThread(tx, peer.node, message.header.thread);
  return hit ?? undo(refusal('hit-unknown'));
}
