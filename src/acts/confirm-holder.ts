/**
 * Asks the password again before anything is changed that proves the holder: a session left open on a desk must not be
 * enough. Not an act itself.
 *
 * @clause J-02
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { findSecrets, type Secrets } from '../store/account.ts';
import { findVisitor, type Visitor } from './read-session.ts';
import { waysOf } from './sign-in.ts';
import type { SignInDesk } from './sign-in-desk.ts';
import { beginTry } from './slow-down.ts';
import { hashOfToken } from './token.ts';

export type Holder = { readonly visitor: Visitor; readonly found: Secrets; readonly tokenHash: Uint8Array };

/**
 * The holder of a session, whose password was just given again.
 * @refuses signed-out, password-wrong, second-factor-needed, sign-in-wait, sign-in-busy
 */
export async function confirmHolder(
  desk: SignInDesk,
  address: string,
  token: string,
  password: string,
): Promise<Holder | Refusal> {
  const { office, hasher } = desk;
  const visitor = await findVisitor(office, token);
  const found = visitor && (await findSecrets(office.db, visitor.account));
  const tokenHash = hashOfToken(token);
  if (visitor === undefined || found === undefined || tokenHash === undefined) return refusal('signed-out');
  // Whoever knows the password alone must not change what would have stopped him or her.
  if (waysOf(found).length > 0 && !visitor.secondFactor) return refusal('second-factor-needed');
  if (hasher.isBusy()) return refusal('sign-in-busy');
  const tried = await beginTry(desk, {
    what: 'password',
    subject: visitor.login,
    account: visitor.account,
    address,
  });
  if (isRefusal(tried)) return tried;
  if (!(await hasher.verify(found.passwordHash, password))) return refusal('password-wrong');
  await tried.succeed();
  return { visitor, found, tokenHash };
}
