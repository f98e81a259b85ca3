/**
 * Shows hits: what was met here and looks like a listed arm, and what partners met that looks like one of ours. Each that was not
 * confirmed says that it is no ground for arrest.
 *
 * @clause C-12
 */
import { z } from 'zod';
import { isRefusal } from '../domain/base/refusal.ts';
import { HIT_STANDINGS } from '../domain/trace/hit.ts';
import { listHits as listRows } from '../store/listing-hit.ts';
import { logAccess } from '../store/work.ts';
import { hitTold, marksOf, numbersOf } from './hit-short.ts';
import { compact, text, uuid } from './input.ts';
import { hitShort } from './listing-output.ts';
import type { Act } from './office.ts';
import { id } from './output.ts';
import { accessOf, armIdOf } from './view-arm.ts';

/** Named limit: hits on one list. */
export const HITS_LISTED_MAX = 100;

const input = z.strictObject({
  standing: z.enum(HIT_STANDINGS).optional(),
  waiting: z.boolean().default(false).describe('Only those that nobody has answered for good.'),
  side: z.enum(['finder', 'lister']).optional(),
  listing: uuid.optional(),
  arm: text.optional().describe('Only those in which this arm was met: its id or State number.'),
  limit: z.int().min(1).max(HITS_LISTED_MAX).default(25),
  after: uuid.optional().describe('Id of the last one of the page before.'),
});
export type ListHits = z.infer<typeof input>;

const output = z.strictObject({
  hits: z.array(hitShort),
  next: id.optional().describe('Id to be given as "after" for the next page.'),
});
export type HitList = z.infer<typeof output>;

export const listHits: Act<ListHits, HitList> = {
  name: 'list-hits',
  says: 'Show hits on lists of lost and stolen arms',
  clauses: ['C-12'],
  input,
  output,
  changes: false,
  async run(office, actor, { limit, arm: asked, ...wanted }) {
    const arm = asked === undefined ? undefined : await armIdOf(office, actor.scope, asked);
    if (isRefusal(arm)) return arm;
    const found = await listRows(office.db, actor.scope, { ...wanted, arm, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const subjects = shown.flatMap((hit) => [hit.id, hit.arm ?? '']).filter(Boolean);
    await logAccess(office.db, accessOf(office, actor, 'list-hits', subjects.join(' ')));
    const [numbers, marks] = await Promise.all([
      numbersOf(
        office.db,
        actor.scope,
        shown.map((hit) => hit.arm),
      ),
      marksOf(
        office.db,
        shown.map((hit) => hit.listing),
      ),
    ]);
    return compact({
      hits: shown.map((hit) => hitTold(office, hit, { numbers, marks })),
      next: found.length > limit ? shown.at(-1)?.id : undefined,
    });
  },
};
