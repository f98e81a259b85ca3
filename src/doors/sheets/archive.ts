/**
 * The parts of a workbook's ZIP archive, unpacked as streams. Nothing is believed: the number of parts, the sizes
 * they declare and their ratio to the packed bytes are checked from the list before anything is unpacked, and the
 * bytes that really come are counted and summed (CRC-32) again. A part listed twice is refused, because two
 * readers could take different ones.
 */
import { pipeline, type Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, fromBuffer, fromFd, type ZipFile } from 'yauzl';
import {
  ARCHIVE_PARTS_MAX,
  EXCESS_MAX_BYTES,
  UNPACK_BYTES,
  UNPACKED_MAX_BYTES,
  UNPACKED_RATIO_FREE_BYTES,
  UNPACKED_RATIO_MAX,
} from './limits.ts';
import { SheetProblemError, stopReading } from './problem.ts';

const DEFLATE = 8;

export type Archive = {
  /** Names of the parts as written, by the same name in lower case. */
  readonly names: ReadonlyMap<string, string>;
  /** Declared unpacked size, or undefined where there is no such part. */
  sizeBytes(name: string): number | undefined;
  /** The unpacked bytes of a part; stops with a refusal where they are damaged or more than declared. */
  read(name: string): AsyncIterable<Buffer>;
};

/** Reads the list of parts of an open file or of bytes; stops with a refusal where the list is damaged or hostile. */
export async function openArchive(source: number | Buffer): Promise<Archive> {
  const zip = await listArchive(source);
  const entries = await collectEntries(zip);
  return {
    names: new Map([...entries].map(([key, entry]) => [key, entry.fileName])),
    sizeBytes: (name) => entries.get(name.toLowerCase())?.uncompressedSize,
    read: (name) => readEntry(zip, entries.get(name.toLowerCase()), name),
  };
}

function listArchive(source: number | Buffer): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, validateEntrySizes: false } as const;
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, zip: ZipFile): void => {
      if (error) reject(damaged('the list of parts'));
      else resolve(zip);
    };
    if (typeof source === 'number') fromFd(source, options, done);
    else fromBuffer(source, options, done);
  });
}

function collectEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  let unpackedBytes = 0;
  const check = (entry: Entry) => {
    const key = entry.fileName.toLowerCase();
    if (entries.has(key)) stopReading('truncated', { part: entry.fileName });
    if (entry.isEncrypted()) stopReading('encrypted');
    unpackedBytes += entry.uncompressedSize;
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    const tooDense = entry.uncompressedSize > UNPACKED_RATIO_FREE_BYTES && ratio > UNPACKED_RATIO_MAX;
    if (tooDense || unpackedBytes > UNPACKED_MAX_BYTES) {
      stopReading('bomb', { part: entry.fileName, unpackedBytes: entry.uncompressedSize });
    }
    entries.set(key, entry);
  };
  return new Promise((resolve, reject) => {
    if (zip.entryCount > ARCHIVE_PARTS_MAX) {
      reject(problem('bomb', { parts: zip.entryCount, limit: ARCHIVE_PARTS_MAX }));
      return;
    }
    zip.on('error', () => reject(damaged('the list of parts')));
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      try {
        check(entry);
        zip.readEntry();
      } catch (error) {
        reject(error);
      }
    });
    zip.readEntry();
  });
}

async function* readEntry(zip: ZipFile, entry: Entry | undefined, name: string): AsyncGenerator<Buffer> {
  if (entry === undefined) stopReading('truncated', { part: name });
  const stream = await openEntry(zip, entry);
  let sum = 0;
  let bytes = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      // Damage can make a part a little longer than declared; much longer is a list that lies.
      if (bytes > entry.uncompressedSize + EXCESS_MAX_BYTES) throw problem('bomb', { part: name });
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw readingProblem(error, name);
  }
  if (bytes !== entry.uncompressedSize || sum !== entry.crc32) throw damaged(name);
}

/** Unpacks in larger pieces than the archive library would, because each piece costs a turn of the event loop. */
function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  const isPacked = entry.isCompressed();
  if (isPacked && entry.compressionMethod !== DEFLATE) throw damaged(entry.fileName);
  const options = { decompress: isPacked ? false : null, decrypt: null, start: null, end: null };
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, options, (error, raw) => {
      if (error) reject(damaged(entry.fileName));
      else resolve(isPacked ? inflate(raw) : raw);
    });
  });
}

function inflate(raw: Readable): Readable {
  const unpacker = createInflateRaw({ chunkSize: UNPACK_BYTES });
  // Failures and an early end on either side close the other side; the reader sees the unpacker's error.
  pipeline(raw, unpacker, () => undefined);
  return unpacker;
}

function readingProblem(error: unknown, part: string): unknown {
  if (!(error instanceof Error) || error instanceof SheetProblemError) return error;
  const isDamage = 'code' in error ? String(error.code).startsWith('Z_') : /bytes|EOF/.test(error.message);
  return isDamage ? damaged(part) : error;
}

function problem(code: 'bomb', facts: Record<string, string | number>): SheetProblemError {
  return new SheetProblemError({ refused: code, facts });
}

function damaged(part: string): SheetProblemError {
  return new SheetProblemError({ refused: 'truncated', facts: { part } });
}
