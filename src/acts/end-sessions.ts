/**
 * Ends sessions: one's own by signing out, or one or all others from a list of them, or all of an account at once. An ended session counts for nothing from the next
 * request on, because every request asks the table.
 *
 * @clause J-02
 */
import { parseUuid } from '../domain/base/id.ts';
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import type { Statements } from '../store/database.ts';
import { deleteSessionOf, deleteSessionsBut, listSessionsOf, type OwnSession } from '../store/own-session.ts';
import { deleteSession, deleteSessionsOf } from '../store/session.ts';
import { holder, noteAccount, noteVisit } from './account-notes.ts';
import { type Actor, nowOf, type Office } from './office.ts';
import { findEntered, findVisitor } from './read-session.ts';
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

export type { OwnSession } from '../store/own-session.ts';

/**
 * One's own sessions: this one first, then the last used.
 * @refuses signed-out, second-factor-demanded
 */
export async function listOwnSessions(
  office: Office,
  token: string,
): Promise<readonly OwnSession[] | Refusal> {
  const entered = await findEntered(office, token);
  if (isRefusal(entered)) return entered;
  return listSessionsOf(office.db, entered.visitor.account, nowOf(office), entered.tokenHash);
}

/**
 * Ends one of one's own sessions; one that is over already, or is another's, is let be.
 * @refuses signed-out, second-factor-demanded
 */
export async function endOwnSession(
  office: Office,
  token: string,
  session: string,
): Promise<{ readonly ended: number } | Refusal> {
  const id = parseUuid(session);
  return endOwn(office, token, async (tx, account) =>
    id !== undefined && (await deleteSessionOf(tx, account, id)) ? 1 : 0,
  );
}

/**
 * Ends all of one's own sessions but this one.
 * @refuses signed-out, second-factor-demanded
 */
export async function endOtherSessions(
  office: Office,
  token: string,
): Promise<{ readonly ended: number } | Refusal> {
  return endOwn(office, token, deleteSessionsBut);
}

async function endOwn(
  office: Office,
  token: string,
  end: (tx: Statements, account: string, tokenHash: Uint8Array) => Promise<number>,
): Promise<{ readonly ended: number } | Refusal> {
  const entered = await findEntered(office, token);
  if (isRefusal(entered)) return entered;
  const { account } = entered.visitor;
  const ended = await office.db.transaction(async (tx) => {
    const count = await end(tx, account, entered.tokenHash);
    const event = { type: 'sessions-ended', ended: count };
    if (count > 0) await noteAccount(tx, office, holder(account), { account, kind: 'end-sessions', event });
    return count;
  });
  if (ended > 0) office.nudge();
  return { ended };
}
