/**
 * Shows one maker, calibre or model with all that the tables know of it: its names, where its marks stand, what it is taken
 * for and how it is told from that; of a maker also how it writes its serials. A row of the State is told with why it stands,
 * and with the row of the program in whose place it stands.
 *
 * @clause B-12, PoA II.9
 */
import { z } from 'zod';
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import type { Calibre, Maker, Model } from '../domain/reference/entry.ts';
import { listCodesNamed } from '../domain/reference/parse.ts';
import { type SerialGrammar, tellsYears } from '../domain/reference/serial-grammar.ts';
import { rowKey } from '../domain/reference/tables.ts';
import {
  ENTRY_OF,
  REFERENCE_TABLES,
  type ReferenceTable,
  stateMade,
  stateOutput,
  tablesVersion,
} from './list-reference.ts';
import type { Act } from './office.ts';
import { type SerialForm, serialForm } from './serial-output.ts';

const input = z.strictObject({ table: z.enum(REFERENCE_TABLES), code: z.string().max(80) });
export type ViewReference = z.infer<typeof input>;

export type AnyEntry = Maker | Calibre | Model;
export type ReferenceEntry = {
  /** Version of the tables. */
  readonly version: number;
  readonly table: ReferenceTable;
  readonly entry: AnyEntry;
  /** Of a row of the State: which version made it, when, why, and the program's row in whose place it stands. */
  readonly state?: {
    readonly version: number;
    readonly at: string;
    readonly why: string;
    readonly program?: AnyEntry;
  };
  /** The row as it is written, by the columns of its file. */
  readonly fields: Readonly<Record<string, string>>;
  /** What to call each entry that this one names. */
  readonly names: Readonly<Record<string, string>>;
  /** Of a maker: how it writes its serials, those that tell a year first. */
  readonly serials: readonly SerialForm[];
};

const codes = z.array(z.string());
const aliases = z.array(z.strictObject({ text: z.string(), unsure: z.literal(true).optional() }));
const year = z.int().optional();
const common = { code: z.string(), name: z.string(), aliases, source: z.string() };
const country = z.string().optional();
const entry = z.union([
  z.strictObject({
    ...common,
    country,
    from: year,
    to: year,
    marks: codes,
    licenceOf: codes,
    successorOf: codes,
  }),
  z.strictObject({
    ...common,
    kind: z.string(),
    family: z.string(),
    bulletMm: z.number().optional(),
    caseMm: z.number().optional(),
    alsoFits: codes,
    looksLike: codes,
  }),
  z.strictObject({
    ...common,
    maker: z.string(),
    class: z.string(),
    action: z.string().optional(),
    calibres: codes,
    country,
    from: year,
    to: year,
    marksAt: codes.describe('Where marks stand, such as serial@frame-right.'),
    lookAlikes: codes,
    tellApart: z.string().optional(),
  }),
]);
const output = z.strictObject({
  version: tablesVersion,
  table: z.enum(REFERENCE_TABLES),
  entry,
  state: stateOutput
    .extend({ why: z.string(), program: entry.optional().describe("The program's row of the same code.") })
    .optional()
    .describe("Of the State's own row."),
  fields: z.record(z.string(), z.string()).describe('The row as it is written, by the columns of its file.'),
  names: z.record(z.string(), z.string()),
  serials: z.array(serialForm).describe('Of a maker: how it writes its serials.'),
});

export const viewReference: Act<ViewReference, ReferenceEntry> = {
  name: 'view-reference',
  says: 'Show what the tables know of a maker, calibre or model',
  clauses: ['PoA II.9'],
  input,
  output,
  changes: false,
  async run(office, _actor, { table, code }): Promise<ReferenceEntry | Refusal> {
    const tables = await office.reference();
    const { reference, grammarsOf, own, program, version } = tables;
    const found = reference[table].get(code);
    if (!found) return refusal('reference-unknown', { table, code });
    const row = own.get(rowKey(ENTRY_OF[table], code));
    const shipped = row && program.reference[table].get(code);
    const { makers, calibres, models } = reference;
    const named = [found, ...(shipped ? [shipped] : [])].flatMap(listCodesNamed);
    const names = named.flatMap(({ code: one }) => {
      const model = models.get(one);
      // Models of several makers have one name.
      const of = model && (makers.get(model.maker)?.name ?? model.maker);
      const name = makers.get(one)?.name ?? calibres.get(one)?.name ?? (model && `${model.name}, ${of}`);
      return name === undefined ? [] : [[one, name] as const];
    });
    const serials =
      table === 'makers'
        ? grammarsOf(code).map((one) => ({ ...formOf(one), ...stateMade(tables, 'grammar', one.id) }))
        : [];
    serials.sort((a, b) => Number(b.tells === 'years') - Number(a.tells === 'years'));
    const state = row && {
      version: row.version,
      at: row.at,
      why: row.why,
      ...(shipped ? { program: shipped } : {}),
    };
    return {
      version,
      table,
      entry: found,
      ...(state ? { state } : {}),
      fields: (row?.fields ?? program.rows[ENTRY_OF[table]].get(code)) as Readonly<Record<string, string>>,
      names: Object.fromEntries(names),
      serials,
    };
  },
};

function formOf(grammar: SerialGrammar): SerialForm {
  const { models: _models, zones, ...rest } = grammar;
  return {
    ...rest,
    tells: tellsYears(grammar) ? 'years' : 'shape',
    zones: zones.map(({ means, shown, min, max }) => ({ means, shown, min, max })),
  };
}
