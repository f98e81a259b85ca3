/**
 * What a forger would try with an exported ledger, and that the verifier names it: entries changed, removed, added
 * and moved, with and without the files of hashes mended behind them; the tree cut and signed anew; an older
 * checkpoint put in place; a restore that lost entries.
 */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { epochOpenedEvent } from '../../src/domain/ledger/epoch.ts';
import type { ExportEntry } from '../../src/domain/ledger/export.ts';
import { appendLeaves, EMPTY_FRONTIER } from '../../src/domain/ledger/frontier.ts';
import { leafHash } from '../../src/domain/ledger/hash.ts';
import { type VerifyOptions, verifyExport } from '../../src/doors/verify/verify.ts';
import {
  bodyOf,
  bytesOf,
  entryOf,
  firstEpoch,
  type Made,
  makeExport,
  ORIGIN,
  signCheckpoint,
  signerOf,
  writePieces,
} from './make-export.ts';

const signer = signerOf('register');
const key = signer.verifier;
const dirs: string[] = [];
after(() => {
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
});

function make(...args: Parameters<typeof makeExport>): Made {
  const made = makeExport(...args);
  dirs.push(made.dir);
  return made;
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => entryOf(from + i));
const rootOf = (entries: readonly ExportEntry[]) =>
  appendLeaves(
    EMPTY_FRONTIER,
    entries.map((entry) => leafHash(entry.commitment)),
  ).root;
const checkpointOf = (entries: readonly ExportEntry[], by = signer, origin = ORIGIN) =>
  signCheckpoint(by, origin, entries.length, rootOf(entries));

/** Rewrites the lines of the first file of bodies. */
function rewrite(dir: string, change: (lines: string[]) => string[]): void {
  const path = join(dir, 'bodies/000/000.txt');
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  writeFileSync(
    path,
    change(lines)
      .map((line) => `${line}\n`)
      .join(''),
  );
}
const relabel = (line: string, index: number) => line.replace(/^\d+/, String(index));

async function namesOf(dir: string, options: VerifyOptions = { key }): Promise<string[]> {
  const { ok, bad } = await verifyExport(dir, options);
  assert.equal(ok, bad.length === 0);
  return bad.map(({ index, to, reason }) => `${reason} ${index}${to === undefined ? '' : `-${to}`}`);
}

test('an export that was left alone is good, and says how much that means', async () => {
  for (const size of [0, 1, 2, 255, 256, 257, 600, 4_097]) {
    const { dir, checkpoint } = make(range(0, size));
    const result = await verifyExport(dir, { key, since: checkpoint });
    assert.deepEqual(result.bad, [], `size ${size}`);
    assert.ok(result.ok && result.keyChecked && result.sinceChecked && result.demonstration);
    assert.equal(result.root, checkpoint.split('\n')[2]);
  }
  const { dir, checkpoint } = make(range(0, 3));
  const both = await verifyExport(dir, { key, since: checkpoint });
  assert.match(both.statement, /signed by the key given.*begins with the ledger of the earlier checkpoint/);
  const alone = await verifyExport(dir);
  assert.ok(alone.ok && !alone.keyChecked && !alone.sinceChecked);
  assert.match(alone.statement, /only consistent with itself/);
  assert.match(alone.statement, /^DEMONSTRATION/);
});

test('lines changed, removed, added, swapped and moved are named', async () => {
  const tries: [string, (lines: string[]) => string[], string[]][] = [
    ['changed', (l) => l.with(7, l[7]!.replace('read', 'seal')), ['changed 7']],
    ['salt changed', (l) => l.with(7, l[7]!.replace(/\t[0-9a-f]{4}/, '\t0000')), ['changed 7']],
    [
      'salt in capitals',
      (l) =>
        l.with(
          7,
          l[7]!.replace(/\t[0-9a-f]+/, (salt) => salt.toUpperCase()),
        ),
      ['changed 7'],
    ],
    ['index with a nought', (l) => l.with(7, `0${l[7]}`), ['changed 7']],
    ['no body', (l) => l.with(7, l[7]!.slice(0, 20)), ['changed 7']],
    ['removed', (l) => l.toSpliced(7, 1), ['removed 7']],
    ['last removed', (l) => l.slice(0, -1), ['removed 19']],
    ['copied', (l) => l.toSpliced(9, 0, l[7]!), ['added 7']],
    ['past the end', (l) => [...l, relabel(l[3]!, 20)], ['no-leaf 20']],
    ['swapped', (l) => l.with(4, l[5]!).with(5, l[4]!), ['reordered 4', 'reordered 5']],
    [
      'swapped and relabelled',
      (l) => l.with(4, relabel(l[15]!, 4)).with(15, relabel(l[4]!, 15)),
      ['reordered 4', 'reordered 15'],
    ],
    ['taken by another', (l) => l.with(4, relabel(l[15]!, 4)), ['removed 4']],
    [
      'removed and closed up',
      (l) => l.toSpliced(17, 1).map(relabel),
      ['removed 17', 'reordered 18', 'reordered 19'],
    ],
    [
      'slipped in',
      (l) => l.toSpliced(18, 0, l[18]!.replace('read', 'seal')).map(relabel),
      ['added 18', 'reordered 19', 'no-leaf 20'],
    ],
    ['not a line', (l) => [...l, 'rubbish'], ['no-leaf 20']],
    ['very long', (l) => l.with(3, l[3]! + 'x'.repeat(3e6)), ['changed 3']],
  ];
  for (const [what, change, expected] of tries) {
    const { dir } = make(range(0, 20));
    rewrite(dir, change);
    assert.deepEqual(await namesOf(dir), expected, what);
  }
});

