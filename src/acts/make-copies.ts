/**
 * The copies of a picture that are shown: turned upright, made smaller, written anew as JPEG, so that nothing of the file
 * that was brought reaches a reader: no position, no device, no owner, no hidden preview, nothing behind its end. Not an
 * act itself.
 *
 * What could go wrong: pictures made to exhaust whoever opens them. Their size is bounded by what they say of themselves
 * before a pixel is read, one is opened at a time, and only the readers of the types that are taken are awake. A picture is
 * read line by line and made small before it is turned; one that can only be opened whole has a lower bound.
 *
 * @clause J-05
 */
import { createHash } from 'node:crypto';
import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp';
import { assert, type Refusal, refusal } from '../domain/base/refusal.ts';
import { type CopyForm, type Media, PICTURE_PIXELS_MAX } from '../domain/documents/document.ts';
import type { CopyRow } from '../store/document.ts';

export type Copy = CopyRow & { readonly content: Buffer };

/** Named limits: a picture that is opened line by line and one that is opened whole, the longer side of each copy, and the time for one. @unit bytes, pixels, seconds */
export const PICTURE_DECODED_BYTES_MAX = 256 * 1024 * 1024;
export const PICTURE_WHOLE_BYTES_MAX = 150_000_000;
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
// One thread: each holds lines of its own, and the other processors serve those who do not send pictures.
sharp.concurrency(1);

const OPTIONS: SharpOptions = {
  limitInputPixels: PICTURE_PIXELS_MAX,
  failOn: 'error',
  sequentialRead: true,
  pages: 1,
};

const BYTES_OF_SAMPLE: Readonly<Record<string, number>> = { uchar: 1, char: 1, ushort: 2, short: 2 };
const WIDEST_SAMPLE_BYTES = 8;
/** A progressive JPEG is held as coefficients, a WebP as coloured pixels; of one that moves there are three at a time. */
const BYTES_OF_COEFFICIENT = 2;
const WEBP_BYTES_OF_PIXEL = 4;

let last: Promise<unknown> = Promise.resolve();

/**
 * Makes the copies of a picture; one picture at a time, whoever asks. How many may wait is bounded where files are received.
 * @refuses picture-too-large, picture-opened-whole, document-damaged
 */
export function makeCopies(bytes: Buffer, media: Media): Promise<readonly Copy[] | Refusal> {
  const turn = last.then(() => copiesOf(bytes, media));
  last = turn.catch(() => {});
  return turn;
}

async function copiesOf(bytes: Buffer, media: Media): Promise<readonly Copy[] | Refusal> {
  try {
    const meta = await sharp(bytes, OPTIONS).metadata();
    const refused = refuseSize(meta, media);
    if (refused) return refused;
    const large = await writeCopy(bytes, 'large', meta.orientation);
    const thumb = await writeCopy(large.content, 'thumb');
    return [large, thumb];
  } catch (error) {
    return sayWhy(error, media);
  }
}

function refuseSize(meta: Metadata, media: Media): Refusal | undefined {
  if (meta.format !== FORMATS[media]) return refusal('document-damaged', { media });
  const { width, height, channels = 4, depth } = meta;
  const sample = BYTES_OF_SAMPLE[depth ?? ''] ?? WIDEST_SAMPLE_BYTES;
  if (width * height * channels * sample > PICTURE_DECODED_BYTES_MAX) return tooLarge();
  const bytes = wholeBytesOfPixel(meta, channels * sample);
  if (width * height * bytes <= PICTURE_WHOLE_BYTES_MAX) return undefined;
  return refusal('picture-opened-whole', {
    megapixels: Math.floor(PICTURE_WHOLE_BYTES_MAX / bytes / 1_000_000),
  });
}

/** What a pixel takes while the whole picture is held, by its kind; nothing where it comes line by line. */
function wholeBytesOfPixel(
  { format, isProgressive, pages = 1, channels = 4 }: Metadata,
  pixel: number,
): number {
  if (format === 'webp') return pages > 1 ? WEBP_BYTES_OF_PIXEL * 3 : WEBP_BYTES_OF_PIXEL;
  if (!isProgressive) return 0;
  return format === 'jpeg' ? channels * BYTES_OF_COEFFICIENT : pixel;
}

const tooLarge = (): Refusal => refusal('picture-too-large', { megapixels: PICTURE_PIXELS_MAX / 1_000_000 });

async function writeCopy(bytes: Buffer, form: CopyForm, turned = 1): Promise<Copy> {
  const side = COPY_PIXELS[form];
  const small = sharp(bytes, OPTIONS)
    .timeout({ seconds: OPENING_SECONDS_MAX })
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb');
  const upright = turned === 1 ? small : await turnUpright(small, turned);
  const { data, info } = await upright
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true });
  const { exif, xmp, iptc, icc, orientation } = await sharp(data, OPTIONS).metadata();
  assert(!exif && !xmp && !iptc && !icc && orientation === undefined, 'a copy carries no metadata');
  const digest = createHash('sha256').update(data).digest('hex');
  const { width, height } = info;
  return { form, media: 'image/jpeg', width, height, bytes: data.length, digest, content: data };
}

/** Turns a picture that was made small: a large one would have to be held whole, on the disk too. */
async function turnUpright(small: Sharp, turned: number): Promise<Sharp> {
  const marked = small.withExif({ IFD0: { Orientation: String(turned) } }).png({ compressionLevel: 0 });
  return sharp(await marked.toBuffer(), OPTIONS).autoOrient();
}

/** What the library says of a picture that it cannot open; a failure of our own passes. */
function sayWhy(error: unknown, media: Media): Refusal {
  const message = error instanceof Error ? error.message : '';
  if (message.startsWith('broken:')) throw error;
  if (/pixel limit|too large|exceeds/i.test(message)) return tooLarge();
  if (/timeout/i.test(message)) return tooLarge();
  return refusal('document-damaged', { media });
}
