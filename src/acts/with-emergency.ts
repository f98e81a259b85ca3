/** How an emergency access or a decided match opens one arm to the one who has it. Not an act itself. */
import type { Field } from '../domain/access/scope.ts';
import { parseUuid } from '../domain/base/id.ts';
import { opensUntil } from '../domain/identification/decided.ts';
import { listOpenings, type OpenedBy, type Opening } from '../store/emergency.ts';
import { listDecided } from '../store/match.ts';
import { type Actor, nowOf, type Office } from './office.ts';

/** An actor before one arm, and by what and until when it is open to him or her, where it is. */
export type Before = { readonly actor: Actor; readonly opening: Opening | undefined };

/** What is seen of an arm that is open. A decided match tells whose the arm is, and nothing of other cases about it. */
const OPENS: Readonly<Record<OpenedBy, readonly Field[]>> = {
  emergency: ['holder', 'site', 'case'],
  match: ['holder', 'site'],
};

/**
 * The actor as he or she may look at this one arm: with holder and site while it is open, and with the case where that is by
 * an emergency access. Asks the database only where something would be withheld.
 */
export async function withEmergency(office: Office, actor: Actor, arm: string): Promise<Before> {
  const { scope } = actor;
  const account = parseUuid(actor.operator);
  if (!account || OPENS.emergency.every((field) => scope.sees.has(field)))
    return { actor, opening: undefined };
  for (const opening of await listOpenings(office.db, arm, account, nowOf(office))) {
    if (!(await holds(office, arm, account, opening))) continue;
    const sees = new Set([...scope.sees, ...OPENS[opening.by]]);
    return { actor: { ...actor, scope: { ...scope, sees } }, opening };
  }
  return { actor, opening: undefined };
}

/** What a decided match opened holds while the decisions on its reading are such that it would be opened anew. */
async function holds(office: Office, arm: string, account: string, { reading }: Opening): Promise<boolean> {
  if (reading === null) return true;
  const decided = await listDecided(office.db, [{ arm, reading }]);
  return 'until' in opensUntil(decided, account, office.clock());
}
