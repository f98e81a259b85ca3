/**
 * The one-time address at which the first administrator is made, while there is no account. A new one at each start takes
 * the place of the one before. Not an act itself.
 *
 * @clause J-02
 */
import { hasAccounts } from '../store/account.ts';
import { lockFirstAccount, saveLink } from '../store/link.ts';
import { nowOf, type Office } from './office.ts';
import type { Opened } from './open-session.ts';
import { hashOfToken, newToken } from './token.ts';

/** Named limit: how long the first administrator's link can be used. */
export const FIRST_LINK_HOURS = 24;

/** The link for the first administrator; undefined where there is an account already. */
export async function makeFirstLink(office: Office): Promise<Opened | undefined> {
  const token = newToken(office);
  const expires = new Date(office.clock() + FIRST_LINK_HOURS * 3_600_000).toISOString();
  return office.db.transaction(async (tx) => {
    await lockFirstAccount(tx);
    if (await hasAccounts(tx)) return undefined;
    await saveLink(tx, {
      tokenHash: hashOfToken(token)!,
      purpose: 'first-administrator',
      account: undefined,
      clearsSecondFactor: false,
      madeBy: 'countermark',
      made: nowOf(office),
      expires,
    });
    return { token, expires };
  });
}
