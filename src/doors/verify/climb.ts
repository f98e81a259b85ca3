/**
 * The tree above the leaves, rebuilt level by level from the roots of the tiles as they come. For each tile there are
 * two witnesses, what is calculated from below and what its file says; where they differ, the level above decides,
 * and at the right edge the signed root. So a damaged file of hashes is told from a changed entry.
 * Memory: one row of 256 hashes for each level, whatever the size of the ledger.
 */
import type { TileWitness } from './check-pack.ts';
import { edgeRoot, type Findings, rowRoot } from './finding.ts';
import { HASH, readTile, tileFile, WIDTH, widthOf } from './layout.ts';

type Verdict = 'computed' | 'stated' | 'neither';
type Witness = {
  readonly computed: Uint8Array;
  readonly stated: Uint8Array | undefined;
  /** Called once it is known which witness was right. */
  readonly settle: (verdict: Verdict) => void;
};
type Row = {
  readonly hashes: Buffer;
  readonly disputed: number[];
  file: Buffer | undefined;
  count: number;
  tile: number;
};

const no = () => {};

/** Rebuilds the tree from tile witnesses that come in order. */
export class Climb {
  private readonly dir: string;
  private readonly size: number;
  private readonly findings: Findings;
  private readonly rows: Row[] = [];
  private edge: Witness = { computed: new Uint8Array(0), stated: new Uint8Array(0), settle: no };

  constructor(dir: string, size: number, findings: Findings) {
    this.dir = dir;
    this.size = size;
    this.findings = findings;
  }

  /** Takes the next tile of leaves. */
  push(tile: number, { computed, stated, disputes }: TileWitness): void {
    const settle = (verdict: Verdict) => {
      for (const { index, isBodyWithBundle } of disputes) {
        const isChanged = verdict === 'stated' && isBodyWithBundle;
        const says = `Bundle and leaf differ; the tree above bears out ${verdict === 'stated' ? 'the leaf' : 'the bundle'}.`;
        this.findings.add(isChanged ? { index, reason: 'changed' } : { index, reason: 'tile', says });
      }
    };
    const witness = { computed, stated, settle: disputes.length > 0 ? settle : no };
    if (widthOf(this.size, 0, tile) < WIDTH) this.edge = witness;
    else this.raise(1, witness);
  }

  /** The root of the rebuilt tree; where the signed root can be reached by one set of witnesses, it is. */
  finish(signedRoot: Uint8Array | undefined): Uint8Array | undefined {
    const edges: Witness[] = [this.edge];
    for (let level = 1; level < this.rows.length; level++) edges.push(this.closeRow(level));
    const disputed = edges.filter((edge) => edge.settle !== no && edge.stated !== undefined);
    // Each disputed edge may be right either way: with five levels at most 32 ways, tried in turn.
    for (let choice = 0; choice < 2 ** disputed.length; choice++) {
      const isStated = (edge: Witness) =>
        ((choice >> disputed.indexOf(edge)) & 1) === 1 && disputed.includes(edge);
      const root = edgeRoot(edges.map((edge) => (isStated(edge) ? edge.stated! : edge.computed)));
      if (root === undefined || signedRoot === undefined || Buffer.compare(root, signedRoot) !== 0) continue;
      for (const edge of edges) edge.settle(isStated(edge) ? 'stated' : 'computed');
      return root;
    }
    for (const edge of edges) edge.settle('neither');
    return edgeRoot(edges.map((edge) => edge.computed));
  }

  private raise(level: number, { computed, stated, settle }: Witness): void {
    const row = this.rowOf(level);
    const filed = row.file?.subarray(row.count * HASH, (row.count + 1) * HASH);
    const isBorneOut = filed !== undefined && stated !== undefined && Buffer.compare(filed, stated) === 0;
    const isComputed = filed === undefined || Buffer.compare(filed, computed) === 0;
    const chosen = isBorneOut ? stated : computed;
    settle(isComputed ? 'computed' : isBorneOut ? 'stated' : 'neither');
    row.hashes.set(chosen, row.count * HASH);
    if (!isComputed && !isBorneOut) row.disputed.push(row.tile * WIDTH + row.count);
    if (++row.count < WIDTH) return;
    const witness = this.closeRow(level);
    const whole = (bytes: Uint8Array) => Uint8Array.from(rowRoot(bytes));
    this.raise(level + 1, {
      computed: whole(witness.computed),
      stated: witness.stated && whole(witness.stated),
      settle: witness.settle,
    });
  }

  /** Ends a row, full or at the right edge, and starts the next one. */
  private closeRow(level: number): Witness {
    const row = this.rows[level]!;
    const computed = Buffer.from(row.hashes.subarray(0, row.count * HASH));
    const stated = row.file?.subarray(0, computed.length);
    const positions = row.disputed.slice();
    const span = WIDTH ** level;
    const settle = (verdict: Verdict) => {
      for (const position of positions) {
        const [index, to] = [position * span, (position + 1) * span - 1];
        if (verdict === 'stated') this.findings.add({ index, to, reason: 'changed' });
        else
          this.findings.add({
            index,
            to,
            reason: 'tile',
            says: `A hash of tile/${level} differs from its entries.`,
          });
      }
    };
    row.tile++;
    row.count = 0;
    row.file = undefined;
    row.disputed.length = 0;
    return { computed, stated, settle: positions.length > 0 ? settle : no };
  }

  private rowOf(level: number): Row {
    const known = this.rows[level];
    const row = known ?? {
      hashes: Buffer.alloc(WIDTH * HASH),
      disputed: [],
      file: undefined,
      count: 0,
      tile: 0,
    };
    this.rows[level] = row;
    if (row.count === 0) {
      row.file = readTile(this.dir, this.size, level, row.tile);
      if (row.file === undefined) {
        const [width, first] = [widthOf(this.size, level, row.tile), row.tile * WIDTH];
        const span = WIDTH ** level;
        const says = `${tileFile(level, row.tile, width)} is missing or of another length.`;
        this.findings.add({ index: first * span, to: (first + width) * span - 1, reason: 'tile', says });
      }
    }
    return row;
  }
}
