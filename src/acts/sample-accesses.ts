/**
 * Draws some lines of the access log by lot for a supervisor, who asks those who looked what for. The lot is a number that
 * the answer tells, so that anybody entitled draws the same lines again and sees that none was passed over.
 *
 * @clause J-04, J-11
 */
import { z } from 'zod';
import { isRefusal } from '../domain/base/refusal.ts';
import { sampleAccesses as drawLines } from '../store/access.ts';
import { logAccess } from '../store/work.ts';
import { type AccessShown, daysOf, shownAccesses } from './list-accesses.ts';
import type { Act } from './office.ts';
import { accessOutput } from './output.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: lines drawn at once. */
export const SAMPLE_LINES_MAX = 100;
const SAMPLE_LINES_DEFAULT = 20;
const LOT_BYTES = 6;

const input = z.strictObject({
  from: z.iso.date().optional().describe('First day; a week ago where none is given.'),
  to: z.iso.date().optional(),
  size: z.int().min(1).max(SAMPLE_LINES_MAX).default(SAMPLE_LINES_DEFAULT),
  lot: z
    .int()
    .min(0)
    .max(2 ** 48)
    .optional()
    .describe('The lot of a draw that is to be repeated.'),
});
export type SampleAccesses = z.infer<typeof input>;

export type Sample = { readonly lot: number; readonly accesses: readonly AccessShown[] };

const output = z.strictObject({ lot: z.int(), accesses: z.array(accessOutput) });

export const sampleAccesses: Act<SampleAccesses, Sample> = {
  name: 'sample-accesses',
  says: 'Draw some looks by lot, to ask what they were for',
  clauses: ['ITI 15', 'own'],
  input,
  output,
  changes: false,
  async run(office, actor, { from, to, size, lot: wanted }) {
    const lot = wanted ?? Buffer.from(office.random(LOT_BYTES)).readUIntBE(0, LOT_BYTES);
    await logAccess(office.db, accessOf(office, actor, `sample-accesses (lot ${lot})`, ''));
    const days = daysOf(office, { from, to });
    if (isRefusal(days)) return days;
    const lines = await drawLines(office.db, { ...days, lot }, size);
    return { lot, accesses: await shownAccesses(office, actor, lines) };
  },
};
