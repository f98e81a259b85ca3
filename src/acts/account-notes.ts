/**
 * What sign-in leaves behind: changes of an account are entries about it, with its id and never its name; signing in and
 * out are lines of the access log, without what was typed where no account is known. Not an act itself.
 *
 * @clause J-04
 */
import { assert, isRefusal } from '../domain/base/refusal.ts';
import type { Statements } from '../store/database.ts';
import { logAccess } from '../store/work.ts';
import { appendEntry } from './append-entry.ts';
import { type Actor, machine, newId, nowOf, type Office } from './office.ts';

/** The holder of an account, acting on it. */
export function holder(account: string): Actor {
  return machine(account, 'own account');
}

/** Keeps an entry about an account. */
export async function noteAccount(
  tx: Statements,
  office: Office,
  actor: Actor,
  about: { readonly account: string; readonly kind: string; readonly event: object },
): Promise<void> {
  const { account, kind, event } = about;
  const kept = await appendEntry(tx, office, actor, { kind, subject: account, events: [event] });
  assert(!isRefusal(kept), `an entry of ${kind} can always be kept`);
}

/** Writes a line of the access log about somebody at the door; where no account is known, nobody is named. */
export async function noteVisit(
  office: Office,
  account: string | undefined,
  act: string,
  purpose: string,
): Promise<void> {
  await logAccess(office.db, {
    id: newId(office),
    at: nowOf(office),
    operator: account ?? 'nobody',
    act,
    purpose,
    subjects: account ?? '',
  });
}
