/**
 * What the ledger remembers: acts by the id their client made, entries as the bytes that were hashed, and the queue of
 * those that wait for their number. An act adds all of its rows in its own transaction and touches no common row.
 */

import type { Epoch } from '../domain/ledger/epoch.ts';
import { CopyRows, readUuid, writeUuid } from './copy.ts';
import { isDuplicate, type Row, type Statements, type Tx } from './database.ts';

/** An entry ready to be kept: its body is canonical and its leaf hash commits to salt and body. */
export type SealedEntry = {
  readonly subject: string;
  readonly id: string;
  readonly salt: Uint8Array;
  readonly body: Uint8Array;
  readonly leaf: Uint8Array;
};

export type ActRow = {
  readonly id: string;
  readonly kind: string;
  readonly operator: string;
  readonly recorded: string;
  /** What the act answered, as JSON, given again when the same act is submitted again. */
  readonly result: string;
};

export const LEAF_ROW_BYTES = 64;

/** Packs the leaves of an act for the integrator: subject, entry, leaf hash. */
export function packLeaves(entries: readonly SealedEntry[]): Buffer {
  const packed = Buffer.allocUnsafe(entries.length * LEAF_ROW_BYTES);
  let at = 0;
  for (const entry of entries) {
    at = writeUuid(packed, entry.subject, at);
    at = writeUuid(packed, entry.id, at);
    packed.set(entry.leaf, at);
    at += 32;
  }
  return packed;
}

export type PackedLeaf = { readonly subject: string; readonly entry: string; readonly hash: Buffer };

/** Opens what packLeaves packed. */
export function unpackLeaves(packed: Buffer): PackedLeaf[] {
  const leaves: PackedLeaf[] = [];
  for (let at = 0; at < packed.length; at += LEAF_ROW_BYTES) {
    const hash = packed.subarray(at + LEAF_HASH_AT, at + LEAF_ROW_BYTES);
    leaves.push({ subject: readUuid(packed, at), entry: readUuid(packed, at + 16), hash });
  }
  return leaves;
}

/** Where the leaf hash stands in a packed row. */
export const LEAF_HASH_AT = 32;

/** Who submitted an act, as what, and what it answered. */
export type KeptAct = Pick<ActRow, 'kind' | 'operator' | 'result'>;

/** An act that was submitted before, if it was. */
export async function findKeptAct(db: Statements, act: string): Promise<KeptAct | undefined> {
  const [row] = await db.rows<KeptAct>('select kind, operator, result from ledger_act where act_id = $1', [
    act,
  ]);
  return row;
}

/** Something to be written in the same statement as an act: its text, with its parameters numbered from `from`. */
export type Along = { readonly text: (from: number) => string; readonly values: readonly unknown[] };

/**
 * Keeps an act with its entries, and what goes along with it, in one statement: one round trip.
 * @durable when the transaction commits
 */
export async function appendAct(
  tx: Statements,
  act: ActRow,
  entries: readonly SealedEntry[],
  along?: Along,
): Promise<void> {
  const values = [
    act.id,
    act.kind,
    act.operator,
    act.recorded,
    act.result,
    entries.map((entry) => entry.subject),
    entries.map((entry) => entry.id),
    entries.map((entry) => entry.salt),
    entries.map((entry) => entry.body),
    packLeaves(entries),
  ];
  await tx.rows(
    `with act as (
       insert into ledger_act (act_id, kind, operator, recorded_at, result) values ($1, $2, $3, $4, $5)
     ), kept as (
       insert into ledger_entry (subject_id, entry_id, act_id, salt, body)
       select subject, entry, $1, salt, body
       from unnest($6::uuid[], $7::uuid[], $8::bytea[], $9::bytea[]) as e (subject, entry, salt, body)
     )${along === undefined ? '' : `, changed as (${along.text(values.length + 1)})`}
     insert into ledger_pending (act_id, leaves) values ($1, $10)`,
    [...values, ...(along?.values ?? [])],
  );
}

/** Keeps a large act (a batch of an import) by bulk copy. */
export async function appendActInBulk(tx: Tx, act: ActRow, entries: readonly SealedEntry[]): Promise<void> {
  await tx.rows(
    'insert into ledger_act (act_id, kind, operator, recorded_at, result) values ($1, $2, $3, $4, $5)',
    [act.id, act.kind, act.operator, act.recorded, act.result],
  );
  if (entries.length === 0) return;
  const rows = new CopyRows();
  for (const entry of entries)
    rows.row(5).uuid(entry.subject).uuid(entry.id).uuid(act.id).bytes(entry.salt).bytes(entry.body);
  await tx.copyIn('ledger_entry (subject_id, entry_id, act_id, salt, body)', rows.done());
  await tx.copyIn(
    'ledger_pending (act_id, leaves)',
    new CopyRows(1024).row(2).uuid(act.id).bytes(packLeaves(entries)).done(),
  );
}

export type KeptEntry = {
  readonly entry: string;
  readonly act: string;
  readonly salt: Buffer;
  readonly body: Buffer;
  readonly leaf?: number;
};

/** An entry as its row is read. */
export type EntryRow = Row & {
  entry_id: string;
  act_id: string;
  salt: Buffer;
  body: Buffer;
  leaf_index: number | null;
};

/** Named limit: entries of one subject read at once; an arm with more is a fault of its source. */
export const ENTRIES_OF_SUBJECT_MAX = 10_000;

