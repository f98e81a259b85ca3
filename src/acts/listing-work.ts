/** Kinds of the work items about listed arms and hits; each but a confirmed hit and a recovery is closed by its own act. Not an act itself. */

/** A proposed entry waits for a second officer; an entry ends soon; a listed arm was recovered. */
export const LISTING_PROPOSED_KIND = 'listing-proposed';
export const LISTING_ENDS_KIND = 'listing-ends';
export const LISTED_RECOVERED_KIND = 'listed-arm-recovered';
/** A lead; an answer that is late; the listing side said that it is live and the same. */
export const HIT_KIND = 'listing-hit';
export const HIT_LATE_KIND = 'listing-hit-late';
export const HIT_CONFIRMED_KIND = 'listing-hit-confirmed';

/** Kinds about an entry, and about a hit. */
export const LISTING_KINDS: readonly string[] = [
  LISTING_PROPOSED_KIND,
  LISTING_ENDS_KIND,
  LISTED_RECOVERED_KIND,
];
export const HIT_KINDS: readonly string[] = [HIT_KIND, HIT_LATE_KIND, HIT_CONFIRMED_KIND];
/** Kinds that nobody closes with a mere reason. */
export const SETTLED_BY_ACT: ReadonlySet<string> = new Set([
  LISTING_PROPOSED_KIND,
  LISTING_ENDS_KIND,
  LISTED_RECOVERED_KIND,
  HIT_KIND,
  HIT_LATE_KIND,
]);
