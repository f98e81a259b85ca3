/**
 * Who is at the door: read anew at every request and never kept in memory, so that an ended session, a suspended account
 * or an ended posting counts from the next request on. Not an act itself.
 *
 * @clause A-13, J-02
 */
import { findSession, type Visitor } from '../store/session.ts';
import type { Office } from './office.ts';
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
