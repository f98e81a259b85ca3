/** The rules of a State for its traces, version by version; the last one holds. */
import type { Row, Statements } from './database.ts';

const RULES_LOCK = 7_203_134;

/** Two who set rules at once wait for each other: each is told of what the other did. */
export async function lockTraceRules(tx: Statements): Promise<void> {
  await tx.rows(`select pg_advisory_xact_lock(${RULES_LOCK})`);
}

export type TraceRulesRow = {
  readonly version: number;
  readonly rules: string;
  readonly entry: string;
  readonly set: string;
};

/** The rules as they were set last, as JSON; undefined where a State set none. */
export async function findTraceRules(db: Statements): Promise<TraceRulesRow | undefined> {
  const [row] = await db.rows<Row & TraceRulesRow>(
    'select version, rules, entry_id as entry, set_at as set from trace_rule order by version desc limit 1',
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
