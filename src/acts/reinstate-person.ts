/** Lets a suspended person in again, under the postings that were not ended meanwhile. */
import { z } from 'zod';
import { refusal } from '../domain/base/refusal.ts';
import { findSecrets, saveAccountState } from '../store/account.ts';
import type { Kept } from './append-entry.ts';
import { changeRights, keptOf } from './change-rights.ts';
import { submission, uuid } from './input.ts';
import type { Act } from './office.ts';
import { keptOutput } from './output.ts';

const input = z.strictObject({ ...submission, account: uuid });
export type ReinstatePerson = z.infer<typeof input>;

export const reinstatePerson: Act<ReinstatePerson, Kept> = {
  name: 'reinstate-person',
  says: 'Let a suspended person in again',
  clauses: ['own'],
  input,
  output: keptOutput,
  changes: true,
  async run(office, actor, { account, ...submitted }) {
    const done = await changeRights(office, actor, submitted, 'reinstate-person', async (tx) => {
      if (account === actor.operator) return refusal('own-rights');
      const found = await findSecrets(tx, account);
      if (!found) return refusal('account-unknown', { account });
      if (found.state !== 'suspended') return refusal('account-not-suspended', { account });
      // Whoever never set a password still has to, by a new link.
      await saveAccountState(tx, account, found.passwordHash === undefined ? 'invited' : 'active');
      return { subject: account, events: [{ type: 'person-reinstated', account }] };
    });
    return keptOf(done);
  },
};
