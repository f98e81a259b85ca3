/**
 * Takes a file that a visitor sends, as it streams in: to a file of random name in the folder of files on their way, within
 * the bounds of its kind, told from its first bytes and not from its name. What is refused is not kept.
 */
import type { Context } from 'hono';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import type { IncomingFolder } from '../import/incoming.ts';
import { HEAD_BYTES, WORKBOOK_FILE_MAX_BYTES } from '../sheets/limits.ts';
import { sniffFile } from '../sheets/sniff.ts';
import { CSV_BYTES_MAX } from './body-limits.ts';
import { readUpload, type Sink } from './multipart.ts';

const MB = 1024 * 1024;

export type Taken = {
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
};

export type TakeLimits = { readonly workbookBytesMax: number; readonly textBytesMax: number };
export const TAKE_LIMITS: TakeLimits = {
  workbookBytesMax: WORKBOOK_FILE_MAX_BYTES,
  textBytesMax: CSV_BYTES_MAX,
};

/**
 * Takes the one file of a form, and puts its texts into `fields`, whatever becomes of the file.
 * @refuses upload-missing, upload-broken, upload-several, upload-too-large, upload-no-room, not-a-sheet
 */
export async function takeFile(
  folder: IncomingFolder,
  context: Context,
  fields: Map<string, string>,
  limits: TakeLimits = TAKE_LIMITS,
): Promise<Taken | Refusal> {
  let writing: Writing | undefined;
  try {
    const sent = await readUpload(
      context.req.raw.body,
      context.req.header('content-type') ?? '',
      fields,
      async (): Promise<Sink> => {
        writing = new Writing(await folder.create(), limits);
        return writing;
      },
    );
    const refused = isRefusal(sent) ? sent : await writing?.end();
    if (isRefusal(sent) || isRefusal(refused)) {
      await writing?.giveUp(folder);
      return refused as Refusal;
    }
    if (!writing || sent.fileName === undefined) return refusal('upload-missing');
    return { file: writing.file, name: sent.fileName, bytes: writing.bytes };
  } catch (error) {
    await writing?.giveUp(folder);
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return refusal('upload-no-room');
    throw error;
  }
}

/** A file that is being written; its first bytes wait until it is known what it is. */
class Writing implements Sink {
  readonly file: string;
  bytes = 0;
  private head: Buffer | undefined = Buffer.alloc(0);
  private bytesMax: number;
  private readonly handle: Awaited<ReturnType<IncomingFolder['create']>>['handle'];
  private readonly limits: TakeLimits;
  constructor({ file, handle }: Awaited<ReturnType<IncomingFolder['create']>>, limits: TakeLimits) {
    this.file = file;
    this.handle = handle;
    this.limits = limits;
    this.bytesMax = limits.textBytesMax;
  }

  async write(piece: Uint8Array): Promise<Refusal | undefined> {
    this.bytes += piece.length;
    if (this.head === undefined) return this.put(piece);
    this.head = Buffer.concat([this.head, piece]);
    return this.head.length < HEAD_BYTES ? undefined : this.tell();
  }

  /** The end of the file. */
  async end(): Promise<Refusal | undefined> {
    const refused = this.head === undefined ? undefined : await this.tell();
    if (!refused) await this.handle.close();
    return refused;
  }

  async giveUp(folder: IncomingFolder): Promise<void> {
    await this.handle.close();
    await folder.dropFile(this.file);
  }

  private async tell(): Promise<Refusal | undefined> {
    const head = this.head ?? Buffer.alloc(0);
    this.head = undefined;
    const sniffed = sniffFile(head.subarray(0, HEAD_BYTES));
    if (sniffed.is === 'other') return refusal('not-a-sheet', { seems: sniffed.seems });
    if (sniffed.is !== 'text') this.bytesMax = this.limits.workbookBytesMax;
    return this.put(head);
  }

  private async put(piece: Uint8Array): Promise<Refusal | undefined> {
    if (this.bytes > this.bytesMax)
      return refusal('upload-too-large', { most: Math.floor(this.bytesMax / MB) });
    for (let from = 0; from < piece.length; )
      from += (await this.handle.write(piece, from, piece.length - from)).bytesWritten;
    return undefined;
  }
}
