/**
 * Every byte of a small exported ledger is flipped in turn: each flip must be noticed, and where the byte belongs to
 * an entry's line, that entry must be named.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { verifyExport } from '../../src/doors/verify/verify.ts';
import { entryOf, makeExport, signerOf } from './make-export.ts';

/** The last `shown` entries have their bodies, those before them are withheld. */
function makeSmall(size: number, shown: number) {
  const entries = Array.from({ length: size }, (_, i) => {
    const entry = entryOf(i, Buffer.from(`{"n":${i},"é":"\\n"}`));
    return i < size - shown ? { commitment: entry.commitment } : entry;
  });
  return makeExport(entries);
}

// The second tree has a full tile and two levels. There, files of hashes and of withheld lines are long and every
// byte of them is like its neighbours, so a stride is taken that meets all offsets.
for (const { size, shown, stride } of [
  { size: 6, shown: 5, stride: 1 },
  { size: 258, shown: 3, stride: 97 },
]) {
  test(`${size} entries: a flipped byte is noticed, and names the entry whose line it is of`, async () => {
    const { dir } = makeSmall(size, shown);
    try {
      await flipAll(dir, { size, shown, stride });
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
}

async function flipAll(
  dir: string,
  { size, shown, stride }: { size: number; shown: number; stride: number },
) {
  const key = signerOf('register').verifier;
  const whole = await verifyExport(dir, { key });
  assert.ok(whole.ok, JSON.stringify(whole.bad));
  assert.equal(whole.withheld, size - shown);
  let flips = 0;
  for (const item of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!item.isFile() || item.name === 'README.txt') continue;
    const path = join(item.parentPath, item.name);
    const isPack = path.startsWith(join(dir, 'bodies'));
    const bytes = readFileSync(path);
    const step = bytes.length > 2_000 ? stride : 1;
    let index = 0;
    for (let at = 0; at < bytes.length; at++) {
      const line = index;
      if (bytes[at] === 10) index++;
      if (at % step !== 0 && !(isPack && line >= size - shown)) continue;
      const bent = Buffer.from(bytes);
      bent[at]! ^= 1 << (at % 8);
      writeFileSync(path, bent);
      const { ok, bad } = await verifyExport(dir, { key });
      flips++;
      assert.ok(!ok && bad.length > 0, `${path}, byte ${at} is noticed`);
      if (isPack)
        assert.ok(
          bad.some((one) => one.index === line && one.to === undefined),
          `entry ${line} is named`,
        );
    }
    writeFileSync(path, bytes);
  }
  assert.ok(flips > 500, `${flips} bytes were flipped`);
  assert.ok((await verifyExport(dir, { key })).ok);
}
