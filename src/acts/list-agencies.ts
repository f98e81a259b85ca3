/** Shows the agencies, units, depots, courts and laboratories that stand, or all there ever were; the look is logged. */
import { z } from 'zod';
import { seesParty } from '../domain/access/scope.ts';
import { isAgency, type Party } from '../domain/custody/party.ts';
import { listAgencies as listKept } from '../store/party.ts';
import { logAccess } from '../store/work.ts';
import { uuid } from './input.ts';
import type { Act } from './office.ts';
import { id, partyOutput } from './output.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: agencies on one page. */
export const AGENCIES_LISTED_MAX = 500;

const input = z.strictObject({
  gone: z.boolean().default(false).describe('Those merged or disbanded too.'),
  below: uuid.optional().describe('Only what is placed directly under this one.'),
  after: uuid.optional().describe('Id of the last one of the page before.'),
  limit: z.int().min(1).max(AGENCIES_LISTED_MAX).default(100),
});
export type ListAgencies = z.infer<typeof input>;

export type Agencies = {
  readonly agencies: readonly Omit<Party, 'names'>[];
  readonly next: string | undefined;
};

const output = z.strictObject({ agencies: z.array(partyOutput.omit({ names: true })), next: id.optional() });

export const listAgencies: Act<ListAgencies, Agencies> = {
  name: 'list-agencies',
  says: 'Show the agencies and units',
  clauses: ['PoA II.10'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    const kept = await listKept(office.db, wanted);
    const shown = kept.filter((party) => isAgency(party) && seesParty(actor.scope, party));
    await logAccess(
      office.db,
      accessOf(office, actor, 'list-agencies', shown.map((party) => party.id).join(' ')),
    );
    return {
      agencies: shown.map(({ names: _names, ...party }) => party),
      next: kept.length === wanted.limit ? kept.at(-1)?.id : undefined,
    };
  },
};
