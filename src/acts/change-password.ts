/**
 * Changes the password of whoever is signed in. Every session of the account ends, this one too, and a new one begins in
 * its place.
 *
 * @clause J-02
 */
import { refusePassword } from '../domain/access/password.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { isUnchanged, savePassword } from '../store/account.ts';
import { deleteLinksOf } from '../store/link.ts';
import { holder, noteAccount } from './account-notes.ts';
import { confirmHolder } from './confirm-holder.ts';
import { renewSession, type SignedIn } from './open-session.ts';
import { refuseLacking } from './read-session.ts';
import type { SignInDesk } from './sign-in-desk.ts';

export type PasswordChange = { readonly current: string; readonly chosen: string };

/**
 * Changes a password.
 * @refuses signed-out, password-wrong, second-factor-needed, second-factor-demanded, sign-in-wait, sign-in-busy,
 * password-unchanged, password-too-short, password-too-long, password-too-common, password-holds-login
 */
export async function changePassword(
  desk: SignInDesk,
  address: string,
  token: string,
  { current, chosen }: PasswordChange,
): Promise<SignedIn | Refusal> {
  const { office, hasher } = desk;
  const confirmed = await confirmHolder(desk, address, token, current);
  if (isRefusal(confirmed)) return confirmed;
  const { visitor, found, tokenHash } = confirmed;
  const { account } = visitor;
  const lacking = refuseLacking(visitor);
  if (lacking) return lacking;
  if (current === chosen) return refusal('password-unchanged');
  const refused = refusePassword(chosen, visitor.login);
  if (refused) return refused;
  const hash = await hasher.hash(chosen);
  const { secondFactor } = visitor;
  const opened = await renewSession(office, visitor, tokenHash, secondFactor, async (tx) => {
    if (!(await isUnchanged(tx, account, found.passwordHash))) return refusal('signed-out');
    await savePassword(tx, account, hash);
    await deleteLinksOf(tx, account);
    const event = { type: 'password-changed' };
    await noteAccount(tx, office, holder(account), { account, kind: 'change-password', event });
    return {};
  });
  return isRefusal(opened) ? opened : { step: 'signed-in', ...opened, account, mustChange: false };
}
