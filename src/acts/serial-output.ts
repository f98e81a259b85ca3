/** What a serial tells, as acts answer it: the grammars by id and title, never whole. Not an act itself. */
import { z } from 'zod';
import type { DecodedSerial, SerialTold, WrongPlace } from '../domain/reference/decode-serial.ts';
import type { Impossible } from '../domain/reference/impossible.ts';
import {
  type SerialGrammar,
  tellsYears,
  ZONE_MEANINGS,
  type Zone,
} from '../domain/reference/serial-grammar.ts';
import { instant } from './output.ts';

const year = z.int();
const told = {
  grammar: z.string(),
  title: z.string().describe('In English.'),
  tells: z.enum(['years', 'shape']),
  hint: z.boolean().describe('True where the years are a weak lead only.'),
  years: z.array(year).describe('All that it may stand for.'),
  months: z.array(z.int().min(1).max(12)),
  factory: z.string().optional(),
  zones: z.array(z.strictObject({ means: z.enum(ZONE_MEANINGS), written: z.string().optional() })),
};

export const serialOutput = z.strictObject({
  fits: z.array(z.strictObject(told)),
  misfits: z.array(
    z.strictObject({
      ...told,
      wrong: z.array(
        z.strictObject({
          place: z.int().describe('Counted from 1.'),
          stands: z.string(),
          could: z.string().describe('All that may stand there.'),
          alike: z.string().describe('Of these, what looks like what was read.'),
        }),
      ),
    }),
  ),
});

type Said = Omit<SerialTold, 'grammar'> & {
  readonly grammar: string;
  readonly title: string;
  readonly tells: 'years' | 'shape';
  readonly hint: boolean;
};
export type SerialSaid = {
  readonly fits: readonly Said[];
  readonly misfits: readonly (Said & { readonly wrong: readonly WrongPlace[] })[];
};

/** What was decoded, with each grammar as its id and title. */
export function saidOf({ fits, misfits }: DecodedSerial): SerialSaid {
  return {
    fits: fits.map(sayOne),
    misfits: misfits.map(({ wrong, ...one }) => ({ ...sayOne(one), wrong })),
  };
}

function sayOne({ grammar, ...rest }: SerialTold): Said {
  const { id, title, hint } = grammar;
  return { grammar: id, title, tells: tellsYears(grammar) ? 'years' : 'shape', hint, ...rest };
}

/** A grammar as the tables show it. */
export const serialForm = z.strictObject({
  id: z.string(),
  maker: z.string(),
  title: z.string().describe('In English.'),
  classes: z.array(z.string()),
  from: year.optional(),
  to: year.optional(),
  tells: z.enum(['years', 'shape']),
  strict: z.boolean().describe('True where every arm of that maker, class and time carries it.'),
  hint: z.boolean(),
  zones: z.array(
    z.strictObject({ means: z.enum(ZONE_MEANINGS), shown: z.string(), min: z.int(), max: z.int() }),
  ),
  sources: z.array(z.string()),
  notes: z.string().optional(),
  state: z
    .strictObject({ version: z.int(), at: instant })
    .optional()
    .describe("Of the State's own grammar: which version made it, and when."),
});

export type SerialForm = Omit<SerialGrammar, 'models' | 'zones'> & {
  readonly tells: 'years' | 'shape';
  readonly zones: readonly Pick<Zone, 'means' | 'shown' | 'min' | 'max'>[];
  readonly state?: { readonly version: number; readonly at: string };
};

const common = { serial: z.string(), grammars: z.array(z.string()) };

/** What cannot be, going by a serial. */
export const notedOutput = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('other-year'), ...common, stated: year, years: z.array(year) }),
      z.strictObject({ kind: z.literal('made-later'), ...common, made: z.string(), seenOn: z.string() }),
      z.strictObject({ kind: z.literal('never-so'), ...common, stated: year }),
    ]),
  )
  .describe(
    'What cannot be, going by the serial and the way in which its maker writes serials: notes, not alarms.',
  );

export type Noted = readonly Impossible[];
