/**
 * Whether something that was met is listed: its numbers are looked for among those of live entries by one indexed statement,
 * what is found is weighed by the same scorer as every identification, and from a stated probability on it is a hit. The
 * listing side is told the least that it needs: which of its entries, and in which country. Not an act itself.
 *
 * What could go wrong: a list that tells what stands in a State's stores. What a partner learns is bounded by the day, and
 * nothing is told of arms of agencies that are never listed, or of what another State said under limits.
 *
 * @clause C-12
 */
import { isRefusal } from '../domain/base/refusal.ts';
import type { Identifier } from '../domain/identification/identifier.ts';
import { keysOf } from '../domain/identification/keys.ts';
import type { Described } from '../domain/identification/profile.ts';
import { foldMark } from '../domain/marks/look-alike.ts';
import { type Mark, NUMBER_KINDS } from '../domain/marks/mark.ts';
import { parseReading } from '../domain/marks/reading.ts';
import { HIT_PROBABILITY, type HitWithheld, type Met } from '../domain/trace/hit.ts';
import { LEARNED_PER_DAY_MAX } from '../domain/trace/listing.ts';
import type { Statements, Tx } from '../store/database.ts';
import { lockListing } from '../store/listing.ts';
import { countHits, type HitRow, isMet } from '../store/listing-hit.ts';
import { findListed, type ListedNumber } from '../store/listing-number.ts';
import { beginHitInside } from './change-hit.ts';
import { lockPeers } from './change-listing.ts';
import { sendMessage } from './exchange-send.ts';
import { identifierOf } from './identifier.ts';
import { compact } from './input.ts';
import { isNeverListed } from './never-listed.ts';
import { machine, newId, nowOf, type Office } from './office.ts';
import { compareArms } from './same-evidence.ts';

/** Something that was met: an arm of the register, or the thing of a trace that is none. */
export type Encounter = {
  readonly arm?: string | undefined;
  readonly trace?: string | undefined;
  readonly met: Met;
  readonly marks: readonly Pick<Mark, 'kind' | 'text'>[];
  readonly described: Described;
  /** True where what is known of it was told under limits by somebody else, so that nobody is told further. */
  readonly isLimited?: boolean;
};

export type Likeness = {
  readonly encounter: Encounter;
  readonly listed: Omit<ListedNumber, 'fold' | 'key'>;
  readonly probability: number;
};

/** Named limits: listed numbers that one encounter is compared with, and keys of one look. */
const COMPARED_MAX = 200;
const KEYS_MAX = 20_000;
const DAY_MS = 86_400_000;
const NUMBERS: ReadonlySet<string> = new Set(NUMBER_KINDS);
export const LISTING_CLERK = machine('countermark', 'listing');

/**
 * Entries that these things are likely to be. `wide` looks with one misread character and for what is left of a number; without
 * it only numbers that look the same are found, at the cost of one short statement for all things together.
 */
export async function listedLike(
  db: Statements,
  office: Office,
  encounters: readonly Encounter[],
  wide: boolean,
): Promise<readonly Likeness[]> {
  const asked = encounters.flatMap((encounter) =>
    numbersOf(encounter).map((text) => ({ encounter, text, keys: keysFor(text, wide) })),
  );
  const found = await findListed(db, {
    whole: [...new Set(asked.flatMap(({ keys }) => keys.whole))].slice(0, KEYS_MAX),
    beginnings: asked.flatMap(({ keys }) => keys.beginnings),
    endings: asked.flatMap(({ keys }) => keys.endings),
  });
  if (found.length === 0) return [];
  const identifier = await identifierOf(office);
  const byFold = Map.groupBy(found, ({ fold }) => fold);
  const best = new Map<Encounter, Map<string, Likeness>>();
  for (const { encounter, text } of asked) {
    // Those that look the same come first, so that nobody hides an entry behind many that are merely near.
    const same = byFold.get(foldMark(text)) ?? [];
    const near = wide ? [...same, ...found.filter(({ fold }) => fold !== foldMark(text))] : same;
    const likely = best.get(encounter) ?? new Map<string, Likeness>();
    best.set(encounter, likely);
    for (const listed of near.slice(0, COMPARED_MAX)) {
      if (listed.arm !== undefined && listed.arm === encounter.arm) continue;
      const probability = probabilityOf(identifier, encounter, text, listed);
      const before = likely.get(listed.listing)?.probability ?? HIT_PROBABILITY;
      if (probability >= before) likely.set(listed.listing, { encounter, listed, probability });
    }
  }
  return [...best.values()].flatMap((likely) => [...likely.values()]);
}

