/**
 * The faces of the pages, served from the packages under addresses that change with their bytes: Noto Sans, Noto Sans
 * Arabic for the letters that Arabic, Persian, Urdu and Kurdish use, and IBM Plex Mono, in which 0 and O differ, for
 * marks. One weight each, so that a page in Arabic, which needs all three, stays below 60 KB of letters. For any other
 * letter a browser takes what the machine has.
 */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cutFace } from './font-cut.ts';

export type Face = { readonly path: string; readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string };

const LATIN =
  'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215';
const ARABIC =
  'U+060C, U+061B, U+061F, U+0621-063A, U+0640-0652, U+0654, U+0660-066C, U+0670-0671, U+0679, U+067E, U+0686, U+0688, U+0691, U+0695, U+0698, U+06A4, U+06A9, U+06AF, U+06B5, U+06BA, U+06BE, U+06C1, U+06C6, U+06CC, U+06CE, U+06D2, U+06D4-06D5, U+06F0-06F9';

const MADE = [
  made({ name: 'noto-sans', part: 'latin', family: 'Noto Sans', range: LATIN }),
  made({ name: 'noto-sans-arabic', part: 'arabic', family: 'Noto Sans Arabic', range: ARABIC, cut: true }),
  made({ name: 'ibm-plex-mono', part: 'latin', family: 'IBM Plex Mono', range: LATIN }),
];

export const FACES: readonly Face[] = MADE.map(({ face }) => face);

/** What stands before the style sheet: where each face is, and for which letters. */
export const FACES_STYLE = MADE.map(({ style }) => style).join('\n');

/** True for the code points of a range as style sheets write them. */
export function isInRange(range: string): (codePoint: number) => boolean {
  const spans = range.split(', ').map((span) => {
    const [first = '', last = first] = span.slice(2).split('-');
    return [Number.parseInt(first, 16), Number.parseInt(last, 16)] as const;
  });
  return (codePoint) => spans.some(([first, last]) => codePoint >= first && codePoint <= last);
}

type Wish = {
  readonly name: string;
  readonly part: string;
  readonly family: string;
  readonly range: string;
  readonly cut?: boolean;
};

function made({ name, part, family, range, cut = false }: Wish): { face: Face; style: string } {
  const format = cut ? 'woff' : 'woff2';
  const file = `@fontsource/${name}/files/${name}-${part}-400-normal.${format}`;
  const whole = readFileSync(fileURLToPath(import.meta.resolve(file)));
  const bytes = new Uint8Array(cut ? cutFace(whole, isInRange(range)) : whole);
  const path = `/assets/${name}.${hash('sha256', bytes, 'hex').slice(0, 12)}.${format}`;
  const style = `@font-face{font-family:"${family}";font-weight:400;font-display:swap;src:url(${path})format("${format}");unicode-range:${range.replaceAll(' ', '')}}`;
  return { face: { path, bytes, type: `font/${format}` }, style };
}
