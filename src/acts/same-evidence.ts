/**
 * What speaks for and against that two registered arms are one: the evidence behind a proposal, worked out whenever it is
 * shown, so that it follows the tables and the weights. Not an act itself.
 *
 * @clause A-12
 */
import { type Comparison, compareSides, type Side, sideOf } from '../domain/identification/compare.ts';
import type { Identifier } from '../domain/identification/identifier.ts';
import type { Described } from '../domain/identification/profile.ts';
import { parseReading } from '../domain/marks/reading.ts';
import type { WorkItem } from '../store/work.ts';
import { type PairTold, tellPair } from './compare-descriptions.ts';
import { identifierOf } from './identifier.ts';
import type { Office } from './office.ts';

/** The kind of the items that propose it. */
export const PERHAPS_SAME = 'perhaps-same-arm';

type DescribedArm = Described & { readonly serial?: string | undefined };

/** The evidence of those of these items that propose two arms as one, by the id of the item. */
export async function evidenceOf(
  office: Office,
  items: readonly WorkItem[],
  about: ReadonlyMap<string, DescribedArm>,
): Promise<ReadonlyMap<string, PairTold>> {
  const proposals = items.filter(({ kind }) => kind === PERHAPS_SAME);
  if (proposals.length === 0) return new Map();
  const identifier = await identifierOf(office);
  return new Map(
    proposals.flatMap(({ id, subject, against }) => {
      const [one, other] = [about.get(subject), about.get(against ?? '')];
      return one && other ? [[id, tellPair(compareArms(identifier, one, other))] as const] : [];
    }),
  );
}

/** Compares two arms by their serials and what is said of them. */
export function compareArms(identifier: Identifier, a: DescribedArm, b: DescribedArm): Comparison {
  return compareSides(identifier, armSide(identifier, a), armSide(identifier, b));
}

/** An arm made ready to be compared with several. */
export function armSide(identifier: Identifier, { serial, ...said }: DescribedArm): Side {
  const reading = serial === undefined || serial === '' ? undefined : parseReading(serial).reading;
  return sideOf(identifier, reading, identifier.profile(said));
}
