/**
 * Says what was understood of a mark as somebody typed it: each part's reading in its canonical writing, what is worn,
 * unknown or one of several, and what was left out. Nothing is looked for and nothing is recorded.
 *
 * @clause A-10, B-10, ITI 8
 */
import { z } from 'zod';
import { understandReading as understand } from '../domain/intake/understand-reading.ts';
import { MARK_CONDITIONS, PARTS } from '../domain/marks/mark.ts';
import { factsOf, formatReading, type LeftOut, type ReadingFacts } from '../domain/marks/reading.ts';
import type { Act } from './office.ts';

const input = z.strictObject({
  text: z.string().max(20_000).describe('What was typed: AB1?3, D8624[60], …03971, or a sentence.'),
});

const place = z.int().describe('Counted from 1.');
const output = z.strictObject({
  readings: z.array(
    z.strictObject({
      part: z.enum(PARTS),
      condition: z.enum(MARK_CONDITIONS),
      written: z.string().describe('The canonical writing.'),
      facts: z.strictObject({
        read: z.int(),
        worn: z.array(place),
        unknown: z.array(place),
        either: z.array(z.strictObject({ place, may: z.string() })),
        lost: z.array(z.enum(['beginning', 'middle', 'end'])),
      }),
    }),
  ),
  leftOut: z.array(z.strictObject({ why: z.enum(['too-long', 'no-character']), text: z.string() })),
});

export type ReadingUnderstood = {
  readonly readings: readonly {
    readonly part: (typeof PARTS)[number];
    readonly condition: (typeof MARK_CONDITIONS)[number];
    readonly written: string;
    readonly facts: ReadingFacts;
  }[];
  readonly leftOut: readonly LeftOut[];
};

export const understandReading: Act<z.infer<typeof input>, ReadingUnderstood> = {
  name: 'understand-reading',
  says: 'Say what is understood of a mark as it was typed',
  clauses: ['ITI 8'],
  input,
  output,
  changes: false,
  async run(_office, _actor, { text }) {
    const { readings, leftOut } = understand(text);
    return {
      readings: readings.map(({ part, condition, reading }) => ({
        part,
        condition,
        written: formatReading(reading),
        facts: factsOf(reading),
      })),
      leftOut,
    };
  },
};
