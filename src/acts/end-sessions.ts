/**
 * Ends sessions: one's own by signing out, or all of an account at once. An ended session counts for nothing from the next
 * request on, because every request asks the table.
 *
 * @clause J-02
 */
import type { Statements } from '../store/database.ts';
import { deleteSession, deleteSessionsOf } from '../store/session.ts';
import { noteAccount, noteVisit } from './account-notes.ts';
import type { Actor, Office } from './office.ts';
import { findVisitor } from './read-session.ts';
import { hashOfToken } from './token.ts';

/** Ends the session of a token; does nothing where there is none. */
export async function signOut(office: Office, token: string): Promise<void> {
  const hash = hashOfToken(token);
  if (hash === undefined) return;
  const visitor = await findVisitor(office, token);
  if ((await deleteSession(office.db, hash)) && visitor)
    await noteVisit(office, visitor.account, 'sign-out', 'sign-out');
}

/** Ends all sessions of an account; gives how many there were. */
export async function endSessions(office: Office, actor: Actor, account: string): Promise<number> {
  const ended = await office.db.transaction((tx) => endSessionsInside(tx, office, actor, account));
  office.nudge();
  return ended;
}

/** Ends all sessions of an account in the transaction of an act that takes something from its holder. */
export async function endSessionsInside(
  tx: Statements,
  office: Office,
  actor: Actor,
  account: string,
): Promise<number> {
  const ended = await deleteSessionsOf(tx, account);
  const event = { type: 'sessions-ended', ended };
  await noteAccount(tx, office, actor, { account, kind: 'end-sessions', event });
  return ended;
}
