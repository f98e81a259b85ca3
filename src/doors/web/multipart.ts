/**
 * Reads a form with one file as it streams in: the texts are collected within bounds, the file goes piece by piece to whoever
 * takes it, and nothing is held but the few pieces on their way. For files too large to be held in memory; other forms are
 * read by readForm. The grammar of such a body is the library's; what is taken of it is decided here.
 *
 * What could go wrong: a visitor who goes away in the middle, or a body that is no form. Either ends with a refusal, and
 * whoever takes the file is told so that nothing half is kept.
 */
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { type Refusal, refusal } from '../../domain/base/refusal.ts';

/** Named limits: the texts of such a form, all its parts, and the head of one. */
const FIELDS_MAX = 40;
const FIELD_BYTES_MAX = 20_000;
const PARTS_MAX = 60;
const HEAD_BYTES_MAX = 8192;
const HEAD_LINES_MAX = 20;

/** A boundary of the signs and the length that the standard allows (RFC 2046, 5.1.1). */
const BOUNDARY = /;\s*boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'+./-]{1,70}))(?:\s*;|\s*$)/i;

export type Sink = {
  /** Takes a piece of the file; a refusal ends the taking. */
  write(piece: Uint8Array): Promise<Refusal | undefined>;
};

export type Uploaded = {
  /** The name of the file as the visitor's machine calls it; undefined where none was chosen. */
  readonly fileName: string | undefined;
};

/** The file of the form, and the end of its being taken. */
type Taken = { readonly name: string; readonly pieces: Readable; readonly done: Promise<unknown> };

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
  const form = openForm(contentType);
  if (form === undefined || body === null) return refusal('upload-broken');
  let taken: Taken | undefined;
  let refused: Refusal | undefined;
  const refuse = (one: Refusal): void => {
    refused ??= one;
  };
  form.on('field', (name: string | undefined, text, _isNameCut, isCut) => {
    if (isCut) refuse(refusal('upload-broken'));
    else if (!refused) fields.set((name ?? '').slice(0, 100), keepable(text));
  });
  form.on('file', (_field, pieces, name) => {
    if (name !== '' && taken) refuse(refusal('upload-several'));
    if (name === '' || refused) return letGo(pieces);
    const done = take(pieces, open).then((one) => one && refuse(one));
    // Who fails while taking is heard below, when what was sent has been read.
    done.catch(() => {});
    taken = { name: plainName(name), pieces, done };
  });
  form.on('partsLimit', () => refuse(refusal('upload-broken')));
  if (!(await feed(body, form))) {
    refuse(refusal('upload-broken'));
    taken?.pieces.destroy(new Error('the form ended before its file'));
  }
  await taken?.done;
  return refused ?? { fileName: taken?.name };
}

function openForm(contentType: string): BusboyInstance | undefined {
  if (!/^multipart\/form-data\s*;/i.test(contentType)) return undefined;
  const [, quoted, plain] = BOUNDARY.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return undefined;
  return new Busboy({
    headers: { 'content-type': `multipart/form-data; boundary="${boundary}"` },
    isPartAFile: (_field, _type, name) => name !== undefined,
    limits: {
      fields: FIELDS_MAX,
      fieldSize: FIELD_BYTES_MAX,
      parts: PARTS_MAX,
      headerSize: HEAD_BYTES_MAX,
      headerPairs: HEAD_LINES_MAX,
    },
  });
}

/** Gives the body to the form at the pace at which its file is taken; true where it was whole. */
async function feed(body: ReadableStream<Uint8Array>, form: BusboyInstance): Promise<boolean> {
  const over = new AbortController();
  const ended = new Promise<boolean>((resolve) => {
    form.on('error', () => resolve(false)).on('finish', () => resolve(true));
  });
  ended.then(() => over.abort());
  try {
    for await (const piece of body)
      if (!over.signal.aborted && !form.write(piece))
        await once(form, 'drain', { signal: over.signal }).catch(() => {});
    form.end();
    return await ended;
  } catch {
    // A visitor who went away sends no more.
    return false;
  }
}

/** Gives a file to whoever takes it, as fast as it is taken; what is refused of it is read to its end. */
async function take(pieces: Readable, open: () => Promise<Sink>): Promise<Refusal | undefined> {
  const lost = new Set<unknown>();
  pieces.on('error', (error) => lost.add(error));
  try {
    const sink = await open();
    for await (const piece of pieces.iterator({ destroyOnReturn: false })) {
      const refused = await sink.write(piece);
      if (refused) return refused;
    }
  } catch (error) {
    // That the body broke off is told where the form is read.
    if (!lost.has(error)) throw error;
  } finally {
    pieces.resume();
  }
  return undefined;
}

function letGo(pieces: Readable): void {
  pieces.on('error', () => {}).resume();
}

/** A text as a database keeps it: a sign that none keeps stands as one that could not be read. */
const keepable = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd');

/** The name of a file without a path; browsers write the signs that would end it as they stand in an address. */
function plainName(name: string): string {
  const last = name
    .replace(/%22/g, '"')
    .replace(/%0D|%0A/gi, ' ')
    .replace(/^.*[\\/]/, '');
  return keepable(last.slice(-200));
}
