/** Corrects the name of a person who signs in. The ledger holds a salted digest of it. */
import { z } from 'zod';
import { isRefusal, refusal } from '../domain/base/refusal.ts';
import { findAccount } from '../store/account.ts';
import { personName, saveName } from './add-person.ts';
import type { Kept } from './append-entry.ts';
import { changeRights, keptOf } from './change-rights.ts';
import { submission, uuid } from './input.ts';
import type { Act } from './office.ts';
import { keptOutput } from './output.ts';

const input = z.strictObject({ ...submission, account: uuid, name: personName });
export type RenamePerson = z.infer<typeof input>;

export const renamePerson: Act<RenamePerson, Kept> = {
  name: 'rename-person',
  says: 'Correct the name of a person',
  clauses: ['own'],
  input,
  output: keptOutput,
  changes: true,
  async run(office, actor, { account, name, ...submitted }) {
    const done = await changeRights(office, actor, submitted, 'rename-person', async (tx) => {
      if (!(await findAccount(tx, account))) return refusal('account-unknown', { account });
      const person = await saveName(tx, office, account, name);
      if (isRefusal(person)) return person;
      return { subject: account, events: [{ type: 'person-renamed', account, person }] };
    });
    return keptOf(done);
  },
};
