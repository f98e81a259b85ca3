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

const input = z.strictObject({
  limit: z.int().min(1).max(SHOWN_MAX).default(SHOWN_MAX),
  import: uuid.optional().describe('Only the rows of this import.'),
  after: z
    .strictObject({ sheet: z.string().max(300), row: z.int().min(0).max(2_147_483_647) })
    .optional()
    .describe('Sheet and row of the last one of the page before; with an import.'),
});
export type ListQuarantined = z.infer<typeof input>;

/** Rows that could not be an arm or an event, of one import or of all. */
const output = z.array(
  z.strictObject({
    import: id,
    sheet: z.string(),
    row: z.int(),
    reasons: z.string(),
    cells: z.string().nullable(),
  }),
);

export type Quarantined = Awaited<ReturnType<typeof listQuarantine>>[number];

export const listQuarantined: Act<ListQuarantined, Awaited<ReturnType<typeof listQuarantine>>> = {
  name: 'list-quarantined',
  says: 'Show rows of files that could not be understood',
  clauses: ['own'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    await logAccess(office.db, accessOf(office, actor, 'list-quarantined', wanted.import ?? ''));
    return listQuarantine(office.db, wanted.limit, wanted.import, wanted.after);
  },
};
