/**
 * The copies of a picture that are shown: turned upright, made smaller, written anew as JPEG, so that nothing of the file
 * that was brought reaches a reader: no position, no device, no owner, no hidden preview, nothing behind its end. Not an
 * act itself.
 *
 * What could go wrong: pictures made to exhaust whoever opens them; they are opened as acts/open-picture bounds it.
 *
 * @clause J-05
 */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { assert, type Refusal } from '../domain/base/refusal.ts';
import type { CopyForm, Media } from '../domain/documents/document.ts';
import type { CopyRow } from '../store/document.ts';
import { OPENING_SECONDS_MAX, openInTurn, PICTURE_OPTIONS, turnUpright } from './open-picture.ts';

export type Copy = CopyRow & { readonly content: Buffer };

/** The longer side of each copy. @unit pixels */
export const COPY_PIXELS: Readonly<Record<CopyForm, number>> = { thumb: 320, large: 1600 };
const QUALITY = 82;

/**
 * Makes the copies of a picture; one picture at a time, whoever asks.
 * @refuses picture-too-large, picture-opened-whole, document-damaged
 */
export function makeCopies(bytes: Buffer, media: Media): Promise<readonly Copy[] | Refusal> {
  return openInTurn(bytes, media, async ({ turned }) => {
    const large = await writeCopy(bytes, 'large', turned);
    return [large, await writeCopy(large.content, 'thumb')];
  });
}

async function writeCopy(bytes: Buffer, form: CopyForm, turned = 1): Promise<Copy> {
  const side = COPY_PIXELS[form];
  const small = sharp(bytes, PICTURE_OPTIONS)
    .timeout({ seconds: OPENING_SECONDS_MAX })
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb');
  const upright = turned === 1 ? small : await turnUpright(small, turned);
  const { data, info } = await upright
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true });
  const { exif, xmp, iptc, icc, orientation } = await sharp(data, PICTURE_OPTIONS).metadata();
  assert(!exif && !xmp && !iptc && !icc && orientation === undefined, 'a copy carries no metadata');
  const digest = createHash('sha256').update(data).digest('hex');
  const { width, height } = info;
  return { form, media: 'image/jpeg', width, height, bytes: data.length, digest, content: data };
}
