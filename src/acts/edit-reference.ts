/**
 * Changes the reference tables of the State: adds a maker, calibre, model or grammar of serials, puts a row of the State in the
 * place of the program's, or takes a row of the State back. Each change is an entry of the ledger that holds the whole row and
 * why, and makes a version of the tables; none is lost. What was recorded of arms stays as it stood.
 *
 * What could go wrong: two people change one row at once and one change is undone unseen. Changes are made one after the
 * other under one lock, and whoever tells which version was seen is refused where another stands.
 *
 * @clause B-12, PoA II.9
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { canonicalBytes } from '../domain/ledger/canonical.ts';
import { keptFields, refuseRow, refuseTakingBack } from '../domain/reference/edit.ts';
import { EDITED_TABLES, type Program, type TableName } from '../domain/reference/tables.ts';
import { insertReferenceChange, listStateRows, lockReference } from '../store/reference.ts';
import { appendEntry, type Kept } from './append-entry.ts';
import { submission, TEXT_MAX } from './input.ts';
import { type Act, type Actor, newId, nowOf, type Office } from './office.ts';
import { once } from './once.ts';
import { keptOutput } from './output.ts';

/** Named limit: cells of a row, members of a grammar. */
const FIELDS_MAX = 40;

const input = z
  .strictObject({
    ...submission,
    table: z.enum(EDITED_TABLES),
    code: z.string().min(1).max(80).describe('Code of the entry; the id of a grammar.'),
    fields: z
      .record(z.string().max(40), z.unknown())
      .refine((fields) => Object.keys(fields).length <= FIELDS_MAX, { message: 'Too many fields.' })
      .optional()
      .describe(
        'The whole row by the columns of its file, lists parted by a bar: name, aliases, source and so on. Of a grammar its JSON.',
      ),
    takeBack: z.boolean().default(false).describe("True: the State's own row goes, in the place of fields."),
    adds: z.boolean().default(false).describe('True: refused where an entry has the code already.'),
    seen: z
      .int()
      .min(0)
      .optional()
      .describe(
        "Version of the State's row that was seen, 0 where there was none: refused where another stands.",
      ),
    why: z.string().trim().min(1).max(TEXT_MAX).describe('Kept for ever in the ledger; names no person.'),
  })
  .refine(({ fields, takeBack }) => takeBack !== (fields !== undefined), {
    message: 'Expected either fields, or takeBack.',
    path: ['fields'],
  });
export type EditReference = z.infer<typeof input>;

export const editReference: Act<EditReference, Kept> = {
  name: 'edit-reference',
  says: 'Change the reference tables of the State, or take a change back',
  clauses: ['PoA II.9'],
  input,
  output: keptOutput,
  changes: true,
  run: (office, actor, wanted) => changeReference(office, actor, wanted, 'edit-reference'),
};

/** A change of any of the tables. */
export type ReferenceWish = Omit<EditReference, 'table'> & { readonly table: TableName };

/** Changes a table once, whatever is sent twice, as an entry of this kind. */
export async function changeReference(
  office: Office,
  actor: Actor,
  wanted: ReferenceWish,
  kind: string,
): Promise<Kept | Refusal> {
  const act = wanted.act ?? newId(office);
  const { program } = await office.reference();
  const run = () => edit(office, actor, program, { ...wanted, act }, kind);
  const done = await once(office, act, run, { kind, operator: actor.operator });
  if (isRefusal(done)) return done;
  office.referenceChanged();
  return done.result;
}

function edit(
  office: Office,
  actor: Actor,
  program: Program,
  { act, device, table, code, fields: given, adds, seen, why }: ReferenceWish & { readonly act: string },
  kind: string,
): Promise<Kept | Refusal> {
  return office.db.transaction(async (tx) => {
    await lockReference(tx);
    const { rows, version: last } = await listStateRows(tx);
    const own = rows.find((row) => row.table === table && row.code === code);
    const others = rows.filter((row) => row !== own);
    if (seen !== undefined && seen !== (own?.version ?? 0)) return refusal('reference-changed', { code });
    const version = last + 1;
    const fields = given && keptFields(table, given);
    if (fields) {
      const readable = canonicalBytes(fields);
      if (isRefusal(readable)) return readable;
      const row = { table, code, version, at: nowOf(office), why, fields };
      const refused = refuseRow(program, others, row);
      if (refused) return refused;
      if (adds && (own || program.rows[table].has(code))) return refusal('reference-code-known', { code });
    } else {
      if (!own) return refusal('reference-not-own', { code });
      const refused = refuseTakingBack(program, others, own);
      if (refused) return refused;
    }
    const done = fields ? { fields } : { takenBack: true };
    const event = { type: 'reference-changed', table, code, version, why, ...done };
    const entry = { act, device, kind, subject: office.node, events: [event] };
    const kept = await appendEntry(tx, office, actor, entry);
    if (isRefusal(kept)) return kept;
    const { operator } = actor;
    const { entry: id, recorded: at } = kept;
    await insertReferenceChange(tx, { version, table, code, fields, why, operator, at, entry: id });
    return kept;
  });
}
