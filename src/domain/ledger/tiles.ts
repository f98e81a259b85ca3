/**
 * Where the hashes of the tree lie as files (C2SP tlog-tiles): 256 to a tile, numbers in groups of three digits, a
 * partial tile at the right edge only. Entry bundles carry the leaf data, which here is the 32-byte commitment.
 * Paths come from outside when tiles are served: only the one spelling of a path is read.
 */
import { assert } from '../base/refusal.ts';
import { HASH_BYTES } from './hash.ts';
import { TILE_WIDTH } from './merkle.ts';

/** A tile: its level (or the bundle of entries), its number, and how many hashes it holds. */
export type Tile = { readonly level: number | 'entries'; readonly index: number; readonly width: number };

/** The path of a tile or of an entry bundle. */
export function formatTilePath({ level, index, width }: Tile): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/g)!;
  const number = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${number}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

const TILE_PATH = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/(\d{1,3}))?$/;

/** Reads the path of a tile, or gives undefined where it is none. */
export function parseTilePath(path: string): Tile | undefined {
  const match = path.length <= 64 ? TILE_PATH.exec(path) : null;
  if (!match) return undefined;
  const level = match[1] === 'entries' ? 'entries' : Number(match[1]);
  const tile = {
    level,
    index: Number(match[2]!.replace(/[x/]/g, '')),
    width: Number(match[3] ?? TILE_WIDTH),
  } as const;
  return tile.width > 0 && formatTilePath(tile) === path ? tile : undefined;
}

/** The tile that holds the hash number `at` of a level, in a tree whose level holds `count` hashes. */
export function tileOf(level: number | 'entries', at: number, count: number): Tile {
  const index = Math.floor(at / TILE_WIDTH);
  return { level, index, width: Math.min(TILE_WIDTH, count - index * TILE_WIDTH) };
}

/** How many hashes a level holds in a tree of `size` leaves. */
export function levelCount(size: number, level: number | 'entries'): number {
  return level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level);
}

/** The piece of an entry bundle that carries one commitment: its length in two bytes, then its bytes. */
export function bundlePiece(commitment: Uint8Array): Uint8Array {
  assert(commitment.length === HASH_BYTES, 'leaf data is a commitment of 32 bytes');
  const piece = Buffer.allocUnsafe(2 + HASH_BYTES);
  piece.writeUInt16BE(HASH_BYTES, 0);
  piece.set(commitment, 2);
  return piece;
}
