/**
 * Signs somebody in by login and password: a session, or, where the account has a second factor, a token that only the
 * second factor turns into one. Every "no" has the same words and costs the same work, whether the login exists, waits for
 * its first password, is suspended, or the password is wrong.
 *
 * What could go wrong: a password that is changed while it is being checked. The account is looked at again, locked, when
 * the session is opened.
 *
 * @clause A-13, J-02
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { findSecretsByLogin, isUnchanged, type Secrets, saveRehashed } from '../store/account.ts';
import { noteVisit } from './account-notes.ts';
import { type Opened, openSession, type SignedIn } from './open-session.ts';
import type { SignInDesk } from './sign-in-desk.ts';
import { beginTry, rememberPlace } from './slow-down.ts';

/** What a login looks like. */
export const LOGIN = /^[a-z0-9][a-z0-9.-]{0,38}[a-z0-9]$/;
/** Named limit: characters of a typed login that are counted by; a longer one is no login anyway. */
const TYPED_LENGTH_MAX = 100;

export type FactorWay = 'totp' | 'passkey' | 'recovery-code';

export type HalfWay = Opened & { readonly step: 'second-factor'; readonly ways: readonly FactorWay[] };

/** What somebody typed to sign in, and roughly in what kind of browser. */
export type SignInInput = { readonly login: string; readonly password: string; readonly browser?: string };

/**
 * Signs in.
 * @refuses sign-in-refused, sign-in-wait, sign-in-busy
 */
export async function signIn(
  desk: SignInDesk,
  address: string,
  typed: SignInInput,
): Promise<SignedIn | HalfWay | Refusal> {
  const { office, hasher } = desk;
  if (hasher.isBusy()) return refusal('sign-in-busy');
  const login = typed.login
    .slice(0, TYPED_LENGTH_MAX + 1)
    .trim()
    .toLowerCase();
  const found = await findSecretsByLogin(office.db, LOGIN.test(login) ? login : '');
  const tried = await beginTry(desk, { what: 'password', subject: login, account: found?.id, address });
  if (isRefusal(tried)) return tried;
  const right = await hasher.verify(found?.passwordHash, typed.password);
  const opened =
    right && found?.state === 'active' ? await open(desk, address, found, typed.browser) : undefined;
  if (opened === undefined || found === undefined) {
    await noteVisit(office, found?.id, 'sign-in (refused)', 'sign-in');
    return refusal('sign-in-refused');
  }
  await tried.succeed();
  const { passwordHash = '' } = found;
  if (hasher.isDated(passwordHash))
    await saveRehashed(office.db, found.id, passwordHash, await hasher.hash(typed.password));
  return opened;
}

/** Opens what the account is entitled to after its password; undefined where it has changed meanwhile. */
async function open(
  desk: SignInDesk,
  address: string,
  found: Secrets,
  browser: string | undefined,
): Promise<SignedIn | HalfWay | undefined> {
  const { office } = desk;
  const { id: account } = found;
  const ways = waysOf(found);
  const kind = ways.length > 0 ? 'half' : 'whole';
  const opened = await office.db.transaction(async (tx) => {
    if (!(await isUnchanged(tx, account, found.passwordHash))) return undefined;
    return openSession(tx, office, { account, kind, secondFactor: false, browser });
  });
  if (opened === undefined) return undefined;
  if (ways.length > 0) {
    await noteVisit(office, account, 'sign-in (second factor asked)', 'sign-in');
    return { step: 'second-factor', ...opened, ways };
  }
  await rememberPlace(desk, account, address);
  await noteVisit(office, account, 'sign-in', 'sign-in');
  return { step: 'signed-in', ...opened, account, mustChange: found.mustChange };
}

/** By which ways an account proves its second factor; none where it has none. */
export function waysOf({ totpSecret, passkeys }: Secrets): readonly FactorWay[] {
  const own: FactorWay[] = [];
  if (passkeys > 0) own.push('passkey');
  if (totpSecret !== undefined) own.push('totp');
  return own.length > 0 ? [...own, 'recovery-code'] : [];
}
