/** The file of the sign-in secret: for its owner alone, made once, rotated by a line on top, and never guessed at. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSignInSecrets, rotateSignInSecret } from '../../src/main/sign-in-secret.ts';

test('the secret is made once, kept for its owner alone, and rotated without losing the older one', (t) => {
  const home = mkdtempSync(join(os.tmpdir(), 'countermark-secret-'));
  t.after(() => rmSync(home, { recursive: true }));
  const first = openSignInSecrets(home);
  const file = join(home, 'keys', 'sign-in.txt');
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.deepEqual(openSignInSecrets(home), first);
  assert.equal(first[0].key.length, 32);
  rotateSignInSecret(home);
  const rotated = openSignInSecrets(home);
  assert.equal(rotated.length, 2);
  assert.deepEqual(rotated[1], first[0]);
  assert.notDeepEqual(rotated[0], first[0]);
  writeFileSync(file, `${readFileSync(file, 'utf8')}what is this\n`);
  assert.throws(() => openSignInSecrets(home), /sign-in secret cannot be read/);
});
