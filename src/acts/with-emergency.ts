/** How an emergency access opens one arm to the one who has it. Not an act itself. */
import { parseUuid } from '../domain/base/id.ts';
import { findOpenUntil } from '../store/emergency.ts';
import { type Actor, nowOf, type Office } from './office.ts';

/** An actor before one arm, and until when an emergency access opens it to him or her. */
export type Before = { readonly actor: Actor; readonly openUntil: string | undefined };

/**
 * The actor as he or she may look at this one arm: with holder, site and case while an emergency access is open.
 * Asks the database only where something would be withheld.
 */
export async function withEmergency(office: Office, actor: Actor, arm: string): Promise<Before> {
  const { scope } = actor;
  const account = parseUuid(actor.operator);
  const opened = ['holder', 'site', 'case'] as const;
  if (!account || opened.every((field) => scope.sees.has(field))) return { actor, openUntil: undefined };
  const openUntil = await findOpenUntil(office.db, arm, account, nowOf(office));
  if (openUntil === undefined) return { actor, openUntil };
  return { actor: { ...actor, scope: { ...scope, sees: new Set([...scope.sees, ...opened]) } }, openUntil };
}
