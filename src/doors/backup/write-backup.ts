/**
 * Writes a backup as one file: a tar archive inside age encryption. Nothing unencrypted touches the disk. The file grows
 * under another name and gets its own only when it is whole and on the disk, so that a backup that was killed, or that
 * filled the disk, leaves none. `.part` of a killed one is sealed like any other and is written over by the next.
 */
import { createHash, type Hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, open, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { type Pack, pack } from 'tar-stream';
import type { BackupSink } from '../../acts/back-up.ts';
import { Fault, isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { seal } from './age-payload.ts';
import { type Sealing, sealTo } from './keys.ts';

export type BackupFile = BackupSink & { readonly warnings: Sealing['warnings'] };

/** Begins a backup file; `made` becomes the time of every file inside. */
export async function createBackup(
  file: string,
  recipients: readonly string[],
  made: Date,
): Promise<BackupFile | Refusal> {
  const sealing = sealTo(recipients);
  if (isRefusal(sealing)) return sealing;
  if (existsSync(file)) return refusal('backup-file-exists', { file });
  const part = `${file}.part`;
  try {
    await unlink(part).catch(() => {});
    return new SealedFile(file, await open(part, 'wx', 0o600), sealing, made);
  } catch (error) {
    throw faultOf(error, file);
  }
}

class SealedFile implements BackupFile {
  readonly warnings: Sealing['warnings'];
  readonly #file: string;
  readonly #part: string;
  readonly #handle: FileHandle;
  readonly #made: Date;
  readonly #archive: Pack = pack();
  readonly #hash: Hash = createHash('sha256');
  readonly #sealing: Promise<void>;
  #bytes = 0;

  constructor(file: string, handle: FileHandle, { encrypter, warnings }: Sealing, made: Date) {
    this.#file = file;
    this.#part = `${file}.part`;
    this.#handle = handle;
    this.#made = made;
    this.warnings = warnings;
    this.#sealing = this.#seal(encrypter);
    // Whoever writes next meets the failure; until then it waits.
    this.#sealing.catch(() => {});
  }

  async #seal(encrypter: Sealing['encrypter']): Promise<void> {
    for await (const chunk of seal(encrypter, this.#archive as AsyncIterable<Uint8Array>)) {
      this.#hash.update(chunk);
      this.#bytes += chunk.length;
      await this.#handle.appendFile(chunk);
    }
  }

  async write({ path: name, bytes }: { readonly path: string; readonly bytes: Uint8Array }): Promise<void> {
    const added = new Promise<void>((resolve, reject) => {
      const header = { name, size: bytes.length, mode: 0o600, mtime: this.#made };
      this.#archive.entry(header, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), (error) =>
        error ? reject(error) : resolve(),
      );
    });
    const failed = this.#sealing.then(() => {
      throw new Fault('file', 'The backup was closed before it was whole.');
    });
    await Promise.race([added, failed]).catch((error) => {
      throw faultOf(error, this.#file);
    });
  }

  async finish(): Promise<{ digest: string; bytes: number }> {
    try {
      this.#archive.finalize();
      await this.#sealing;
      await this.#handle.sync();
      const [ours, named] = [await this.#handle.stat(), await stat(this.#part)];
      if (ours.ino !== named.ino || existsSync(this.#file))
        throw new Fault('file', `Another backup to ${this.#file} ran at the same time. Take another name.`);
      await this.#handle.close();
      await rename(this.#part, this.#file);
      const folder = await open(path.dirname(path.resolve(this.#file)), 'r');
      await folder.sync().finally(() => folder.close());
    } catch (error) {
      throw faultOf(error, this.#file);
    }
    return { digest: this.#hash.digest('hex'), bytes: this.#bytes };
  }

  async abandon(): Promise<void> {
    this.#archive.destroy();
    await this.#sealing.catch(() => {});
    await this.#handle.close().catch(() => {});
    await unlink(this.#part).catch(() => {});
  }
}

function faultOf(error: unknown, file: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof Fault || code === undefined) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG')
    return new Fault(
      'disk',
      `There is not enough room for the backup ${file}. Nothing was left behind. Free some space, or take another disk.`,
      { cause: error },
    );
  return new Fault('file', `The backup cannot be written to ${file} (${message}). Take another place.`, {
    cause: error,
  });
}
