/** The rules of a State for its traces, version by version; the last one holds. */
import type { Row, Statements } from './database.ts';

/** The rules as they were set last, as JSON; undefined where a State set none. */
export async function findTraceRules(
  db: Statements,
): Promise<{ readonly version: number; readonly rules: string } | undefined> {
  const [row] = await db.rows<Row & { version: number; rules: string }>(
    'select version, rules from trace_rule order by version desc limit 1',
    [],
  );
  return row;
}

/** Keeps a new version of the rules. */
export async function saveTraceRules(
  tx: Statements,
  { version, rules, entry, at }: { version: number; rules: string; entry: string; at: string },
): Promise<void> {
  await tx.rows('insert into trace_rule (version, rules, entry_id, set_at) values ($1, $2, $3, $4)', [
    ...[version, rules, entry, at],
  ]);
}
