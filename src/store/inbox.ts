/**
 * What came from peers: each message once, under its id and in its place, with the receipt that was given. What was refused
 * leaves its place and the refusal; what strangers send leaves a count.
 */
import type { ReceiptCode } from '../domain/exchange/refused.ts';
import type { Standing } from '../domain/exchange/sequence.ts';
import type { Row, Statements } from './database.ts';

export type Incoming = {
  readonly peer: string;
  readonly id: string;
  readonly thread: string;
  readonly seq: number;
  readonly type: string;
  readonly digest: string;
  readonly made: string;
  readonly received: string;
  readonly state: 'held' | 'done' | 'refused';
  readonly code: string | undefined;
  readonly reason: string | undefined;
  readonly signed: Uint8Array | undefined;
  readonly receipt: Uint8Array;
  readonly receiptDue: boolean;
};

/** What is known of the place of a message before it is taken. */
export async function standingOf(
  tx: Statements,
  { peer, id, thread, seq }: Pick<Incoming, 'peer' | 'id' | 'thread' | 'seq'>,
): Promise<Standing> {
  const [row] = await tx.rows<Row & { last: number; same_id: string | null; same_place: string | null }>(
    `select (select coalesce(max(seq), 0) from inbox where node_id = $1 and thread_id = $3 and state <> 'held') as last,
       (select digest from inbox where node_id = $1 and message_id = $2) as same_id,
       (select digest from inbox where node_id = $1 and thread_id = $3 and seq = $4) as same_place`,
    [peer, id, thread, seq],
  );
  return { last: row!.last, sameId: row!.same_id ?? undefined, samePlace: row!.same_place ?? undefined };
}

export type GivenReceipt = Pick<Incoming, 'state' | 'received'> & {
  readonly receipt: Buffer;
  readonly code: ReceiptCode | null;
  readonly reason: string | null;
};

/** The receipt that a message got; where it came in a file, it goes back with the next one. */
export async function findReceipt(
  tx: Statements,
  peer: string,
  id: string,
  due: boolean,
): Promise<GivenReceipt | undefined> {
  const [row] = await tx.rows<Row & GivenReceipt>(
    `update inbox set receipt_due = receipt_due or $3 where node_id = $1 and message_id = $2
     returning receipt, state, code, reason, received_at as received`,
    [peer, id, due],
  );
  return row;
}

/** Puts a receipt that was made anew in the place of the one before. */
export async function replaceReceipt(
  tx: Statements,
  peer: string,
  id: string,
  receipt: Uint8Array,
): Promise<void> {
  await tx.rows('update inbox set receipt = $3 where node_id = $1 and message_id = $2', [peer, id, receipt]);
}

/** Keeps what came. */
export async function insertIncoming(tx: Statements, message: Incoming): Promise<void> {
  const { peer, id, thread, seq, type, digest, made, received } = message;
  const { state, code, reason, signed, receipt, receiptDue } = message;
  await tx.rows(
    `insert into inbox (node_id, message_id, thread_id, seq, type, digest, made_at, received_at, state, code, reason, signed,
       receipt, receipt_due) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      peer,
      id,
      thread,
      seq,
      type,
      digest,
      made,
      received,
      state,
      code ?? null,
      reason ?? null,
      signed ?? null,
      receipt,
      receiptDue,
    ],
  );
}

/** Ends a message that was held. */
export async function endHeld(
  tx: Statements,
  peer: string,
  id: string,
  ended: Pick<Incoming, 'state' | 'code' | 'reason' | 'receipt'>,
): Promise<void> {
  const { state, code, reason, receipt } = ended;
  await tx.rows(
    `update inbox set state = $3, code = $4, reason = $5, receipt = $6,
       signed = case when $3 = 'refused' then null else signed end
     where node_id = $1 and message_id = $2 and state = 'held'`,
    [peer, id, state, code ?? null, reason ?? null, receipt],
  );
}

/** Notes that something else came under an id or for a place. */
export async function noteConflict(
  tx: Statements,
  { peer, id, thread, seq }: Pick<Incoming, 'peer' | 'id' | 'thread' | 'seq'>,
): Promise<void> {
  await tx.rows(
    `update inbox set conflicts = conflicts + 1
     where node_id = $1 and (message_id = $2 or (thread_id = $3 and seq = $4))`,
    [peer, id, thread, seq],
  );
}

/** How many messages and bytes are held for a peer, and how many came in the day before. */
export async function loadOf(
  tx: Statements,
  peer: string,
  since: string,
): Promise<{ readonly held: number; readonly bytes: number; readonly came: number }> {
  const [row] = await tx.rows<Row & { held: number; bytes: number; came: number }>(
    `select (select count(*) from inbox where node_id = $1 and state = 'held') as held,
       (select coalesce(sum(octet_length(signed)), 0)::bigint from inbox where node_id = $1 and state = 'held') as bytes,
       (select count(*) from inbox where node_id = $1 and received_at > $2) as came`,
    [peer, since],
  );
  return row!;
}

/** Held messages whose turn has come: the next of their threads, of one peer or of all. */
export async function listReady(
  db: Statements,
  peer?: string,
): Promise<readonly { readonly peer: string; readonly id: string; readonly signed: Buffer }[]> {
  return db.rows<Row & { peer: string; id: string; signed: Buffer }>(
    `select h.node_id as peer, h.message_id as id, h.signed from inbox h
     where h.state = 'held' and ($1::uuid is null or h.node_id = $1) and h.seq = 1 + coalesce(
       (select max(d.seq) from inbox d where d.node_id = h.node_id and d.thread_id = h.thread_id and d.state <> 'held'), 0)
     order by h.node_id, h.thread_id limit 100`,
    [peer ?? null],
  );
}

/** Receipts that go back with the next file, to a peer or to all. */
export async function listDueReceipts(
  db: Statements,
  peer?: string,
): Promise<readonly { readonly peer: string; readonly id: string; readonly receipt: Buffer }[]> {
  return db.rows<Row & { peer: string; id: string; receipt: Buffer }>(
    `select node_id as peer, message_id as id, receipt from inbox
     where receipt_due and ($1::uuid is null or node_id = $1) order by node_id, message_id limit 10000`,
    [peer ?? null],
  );
}

/** Notes that a receipt went out with a file, where it is still the one that stands. */
export async function noteReturned(
  db: Statements,
  peer: string,
  id: string,
  receipt: Uint8Array,
): Promise<void> {
  await db.rows(
    'update inbox set receipt_due = false where node_id = $1 and message_id = $2 and receipt = $3',
    [peer, id, receipt],
  );
}

/** Counts what was not taken. */
export async function countRefused(db: Statements, code: string, day: string): Promise<void> {
  await db.rows(
    `insert into exchange_refused (code, day, count) values ($1, $2, 1)
     on conflict (code, day) do update set count = exchange_refused.count + 1`,
    [code, day],
  );
}

/** Forgets counts from before a day. */
export async function dropRefusedBefore(db: Statements, day: string): Promise<void> {
  await db.rows('delete from exchange_refused where day < $1', [day]);
}
