/**
 * Makes the addresses that set a password once: for the first administrator, where there is no account yet, for somebody
 * invited, and for somebody whose password is to be set anew. They are handed over in person; no e-mail is sent. A new
 * link takes the place of the account's older ones. Not an act itself: acts on people make links in their transaction.
 *
 * @clause J-02
 */

import { hasAccounts } from '../store/account.ts';
import type { Statements } from '../store/database.ts';
import { type LinkPurpose, lockFirstAccount, saveLink } from '../store/link.ts';
import { nowOf, type Office } from './office.ts';
import { hashOfToken, newToken } from './token.ts';

/** Named limits: how long each link can be used. */
export const LINK_HOURS: Readonly<Record<LinkPurpose, number>> = {
  'first-administrator': 24,
  invitation: 7 * 24,
  reset: 24,
};

export type LinkMade = {
  /** Shown once to whoever hands it over; must not be kept in the result of an act. */
  readonly token: string;
  readonly expires: string;
};

export type LinkWish = {
  readonly purpose: LinkPurpose;
  /** Absent for the first administrator only. */
  readonly account?: string;
  /** True where the second factor is lost with all recovery codes: it is taken away when the link is used. */
  readonly clearsSecondFactor?: boolean;
  readonly madeBy: string;
};

/** Makes a link. */
export async function makeLink(tx: Statements, office: Office, wish: LinkWish): Promise<LinkMade> {
  const token = newToken(office);
  const expires = new Date(office.clock() + LINK_HOURS[wish.purpose] * 3_600_000).toISOString();
  await saveLink(tx, {
    tokenHash: hashOfToken(token)!,
    purpose: wish.purpose,
    account: wish.account,
    clearsSecondFactor: wish.clearsSecondFactor ?? false,
    madeBy: wish.madeBy,
    made: nowOf(office),
    expires,
  });
  return { token, expires };
}

/** The link for the first administrator, a new one each time; undefined where there is an account already. */
export async function makeFirstLink(office: Office): Promise<LinkMade | undefined> {
  return office.db.transaction(async (tx) => {
    await lockFirstAccount(tx);
    if (await hasAccounts(tx)) return undefined;
    return makeLink(tx, office, { purpose: 'first-administrator', madeBy: 'countermark' });
  });
}
