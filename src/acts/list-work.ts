/**
 * The work list: open alarms, contradictions and proposals, the gravest first, and hand-overs that nobody confirmed by
 * their day. Looking is an act: it leaves a line in the access log.
 */
import { z } from 'zod';
import { isRefusal } from '../domain/base/refusal.ts';
import { listOpenWork, listOverdueHandOvers, logAccess, type WorkItem } from '../store/work.ts';
import { text } from './input.ts';
import { type Act, nowOf } from './office.ts';
import { id, workItemOutput } from './output.ts';
import { accessOf, armIdOf } from './view-arm.ts';

export type { WorkItem } from '../store/work.ts';

/** Named limit: items on one list. */
export const WORK_LISTED_MAX = 200;

const input = z.strictObject({
  arm: text.optional().describe('Only the items of this arm: its id or State number.'),
  limit: z.int().min(1).max(WORK_LISTED_MAX).default(50),
});
export type ListWork = z.infer<typeof input>;

export type WorkList = {
  readonly items: readonly WorkItem[];
  /** Hand-overs past the day by which they were to be confirmed. */
  readonly overdue: readonly { readonly arm: string; readonly due: string }[];
  /** True where there is more than is shown. */
  readonly more: boolean;
};

const output = z.strictObject({
  items: z.array(workItemOutput),
  overdue: z.array(z.strictObject({ arm: id, due: z.string() })),
  more: z.boolean(),
});

export const listWork: Act<ListWork, WorkList> = {
  name: 'list-work',
  says: 'Show what waits for a person',
  clauses: ['PoA II.17'],
  input,
  output,
  changes: false,
  async run(office, actor, wanted) {
    const arm = wanted.arm === undefined ? undefined : await armIdOf(office, actor.scope, wanted.arm);
    if (isRefusal(arm)) return arm;
    const { limit } = wanted;
    const today = nowOf(office).slice(0, 10);
    const items = await listOpenWork(office.db, actor.scope, limit + 1, arm);
    const late = await listOverdueHandOvers(office.db, actor.scope, today, limit + 1, arm);
    const overdue = late.slice(0, limit);
    const shown = items.slice(0, limit);
    const subjects = [...new Set([...shown.map((item) => item.subject), ...overdue.map((one) => one.arm)])];
    await logAccess(office.db, accessOf(office, actor, 'list-work', subjects.join(' ')));
    return { items: shown, overdue, more: items.length > limit || late.length > limit };
  },
};
