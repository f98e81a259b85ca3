/**
 * Enrols an authenticator application as second factor: a secret is offered, and counts only once a first code has shown
 * that it arrived. Recovery codes are shown once, with the first factor. All other sessions end.
 *
 * @clause J-02
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import type { Statements } from '../store/database.ts';
import { countRecoveryCodes, deleteFactors, saveRecoveryCodes, saveTotp } from '../store/factor.ts';
import { findDemandingRole } from '../store/posting.ts';
import { findOffer, saveOffer } from '../store/session.ts';
import { holder, noteAccount } from './account-notes.ts';
import { todayOf } from './change-rights.ts';
import { confirmHolder } from './confirm-holder.ts';
import type { Office } from './office.ts';
import { type Opened, renewSession } from './open-session.ts';
import { findVisitor } from './read-session.ts';
import {
  hashOfRecoveryCode,
  newRecoveryCodes,
  stepOfCode,
  TOTP_SECRET_BYTES,
  totpOf,
} from './second-factor.ts';
import { openSealed, type SignInDesk, sealFor } from './sign-in-desk.ts';
import { hashOfToken } from './token.ts';

export type TotpOffer = {
  /** What the QR code carries: otpauth://totp/... */
  readonly uri: string;
  /** The same secret to be typed, in base 32. */
  readonly secret: string;
};

export type Enrolled = Opened & {
  /** Shown once; empty where the account has some already. */
  readonly recoveryCodes: readonly string[];
};

/**
 * Offers a secret to whoever is signed in and gives the password again.
 * @refuses signed-out, password-wrong, second-factor-needed, sign-in-wait, sign-in-busy
 */
export async function offerTotp(
  desk: SignInDesk,
  address: string,
  token: string,
  password: string,
): Promise<TotpOffer | Refusal> {
  const { office, site } = desk;
  const confirmed = await confirmHolder(desk, address, token, password);
  if (isRefusal(confirmed)) return confirmed;
  const { visitor, tokenHash } = confirmed;
  const secret = Uint8Array.from(office.random(TOTP_SECRET_BYTES));
  await saveOffer(office.db, tokenHash, sealFor(desk, visitor.account, secret));
  const totp = totpOf(secret, visitor.login, site.name);
  return { uri: totp.toString(), secret: totp.secret.base32 };
}

/**
 * Enrols the offered secret by its first code.
 * @refuses signed-out, second-factor-refused where the code is not of the offered secret
 */
export async function confirmTotp(
  desk: SignInDesk,
  token: string,
  code: string,
): Promise<Enrolled | Refusal> {
  const { office, site } = desk;
  const visitor = await findVisitor(office, token);
  const hash = hashOfToken(token);
  const offer = visitor && hash && (await findOffer(office.db, hash));
  if (visitor === undefined || hash === undefined || offer === undefined) return refusal('signed-out');
  const { account, login } = visitor;
  const secret = openSealed(desk, account, offer);
  const step = secret && stepOfCode(totpOf(secret, login, site.name), code, office.clock());
  if (secret === undefined || step === undefined) return refusal('second-factor-refused');
  return renewSession(office, visitor, hash, true, async (tx) => {
    await saveTotp(tx, account, sealFor(desk, account, secret), step);
    const event = { type: 'second-factor-enrolled', factor: 'totp' };
    await noteAccount(tx, office, holder(account), { account, kind: 'enrol-totp', event });
    return { recoveryCodes: await giveRecoveryCodes(tx, office, account) };
  });
}

/** Recovery codes for an account that has none left. */
export async function giveRecoveryCodes(
  tx: Statements,
  office: Office,
  account: string,
): Promise<readonly string[]> {
  if ((await countRecoveryCodes(tx, account)) > 0) return [];
  const codes = newRecoveryCodes(office);
  await saveRecoveryCodes(
    tx,
    account,
    codes.map((code) => hashOfRecoveryCode(code)!),
  );
  return codes;
}

/**
 * Puts new recovery codes in the place of the old ones.
 * @refuses signed-out, password-wrong, second-factor-needed, sign-in-wait, sign-in-busy
 */
export async function renewRecoveryCodes(
  desk: SignInDesk,
  address: string,
  token: string,
  password: string,
): Promise<{ readonly recoveryCodes: readonly string[] } | Refusal> {
  const { office } = desk;
  const confirmed = await confirmHolder(desk, address, token, password);
  if (isRefusal(confirmed)) return confirmed;
  const { account, secondFactor } = confirmed.visitor;
  if (!secondFactor) return refusal('second-factor-needed');
  const recoveryCodes = newRecoveryCodes(office);
  await office.db.transaction(async (tx) => {
    await saveRecoveryCodes(
      tx,
      account,
      recoveryCodes.map((code) => hashOfRecoveryCode(code)!),
    );
    const event = { type: 'recovery-codes-renewed' };
    await noteAccount(tx, office, holder(account), { account, kind: 'renew-recovery-codes', event });
  });
  office.nudge();
  return { recoveryCodes };
}

/**
 * Takes all second factors of whoever is signed in away, where no role of theirs demands one; all sessions end and a new
 * one begins.
 * @refuses second-factor-kept, signed-out, password-wrong, second-factor-needed, sign-in-wait, sign-in-busy
 */
export async function removeSecondFactors(
  desk: SignInDesk,
  address: string,
  token: string,
  password: string,
): Promise<Opened | Refusal> {
  const { office } = desk;
  const confirmed = await confirmHolder(desk, address, token, password);
  if (isRefusal(confirmed)) return confirmed;
  const { visitor, tokenHash } = confirmed;
  const { account } = visitor;
  return renewSession(office, visitor, tokenHash, false, async (tx) => {
    const role = await findDemandingRole(tx, account, todayOf(office));
    if (role !== undefined) return refusal('second-factor-kept', { role });
    const removed = await deleteFactors(tx, account);
    const event = { type: 'second-factor-removed', removed };
    await noteAccount(tx, office, holder(account), { account, kind: 'remove-second-factors', event });
    return {};
  });
}
