/**
 * Suspends a person: no further request and no sign-in from this moment, open links void. The last active administrator
 * stays, and nobody suspends himself or herself.
 *
 * @clause J-02
 */
import { z } from 'zod';
import { refusal } from '../domain/base/refusal.ts';
import { findAccount, saveAccountState } from '../store/account.ts';
import { deleteLinksOf } from '../store/link.ts';
import { deleteSessionsOf } from '../store/session.ts';
import type { Kept } from './append-entry.ts';
import { changeRights, keptOf, refuseLast } from './change-rights.ts';
import { submission, uuid } from './input.ts';
import type { Act } from './office.ts';
import { keptOutput } from './output.ts';

const input = z.strictObject({ ...submission, account: uuid });
export type SuspendPerson = z.infer<typeof input>;

export const suspendPerson: Act<SuspendPerson, Kept> = {
  name: 'suspend-person',
  says: 'Suspend a person at once',
  clauses: ['ITI 15', 'own'],
  input,
  output: keptOutput,
  changes: true,
  async run(office, actor, { account, ...submitted }) {
    const done = await changeRights(office, actor, submitted, 'suspend-person', async (tx) => {
      if (account === actor.operator) return refusal('own-rights');
      const found = await findAccount(tx, account);
      if (!found) return refusal('account-unknown', { account });
      if (found.state === 'suspended') return refusal('account-suspended', { account });
      const refused = await refuseLast(tx, office, { account });
      if (refused) return refused;
      await saveAccountState(tx, account, 'suspended');
      await deleteSessionsOf(tx, account);
      await deleteLinksOf(tx, account);
      return { subject: account, events: [{ type: 'person-suspended', account }] };
    });
    return keptOf(done);
  },
};
