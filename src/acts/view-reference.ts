/**
 * Shows one maker, calibre or model with all that the tables know of it: its names, where its marks stand, what it is taken
 * for and how it is told from that; of a maker also how it writes its serials.
 *
 * @clause B-12, PoA II.9
 */
import { z } from 'zod';
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import type { Calibre, Maker, Model } from '../domain/reference/entry.ts';
import { type SerialGrammar, tellsYears } from '../domain/reference/serial-grammar.ts';
import { REFERENCE_TABLES, type ReferenceTable } from './list-reference.ts';
import type { Act } from './office.ts';
import { type SerialForm, serialForm } from './serial-output.ts';

const input = z.strictObject({ table: z.enum(REFERENCE_TABLES), code: z.string().max(80) });
export type ViewReference = z.infer<typeof input>;

export type ReferenceEntry = {
  readonly table: ReferenceTable;
  readonly entry: Maker | Calibre | Model;
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
  table: z.enum(REFERENCE_TABLES),
  entry,
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
    const { reference, grammarsOf } = await office.reference();
    const found = reference[table].get(code);
    if (!found) return refusal('reference-unknown', { table, code });
    const { makers, calibres, models } = reference;
    const named = codesNamed(found);
    const names = named.flatMap((one) => {
      const model = models.get(one);
      // Models of several makers have one name.
      const of = model && (makers.get(model.maker)?.name ?? model.maker);
      const name = makers.get(one)?.name ?? calibres.get(one)?.name ?? (model && `${model.name}, ${of}`);
      return name === undefined ? [] : [[one, name] as const];
    });
    const serials = table === 'makers' ? grammarsOf(code).map(formOf) : [];
    serials.sort((a, b) => Number(b.tells === 'years') - Number(a.tells === 'years'));
    return { table, entry: found, names: Object.fromEntries(names), serials };
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

function codesNamed(entry: Maker | Calibre | Model): readonly string[] {
  if ('family' in entry) return [...entry.alsoFits, ...entry.looksLike];
  if ('maker' in entry) return [entry.maker, ...entry.calibres, ...entry.lookAlikes];
  return [...entry.licenceOf, ...entry.successorOf];
}
