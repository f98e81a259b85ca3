/**
 * Reads a form with one file as it streams in: the texts are collected within bounds, the file goes piece by piece to whoever
 * takes it, and nothing is held but a window of a few kilobytes. For files too large to be held in memory; other forms are
 * read by readForm.
 *
 * What could go wrong: a visitor who goes away in the middle, or a body that is no form. Either ends with a refusal, and
 * whoever takes the file is told so that nothing half is kept.
 */
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';

/** Named limits: the texts of such a form, the head of one part, and the length of a boundary. */
const FIELDS_MAX = 40;
const FIELD_BYTES_MAX = 20_000;
const HEAD_BYTES_MAX = 8192;
const BOUNDARY_LENGTH_MAX = 70;

export type Sink = {
  /** Takes a piece of the file; a refusal ends the taking. */
  write(piece: Uint8Array): Promise<Refusal | undefined>;
};

export type Uploaded = {
  /** The name of the file as the visitor's machine calls it; undefined where none was chosen. */
  readonly fileName: string | undefined;
};

/** Carries a refusal out of the middle of a body. */
class Stopped extends Error {
  readonly refused: Refusal;
  constructor(refused: Refusal) {
    super(refused.refused);
    this.refused = refused;
  }
}

/**
 * Reads the form; its texts are put into `fields` as they come. What comes after a refusal is read and let go, so that the answer reaches a browser that still sends.
 * @refuses upload-broken, upload-several, and what the sink refuses
 */
export async function readUpload(
  body: ReadableStream<Uint8Array> | null,
  contentType: string,
  fields: Map<string, string>,
  open: () => Promise<Sink>,
): Promise<Uploaded | Refusal> {
  const boundary = boundaryOf(contentType);
  if (boundary === undefined || body === null) return refusal('upload-broken');
  const window = new Window(body.getReader());
  try {
    return await readParts(window, Buffer.from(`\r\n--${boundary}`, 'latin1'), fields, open);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    await window.letGo();
    return error.refused;
  }
}

function boundaryOf(contentType: string): string | undefined {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return undefined;
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  return boundary === undefined || boundary.length > BOUNDARY_LENGTH_MAX ? undefined : boundary;
}

async function readParts(
  window: Window,
  delimiter: Buffer,
  fields: Map<string, string>,
  open: () => Promise<Sink>,
): Promise<Uploaded> {
  let fileName: string | undefined;
  await collect(window.until(delimiter), HEAD_BYTES_MAX);
  for (;;) {
    const after = (await window.take(2)).toString('latin1');
    if (after === '--') break;
    if (after !== '\r\n') throw new Stopped(refusal('upload-broken'));
    const head = (await collect(window.until(Buffer.from('\r\n\r\n')), HEAD_BYTES_MAX)).toString('utf8');
    const { name, file } = partOf(head);
    if (file === undefined) {
      const text = (await collect(window.until(delimiter), FIELD_BYTES_MAX)).toString('utf8');
      if (fields.size < FIELDS_MAX) fields.set(name, text);
    } else if (file === '') await collect(window.until(delimiter), HEAD_BYTES_MAX);
    else {
      if (fileName !== undefined) throw new Stopped(refusal('upload-several'));
      fileName = file;
      const sink = await open();
      for await (const piece of window.until(delimiter)) {
        const refused = await sink.write(piece);
        if (isRefusal(refused)) throw new Stopped(refused);
      }
    }
  }
  return { fileName };
}

/** The name of a part, and of its file where it is one. */
function partOf(head: string): { readonly name: string; readonly file: string | undefined } {
  const line = head.split('\r\n').find((one) => /^content-disposition:/i.test(one)) ?? '';
  const parameter = (name: string): string | undefined =>
    new RegExp(`;\\s*${name}="((?:[^"\\\\]|\\\\.)*)"`, 'i').exec(line)?.[1];
  const file = parameter('filename');
  return {
    name: (parameter('name') ?? '').slice(0, 100),
    // Browsers write the signs that would end the name as they stand in an address.
    file: file
      ?.replace(/%22/g, '"')
      .replace(/%0D|%0A/gi, ' ')
      .replace(/^.*[\\/]/, '')
      .slice(-200),
  };
}

async function collect(pieces: AsyncIterable<Buffer>, bytesMax: number): Promise<Buffer> {
  const kept: Buffer[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    bytes += piece.length;
    if (bytes > bytesMax) throw new Stopped(refusal('upload-broken'));
    kept.push(piece);
  }
  return Buffer.concat(kept);
}

type Reader = Pick<ReadableStreamDefaultReader<Uint8Array>, 'read'>;

/** What has come and was not used yet. Begins with a line end, which the first boundary of a body lacks. */
class Window {
  private held: Buffer = Buffer.from('\r\n');
  private isOver = false;
  private readonly reader: Reader;
  constructor(reader: Reader) {
    this.reader = reader;
  }

  /** Gives what stands before the delimiter and passes it; a body that ends first is broken. */
  async *until(delimiter: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.held.indexOf(delimiter);
      if (at >= 0) {
        const piece = this.held.subarray(0, at);
        this.held = this.held.subarray(at + delimiter.length);
        if (piece.length > 0) yield piece;
        return;
      }
      // The end of what is held may be the beginning of the delimiter.
      const sure = this.held.length - delimiter.length + 1;
      if (sure > 0) {
        const piece = this.held.subarray(0, sure);
        this.held = this.held.subarray(sure);
        yield piece;
      }
      await this.more();
    }
  }

  async take(bytes: number): Promise<Buffer> {
    while (this.held.length < bytes) await this.more();
    const taken = this.held.subarray(0, bytes);
    this.held = this.held.subarray(bytes);
    return taken;
  }

  /** Reads to the end and keeps nothing. */
  async letGo(): Promise<void> {
    this.held = Buffer.alloc(0);
    while (!this.isOver) await this.next();
  }

  private async more(): Promise<void> {
    const piece = await this.next();
    if (piece === undefined) throw new Stopped(refusal('upload-broken'));
    this.held = this.held.length === 0 ? piece : Buffer.concat([this.held, piece]);
  }

  /** The next piece; a visitor who went away has sent all there is. */
  private async next(): Promise<Buffer | undefined> {
    const { done, value } = await this.reader.read().catch(() => ({ done: true, value: undefined }));
    if (done || value === undefined) {
      this.isOver = true;
      return undefined;
    }
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
}
