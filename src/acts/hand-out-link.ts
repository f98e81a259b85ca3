/**
 * One-time links that an administrator hands over in person: an invitation, or a way back in. The secret is answered once
 * and only its hash is kept. Not an act itself.
 */
import type { Statements } from '../store/database.ts';
import { type LinkPurpose, saveLink } from '../store/link.ts';
import { type Actor, nowOf, type Office } from './office.ts';
import { hashOfToken, newToken } from './token.ts';

/** Named limit: hours until a link that nobody used is void. */
export const LINK_HOURS = 72;

export type HandedOut = {
  /** The secret of the one-time link; there is none where the same submission comes again. */
  readonly token?: string;
  readonly expires?: string;
};

/** Makes a link in the place of any open one of this account. */
export async function handOutLink(
  tx: Statements,
  office: Office,
  actor: Actor,
  link: { readonly purpose: LinkPurpose; readonly account: string; readonly clearsSecondFactor: boolean },
): Promise<Required<HandedOut>> {
  const token = newToken(office);
  const expires = new Date(office.clock() + LINK_HOURS * 3_600_000).toISOString();
  const tokenHash = hashOfToken(token)!;
  await saveLink(tx, { ...link, tokenHash, madeBy: actor.operator, made: nowOf(office), expires });
  return { token, expires };
}
