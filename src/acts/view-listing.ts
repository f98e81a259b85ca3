/**
 * Shows an entry of a list: what it tells, how it stands, to whom it went and who proved that it cancelled, its hits and its
 * history. Words beside it are for those who see cases.
 *
 * @clause C-12, E-04, J-04
 */
import { z } from 'zod';
import { isRefusal, refusal } from '../domain/base/refusal.ts';
import { foldListing, listedAs, refuseConfirming } from '../domain/trace/listing.ts';
import { findListing, findStatus, listListingWords, listPartners } from '../store/listing.ts';
import { listHits } from '../store/listing-hit.ts';
import { findSent } from '../store/outbox.ts';
import { logAccess } from '../store/work.ts';
import { namesOfOperators } from './account-names.ts';
import { listingEvents, readThing } from './change-listing.ts';
import { hitTold, marksOf, numbersOf } from './hit-short.ts';
import { compact, uuid } from './input.ts';
import { shortOf } from './list-listings.ts';
import { type ListingView, listingViewOutput } from './listing-output.ts';
import type { Act, Actor, Office } from './office.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: hits on the page of one entry. */
const HITS_SHOWN_MAX = 50;

const input = z.strictObject({ listing: uuid });

export const viewListing: Act<z.infer<typeof input>, ListingView> = {
  name: 'view-listing',
  says: 'Show an entry of a list of lost and stolen arms',
  clauses: ['C-12'],
  input,
  output: listingViewOutput,
  changes: false,
  async run(office, actor, { listing }) {
    const row = await findListing(office.db, actor.scope, listing);
    const subjects = [listing, row?.arm ?? ''].join(' ').trim();
    await logAccess(office.db, accessOf(office, actor, 'view-listing', subjects));
    return row ? viewOf(office, actor, row) : refusal('listing-unknown', { listing });
  },
};

async function viewOf(
  office: Office,
  actor: Actor,
  row: NonNullable<Awaited<ReturnType<typeof findListing>>>,
): Promise<ListingView> {
  const { db } = office;
  const { scope } = actor;
  const { id: listing, arm } = row;
  const [events, thing, partners, hits, words, status] = await Promise.all([
    listingEvents(db, listing),
    readThing(db, listing),
    listPartners(db, [listing]),
    listHits(db, scope, { listing, limit: HITS_SHOWN_MAX }),
    scope.sees.has('case') ? listListingWords(db, listing) : new Map<string, string>(),
    arm === undefined ? undefined : findStatus(db, arm),
  ]);
  const state = foldListing(events)!;
  const [marks, numbers, names, told] = await Promise.all([
    marksOf(db, [listing]),
    numbersOf(db, scope, [arm, ...hits.map((hit) => hit.arm)]),
    namesOfOperators(
      office,
      events.map(({ operator }) => operator),
      scope.sees.has('operator'),
    ),
    Promise.all(
      partners.map(async ({ peer: node, country, sent, message, at, cancelTold }) => {
        const receipt = message === undefined ? undefined : (await findSent(db, node, message))?.result;
        return compact({ node, country, sent, at, cancelTold, receipt: receipt ?? undefined });
      }),
    ),
  ]);
  const lookedUp = { numbers, marks };
  const countries = new Map(partners.map(({ peer, country }) => [peer, country]));
  return compact({
    ...shortOf(row, lookedUp, partners),
    ...{ thing, tellsOwner: state.tellsOwner, told },
    recovered: status !== undefined && listedAs(status) === undefined,
    mayConfirm: !isRefusal(refuseConfirming(state, actor.operator)),
    hits: hits.map((hit) => hitTold(office, hit, lookedUp)),
    events: events.map((event) =>
      compact({
        ...{ type: event.type, at: event.recorded, by: names.get(event.operator) ?? '', entry: event.entry },
        text: 'words' in event ? words.get(event.entry) : undefined,
        reason: event.type === 'listing-cancelled' ? event.reason : undefined,
        country: 'peer' in event ? (countries.get(event.peer) ?? row.country) : undefined,
      }),
    ),
  }) as ListingView;
}
