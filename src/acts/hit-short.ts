/** A hit as lists and pages tell it. Not an act itself. */
import type { Scope } from '../domain/access/scope.ts';
import { isLead } from '../domain/trace/hit.ts';
import type { Statements } from '../store/database.ts';
import { listArmsByIds } from '../store/find.ts';
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

/** A hit; it counts as a lead also where its entry is not live any more, whatever was answered before. */
export function hitTold(office: Office, row: ListedHit, numbers: ReadonlyMap<string, string>): HitShort {
  const { id, listing, side, country, arm, trace, met, probability, standing, withheld, metAt, due } = row;
  const { listedAs, listingStanding, told: isTold } = row;
  return compact({
    ...{ id, listing, side, country, arm, trace, met, standing, withheld, metAt, due },
    ...{ listedAs, listingStanding, isTold },
    number: arm === undefined ? undefined : numbers.get(arm),
    probability: probability === undefined ? undefined : probability / 1000,
    isLead: isLead(standing) || listingStanding !== 'live',
    isLate: standing === 'asked' && due !== undefined && due < nowOf(office),
  });
}