const ENTRIES = `select e.entry_id, e.act_id, e.salt, e.body, l.leaf_index
  from ledger_entry e left join ledger_leaf l on l.subject_id = e.subject_id and l.entry_id = e.entry_id
  where e.subject_id = $1`;

/** An entry from its row. */
export const keptEntryOf = (row: EntryRow): KeptEntry => ({
  entry: row.entry_id,
  act: row.act_id,
  salt: row.salt,
  body: row.body,
  ...(row.leaf_index === null ? {} : { leaf: row.leaf_index }),
});

/** All entries of one subject, in the order of their ids, with their place in the tree where they have one. */
export async function listEntriesOf(db: Statements, subject: string): Promise<readonly KeptEntry[]> {
  const rows = await db.rows<EntryRow>(`${ENTRIES} order by e.entry_id limit ${ENTRIES_OF_SUBJECT_MAX}`, [
    subject,
  ]);
  return rows.map(keptEntryOf);
}

/** One entry of a subject, with its place in the tree where it has one. */
export async function findEntryOf(
  db: Statements,
  subject: string,
  entry: string,
): Promise<KeptEntry | undefined> {
  const [row] = await db.rows<EntryRow>(`${ENTRIES} and e.entry_id = $2`, [subject, entry]);
  return row && keptEntryOf(row);
}

/** The bodies of one subject, which is what a fold needs, and an act where it was kept before. */
export async function listBodiesOf(
  db: Statements,
  subject: string,
  act?: string,
): Promise<{ readonly bodies: readonly Buffer[]; readonly before: KeptAct | undefined }> {
  const rows = await db.rows<{ body: Buffer } & { [Key in keyof KeptAct]: string | null }>(
    `select e.body, a.kind, a.operator, a.result from ledger_entry e
     left join (select kind, operator, result from ledger_act where act_id = $2) a on true
     where e.subject_id = $1 order by e.entry_id limit ${ENTRIES_OF_SUBJECT_MAX}`,
    [subject, act ?? null],
  );
  const [first] = rows;
  const before = first && first.result !== null ? (first as KeptAct) : undefined;
  return { bodies: rows.map((row) => row.body), before };
}

/** Named limit: locks under which new ids are claimed; ids share them. */
const CLAIM_LOCKS = 64;
const CLAIM_CLASS = 7203;

/**
 * Claims ids that a client made for new things: gives the first of them that is something already. Until the transaction
 * ends nobody else can claim them, so that no two things ever share the entries of one id.
 */
export async function claimSubjects(tx: Statements, ids: readonly string[]): Promise<string | undefined> {
  if (ids.length === 0) return undefined;
  await tx.rows(
    `select pg_advisory_xact_lock(${CLAIM_CLASS}, bucket) from (
       select distinct abs(hashtext(id) % ${CLAIM_LOCKS}) as bucket from unnest($1::text[]) as id order by 1) as buckets`,
    [ids],
  );
  const [taken] = await tx.rows<{ id: string }>(
    'select subject_id as id from ledger_entry where subject_id = any($1::uuid[]) limit 1',
    [ids],
  );
  return taken?.id;
}

/** The epochs of this ledger, oldest first. */
export async function listEpochs(db: Statements): Promise<readonly Epoch[]> {
  const rows = await db.rows<
    Row & {
      epoch: number;
      origin: string;
      verifier_key: string;
      base_size: number;
      old_checkpoint: string | null;
    }
  >('select epoch, origin, verifier_key, base_size, old_checkpoint from ledger_epoch order by epoch');
  return rows.map((row) => ({
    epoch: row.epoch,
    origin: row.origin,
    key: row.verifier_key,
    baseSize: row.base_size,
    ...(row.old_checkpoint === null ? {} : { oldCheckpoint: row.old_checkpoint }),
  }));
}

/** Keeps the beginning of an epoch: a new home, or a restored one. */
export async function saveEpoch(tx: Statements, epoch: Epoch, at: string): Promise<void> {
  await tx.rows(
    `insert into ledger_epoch (epoch, origin, verifier_key, base_size, old_checkpoint, began_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [epoch.epoch, epoch.origin, epoch.key, epoch.baseSize, epoch.oldCheckpoint ?? null, at],
  );
}

/** Keeps a signed checkpoint; of two that are signed for one size in one moment, which are the same text, one. */
export async function keepCheckpoint(
  db: Statements,
  epoch: number,
  size: number,
  note: string,
  at: string,
): Promise<void> {
  await db.rows(
    `insert into ledger_checkpoint (epoch, size, note, signed_at) values ($1, $2, $3, $4)
     on conflict (epoch, size, signed_at) do nothing`,
    [epoch, size, note, at],
  );
}

/** The newest signed checkpoint, if there is one. */
export async function findLastCheckpoint(
  db: Statements,
): Promise<{ size: number; note: string; signedAt: string } | undefined> {
  const [row] = await db.rows<Row & { size: number; note: string; signed_at: string }>(
    'select size, note, signed_at from ledger_checkpoint order by epoch desc, size desc, signed_at desc limit 1',
    [],
  );
  return row && { size: row.size, note: row.note, signedAt: row.signed_at };
}

/** How many acts wait for their numbers. */
export async function countWaiting(db: Statements): Promise<number> {
  const [row] = await db.rows<{ waiting: number }>('select count(*) as waiting from ledger_pending');
  return row!.waiting;
}

/** True where an act was kept before: which of its rows meets the older one first is for the database to say. */
export function isRepeated(error: unknown): boolean {
  return isDuplicate(error, 'ledger_act_pkey') || isDuplicate(error, 'ledger_pending_pkey');
}
