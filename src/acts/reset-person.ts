/**
 * Gives a person a way back in: a one-time link that is handed over in person, and where the second factor was lost, sets
 * it up anew. Whoever is signed in under the account is signed out. Nobody does so for himself or herself.
 *
 * @clause J-02
 */
import { z } from 'zod';
import { isRefusal, refusal } from '../domain/base/refusal.ts';
import { findAccount } from '../store/account.ts';
import { deleteSessionsOf } from '../store/session.ts';
import type { Kept } from './append-entry.ts';
import { changeRights } from './change-rights.ts';
import { type HandedOut, handOutLink } from './hand-out-link.ts';
import { submission, uuid } from './input.ts';
import type { Act } from './office.ts';
import { instant, keptOutput } from './output.ts';

const input = z.strictObject({
  ...submission,
  account: uuid,
  secondFactor: z
    .boolean()
    .default(false)
    .describe('True: the second factor is lost too and is set up anew.'),
});
export type ResetPerson = z.infer<typeof input>;

export const resetPerson: Act<ResetPerson, Kept & HandedOut> = {
  name: 'reset-person',
  says: 'Give a person a one-time link to set a new password',
  clauses: ['own'],
  input,
  output: keptOutput.extend({
    token: z.string().optional().describe('Secret of the one-time link, shown once.'),
    expires: instant.optional(),
  }),
  changes: true,
  async run(office, actor, { account, secondFactor, ...submitted }) {
    let link: HandedOut = {};
    const done = await changeRights(office, actor, submitted, 'reset-person', async (tx) => {
      if (account === actor.operator) return refusal('own-rights');
      const found = await findAccount(tx, account);
      if (!found) return refusal('account-unknown', { account });
      if (found.state === 'suspended') return refusal('account-suspended', { account });
      await deleteSessionsOf(tx, account);
      const purpose = found.state === 'invited' ? 'invitation' : 'reset';
      link = await handOutLink(tx, office, actor, { purpose, account, clearsSecondFactor: secondFactor });
      return { subject: account, events: [{ type: 'person-reset', account, secondFactor }] };
    });
    return isRefusal(done) ? done : { ...done.result, ...(done.fresh ? link : {}) };
  },
};
