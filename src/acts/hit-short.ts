/** A hit as lists and pages tell it. Not an act itself. */
import type { Scope } from '../domain/access/scope.ts';
import { isLead } from '../domain/trace/hit.ts';
import type { ListedThing } from '../domain/trace/listing.ts';
import type { Statements } from '../store/database.ts';
import { listArmsByIds } from '../store/find.ts';
import { listContents } from '../store/listing.ts';
import type { ListedHit } from '../store/listing-hit.ts';
import { compact } from './input.ts';
import type { HitShort } from './listing-output.ts';
import { nowOf, type Office } from './office.ts';

/** State numbers of these arms, where they lie in the scope. */
export async function numbersOf(
  db: Statements,
  scope: Scope,
  arms: readonly (string | undefined)[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(arms.filter((arm) => arm !== undefined))];
  if (ids.length === 0) return new Map();
  return new Map((await listArmsByIds(db, scope, ids)).map(({ id, number }) => [id, number]));
}

/** The first number of each of these entries as it was read; those that were erased have none. */
export async function marksOf(
  db: Statements,
  listings: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const kept = listings.length === 0 ? [] : await listContents(db, [...new Set(listings)]);
  return new Map(
    kept.flatMap(({ id, content }) => {
      const [mark] = (JSON.parse(content.toString('utf8')) as ListedThing).marks;
      return mark ? [[id, mark.text]] : [];
    }),
  );
}

/** What a list looked up for all its lines: State numbers by arm, and numbers as they were read by entry. */
export type LookedUp = {
  readonly numbers: ReadonlyMap<string, string>;
  readonly marks: ReadonlyMap<string, string>;
};

/** A hit; it counts as a lead also where its entry is not live any more, whatever was answered before. */
export function hitTold(office: Office, row: ListedHit, { numbers, marks }: LookedUp): HitShort {
  const { id, listing, side, country, arm, trace, met, probability, standing, withheld, metAt, due } = row;
  const { listedAs, listingStanding, told: isTold } = row;
  return compact({
    ...{ id, listing, side, country, arm, trace, met, standing, withheld, metAt, due },
    ...{ listedAs, listingStanding, isTold },
    mark: marks.get(listing),
    number: arm === undefined ? undefined : numbers.get(arm),
    probability: probability === undefined ? undefined : probability / 1000,
    isLead: isLead(standing) || listingStanding !== 'live',
    isLate: standing === 'asked' && due !== undefined && due < nowOf(office),
  });
}
