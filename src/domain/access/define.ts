/**
 * What a role may be defined as, and which roles administer: those that can bring people in and give them postings. One
 * active administrator always remains, and a key of a program never administers.
 *
 * What could go wrong: a role that names an act this program does not know would look like a right and be none. It is
 * refused when it is defined.
 *
 * @clause J-02
 */
import { type Refusal, refusal } from '../base/refusal.ts';
import { isEventType } from '../custody/life-cycle.ts';
import type { Role } from './role.ts';
import { FIELDS, REACHES } from './scope.ts';

/** Named limit: characters of the name of a role. */
export const ROLE_NAME_LENGTH_MAX = 40;

const NAME = /^[a-z][a-z0-9-]{1,39}$/;

/**
 * Why a role cannot be defined so; undefined where it can.
 * @refuses role-name, act-unknown, reach-unknown, field-unknown, event-unknown
 */
export function refuseRole(role: Role, acts: ReadonlySet<string>): Refusal | undefined {
  if (!NAME.test(role.name)) return refusal('role-name', { role: role.name });
  for (const [act, reach] of Object.entries(role.powers)) {
    if (!acts.has(act)) return refusal('act-unknown', { act, role: role.name });
    if (!REACHES.includes(reach)) return refusal('reach-unknown', { reach, act });
  }
  const field = role.sees.find((one) => !FIELDS.includes(one));
  if (field !== undefined) return refusal('field-unknown', { field });
  const event = role.events === 'all' ? undefined : role.events.find((one) => !isEventType(one));
  return event === undefined ? undefined : refusal('event-unknown', { event });
}

/** Acts by which rights are given: whoever has one of them is answerable for the rights of others. */
const GIVING_RIGHTS: readonly string[] = [
  'add-person',
  'post-person',
  'end-posting',
  'suspend-person',
  'reinstate-person',
  'define-role',
  'make-api-key',
  'end-api-key',
];

/** True where a role can bring in people and post them, so that a home is never without somebody who can. */
export function administers(role: Role): boolean {
  return ['add-person', 'post-person'].every((act) => Object.hasOwn(role.powers, act));
}

/** True where a role gives rights to others; no program's key works under such a role. */
export function givesRights(role: Role): boolean {
  return GIVING_RIGHTS.some((act) => Object.hasOwn(role.powers, act));
}

/** True where two definitions say the same, whatever the order they say it in. */
export function sameRole(one: Role, other: Role): boolean {
  return formatRole(one) === formatRole(other);
}

/** A role in one spelling. */
function formatRole({ name, powers, sees, events, secondFactor }: Role): string {
  return JSON.stringify([
    name,
    Object.entries(powers).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    sees.toSorted(),
    events === 'all' ? events : events.toSorted(),
    secondFactor,
  ]);
}
