/** What identifies arms, made once for a state of the tables. Not an act itself. */
import { type Identifier, makeIdentifier } from '../domain/identification/identifier.ts';
import type { Lookup } from '../domain/reference/lookup.ts';
import type { Office } from './office.ts';

const made = new WeakMap<Lookup, Identifier>();

/** The identifier by the tables and weights of the office. */
export async function identifierOf(office: Pick<Office, 'reference' | 'weights'>): Promise<Identifier> {
  const [lookup, weights] = await Promise.all([office.reference(), office.weights()]);
  const known = made.get(lookup);
  if (known) return known;
  const identifier = makeIdentifier(lookup, weights);
  made.set(lookup, identifier);
  return identifier;
}
