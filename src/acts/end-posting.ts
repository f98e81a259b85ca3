/**
 * Ends a posting: from the next request of whoever works under it, it counts for nothing. The last posting of anybody who
 * can bring people in stays.
 *
 * @clause J-02
 */
import { z } from 'zod';
import { refusal } from '../domain/base/refusal.ts';
import { endPosting as endKept, findPosting } from '../store/posting.ts';
import type { Kept } from './append-entry.ts';
import { changeRights, keptOf, refuseLast } from './change-rights.ts';
import { submission, uuid } from './input.ts';
import { type Act, nowOf } from './office.ts';
import { keptOutput } from './output.ts';

const input = z.strictObject({ ...submission, posting: uuid });
export type EndPosting = z.infer<typeof input>;

export const endPosting: Act<EndPosting, Kept> = {
  name: 'end-posting',
  says: 'End a posting at once',
  clauses: ['ITI 15', 'own'],
  input,
  output: keptOutput,
  changes: true,
  async run(office, actor, { posting, ...submitted }) {
    const done = await changeRights(office, actor, submitted, 'end-posting', async (tx) => {
      const found = await findPosting(tx, posting);
      if (!found || found.ended !== undefined) return refusal('posting-unknown', { posting });
      const refused = await refuseLast(tx, office, { posting });
      if (refused) return refused;
      await endKept(tx, posting, nowOf(office));
      const { account, role } = found;
      return { subject: account, events: [{ type: 'posting-ended', posting, account, role }] };
    });
    return keptOf(done);
  },
};
