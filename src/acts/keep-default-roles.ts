/**
 * Gives a home the roles that come with the program: a new home when it begins, an older one when this program first opens
 * it. A role that the State has defined itself is never touched; one that it never changed follows the program, with an
 * entry that says so.
 *
 * @clause J-02
 */
import { shippedRoles } from '../domain/access/default-roles.data.ts';
import { sameRole } from '../domain/access/define.ts';
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import type { Statements } from '../store/database.ts';
import { listRoles, lockRights, saveRole } from '../store/role.ts';
import { appendEntry } from './append-entry.ts';
import { machine, type Office } from './office.ts';

/** Brings the default roles up to this program; does nothing where they are so already. */
export async function keepDefaultRoles(office: Office): Promise<Refusal | undefined> {
  const before = await listRoles(office.db);
  const stands = shippedRoles(office.demonstration).every((wanted) =>
    before.some(({ role, byState }) => role.name === wanted.name && (byState || sameRole(role, wanted))),
  );
  if (stands) return undefined;
  const refused = await office.db.transaction(async (tx) => {
    const events = await saveDefaultRoles(tx, office);
    if (events.length === 0) return undefined;
    const kept = await appendEntry(tx, office, machine('countermark', 'default roles'), {
      kind: 'define-role',
      subject: office.node,
      events,
    });
    return isRefusal(kept) ? kept : undefined;
  });
  if (!refused) office.nudge();
  return refused;
}

/** Keeps the default roles that are missing or have changed with the program; gives the events that tell of it. */
export async function saveDefaultRoles(tx: Statements, office: Office): Promise<readonly object[]> {
  await lockRights(tx);
  const known = new Map((await listRoles(tx)).map((kept) => [kept.role.name, kept]));
  const wanted = shippedRoles(office.demonstration).filter((role) => {
    const kept = known.get(role.name);
    return kept === undefined || !(kept.byState || sameRole(kept.role, role));
  });
  for (const role of wanted) await saveRole(tx, role, false);
  return wanted.map((role) => ({ type: 'role-defined', role }));
}
