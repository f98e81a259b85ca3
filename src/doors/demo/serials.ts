/**
 * The serials of the demonstration: two letters that are kept for it, seven or eight digits, and one digit that checks the
 * others. Whoever meets such a serial outside a demonstration can tell at once where it comes from.
 */
import { type DemoMaker, RESERVED_PREFIXES } from './words.data.ts';

const DIGITS_MIN = 7;
const WEIGHTS = [7, 3, 1];
const SHAPE = new RegExp(`^(${RESERVED_PREFIXES.join('|')})([\\d?*]{${DIGITS_MIN},9})([\\d?*])$`);

/** The serial with this number, as its maker writes it. */
export function formatSerial(maker: Pick<DemoMaker, 'prefix' | 'separator'>, number: number): string {
  const digits = String(number).padStart(DIGITS_MIN, '0');
  return `${maker.prefix}${maker.separator}${digits}${checkOf(maker.prefix, digits)}`;
}

/** True where a text, however it is parted and partly read, stands in the patterns kept for the demonstration. */
export function isReservedSerial(text: string): boolean {
  const match = SHAPE.exec(text.toUpperCase().replace(/[\s.\-/]/g, ''));
  if (!match) return false;
  const [, prefix = '', digits = '', check = ''] = match;
  return /[?*]/.test(digits + check) || checkOf(prefix, digits) === Number(check);
}

function checkOf(prefix: string, digits: string): number {
  let sum = prefix.charCodeAt(0) + 3 * prefix.charCodeAt(1);
  for (let at = 0; at < digits.length; at++) sum += (digits.charCodeAt(at) - 48) * WEIGHTS[at % 3]!;
  return sum % 10;
}
