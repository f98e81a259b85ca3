/** Shows rows in quarantine; their cells may name persons, so looking is logged. */
import { z } from 'zod';
import { listQuarantine } from '../store/import.ts';
import { logAccess } from '../store/work.ts';
import { uuid } from './input.ts';
import type { Act } from './office.ts';
import { id } from './output.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: rows shown at once. */
const SHOWN_MAX = 500;

const CURSOR = /^([0-9a-f-]{36})\/(\d{1,9})\/([\s\S]{0,300})$/;

const input = z.strictObject({
  limit: z.int().min(1).max(SHOWN_MAX).default(SHOWN_MAX),
  import: uuid.optional().describe('Only the rows of this import.'),
  after: z.string().regex(CURSOR).optional().describe('Cursor of the page before.'),
});
export type ListQuarantined = z.infer<typeof input>;

const output = z.strictObject({
  rows: z.array(
    z.strictObject({
      import: id,
      sheet: z.string(),
      row: z.int(),
      reasons: z.string(),
      cells: z.string().nullable(),
    }),
  ),
  next: z.string().optional().describe('Cursor of the next page: give it as "after".'),
});

export type Quarantined = Awaited<ReturnType<typeof listQuarantine>>[number];
export type QuarantinedList = { readonly rows: readonly Quarantined[]; readonly next: string | undefined };

/** Rows that could not be an arm or an event, of one import or of all. */
export const listQuarantined: Act<ListQuarantined, QuarantinedList> = {
  name: 'list-quarantined',
  says: 'Show rows of files that could not be understood',
  clauses: ['own'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    await logAccess(office.db, accessOf(office, actor, 'list-quarantined', wanted.import ?? ''));
    const [, from = '', row, sheet = ''] = CURSOR.exec(wanted.after ?? '') ?? [];
    const after = row === undefined ? undefined : { import: from, sheet, row: Number(row) };
    const rows = await listQuarantine(office.db, wanted.limit, wanted.import, after);
    const end = rows.length === wanted.limit ? rows.at(-1) : undefined;
    return { rows, next: end && `${end.import}/${end.row}/${end.sheet}` };
  },
};
