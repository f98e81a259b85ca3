/**
 * Counters of failed tries, and the places an account has signed in from; both under keyed hashes that the acts make.
 * What could go wrong: two tries at once that do not see each other. The counters of a try are locked, in one order, until
 * it has been counted.
 */
import type { Counter } from '../domain/access/slowing.ts';
import type { Row, Statements } from './database.ts';

type CounterRow = Row & { counter_key: Buffer; last_at: string; clears_at: string };

const millis = (at: string): number => new Date(at).getTime();
const instant = (at: number): string => new Date(at).toISOString();

/** The counters under these keys, locked until the transaction ends; those that count nothing yet are left out. */
export async function lockCounters(
  tx: Statements,
  keys: readonly Buffer[],
  now: number,
): Promise<ReadonlyMap<string, Counter>> {
  const sorted = [...keys].sort(Buffer.compare);
  await tx.rows(
    `insert into sign_in_counter (counter_key, last_at, clears_at) select unnest($1::bytea[]), $2, $2
     on conflict (counter_key) do nothing`,
    [sorted, instant(now)],
  );
  const rows = await tx.rows<CounterRow>(
    `select counter_key, last_at, clears_at from sign_in_counter where counter_key = any($1::bytea[])
     order by counter_key for update`,
    [sorted],
  );
  const counters = rows.map((row): [string, Counter] => [
    row.counter_key.toString('hex'),
    { lastAt: millis(row.last_at), clearsAt: millis(row.clears_at) },
  ]);
  return new Map(counters);
}

/** Keeps a counter. */
export async function saveCounter(tx: Statements, key: Buffer, counter: Counter): Promise<void> {
  await tx.rows(
    `insert into sign_in_counter (counter_key, last_at, clears_at) values ($1, $2, $3)
     on conflict (counter_key) do update set last_at = excluded.last_at, clears_at = excluded.clears_at`,
    [key, instant(counter.lastAt), instant(counter.clearsAt)],
  );
}

/** Takes one failure back that turned out to be none. */
export async function refundFailure(
  db: Statements,
  key: Buffer,
  lastAt: number,
  forgetsSeconds: number,
): Promise<void> {
  await db.rows(
    `update sign_in_counter set clears_at = clears_at - make_interval(secs => $3), last_at = least(last_at, $2)
     where counter_key = $1`,
    [key, instant(lastAt), forgetsSeconds],
  );
}

/** Forgets a counter. */
export async function deleteCounter(db: Statements, key: Buffer): Promise<void> {
  await db.rows('delete from sign_in_counter where counter_key = $1', [key]);
}

/** Sweeps a few counters that count nothing any more. */
export async function sweepCounters(db: Statements, now: number): Promise<void> {
  await db.rows(
    `delete from sign_in_counter where counter_key in (
       select counter_key from sign_in_counter where clears_at < $1 order by clears_at limit 50 for update skip locked)`,
    [instant(now)],
  );
}

/** True where the account was used from this place after a moment. */
export async function isPlaceKnown(
  db: Statements,
  account: string,
  place: Buffer,
  after: number,
): Promise<boolean> {
  const rows = await db.rows(
    'select 1 as one from sign_in_place where account_id = $1 and place_key = $2 and seen_at > $3',
    [account, place, instant(after)],
  );
  return rows.length > 0;
}

/** Keeps that an account was used from a place, and forgets its places that were not used since a moment. */
export async function savePlace(
  db: Statements,
  account: string,
  place: Buffer,
  now: number,
  after: number,
): Promise<void> {
  await db.rows(
    `with old as (delete from sign_in_place where account_id = $1 and place_key <> $2 and seen_at < $4)
     insert into sign_in_place (account_id, place_key, seen_at) values ($1, $2, $3)
     on conflict (account_id, place_key) do update set seen_at = excluded.seen_at`,
    [account, place, instant(now), instant(after)],
  );
}
