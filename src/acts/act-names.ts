/**
 * The names that a role may hold: every act that doors offer, and those powers that are no single act because they read or
 * write files page by page. Not an act itself.
 */
import { ACTS } from './all-acts.ts';
import { POWERS_BESIDE_ACTS } from './powers-beside.ts';

/** Everything that a role may name. */
export function listActNames(): readonly string[] {
  return [...new Set([...ACTS.map((act) => act.name), ...POWERS_BESIDE_ACTS])];
}
