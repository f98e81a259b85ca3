/**
 * Checks what somebody gives as second factor: a code of an authenticator application (RFC 6238), a recovery code, or what
 * a passkey signed. Each is taken for good in the same statement that finds it good, so nothing counts twice. Not an act
 * itself.
 *
 * @clause J-02
 */
import { createHash } from 'node:crypto';
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { Secret, TOTP } from 'otpauth';
import type { Secrets } from '../store/account.ts';
import {
  listPasskeys,
  saveResealed,
  saveSignCount,
  takeRecoveryCode,
  takeTotpStep,
} from '../store/factor.ts';
import { takeChallenge } from '../store/session.ts';
import { nowOf, type Office } from './office.ts';
import { isSealDated, openSealed, type SignInDesk, sealFor } from './sign-in-desk.ts';

export const TOTP_PERIOD_SECONDS = 30;
/** Codes of the step before and after are taken too, because clocks differ. */
const WINDOW_STEPS = 1;
export const TOTP_SECRET_BYTES = 20;

/** Named limits of recovery codes: how many, and of how many random bits each. */
export const RECOVERY_CODES = 10;
const RECOVERY_BYTES = 15;
const RECOVERY_SIGNS = (RECOVERY_BYTES * 8) / 5;
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789';
/** Named limit: characters of what a browser hands over for a passkey. */
export const PASSKEY_ANSWER_LENGTH_MAX = 20_000;

export type FactorAnswer =
  | { readonly way: 'totp'; readonly code: string }
  | { readonly way: 'recovery-code'; readonly code: string }
  /** What the browser's credential call gave, as JSON. */
  | { readonly way: 'passkey'; readonly response: unknown };

/** The generator of an account's codes. */
export function totpOf(secret: Uint8Array, login: string, issuer: string): TOTP {
  const buffer = Uint8Array.from(secret).buffer;
  return new TOTP({
    issuer,
    label: login,
    algorithm: 'SHA1',
    digits: 6,
    period: TOTP_PERIOD_SECONDS,
    secret: new Secret({ buffer }),
  });
}

/** The step of time a code stands for; undefined where it is not one of now. */
export function stepOfCode(totp: TOTP, code: string, now: number): number | undefined {
  const digits = code.slice(0, 20).replace(/\s/g, '');
  if (!/^[0-9]{6}$/.test(digits)) return undefined;
  const delta = totp.validate({ token: digits, timestamp: now, window: WINDOW_STEPS });
  return delta === null ? undefined : Math.floor(now / 1000 / TOTP_PERIOD_SECONDS) + delta;
}

/** Takes the answer where it is right; false where it is wrong, was taken before, or nobody asked for it. */
export async function takeFactor(
  desk: SignInDesk,
  found: Secrets,
  tokenHash: Uint8Array,
  answer: FactorAnswer,
): Promise<boolean> {
  const { office } = desk;
  if (answer.way === 'totp') return takeTotp(desk, found, answer.code);
  if (answer.way === 'passkey') return takePasskey(desk, found.id, tokenHash, answer.response);
  const hash = hashOfRecoveryCode(answer.code);
  return hash !== undefined && takeRecoveryCode(office.db, found.id, hash, nowOf(office));
}

async function takeTotp(desk: SignInDesk, found: Secrets, code: string): Promise<boolean> {
  const { office, site } = desk;
  const { id: account, totpSecret: sealed } = found;
  const secret = sealed === undefined ? undefined : openSealed(desk, account, sealed);
  if (sealed === undefined || secret === undefined) return false;
  const step = stepOfCode(totpOf(secret, found.login, site.name), code, office.clock());
  if (step === undefined || !(await takeTotpStep(office.db, account, step))) return false;
  if (isSealDated(desk, sealed))
    await saveResealed(office.db, account, sealed, sealFor(desk, account, secret));
  return true;
}

async function takePasskey(
  desk: SignInDesk,
  account: string,
  tokenHash: Uint8Array,
  response: unknown,
): Promise<boolean> {
  const { office, site } = desk;
  const challenge = await takeChallenge(office.db, tokenHash);
  const answer = parsePasskeyAnswer(response);
  const passkeys = await listPasskeys(office.db, account);
  const passkey = passkeys.find((one) => one.id === answer?.id);
  if (challenge === undefined || answer === undefined || passkey === undefined) return false;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as unknown as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.rpId,
      credential: {
        id: passkey.id,
        publicKey: Uint8Array.from(passkey.publicKey),
        counter: passkey.signCount,
      },
      requireUserVerification: false,
    });
    return verified && saveSignCount(office.db, account, passkey.id, authenticationInfo.newCounter);
  } catch {
    // The library throws for whatever does not fit; from outside all of that is one "no".
    return false;
  }
}

/** What a browser handed over for a passkey, where it has the size and shape of that. */
export function parsePasskeyAnswer(response: unknown): { readonly id: string } | undefined {
  if (typeof response !== 'object' || response === null) return undefined;
  if (JSON.stringify(response).length > PASSKEY_ANSWER_LENGTH_MAX) return undefined;
  return 'id' in response && typeof response.id === 'string' ? (response as { id: string }) : undefined;
}

/** Fresh recovery codes, as they are shown once: ABCD-EFGH-JKMN-PQRS. */
export function newRecoveryCodes(office: Office): readonly string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const bits = Array.from(office.random(RECOVERY_BYTES), (byte) => byte.toString(2).padStart(8, '0')).join(
      '',
    );
    const signs = (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[Number.parseInt(five, 2)]!);
    return (signs.join('').match(/.{4}/g) ?? []).join('-');
  });
}

/** What is kept of a recovery code: 120 random bits need no slow hash. Undefined where the text is none. */
export function hashOfRecoveryCode(code: string): Uint8Array | undefined {
  const plain = code
    .slice(0, 60)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  return plain.length === RECOVERY_SIGNS ? createHash('sha256').update(plain).digest() : undefined;
}
