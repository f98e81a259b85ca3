/**
 * Finds the Data Matrix and QR codes of a picture: it is made grey at several sizes, plain and with its dots run together,
 * and each is looked through in a thread of its own, straight and turned, dark on light and light on dark. Not an act itself.
 *
 * What could go wrong: a picture over which a reader broods, or one made to break it. One is looked through at a time, and
 * the thread ends with its memory when it is done or its time is up; what was found until then counts.
 */
import { Worker } from 'node:worker_threads';
import sharp, { type Sharp } from 'sharp';
import { Fault, isRefusal, type Refusal } from '../domain/base/refusal.ts';
import type { Media } from '../domain/documents/document.ts';
import { OPENING_SECONDS_MAX, openInTurn, PICTURE_OPTIONS, turns } from './open-picture.ts';

/** A code as it was read; its text is not bounded yet. */
export type DecodedCode = {
  readonly format: 'data-matrix' | 'qr';
  readonly text: string;
  /** True where the code itself says that it holds elements of GS1. */
  readonly isGs1: boolean;
};

/** A grey picture to be looked through. */
export type GreyPicture = {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly closed: boolean;
};

/** Named limits: codes told of one picture, and the time for looking through the forms of one stage. @unit milliseconds */
export const CODES_MAX = 8;
const LOOKING_MS_MAX = 15_000;

type Form = {
  /** The longer side; small pictures are made larger too, because modules of a pixel or two are not told apart. @unit pixels */
  readonly side: number;
  readonly blur?: number;
  readonly closed?: boolean;
  readonly inverted?: boolean;
};

const LARGEST = 3200;
/**
 * From the quickest and likeliest on: plain print, then the dots of a needle, which a blur or a closing runs together, then
 * what is small. Where one stage finds something, the next are left out.
 */
const STAGES: readonly (readonly Form[])[] = [
  [
    { side: 1600 },
    { side: 800, closed: true },
    { side: 800, closed: true, inverted: true },
    { side: 800, blur: 1.2 },
    { side: 800, blur: 3 },
  ],
  [
    { side: 1600, blur: 1.5 },
    { side: 1600, blur: 3 },
    { side: 1600, blur: 6 },
    { side: 1600, closed: true },
    { side: 1600, closed: true, inverted: true },
  ],
  [{ side: LARGEST }, { side: LARGEST, blur: 3 }],
];

const inTurn = turns();

/**
 * The codes of a picture, each once; none where there is none that can be read.
 * @refuses picture-too-large, picture-opened-whole, document-damaged
 */
export async function decodeCodes(bytes: Buffer, media: Media): Promise<readonly DecodedCode[] | Refusal> {
  return inTurn(async () => {
    const whole = await openInTurn(bytes, media, () => greyWhole(bytes));
    if (isRefusal(whole)) return whole;
    for (const stage of STAGES) {
      const pictures: GreyPicture[] = [];
      for (const form of stage) pictures.push(await greyPicture(whole(), form));
      const found = await lookThrough(pictures);
      if (found.length > 0) return found;
    }
    return [];
  });
}

/** The whole picture in grey, no larger than is looked through; how the camera was held does not matter to codes. */
async function greyWhole(bytes: Buffer): Promise<() => Sharp> {
  const { data, info } = await sharp(bytes, PICTURE_OPTIONS)
    .timeout({ seconds: OPENING_SECONDS_MAX })
    .resize(LARGEST, LARGEST, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .greyscale()
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return () => sharp(data, { raw });
}

async function greyPicture(whole: Sharp, { side, blur, closed, inverted }: Form): Promise<GreyPicture> {
  let grey = whole.resize(side, side, { fit: 'inside' });
  if (blur !== undefined) grey = grey.blur(blur);
  if (inverted) grey = grey.negate();
  const { data, info } = await grey.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return { pixels: Uint8Array.from(data), width, height, closed: closed === true };
}

/** Looks through the pictures in a thread of its own, until its time is up. */
function lookThrough(pictures: readonly GreyPicture[]): Promise<readonly DecodedCode[]> {
  const worker = new Worker(new URL('./decode-codes-worker.ts', import.meta.url), {
    workerData: pictures,
    transferList: pictures.map(({ pixels }) => pixels.buffer as ArrayBuffer),
  });
  const found = new Map<string, DecodedCode>();
  const time = setTimeout(() => void worker.terminate(), LOOKING_MS_MAX);
  return new Promise<readonly DecodedCode[]>((resolve, reject) => {
    worker.on('message', (codes: readonly DecodedCode[]) => {
      for (const code of codes) if (found.size < CODES_MAX) found.set(`${code.format} ${code.text}`, code);
    });
    worker.on('error', (cause) => {
      reject(new Fault('file', 'The picture could not be looked through for codes.', { cause }));
    });
    worker.on('exit', () => resolve([...found.values()]));
  }).finally(() => clearTimeout(time));
}
