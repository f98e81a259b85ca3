/**
 * Passkeys as second factor (WebAuthn): what a browser is to be asked, and taking in what it answers. The challenge stands
 * in the session and is answered once at most. Attestation is not asked for: any authenticator of the officer's will do.
 *
 * What could go wrong: under a bare address browsers offer no passkeys; the server needs a name for them.
 *
 * @clause J-02
 */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { insertPasskey, listPasskeys, type Passkey } from '../store/factor.ts';
import { findHalfSession, saveChallenge, takeChallenge } from '../store/session.ts';
import { holder, noteAccount } from './account-notes.ts';
import { confirmHolder } from './confirm-holder.ts';
import { type Enrolled, giveRecoveryCodes } from './enrol-totp.ts';
import { nowOf } from './office.ts';
import { renewSession } from './open-session.ts';
import { findVisitor } from './read-session.ts';
import { parsePasskeyAnswer } from './second-factor.ts';
import type { SignInDesk } from './sign-in-desk.ts';
import { hashOfToken } from './token.ts';

const CHALLENGE_BYTES = 32;
/** EdDSA, ES256 and RS256, by their numbers in COSE: what authenticators have. */
const ALGORITHMS = [-8, -7, -257];

/** What is handed to the browser, as JSON, to make or to ask a passkey. */
export type CreationOptions = Awaited<ReturnType<typeof generateRegistrationOptions>>;
export type RequestOptions = Awaited<ReturnType<typeof generateAuthenticationOptions>>;

/**
 * What the browser is to be asked so that it makes a passkey, for whoever is signed in and gives the password again.
 * @refuses signed-out, password-wrong, second-factor-needed, sign-in-wait, sign-in-busy
 */
export async function offerPasskey(
  desk: SignInDesk,
  address: string,
  token: string,
  password: string,
): Promise<CreationOptions | Refusal> {
  const { office, site } = desk;
  const confirmed = await confirmHolder(desk, address, token, password);
  if (isRefusal(confirmed)) return confirmed;
  const { visitor, tokenHash } = confirmed;
  const options = await generateRegistrationOptions({
    rpName: site.name,
    rpID: site.rpId,
    userName: visitor.login,
    userID: new TextEncoder().encode(visitor.account),
    challenge: Uint8Array.from(office.random(CHALLENGE_BYTES)),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: await credentialsOf(desk, visitor.account),
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'discouraged' },
  });
  await saveChallenge(office.db, tokenHash, options.challenge);
  return options;
}

/**
 * Takes in the passkey that the browser made.
 * @refuses signed-out, passkey-refused where the answer does not fit what was asked
 */
export async function addPasskey(
  desk: SignInDesk,
  token: string,
  response: unknown,
): Promise<Enrolled | Refusal> {
  const { office } = desk;
  const visitor = await findVisitor(office, token);
  const hash = hashOfToken(token);
  const challenge = visitor && hash && (await takeChallenge(office.db, hash));
  if (visitor === undefined || hash === undefined || challenge === undefined) return refusal('signed-out');
  const passkey = await readPasskey(desk, challenge, response);
  if (passkey === undefined) return refusal('passkey-refused');
  const { account } = visitor;
  return renewSession(office, visitor, hash, true, async (tx) => {
    if (!(await insertPasskey(tx, account, passkey))) return refusal('passkey-refused');
    const event = { type: 'second-factor-enrolled', factor: 'passkey' };
    await noteAccount(tx, office, holder(account), { account, kind: 'add-passkey', event });
    return { recoveryCodes: await giveRecoveryCodes(tx, office, account) };
  });
}

/** The new passkey in the browser's answer; undefined where it does not fit what was asked. */
async function readPasskey(
  desk: SignInDesk,
  challenge: string,
  response: unknown,
): Promise<Passkey | undefined> {
  const answer = parsePasskeyAnswer(response);
  if (answer === undefined) return undefined;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer as unknown as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: desk.site.origin,
      expectedRPID: desk.site.rpId,
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified) return undefined;
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return { id, publicKey, signCount: counter, transports, added: nowOf(desk.office) };
  } catch {
    // The library throws for whatever does not fit; from outside all of that is one "no".
    return undefined;
  }
}

/**
 * What the browser is to be asked so that a passkey signs, for whoever has given the password and not yet the second factor.
 * @refuses signed-out
 */
export async function askPasskey(desk: SignInDesk, token: string): Promise<RequestOptions | Refusal> {
  const { office, site } = desk;
  const hash = hashOfToken(token);
  const half = hash && (await findHalfSession(office.db, hash, nowOf(office)));
  if (hash === undefined || half === undefined) return refusal('signed-out');
  const options = await generateAuthenticationOptions({
    rpID: site.rpId,
    challenge: Uint8Array.from(office.random(CHALLENGE_BYTES)),
    allowCredentials: await credentialsOf(desk, half.account),
    userVerification: 'discouraged',
  });
  await saveChallenge(office.db, hash, options.challenge);
  return options;
}

async function credentialsOf(
  desk: SignInDesk,
  account: string,
): Promise<{ id: string; transports: string[] }[]> {
  const passkeys = await listPasskeys(desk.office.db, account);
  return passkeys.map(({ id, transports }) => ({ id, transports: [...transports] }));
}
