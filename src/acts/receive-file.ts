/**
 * How the bytes of a file come in: bounded before they are read, judged by the first of them, and given up where they are
 * slow. A file is gathered before anything else is done, so that nobody holds the database while a phone sends on a bad
 * line. Not an act itself.
 *
 * What could go wrong: many that send slowly at once, or one who takes all the room. Only so many files are held at a time,
 * only a few of them from one person, each received within a time, so that the memory taken is bounded: files at once,
 * times the largest, times two while one is put together.
 */
import { createHash } from 'node:crypto';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import {
  DOCUMENT_BYTES_MAX,
  type FileClaims,
  HEAD_BYTES,
  isWholePdf,
  isWholeWord,
  judgeFile,
  type Media,
  WORD,
} from '../domain/documents/document.ts';

/** The bytes of a file, whole or as they come. */
export type FileBody = Uint8Array | AsyncIterable<Uint8Array>;

export type ReceivedFile = {
  readonly media: Media;
  readonly bytes: Buffer;
  /** SHA-256, in hexadecimal digits. */
  readonly digest: string;
};

export type ReceiveLimits = {
  readonly bytesMax: number;
  /** Between two pieces. @unit milliseconds */
  readonly idleMs: number;
  /** For the whole file. @unit milliseconds */
  readonly wholeMs: number;
};

/** Named limits: a file, a pause, a whole transfer (20 MB at 35 KB a second), files held at once, and those of one person. */
export const RECEIVE_LIMITS: ReceiveLimits = {
  bytesMax: DOCUMENT_BYTES_MAX,
  idleMs: 30_000,
  wholeMs: 600_000,
};
export const FILES_AT_ONCE_MAX = 6;
export const FILES_OF_ONE_MAX = 2;

/** Whose files are held now, one line for each. */
const held: string[] = [];

/**
 * Runs what holds a file in memory, where there is room for one more.
 * @refuses uploads-full
 */
export async function inRoom<T>(operator: string, run: () => Promise<T>): Promise<T | Refusal> {
  const own = held.filter((one) => one === operator).length;
  if (held.length >= FILES_AT_ONCE_MAX || own >= FILES_OF_ONE_MAX)
    return refusal('uploads-full', { atOnce: own >= FILES_OF_ONE_MAX ? own : held.length });
  held.push(operator);
  try {
    return await run();
  } finally {
    held.splice(held.indexOf(operator), 1);
  }
}

/**
 * Receives a file, or says why it is not taken; what is left of the body is not read.
 * @refuses document-too-large, upload-too-slow, document-damaged, and what judgeFile refuses
 */
export async function receiveFile(
  body: FileBody,
  claims: FileClaims & { readonly bytes?: number | undefined },
  limits: ReceiveLimits = RECEIVE_LIMITS,
): Promise<ReceivedFile | Refusal> {
  if (claims.bytes !== undefined && claims.bytes > limits.bytesMax) return tooLarge(limits);
  const gathered = await gather(body instanceof Uint8Array ? [body] : body, claims, limits);
  if (isRefusal(gathered)) return gathered;
  return isWhole(gathered) ? gathered : refusal('document-damaged', { media: gathered.media });
}

function isWhole({ media, bytes }: ReceivedFile): boolean {
  if (media === WORD) return isWholeWord(bytes);
  return media !== 'application/pdf' || isWholePdf(bytes);
}

const tooLarge = (limits: ReceiveLimits): Refusal =>
  refusal('document-too-large', { limit: Math.floor(limits.bytesMax / (1024 * 1024)) });

async function gather(
  body: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  claims: FileClaims,
  limits: ReceiveLimits,
): Promise<ReceivedFile | Refusal> {
  const hash = createHash('sha256');
  const pieces: Uint8Array[] = [];
  let size = 0;
  let media: Media | undefined;
  for await (const piece of inTime(body, limits)) {
    if (piece === TOO_SLOW) return refusal('upload-too-slow', { seconds: Math.ceil(limits.idleMs / 1000) });
    size += piece.length;
    if (size > limits.bytesMax) return tooLarge(limits);
    // A copy: who sends may use his buffer again.
    pieces.push(Uint8Array.from(piece));
    hash.update(piece);
    if (media !== undefined || size < HEAD_BYTES) continue;
    const judged = judgeFile(Buffer.concat(pieces), claims);
    if (isRefusal(judged)) return judged;
    media = judged;
  }
  const bytes = Buffer.concat(pieces);
  const judged = media ?? judgeFile(bytes, claims);
  return isRefusal(judged) ? judged : { media: judged, bytes, digest: hash.digest('hex') };
}

const TOO_SLOW = Symbol('too slow');

/** The pieces of a body; ends with a sign where one does not come in time. Whoever stops reading ends the body. */
async function* inTime(
  body: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  limits: ReceiveLimits,
): AsyncGenerator<Uint8Array | typeof TOO_SLOW, void> {
  const pieces =
    Symbol.asyncIterator in body
      ? body[Symbol.asyncIterator]()
      : (body[Symbol.iterator]() as Iterator<Uint8Array>);
  const end = performance.now() + limits.wholeMs;
  let isDone = false;
  try {
    for (;;) {
      const left = Math.min(limits.idleMs, end - performance.now());
      const step = await orLate(Promise.resolve(pieces.next()), left);
      if (step === TOO_SLOW) return yield TOO_SLOW;
      if (step.done) {
        isDone = true;
        return;
      }
      yield step.value;
    }
  } finally {
    // A body that hangs never answers, so nobody waits for its end.
    if (!isDone) void Promise.resolve(pieces.return?.()).catch(() => {});
  }
}

async function orLate<T>(coming: Promise<T>, ms: number): Promise<T | typeof TOO_SLOW> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<typeof TOO_SLOW>((resolve) => {
    timer = setTimeout(() => resolve(TOO_SLOW), Math.max(0, ms));
  });
  try {
    return await Promise.race([coming, late]);
  } finally {
    clearTimeout(timer);
    coming.catch(() => {});
  }
}