function numbersOf({ marks }: Encounter): readonly string[] {
  return marks.flatMap(({ kind, text }) => (NUMBERS.has(kind) && text.trim() !== '' ? [text.trim()] : []));
}

function keysFor(text: string, wide: boolean) {
  if (!wide) return { whole: [foldMark(text)], beginnings: [], endings: [] };
  const { whole, beginnings, endings } = keysOf(parseReading(text).reading);
  // A number of which nothing is open stands under its own fold also where it is too long to be edited.
  return { whole: [...whole, foldMark(text)], beginnings, endings };
}

function probabilityOf(
  identifier: Identifier,
  { described }: Encounter,
  serial: string,
  { key, class: kind, maker, model, calibre, madeIn: country }: ListedNumber,
): number {
  const listed = { serial: key, class: kind, maker, model, calibre, country };
  return compareArms(identifier, { ...described, serial }, listed).probability;
}

/** Looks for what was met among live entries and keeps each hit, once for each entry and thing; gives how many are new. */
export async function meetListings(
  tx: Tx,
  office: Office,
  encounters: readonly Encounter[],
  wide: boolean,
): Promise<number> {
  return keepHits(tx, office, await listedLike(tx, office, encounters, wide));
}

/** Keeps these likenesses as hits, tells the listing sides that may know, and opens work here. */
export async function keepHits(tx: Tx, office: Office, found: readonly Likeness[]): Promise<number> {
  const speaking = found.filter(({ encounter }) => !encounter.isLimited);
  await lockPeers(
    tx,
    speaking.flatMap(({ listed: { peer } }) => (peer === undefined ? [] : [{ peer }])),
  );
  const ordered = [...found].sort((a, b) => (a.listed.listing < b.listed.listing ? -1 : 1));
  let kept = 0;
  for (const one of ordered) {
    // Where no partner is locked, the row of the entry keeps two from meeting one thing at once.
    if (one.listed.peer === undefined || one.encounter.isLimited) await lockListing(tx, one.listed.listing);
    if (await keepHit(tx, office, one)) kept++;
  }
  return kept;
}

async function keepHit(
  tx: Tx,
  office: Office,
  { encounter, listed, probability }: Likeness,
): Promise<boolean> {
  const { arm, trace, met } = encounter;
  const { listing, peer, country } = listed;
  const metWith = arm ?? trace;
  if (metWith === undefined || (await isMet(tx, listing, metWith))) return false;
  const [id, metAt] = [newId(office), nowOf(office)];
  const told = await tell(tx, office, encounter, listed, id);
  const share = Math.min(1000, Math.round(probability * 1000));
  const row: HitRow = {
    ...{ id, listing, metWith, side: 'finder', peer, country, arm, trace, met, probability: share },
    ...{ standing: 'open', told: false, withheld: undefined, metAt, touched: metAt, due: undefined },
  };
  await beginHitInside(tx, office, LISTING_CLERK, {
    ...{ act: newId(office), kind: 'meet-listing', row },
    decided: {
      events: [compact({ type: 'hit-met' as const, listing, met, arm, trace, probability: share, ...told })],
    },
  });
  return true;
}

type Telling = { readonly withheld: HitWithheld } | { readonly message: string; readonly digest: string };

/** Tells the listing side, where nothing speaks against it. */
async function tell(
  tx: Tx,
  office: Office,
  { arm, isLimited }: Encounter,
  { peer, theirs }: Likeness['listed'],
  hit: string,
): Promise<Telling> {
  if (peer === undefined) return { withheld: 'own-entry' };
  if (isLimited) return { withheld: 'limits' };
  if (arm !== undefined && (await isNeverListed(tx, arm))) return { withheld: 'never-listed' };
  const since = new Date(office.clock() - DAY_MS).toISOString();
  if ((await countHits(tx, peer, 'finder', since)) >= LEARNED_PER_DAY_MAX) return { withheld: 'budget' };
  return (await tellLister(tx, office, peer, hit, theirs)) ?? { withheld: 'not-reachable' };
}

/** Sends that something like an entry was met: which entry, and the country. Undefined where the partner cannot be reached. */
export async function tellLister(
  tx: Tx,
  office: Office,
  peer: string,
  hit: string,
  theirs: string | undefined,
): Promise<{ readonly message: string; readonly digest: string } | undefined> {
  const body = { listing: theirs ?? '', country: office.state };
  const sent = await sendMessage(tx, office, { peer, type: 'listing/hit', thread: hit, body });
  return isRefusal(sent) ? undefined : { message: sent.message, digest: sent.digest };
}
