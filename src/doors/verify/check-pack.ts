/**
 * One pack of 4,096 entries: three witnesses are heard for each entry (its body, its commitment in the bundle, its
 * leaf hash in the tile) and the roots of the pack's tiles are made. Where witnesses disagree, this does not judge:
 * it hands both roots on, and the tree above decides by the signed root which of them was lied to.
 * It is synchronous and keeps one pack in memory, so that a thread can do pack after pack.
 */
import { join } from 'node:path';
import { digestText } from '../../domain/ledger/hash.ts';
import { type Bad, rowRoot } from './finding.ts';
import { HASH, PACK, packFile, readBundle, readTile, tileFile, WIDTH, widthOf } from './layout.ts';
import { type Bodies, Found, readBodies, type Stray } from './read-bodies.ts';

export type PackTask = { readonly dir: string; readonly pack: number; readonly size: number };

/** An entry for which the leaf calculated and the leaf on file differ. */
export type Dispute = { readonly index: number; readonly isBodyWithBundle: boolean };

/** What a tile is by calculation and by its file: a root, or the whole row where the tile is not full. */
export type TileWitness = {
  readonly computed: Uint8Array;
  readonly stated: Uint8Array | undefined;
  readonly disputes: readonly Dispute[];
};

/** An entry whose own line is missing, broken, or gives another commitment (`digest`). */
export type Suspect = {
  readonly index: number;
  readonly isMissing: boolean;
  readonly digest: string | undefined;
};

export type PackReport = {
  readonly pack: number;
  readonly withheld: number;
  readonly tiles: readonly TileWitness[];
  readonly suspects: readonly Suspect[];
  readonly strays: readonly Stray[];
  readonly bad: readonly Bad[];
};

type Hearing = { suspects: Suspect[]; bad: Bad[] };

/** Checks one pack of an export and reports what its witnesses say. */
export function checkPack({ dir, pack, size }: PackTask): PackReport {
  const from = pack * PACK;
  const count = Math.min(PACK, size - from);
  const commitments = Buffer.alloc(count * HASH);
  const hearing: Hearing = { suspects: [], bad: [] };
  const hasBundle: boolean[] = [];
  for (let at = 0; at < count; at += WIDTH) {
    hasBundle.push(takeBundle({ dir, size, from, at, commitments }, hearing));
  }
  const bodies = readBodies({ path: join(dir, packFile(pack)), from, count, commitments });
  const tiles: TileWitness[] = [];
  for (let at = 0; at < count; at += WIDTH) {
    const bundle = hasBundle[at / WIDTH] ? commitments.subarray(at * HASH) : undefined;
    tiles.push(hearTile({ dir, size, from, at, bundle, bodies }, hearing));
  }
  const withheld = bodies.found.reduce((sum, state) => sum + (state === Found.withheld ? 1 : 0), 0);
  const { strays } = bodies;
  return { pack, withheld, tiles, suspects: hearing.suspects, strays, bad: [...bodies.bad, ...hearing.bad] };
}

type BundlePlace = { dir: string; size: number; from: number; at: number; commitments: Buffer };

function takeBundle({ dir, size, from, at, commitments }: BundlePlace, hearing: Hearing): boolean {
  const tile = (from + at) / WIDTH;
  const bundle = readBundle(dir, size, tile);
  if (bundle === undefined) {
    const width = widthOf(size, 0, tile);
    hearing.bad.push(badFile(from + at, width, tileFile('entries', tile, width)));
    return false;
  }
  bundle.bytes.copy(commitments, at * HASH);
  for (const i of bundle.bent)
    hearing.bad.push({ index: from + at + i, reason: 'tile', says: 'Bundle length.' });
  return true;
}

function badFile(index: number, width: number, path: string): Bad {
  return { index, to: index + width - 1, reason: 'tile', says: `${path} is missing or of another length.` };
}

type TilePlace = {
  readonly dir: string;
  readonly size: number;
  readonly from: number;
  readonly at: number;
  readonly bundle: Buffer | undefined;
  readonly bodies: Bodies;
};

const leafInput = Buffer.alloc(1 + HASH);

function leafText(commitmentText: string): string {
  leafInput.write(commitmentText, 1, 'latin1');
  return digestText(leafInput);
}

function hearTile(place: TilePlace, hearing: Hearing): TileWitness {
  const { dir, size, from, at, bundle, bodies } = place;
  const tile = (from + at) / WIDTH;
  const width = widthOf(size, 0, tile);
  const stated = readTile(dir, size, 0, tile);
  if (stated === undefined) hearing.bad.push(badFile(from + at, width, tileFile(0, tile, width)));
  const row = Buffer.alloc(width * HASH);
  const disputes: Dispute[] = [];
  for (let i = 0; i < width; i++) {
    const state = bodies.found[at + i]!;
    // Where the body is right, its digest is the bundled commitment already.
    const committed =
      state === Found.right ? bodies.digests[at + i] : bundle?.toString('latin1', i * HASH, (i + 1) * HASH);
    const bundled = committed === undefined ? undefined : leafText(committed);
    const filed = stated?.toString('latin1', i * HASH, (i + 1) * HASH);
    let leaf = bundled ?? filed;
    if (state === Found.right || state === Found.wrong) {
      leaf = hearBody({ index: from + at + i, place: at + i, bodies, bundled, filed }, hearing);
    } else if (state !== Found.withheld) {
      hearing.suspects.push({ index: from + at + i, isMissing: state === Found.missing, digest: undefined });
    }
    row.write(leaf ?? '', i * HASH, 'latin1');
    if (filed !== undefined && leaf !== filed) {
      disputes.push({ index: from + at + i, isBodyWithBundle: state === Found.right });
    }
  }
  const isFull = width === WIDTH;
  const computed = isFull ? rowRoot(row) : row;
  if (disputes.length === 0 || stated === undefined) {
    // A copy, because a slice would take its whole buffer along to another thread.
    return { computed: Uint8Array.from(computed), stated: stated && Uint8Array.from(computed), disputes };
  }
  return {
    computed: Uint8Array.from(computed),
    stated: Uint8Array.from(isFull ? rowRoot(stated) : stated),
    disputes,
  };
}

type BodyPlace = {
  readonly index: number;
  readonly place: number;
  readonly bodies: Bodies;
  readonly bundled: string | undefined;
  readonly filed: string | undefined;
};

/** The leaf of an entry that has a body: a body alone against bundle and tile is the one that was changed. */
function hearBody({ index, place, bodies, bundled, filed }: BodyPlace, hearing: Hearing): string {
  const digest = bodies.digests[place]!;
  let leaf = bundled ?? filed;
  if (bodies.found[place] === Found.wrong) {
    const own = leafText(digest);
    if (own === filed || leaf === undefined) {
      leaf = own;
      if (bundled !== undefined) {
        hearing.bad.push({
          index,
          reason: 'tile',
          says: 'The bundle has another commitment than entry and leaf.',
        });
      }
    } else {
      hearing.suspects.push({ index, isMissing: false, digest });
      return leaf;
    }
  }
  if (bodies.isCanonical[place] === 0) hearing.bad.push({ index, reason: 'not-canonical' });
  return leaf!;
}
