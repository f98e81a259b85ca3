/**
 * Tells from its first bytes what a file is, whatever its name says, so that a picture renamed to .xlsx is called
 * a picture. Only workbooks (ZIP) and text are read further.
 */
import { detectWide } from './encoding.ts';

export type Sniffed =
  | { readonly is: 'zip' | 'ole' | 'text' }
  | { readonly is: 'other'; readonly seems: string };

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['89504e470d0a1a0a', 'png'],
  ['ffd8ff', 'jpeg'],
  ['474946383', 'gif'],
  ['255044462d', 'pdf'],
  ['1f8b', 'gzip'],
  ['377abcaf271c', '7z'],
  ['526172211a07', 'rar'],
  ['28b52ffd', 'zstandard'],
  ['7f454c46', 'program'],
  ['4d5a90', 'program'],
  ['53514c69746520666f726d61742033', 'sqlite'],
  ['7b5c727466', 'rtf'],
  ['49492a00', 'tiff'],
  ['4d4d002a', 'tiff'],
];

/** What the first bytes of a file show it to be. */
export function sniffFile(head: Buffer): Sniffed {
  if (head.length === 0) return { is: 'other', seems: 'empty' };
  const hex = head.toString('hex', 0, 16);
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return { is: 'zip' };
  if (hex.startsWith('d0cf11e0a1b11ae1')) return { is: 'ole' };
  const signature = SIGNATURES.find(([bytes]) => hex.startsWith(bytes));
  if (signature) return { is: 'other', seems: signature[1] };
  const wide = detectWide(head);
  if (wide === undefined || wide.encoding === 'utf-8') {
    if (countControls(head) > head.length * 0.02 || head.includes(0)) return { is: 'other', seems: 'binary' };
  }
  const start = new TextDecoder(wide?.encoding ?? 'latin1')
    .decode(head)
    .slice(0, 1024)
    .trimStart()
    .toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return { is: 'other', seems: 'html' };
  if (start.startsWith('<?xml')) return { is: 'other', seems: 'xml' };
  return { is: 'text' };
}

function countControls(head: Buffer): number {
  let count = 0;
  for (const byte of head) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) count++;
  return count;
}
