/**
 * Shows entries of the lists of lost and stolen arms, our own and those of partners, the newest first, each with how it stands;
 * and the partners to which an entry may go.
 *
 * @clause C-12
 */
import { z } from 'zod';
import { isRefusal } from '../domain/base/refusal.ts';
import { STANDINGS } from '../domain/trace/listing.ts';
import {
  type ListingRow,
  listPartners,
  listListings as listRows,
  type PartnerRow,
} from '../store/listing.ts';
import { listPeers } from '../store/peer.ts';
import { logAccess } from '../store/work.ts';
import { type LookedUp, marksOf, numbersOf } from './hit-short.ts';
import { compact, text, uuid } from './input.ts';
import { listingShort, partnerChoice } from './listing-output.ts';
import type { Act } from './office.ts';
import { id } from './output.ts';
import { country } from './trace-shapes.ts';
import { accessOf, armIdOf } from './view-arm.ts';

/** Named limit: entries on one list. */
export const LISTINGS_LISTED_MAX = 100;

const input = z.strictObject({
  side: z.enum(['own', 'partner']).optional(),
  standing: z.enum(STANDINGS).optional(),
  country: country.optional().describe('Only those of partners of this country.'),
  arm: text.optional().describe('Only those of this arm: its id or State number.'),
  limit: z.int().min(1).max(LISTINGS_LISTED_MAX).default(25),
  after: uuid.optional().describe('Id of the last one of the page before.'),
});
export type ListListings = z.infer<typeof input>;

const output = z.strictObject({
  listings: z.array(listingShort),
  partners: z.array(partnerChoice).describe('Confirmed partners to which an entry may go.'),
  next: id.optional().describe('Id to be given as "after" for the next page.'),
});
export type ListingList = z.infer<typeof output>;

export const listListings: Act<ListListings, ListingList> = {
  name: 'list-listings',
  says: 'Show the lists of lost and stolen arms, own entries and those of partners',
  clauses: ['C-12'],
  input,
  output,
  changes: false,
  async run(office, actor, { limit, arm: asked, ...wanted }) {
    const arm = asked === undefined ? undefined : await armIdOf(office, actor.scope, asked);
    if (isRefusal(arm)) return arm;
    const found = await listRows(office.db, actor.scope, { ...wanted, arm, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const ids = shown.map((one) => one.id);
    await logAccess(office.db, accessOf(office, actor, 'list-listings', ids.join(' ')));
    const [numbers, marks, partners, peers] = await Promise.all([
      numbersOf(
        office.db,
        actor.scope,
        shown.map((one) => one.arm),
      ),
      marksOf(office.db, ids),
      listPartners(office.db, ids),
      listPeers(office.db),
    ]);
    return compact({
      listings: shown.map((row) => shortOf(row, { numbers, marks }, partners)),
      partners: peers
        .filter(({ standing }) => standing === 'confirmed')
        .map(({ node, state, name }) => ({ node, state, name })),
      next: found.length > limit ? shown.at(-1)?.id : undefined,
    });
  },
};

/** An entry as lists tell it. */
export function shortOf(
  row: ListingRow,
  { numbers, marks }: LookedUp,
  partners: readonly PartnerRow[],
): z.infer<typeof listingShort> {
  const { id: listing, side, country: whose, arm, listedAs: status, standing, renewed, expires, came } = row;
  const { class: kind, maker, model, calibre } = row;
  return compact({
    ...{ id: listing, side, country: whose, arm, status, standing, renewed, expires, came },
    ...{ class: kind, maker, model, calibre },
    mark: marks.get(listing),
    number: arm === undefined ? undefined : numbers.get(arm),
    partners: partners.filter((one) => one.listing === listing).length,
  });
}
