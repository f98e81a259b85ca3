/** How an emergency access opens one arm to the one who has it. Not an act itself. */
import { parseUuid } from '../domain/base/id.ts';
import { hasEmergency } from '../store/emergency.ts';
import { type Actor, nowOf, type Office } from './office.ts';

/**
 * The actor as he or she may look at this one arm: with holder, site and case while an emergency access is open.
 * Asks the database only where something would be withheld.
 */
export async function withEmergency(office: Office, actor: Actor, arm: string): Promise<Actor> {
  const { scope } = actor;
  const account = parseUuid(actor.operator);
  const opened = ['holder', 'site', 'case'] as const;
  if (!account || opened.every((field) => scope.sees.has(field))) return actor;
  if (!(await hasEmergency(office.db, arm, account, nowOf(office)))) return actor;
  return { ...actor, scope: { ...scope, sees: new Set([...scope.sees, ...opened]) } };
}
