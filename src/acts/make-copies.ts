/**
 * The copies of a picture that are shown: turned upright, made smaller, written anew as JPEG, so that nothing of the file
 * that was brought reaches a reader: no position, no device, no owner, no hidden preview, nothing behind its end. Not an
 * act itself.
 *
 * What could go wrong: pictures made to exhaust whoever opens them. Their size is bounded by what they say of themselves
 * before a pixel is read, one is opened at a time, and only the readers of the types that are taken are awake.
 *
 * @clause J-05
 */
import { createHash } from 'node:crypto';
import sharp, { type Metadata, type SharpOptions } from 'sharp';
import { assert, type Refusal, refusal } from '../domain/base/refusal.ts';
import { type CopyForm, type Media, PICTURE_PIXELS_MAX } from '../domain/documents/document.ts';
import type { CopyRow } from '../store/document.ts';

export type Copy = CopyRow & { readonly content: Buffer };

/** Named limits: a picture opened in memory, the longer side of each copy, and the time for one. */
export const PICTURE_DECODED_BYTES_MAX = 256 * 1024 * 1024;
export const COPY_PIXELS: Readonly<Record<CopyForm, number>> = { thumb: 320, large: 1600 };
const OPENING_SECONDS_MAX = 30;
const QUALITY = 82;

const FORMATS: Readonly<Partial<Record<Media, string>>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/tiff': 'tiff',
};
const READERS = ['Jpeg', 'Png', 'Webp', 'Tiff'].map((name) => `VipsForeignLoad${name}Buffer`);

// Every other reader of the library (SVG, PDF, GIF, HEIF, files of the disk) sleeps for the whole program.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: READERS });
sharp.cache(false);

const OPTIONS: SharpOptions = {
  limitInputPixels: PICTURE_PIXELS_MAX,
  failOn: 'error',
  sequentialRead: true,
  pages: 1,
};

const BYTES_OF_SAMPLE: Readonly<Record<string, number>> = { uchar: 1, char: 1, ushort: 2, short: 2 };
const WIDEST_SAMPLE_BYTES = 8;

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes the copies of a picture; one picture at a time, whoever asks.
 * @refuses picture-too-large, document-damaged
 */
export function makeCopies(bytes: Buffer, media: Media): Promise<readonly Copy[] | Refusal> {
  const turn = last.then(() => copiesOf(bytes, media));
  last = turn.catch(() => {});
  return turn;
}

async function copiesOf(bytes: Buffer, media: Media): Promise<readonly Copy[] | Refusal> {
  try {
    const refused = refuseSize(await sharp(bytes, OPTIONS).metadata(), media);
    if (refused) return refused;
    const large = await writeCopy(bytes, 'large');
    const thumb = await writeCopy(large.content, 'thumb');
    return [large, thumb];
  } catch (error) {
    return sayWhy(error, media);
  }
}

function refuseSize(meta: Metadata, media: Media): Refusal | undefined {
  if (meta.format !== FORMATS[media]) return refusal('document-damaged', { media });
  const { width, height, channels, depth } = meta;
  const sample = BYTES_OF_SAMPLE[depth ?? ''] ?? WIDEST_SAMPLE_BYTES;
  const isTooLarge = width * height * (channels ?? 4) * sample > PICTURE_DECODED_BYTES_MAX;
  return isTooLarge ? tooLarge() : undefined;
}

const tooLarge = (): Refusal => refusal('picture-too-large', { megapixels: PICTURE_PIXELS_MAX / 1_000_000 });

async function writeCopy(bytes: Buffer, form: CopyForm): Promise<Copy> {
  const side = COPY_PIXELS[form];
  const { data, info } = await sharp(bytes, OPTIONS)
    .timeout({ seconds: OPENING_SECONDS_MAX })
    .autoOrient()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true });
  const { exif, xmp, iptc, icc, orientation } = await sharp(data, OPTIONS).metadata();
  assert(!exif && !xmp && !iptc && !icc && orientation === undefined, 'a copy carries no metadata');
  const digest = createHash('sha256').update(data).digest('hex');
  const { width, height } = info;
  return { form, media: 'image/jpeg', width, height, bytes: data.length, digest, content: data };
}

/** What the library says of a picture that it cannot open; a failure of our own passes. */
function sayWhy(error: unknown, media: Media): Refusal {
  const message = error instanceof Error ? error.message : '';
  if (message.startsWith('broken:')) throw error;
  if (/pixel limit|too large|exceeds/i.test(message)) return tooLarge();
  if (/timeout/i.test(message)) return tooLarge();
  return refusal('document-damaged', { media });
}
