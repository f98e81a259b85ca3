/**
 * Roles are data that a State can change: which acts, how far each reaches, which fields are seen and which events may be
 * recorded, and whether a password alone lets its holders in. A person works under one posting (a role at an agency) at a
 * time, so that rights never add up unseen.
 *
 * @clause A-13, J-02
 */
import { type Refusal, refusal } from '../base/refusal.ts';
import type { Field, Reach, Scope } from './scope.ts';

export type Role = {
  readonly name: string;
  /** Name of the act: how far it reaches. An act that is not named is not permitted. */
  readonly powers: Readonly<Record<string, Reach>>;
  readonly sees: readonly Field[];
  readonly events: 'all' | readonly string[];
  /** True where whoever holds it signs in with a second factor, or can do nothing but set one up. */
  readonly secondFactor: boolean;
};

/**
 * The scope in which a role may do an act.
 * @refuses not-permitted where the role does not name the act
 */
export function mayAct(role: Role, act: string, parties: readonly string[]): Scope | Refusal {
  const reach = Object.hasOwn(role.powers, act) ? role.powers[act] : undefined;
  if (reach === undefined) return refusal('not-permitted', { act, role: role.name });
  const events = role.events === 'all' ? 'all' : new Set(role.events);
  return { arms: reach, parties, sees: new Set(role.sees), events };
}
