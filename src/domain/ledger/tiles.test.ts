/** Paths of tiles and packs, and that only their one spelling is read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatPackPath } from './export.ts';
import { bundlePiece, formatTilePath, levelCount, parseTilePath, tileOf } from './tiles.ts';

test('C2SP tlog-tiles: paths of tiles', () => {
  assert.equal(formatTilePath({ level: 0, index: 1_234_067, width: 256 }), 'tile/0/x001/x234/067');
  assert.equal(formatTilePath({ level: 'entries', index: 0, width: 5 }), 'tile/entries/000.p/5');
  assert.deepEqual(tileOf(0, 300, 400), { level: 0, index: 1, width: 144 });
  assert.equal(levelCount(65_537, 1), 256);
  for (const index of [0, 1, 999, 1_000, 1_234_067, 10 ** 11]) {
    for (const width of [1, 255, 256]) {
      const tile = { level: 3, index, width };
      assert.deepEqual(parseTilePath(formatTilePath(tile)), tile);
    }
  }
});

test('other spellings of a path are no path', () => {
  const bad = [
    'tile/0/0',
    'tile/00/000',
    'tile/0/x000/000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
  ];
  bad.push('tile/0/../000', 'tile/0/001/000', 'tile/x/000', '/tile/0/000', `tile/0/${'x001/'.repeat(20)}000`);
  for (const path of bad) assert.equal(parseTilePath(path), undefined, path);
});

test('paths of packs never clash and grow beyond a million packs', () => {
  assert.equal(formatPackPath(0), 'bodies/000/000.txt');
  assert.equal(formatPackPath(12_345), 'bodies/012/345.txt');
  assert.equal(formatPackPath(1_000_000), 'bodies/001/000/000.txt');
});

test('a bundle piece is the length and the commitment', () => {
  assert.deepEqual([...bundlePiece(new Uint8Array(32).fill(9))], [0, 32, ...new Array(32).fill(9)]);
  assert.throws(() => bundlePiece(new Uint8Array(31)), /broken/);
});
