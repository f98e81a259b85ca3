/** Finds agencies, units and companies by name; persons are found only where the search for them is logged as such. */
import type { Party } from '../domain/custody/party.ts';
import { findPartiesByName, findPersonsByName, listParties } from '../store/party.ts';
import { logAccess } from '../store/work.ts';
import type { Actor, Office } from './office.ts';
import { accessOf } from './view-arm.ts';

/** Parties of a name; where no body bears it, persons. */
export async function findParties(office: Office, actor: Actor, name: string): Promise<readonly Party[]> {
  const bodies = await findPartiesByName(office.db, name);
  if (bodies.length > 0) return bodies;
  const persons = await findPersonsByName(office.db, name);
  await logAccess(office.db, accessOf(office, actor, 'find-persons', persons.join(' ')));
  return [...(await listParties(office.db, persons)).values()];
}
