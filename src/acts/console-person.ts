/** Whoever holds the machine itself, as the acts know him or her. Not an act itself. */
import { EVERYTHING, FIELDS, type Reach } from '../domain/access/scope.ts';
import { listActNames } from './act-names.ts';
import type { Person } from './office.ts';

/** Whoever holds the machine itself: every act, all arms, all fields, and all of it logged as "console". */
export function consolePerson(operator = 'console'): Person {
  const powers = Object.fromEntries(listActNames().map((act): [string, Reach] => [act, EVERYTHING.arms]));
  return {
    operator,
    name: operator,
    role: { name: 'console', powers, sees: FIELDS, events: 'all', secondFactor: false },
    parties: [],
  };
}
