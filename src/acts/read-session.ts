/**
 * Who is at the door: read anew at every request and never kept in memory, so that an ended session, a suspended account
 * or an ended posting counts from the next request on. Not an act itself.
 *
 * @clause A-13, J-02
 */
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import { saveLanguage } from '../store/account.ts';
import { findSession, savePurposeOfSession, type Visitor } from '../store/session.ts';
import type { Office } from './office.ts';
import { PURPOSE_LENGTH_MAX } from './perform.ts';
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

/** True where somebody came in by a password alone and a role of theirs demands more: all that is open is to set it up. */
export function lacksFactor({ secondFactor, demandedBy }: Visitor): boolean {
  return demandedBy !== undefined && !secondFactor;
}

/** The refusal for whoever lacks the second factor that a role demands; undefined for everybody else. */
export function refuseLacking(visitor: Visitor): Refusal | undefined {
  if (!lacksFactor(visitor)) return undefined;
  return refusal('second-factor-demanded', { role: visitor.demandedBy ?? '' });
}

export type Entered = { readonly visitor: Visitor; readonly tokenHash: Uint8Array };

/**
 * Whoever holds this token and lacks nothing that is demanded.
 * @refuses signed-out, second-factor-demanded
 */
export async function findEntered(office: Office, token: string): Promise<Entered | Refusal> {
  const visitor = await findVisitor(office, token);
  const tokenHash = hashOfToken(token);
  if (!visitor || !tokenHash) return refusal('signed-out');
  return refuseLacking(visitor) ?? { visitor, tokenHash };
}

/** Says what a session works on from now on: a case number where there is one. */
export async function statePurpose(office: Office, token: string, purpose: string): Promise<void> {
  const hash = hashOfToken(token);
  if (hash) await savePurposeOfSession(office.db, hash, purpose.trim().slice(0, PURPOSE_LENGTH_MAX));
}

/** Keeps the language in which a person is spoken to. */
export async function chooseLanguage(office: Office, visitor: Visitor, language: string): Promise<void> {
  await saveLanguage(office.db, visitor.account, language);
}
