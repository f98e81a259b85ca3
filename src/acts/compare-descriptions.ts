/**
 * Says of pairs of descriptions how likely each describes one arm, with the bits of every feature on which both say something.
 * It looks at no register and records nothing: what is compared is what was given.
 *
 * @clause PoA II.9, ITI 11
 */
import { z } from 'zod';
import { type Comparison, compareSides, type Side, sideOf } from '../domain/identification/compare.ts';
import type { Identifier } from '../domain/identification/identifier.ts';
import { understandReading } from '../domain/intake/understand-reading.ts';
import { identifierOf } from './identifier.ts';
import { SAID_FIELDS } from './identify-arm.ts';
import { bitsOutput, type Step, stepOutput } from './identify-output.ts';
import type { Act } from './office.ts';
import { round } from './tell-candidates.ts';

/** Named limit: pairs of one call. */
export const PAIRS_MAX = 500;

const side = z.strictObject({
  serial: z.string().max(20_000).optional().describe('What was read of the number; may be partly read.'),
  ...SAID_FIELDS,
});
const input = z.strictObject({
  pairs: z
    .array(z.strictObject({ a: side, b: side }))
    .min(1)
    .max(PAIRS_MAX),
});

export const pairOutput = z.strictObject({
  bits: bitsOutput,
  totalBits: z.number(),
  probability: z.number().min(0).max(1).describe('That both describe one arm.'),
  steps: z
    .array(stepOutput)
    .describe('What would have happened to the number on the way from one to the other.'),
});
const output = z.strictObject({ pairs: z.array(pairOutput), weights: z.string() });
export type PairTold = z.infer<typeof pairOutput>;
export type Compared = { readonly pairs: readonly PairTold[]; readonly weights: string };

export const compareDescriptions: Act<z.infer<typeof input>, Compared> = {
  name: 'compare-descriptions',
  says: 'Say how likely two descriptions are of one arm',
  clauses: ['PoA II.9', 'ITI 11'],
  input,
  output,
  changes: false,
  async run(office, _actor, { pairs }) {
    const identifier = await identifierOf(office);
    return {
      pairs: pairs.map(({ a, b }) =>
        tellPair(compareSides(identifier, described(identifier, a), described(identifier, b))),
      ),
      weights: identifier.weights.version,
    };
  },
};

/** A description as it is compared: of several numbers the longest counts. */
function described(identifier: Identifier, { serial, ...said }: z.infer<typeof side>): Side {
  const readings =
    serial === undefined ? [] : understandReading(serial).readings.map(({ reading }) => reading);
  const [first] = [...readings].sort((a, b) => b.places.length - a.places.length);
  return sideOf(identifier, first, identifier.profile(said));
}

/** A comparison as doors tell it. */
export function tellPair({ bits, totalBits, probability, steps }: Comparison): PairTold {
  const rounded = Object.entries(bits).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, round(value, 2)]],
  );
  return {
    bits: Object.fromEntries(rounded) as PairTold['bits'],
    totalBits: round(totalBits, 2),
    probability: round(probability, 6),
    steps: steps().map((step): Step => ({ ...step })),
  };
}
