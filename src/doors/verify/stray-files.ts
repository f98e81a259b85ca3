/**
 * Files of bodies that no entry of the tree owns: a ledger could be made to look longer by laying more of them beside
 * the true ones. Directories are read a piece at a time; nothing in the files is read.
 */
import { type Dirent, opendirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bad } from './finding.ts';
import { PACK, packFile } from './layout.ts';

const LISTED_MAX = 1_000;
const DEPTH_MAX = 6;

/** Names files under `bodies` that do not belong to an export of this size. */
export function listStrayFiles(dir: string, size: number): Bad[] {
  const bad: Bad[] = [];
  const packs = Math.ceil(size / PACK);
  const visit = (path: string, depth: number) => {
    for (const item of itemsOf(join(dir, path))) {
      if (bad.length >= LISTED_MAX) return;
      const name = `${path}/${item.name}`;
      if (item.isDirectory() && depth < DEPTH_MAX) visit(name, depth + 1);
      else if (!isOwned(name, packs))
        bad.push({ index: size, reason: 'no-leaf', says: `${name} belongs to no entry.` });
    }
  };
  visit('bodies', 0);
  return bad;
}

function isOwned(name: string, packs: number): boolean {
  const pack = Number(name.slice('bodies/'.length, -'.txt'.length).replaceAll('/', ''));
  return Number.isSafeInteger(pack) && pack < packs && packFile(pack) === name;
}

function* itemsOf(path: string): Generator<Dirent> {
  let directory: ReturnType<typeof opendirSync>;
  try {
    directory = opendirSync(path);
  } catch {
    return;
  }
  try {
    for (let item = directory.readSync(); item; item = directory.readSync()) yield item;
  } finally {
    directory.closeSync();
  }
}
