/**
 * Photographs as they travel with a request: copies of the copies that are shown, small enough to be sent, without position or
 * device. The original stays where it is, as evidence. Not an act itself.
 *
 * @clause ITI 17(b), J-05
 */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import type { Photograph } from '../domain/trace/request.ts';
import type { Statements } from '../store/database.ts';
import { findDocument, listCopies, readChunks } from '../store/document.ts';
import type { TraceRow } from '../store/trace.ts';
import { PICTURE_OPTIONS } from './open-picture.ts';
import { PHOTOGRAPH_CHARS_MAX } from './trace-shapes.ts';

export type PhotographWanted = Pick<Photograph, 'side' | 'mark' | 'hasScale'> & { readonly document: string };

/** From the finest to the coarsest; the first that is small enough is sent. */
const SIZES = [
  { side: 1600, quality: 80 },
  { side: 1400, quality: 70 },
  { side: 1100, quality: 60 },
  { side: 700, quality: 50 },
] as const;

/** Photographs of an arm or of a trace, ready to be sent; a paper that is no picture, or of another, is refused. */
export async function photographsOf(
  db: Statements,
  { arm, id: trace }: Pick<TraceRow, 'arm' | 'id'>,
  wanted: readonly PhotographWanted[],
): Promise<readonly Photograph[] | Refusal> {
  const photographs: Photograph[] = [];
  for (const { document: id, ...shown } of wanted) {
    const document = await findDocument(db, id);
    const isOwn = document?.arm === undefined ? document?.trace === trace : document.arm === arm;
    if (!document || !isOwn) return refusal('document-unknown', { document: id });
    const isCopied = (await listCopies(db, [id])).some(({ form }) => form === 'large');
    if (!isCopied) return refusal('document-has-no-copy', { media: document.media });
    const chunks: Buffer[] = [];
    for await (const chunk of readChunks(db, id, 'large')) chunks.push(chunk);
    photographs.push({ ...shown, ...(await smallEnough(Buffer.concat(chunks))) });
  }
  return photographs;
}

/** A copy made small enough to be sent. */
export async function smallEnough(copy: Buffer): Promise<Pick<Photograph, 'mediaType' | 'digest' | 'bytes'>> {
  let bytes = copy;
  for (const { side, quality } of SIZES) {
    bytes = await sharp(copy, PICTURE_OPTIONS)
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .jpeg({ quality })
      .toBuffer();
    if ((bytes.length * 4) / 3 < PHOTOGRAPH_CHARS_MAX) break;
  }
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { mediaType: 'image/jpeg', digest, bytes: bytes.toString('base64url') };
}
