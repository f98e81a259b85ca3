/**
 * Shows the tables of makers, calibres and models, by pages or those whose names hold what is looked for. They are no records
 * of arms, so looking at them is not logged.
 *
 * @clause B-12, PoA II.9
 */
import { z } from 'zod';
import { fold } from '../domain/base/text.ts';
import type { Calibre, Maker, Model } from '../domain/reference/entry.ts';
import { type ReferenceTables, rowKey, type TableName } from '../domain/reference/tables.ts';
import type { Act } from './office.ts';
import { instant } from './output.ts';

/** Named limit: entries on one page. */
export const REFERENCE_LISTED_MAX = 200;

export const REFERENCE_TABLES = ['makers', 'calibres', 'models'] as const;
export type ReferenceTable = (typeof REFERENCE_TABLES)[number];
/** What an entry of each table is. */
export const ENTRY_OF = { makers: 'maker', calibres: 'calibre', models: 'model' } as const;

const input = z.strictObject({
  table: z.enum(REFERENCE_TABLES),
  text: z
    .string()
    .max(120)
    .optional()
    .describe('Only those of whose names this is a part, however it is written.'),
  maker: z.string().max(80).optional().describe('Only models of the maker with this code.'),
  own: z.boolean().default(false).describe("True: only the State's own rows."),
  limit: z.int().min(1).max(REFERENCE_LISTED_MAX).default(50),
  after: z.string().max(80).optional().describe('Code of the last one of the page before.'),
});
export type ListReference = z.infer<typeof input>;

/** Which version of the tables made a row of the State, and when. */
export const stateOutput = z.strictObject({ version: z.int(), at: instant });
export type StateMade = { readonly version: number; readonly at: string };
export const tablesVersion = z.int().describe('Version of the tables: how many changes the State has made.');

export type ReferenceLine = {
  readonly code: string;
  readonly name: string;
  readonly country?: string;
  readonly maker?: string;
  readonly kind?: string;
  /** Of a row of the State. */
  readonly state?: StateMade;
};
export type ReferenceList = {
  readonly version: number;
  /** Rows of the State in this table that this program cannot use. */
  readonly unusable: readonly string[];
  readonly entries: readonly ReferenceLine[];
  readonly total: number;
  readonly next: string | undefined;
};

const output = z.strictObject({
  version: tablesVersion,
  unusable: z
    .array(z.string())
    .describe(
      "Codes of the State's rows in this table that this program cannot use, so that they are left aside.",
    ),
  entries: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      country: z.string().optional().describe('ISO 3166-1, two letters.'),
      maker: z.string().optional().describe('Name of the maker of a model.'),
      kind: z.string().optional().describe('Class of a model, kind of a calibre.'),
      state: stateOutput.optional().describe("Of the State's own row: which version made it, and when."),
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
  async run(office, _actor, { table, text, maker, own, limit, after }) {
    const lookup = await office.reference();
    const asked = text === undefined ? '' : fold(text);
    const fitting = [...lookup.reference[table].values()].filter(
      (entry) =>
        (!own || lookup.own.has(rowKey(ENTRY_OF[table], entry.code))) &&
        (maker === undefined || ('maker' in entry && entry.maker === maker)) &&
        (asked === '' || holds(entry, asked)),
    );
    const from = after === undefined ? 0 : fitting.findIndex(({ code }) => code > after);
    const page = from < 0 ? [] : fitting.slice(from, from + limit);
    const isLast = from < 0 || from + limit >= fitting.length;
    return {
      version: lookup.version,
      unusable: lookup.unusable.flatMap(({ row }) => (row.table === ENTRY_OF[table] ? [row.code] : [])),
      entries: page.map((entry) => ({
        ...lineOf(lookup, entry),
        ...stateMade(lookup, ENTRY_OF[table], entry.code),
      })),
      total: fitting.length,
      next: isLast ? undefined : page.at(-1)?.code,
    };
  },
};

function holds({ code, name, aliases }: Maker | Calibre | Model, asked: string): boolean {
  return [code, name, ...aliases.map((alias) => alias.text)].some((one) => fold(one).includes(asked));
}

/** Since when an entry is the State's own; nothing where it is the program's. */
export function stateMade(
  { own }: Pick<ReferenceTables, 'own'>,
  table: TableName,
  code: string,
): { readonly state?: StateMade } {
  const row = own.get(rowKey(table, code));
  return row ? { state: { version: row.version, at: row.at } } : {};
}

function lineOf(lookup: ReferenceTables, entry: Maker | Calibre | Model): ReferenceLine {
  const { code, name } = entry;
  if ('family' in entry) return { code, name, kind: entry.kind };
  const country = entry.country === undefined ? {} : { country: entry.country };
  if (!('maker' in entry)) return { code, name, ...country };
  const maker = lookup.reference.makers.get(entry.maker)?.name ?? entry.maker;
  return { code, name, maker, kind: entry.class, ...country };
}
