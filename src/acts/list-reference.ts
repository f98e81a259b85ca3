/**
 * Shows the tables of makers, calibres and models, by pages or those whose names hold what is looked for. They are no records
 * of arms, so looking at them is not logged.
 *
 * @clause B-12, PoA II.9
 */
import { z } from 'zod';
import { fold } from '../domain/base/text.ts';
import type { Calibre, Maker, Model } from '../domain/reference/entry.ts';
import type { Lookup } from '../domain/reference/lookup.ts';
import type { Act } from './office.ts';

/** Named limit: entries on one page. */
export const REFERENCE_LISTED_MAX = 200;

export const REFERENCE_TABLES = ['makers', 'calibres', 'models'] as const;
export type ReferenceTable = (typeof REFERENCE_TABLES)[number];

const input = z.strictObject({
  table: z.enum(REFERENCE_TABLES),
  text: z
    .string()
    .max(120)
    .optional()
    .describe('Only those of whose names this is a part, however it is written.'),
  maker: z.string().max(80).optional().describe('Only models of the maker with this code.'),
  limit: z.int().min(1).max(REFERENCE_LISTED_MAX).default(50),
  after: z.string().max(80).optional().describe('Code of the last one of the page before.'),
});
export type ListReference = z.infer<typeof input>;

export type ReferenceLine = {
  readonly code: string;
  readonly name: string;
  readonly country?: string;
  readonly maker?: string;
  readonly kind?: string;
};
export type ReferenceList = {
  readonly entries: readonly ReferenceLine[];
  readonly total: number;
  readonly next: string | undefined;
};

const output = z.strictObject({
  entries: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      country: z.string().optional().describe('ISO 3166-1, two letters.'),
      maker: z.string().optional().describe('Name of the maker of a model.'),
      kind: z.string().optional().describe('Class of a model, kind of a calibre.'),
    }),
  ),
  total: z.int(),
  next: z.string().optional().describe('Code to be given as "after" for the next page.'),
});

export const listReference: Act<ListReference, ReferenceList> = {
  name: 'list-reference',
  says: 'Show the tables of makers, calibres and models',
  clauses: ['PoA II.9'],
  input,
  output,
  changes: false,
  async run(office, _actor, { table, text, maker, limit, after }) {
    const lookup = await office.reference();
    const asked = text === undefined ? '' : fold(text);
    const fitting = [...lookup.reference[table].values()].filter(
      (entry) =>
        (maker === undefined || ('maker' in entry && entry.maker === maker)) &&
        (asked === '' || holds(entry, asked)),
    );
    const from = after === undefined ? 0 : fitting.findIndex(({ code }) => code > after);
    const page = from < 0 ? [] : fitting.slice(from, from + limit);
    const isLast = from < 0 || from + limit >= fitting.length;
    return {
      entries: page.map((entry) => lineOf(lookup, entry)),
      total: fitting.length,
      next: isLast ? undefined : page.at(-1)?.code,
    };
  },
};

function holds({ code, name, aliases }: Maker | Calibre | Model, asked: string): boolean {
  return [code, name, ...aliases.map((alias) => alias.text)].some((one) => fold(one).includes(asked));
}

function lineOf(lookup: Lookup, entry: Maker | Calibre | Model): ReferenceLine {
  const { code, name } = entry;
  if ('family' in entry) return { code, name, kind: entry.kind };
  const country = entry.country === undefined ? {} : { country: entry.country };
  if (!('maker' in entry)) return { code, name, ...country };
  const maker = lookup.reference.makers.get(entry.maker)?.name ?? entry.maker;
  return { code, name, maker, kind: entry.class, ...country };
}
