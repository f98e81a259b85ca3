/** A backup that was killed or could not be written leaves no file under its name, and nothing unencrypted anywhere. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type BackupSink, backUp } from '../../src/acts/back-up.ts';
import { Fault, isRefusal } from '../../src/domain/base/refusal.ts';
import { makeBackup } from '../../src/doors/backup/make-backup.ts';
import { openBackup } from '../../src/doors/backup/read-backup.ts';
import { PART_BYTES } from '../../src/store/csv-parts.ts';
import { ACTOR, folder, good, makeKeys, register, worldWith } from './backup-world.ts';

const ROUNDS = 4;

test('kill -9 at any moment: every file that bears the name of a backup is whole', async (t) => {
  const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
  t.diagnostic(`seed ${seed}`);
  const keys = await makeKeys();
  let whole = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const dir = folder(t);
    const child = spawn(
      process.execPath,
      [path.join(import.meta.dirname, 'backup-child.ts'), dir, keys.recipients[0]!],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await new Promise((resolve) => child.stdout.once('data', resolve));
    await sleep((Math.imul(seed + round, 2654435761) >>> 0) % 400);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    for (const name of readdirSync(dir)) {
      const bytes = readFileSync(path.join(dir, name));
      assert.ok(bytes.length === 0 || bytes.subarray(0, 18).toString() === 'age-encryption.org', name);
      if (name.endsWith('.part')) continue;
      whole++;
      let last = '';
      for await (const piece of good(await openBackup(path.join(dir, name), keys.identity)).pieces)
        last = piece.path;
      assert.equal(last, 'manifest.note');
    }
  }
  assert.ok(whole > 0, 'some backups were finished');
});

test('where the backup cannot be written, nothing is left and the register goes on', async (t) => {
  const home = await worldWith(t, 2);
  // Larger than one part, so that the copy is stopped in the middle of a table.
  await home.db.rows(
    `insert into import_mapping select 'm' || n, repeat('x', 90000) from generate_series(1, 200) n`,
  );
  let pieces = 0;
  let abandoned = 0;
  const sink = (after: string): BackupSink => ({
    async write({ path: name }) {
      pieces++;
      if (name.startsWith(after)) throw new Fault('disk', 'full');
    },
    finish: async () => ({ digest: '', bytes: 0 }),
    abandon: async () => void abandoned++,
  });
  const attempt = (after: string) =>
    backUp(home.office, ACTOR, () => home.numbering.drain(), { sink: sink(after), generator: 'test' });
  for (const after of [
    'README.txt',
    'tables/import_mapping/00001',
    'tables/import_mapping/00002',
    'manifest.json',
  ])
    await assert.rejects(attempt(after), /full/);
  assert.equal(abandoned, 4);
  pieces = 0;
  const done = good(await attempt('nothing'));
  assert.ok(pieces > 20 && done.rows > 200, 'the same connections work on');
  await register(home.office, 'QX-AFTER');
});

test('a table larger than one part is cut at the ends of rows', async (t) => {
  const home = await worldWith(t, 0);
  await home.db.rows(
    `insert into import_mapping select 'm' || n, case when n % 3 = 0 then '' else repeat(E'line, "quoted"\\n', 5000) end from generate_series(1, 300) n`,
  );
  const parts: string[] = [];
  const sink: BackupSink = {
    async write({ path: name, bytes }) {
      if (name.startsWith('tables/import_mapping/')) parts.push(Buffer.from(bytes).toString());
    },
    finish: async () => ({ digest: '', bytes: 0 }),
    abandon: async () => {},
  };
  good(await backUp(home.office, ACTOR, () => home.numbering.drain(), { sink, generator: 'test' }));
  assert.ok(parts.length >= 2, `${parts.length} parts`);
  for (const part of parts) {
    assert.match(part, /^name,mapping\nm\d+,/);
    assert.ok(part.length <= PART_BYTES + 200_000 && part.endsWith('\n'));
    assert.equal((part.match(/"/g) ?? []).length % 2, 0);
  }
  assert.equal(parts.join('').match(/^m\d+,/gm)?.length, 300);
});

test('a backup without a key is refused, with one key warned of, and never replaces a file', async (t) => {
  const home = await worldWith(t, 1);
  const { recipients } = await makeKeys();
  const file = path.join(folder(t), 'b.age');
  const attempt = (to: readonly string[]) => makeBackup(home, ACTOR, { file, recipients: to });
  const refused = async (to: readonly string[]) => {
    const result = await attempt(to);
    return isRefusal(result) && result.refused;
  };
  assert.equal(await refused([]), 'backup-without-recipient');
  assert.equal(await refused(['age1nonsense']), 'recipient-malformed');
  assert.equal(existsSync(`${file}.part`), false);
  writeFileSync(`${file}.part`, 'left by a backup that was killed');
  assert.deepEqual(good(await attempt(recipients.slice(0, 1))).warnings, ['backup-one-recipient']);
  assert.equal(await refused(recipients), 'backup-file-exists');
  await assert.rejects(
    makeBackup(home, ACTOR, { file: '/dev/null/none/b.age', recipients }),
    /cannot be written to .* Take another place/,
  );
});
