/** The work list (alarms, contradictions, proposals) and the access log with its batches. */
import type { Scope } from '../domain/access/scope.ts';
import type { Row, Statements } from './database.ts';
import { armsIn, valuesFrom } from './scope.ts';

export type WorkItem = {
  readonly subject: string;
  readonly id: string;
  readonly kind: string;
  readonly severity: string;
  readonly entry: string;
  readonly against: string | undefined;
  readonly opened: string;
  readonly due: string | undefined;
};

/** Opens items on the work list. */
export async function openWork(tx: Statements, items: readonly WorkItem[]): Promise<void> {
  if (items.length === 0) return;
  await tx.rows(
    `insert into work_item (subject_id, item_id, kind, severity, entry_id, against_id, opened_at, due_on)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::timestamptz[], $8::date[])`,
    [
      items.map((item) => item.subject),
      items.map((item) => item.id),
      items.map((item) => item.kind),
      items.map((item) => item.severity),
      items.map((item) => item.entry),
      items.map((item) => item.against ?? null),
      items.map((item) => item.opened),
      items.map((item) => item.due ?? null),
    ],
  );
}

/** A row of the work list as the database gives it. */
export type WorkRow = Row & {
  subject_id: string;
  item_id: string;
  kind: string;
  severity: string;
  entry_id: string;
  against_id: string | null;
  opened_at: string;
  due_on: string | null;
};

/**
 * Open items, the gravest first, then the oldest.
 * @limit the page asked for
 */
export async function listOpenWork(
  db: Statements,
  scope: Scope,
  limit: number,
  subject?: string,
): Promise<readonly WorkItem[]> {
  const values: unknown[] = [limit];
  const add = valuesFrom(values);
  const within = armsIn(scope, 'a', add);
  // Items about something that is no arm belong to those who see everything.
  const mine =
    within === 'true' ? '' : `and exists (select 1 from arm a where a.arm_id = w.subject_id and ${within})`;
  const rows = await db.rows<WorkRow>(
    `select w.subject_id, w.item_id, w.kind, w.severity, w.entry_id, w.against_id, w.opened_at, w.due_on
     from work_item w where w.closed_at is null ${mine}
     ${subject === undefined ? '' : `and w.subject_id = ${add(subject)}`}
     order by array_position(array['highest', 'high', 'low'], w.severity), w.opened_at limit $1`,
    values,
  );
  return rows.map(workItemOf);
}

/** An item of the work list from its row. */
export function workItemOf(row: WorkRow): WorkItem {
  return {
    subject: row.subject_id,
    id: row.item_id,
    kind: row.kind,
    severity: row.severity,
    entry: row.entry_id,
    against: row.against_id ?? undefined,
    opened: row.opened_at,
    due: row.due_on ?? undefined,
  };
}

/** One open item; undefined where it is closed or was never there. */
export async function findOpenWork(
  db: Statements,
  subject: string,
  item: string,
): Promise<WorkItem | undefined> {
  const [row] = await db.rows<WorkRow>(
    `select subject_id, item_id, kind, severity, entry_id, against_id, opened_at, due_on from work_item
     where subject_id = $1 and item_id = $2 and closed_at is null`,
    [subject, item],
  );
  return row && workItemOf(row);
}

/** Closes an item; false where it was not open. */
export async function closeWork(tx: Statements, subject: string, item: string, at: string): Promise<boolean> {
  const rows = await tx.rows(
    'update work_item set closed_at = $3 where subject_id = $1 and item_id = $2 and closed_at is null returning 1 as done',
    [subject, item, at],
  );
  return rows.length > 0;
}

/** Closes the open items of some kinds on a subject that are against one thing. */
export async function closeWorkAbout(
  tx: Statements,
  subject: string,
  against: string,
  kinds: readonly string[],
  at: string,
): Promise<void> {
  await tx.rows(
    `update work_item set closed_at = $4 where subject_id = $1 and against_id = $2 and kind = any($3) and closed_at is null`,
    [subject, against, kinds, at],
  );
}

/** Closes the open items of some kinds on a subject. */
export async function closeWorkOf(
  tx: Statements,
  subject: string,
  kinds: readonly string[],
  at: string,
): Promise<void> {
  await tx.rows(
    'update work_item set closed_at = $3 where subject_id = $1 and kind = any($2) and closed_at is null',
    [subject, kinds, at],
  );
}

/** True where an item of a kind is open on a subject. */
export async function hasOpenWork(db: Statements, subject: string, kind: string): Promise<boolean> {
  const rows = await db.rows(
    'select 1 as one from work_item where subject_id = $1 and kind = $2 and closed_at is null limit 1',
    [subject, kind],
  );
  return rows.length > 0;
}

