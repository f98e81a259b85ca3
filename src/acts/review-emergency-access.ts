/**
 * A supervisor says whether an emergency access was justified, and why. Nobody reviews his or her own. Where it was not,
 * it ends at once if its hour still runs.
 *
 * @clause J-02, J-11
 */
import { z } from 'zod';
import { refusal } from '../domain/base/refusal.ts';
import { findEmergency, saveReview } from '../store/emergency.ts';
import { closeWork } from '../store/work.ts';
import type { Kept } from './append-entry.ts';
import { changeRights, keptOf } from './change-rights.ts';
import { NOTE_MAX, submission, uuid } from './input.ts';
import { type Act, nowOf } from './office.ts';
import { keptOutput } from './output.ts';

const input = z.strictObject({
  ...submission,
  emergency: uuid,
  verdict: z.enum(['justified', 'not-justified']),
  words: z.string().trim().min(3).max(NOTE_MAX).describe('What was looked at, and what follows.'),
});
export type ReviewEmergencyAccess = z.infer<typeof input>;

export const reviewEmergencyAccess: Act<ReviewEmergencyAccess, Kept> = {
  name: 'review-emergency-access',
  says: 'Say whether an emergency access was justified',
  clauses: ['ITI 15', 'own'],
  input,
  output: keptOutput,
  changes: true,
  async run(office, actor, { emergency, verdict, words, ...submitted }) {
    const done = await changeRights(office, actor, submitted, 'review-emergency-access', async (tx) => {
      const found = await findEmergency(tx, emergency);
      if (!found) return refusal('emergency-unknown', { emergency });
      if (found.account === actor.operator) return refusal('own-rights');
      const at = nowOf(office);
      if (!(await saveReview(tx, emergency, { at, by: actor.operator, verdict, words })))
        return refusal('emergency-reviewed', { emergency });
      await closeWork(tx, found.arm, emergency, at);
      return { subject: emergency, events: [{ type: 'emergency-reviewed', emergency, verdict }] };
    });
    return keptOf(done);
  },
};
