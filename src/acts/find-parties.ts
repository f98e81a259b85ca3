/** Finds agencies, units and companies by name; persons are found only by the entitled, and the search for them is logged as such. */
import { z } from 'zod';
import { seesParty } from '../domain/access/scope.ts';
import type { Party } from '../domain/custody/party.ts';
import { findPartiesByName, findPersonsByName, listParties, NAMESAKES_MAX } from '../store/party.ts';
import { logAccess } from '../store/work.ts';
import { words } from './input.ts';
import type { Act } from './office.ts';
import { partyOutput } from './output.ts';
import { accessOf } from './view-arm.ts';

const CURSOR = /^(bodies|persons)\/([0-9a-f-]{36})$/;

const input = z.strictObject({
  name: words.describe('Whole name, however it is written.'),
  after: z.string().regex(CURSOR).optional().describe('Cursor of the page before.'),
});
export type FindParties = z.infer<typeof input>;

export type PartiesFound = { readonly parties: readonly Party[]; readonly next: string | undefined };

const output = z.strictObject({
  parties: z.array(partyOutput),
  next: z.string().optional().describe('Cursor of the next page: give it as "after".'),
});

/** Parties of a name; where no body bears it, persons. */
export const findParties: Act<FindParties, PartiesFound> = {
  name: 'find-parties',
  says: 'Find an agency, a unit, a company or a person by name',
  clauses: ['PoA II.9'],
  input,
  output,
  changes: false,
  async run(office, actor, { name, after }) {
    const [, kind, last] = CURSOR.exec(after ?? '') ?? [];
    if (kind !== 'persons') {
      const found = await findPartiesByName(office.db, name, last);
      const parties = found.filter((party) => seesParty(actor.scope, party));
      const next = found.length === NAMESAKES_MAX ? `bodies/${found.at(-1)!.id}` : undefined;
      const isPersons = kind === undefined && parties.length === 0 && next === undefined;
      if (!isPersons || !actor.scope.sees.has('holder')) return { parties, next };
    }
    const persons = actor.scope.sees.has('holder') ? await findPersonsByName(office.db, name, last) : [];
    await logAccess(office.db, accessOf(office, actor, 'find-persons', persons.join(' ')));
    const known = await listParties(office.db, persons);
    const next = persons.length === NAMESAKES_MAX ? `persons/${persons.at(-1)}` : undefined;
    return { parties: persons.flatMap((person) => known.get(person) ?? []), next };
  },
};
