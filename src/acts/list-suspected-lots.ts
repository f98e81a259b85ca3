/**
 * Shows recoveries whose makers, letters and numbers lie close together: they may come from one consignment, of which the
 * exporting State is asked once. A proposal to a person; nobody is asked by itself.
 *
 * @clause C-17
 */
import { z } from 'zod';
import { type SuspectedLot, suspectLots } from '../domain/trace/lots.ts';
import { listRecoveredNumbers } from '../store/trace-lists.ts';
import { logAccess } from '../store/work.ts';
import { text } from './input.ts';
import type { Act } from './office.ts';
import { id } from './output.ts';
import { pageOf } from './page-of.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: lots on one list. */
export const LOTS_LISTED_MAX = 50;

const input = z.strictObject({
  limit: z.int().min(1).max(LOTS_LISTED_MAX).default(LOTS_LISTED_MAX),
  after: text.optional().describe('What the page before gave as "next".'),
});
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
  next: text.optional().describe('To be given as "after" for the next page.'),
});
export type SuspectedLots = z.infer<typeof output>;

export const listSuspectedLots: Act<z.infer<typeof input>, SuspectedLots> = {
  name: 'list-suspected-lots',
  says: 'Show recoveries whose numbers point to one consignment',
  clauses: ['C-17'],
  input,
  output,
  changes: false,
  async run(office, actor, { limit, after }) {
    const all = suspectLots(await listRecoveredNumbers(office.db, actor.scope));
    const { page: lots, next } = pageOf(all, { limit, after }, keyOf);
    const traces = lots.flatMap((lot) => lot.traces);
    await logAccess(office.db, accessOf(office, actor, 'list-suspected-lots', traces.join(' ')));
    return {
      lots: lots.map((lot) => ({ ...lot, traces: [...lot.traces] })),
      ...(next === undefined ? {} : { next }),
    };
  },
};

/** A lot by where it begins; the list is made anew for each page. */
function keyOf({ maker, prefix, digits, from }: SuspectedLot): string {
  return [maker, prefix, digits, from].join(' ');
}
