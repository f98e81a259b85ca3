/**
 * The keys of a home: the one that signs checkpoints, and the addresses that backups are sealed to. They stand in files of
 * mode 0600 beside the database, never in it and never in a backup.
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Signer } from '../acts/office.ts';
import { Fault } from '../domain/base/refusal.ts';
import { formatVerifierKey, verifierKeyOf } from '../domain/ledger/note.ts';

const folderOf = (home: string): string => join(home, 'keys');

/**
 * The signing key of an epoch; made where the home has none yet. Where the epoch has begun, its key is known (`expected`)
 * and no other will do: a new one in its place would sign what nobody could tell from a forgery.
 */
export function openSigner(home: string, origin: string, epoch: number, expected?: string): Signer {
  const file = join(folderOf(home), `checkpoint-${epoch}.pem`);
  if (expected !== undefined && !existsSync(file)) throw lostKey(file, 'is not there');
  const signer = openOrMake(file, origin);
  if (expected !== undefined && signer.verifierKey !== expected) throw lostKey(file, 'is another');
  return signer;
}

function lostKey(file: string, how: string): Fault {
  return new Fault(
    'home',
    `The signing key of this ledger ${how}: ${file}. Nothing was changed. Bring it back from the copy in custody; where ` +
      'there is none, restore the newest backup into an empty home, which goes on under a new key (docs/operate.md, "Keys").',
  );
}

function openOrMake(file: string, origin: string): Signer {
  const folder = dirname(file);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folder, 0o700);
    if (!existsSync(file)) writeFileSync(file, newKey(), { mode: 0o600, flag: 'wx' });
    return signerOf(origin, createPrivateKey(readFileSync(file)));
  } catch (cause) {
    throw new Fault(
      'home',
      `The signing key of this ledger cannot be read or written at ${file}. Check the folder's owner and free space.`,
      { cause },
    );
  }
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function signerOf(origin: string, privateKey: KeyObject): Signer {
  return {
    origin,
    privateKey,
    verifierKey: formatVerifierKey(verifierKeyOf(origin, createPublicKey(privateKey))),
  };
}

/** The addresses (age recipients) that backups are sealed to. */
export function listRecipients(home: string): readonly string[] {
  const file = join(folderOf(home), 'backup-recipients.txt');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.map((line) => line.trim()).filter((line) => line.startsWith('age1'));
}

/** Adds an address that backups are sealed to. */
export function addRecipient(home: string, recipient: string): void {
  mkdirSync(folderOf(home), { recursive: true, mode: 0o700 });
  const all = new Set([...listRecipients(home), recipient]);
  writeFileSync(join(folderOf(home), 'backup-recipients.txt'), `${[...all].join('\n')}\n`, { mode: 0o600 });
}

/** True where the State has named this operator as an expert who may see security marks: one name a line in experts.txt. */
export function isExpert(home: string, operator: string): boolean {
  const file = join(home, 'experts.txt');
  if (!existsSync(file)) return false;
  return readFileSync(file, 'utf8')
    .split('\n')
    .some((line) => line.trim() === operator);
}
