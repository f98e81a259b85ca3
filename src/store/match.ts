/**
 * Decisions on matches, as they are folded from their entries: kept, listed by arm and by officer, and found again from the
 * ledger alone. A row never speaks against its entries.
 */
import type { Scope } from '../domain/access/scope.ts';
import type { Decided, Decision } from '../domain/identification/decided.ts';
import type { Row, Statements } from './database.ts';
import { ENTRIES_OF_SUBJECT_MAX, type EntryRow, type KeptEntry, keptEntryOf } from './ledger.ts';
import { armsIn, valuesFrom } from './scope.ts';

export type Match = {
  readonly id: string;
  readonly arm: string;
  readonly operator: string;
  readonly at: string;
  /** The readings as they were understood, in the canonical writing. */
  readonly reading: string;
  readonly decision: Decision;
  /** What the machine gave this arm. */
  readonly probability: number;
  /** Undefined once it was erased. */
  readonly why: string | undefined;
  readonly salt: Uint8Array | undefined;
  readonly proposal: string;
  readonly entry: string;
};

type MatchRow = Row & {
  [Key in keyof Match]: undefined extends Match[Key] ? Exclude<Match[Key], undefined> | null : Match[Key];
};

const COLUMNS = `m.match_id as id, m.arm_id as arm, m.operator, m.decided_at as at, m.reading, m.decision, m.probability,
  m.why, m.salt, m.proposal_entry as proposal, m.entry_id as entry`;

function matchOf({ why, salt, ...row }: MatchRow): Match {
  return { ...row, why: why ?? undefined, salt: salt ?? undefined };
}

/** Keeps a decision; of one that stands it is put in its place, so that a row that was altered is mended. */
export async function saveMatch(tx: Statements, match: Match): Promise<void> {
  const { arm, id, operator, at, reading, decision, probability, why, salt, proposal, entry } = match;
  await tx.rows(
    `insert into match (arm_id, match_id, operator, decided_at, reading, decision, probability, why, salt, proposal_entry,
       entry_id) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (arm_id, match_id) do update set operator = $3, decided_at = $4, reading = $5, decision = $6,
       probability = $7, why = $8, salt = $9, proposal_entry = $10, entry_id = $11`,
    [arm, id, operator, at, reading, decision, probability, why ?? null, salt ?? null, proposal, entry],
  );
}

/** Takes away rows that no entry tells of. */
export async function dropMatches(tx: Statements, arm: string, but: readonly string[]): Promise<void> {
  await tx.rows('delete from match where arm_id = $1 and not match_id = any($2::uuid[])', [arm, but]);
}

/** The decision of an id, where its arm lies in the scope. */
export async function findMatch(db: Statements, scope: Scope, id: string): Promise<Match | undefined> {
  const values: unknown[] = [id];
  const within = armsIn(scope, 'a', valuesFrom(values));
  const [row] = await db.rows<MatchRow>(
    `select ${COLUMNS} from match m join arm a on a.arm_id = m.arm_id where m.match_id = $1 and ${within}`,
    values,
  );
  return row && matchOf(row);
}

export type MatchesWanted = {
  readonly arm?: string | undefined;
  readonly operator?: string | undefined;
  /** Only those before this one. */
  readonly after?: string | undefined;
  readonly limit: number;
};

/** A decision with the State number of its arm, and whether the arm was opened by it. */
export type ListedMatch = Match & { readonly number: string; readonly opened: boolean };

/** Decisions on arms in the scope, of one arm or by one operator, the newest first, with the State number of each arm. */
export async function listMatches(
  db: Statements,
  scope: Scope,
  { arm, operator, after, limit }: MatchesWanted,
): Promise<readonly ListedMatch[]> {
  const values: unknown[] = [arm ?? null, operator ?? null, after ?? null, limit];
  const within = armsIn(scope, 'a', valuesFrom(values));
  const rows = await db.rows<MatchRow & { number: string; opened: boolean }>(
    `select ${COLUMNS}, a.number, exists (select 1 from emergency_access e
         where e.arm_id = m.arm_id and e.match_id = m.match_id) as opened from match m join arm a on a.arm_id = m.arm_id
     where ($1::uuid is null or m.arm_id = $1) and ($2::text is null or m.operator = $2)
       and ($3::uuid is null or m.match_id < $3) and ${within} order by m.match_id desc limit $4`,
    values,
  );
  return rows.map(({ number, opened, ...row }) => ({ ...matchOf(row as MatchRow), number, opened }));
}

/** Of each of these readings and arms what each operator decided last, the newest first. */
export async function listDecided(
  db: Statements,
  questions: readonly { readonly arm: string; readonly reading: string }[],
): Promise<readonly (Decided & { readonly id: string; readonly arm: string; readonly reading: string })[]> {
  return db.rows<Row & Decided & { id: string; arm: string; reading: string }>(
    `select id, arm, reading, operator, at, decision, probability from (
       select distinct on (m.arm_id, m.reading, m.operator) ${COLUMNS}
       from (select distinct * from unnest($1::uuid[], $2::text[]) as q (arm_id, reading)) q
       join match m on m.arm_id = q.arm_id and m.reading = q.reading
       order by m.arm_id, m.reading, m.operator, m.match_id desc) d order by id desc`,
    [questions.map(({ arm }) => arm), questions.map(({ reading }) => reading)],
  );
}

const ENTRIES = `select e.entry_id, e.act_id, e.salt, e.body, l.leaf_index
  from (select (result::jsonb ->> 'subject')::uuid as subject_id from ledger_act
        where kind = 'decide-match' and result::jsonb ->> 'arm' = $1) m
  join ledger_entry e on e.subject_id = m.subject_id
  left join ledger_leaf l on l.subject_id = e.subject_id and l.entry_id = e.entry_id
  where $2::uuid is null or e.entry_id = $2 order by e.entry_id limit ${ENTRIES_OF_SUBJECT_MAX}`;

/** The entries of all decisions on an arm, or one of them, found from the ledger alone; with their places where they have one. */
export async function listMatchEntries(
  db: Statements,
  arm: string,
  entry?: string,
): Promise<readonly KeptEntry[]> {
  return (await db.rows<EntryRow>(ENTRIES, [arm, entry ?? null])).map(keptEntryOf);
}

/** True where the words of a decision are there to be erased; its row is locked until the transaction ends. */
export async function lockMatchWords(tx: Statements, match: string): Promise<boolean> {
  const rows = await tx.rows('select 1 from match where match_id = $1 and why is not null for update', [
    match,
  ]);
  return rows.length > 0;
}
