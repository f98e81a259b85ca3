/**
 * Proposes that an arm recorded as lost or stolen be published to chosen partners. What it tells is taken from the record of the
 * arm: its numbers as they were read, and no owner unless somebody decides so. A second officer confirms it.
 *
 * @clause C-12, E-04
 */
import { z } from 'zod';
import { parseHappened, UNKNOWN_TIME } from '../domain/base/happened.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import type { ArmState } from '../domain/custody/arm-state.ts';
import type { RecordedEvent } from '../domain/custody/event.ts';
import { armState } from '../domain/custody/fold.ts';
import { sentMarks } from '../domain/trace/chain.ts';
import { LISTED_AS, type ListedThing, lastDayOf, listedAs, numbersTold } from '../domain/trace/listing.ts';
import type { Tx } from '../store/database.ts';
import { listBodiesOf } from '../store/ledger.ts';
import { findListingOfArm, type ListingRow } from '../store/listing.ts';
import { listParties } from '../store/party.ts';
import { findPeer } from '../store/peer.ts';
import { logAccess, openWork } from '../store/work.ts';
import { beginListingInside, type ListingReceipt, onceKept } from './change-listing.ts';
import { saltedBytes, saltedWords } from './change-trace.ts';
import { compact, NOTE_MAX, submission, text, uuid } from './input.ts';
import { listingReceiptOutput } from './listing-output.ts';
import { LISTED_MARKS_MAX } from './listing-shapes.ts';
import { LISTING_PROPOSED_KIND } from './listing-work.ts';
import { isNeverListed } from './never-listed.ts';
import { type Act, type Actor, newId, nowOf, type Office } from './office.ts';
import { eventsOfBody } from './seal.ts';
import { undo } from './undone.ts';
import { accessOf, armIdOf } from './view-arm.ts';

/** Named limit: partners of one entry. */
export const LISTING_PARTNERS_MAX = 50;

const input = z.strictObject({
  ...submission,
  arm: text.describe('Id or State number of the arm.'),
  status: z.enum(LISTED_AS).optional().describe('Left out: as its record says.'),
  reference: text.optional().describe('Number of the case; of a theft that of the complaint.'),
  ground: text.min(1).describe('The law or decision on which it is published.'),
  place: text.optional().describe('Where it went missing, as far as partners may know it.'),
  tellsOwner: z.boolean().default(false).describe('Partners learn which agency owns it.'),
  partners: z.array(uuid).min(1).max(LISTING_PARTNERS_MAX).describe('Nodes of the partners that it goes to.'),
  expires: z.iso.date().optional().describe('Its last day unless it is renewed.'),
  words: z.string().trim().max(NOTE_MAX).optional().describe('For the second officer; goes to nobody else.'),
});
export type ProposeListing = z.infer<typeof input>;

export const proposeListing: Act<ProposeListing, ListingReceipt> = {
  name: 'propose-listing',
  says: 'Propose that a lost or stolen arm be published to partners',
  clauses: ['C-12', 'E-04'],
  input,
  output: listingReceiptOutput,
  changes: true,
  async run(office, actor, wanted) {
    const arm = await armIdOf(office, actor.scope, wanted.arm);
    await logAccess(office.db, accessOf(office, actor, 'propose-listing', isRefusal(arm) ? '' : arm));
    if (isRefusal(arm)) return arm;
    return onceKept(office, actor, { act: wanted.act, kind: 'propose-listing' }, (tx, act) =>
      propose(tx, office, actor, { ...wanted, act, arm }),
    );
  },
};

async function propose(
  tx: Tx,
  office: Office,
  actor: Actor,
  wanted: ProposeListing & { readonly act: string },
): Promise<ListingReceipt> {
  const { act, device, arm, words } = wanted;
  const standing = await findListingOfArm(tx, arm);
  if (standing) return undo(refusal('listing-known', { listing: standing }));
  if (await isNeverListed(tx, arm)) return undo(refusal('listing-never'));
  const partners = [...new Set(wanted.partners)];
  for (const peer of partners)
    if (!(await findPeer(tx, peer))) return undo(refusal('peer-unknown', { peer }));
  const { bodies } = await listBodiesOf(tx, arm);
  const events = bodies.flatMap(eventsOfBody);
  const state = armState(events);
  const thing = thingOf(state, events, wanted, await ownerName(tx, state));
  if (isRefusal(thing)) return undo(thing);
  const came = nowOf(office);
  const content = saltedBytes(office, thing);
  const salted = words ? saltedWords(office, words) : undefined;
  const expires = lastDayOf(thing.status, came, wanted.expires);
  const listing = newId(office);
  const { class: kind, maker, model, calibre, country: madeIn } = thing;
  const row: ListingRow = {
    ...{ id: listing, side: 'own', peer: undefined, theirs: undefined, country: undefined, arm },
    ...{ listedAs: thing.status, standing: 'proposed', renewed: 0, expires, came, touched: came },
    ...{ class: kind, maker, model, calibre, madeIn },
  };
  const receipt = await beginListingInside(tx, office, actor, {
    ...{ act, device, kind: 'propose-listing', row },
    decided: {
      events: [
        compact({
          type: 'listing-proposed' as const,
          ...{ arm, status: thing.status, content: content.digest, partners, expires },
          tellsOwner: wanted.tellsOwner,
          words: salted?.digest,
        }),
      ],
      ...{ thing, content },
      ...(salted ? { words: salted } : {}),
    },
  });
  const item = { subject: arm, id: newId(office), kind: LISTING_PROPOSED_KIND, severity: 'high' };
  await openWork(tx, [{ ...item, entry: receipt.entry, against: listing, opened: came, due: undefined }]);
  return receipt;
}

/** What the entry tells, from the record of the arm; the event that it went missing says when. */
function thingOf(
  state: ArmState,
  events: readonly RecordedEvent[],
  { status: wished, reference, ground, place }: ProposeListing,
  owner: string | undefined,
): ListedThing | Refusal {
  const recorded = listedAs(state.status);
  if (!recorded) return refusal('listing-not-missing', { status: state.status });
  const status = wished ?? recorded;
  if (!reference) return refusal('listing-reference-missing');
  const marks = numbersTold(sentMarks(state.marks)).slice(0, LISTED_MARKS_MAX);
  if (marks.length === 0) return refusal('listing-number-missing');
  const lost = events.findLast(({ type }) => MISSING_EVENTS.has(type));
  const happened = parseHappened(lost?.happened ?? '') ?? UNKNOWN_TIME;
  const { class: kind, maker, model, calibre, country } = state.description;
  return compact({
    ...{ status, happened, place, class: kind, maker, model, calibre, country },
    ...{ marks, owner, reference, ground },
  });
}

const MISSING_EVENTS: ReadonlySet<string> = new Set([
  'lost',
  'stolen',
  'lost-in-combat',
  'captured-in-combat',
]);

async function ownerName(tx: Tx, { now }: ArmState): Promise<string | undefined> {
  const owner = now.owner ?? now.unit;
  const party = owner === undefined ? undefined : (await listParties(tx, [owner])).get(owner);
  // A person is no agency, and no name of one goes anywhere.
  return party?.name || undefined;
}
