/**
 * Looks for a live entry in the register: what stands there already, seized, found or registered, is met as well as what comes
 * later. The same identification as for anybody who asks. Not an act itself.
 *
 * @clause C-12
 */
import { EVERYTHING } from '../domain/access/scope.ts';
import { isRefusal } from '../domain/base/refusal.ts';
import { HIT_PROBABILITY } from '../domain/trace/hit.ts';
import type { ListedThing } from '../domain/trace/listing.ts';
import { findListing, type ListingRow } from '../store/listing.ts';
import { readThing } from './change-listing.ts';
import { identifierOf } from './identifier.ts';
import { identify } from './identify-arm.ts';
import { keepHits, LISTING_CLERK, type Likeness } from './meet-listings.ts';
import type { Office } from './office.ts';
import { compareArms } from './same-evidence.ts';
import { questionOf } from './trace-item.ts';

/** Keeps a hit for every arm of the register that a live entry is likely to be; gives how many are new. */
export async function meetRegister(office: Office, listing: string): Promise<number> {
  const row = await findListing(office.db, EVERYTHING, listing);
  const thing = row?.standing === 'live' ? await readThing(office.db, listing) : undefined;
  const likely = row && thing ? await likelyArms(office, row, thing) : [];
  if (likely.length === 0) return 0;
  const kept = await office.db.transaction((tx) => keepHits(tx, office, likely));
  if (kept > 0) office.nudge();
  return kept;
}

/**
 * Arms of the register that an entry is likely to be, but for the arm that it is about. The search shares its probability among
 * all that fit, also the listed arm itself; a hit asks of each alone whether it is the same.
 */
export async function likelyArms(
  office: Office,
  row: ListingRow,
  thing: ListedThing,
): Promise<readonly Likeness[]> {
  const question = questionOf({ ...thing, kind: 'arm' });
  const found = question && (await identify(office, LISTING_CLERK, question));
  if (!found || isRefusal(found)) return [];
  const identifier = await identifierOf(office);
  return found.candidates
    .filter(({ armId }) => armId !== row.arm)
    .map(({ armId: arm, probability, ...said }) => ({
      ...{ listed: { ...row, listing: row.id } },
      probability: Math.max(
        probability,
        ...thing.marks.map(
          ({ text: serial }) => compareArms(identifier, { ...thing, serial }, said).probability,
        ),
      ),
      encounter: { arm, met: 'arrival' as const, marks: [], described: {} },
    }))
    .filter(({ probability }) => probability >= HIT_PROBABILITY);
}
