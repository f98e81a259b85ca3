/**
 * Opens sessions, each under a fresh token: after the password, after the second factor, and after every change of what
 * proves the holder. A token from before is never carried on, so nobody can plant one. Not an act itself.
 *
 * @clause J-02
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import type { Statements } from '../store/database.ts';
import {
  ABSOLUTE_HOURS,
  deleteSessionsOf,
  HALF_MINUTES,
  listLivePostings,
  lockSession,
  saveSession,
  type Visitor,
} from '../store/session.ts';
import { newId, nowOf, type Office } from './office.ts';
import { hashOfToken, newToken } from './token.ts';

export type Opened = {
  /** Shown to the holder's browser once, and kept nowhere here. */
  readonly token: string;
  readonly expires: string;
};

export type SignedIn = Opened & {
  readonly step: 'signed-in';
  readonly account: string;
  /** True where the holder must set a password of his or her own before anything else. */
  readonly mustChange: boolean;
};

export type SessionWish = {
  readonly account: string;
  readonly kind: 'half' | 'whole';
  readonly secondFactor: boolean;
  /** Roughly what kind of browser; empty where it is not told. */
  readonly browser?: string | undefined;
  readonly posting?: string | undefined;
};

/** Opens a session; under the account's posting where it has exactly one, else the holder chooses. */
export async function openSession(tx: Statements, office: Office, wish: SessionWish): Promise<Opened> {
  const token = newToken(office);
  const began = nowOf(office);
  const lasts = wish.kind === 'half' ? HALF_MINUTES * 60_000 : ABSOLUTE_HOURS * 3_600_000;
  const expires = new Date(office.clock() + lasts).toISOString();
  const postings =
    wish.kind === 'half' || wish.posting !== undefined
      ? []
      : await listLivePostings(tx, wish.account, began.slice(0, 10));
  await saveSession(tx, {
    tokenHash: hashOfToken(token)!,
    id: newId(office),
    account: wish.account,
    posting: wish.posting ?? (postings.length === 1 ? postings[0]!.posting : undefined),
    kind: wish.kind,
    secondFactor: wish.secondFactor,
    began,
    expires,
    browser: wish.browser ?? '',
  });
  return { token, expires };
}

/**
 * Does something that changes what proves the holder of a session, then ends every session of the account and opens a new
 * one in their place. A session that was ended meanwhile is not revived.
 * @refuses signed-out
 */
export async function renewSession<Done extends object>(
  office: Office,
  { account, posting, browser }: Visitor,
  tokenHash: Uint8Array,
  secondFactor: boolean,
  change: (tx: Statements) => Promise<Done | Refusal>,
): Promise<(Opened & Done) | Refusal> {
  const renewed = await office.db.transaction(async (tx): Promise<(Opened & Done) | Refusal> => {
    if (!(await lockSession(tx, account, tokenHash))) return refusal('signed-out');
    const done = await change(tx);
    if (isRefusal(done)) return done;
    await deleteSessionsOf(tx, account);
    const wish = { account, posting, kind: 'whole', secondFactor, browser } as const;
    return { ...done, ...(await openSession(tx, office, wish)) };
  });
  if (!isRefusal(renewed)) office.nudge();
  return renewed;
}
