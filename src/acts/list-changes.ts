/**
 * Shows who changed accounts, postings, roles and keys, or erased data of persons, the newest first: an administrator's acts
 * are before the auditor's eyes the same day.
 *
 * @clause J-02, J-04
 */
import { z } from 'zod';
import { isRefusal } from '../domain/base/refusal.ts';
import { listRightsChanges, RIGHTS_KINDS } from '../store/oversight.ts';
import { logAccess } from '../store/work.ts';
import { namesOfOperators } from './account-names.ts';
import type { Act } from './office.ts';
import { id, instant } from './output.ts';
import { cursorOf, readCursor, stretchInput, stretchOf } from './stretch.ts';
import { accessOf } from './view-arm.ts';

const output = z.strictObject({
  changes: z.array(
    z.strictObject({
      act: id,
      kind: z.enum(RIGHTS_KINDS),
      at: instant,
      operator: z.string(),
      name: z.string().optional().describe('Of whoever did it.'),
      subject: id.optional().describe('Account, key or other thing it was done to.'),
      subjectName: z.string().optional().describe('Of the person whose account it is.'),
    }),
  ),
  next: z.string().optional().describe('Cursor of the next page: give it as "after".'),
});
export type Changes = z.infer<typeof output>;

export const listChanges: Act<z.infer<typeof stretchInput>, Changes> = {
  name: 'list-changes',
  says: 'Show who changed accounts, roles and keys',
  clauses: ['ITI 15', 'own'],
  input: stretchInput,
  output,
  changes: false,
  async run(office, actor, wanted) {
    await logAccess(office.db, accessOf(office, actor, 'list-changes', ''));
    const days = stretchOf(office, wanted);
    if (isRefusal(days)) return days;
    const stretch = { ...days, after: readCursor(wanted.after) };
    const lines = await listRightsChanges(office.db, stretch, wanted.limit);
    const named = actor.scope.sees.has('operator');
    const ids = lines.flatMap(({ operator, subject }) => [operator, subject]);
    const names = await namesOfOperators(office, ids, named);
    return {
      changes: lines.map((line) => ({
        ...line,
        kind: line.kind as (typeof RIGHTS_KINDS)[number],
        operator: named ? line.operator : '',
        name: names.get(line.operator),
        subjectName: names.get(line.subject ?? ''),
      })),
      next: lines.length === wanted.limit ? cursorOf(lines.at(-1)) : undefined,
    };
  },
};
