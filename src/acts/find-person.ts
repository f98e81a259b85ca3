/**
 * Who somebody is to the acts: an account under one of its postings, or a program by its key. Asked anew at every request
 * and never remembered, so that what was ended counts for nothing from then on. Not an act itself.
 *
 * @clause A-13, J-02
 */
import { createHash } from 'node:crypto';
import { findAccountByLogin } from '../store/account.ts';
import { findWorking, findWorkingKey } from '../store/posting.ts';
import { todayOf } from './change-rights.ts';
import type { Office, Person } from './office.ts';
import { lacksFactor, type Visitor } from './read-session.ts';

/** How a key of a program begins, so that one that leaked is known for what it is. */
export const KEY_PREFIX = 'cmk_';
const KEY_SHAPE = /^cmk_[A-Za-z0-9_-]{43}$/;

/** A program that works by a key, with how many requests a minute it may make. */
export type Client = Person & { readonly perMinute: number };

/**
 * An active account under the posting asked for, or under the first it has; undefined where it has none that holds today.
 */
export async function findPerson(
  office: Office,
  account: string,
  posting?: string,
): Promise<Person | undefined> {
  const working = await findWorking(office.db.quick, account, posting, todayOf(office));
  if (!working) return undefined;
  const { name, role, parties } = working;
  return { operator: account, name, role, parties };
}

/** What somebody who is signed in may do: nothing while a role of theirs demands a second factor that was not given. */
export async function findSignedIn(office: Office, visitor: Visitor): Promise<Person | undefined> {
  return lacksFactor(visitor) ? undefined : findPerson(office, visitor.account, visitor.posting);
}

/** The id of the account with this login. */
export async function findAccountId(office: Office, login: string): Promise<string | undefined> {
  return (await findAccountByLogin(office.db, login.trim().toLowerCase()))?.id;
}

/** The program that holds this key; undefined where the key has ended, expired, or never was. One indexed query. */
export async function findClient(office: Office, secret: string): Promise<Client | undefined> {
  if (!KEY_SHAPE.test(secret)) return undefined;
  const working = await findWorkingKey(office.db.quick, hashOfKey(secret), todayOf(office));
  if (!working) return undefined;
  const { posting, client, role, parties, perMinute } = working;
  return { operator: `key:${posting}`, name: client, role, parties, perMinute };
}

/** What is kept of a key. */
export function hashOfKey(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
