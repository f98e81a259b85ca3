/**
 * Shows how States mark arms: by State, kind, words, or by a mark that was typed or described; then the closest come first, with
 * the States and years that each leaves open. They tell of no arm, so looking at them is not logged.
 *
 * @clause B-11, ITI 31(b)
 */
import { z } from 'zod';
import { fold } from '../domain/base/text.ts';
import { PARTS } from '../domain/marks/mark.ts';
import { findPractices, type PracticeFit, practicesOf } from '../domain/reference/find-practices.ts';
import { PRACTICE_KINDS, type Practice, SURENESS } from '../domain/reference/practice.ts';
import { writeRow } from '../domain/reference/symbols.ts';
import { type ReferenceTables, rowKey } from '../domain/reference/tables.ts';
import { type StateMade, stateMade, stateOutput, tablesVersion } from './list-reference.ts';
import type { Act } from './office.ts';

/** Named limit: practices of one page. */
export const PRACTICES_LISTED_MAX = 200;

const input = z.strictObject({
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe('Only those of this State, by its two letters; rules for several come after its own.'),
  kind: z.enum(PRACTICE_KINDS).optional(),
  text: z.string().max(120).optional().describe('Only those of whose words this is a part.'),
  mark: z
    .string()
    .max(200)
    .optional()
    .describe(
      'A mark as it is read, such as BNP or DE 14, or described, such as arrow in triangle: the closest first.',
    ),
  code: z.string().max(80).optional().describe('Only the one of this code.'),
  own: z.boolean().default(false).describe("True: only the State's own rows."),
  after: z.string().max(80).optional().describe('Code of the last one of the page before.'),
  limit: z.int().min(1).max(PRACTICES_LISTED_MAX).default(50),
});
export type ListMarkingPractices = z.infer<typeof input>;

/** A practice as it is told: its pattern and drawing as they are written. */
export type PracticeTold = Omit<Practice, 'pattern' | 'drawing'> & {
  readonly pattern?: string;
  readonly drawing?: { readonly frame?: string; readonly rows: readonly string[] };
  readonly state?: StateMade;
  /** Where a mark was asked for. */
  readonly fit?: PracticeFit;
};
export type MarkingPractices = {
  readonly version: number;
  readonly practices: readonly PracticeTold[];
  readonly total: number;
  readonly next: string | undefined;
};

const words = z.string().optional();
const year = z.int().optional();
const output = z.strictObject({
  version: tablesVersion,
  practices: z.array(
    z.strictObject({
      code: z.string(),
      countries: z.array(z.string()),
      kind: z.enum(PRACTICE_KINDS),
      authority: words,
      looks: z.strictObject({ en: words, fr: words, ar: words }),
      texts: z.array(z.string()),
      pattern: words,
      drawing: z.strictObject({ frame: words, rows: z.array(z.string()) }).optional(),
      where: z.array(z.enum(PARTS)),
      from: year,
      to: year,
      years: z.record(z.string(), z.int()),
      source: z.string(),
      sure: z.enum(SURENESS),
      state: stateOutput.optional().describe("Of the State's own row."),
      fit: z
        .strictObject({
          how: z.enum(['letters', 'pattern', 'signs']),
          countries: z.array(z.string()).describe('The States that the mark may be of.'),
          from: year,
          to: year,
        })
        .optional(),
    }),
  ),
  total: z.int(),
  next: z.string().optional(),
});

export const listMarkingPractices: Act<ListMarkingPractices, MarkingPractices> = {
  name: 'list-marking-practices',
  says: 'Show how States mark arms',
  clauses: ['ITI 31(b)'],
  input,
  output,
  changes: false,
  async run(office, _actor, wanted) {
    const tables = await office.reference();
    const all = fittingOf(tables, wanted, new Date(office.clock()).getUTCFullYear());
    const asked = fold(wanted.text ?? '');
    const fitting = all.filter(
      ({ practice }) =>
        (wanted.country === undefined || practice.countries.includes(wanted.country)) &&
        (wanted.kind === undefined || practice.kind === wanted.kind) &&
        (wanted.code === undefined || practice.code === wanted.code) &&
        (!wanted.own || tables.own.has(rowKey('practice', practice.code))) &&
        (asked === '' || wordsOf(practice).some((one) => fold(one).includes(asked))),
    );
    const from =
      wanted.after === undefined
        ? 0
        : fitting.findIndex(({ practice }) => practice.code === wanted.after) + 1;
    const page = fitting.slice(from, from + wanted.limit);
    const isLast = from + wanted.limit >= fitting.length;
    return {
      version: tables.version,
      practices: page.map(({ practice, fit }) => ({
        ...tellPractice(practice),
        ...stateMade(tables, 'practice', practice.code),
        ...(fit === undefined ? {} : { fit }),
      })),
      total: fitting.length,
      next: isLast ? undefined : page.at(-1)?.practice.code,
    };
  },
};

type Fitting = readonly { readonly practice: Practice; readonly fit?: PracticeFit }[];

function fittingOf(
  { reference }: ReferenceTables,
  { mark, country }: ListMarkingPractices,
  year: number,
): Fitting {
  const practices = reference.practices.values();
  if (mark !== undefined && mark.trim() !== '') return findPractices(practices, mark, year);
  if (country !== undefined) return practicesOf(practices, country).map((practice) => ({ practice }));
  return [...practices]
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
    .map((practice) => ({ practice }));
}

/** By States; rules for several after all that are of one. */
function orderOf({ countries, code }: Practice): string {
  return `${countries.length > 1 ? 1 : 0} ${countries[0]} ${code}`;
}

function wordsOf({ code, authority = '', looks, texts, source }: Practice): readonly string[] {
  return [code, authority, ...Object.values(looks), ...texts, source];
}

function tellPractice({ pattern, drawing, ...rest }: Practice): PracticeTold {
  return {
    ...rest,
    ...(pattern === undefined ? {} : { pattern: pattern.written }),
    ...(drawing === undefined
      ? {}
      : {
          drawing: {
            ...(drawing.frame === undefined ? {} : { frame: drawing.frame }),
            rows: drawing.rows.map(writeRow),
          },
        }),
  };
}
