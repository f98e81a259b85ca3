/** A home whose signing key is lost or another stops with a sentence, and goes on when the key is brought back. */
import assert from 'node:assert/strict';
import { existsSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { openOffice } from '../../src/main/open-office.ts';
import { makeFolder } from './house.ts';

test('a signing key that is gone or another is never replaced by a new one', async (t) => {
  const home = path.join(makeFolder(t), 'data');
  const open = async (): Promise<string> => {
    const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 };
    const opened = await openOffice(config, {
      role: 'cli',
      command: 'test',
      kind: 'live',
      state: 'XA',
      say: () => {},
    });
    assert.ok(!isRefusal(opened));
    const { verifierKey } = opened.office.signer;
    await opened.close();
    return verifierKey;
  };
  const key = await open();
  const file = path.join(home, 'keys/checkpoint-1.pem');
  renameSync(file, `${file}.away`);
  await assert.rejects(open(), /signing key of this ledger is not there.*Bring it back/);
  assert.ok(!existsSync(file), 'none was made in its place');
  const other = path.join(makeFolder(t), 'data');
  const strange = { home: other, databaseUrl: undefined, host: '127.0.0.1', port: 0 };
  const elsewhere = await openOffice(strange, {
    role: 'cli',
    command: 'test',
    kind: 'live',
    state: 'XA',
    say: () => {},
  });
  assert.ok(!isRefusal(elsewhere));
  await elsewhere.close();
  renameSync(path.join(other, 'keys/checkpoint-1.pem'), file);
  await assert.rejects(open(), /signing key of this ledger is another/);
  rmSync(file);
  renameSync(`${file}.away`, file);
  assert.equal(await open(), key);
});
