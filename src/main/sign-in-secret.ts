/**
 * The sign-in secret of a home: seals the secrets of second factors and keys the counters of failed tries. It stands in a
 * file of mode 0600 beside the database, never in it and never in a backup. One line a secret, the newest first:
 * `8 hexadecimal digits of its id : 32 bytes in base64`.
 *
 * Rotation: a new line at the top (`rotateSignInSecret`). What an older line sealed is sealed anew when its holder next
 * signs in; lines are removed by hand when no account needs them. Loss: secrets of authenticator applications cannot be
 * opened any more; passkeys and recovery codes still work, and an administrator resets the rest in person.
 */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { SignInSecret } from '../acts/sign-in-desk.ts';
import { Fault } from '../domain/base/refusal.ts';

const LINE = /^([0-9a-f]{8}):([A-Za-z0-9+/]{43}=)$/;
const KEY_BYTES = 32;

const fileOf = (home: string): string => join(home, 'keys', 'sign-in.txt');
const newLine = (): string =>
  `${randomBytes(4).toString('hex')}:${randomBytes(KEY_BYTES).toString('base64')}\n`;

/** The sign-in secrets of a home, the newest first; made where it has none yet. */
export function openSignInSecrets(home: string): readonly [SignInSecret, ...SignInSecret[]] {
  const file = fileOf(home);
  try {
    mkdirSync(join(home, 'keys'), { recursive: true, mode: 0o700 });
    if (!existsSync(file)) writeFirst(file, newLine());
    chmodSync(file, 0o600);
    const [newest, ...older] = readFileSync(file, 'utf8').trim().split('\n').map(readLine);
    if (newest === undefined) throw new Error('it holds no line');
    return [newest, ...older];
  } catch (cause) {
    throw new Fault(
      'home',
      `The sign-in secret cannot be read or written at ${file}. Check the file, its owner and the free space.`,
      { cause },
    );
  }
}

/** Puts a new sign-in secret before the older ones; it counts from the next start. */
export function rotateSignInSecret(home: string): void {
  openSignInSecrets(home);
  const file = fileOf(home);
  writeWhole(file, `${newLine()}${readFileSync(file, 'utf8')}`);
}

/** Of two processes that begin at once, one gives its secret to both. */
function writeFirst(file: string, text: string): void {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, text, { mode: 0o600, flush: true });
  try {
    linkSync(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(beside);
  }
}

/** A file that is cut short by a crash would lock everybody's second factor: it is written beside and put in place whole. */
function writeWhole(file: string, text: string): void {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, text, { mode: 0o600, flush: true });
  renameSync(beside, file);
}

function readLine(line: string): SignInSecret {
  const [, id, text] = LINE.exec(line.trim()) ?? [];
  if (id === undefined || text === undefined) throw new Error('a line of it is no secret');
  return { id, key: Buffer.from(text, 'base64') };
}
