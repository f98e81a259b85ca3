/**
 * Whose arms no partner is ever told of: those of the agencies that the State's rules name, and of all below them. A list that
 * can be asked by number would otherwise tell what stands in the stores of the armed forces. Not an act itself.
 *
 * @clause C-12
 */
import { liesBelow } from '../store/agency.ts';
import type { Statements } from '../store/database.ts';
import { findOwners } from '../store/listing.ts';
import { readTraceRules } from './trace-rules.ts';

/** True where an arm is of an agency that is never listed, by its owner, its unit or its keeper. */
export async function isNeverListed(db: Statements, arm: string): Promise<boolean> {
  const { neverListed } = await readTraceRules(db);
  return neverListed.length > 0 && liesBelow(db, await findOwners(db, arm), neverListed);
}
