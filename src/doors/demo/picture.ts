/**
 * Invented photographs: a marked plate, drawn dot by dot so that no fonts are needed, with the word DEMONSTRATION so large
 * across it that nobody takes one for the picture of an arm. The same words give the same bytes.
 */
import sharp from 'sharp';
import { LETTERS } from './letters.data.ts';

const WIDTH = 960;
const HEIGHT = 600;
const COLUMNS = 5;
const ROWS = 7;
const STEP = COLUMNS + 1;

type Shade = readonly [red: number, green: number, blue: number];
type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const PLATE: Box = { x: 60, y: 60, width: WIDTH - 120, height: 350 };
const WOOD: Shade = [96, 78, 62];
const STEEL: Shade = [176, 180, 184];
const DENT: Shade = [52, 56, 62];
const WARNING: Shade = [235, 222, 92];

/** A picture of a plate with these lines, the last of them the largest. */
export function drawPlate(lines: readonly string[]): Promise<Buffer> {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * 3);
  fill(pixels, { x: 0, y: 0, width: WIDTH, height: HEIGHT }, WOOD);
  fill(pixels, PLATE, STEEL);
  const room = PLATE.width - 60;
  let top = PLATE.y + 40;
  for (const [place, line] of lines.entries()) {
    const widest = place === lines.length - 1 ? 12 : 7;
    const dot = Math.max(2, Math.min(widest, Math.floor(room / (line.length * STEP))));
    write(pixels, line, { x: PLATE.x + 30, y: top, dot, shade: DENT, isRound: true });
    top += dot * (ROWS + 3);
  }
  const word = 'DEMONSTRATION';
  const dot = Math.floor((WIDTH - 60) / (word.length * STEP));
  write(pixels, word, { x: 40, y: PLATE.y + PLATE.height + 50, dot, shade: WARNING, isRound: false });
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer();
}

type Hand = {
  readonly x: number;
  readonly y: number;
  readonly dot: number;
  readonly shade: Shade;
  readonly isRound: boolean;
};

/** Writes a line; a letter that is not drawn leaves its place empty. */
function write(pixels: Buffer, line: string, { x, y, dot, shade, isRound }: Hand): void {
  for (const [place, letter] of [...line.toUpperCase()].entries()) {
    const rows = Buffer.from(LETTERS[letter] ?? '', 'hex');
    for (const [row, bits] of rows.entries())
      for (let column = 0; column < COLUMNS; column++) {
        if ((bits & (1 << (COLUMNS - 1 - column))) === 0) continue;
        const side = isRound ? dot - 2 : dot;
        const at = { x: x + (place * STEP + column) * dot, y: y + row * dot, width: side, height: side };
        fill(pixels, at, shade, isRound);
      }
  }
}

function fill(pixels: Buffer, box: Box, [red, green, blue]: Shade, isRound = false): void {
  const radius = box.width / 2;
  for (let y = box.y; y < Math.min(HEIGHT, box.y + box.height); y++)
    for (let x = box.x; x < Math.min(WIDTH, box.x + box.width); x++) {
      if (isRound && Math.hypot(x + 0.5 - box.x - radius, y + 0.5 - box.y - radius) > radius) continue;
      const at = (y * WIDTH + x) * 3;
      pixels[at] = red;
      pixels[at + 1] = green;
      pixels[at + 2] = blue;
    }
}
