/**
 * What is to be sent: each message with the bytes that were signed and those that travel, until a receipt ended it. A row is
 * made in the transaction of the act that sends, so that what was decided and what was sent cannot come apart.
 */
import type { ReceiptCode } from '../domain/exchange/refused.ts';
import type { Row, Statements } from './database.ts';

export type Outgoing = {
  readonly peer: string;
  readonly id: string;
  readonly thread: string;
  readonly seq: number;
  readonly type: string;
  readonly digest: string;
  readonly made: string;
  readonly expires: string;
  readonly signed: Uint8Array;
  readonly sealed: Uint8Array;
};

/** The place after the last one of a thread to a peer: 1 where nothing was sent in it. */
export async function findNextPlace(tx: Statements, peer: string, thread: string): Promise<number> {
  const [row] = await tx.rows<{ next: number }>(
    'select coalesce(max(seq), 0) + 1 as next from outbox where node_id = $1 and thread_id = $2',
    [peer, thread],
  );
  return row!.next;
}

/** Keeps a message that is to be sent from now on. */
export async function insertOutgoing(tx: Statements, message: Outgoing): Promise<void> {
  const { peer, id, thread, seq, type, digest, made, expires, signed, sealed } = message;
  await tx.rows(
    `insert into outbox (node_id, message_id, thread_id, seq, type, digest, made_at, expires_at, signed, sealed, next_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $7)`,
    [peer, id, thread, seq, type, digest, made, expires, signed, sealed],
  );
}

// What has ended is sent still where something later of its thread waits, which could not be handled without it.
const WAITS = `o.next_at is not null and (o.expires_at > $1 or exists (select 1 from outbox later
  where later.node_id = o.node_id and later.thread_id = o.thread_id and later.seq > o.seq
    and later.next_at is not null and later.expires_at > $1))`;

export type Due = {
  readonly peer: string;
  readonly id: string;
  readonly address: string;
  readonly sealed: Buffer;
  readonly attempts: number;
};

/**
 * Takes messages that are due at peers that may be sent to, the oldest first, each for as long as an attempt may last: no
 * other process takes them meanwhile.
 */
export async function claimDue(
  db: Statements,
  now: string,
  until: string,
  limit: number,
): Promise<readonly Due[]> {
  const rows = await db.rows<Due & Row & { made: string }>(
    `update outbox set attempts = outbox.attempts + 1, next_at = $2 from (
       select o.node_id, o.message_id, p.address from outbox o join peer p on p.node_id = o.node_id
       where ${WAITS} and o.next_at <= $1 and p.standing = 'confirmed' and p.address <> ''
       order by o.next_at, o.made_at, o.message_id limit $3 for update of o skip locked) due
     where outbox.node_id = due.node_id and outbox.message_id = due.message_id
     returning outbox.node_id as peer, outbox.message_id as id, due.address, outbox.sealed, outbox.attempts,
       outbox.made_at as made`,
    [now, until, limit],
  );
  return [...rows].sort((a, b) => (a.made === b.made ? (a.id < b.id ? -1 : 1) : a.made < b.made ? -1 : 1));
}

/** Makes everything due that waits for its next attempt, for one peer or for all. */
export async function makeDue(db: Statements, now: string, peer?: string): Promise<void> {
  await db.rows('update outbox set next_at = $1 where next_at > $1 and ($2::uuid is null or node_id = $2)', [
    now,
    peer ?? null,
  ]);
}

/** Notes what an attempt brought in the place of a receipt, and when the next one is. */
export async function noteAttempt(
  db: Statements,
  peer: string,
  id: string,
  next: string,
  answer: string,
): Promise<void> {
  await db.rows(
    `update outbox set next_at = $3, last_answer = $4
     where node_id = $1 and message_id = $2 and next_at is not null`,
    [peer, id, next, answer.slice(0, 200)],
  );
}

