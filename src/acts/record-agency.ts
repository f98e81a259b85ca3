/**
 * Agencies, units, depots, courts and laboratories: recorded, renamed, placed under another, merged into another,
 * disbanded. Their history stays; what was merged counts from then on as part of what it was merged into, its arms and
 * its people's reach among it. Persons and companies are not recorded here, so that whoever administers agencies touches
 * no holder.
 *
 * @clause PoA II.10, PoA II.17
 */
import { z } from 'zod';
import { refusal } from '../domain/base/refusal.ts';
import { AGENCY_KINDS, isAgency } from '../domain/custody/party.ts';
import { listParties } from '../store/party.ts';
import { happened, submission, uuid, words } from './input.ts';
import { type Act, newId } from './office.ts';
import { id } from './output.ts';
import { type PartiesKept, recordParties } from './record-party.ts';

const input = z.strictObject({
  ...submission,
  party: uuid.optional().describe('Id of the agency; made here where a new one has none.'),
  type: z
    .enum(['party-recorded', 'party-renamed', 'party-placed', 'party-merged', 'party-disbanded'])
    .default('party-recorded'),
  happened: happened.optional(),
  kind: z.enum(AGENCY_KINDS).optional(),
  name: words.optional(),
  parent: uuid.optional().describe('What it is a part of.'),
  into: uuid.optional().describe('What it was merged into.'),
  usesRegister: z.boolean().optional().describe('Confirms hand-overs in this register itself.'),
});
export type RecordAgency = z.infer<typeof input>;

export const recordAgency: Act<RecordAgency, PartiesKept> = {
  name: 'record-agency',
  says: 'Record an agency or unit, or what became of it',
  clauses: ['PoA II.10', 'PoA II.17'],
  input,
  output: z.strictObject({ act: id, parties: z.array(id) }),
  changes: true,
  async run(office, actor, { act, device: _device, ...wanted }) {
    const named = [wanted.party, wanted.parent, wanted.into].filter((id) => id !== undefined);
    for (const [id, party] of await listParties(office.db, named))
      if (!isAgency(party)) return refusal('party-no-agency', { party: id });
    return recordParties(office, actor, act ?? newId(office), [wanted]);
  },
};
