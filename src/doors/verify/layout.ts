/**
 * The files of an export as the verifier looks for them: its own spelling of the published layout (docs/ledger.md),
 * written apart from the code that makes exports. Files may be missing, cut or overlong: each read says so.
 */
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const WIDTH = 256;
export const HASH = 32;
export const PACK = 4_096;
const LINE_BYTES_MAX = 65_536 + 128;
const BUNDLE_PIECE = 2 + HASH;

function groupsOf(number: number, least: number): string[] {
  const groups: string[] = [];
  for (let rest = number; rest > 0 || groups.length < least; rest = Math.floor(rest / 1000)) {
    groups.unshift(String(rest % 1000).padStart(3, '0'));
  }
  return groups;
}

/** The file of bodies number `pack`. */
export function packFile(pack: number): string {
  return `bodies/${groupsOf(pack, 2).join('/')}.txt`;
}

/** The tile number `tile` of a level, `width` hashes wide. */
export function tileFile(level: number | 'entries', tile: number, width: number): string {
  const groups = groupsOf(tile, 1);
  const last = groups.pop();
  const path = `tile/${level}/${groups.map((group) => `x${group}/`).join('')}${last}`;
  return width === WIDTH ? path : `${path}.p/${width}`;
}

/** How many complete subtrees of 256^level leaves stand in a tree. */
export function countAt(size: number, level: number): number {
  let count = size;
  for (let i = 0; i < level; i++) count = Math.floor(count / WIDTH);
  return count;
}

/** How wide the tile is in a tree of `size` leaves. */
export function widthOf(size: number, level: number, tile: number): number {
  return Math.min(WIDTH, countAt(size, level) - tile * WIDTH);
}

/**
 * How many packs there is any file of, from the first on. A checkpoint may name any size; what is not there at all is
 * not looked for entry by entry.
 */
export function countPresentPacks(dir: string, size: number): number {
  const packs = Math.ceil(size / PACK);
  for (let pack = 0; pack < packs; pack++) {
    const tile = (pack * PACK) / WIDTH;
    const width = widthOf(size, 0, tile);
    const paths = [packFile(pack), tileFile('entries', tile, width), tileFile(0, tile, width)];
    if (!paths.some((path) => existsSync(join(dir, path)))) return pack;
  }
  return packs;
}

/** The hashes of a tile, or undefined where the file is missing or of another length. */
export function readTile(dir: string, size: number, level: number, tile: number): Buffer | undefined {
  const width = widthOf(size, level, tile);
  return readExactly(join(dir, tileFile(level, tile, width)), width * HASH);
}

/** The commitments of a bundle; `bent` lists the places whose length bytes are not those of a hash. */
export function readBundle(
  dir: string,
  size: number,
  tile: number,
): { bytes: Buffer; bent: number[] } | undefined {
  const width = widthOf(size, 0, tile);
  const file = readExactly(join(dir, tileFile('entries', tile, width)), width * BUNDLE_PIECE);
  if (file === undefined) return undefined;
  const bytes = Buffer.alloc(width * HASH);
  const bent: number[] = [];
  for (let i = 0; i < width; i++) {
    if (file.readUInt16BE(i * BUNDLE_PIECE) !== HASH) bent.push(i);
    file.copy(bytes, i * HASH, i * BUNDLE_PIECE + 2, (i + 1) * BUNDLE_PIECE);
  }
  return { bytes, bent };
}

function readExactly(path: string, length: number): Buffer | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() && stat.size === length ? readFileSync(path) : undefined;
}

/** A small text file, or undefined where it is missing or larger than allowed. */
export function readSmall(dir: string, name: string, bytesMax: number): Buffer | undefined {
  const path = join(dir, name);
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat?.isFile() && stat.size <= bytesMax ? readFileSync(path) : undefined;
}

const chunk = Buffer.allocUnsafe(1 << 20);

/**
 * The lines of a file one after the other in one shared buffer, so that memory stays the same whatever the file's
 * size: a line may be changed in place and is gone when the next is asked for. Only one file is read at a time.
 */
export class Lines {
  readonly buffer: Buffer = chunk;
  from = 0;
  to = 0;
  private next = 0;
  private filled = 0;
  private readonly file: number;

  constructor(path: string) {
    this.file = openSync(path, 'r');
  }

  /** Moves to the next line; 'bad' is one that is too long or has no newline at its end. */
  advance(): 'line' | 'bad' | 'end' {
    this.from = this.next;
    let newline = this.findNewline(this.from);
    while (newline < 0 && this.filled - this.from <= LINE_BYTES_MAX && this.fill()) {
      newline = this.findNewline(this.from);
    }
    if (newline >= 0) {
      this.to = newline;
      this.next = newline + 1;
      return newline - this.from <= LINE_BYTES_MAX ? 'line' : 'bad';
    }
    if (this.filled === this.from) return 'end';
    this.skipLongLine();
    return 'bad';
  }

  close(): void {
    closeSync(this.file);
  }

  private findNewline(from: number): number {
    const at = this.buffer.indexOf(10, from);
    return at < this.filled ? at : -1;
  }

  private fill(): boolean {
    this.buffer.copyWithin(0, this.from, this.filled);
    this.filled -= this.from;
    this.from = 0;
    const read = readSync(this.file, this.buffer, this.filled, this.buffer.length - this.filled, null);
    this.filled += read;
    return read > 0;
  }

  private skipLongLine(): void {
    let newline = -1;
    do {
      this.from = this.filled;
      if (!this.fill()) break;
      newline = this.findNewline(0);
    } while (newline < 0);
    this.next = newline < 0 ? this.filled : newline + 1;
  }
}
