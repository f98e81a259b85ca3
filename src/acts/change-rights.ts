/**
 * How acts that give or take rights are kept: one after the other under one lock, by the id their client made, each with
 * an entry that holds ids and no names. Not an act itself.
 *
 * What could go wrong: two administrators take each other's rights at once and nobody is left. The lock makes the second
 * see what the first did.
 *
 * @clause J-02, J-04
 */
import { administers } from '../domain/access/define.ts';
import type { Role } from '../domain/access/role.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import type { Statements } from '../store/database.ts';
import { countHolders } from '../store/posting.ts';
import { listRoles, lockRights } from '../store/role.ts';
import { appendEntry, type Kept } from './append-entry.ts';
import { type Actor, newId, nowOf, type Office } from './office.ts';
import { type Once, once } from './once.ts';
import { keptOrUndone, refusalOf } from './undone.ts';

export type RightsChange = { readonly subject: string; readonly events: readonly object[] };

/** Decides and keeps a change of rights: what `decide` writes is kept with the entry, or nothing of it where it refuses. */
export async function changeRights(
  office: Office,
  actor: Actor,
  submitted: { readonly act?: string | undefined; readonly device?: string | undefined },
  kind: string,
  decide: (tx: Statements) => Promise<RightsChange | Refusal>,
): Promise<Once<Kept> | Refusal> {
  const act = submitted.act ?? newId(office);
  const kept = (tx: Statements, change: RightsChange) =>
    appendEntry(tx, office, actor, { act, device: submitted.device, kind, ...change });
  const change = async (tx: Statements): Promise<Kept> => {
    await lockRights(tx);
    const decided = await decide(tx);
    return keptOrUndone(await kept(tx, keptOrUndone(decided)));
  };
  const submission = { kind, operator: actor.operator };
  return once(office, act, () => office.db.transaction(change).catch(refusalOf), submission);
}

/** The result of a change of rights, or why there is none. */
export function keptOf(done: Once<Kept> | Refusal): Kept | Refusal {
  return isRefusal(done) ? done : done.result;
}

/** Today, as postings and keys count days. */
export function todayOf(office: Office): string {
  return nowOf(office).slice(0, 10);
}

/**
 * Why an account or a posting cannot be taken away, or a role changed: nobody would be left who can bring people in and
 * post them. Undefined where somebody is left, or nobody was there before.
 * @refuses last-administrator
 */
export async function refuseLast(
  tx: Statements,
  office: Office,
  without: { readonly account?: string; readonly posting?: string; readonly role?: Role },
): Promise<Refusal | undefined> {
  const before = (await listRoles(tx)).map(({ role }) => role);
  const after = before.map((role) => (role.name === without.role?.name ? without.role : role));
  const count = (roles: readonly Role[], but: typeof without) =>
    countHolders(
      tx,
      roles.filter(administers).map((role) => role.name),
      todayOf(office),
      but,
    );
  const left = await count(after, without);
  return left > 0 || (await count(before, {})) === 0 ? undefined : refusal('last-administrator');
}