/** Everything for a peer, or for all, that no receipt has ended, page by page in the order in which it was made. */
export async function listWaiting(
  db: Statements,
  now: string,
  {
    peer,
    after,
    limit,
  }: { readonly peer?: string | undefined; readonly after?: string | undefined; readonly limit: number },
): Promise<readonly { readonly id: string; readonly sealed: Buffer }[]> {
  return db.rows<Row & { id: string; sealed: Buffer }>(
    `select o.message_id as id, o.sealed from outbox o join peer p on p.node_id = o.node_id
     where ${WAITS} and p.standing = 'confirmed' and ($2::uuid is null or o.node_id = $2)
       and ($3::uuid is null or o.message_id > $3) order by o.message_id limit $4`,
    [now, peer ?? null, after ?? null, limit],
  );
}

export type Ending = {
  readonly peer: string;
  readonly id: string;
  readonly digest: string;
  readonly result: 'taken' | 'held' | 'refused';
  readonly code: ReceiptCode | undefined;
  readonly reason: string | undefined;
  readonly receipt: Uint8Array;
  readonly at: string;
};

/**
 * Keeps the receipt of a message. Taken and refused end it; where it is held it goes on being asked after. False where this
 * peer was sent no such message.
 */
export async function keepReceipt(db: Statements, ending: Ending): Promise<Ended | undefined> {
  const { peer, id, digest, result, code, reason, receipt, at } = ending;
  const [row] = await db.rows<Row & Ended>(
    `update outbox set receipt = case when done or result = $4 then receipt else $7 end,
       receipt_at = case when done or result = $4 then receipt_at else $8 end,
       result = case when done then result else $4 end, code = case when done then code else $5 end,
       reason = case when done then reason else $6 end, last_answer = null,
       sealed = case when done or $4 <> 'held' then null else sealed end,
       next_at = case when done or $4 <> 'held' then null else next_at end
     from (select sealed is null as done, result as was from outbox where node_id = $1 and message_id = $2) before
     where node_id = $1 and message_id = $2 and digest = $3
     returning type, thread_id as thread, seq, not before.done and $4 <> 'held' and before.was is distinct from $4 as "isNew"`,
    [peer, id, digest, result, code ?? null, reason ?? null, receipt, at],
  );
  return row;
}

/** A message that was sent, with its place, and whether this receipt ended it. */
export type Ended = {
  readonly type: string;
  readonly thread: string;
  readonly seq: number;
  readonly isNew: boolean;
};

/** Messages for a peer that no receipt has ended, as they were signed: to be sealed anew for a new key. */
export async function listOpen(
  tx: Statements,
  peer: string,
): Promise<readonly { readonly id: string; readonly signed: Buffer }[]> {
  return tx.rows<Row & { id: string; signed: Buffer }>(
    'select message_id as id, signed from outbox where node_id = $1 and next_at is not null order by message_id',
    [peer],
  );
}

/** Puts other bytes of the same message in the place of those that were to travel; they are tried at once. */
export async function saveSealed(
  tx: Statements,
  peer: string,
  { id, signed, sealed }: { readonly id: string; readonly signed: Uint8Array; readonly sealed: Uint8Array },
  now: string,
): Promise<void> {
  await tx.rows(
    `update outbox set signed = $3, sealed = $4, next_at = $5 where node_id = $1 and message_id = $2 and next_at is not null`,
    [peer, id, signed, sealed, now],
  );
}

/** A message that was sent, as it was signed. */
export async function findSent(
  db: Statements,
  peer: string,
  id: string,
): Promise<{ readonly signed: Buffer; readonly digest: string; readonly result: string | null } | undefined> {
  const [row] = await db.rows<Row & { signed: Buffer; digest: string; result: string | null }>(
    'select signed, digest, result from outbox where node_id = $1 and message_id = $2',
    [peer, id],
  );
  return row;
}

/** What became of some messages to some peers, by message: the result of its receipt, null where none came. */
export async function listResults(
  db: Statements,
  peers: readonly string[],
  messages: readonly string[],
): Promise<ReadonlyMap<string, Ending['result'] | null>> {
  if (messages.length === 0) return new Map();
  const rows = await db.rows<Row & { id: string; result: Ending['result'] | null }>(
    'select message_id as id, result from outbox where node_id = any($1::uuid[]) and message_id = any($2::uuid[])',
    [peers, messages],
  );
  return new Map(rows.map(({ id, result }) => [id, result]));
}
