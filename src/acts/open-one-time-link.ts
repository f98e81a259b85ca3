/**
 * Opens a one-time link: makes the first administrator while there is no account, or sets the password of somebody who was
 * invited or whose password is set anew. A link opens no session: whoever used it signs in like everybody else, with the
 * second factor where there is one.
 *
 * What could go wrong: two uses at once. Taking the link is one statement, so one of them wins; the first account is made
 * under a lock, so that two links cannot make two.
 *
 * @clause J-02
 */
import { refusePassword } from '../domain/access/password.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { findAccount, hasAccounts, insertAccount, savePassword } from '../store/account.ts';
import type { Statements } from '../store/database.ts';
import { deleteFactors } from '../store/factor.ts';
import { findLink, type Link, lockFirstAccount, takeLink } from '../store/link.ts';
import { deleteSessionsOf } from '../store/session.ts';
import { holder, noteAccount } from './account-notes.ts';
import { login as loginShape, personName, saveName } from './add-person.ts';
import { appendEntry } from './append-entry.ts';
import { newId, nowOf, type Office } from './office.ts';
import { post } from './post-person.ts';
import type { SignInDesk } from './sign-in-desk.ts';
import { rememberPlace } from './slow-down.ts';
import { hashOfToken } from './token.ts';

/** The role of the first person; what it may do is data like every other role. */
export const FIRST_ROLE = 'administrator';

export type LinkView = {
  readonly purpose: Link['purpose'];
  /** Whose password it sets; undefined for the first administrator. */
  readonly login: string | undefined;
  readonly expires: string;
};

/** What somebody typed at a link; login, name and language are asked of the first administrator only. */
export type LinkInput = {
  readonly password: string;
  readonly login?: string;
  readonly name?: string;
  readonly language?: string;
};

export type LinkOpened = {
  readonly account: string;
  readonly login: string;
  readonly purpose: Link['purpose'];
};

/**
 * What a link is for, without using it.
 * @refuses link-unusable where it was used, has expired or never was
 */
export async function viewOneTimeLink(office: Office, token: string): Promise<LinkView | Refusal> {
  const hash = hashOfToken(token);
  const link = hash && (await findLink(office.db, hash, nowOf(office)));
  if (link === undefined) return refusal('link-unusable');
  const { purpose, expires } = link;
  if (link.account === undefined)
    return (await hasAccounts(office.db)) ? refusal('link-unusable') : { purpose, login: undefined, expires };
  const account = await findAccount(office.db, link.account);
  if (account === undefined || account.state === 'suspended') return refusal('link-unusable');
  return { purpose, login: account.login, expires };
}

/**
 * Uses a link up.
 * @refuses link-unusable, sign-in-busy, login-unreadable, name-unreadable, password-too-short, password-too-long,
 * password-too-common, password-holds-login
 */
export async function openOneTimeLink(
  desk: SignInDesk,
  address: string,
  token: string,
  typed: LinkInput,
): Promise<LinkOpened | Refusal> {
  const { office, hasher } = desk;
  const view = await viewOneTimeLink(office, token);
  const tokenHash = hashOfToken(token);
  if (isRefusal(view) || tokenHash === undefined) return refusal('link-unusable');
  // What can be typed better is said before the link is spent.
  const first = view.purpose === 'first-administrator' ? readFirst(typed) : undefined;
  if (isRefusal(first)) return first;
  const refused = refusePassword(typed.password, first?.login ?? view.login ?? '');
  if (refused) return refused;
  if (hasher.isBusy()) return refusal('sign-in-busy');
  const hash = await hasher.hash(typed.password);
  const opened = await office.db.transaction(async (tx): Promise<LinkOpened | Refusal> => {
    if (first) await lockFirstAccount(tx);
    const link = await takeLink(tx, tokenHash, nowOf(office));
    if (link === undefined) return refusal('link-unusable');
    return first ? makeFirst(tx, office, first, hash) : setPassword(tx, office, link, hash);
  });
  if (isRefusal(opened)) return opened;
  // Whoever was kept waiting by a stranger's tries is not, from here.
  await rememberPlace(desk, opened.account, address);
  office.nudge();
  return opened;
}

type First = { readonly login: string; readonly name: string; readonly language: string };

function readFirst(typed: LinkInput): First | Refusal {
  const login = loginShape.safeParse(typed.login?.slice(0, 200));
  if (!login.success) return refusal('login-unreadable');
  const name = personName.safeParse(typed.name?.slice(0, 2000));
  if (!name.success) return refusal('name-unreadable');
  const language = ['en', 'fr', 'ar'].find((one) => one === typed.language) ?? 'en';
  return { login: login.data, name: name.data, language };
}

async function makeFirst(
  tx: Statements,
  office: Office,
  { login, name, language }: First,
  hash: string,
): Promise<LinkOpened | Refusal> {
  if (await hasAccounts(tx)) return refusal('link-unusable');
  const id = newId(office);
  const actor = holder(id);
  await insertAccount(tx, {
    id,
    login,
    state: 'active',
    mustChange: false,
    language,
    created: nowOf(office),
  });
  await savePassword(tx, id, hash);
  const person = await saveName(tx, office, id, name);
  const posted = await post(tx, office, actor, id, { role: FIRST_ROLE });
  // A name or role that cannot be kept must not leave half an administrator behind.
  if (isRefusal(person) || isRefusal(posted))
    throw new Error('broken: the first administrator has a name and the role is there');
  const events = [{ type: 'person-added', account: id, person }, posted];
  const kept = await appendEntry(tx, office, actor, { kind: 'open-first-link', subject: id, events });
  if (isRefusal(kept)) throw new Error(`broken: the entry of the first administrator: ${kept.refused}`);
  return { account: id, login, purpose: 'first-administrator' };
}

async function setPassword(
  tx: Statements,
  office: Office,
  link: Link,
  hash: string,
): Promise<LinkOpened | Refusal> {
  const account = link.account === undefined ? undefined : await findAccount(tx, link.account);
  if (account === undefined || account.state === 'suspended') return refusal('link-unusable');
  const { id, login } = account;
  await savePassword(tx, id, hash);
  await deleteSessionsOf(tx, id);
  const { purpose, clearsSecondFactor } = link;
  const removed = clearsSecondFactor ? await deleteFactors(tx, id) : 0;
  const event = { type: 'password-changed', by: purpose, secondFactorsRemoved: removed };
  await noteAccount(tx, office, holder(id), { account: id, kind: 'open-link', event });
  return { account: id, login, purpose };
}
