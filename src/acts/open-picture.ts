/**
 * Opening a picture that was sent: bounded by what it says of itself before a pixel is read, one at a time for the whole
 * program, and only by the readers of the types that are taken. Not an act itself.
 *
 * What could go wrong: pictures made to exhaust whoever opens them. A picture is read line by line and made small before it
 * is turned; one that can only be opened whole has a lower bound.
 *
 * @clause J-05
 */
import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp';
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import { type Media, PICTURE_PIXELS_MAX } from '../domain/documents/document.ts';

/** Named limits: a picture that is opened line by line and one that is opened whole, and the time for one. @unit bytes, seconds */
const PICTURE_DECODED_BYTES_MAX = 256 * 1024 * 1024;
const PICTURE_WHOLE_BYTES_MAX = 150_000_000;
export const OPENING_SECONDS_MAX = 30;

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

/** How every picture is opened. */
export const PICTURE_OPTIONS: SharpOptions = {
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

/** One after the other, in the order in which they were asked for, whoever asks. */
export type Turns = <T>(run: () => Promise<T>) => Promise<T>;

/** Makes a row in which things are done one at a time. */
export function turns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const turn = last.then(run);
    last = turn.catch(() => {});
    return turn;
  };
}

const inTurn = turns();

/** What is known of a picture that may be opened. */
export type Openable = { readonly turned: number | undefined };

/**
 * Runs what opens a picture of this type once it may be: one picture at a time, whoever asks. How many may wait is bounded
 * where files are received.
 * @refuses picture-too-large, picture-opened-whole, document-damaged
 */
export function openInTurn<T>(
  bytes: Buffer,
  media: Media,
  open: (picture: Openable) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return inTurn(() => openPicture(bytes, media, open));
}

async function openPicture<T>(
  bytes: Buffer,
  media: Media,
  open: (picture: Openable) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  try {
    const meta = await sharp(bytes, PICTURE_OPTIONS).metadata();
    const refused = refuseSize(meta, media);
    return refused ?? (await open({ turned: meta.orientation }));
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

/** Turns a picture that was made small: a large one would have to be held whole, on the disk too. */
export async function turnUpright(small: Sharp, turned: number): Promise<Sharp> {
  const marked = small.withExif({ IFD0: { Orientation: String(turned) } }).png({ compressionLevel: 0 });
  return sharp(await marked.toBuffer(), PICTURE_OPTIONS).autoOrient();
}

/** What the library says of a picture that it cannot open; a failure of our own passes. */
function sayWhy(error: unknown, media: Media): Refusal {
  const message = error instanceof Error ? error.message : '';
  if (message.startsWith('broken:')) throw error;
  if (/pixel limit|too large|exceeds/i.test(message)) return tooLarge();
  if (/timeout/i.test(message)) return tooLarge();
  return refusal('document-damaged', { media });
}
