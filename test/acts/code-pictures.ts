/** Photographs of Data Matrix and QR codes as tests need them: printed or dot-peened, turned, small, faint, alone or together. */
import bwip from 'bwip-js/node';
import sharp, { type Sharp } from 'sharp';

export type Drawn = {
  readonly kind?: 'datamatrix' | 'gs1datamatrix' | 'qrcode';
  readonly text: string;
  /** Pixels of a module. */
  readonly module?: number;
  readonly degrees?: number;
  /** Each dark module as a round dot, as a needle strikes it. */
  readonly dots?: boolean;
};

const PAPER = 225;
const INK = 35;
const GROUND = { r: PAPER, g: PAPER, b: PAPER };

/** One code with the quiet zone around it, turned by so many degrees. */
export async function drawCode({
  kind = 'datamatrix',
  text,
  module = 8,
  degrees = 0,
  dots,
}: Drawn): Promise<Buffer> {
  const [symbol] = bwip.raw(kind, text, '');
  if (symbol === undefined || !('pixs' in symbol)) throw new Error('the code has no modules');
  const { pixs, pixx, pixy } = symbol;
  const quiet = 4;
  const [width, height] = [(pixx + 2 * quiet) * module, (pixy + 2 * quiet) * module];
  const pixels = Buffer.alloc(width * height, PAPER);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [column, row] = [Math.floor(x / module) - quiet, Math.floor(y / module) - quiet];
      if (column < 0 || row < 0 || column >= pixx || row >= pixy || pixs[row * pixx + column] !== 1) continue;
      const from = Math.hypot((x % module) + 0.5 - module / 2, (y % module) + 0.5 - module / 2);
      if (!dots || from < module * 0.38) pixels[y * width + x] = INK;
    }
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .rotate(degrees, { background: GROUND })
    .toColourspace('srgb')
    .png()
    .toBuffer();
}

export type Placed = { readonly code: Buffer; readonly left: number; readonly top: number };

/** A photograph of metal of this size with codes on it. */
export async function photographOf(width: number, height: number, placed: readonly Placed[]): Promise<Sharp> {
  const noise = { type: 'gaussian' as const, mean: 200, sigma: 12 };
  const ground = sharp({ create: { width, height, channels: 3, background: '#c8c8c8', noise } });
  const whole = await ground
    .composite(placed.map(({ code: input, left, top }) => ({ input, left, top })))
    .png()
    .toBuffer();
  return sharp(whole);
}
