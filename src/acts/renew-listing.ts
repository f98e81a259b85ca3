/**
 * Renews a live entry, so that it does not end by itself; its partners get it again whole, also those who did not take it before.
 *
 * @clause C-12, E-04
 */
import { z } from 'zod';
import { refusal } from '../domain/base/refusal.ts';
import { lastDayOf, refuseRenewing, toldOfThing } from '../domain/trace/listing.ts';
import { listPartners } from '../store/listing.ts';
import { closeWorkAbout } from '../store/work.ts';
import { changeListing, type ListingReceipt, readThing, sendEach } from './change-listing.ts';
import { saltedWords } from './change-trace.ts';
import { compact, NOTE_MAX, submission, uuid } from './input.ts';
import { listingReceiptOutput } from './listing-output.ts';
import { LISTING_ENDS_KIND } from './listing-work.ts';
import type { Act } from './office.ts';

const input = z.strictObject({
  ...submission,
  listing: uuid,
  expires: z.iso.date().optional().describe('Its new last day; left out: as long as its kind stands.'),
  words: z.string().trim().max(NOTE_MAX).optional().describe('Why it still stands.'),
});
export type RenewListing = z.infer<typeof input>;

export const renewListing: Act<RenewListing, ListingReceipt> = {
  name: 'renew-listing',
  says: 'Renew an entry of the lost and stolen list before it ends',
  clauses: ['C-12', 'E-04'],
  input,
  output: listingReceiptOutput,
  changes: true,
  run(office, actor, { act, device, listing, expires: wished, words }) {
    return changeListing(office, actor, {
      ...{ act, device, listing, kind: 'renew-listing' },
      async decide({ tx, row, state, recorded }) {
        const refused = refuseRenewing(state);
        if (refused) return refused;
        const thing = await readThing(tx, listing);
        if (!thing) return refusal('listing-unknown', { listing });
        const expires = lastDayOf(state.status, recorded, wished);
        const peers = (await listPartners(tx, [listing])).map(({ peer }) => peer);
        const body = { entry: toldOfThing(thing, state.tellsOwner), expires };
        const sent = await sendEach(tx, office, peers, { kind: 'renewed', thread: listing, body });
        await closeWorkAbout(tx, row.arm!, listing, [LISTING_ENDS_KIND], recorded);
        const salted = words ? saltedWords(office, words) : undefined;
        const renewed = compact({ type: 'listing-renewed' as const, expires, words: salted?.digest });
        return { events: [renewed, ...sent], ...(salted ? { words: salted } : {}) };
      },
    });
  },
};