test('an entry moved to another file of bodies is named', async () => {
  const { dir } = make(range(0, 4_100));
  rewrite(dir, (lines) =>
    lines.with(9, relabel(readFileSync(join(dir, 'bodies/000/001.txt'), 'utf8').split('\n')[2]!, 9)),
  );
  assert.deepEqual(await namesOf(dir), ['removed 9']);
});

test('files of hashes bent by themselves are told from changed entries', async () => {
  const bend = (path: string, at: number) => {
    const bytes = readFileSync(path);
    bytes[at]! ^= 1;
    writeFileSync(path, bytes);
  };
  const tries: [string, number, string[]][] = [
    ['tile/entries/000', 34 * 5 + 9, ['tile 5']],
    ['tile/entries/000', 34 * 5, ['tile 5']],
    ['tile/0/000', 32 * 5, ['tile 5']],
    ['tile/0/001.p/44', 32 * 5, ['tile 261']],
    ['tile/1/000.p/1', 3, ['tile 0-255']],
  ];
  for (const [path, at, expected] of tries) {
    const { dir } = make(range(0, 300));
    bend(join(dir, path), at);
    assert.deepEqual(await namesOf(dir), expected, path);
    bend(join(dir, path), at);
    assert.deepEqual(await namesOf(dir), []);
    writePieces(dir, [{ path, bytes: new Uint8Array(1) }]);
    assert.equal((await verifyExport(dir, { key })).bad[0]?.reason, 'tile', 'a byte too many');
    rmSync(join(dir, path));
    const gone = await verifyExport(dir, { key });
    assert.deepEqual([gone.ok, gone.bad[0]?.reason], [false, 'tile']);
  }
});

test('an entry changed together with its hashes is found as far up as the forger mended', async () => {
  const honest = range(0, 300);
  const forged = honest.with(5, entryOf(5, bytesOf(bodyOf(5, [{ type: 'destroyed' }]))));
  const lie = make(forged);
  const mended = ['bodies/000/000.txt', 'tile/entries/000', 'tile/0/000', 'tile/1/000.p/1'];
  const found = [['changed 5'], ['changed 5'], ['changed 0-255'], ['checkpoint 0-299']];
  for (let count = 1; count <= mended.length; count++) {
    const { dir } = make(honest);
    for (const path of mended.slice(0, count))
      writeFileSync(join(dir, path), readFileSync(join(lie.dir, path)));
    assert.deepEqual(await namesOf(dir), found[count - 1], mended[count - 1]);
  }
});

test('a body that is not canonical is named though its leaf fits', async () => {
  const { dir } = make(range(0, 4).with(2, entryOf(2, Buffer.from('{"b":1,"a":2}'))));
  assert.deepEqual(await namesOf(dir), ['not-canonical 2']);
});

test('a tree cut and signed with another key is found by the key, or by the earlier checkpoint', async () => {
  const all = range(0, 300);
  const cut = make(all.slice(0, 280), { signer: signerOf('thief') });
  assert.deepEqual(await namesOf(cut.dir, {}), [], 'in itself it is whole');
  assert.deepEqual(await namesOf(cut.dir), ['checkpoint 0']);
  assert.ok((await namesOf(cut.dir, { key, since: checkpointOf(all) })).includes('removed 280-299'));
  assert.ok((await namesOf(cut.dir, { since: checkpointOf(all) })).length > 0);
});

test('a past rewritten by the holder of the key is found by the earlier checkpoint', async () => {
  const honest = range(0, 300);
  const forged = honest.with(5, entryOf(5, bytesOf(bodyOf(5, [{ type: 'destroyed' }]))));
  const { dir } = make(forged);
  assert.deepEqual(await namesOf(dir), []);
  assert.deepEqual(await namesOf(dir, { key, since: checkpointOf(honest.slice(0, 270)) }), ['checkpoint 0']);
  const fresh = make(honest);
  for (const size of [0, 1, 5, 255, 256, 257, 300]) {
    const since = checkpointOf(honest.slice(0, size));
    assert.ok((await verifyExport(fresh.dir, { key, since })).sinceChecked, `${size}`);
  }
});

