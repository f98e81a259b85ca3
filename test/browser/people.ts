/**
 * People for the journeys: somebody with a name, a language and a posting, who is signed in already. What it is to sign in
 * is walked by a journey of its own.
 */
import { keepDefaultRoles } from '../../src/acts/keep-default-roles.ts';
import { newId } from '../../src/acts/office.ts';
import { openSession } from '../../src/acts/open-session.ts';
import { statePurpose } from '../../src/acts/read-session.ts';
import { insertAccount, saveAccountName } from '../../src/store/account.ts';
import { savePosting } from '../../src/store/posting.ts';
import type { World } from '../world.ts';
import type { Session } from './browser.ts';

export type Who = {
  readonly role: string;
  readonly language?: 'en' | 'fr' | 'ar';
  /** The agency or unit of the posting; the whole State where it is left out. */
  readonly party?: string;
  readonly name?: string;
  /** What he or she works on; asked for before an arm is looked at. */
  readonly purpose?: string;
  /** False: signed in by a password alone. */
  readonly secondFactor?: boolean;
};

let people = 0;

/** A new person under a new posting, and the session that `open({ session })` takes. */
export async function signedIn(
  { office, db }: World,
  address: string,
  who: Who,
): Promise<Session & { readonly login: string }> {
  const {
    role,
    language = 'en',
    party,
    name = 'Awa Sorel',
    purpose = 'case 118/23',
    secondFactor = true,
  } = who;
  await keepDefaultRoles(office);
  const account = newId(office);
  const now = new Date(office.clock()).toISOString();
  const login = `person-${++people}`;
  await insertAccount(db, { id: account, login, state: 'active', mustChange: false, language, created: now });
  await saveAccountName(db, account, { salt: new Uint8Array(16), name });
  const posting = { id: newId(office), account, role, party, from: '2020-01-01', until: undefined };
  await savePosting(db, posting, 'console');
  const wish = { account, kind: 'whole', secondFactor, posting: posting.id } as const;
  const { token } = await openSession(db, office, wish);
  await statePurpose(office, token, purpose);
  return { token, address, login };
}
