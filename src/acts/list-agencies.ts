/**
 * Shows the agencies, units, depots, courts and laboratories that stand, or all there ever were, and where it is asked for
 * what became of them; the look is logged.
 *
 * @clause PoA II.10
 */
import { z } from 'zod';
import { seesParty } from '../domain/access/scope.ts';
import type { Happened } from '../domain/base/happened.ts';
import { isAgency, type Party, type PartyEvent } from '../domain/custody/party.ts';
import { listAgencies as listKept } from '../store/agency.ts';
import type { Statements } from '../store/database.ts';
import { listEntriesOf } from '../store/ledger.ts';
import { logAccess } from '../store/work.ts';
import { uuid, words } from './input.ts';
import type { Act } from './office.ts';
import { happened, id, instant, partyOutput } from './output.ts';
import { accessOf } from './view-arm.ts';

/** Named limits: agencies on one page, ids that a question may name, and agencies whose history is told at once. */
export const AGENCIES_LISTED_MAX = 500;
export const AGENCIES_NAMED_MAX = 500;
export const HISTORIES_MAX = 20;
/** Named limit: events of a history. */
const HISTORY_MAX = 200;

const ids = z.array(uuid).max(AGENCIES_NAMED_MAX);
const input = z.strictObject({
  gone: z.boolean().default(false).describe('Those merged or disbanded too.'),
  ids: ids.optional().describe('Only these.'),
  name: words.optional().describe('Only those of this name: the whole of it, however it is written.'),
  top: z.boolean().default(false).describe('Only what is part of nothing.'),
  below: z
    .union([uuid, ids])
    .optional()
    .describe('Only what is placed directly under this one, or under one of these.'),
  into: uuid.optional().describe('Only what was merged into this one.'),
  history: z.boolean().default(false).describe(`Tells what became of each, of the first ${HISTORIES_MAX}.`),
  after: uuid.optional().describe('Id of the last one of the page before.'),
  limit: z.int().min(1).max(AGENCIES_LISTED_MAX).default(100),
});
export type ListAgencies = z.infer<typeof input>;

/** What happened to an agency, or a court's order about it, and when it was recorded. */
export type AgencyEvent = Pick<PartyEvent, 'happened' | 'name' | 'parent' | 'into'> & {
  readonly type: PartyEvent['type'] | 'court-order';
  readonly recorded: string;
};
type KeptOrder = Pick<AgencyEvent, 'name' | 'parent' | 'into'> & {
  readonly type: 'court-order';
  readonly order: { readonly date: Happened };
};
export type AgencyShown = Omit<Party, 'names'> & { readonly history?: readonly AgencyEvent[] };
export type Agencies = {
  readonly agencies: readonly AgencyShown[];
  readonly next: string | undefined;
};

const event = z.strictObject({
  type: z.string(),
  happened,
  name: z.string().optional(),
  parent: id.optional(),
  into: id.optional(),
  recorded: instant,
});
const output = z.strictObject({
  agencies: z.array(partyOutput.omit({ names: true }).extend({ history: z.array(event).optional() })),
  next: id.optional(),
});

export const listAgencies: Act<ListAgencies, Agencies> = {
  name: 'list-agencies',
  says: 'Show the agencies and units',
  clauses: ['PoA II.10'],
  input,
  output,
  changes: false,
  async run(office, actor, { below, history, ...wanted }) {
    const above = typeof below === 'string' ? [below] : below;
    const kept = await listKept(office.db, { ...wanted, below: above });
    const shown = kept.filter((party) => isAgency(party) && seesParty(actor.scope, party));
    await logAccess(
      office.db,
      accessOf(office, actor, 'list-agencies', shown.map((party) => party.id).join(' ')),
    );
    const agencies: AgencyShown[] = [];
    for (const [n, { names: _names, ...party }] of shown.entries()) {
      const told = history && n < HISTORIES_MAX;
      agencies.push(told ? { ...party, history: await historyOf(office.db, party.id) } : party);
    }
    return { agencies, next: kept.length === wanted.limit ? kept.at(-1)?.id : undefined };
  },
};

/** What stands of an agency in the ledger, in the order in which it was recorded. */
async function historyOf(db: Statements, agency: string): Promise<readonly AgencyEvent[]> {
  const entries = await listEntriesOf(db, agency);
  return entries.slice(0, HISTORY_MAX).flatMap(({ body }) => {
    const { recorded, events } = JSON.parse(body.toString('utf8')) as {
      readonly recorded: string;
      readonly events: readonly (PartyEvent | KeptOrder)[];
    };
    return events.map((event) => {
      const { type, name, parent, into } = event;
      return {
        type,
        happened: type === 'court-order' ? event.order.date : event.happened,
        ...(name === undefined ? {} : { name }),
        ...(parent === undefined ? {} : { parent }),
        ...(into === undefined ? {} : { into }),
        recorded,
      };
    });
  });
}
