/**
 * Turns the token of a right password into a session, by the second factor. The new session has a new token; the one from
 * before is gone.
 *
 * @clause A-13, J-02
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { findSecrets } from '../store/account.ts';
import { deleteSession, findHalfSession } from '../store/session.ts';
import { noteVisit } from './account-notes.ts';
import { nowOf } from './office.ts';
import { openSession, type SignedIn } from './open-session.ts';
import { type FactorAnswer, takeFactor } from './second-factor.ts';
import type { SignInDesk } from './sign-in-desk.ts';
import { beginTry, rememberPlace } from './slow-down.ts';
import { hashOfToken } from './token.ts';

/**
 * Confirms the second factor.
 * @refuses signed-out where the password must be given again; second-factor-refused, sign-in-wait
 */
export async function confirmSecondFactor(
  desk: SignInDesk,
  address: string,
  token: string,
  answer: FactorAnswer,
): Promise<SignedIn | Refusal> {
  const { office } = desk;
  const hash = hashOfToken(token);
  const half = hash && (await findHalfSession(office.db, hash, nowOf(office)));
  const found = half && (await findSecrets(office.db, half.account));
  if (hash === undefined || half === undefined || found === undefined) return refusal('signed-out');
  const account = found.id;
  const tried = await beginTry(desk, { what: 'second-factor', subject: account, account, address });
  if (isRefusal(tried)) return tried;
  if (!(await takeFactor(desk, found, hash, answer))) {
    await noteVisit(office, account, 'sign-in (second factor refused)', 'sign-in');
    return refusal('second-factor-refused');
  }
  const opened = await office.db.transaction(async (tx) => {
    // Ended meanwhile, by a change of password or a second answer at the same moment.
    if (!(await deleteSession(tx, hash))) return undefined;
    const { browser } = half;
    return openSession(tx, office, { account, kind: 'whole', secondFactor: true, browser });
  });
  if (opened === undefined) return refusal('signed-out');
  await tried.succeed();
  await rememberPlace(desk, account, address);
  await noteVisit(office, account, `sign-in (${answer.way})`, 'sign-in');
  return { step: 'signed-in', ...opened, account, mustChange: found.mustChange };
}
