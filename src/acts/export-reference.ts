/**
 * Gives one of the reference tables whole, as it is written: the rows of the program and of the State together, or those of
 * the State alone, to be kept, printed, compared or brought to another register. It holds no record of an arm.
 *
 * @clause B-12, PoA II.9
 */
import { z } from 'zod';
import { columnsOf, type Fields, listRows, TABLE_NAMES } from '../domain/reference/tables.ts';
import { type StateMade, stateOutput, tablesVersion } from './list-reference.ts';
import type { Act } from './office.ts';

const input = z.strictObject({
  table: z.enum(TABLE_NAMES),
  own: z.boolean().default(false).describe("True: only the State's own rows."),
});
export type ExportReference = z.infer<typeof input>;

export type ReferenceExport = {
  readonly version: number;
  /** Columns of the table, in the order of its file; the members of a grammar. */
  readonly columns: readonly string[];
  readonly rows: readonly { readonly code: string; readonly fields: Fields; readonly state?: StateMade }[];
};

const output = z.strictObject({
  version: tablesVersion,
  columns: z.array(z.string()),
  rows: z.array(
    z.strictObject({
      code: z.string(),
      fields: z.record(z.string(), z.unknown()).describe('The row by its columns, without its code.'),
      state: stateOutput.optional(),
    }),
  ),
});

export const exportReference: Act<ExportReference, ReferenceExport> = {
  name: 'export-reference',
  says: 'Give a reference table whole, as it is written',
  clauses: ['PoA II.9'],
  input,
  output,
  changes: false,
  async run(office, _actor, { table, own }) {
    const tables = await office.reference();
    const rows = [...listRows(tables, table)].flatMap(([code, { fields, state }]) => {
      if (!state) return own ? [] : [{ code, fields }];
      return [{ code, fields, state: { version: state.version, at: state.at } }];
    });
    return { version: tables.version, columns: columnsOf(table), rows };
  },
};
