/**
 * What becomes of listed arms by time alone: entries end unless they were renewed, somebody is reminded before that, a late answer
 * to a hit opens work, a cancellation that could not be sent is sent, and entries that came lately are looked for once more, so
 * that what was registered in the same moment is met too. Run every hour. Not an act itself.
 *
 * @clause C-12, E-04
 */
import { refusal } from '../domain/base/refusal.ts';
import { RENEW_ASKED_DAYS } from '../domain/trace/listing.ts';
import { type ListingRow, listEnding, listFresh, listingsUntold, noteReminded } from '../store/listing.ts';
import { listLateHits, noteHitReminded } from '../store/listing-hit.ts';
import { closeWorkAbout, openWork } from '../store/work.ts';
import { endHits } from './cancel-listing.ts';
import { itemOf } from './change-hit.ts';
import { changeListing, changeListingInside, onceKept, sendEach } from './change-listing.ts';
import { HIT_LATE_KIND, LISTING_ENDS_KIND, LISTING_KINDS } from './listing-work.ts';
import { LISTING_CLERK } from './meet-listings.ts';
import { meetRegister } from './meet-register.ts';
import { newId, nowOf, type Office } from './office.ts';

/** Named limits: entries of one run, and how far back entries are looked for again. */
const SWEPT_MAX = 500;
const FRESH_MS = 2 * 60 * 60_000;
const DAY_MS = 86_400_000;

/** Does what is due; gives how many entries ended. */
export async function sweepListings(office: Office): Promise<number> {
  const now = nowOf(office);
  const today = now.slice(0, 10);
  const ended = await listEnding(office.db, { before: today, unreminded: false, limit: SWEPT_MAX });
  for (const row of ended) await expire(office, row);
  await remind(office, now);
  await remindOfHits(office, now);
  await tellAgain(office);
  const since = new Date(office.clock() - FRESH_MS).toISOString();
  for (const { id } of await listFresh(office.db, since, SWEPT_MAX)) await meetRegister(office, id);
  return ended.length;
}

async function expire(office: Office, { id: listing }: ListingRow): Promise<void> {
  const kind = 'expire-listing';
  await onceKept(office, LISTING_CLERK, { kind }, async (tx, act) => {
    const done = await changeListingInside(tx, office, LISTING_CLERK, {
      ...{ act, kind, listing },
      async decide({ tx: inside, row, state, recorded }) {
        // Somebody may have renewed or cancelled it meanwhile.
        const isOver = state.expires < recorded.slice(0, 10);
        const stands = state.standing === 'live' || state.standing === 'proposed';
        if (!isOver || !stands) return refusal('listing-not-live');
        if (row.arm) await closeWorkAbout(inside, row.arm, listing, LISTING_KINDS, recorded);
        return { events: [{ type: 'listing-expired' }] };
      },
    });
    await endHits(tx, office, listing);
    return done;
  });
}

async function remind(office: Office, now: string): Promise<void> {
  const before = new Date(office.clock() + RENEW_ASKED_DAYS * DAY_MS).toISOString().slice(0, 10);
  const ending = await listEnding(office.db, { before, unreminded: true, limit: SWEPT_MAX });
  for (const { id, arm, expires } of ending)
    await office.db.transaction(async (tx) => {
      await noteReminded(tx, id, now);
      const item = { subject: arm!, id: newId(office), kind: LISTING_ENDS_KIND, severity: 'low' };
      await openWork(tx, [{ ...item, entry: id, against: id, opened: now, due: expires }]);
    });
}

async function remindOfHits(office: Office, now: string): Promise<void> {
  for (const hit of await listLateHits(office.db, now, SWEPT_MAX))
    await office.db.transaction(async (tx) => {
      await noteHitReminded(tx, hit.id, now);
      await openWork(tx, [itemOf(office, hit, hit.id, HIT_LATE_KIND, now, hit.due)]);
    });
}

/** A partner that could not be reached when an entry was cancelled is told as soon as it can. */
async function tellAgain(office: Office): Promise<void> {
  for (const { listing, peer } of await listingsUntold(office.db, SWEPT_MAX))
    await changeListing(office, LISTING_CLERK, {
      ...{ kind: 'tell-cancelling', listing },
      async decide({ tx, state }) {
        const body = { reason: state.ended?.reason ?? 'mistake' };
        const sent = await sendEach(tx, office, [peer], { kind: 'cancelled', thread: listing, body });
        return sent.length > 0 ? { events: sent } : refusal('listing-partner-unreachable');
      },
    });
}
