/**
 * What a restore took from the exchange, and what peers give back: from when on it is unknown what was said to whom, what a peer holds
 * of another that lost it, and places that nobody holds any more.
 */
import type { Row, Statements } from './database.ts';
import type { Outgoing } from './outbox.ts';

/** From the newest entry of a restored register on, what was said to every peer is unknown. Gives how many there are. */
export async function noteLost(tx: Statements, marginMs: number): Promise<number> {
  const rows = await tx.rows(
    `update peer set lost_asked = null, lost_since = least(lost_since, (select max(recorded_at) from ledger_act)
       - make_interval(secs => $1::double precision / 1000)) returning 1 as done`,
    [marginMs],
  );
  return rows.length;
}

/**
 * Where a place was used that this node does not know of, its register was set back without a restore: it has lost what came after the last
 * message of the thread that it knows, and is to ask for it.
 */
export async function noteRolledBack(
  tx: Statements,
  node: string,
  thread: string,
  seq: number,
): Promise<void> {
  await tx.rows(
    `update peer set lost_asked = null, lost_since = least(lost_since, (
       select made_at from outbox where node_id = $1 and thread_id = $2 and seq < $3 order by seq desc limit 1))
     where node_id = $1 and lost_since is null`,
    [node, thread, seq],
  );
}

/** True while any peer has not given back what this node lost. */
export async function isCatchingUp(db: Statements): Promise<boolean> {
  return (await db.rows('select 1 as one from peer where lost_since is not null limit 1', [])).length > 0;
}

/** Peers that may be asked to give back what was lost, and were not. */
export async function listUnasked(
  db: Statements,
): Promise<readonly { readonly node: string; readonly since: string }[]> {
  return db.rows<Row & { node: string; since: string }>(
    `select node_id as node, lost_since as since from peer
     where lost_since is not null and lost_asked is null and standing = 'confirmed' order by node_id limit 1000`,
    [],
  );
}

/** Notes by which message a peer was asked. */
export async function noteAsked(tx: Statements, node: string, message: string): Promise<void> {
  await tx.rows('update peer set lost_asked = $2 where node_id = $1', [node, message]);
}

/** The message by which a peer was asked; undefined where it was not. */
export async function findAsked(tx: Statements, node: string): Promise<string | undefined> {
  const [row] = await tx.rows<{ asked: string | null }>(
    'select lost_asked as asked from peer where node_id = $1',
    [node],
  );
  return row?.asked ?? undefined;
}

/** What was lost is given back, or somebody decided to go on without. */
export async function endLost(tx: Statements, node: string): Promise<void> {
  await tx.rows('update peer set lost_since = null, lost_asked = null where node_id = $1', [node]);
}

export type Came = {
  readonly id: string;
  readonly thread: string;
  readonly seq: number;
  readonly type: string;
  readonly digest: string;
  readonly made: string;
  readonly state: 'held' | 'done' | 'refused';
  readonly code: string | null;
  readonly reason: string | null;
};

/** What a peer said since a moment of its own clock, in its order, without its bytes: all of them may be more than memory holds. */
export async function listCameSince(tx: Statements, node: string, since: string): Promise<readonly Came[]> {
  return tx.rows<Row & Came>(
    `select message_id as id, thread_id as thread, seq, type, digest, made_at as made, state, code, reason from inbox
     where node_id = $1 and made_at >= $2 order by made_at, thread_id, seq`,
    [node, since],
  );
}

/** A message as a peer signed it; undefined where it was refused, and so not kept. */
export async function readCame(tx: Statements, node: string, id: string): Promise<Buffer | undefined> {
  const [row] = await tx.rows<Row & { signed: Buffer | null }>(
    'select signed from inbox where node_id = $1 and message_id = $2',
    [node, id],
  );
  return row?.signed ?? undefined;
}

/** True where an earlier answer to the same question is still on its way. */
export async function isGivingBack(tx: Statements, node: string): Promise<boolean> {
  const rows = await tx.rows(
    "select 1 as one from outbox where node_id = $1 and type = 'peer/given-back' and next_at is not null limit 1",
    [node],
  );
  return rows.length > 0;
}

