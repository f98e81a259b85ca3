/** From a home on the disk to another home on the disk, as a person does it after a fire. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { findArms } from '../../src/acts/find-arms.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { makeBackup } from '../../src/doors/backup/make-backup.ts';
import { openOffice } from '../../src/main/open-office.ts';
import { restoreFile } from '../../src/main/restore.ts';
import { ACTOR, exportAndVerify, folder, good, makeKeys, register } from './backup-world.ts';

const opening = {
  role: 'cli',
  command: 'test',
  say: () => {},
  kind: 'either',
  state: 'XA',
  connections: 4,
} as const;
const configOf = (home: string) => ({ home, databaseUrl: undefined, host: '127.0.0.1', port: 0 });

test('a home lost and restored elsewhere goes on under a new key of its own', async (t) => {
  const dir = folder(t);
  const keys = await makeKeys();
  const old = good(await openOffice(configOf(path.join(dir, 'old')), opening));
  const arm = await register(old.office, 'QX-77123');
  const made = good(
    await makeBackup(old, ACTOR, { file: path.join(dir, 'b.age'), recipients: keys.recipients }),
  );
  const { verifierKey } = old.office.signer;
  await old.close();

  const config = configOf(path.join(dir, 'new'));
  const task = {
    file: made.file,
    identity: `# a comment\n${keys.identity}\n`,
    key: verifierKey,
    say: () => {},
  };
  const restored = good(await restoreFile(config, ACTOR, task));
  assert.deepEqual([restored.home.kind, restored.keyChecked, restored.epoch.epoch], ['live', true, 2]);
  const now = good(await openOffice(config, opening));
  try {
    assert.notEqual(now.office.signer.verifierKey, verifierKey);
    assert.match(now.office.signer.origin, /epoch-2$/);
    const found = good(await findArms.run(now.office, ACTOR, findArms.input.parse({ serial: 'QX-77123' })));
    assert.deepEqual(
      found.arms.map((one) => one.id),
      [arm],
    );
    await register(now.office, 'QX-77124');
    const verified = await exportAndVerify(t, now, { since: made.checkpoint });
    assert.deepEqual([verified.ok, verified.keyChecked, verified.sinceChecked], [true, true, true]);
  } finally {
    await now.close();
  }
  const again = await restoreFile(config, ACTOR, task);
  assert.equal(isRefusal(again) && again.refused, 'home-not-empty');
});
