/**
 * Says what was understood of a mark as somebody typed it: each part's reading in its canonical writing, what is worn,
 * unknown or one of several, and what was left out. Where the maker is told, also what the serial says by the way in which that
 * maker writes serials: years, month, factory, or which places contradict it. Nothing is looked for, nothing is recorded.
 *
 * @clause, B-08, B-10, ITI 8
 */
import { z } from 'zod';
import { understandReading as understand } from '../domain/intake/understand-reading.ts';
import { MARK_CONDITIONS, PARTS } from '../domain/marks/mark.ts';
import { factsOf, formatReading, type LeftOut, type ReadingFacts } from '../domain/marks/reading.ts';
import { decodeSerial } from '../domain/reference/decode-serial.ts';
import { findClass, findMaker } from './named-maker.ts';
import type { Act } from './office.ts';
import { type SerialSaid, saidOf, serialOutput } from './serial-output.ts';

const input = z.strictObject({
  text: z.string().max(20_000).describe('What was typed: AB1?3, D8624[60], …03971, or a sentence.'),
  maker: z.string().max(300).optional().describe('The maker, as typed or by its code.'),
  class: z.string().max(300).optional().describe('The class, as typed or by its code.'),
});

const place = z.int().describe('Counted from 1.');
const output = z.strictObject({
  maker: z
    .strictObject({ code: z.string(), name: z.string() })
    .optional()
    .describe('What the words of the maker were understood as; absent where they are not sure.'),
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
      serial: serialOutput
        .optional()
        .describe('Where the maker is known: what its way of writing serials tells.'),
    }),
  ),
  leftOut: z.array(z.strictObject({ why: z.enum(['too-long', 'no-character']), text: z.string() })),
});

export type ReadingUnderstood = {
  readonly maker?: { readonly code: string; readonly name: string };
  readonly readings: readonly {
    readonly part: (typeof PARTS)[number];
    readonly condition: (typeof MARK_CONDITIONS)[number];
    readonly written: string;
    readonly facts: ReadingFacts;
    readonly serial?: SerialSaid;
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
  async run(office, _actor, { text, maker: typed, class: kind }) {
    const { readings, leftOut } = understand(text);
    const lookup = await office.reference();
    const maker = typed === undefined ? undefined : findMaker(lookup, typed);
    const of = { class: kind === undefined ? undefined : findClass(kind) };
    const grammars = maker === undefined ? [] : lookup.grammarsOf(maker.code);
    return {
      ...(maker ? { maker: { code: maker.code, name: maker.name } } : {}),
      readings: readings.map(({ part, condition, reading }) => ({
        part,
        condition,
        written: formatReading(reading),
        facts: factsOf(reading),
        ...(maker ? { serial: saidOf(decodeSerial(grammars, reading, of)) } : {}),
      })),
      leftOut,
    };
  },
};
