/**
 * Reads a backup file, one file of its archive after another: age decryption first, which notices every changed or missing
 * byte, then tar. The file comes from outside: the number of files and the size of each are bounded, and only plain files
 * with plain names are taken.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Extract, extract } from 'tar-stream';
import { Fault, isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import type { FilePiece } from '../../domain/ledger/export.ts';
import { open as openPayload } from './age-payload.ts';
import { openWith } from './keys.ts';

/** Named limits: bytes of one file of the archive, and how many there may be. */
export const PIECE_BYTES_MAX = 64 * 1024 * 1024;
export const PIECES_MAX = 1_000_000;

const MAGIC = 'age-encryption.org/v1\n';

export type OpenBackup = {
  /** The files in their order. Throws BackupDamaged where the rest cannot be read. */
  readonly pieces: AsyncGenerator<FilePiece, void>;
  /** SHA-256 of the sealed file, once all pieces were read. */
  digest(): string;
};

/** Opens a backup, or says why it cannot be opened with this identity. */
export async function openBackup(file: string, identityText: string): Promise<OpenBackup | Refusal> {
  const decrypter = openWith(identityText);
  if (isRefusal(decrypter)) return decrypter;
  if (!(await isAgeFile(file))) return refusal('not-a-backup', { file });
  const hash = createHash('sha256');
  const source = createReadStream(file, { highWaterMark: 1 << 20 });
  const hashed = (async function* () {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      hash.update(chunk);
      yield chunk as Uint8Array;
    }
  })();
  try {
    const plain = await openPayload(decrypter, hashed);
    return { pieces: piecesOf(plain), digest: () => hash.digest('hex') };
  } catch (error) {
    source.destroy();
    const isStranger = /no identity matched/.test((error as Error).message);
    return isStranger ? refusal('identity-not-addressed') : refusal('backup-damaged', { at: 'its head' });
  }
}

async function isAgeFile(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'r');
    const { buffer, bytesRead } = await handle
      .read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0)
      .finally(() => handle.close());
    return bytesRead === MAGIC.length && buffer.toString('latin1') === MAGIC;
  } catch (cause) {
    throw new Fault('file', `The file ${file} cannot be read. Check the path and that it may be read.`, {
      cause,
    });
  }
}

/** Thrown where the sealed file or the archive in it is damaged: whoever reads turns it into a refusal. */
export class BackupDamaged extends Error {
  readonly at: string;
  constructor(at: string) {
    super(`the backup is damaged: ${at}`);
    this.at = at;
  }
}

async function* piecesOf(plain: AsyncIterable<Uint8Array>): AsyncGenerator<FilePiece, void> {
  const archive = extract();
  let isStopped = false;
  const feeding = (async () => {
    try {
      for await (const chunk of plain) {
        if (isStopped || archive.destroyed) return;
        if (!archive.write(chunk)) await roomIn(archive);
      }
      (archive as unknown as { end(): void }).end();
    } catch (error) {
      archive.destroy(error as Error);
    }
  })();
  let count = 0;
  try {
    for await (const entry of archive) {
      const { name, type, size = 0 } = entry.header;
      if (type !== 'file' || !/^[\w./-]{1,200}$/.test(name) || size > PIECE_BYTES_MAX || ++count > PIECES_MAX)
        throw new BackupDamaged(`a file that no backup holds (${count})`);
      const chunks: Uint8Array[] = [];
      for await (const chunk of entry) chunks.push(chunk as Uint8Array);
      yield { path: name, bytes: Buffer.concat(chunks) };
    }
  } catch (error) {
    throw error instanceof BackupDamaged || isOurs(error) ? error : new BackupDamaged(`after ${count} files`);
  } finally {
    isStopped = true;
    archive.destroy();
    await feeding;
  }
}

/** Waits until the archive takes more, or is closed. */
function roomIn(archive: Extract): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      archive.off('drain', go);
      archive.off('close', go);
      resolve();
    };
    archive.on('drain', go);
    archive.on('close', go);
  });
}

/** Failures of the disk are no damage of the backup. */
function isOurs(error: unknown): boolean {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return syscall === 'read' && code !== undefined;
}
