/**
 * What those who oversee ask of the ledger: changes of accounts, roles and keys, and facts recorded by hand, the newest
 * first. The lists of kinds are those of the partial indexes in migration 0010, word by word: another list reads all acts.
 */
import type { Scope } from '../domain/access/scope.ts';
import type { Row, Statements } from './database.ts';
import { armsIn, valuesFrom } from './scope.ts';

/** Acts that change who may do what, or what is kept of persons. */
export const RIGHTS_KINDS = [
  ...['add-person', 'rename-person', 'suspend-person', 'reinstate-person', 'reset-person', 'post-person'],
  ...['end-posting', 'define-role', 'make-api-key', 'end-api-key', 'erase-personal-data', 'open-first-link'],
  'restore-home',
] as const;
/** Acts by which a person records a fact of one arm. */
export const FACT_KINDS = ['record-event', 'register-arm', 'correct-entry'] as const;

export type Stretch = {
  readonly fromMs: number;
  readonly untilMs: number;
  /** The last line of the page before. */
  readonly after?: { readonly at: string; readonly act: string } | undefined;
};

export type ActLine = {
  readonly act: string;
  readonly kind: string;
  readonly operator: string;
  readonly at: string;
  /** What it was about; undefined where the act tells none. */
  readonly subject: string | undefined;
};

const listed = (kinds: readonly string[]): string => kinds.map((kind) => `'${kind}'`).join(', ');

/** The condition of a stretch of time with a cursor, the newest first. */
function within({ fromMs, untilMs, after }: Stretch, add: (value: unknown) => string): string {
  const [from, until] = [fromMs, untilMs].map((millis) => add(new Date(millis).toISOString()));
  const older = after
    ? ` and (a.recorded_at, a.act_id) < (${add(after.at)}::timestamptz, ${add(after.act)}::uuid)`
    : '';
  return `a.recorded_at >= ${from}::timestamptz and a.recorded_at < ${until}::timestamptz${older}`;
}

/** Changes of accounts, roles and keys in a stretch of time, the newest first. */
export async function listRightsChanges(
  db: Statements,
  stretch: Stretch,
  limit: number,
): Promise<readonly ActLine[]> {
  const values: unknown[] = [limit];
  const rows = await db.rows<Row & Omit<ActLine, 'subject'> & { subject: string | null }>(
    `select a.act_id as act, a.kind, a.operator, a.recorded_at as at, a.result::jsonb ->> 'subject' as subject
     from ledger_act a where a.kind in (${listed(RIGHTS_KINDS)}) and ${within(stretch, valuesFrom(values))}
     order by a.recorded_at desc, a.act_id desc limit $1`,
    values,
  );
  return rows.map((row) => ({ ...row, subject: row.subject ?? undefined }));
}

export type FactLine = {
  readonly act: string;
  readonly operator: string;
  readonly at: string;
  /** Null where the arm lies beyond the scope. */
  readonly arm: string | null;
  readonly number: string | null;
  readonly body: Buffer | null;
};

/**
 * Facts recorded by hand in a stretch of time, the newest first, with the bodies of their entries; those of arms beyond the
 * scope come without.
 */
export async function listHandFacts(
  db: Statements,
  scope: Scope,
  stretch: Stretch,
  limit: number,
): Promise<readonly FactLine[]> {
  const values: unknown[] = [limit];
  const add = valuesFrom(values);
  return db.rows<Row & FactLine>(
    `select f.act, f.operator, f.at, m.arm_id as arm, m.number, e.body from (
       select a.act_id as act, a.operator, a.recorded_at as at, a.result::jsonb as result from ledger_act a
       where a.kind in (${listed(FACT_KINDS)}) and ${within(stretch, add)}
       order by a.recorded_at desc, a.act_id desc limit $1) f
     left join arm m on m.arm_id = (f.result ->> 'arm')::uuid and ${armsIn(scope, 'm', add)}
     left join ledger_entry e on e.subject_id = m.arm_id and e.entry_id = (f.result ->> 'entry')::uuid
     order by f.at desc, f.act desc`,
    values,
  );
}
