/** The shapes in which candidates are answered: by every door the same. Not an act itself. */
import { z } from 'zod';
import { CLASSES } from '../domain/arms/classification.ts';
import { FEATURE_LEVELS } from '../domain/identification/weights.ts';
import { MARK_CONDITIONS, PARTS } from '../domain/marks/mark.ts';

const bit = z.number().describe('log2 of a likelihood ratio: for where positive, against where negative.');
const place = z.int().describe('Place of the reading, counted from 1.');

export type BitName = 'serial' | 'parts' | keyof typeof FEATURE_LEVELS;
export const BIT_NAMES: readonly BitName[] = [
  'serial',
  'parts',
  ...(Object.keys(FEATURE_LEVELS) as (keyof typeof FEATURE_LEVELS)[]),
];

export const bitsOutput = z.strictObject(
  Object.fromEntries(BIT_NAMES.map((name) => [name, bit.optional()])) as Record<
    BitName,
    z.ZodOptional<typeof bit>
  >,
);

export const stepOutput = z.strictObject({
  is: z.enum(['alike', 'other', 'lost', 'added', 'swapped']),
  place: z.int().describe('Place of the reading, counted from 1; 0 is before the first.'),
  stands: z.string().optional().describe('What stands on the arm by the register.'),
});

export const candidateOutput = z.strictObject({
  armId: z.string(),
  number: z.string().describe('State number.'),
  serial: z.string().optional(),
  maker: z.string().optional(),
  model: z.string().optional(),
  calibre: z.string().optional(),
  class: z.enum(Object.keys(CLASSES) as [string, ...string[]]),
  year: z.int().optional(),
  bits: bitsOutput,
  totalBits: bit,
  probability: z.number().min(0).max(1),
  steps: z
    .array(stepOutput)
    .describe(
      'What would have happened to the number on its way to paper; empty where it fits as it stands.',
    ),
  at: z
    .array(z.string())
    .describe('What stands on the arm at each place of the reading; empty where nothing does.'),
  mark: z
    .array(
      z.strictObject({
        stands: z.string().describe('A character of it; empty where the register does not know it.'),
        place: z
          .int()
          .describe('Place of the reading at which it was read, counted from 1; 0 where it was not.'),
      }),
    )
    .describe('The number on the arm that fits the reading best, character by character.'),
});

const named = z.strictObject({ code: z.string(), name: z.string(), probability: z.number().min(0).max(1) });

export const understoodOutput = z.strictObject({
  readings: z
    .array(
      z.strictObject({
        part: z.enum(PARTS),
        condition: z.enum(MARK_CONDITIONS),
        written: z.string().describe('The canonical writing.'),
      }),
    )
    .describe('The one that tells most first: places of the reading are places of that one.'),
  leftOut: z.array(z.strictObject({ why: z.enum(['too-long', 'no-character']), text: z.string() })),
  maker: z.array(named).describe('What the words may stand for, the likeliest first.'),
  calibre: z.array(named),
  class: z.string().optional(),
  country: z.string().optional(),
});

export const decisiveOutput = z.strictObject({
  what: z.enum(['place', 'maker', 'model', 'calibre', 'class', 'country', 'another-mark']),
  place: place.optional(),
  may: z.array(z.string()).optional().describe('What it may be, the likeliest first.'),
});

export const answerOutput = z.strictObject({
  understood: understoodOutput,
  candidates: z.array(candidateOutput),
  priorBits: bit.describe('Bits that any arm of the register has before anything is said of it.'),
  noneProbability: z.number().min(0).max(1),
  denseAround: z
    .number()
    .min(0)
    .max(1)
    .describe(
      'Of the probability of none: the share that comes from numbers lying close around the reading.',
    ),
  moreFitting: z.int().describe('Arms beyond those told that fit as well as the least of them that is told.'),
  isCut: z.boolean().describe('True where more fits than was looked at: the reading says too little.'),
  decisive: decisiveOutput.optional(),
  weights: z.string().describe('Version of the weights.'),
  wide: z.boolean(),
  milliseconds: z.number(),
});

export type NamedShare = z.infer<typeof named>;
export type Step = z.infer<typeof stepOutput>;
export type CandidateTold = z.infer<typeof candidateOutput>;
export type Identified = z.infer<typeof answerOutput>;