/** What of the hand-overs is wanted: those of one arm, and those after the last one of the page before. */
export type HandOverWish = {
  readonly subject?: string | undefined;
  readonly after?: { readonly due: string | undefined; readonly arm: string } | undefined;
};

/**
 * Hand-overs that nobody has answered, those due first; without a day last.
 * @limit the page asked for
 */
export async function listHandOvers(
  db: Statements,
  scope: Scope,
  limit: number,
  { subject, after }: HandOverWish = {},
): Promise<readonly { arm: string; due: string | undefined; receiver: string | undefined }[]> {
  const values: unknown[] = [limit];
  const add = valuesFrom(values);
  const where = ['(a.receiver_id is not null or a.pending_due is not null)', armsIn(scope, 'a', add)];
  if (subject !== undefined) where.push(`a.arm_id = ${add(subject)}`);
  if (after?.due !== undefined) {
    const [due, arm] = [`${add(after.due)}::date`, `${add(after.arm)}::uuid`];
    where.push(`(a.pending_due is null or (a.pending_due, a.arm_id) > (${due}, ${arm}))`);
  } else if (after) where.push(`a.pending_due is null and a.arm_id > ${add(after.arm)}::uuid`);
  const rows = await db.rows<{ arm_id: string; pending_due: string | null; receiver_id: string | null }>(
    `select a.arm_id, a.pending_due, a.receiver_id from arm a where ${where.join(' and ')}
     order by a.pending_due nulls last, a.arm_id limit $1`,
    values,
  );
  return rows.map((row) => ({
    arm: row.arm_id,
    due: row.pending_due ?? undefined,
    receiver: row.receiver_id ?? undefined,
  }));
}

export type Access = {
  readonly id: string;
  readonly at: string;
  readonly operator: string;
  readonly act: string;
  readonly purpose: string;
  /** Ids looked at, joined by blanks; never names. */
  readonly subjects: string;
};

type Waiting = {
  readonly access: Access;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
};
type Gathering = { readonly waiting: Waiting[]; busy: boolean };

/** Lines of each database that wait for the insert that is under way to end. */
const GATHERING = new WeakMap<Statements, Gathering>();
/** Named limit: lines of one insert. */
const LINES_AT_ONCE_MAX = 200;

/**
 * Writes one line of the access log. Lines that come while one insert is under way go together with the next, so that many
 * looks at once cost few commits.
 * @durable when it resolves, or with the transaction where it is given one
 */
export function logAccess(db: Statements, access: Access): Promise<void> {
  if (!('transaction' in db)) return insertLines(db, [access]);
  const gathering = GATHERING.get(db) ?? { waiting: [], busy: false };
  GATHERING.set(db, gathering);
  return new Promise((done, failed) => {
    gathering.waiting.push({ access, done, failed });
    if (!gathering.busy) void flush(db, gathering);
  });
}

async function flush(db: Statements, gathering: Gathering): Promise<void> {
  gathering.busy = true;
  while (gathering.waiting.length > 0) {
    const lines = gathering.waiting.splice(0, LINES_AT_ONCE_MAX);
    try {
      await insertLines(
        db,
        lines.map((line) => line.access),
      );
      for (const line of lines) line.done();
    } catch (error) {
      // One line that cannot be kept must not fail the others.
      if (lines.length === 1) lines[0]!.failed(error);
      else for (const line of lines) await insertLines(db, [line.access]).then(line.done, line.failed);
    }
  }
  gathering.busy = false;
}

async function insertLines(db: Statements, lines: readonly Access[]): Promise<void> {
  await db.rows(
    `insert into access_log (access_id, at, operator, act, purpose, subjects)
     select * from unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[])`,
    [
      lines.map((line) => line.id),
      lines.map((line) => line.at),
      lines.map((line) => line.operator),
      lines.map((line) => line.act),
      lines.map((line) => line.purpose),
      lines.map((line) => line.subjects),
    ],
  );
}

/** Takes the lines that no batch has yet into one batch, oldest first. */
export async function takeAccessBatch(
  tx: Statements,
  batch: string,
  limit: number,
): Promise<readonly Access[]> {
  const rows = await tx.rows<
    Row & { access_id: string; at: string; operator: string; act: string; purpose: string; subjects: string }
  >(
    `update access_log set batch_id = $1 where access_id in (
       select access_id from access_log where batch_id is null order by access_id limit $2 for update skip locked)
     returning access_id, at, operator, act, purpose, subjects`,
    [batch, limit],
  );
  return rows
    .map((row) => ({
      id: row.access_id,
      at: row.at,
      operator: row.operator,
      act: row.act,
      purpose: row.purpose,
      subjects: row.subjects,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
