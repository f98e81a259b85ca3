/**
 * The tree of the ledger: numbering what is committed, and reading the hashes that a root or a proof needs. Whoever holds
 * the advisory lock numbers; the right edge of the tree is kept between batches and thrown away when another process
 * has gone on in the meantime.
 */
import { assert } from '../domain/base/refusal.ts';
import {
  appendLeaves,
  EMPTY_FRONTIER,
  type Frontier,
  frontierPlan,
  frontierRoot,
  openFrontier,
} from '../domain/ledger/frontier.ts';
import type { HashRange, HashReader } from '../domain/ledger/merkle.ts';
import { CopyRows } from './copy.ts';
import type { Database, Row, Statements, Tx } from './database.ts';
import { LEAF_HASH_AT, LEAF_ROW_BYTES } from './ledger.ts';

const INTEGRATOR_LOCK = 7_203_115;
/** Named limits of one batch: acts, and bytes of packed leaves (65,536 leaves). */
const BATCH_ACTS_MAX = 2048;
const BATCH_BYTES_MAX = 65_536 * LEAF_ROW_BYTES;

/** How many leaves the tree has. */
export async function getTreeSize(db: Statements): Promise<number> {
  const [row] = await db.rows<{ size: number }>(
    'select coalesce(max(leaf_index) + 1, 0) as size from ledger_leaf',
    [],
  );
  return row!.size;
}

async function readRange(db: Statements, range: HashRange): Promise<Buffer[]> {
  const rows =
    range.level === 0
      ? await db.rows<{ hash: Buffer }>(
          'select hash from ledger_leaf where leaf_index >= $1 and leaf_index < $2 order by leaf_index',
          [range.from, range.to],
        )
      : await db.rows<{ hash: Buffer }>(
          'select hash from tree_node where level = $1 and node_index >= $2 and node_index < $3 order by node_index',
          [range.level, range.from, range.to],
        );
  assert(
    rows.length === range.to - range.from,
    `level ${range.level} has its hashes ${range.from} to ${range.to}`,
  );
  return rows.map((row) => row.hash);
}

/** Reads the named ranges and gives a reader over them. */
export async function readHashes(db: Statements, plan: readonly HashRange[]): Promise<HashReader> {
  const ranges: { readonly range: HashRange; readonly hashes: readonly Buffer[] }[] = [];
  for (const range of plan) ranges.push({ range, hashes: await readRange(db, range) });
  return (level, index) => {
    const found = ranges.find(
      ({ range }) => range.level === level && index >= range.from && index < range.to,
    );
    assert(found, `the plan of a proof names level ${level}, hash ${index}`);
    return found.hashes[index - found.range.from]!;
  };
}

/** The right edge of the tree as it stands. */
export async function getFrontier(db: Statements, size: number): Promise<Frontier> {
  if (size === 0) return EMPTY_FRONTIER;
  const edges: Buffer[][] = [];
  for (const range of frontierPlan(size)) edges.push(await readRange(db, range));
  return openFrontier(size, edges);
}

/** Size and root of the tree now. */
export async function getTreeHead(
  db: Statements,
): Promise<{ readonly size: number; readonly root: Uint8Array }> {
  const size = await getTreeSize(db);
  return { size, root: frontierRoot(await getFrontier(db, size)) };
}

export type Integrator = {
  /** Numbers one batch of what is committed; gives how many entries it numbered, or -1 where another is at it. */
  step(): Promise<number>;
};

/** Makes the integrator of this process. */
export function integratorOf(db: Database): Integrator {
  let frontier: Frontier | undefined;
  return {
    async step() {
      try {
        return await db.transaction(async (tx) => {
          const [lock] = await tx.rows<{ held: boolean }>(
            `select pg_try_advisory_xact_lock(${INTEGRATOR_LOCK}) as held`,
            [],
          );
          if (!lock!.held) return -1;
          const batch = await tx.rows<{ act_id: string; leaves: Buffer }>(
            `select act_id, leaves from (
               select act_id, leaves, sum(octet_length(leaves)) over (order by act_id) - octet_length(leaves) as before
               from (select act_id, leaves from ledger_pending order by act_id limit ${BATCH_ACTS_MAX}) as waiting
             ) as counted where before < ${BATCH_BYTES_MAX} order by act_id`,
            [],
          );
          if (batch.length === 0) return 0;
          const size = await getTreeSize(tx);
          if (frontier?.size !== size) frontier = await getFrontier(tx, size);
          frontier = await number(tx, frontier, batch);
          return frontier.size - size;
        });
      } catch (error) {
        frontier = undefined;
        throw error;
      }
    },
  };
}

async function number(
  tx: Tx,
  frontier: Frontier,
  batch: readonly { act_id: string; leaves: Buffer }[],
): Promise<Frontier> {
  const hashes: Buffer[] = [];
  const rows = new CopyRows(batch.length * 128);
  for (const { leaves } of batch) {
    for (let at = 0; at < leaves.length; at += LEAF_ROW_BYTES) {
      rows
        .row(4)
        .int8(frontier.size + hashes.length)
        .slice(leaves, at, at + 16)
        .slice(leaves, at + 16, at + LEAF_HASH_AT);
      rows.slice(leaves, at + LEAF_HASH_AT, at + LEAF_ROW_BYTES);
      hashes.push(leaves.subarray(at + LEAF_HASH_AT, at + LEAF_ROW_BYTES));
    }
  }
  const growth = appendLeaves(frontier, hashes);
  await tx.copyIn('ledger_leaf (leaf_index, subject_id, entry_id, hash)', rows.done());
  if (growth.nodes.length > 0) {
    const nodes = new CopyRows(growth.nodes.length * 64);
    for (const node of growth.nodes) nodes.row(3).int2(node.level).int8(node.index).bytes(node.hash);
    await tx.copyIn('tree_node (level, node_index, hash)', nodes.done());
  }
  await tx.rows('delete from ledger_pending where act_id = any($1)', [batch.map((one) => one.act_id)]);
  return growth.frontier;
}

export type LeafRow = Row & {
  leaf_index: number;
  subject_id: string;
  entry_id: string;
  hash: Buffer;
  salt: Buffer;
  body: Buffer;
};

/** Leaves with their entries in order of the tree, from one index to another: what an export writes. */
export async function listLeaves(db: Statements, from: number, to: number): Promise<readonly LeafRow[]> {
  return db.rows<LeafRow>(
    `select l.leaf_index, l.subject_id, l.entry_id, l.hash, e.salt, e.body
     from ledger_leaf l left join ledger_entry e on e.subject_id = l.subject_id and e.entry_id = l.entry_id
     where l.leaf_index >= $1 and l.leaf_index < $2 order by l.leaf_index`,
    [from, to],
  );
}

/** Entries that were committed and have neither a leaf nor a place in the queue: there must be none. */
export async function listEntriesWithoutLeaf(
  db: Statements,
  limit: number,
): Promise<readonly { subject: string; entry: string }[]> {
  return db.rows<{ subject: string; entry: string }>(
    `select e.subject_id as subject, e.entry_id as entry from ledger_entry e
     where not exists (select 1 from ledger_leaf l where l.subject_id = e.subject_id and l.entry_id = e.entry_id)
       and not exists (select 1 from ledger_pending p where p.act_id = e.act_id)
     limit $1`,
    [limit],
  );
}
