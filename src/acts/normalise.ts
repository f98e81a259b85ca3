/**
 * Tells what a typed maker, calibre, model or class may stand for: candidates with their bits and their probability, and how
 * likely it is that the words name none of them. Nothing is recorded and no arm is looked at.
 *
 * @clause B-12, ITI 11
 */
import { z } from 'zod';
import { isPlaceholder } from '../domain/base/placeholders.ts';
import { understandClass } from '../domain/intake/class-words.ts';
import { NORMALISED_TEXT_MAX, NOTHING, type Normalised } from '../domain/reference/normalise.ts';
import type { Act } from './office.ts';

export const NORMALISED_KINDS = ['maker', 'calibre', 'model', 'class'] as const;

const input = z.strictObject({
  what: z.enum(NORMALISED_KINDS),
  text: z.string().max(300).describe('The words as they were typed.'),
  maker: z.string().max(80).optional().describe('Code of the maker among whose models is looked.'),
});
export type Normalise = z.infer<typeof input>;

const output = z.strictObject({
  text: z.string(),
  candidates: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      bits: z
        .number()
        .describe('log2 of how much likelier the typing is if this was meant than if anything else was.'),
      probability: z.number().min(0).max(1),
      by: z.string().describe('The name that the words fit best.'),
      alsoFits: z
        .array(z.string())
        .optional()
        .describe('Codes among the other candidates that are the same calibre in practice.'),
    }),
  ),
  noneProbability: z.number().min(0).max(1),
});
export type NormalisedWord = Normalised & { readonly text: string };

export const normalise: Act<Normalise, NormalisedWord> = {
  name: 'normalise',
  says: 'Tell what a typed maker, calibre, model or class may stand for',
  clauses: ['PoA II.9', 'ITI 11'],
  input,
  output,
  changes: false,
  async run(office, _actor, { what, text, maker }) {
    const asked = text.slice(0, NORMALISED_TEXT_MAX);
    if (isPlaceholder(asked)) return { text, ...NOTHING };
    if (what === 'class') return { text, ...classOf(asked) };
    const lookup = await office.reference();
    const found = what === 'model' ? lookup.model(asked, maker) : lookup[what](asked);
    return { text, ...rounded(found) };
  },
};

/** Words of a class are known or not: there is no half. */
function classOf(text: string): Normalised {
  const understood = understandClass(text);
  if (!understood.known || understood.other !== undefined || understood.class === 'unknown') return NOTHING;
  const probability = understood.vague ? 0.6 : 0.98;
  const bits = Math.log2(probability / (1 - probability));
  return rounded({
    candidates: [{ code: understood.class, name: understood.class, bits, probability, by: text }],
    noneProbability: 1 - probability,
  });
}

function rounded({ candidates, noneProbability }: Normalised): Normalised {
  return {
    candidates: candidates.map((one) => ({
      ...one,
      bits: Math.round(one.bits * 10) / 10,
      probability: Math.round(one.probability * 1e4) / 1e4,
    })),
    noneProbability: Math.round(noneProbability * 1e4) / 1e4,
  };
}
