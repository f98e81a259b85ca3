/**
 * What the verifier finds wrong, each with the entry it concerns; and the sums of trees that several of its files
 * need. The list is capped so that a wholly different ledger does not fill the memory; the count goes on.
 */
import { digestText, nodeHash } from '../../domain/ledger/hash.ts';
import { HASH, WIDTH } from './layout.ts';

/** Why something is bad. */
export type Reason =
  /** Body or salt do not match the commitment. */
  | 'changed'
  /** The tree has the entry, the bodies do not. */
  | 'removed'
  /** A line stands where no entry of the tree belongs. */
  | 'added'
  /** The entry is there, at another place than its own. */
  | 'reordered'
  /** A line beyond the end of the tree. */
  | 'no-leaf'
  /** The body matches its commitment, yet is not canonical JSON. */
  | 'not-canonical'
  /** A file of hashes is missing or differs from what the entries give. */
  | 'tile'
  /** The checkpoint, its signature or the earlier checkpoint do not fit. */
  | 'checkpoint'
  /** The list of epochs does not fit the ledger. */
  | 'epochs';

/** One thing found wrong: at an entry, or at all from `index` to `to`. */
export type Bad = {
  readonly index: number;
  readonly to?: number;
  readonly reason: Reason;
  readonly says?: string;
};

export const BAD_LISTED_MAX = 1_000;

/** Collects what is bad, up to a limit, and counts all of it. */
export class Findings {
  readonly list: Bad[] = [];
  count = 0;

  add(bad: Bad): void {
    this.count++;
    if (this.list.length < BAD_LISTED_MAX) this.list.push(bad);
  }

  sorted(): Bad[] {
    return this.list.sort((a, b) => a.index - b.index || (a.to ?? a.index) - (b.to ?? b.index));
  }
}

const bench = Buffer.alloc(WIDTH * HASH);
const pair = Buffer.alloc(1 + 2 * HASH, 1);

/** The root over a row of hashes laid end to end, the last of which may stand for an incomplete subtree. */
export function rowRoot(row: Uint8Array): Uint8Array {
  const count = row.length / HASH;
  if (count === WIDTH) return fullRowRoot(row);
  if (count === 1) return row;
  let left = 1;
  while (left * 2 < count) left *= 2;
  return nodeHash(rowRoot(row.subarray(0, left * HASH)), rowRoot(row.subarray(left * HASH)));
}

/** The same for a full row, halved again and again in one place: nearly all rows are full, and this is quicker. */
function fullRowRoot(row: Uint8Array): Uint8Array {
  bench.set(row);
  for (let count = WIDTH / 2; count >= 1; count /= 2) {
    for (let i = 0; i < count; i++) {
      bench.copy(pair, 1, 2 * i * HASH, 2 * (i + 1) * HASH);
      bench.write(digestText(pair), i * HASH, 'latin1');
    }
  }
  return Uint8Array.from(bench.subarray(0, HASH));
}

/** The root over the right edge of a tree: the incomplete row of each level, the lowest first. */
export function edgeRoot(rows: readonly Uint8Array[]): Uint8Array | undefined {
  let root: Uint8Array | undefined;
  for (const row of rows) {
    const whole = root === undefined ? row : Buffer.concat([row, root]);
    if (whole.length > 0) root = rowRoot(whole);
  }
  return root;
}
