/**
 * Brings a person in: a login, a name that stands where it can be erased, a language, a first posting, and a one-time link
 * that is handed over in person, since nothing here sends mail. The ledger holds the account's id and a salted digest of
 * the name.
 *
 * @clause J-02, J-05
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { canonicalText } from '../domain/ledger/canonical.ts';
import { commitment, SALT_BYTES } from '../domain/ledger/hash.ts';
import { insertAccount, saveAccountName } from '../store/account.ts';
import type { Statements } from '../store/database.ts';
import type { Kept } from './append-entry.ts';
import { changeRights } from './change-rights.ts';
import { type HandedOut, handOutLink } from './hand-out-link.ts';
import { submission } from './input.ts';
import { type Act, newId, nowOf, type Office } from './office.ts';
import { id, instant, keptOutput } from './output.ts';
import { post, postingShape } from './post-person.ts';

/** Named limit: characters of a person's name. */
export const NAME_LENGTH_MAX = 120;

export const personName = z.string().trim().min(1).max(NAME_LENGTH_MAX);
export const login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9.-]{0,38}[a-z0-9]$/, {
    message: 'Expected a login of 2 to 40 small letters a to z, digits, dots or dashes.',
  });

const input = z.strictObject({
  ...submission,
  login,
  name: personName.describe('As it is shown; kept apart from the ledger, where it can be erased.'),
  language: z.enum(['en', 'fr', 'ar']).default('en'),
  posting: postingShape.optional().describe('The first posting.'),
});
export type AddPerson = z.infer<typeof input>;

export type PersonAdded = Kept & HandedOut & { readonly account: string };

export const addPerson: Act<AddPerson, PersonAdded> = {
  name: 'add-person',
  says: 'Bring a person in, with a first posting and a one-time link',
  clauses: ['ITI 15', 'own'],
  input,
  output: keptOutput.extend({
    account: id,
    token: z.string().optional().describe('Secret of the one-time link, shown once.'),
    expires: instant.optional(),
  }),
  changes: true,
  async run(office, actor, { login: wanted, name, language, posting, ...submitted }) {
    let link: HandedOut = {};
    const done = await changeRights(office, actor, submitted, 'add-person', async (tx) => {
      const account = { id: newId(office), login: wanted, language, created: nowOf(office) };
      const { id } = account;
      if (!(await insertAccount(tx, { ...account, state: 'invited', mustChange: false })))
        return refusal('login-taken', { login: wanted });
      const person = await saveName(tx, office, id, name);
      if (isRefusal(person)) return person;
      const posted = posting && (await post(tx, office, actor, id, posting));
      if (isRefusal(posted)) return posted;
      link = await handOutLink(tx, office, actor, {
        purpose: 'invitation',
        account: id,
        clearsSecondFactor: false,
      });
      return {
        subject: id,
        events: [{ type: 'person-added', account: id, person }, ...(posted ? [posted] : [])],
      };
    });
    if (isRefusal(done)) return done;
    return { ...done.result, account: done.result.subject, ...(done.fresh ? link : {}) };
  },
};

/** Keeps a name apart from the ledger; gives the salted digest that stands in it. */
export async function saveName(
  tx: Statements,
  office: Office,
  account: string,
  name: string,
): Promise<string | Refusal> {
  const salt = Uint8Array.from(office.random(SALT_BYTES));
  const data = canonicalText({ name });
  if (isRefusal(data)) return data;
  await saveAccountName(tx, account, { salt, name });
  return Buffer.from(commitment(salt, Buffer.from(data))).toString('hex');
}