test('an older checkpoint put in place is found', async () => {
  const all = range(0, 300);
  const { dir, checkpoint } = make(all);
  writeFileSync(join(dir, 'checkpoint'), checkpointOf(all.slice(0, 290)));
  assert.ok((await namesOf(dir)).includes('no-leaf 290'));
  const short = make(all.slice(0, 290));
  assert.deepEqual(await namesOf(short.dir, { key, since: checkpoint }), ['removed 290-299']);
});

test('a checkpoint over far more entries than there are files of is answered at once', async () => {
  const { dir } = make(range(0, 300));
  const size = Number.MAX_SAFE_INTEGER;
  writeFileSync(join(dir, 'checkpoint'), signCheckpoint(signer, ORIGIN, size, rootOf(range(0, 300))));
  const names = await namesOf(dir);
  assert.ok(names.includes(`removed 4096-${size - 1}`));
  assert.ok(names.includes(`checkpoint 0-${size - 1}`));
});

test('an earlier checkpoint of another ledger or another signer, or no checkpoint at all, proves nothing', async () => {
  const all = range(0, 20);
  const { dir } = make(all);
  for (const since of [
    'rubbish',
    checkpointOf(all, signerOf('thief')),
    checkpointOf(all, signer, 'other.example'),
  ]) {
    assert.deepEqual(await namesOf(dir, { key, since }), ['checkpoint 0']);
  }
  assert.deepEqual(await namesOf(dir, { key: 'rubbish' }), ['checkpoint 0']);
  rmSync(join(dir, 'checkpoint'));
  assert.ok((await namesOf(dir)).includes('checkpoint 0'));
  assert.ok((await namesOf(join(dir, 'nowhere'))).includes('checkpoint 0'));
});

test('bodies laid beside those of the tree are named', async () => {
  const { dir } = make(range(0, 5));
  writePieces(dir, [{ path: 'bodies/000/001.txt', bytes: Buffer.from('5\twithheld\t\n') }]);
  assert.deepEqual(await namesOf(dir), ['no-leaf 5']);
});

test('after a restore, entries of the old epoch that were not in the backup are lost, not removed', async () => {
  const old = range(0, 300);
  const secondSigner = signerOf('second', 'register.example/ledger/2');
  const first = firstEpoch(signer);
  const second = {
    epoch: 2,
    origin: 'register.example/ledger/2',
    key: secondSigner.verifier,
    baseSize: 280,
    oldCheckpoint: checkpointOf(old.slice(0, 275)),
  };
  const opening = entryOf(900, bytesOf(bodyOf(900, [epochOpenedEvent(second, first)])));
  const kept = [...old.slice(0, 280), opening, entryOf(901)];
  const { dir } = make(kept, { signer: secondSigner, epochs: [first, second] });
  const keys = { key: secondSigner.verifier };
  const lost = await verifyExport(dir, { ...keys, since: checkpointOf(old) });
  assert.deepEqual([lost.ok, lost.epoch, lost.lost], [true, 2, { from: 280, to: 299 }]);
  assert.match(lost.statement, /Entries 280 to 299 were lost/);
  const within = await verifyExport(dir, { ...keys, since: checkpointOf(old.slice(0, 200)) });
  assert.deepEqual([within.ok, within.sinceChecked, within.lost], [true, true, undefined]);

  const unsaid = make([...old.slice(0, 280), entryOf(901)], {
    signer: secondSigner,
    epochs: [first, second],
  });
  assert.deepEqual(await namesOf(unsaid.dir, keys), ['epochs 280']);
  const elsewhere = { ...second, oldCheckpoint: checkpointOf(range(1, 276)) };
  const lie = entryOf(900, bytesOf(bodyOf(900, [epochOpenedEvent(elsewhere, first)])));
  const broken = make([...old.slice(0, 280), lie], { signer: secondSigner, epochs: [first, elsewhere] });
  assert.deepEqual(await namesOf(broken.dir, keys), ['epochs 280']);
  const stolen = { ...second, oldCheckpoint: checkpointOf(old.slice(0, 275), signerOf('thief')) };
  const said = entryOf(900, bytesOf(bodyOf(900, [epochOpenedEvent(stolen, first)])));
  const forged = make([...old.slice(0, 280), said], { signer: secondSigner, epochs: [first, stolen] });
  assert.deepEqual(
    await namesOf(forged.dir, keys),
    ['epochs 0'],
    'the old checkpoint bears another signature',
  );
});

test('threads give the same answer as none, and the list of what is bad has an end', async () => {
  const entries = range(0, 4_096 * 4 + 10);
  const { dir } = make(entries);
  const seen: number[] = [];
  const good = await verifyExport(dir, { key, onProgress: ({ done }) => seen.push(done) });
  assert.ok(good.ok);
  assert.deepEqual(seen, [4_096, 8_192, 12_288, 16_384, entries.length]);
  rewrite(dir, () => []);
  const { badCount, bad } = await verifyExport(dir, { key });
  assert.equal(badCount, 4_096);
  assert.equal(bad.length, 1_000);
});
