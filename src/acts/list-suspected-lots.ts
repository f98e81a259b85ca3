/**
 * Shows recoveries whose makers, letters and numbers lie close together: they may come from one consignment, of which the
 * exporting State is asked once. A proposal to a person; nobody is asked by itself.
 *
 * @clause C-17
 */
import { z } from 'zod';
import { suspectLots } from '../domain/trace/lots.ts';
import { listRecoveredNumbers } from '../store/trace-lists.ts';
import { logAccess } from '../store/work.ts';
import type { Act } from './office.ts';
import { id } from './output.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: lots on one list. */
export const LOTS_LISTED_MAX = 50;

const input = z.strictObject({});
const output = z.strictObject({
  lots: z.array(
    z.strictObject({
      maker: z.string(),
      prefix: z.string(),
      digits: z.int(),
      from: z.int(),
      to: z.int(),
      traces: z.array(id),
    }),
  ),
});
export type SuspectedLots = z.infer<typeof output>;

export const listSuspectedLots: Act<z.infer<typeof input>, SuspectedLots> = {
  name: 'list-suspected-lots',
  says: 'Show recoveries whose numbers point to one consignment',
  clauses: ['C-17'],
  input,
  output,
  changes: false,
  async run(office, actor) {
    const lots = suspectLots(await listRecoveredNumbers(office.db, actor.scope)).slice(0, LOTS_LISTED_MAX);
    const traces = lots.flatMap((lot) => lot.traces);
    await logAccess(office.db, accessOf(office, actor, 'list-suspected-lots', traces.join(' ')));
    return { lots: lots.map((lot) => ({ ...lot, traces: [...lot.traces] })) };
  },
};
