/** Finds agencies, units and companies by name; persons are found only by the entitled, and the search for them is logged as such. */
import { z } from 'zod';
import { seesParty } from '../domain/access/scope.ts';
import type { Party } from '../domain/custody/party.ts';
import { findPartiesByName, findPersonsByName, listParties } from '../store/party.ts';
import { logAccess } from '../store/work.ts';
import { words } from './input.ts';
import type { Act } from './office.ts';
import { partyOutput } from './output.ts';
import { accessOf } from './view-arm.ts';

const input = z.strictObject({ name: words.describe('Whole name, however it is written.') });
export type FindParties = z.infer<typeof input>;

/** Parties of a name; where no body bears it, persons. */
export const findParties: Act<FindParties, readonly Party[]> = {
  name: 'find-parties',
  says: 'Find an agency, a unit, a company or a person by name',
  clauses: ['PoA II.9'],
  input,
  output: z.array(partyOutput),
  changes: false,
  async run(office, actor, { name }) {
    const bodies = (await findPartiesByName(office.db, name)).filter((party) =>
      seesParty(actor.scope, party),
    );
    if (bodies.length > 0 || !actor.scope.sees.has('holder')) return bodies;
    const persons = await findPersonsByName(office.db, name);
    await logAccess(office.db, accessOf(office, actor, 'find-persons', persons.join(' ')));
    return [...(await listParties(office.db, persons)).values()];
  },
};
