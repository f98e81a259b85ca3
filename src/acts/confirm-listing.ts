/**
 * Confirms a proposed entry as a second officer and publishes it to its partners, in one transaction. The arm must still be
 * recorded as missing; whatever of the register looks like it already is a hit from now on.
 *
 * @clause C-12, E-04
 */
import { z } from 'zod';
import { isRefusal, refusal } from '../domain/base/refusal.ts';
import { listedAs, refuseConfirming, toldOfThing } from '../domain/trace/listing.ts';
import { findStatus, listPartners } from '../store/listing.ts';
import { closeWorkAbout } from '../store/work.ts';
import { changeListing, type ListingReceipt, readThing, sendEach } from './change-listing.ts';
import { submission, uuid } from './input.ts';
import { listingReceiptOutput } from './listing-output.ts';
import { LISTING_PROPOSED_KIND } from './listing-work.ts';
import { meetRegister } from './meet-register.ts';
import { isNeverListed } from './never-listed.ts';
import type { Act } from './office.ts';

const input = z.strictObject({ ...submission, listing: uuid });
export type ConfirmListing = z.infer<typeof input>;

export const confirmListing: Act<ConfirmListing, ListingReceipt> = {
  name: 'confirm-listing',
  says: 'Confirm a proposed entry of the lost and stolen list as a second officer, and publish it',
  clauses: ['C-12', 'E-04'],
  input,
  output: listingReceiptOutput,
  changes: true,
  async run(office, actor, { act, device, listing }) {
    const done = await changeListing(office, actor, {
      ...{ act, device, listing, kind: 'confirm-listing' },
      async decide({ tx, row, state, recorded }) {
        const refused = refuseConfirming(state, actor.operator);
        if (refused) return refused;
        const status = await findStatus(tx, row.arm!);
        if (!status || !listedAs(status)) return refusal('listing-not-missing', { status: status ?? '' });
        if (await isNeverListed(tx, row.arm!)) return refusal('listing-never');
        const thing = await readThing(tx, listing);
        if (!thing) return refusal('listing-unknown', { listing });
        const peers = (await listPartners(tx, [listing])).map(({ peer }) => peer);
        const entry = toldOfThing(thing, state.tellsOwner);
        const body = { entry, expires: state.expires };
        const sent = await sendEach(tx, office, peers, { kind: 'published', thread: listing, body });
        await closeWorkAbout(tx, row.arm!, listing, [LISTING_PROPOSED_KIND], recorded);
        return { events: [{ type: 'listing-confirmed' }, ...sent] };
      },
    });
    if (!isRefusal(done)) await meetRegister(office, listing);
    return done;
  },
};
