/** The work list page by page, and the bodies of the entries that its items are about. Items are written in work.ts. */
import type { Scope } from '../domain/access/scope.ts';
import type { Row, Statements } from './database.ts';
import { armsIn, valuesFrom } from './scope.ts';
import { type WorkItem, type WorkRow, workItemOf } from './work.ts';

/** From the gravest on. */
export const SEVERITIES = ['highest', 'high', 'low'] as const;
export type Severity = (typeof SEVERITIES)[number];

export type WorkWish = {
  readonly subject?: string | undefined;
  readonly kind?: string | undefined;
  readonly severity?: Severity | undefined;
  /** The last item of the page before. */
  readonly after?: { readonly severity: Severity; readonly opened: string; readonly id: string } | undefined;
};

/**
 * One page of the open items, the gravest first, then the oldest. Each gravity is read by its index, so that nothing is
 * sorted however many wait.
 * @limit the page asked for
 */
export async function listWorkPage(
  db: Statements,
  scope: Scope,
  wish: WorkWish,
  limit: number,
): Promise<readonly WorkItem[]> {
  const items: WorkItem[] = [];
  const from = wish.after ? SEVERITIES.indexOf(wish.after.severity) : 0;
  for (const severity of SEVERITIES.slice(from)) {
    if (items.length === limit) break;
    if (wish.severity !== undefined && wish.severity !== severity) continue;
    items.push(...(await listOfSeverity(db, scope, wish, severity, limit - items.length)));
  }
  return items;
}

async function listOfSeverity(
  db: Statements,
  scope: Scope,
  { subject, kind, after }: WorkWish,
  severity: Severity,
  limit: number,
): Promise<readonly WorkItem[]> {
  const values: unknown[] = [severity, limit];
  const add = valuesFrom(values);
  const within = armsIn(scope, 'a', add);
  const where = ['w.closed_at is null', 'w.severity = $1'];
  // Items about something that is no arm belong to those who see everything.
  if (within !== 'true')
    where.push(`exists (select 1 from arm a where a.arm_id = w.subject_id and ${within})`);
  if (subject !== undefined) where.push(`w.subject_id = ${add(subject)}`);
  if (kind !== undefined) where.push(`w.kind = ${add(kind)}`);
  if (after?.severity === severity)
    where.push(`(w.opened_at, w.item_id) > (${add(after.opened)}::timestamptz, ${add(after.id)}::uuid)`);
  const rows = await db.rows<WorkRow>(
    `select w.subject_id, w.item_id, w.kind, w.severity, w.entry_id, w.against_id, w.opened_at, w.due_on
     from work_item w where ${where.join(' and ')} order by w.opened_at, w.item_id limit $2`,
    values,
  );
  return rows.map(workItemOf);
}

/** The bodies of entries, each named by what it is about and its id; those that are not there are left out. */
export async function listBodiesByIds(
  db: Statements,
  entries: readonly { readonly subject: string; readonly entry: string }[],
): Promise<readonly Buffer[]> {
  if (entries.length === 0) return [];
  const rows = await db.rows<Row & { body: Buffer }>(
    `select e.body from unnest($1::uuid[], $2::uuid[]) as wanted (subject_id, entry_id)
     join ledger_entry e on e.subject_id = wanted.subject_id and e.entry_id = wanted.entry_id`,
    [entries.map((one) => one.subject), entries.map((one) => one.entry)],
  );
  return rows.map((row) => row.body);
}