/** The messages that a peer had receipted since a moment of its own clock, in their order. */
export async function listReceiptedSince(
  tx: Statements,
  node: string,
  since: string,
): Promise<readonly string[]> {
  const rows = await tx.rows<Row & { id: string }>(
    `select message_id as id from outbox
     where node_id = $1 and receipt_at >= $2 and next_at is null and given_back is distinct from 'unproven'
     order by made_at, message_id`,
    [node, since],
  );
  return rows.map(({ id }) => id);
}

/** A message as it was signed here. */
export async function readSent(tx: Statements, node: string, id: string): Promise<Buffer> {
  const [row] = await tx.rows<Row & { signed: Buffer }>(
    'select signed from outbox where node_id = $1 and message_id = $2',
    [node, id],
  );
  return row!.signed;
}

/** Sends a message again that a receipt had ended; the receipt stays until there is another. */
export async function openAgain(
  tx: Statements,
  node: string,
  { id, sealed }: { readonly id: string; readonly sealed: Uint8Array },
  now: string,
): Promise<void> {
  await tx.rows(
    'update outbox set sealed = $3, next_at = $4, attempts = 0 where node_id = $1 and message_id = $2 and next_at is null',
    [node, id, sealed, now],
  );
}

export type GivenBackRow = Omit<Outgoing, 'sealed'> & {
  /** Set where its receiver only held it: it is asked after as every message is. */
  readonly sealed: Uint8Array | undefined;
  readonly result: 'taken' | 'held' | 'refused';
  readonly code: string | undefined;
  readonly reason: string | undefined;
  readonly isProven: boolean;
};

/** Keeps a message that was lost as sent; false where it, or another in its place, stands already. */
export async function insertGivenBack(tx: Statements, row: GivenBackRow): Promise<boolean> {
  const { peer, id, thread, seq, type, digest, made, expires, signed, sealed, result, code, reason } = row;
  const kept = await tx.rows(
    `insert into outbox (node_id, message_id, thread_id, seq, type, digest, made_at, expires_at, signed, sealed, next_at, result,
       code, reason, given_back)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, case when $10::bytea is null then null else $7::timestamptz end, $11, $12, $13, $14)
     on conflict do nothing returning 1 as done`,
    [
      ...[peer, id, thread, seq, type, digest, made, expires, signed, sealed ?? null],
      ...[result, code ?? null, reason ?? null, row.isProven ? 'proven' : 'unproven'],
    ],
  );
  return kept.length > 0;
}

/** True where a message is known as sent. */
export async function isSent(tx: Statements, node: string, id: string): Promise<boolean> {
  const rows = await tx.rows('select 1 as one from outbox where node_id = $1 and message_id = $2', [
    node,
    id,
  ]);
  return rows.length > 0;
}

/** Places below the last one of a thread to a peer that nobody holds. */
export async function listHoles(
  tx: Statements,
  node: string,
): Promise<readonly { readonly thread: string; readonly seq: number }[]> {
  return tx.rows<Row & { thread: string; seq: number }>(
    `select t.thread_id as thread, s.seq from (
       select thread_id, max(seq) as last from outbox where node_id = $1 and thread_id in (
         select thread_id from outbox where node_id = $1 and given_back is not null) group by thread_id) t
     cross join lateral generate_series(1, t.last) as s (seq)
     where not exists (select 1 from outbox o where o.node_id = $1 and o.thread_id = t.thread_id and o.seq = s.seq)
     order by t.thread_id, s.seq limit 10000`,
    [node],
  );
}

/** What was given back and proven of a thread to a peer, in its order, but for what was refused there. */
export async function listProvenIn(
  tx: Statements,
  node: string,
  thread: string,
): Promise<
  readonly { readonly seq: number; readonly id: string; readonly digest: string; readonly signed: Buffer }[]
> {
  return tx.rows<Row & { seq: number; id: string; digest: string; signed: Buffer }>(
    `select seq, message_id as id, digest, signed from outbox
     where node_id = $1 and thread_id = $2 and given_back = 'proven' and result is distinct from 'refused' order by seq`,
    [node, thread],
  );
}
