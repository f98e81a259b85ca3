/**
 * Cancels an entry: the arm was recovered, it was a mistake, or somebody was harmed by it and is right. Every partner that has it
 * is told, and each tells in turn that it cancelled; a proposal that nobody confirmed is cancelled here alone.
 *
 * @clause C-12, E-04
 */
import { z } from 'zod';
import { CANCEL_REASONS, refuseCancelling } from '../domain/trace/listing.ts';
import type { Tx } from '../store/database.ts';
import { listPartners } from '../store/listing.ts';
import { listWaitingHits } from '../store/listing-hit.ts';
import { closeWorkAbout } from '../store/work.ts';
import { changeHitInside } from './change-hit.ts';
import { changeListingInside, type ListingReceipt, onceKept, sendEach } from './change-listing.ts';
import { saltedWords } from './change-trace.ts';
import { compact, NOTE_MAX, submission, uuid } from './input.ts';
import { listingReceiptOutput } from './listing-output.ts';
import { LISTING_KINDS } from './listing-work.ts';
import { LISTING_CLERK } from './meet-listings.ts';
import { type Act, newId, type Office } from './office.ts';

const input = z.strictObject({
  ...submission,
  listing: uuid,
  reason: z.enum(CANCEL_REASONS),
  words: z.string().trim().max(NOTE_MAX).optional().describe('Why; goes to nobody outside.'),
});
export type CancelListing = z.infer<typeof input>;

export const cancelListing: Act<CancelListing, ListingReceipt> = {
  name: 'cancel-listing',
  says: 'Cancel an entry of the lost and stolen list, here and at every partner',
  clauses: ['C-12', 'E-04'],
  input,
  output: listingReceiptOutput,
  changes: true,
  run(office, actor, { act: wanted, device, listing, reason, words }) {
    const kind = 'cancel-listing';
    return onceKept(office, actor, { act: wanted, kind }, async (tx, act) => {
      const done = await changeListingInside(tx, office, actor, {
        ...{ act, device, listing, kind },
        async decide({ tx: inside, row, state, recorded }) {
          const refused = refuseCancelling(state);
          if (refused) return refused;
          const partners = await listPartners(inside, [listing]);
          const peers = partners.filter(({ sent }) => sent !== undefined).map(({ peer }) => peer);
          const sent = await sendEach(inside, office, peers, {
            ...{ kind: 'cancelled', thread: listing, body: { reason } },
          });
          await closeWorkAbout(inside, row.arm!, listing, LISTING_KINDS, recorded);
          const salted = words ? saltedWords(office, words) : undefined;
          const event = compact({ type: 'listing-cancelled' as const, reason, words: salted?.digest });
          return { events: [event, ...sent], ...(salted ? { words: salted } : {}) };
        },
      });
      await endHits(tx, office, listing);
      return done;
    });
  },
};

/** An entry that is not live answers every hit that still waits: nobody is to act on it. */
export async function endHits(tx: Tx, office: Office, listing: string): Promise<void> {
  for (const hit of await listWaitingHits(tx, listing))
    await changeHitInside(tx, office, LISTING_CLERK, {
      ...{ act: newId(office), kind: 'end-hit', hit },
      decide: () => ({ events: [{ type: 'hit-answered', answer: 'not-live', byCancelling: true }] }),
    });
}
