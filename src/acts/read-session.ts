/**
 * Who is at the door: read anew at every request and never kept in memory, so that an ended session, a suspended account
 * or an ended posting counts from the next request on. Not an act itself.
 *
 * @clause A-13, J-02
 */
import { saveLanguage } from '../store/account.ts';
import { findSession, savePurposeOfSession, type Visitor } from '../store/session.ts';
import type { Office } from './office.ts';
import { PURPOSE_LENGTH_MAX } from './perform.ts';
import { hashOfToken } from './token.ts';

export type { Visitor } from '../store/session.ts';

/**
 * Whoever holds this token at this moment; undefined where nobody does.
 * @unit now: milliseconds since 1970
 */
export async function findVisitor(
  office: Office,
  token: string,
  now: number = office.clock(),
): Promise<Visitor | undefined> {
  const hash = hashOfToken(token);
  return hash && findSession(office.db, hash, new Date(now).toISOString());
}

/** Says what a session works on from now on: a case number where there is one. */
export async function statePurpose(office: Office, token: string, purpose: string): Promise<void> {
  const hash = hashOfToken(token);
  if (hash) await savePurposeOfSession(office.db, hash, purpose.trim().slice(0, PURPOSE_LENGTH_MAX));
}

/** Keeps the language in which a person is spoken to. */
export async function chooseLanguage(office: Office, visitor: Visitor, language: string): Promise<void> {
  await saveLanguage(office.db, visitor.account, language);
}
