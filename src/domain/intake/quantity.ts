/**
 * Reads how many: a quantity cell ("40", "02 unidades"), or a count written into a model or class ("AKM × 40",
 * "FAL (12)", "40 AKM"). Models are full of numbers, so a count is taken from one only where it can be nothing else.
 */

import { fold, remember } from '../base/text.ts';
import { understandClass } from './class-words.ts';

/** More in one row than any consignment: taken for a mistake. */
export const MOST_ARMS_IN_A_ROW = 1_000_000;

const COUNTED =
  /^(\d{1,7})(?:[.,]0+)?(?: ?(?:un|und|unid|unidades?|units?|pcs?|pieces?|pi[eè]ces?|pz|pzas?|piezas?|ea|nos?|قطعة|шт|штук)\.?)?$/i;
const TIMES_AFTER = /^(.*\p{L}.*?)\s+[x×*]\s*(\d{1,6})$/iu;
const TIMES_BEFORE = /^(\d{1,6})\s*(?:[x×*]\s+|×\s*)(.*\p{L}.*)$/iu;
const BRACKETED = /^(.*\p{L}.*?)\s*[([]\s*[x×]?\s*(\d{1,6})\s*(?:un|unid|unidades|pcs|units)?\s*[)\]]$/iu;
const COUNT_BEFORE = /^(\d{1,6})\s+(.*\p{L}.*)$/u;

const MODELS = new Set(
  (
    'akm ak ak47 ak74 aks akms aks74u ak103 type56 fal fnfal g3 m16 m16a1 m16a2 m4 sks rpg rpg7 rpk pk pkm pkt dshk rpd ' +
    'galil uzi mp5 famas aug fnc mas36 mas49 leeenfield m1 m1garand m14 mauser mosin dragunov svd makarov tokarev tt ' +
    'pm ppsh m60 m249 minimi mag fnmag m2 spg9 tar21 tavor vz58 m70'
  ).split(' '),
);

/** The number in a quantity cell, or undefined where the cell holds no whole number above zero. */
export function findQuantity(text: string): number | undefined {
  const match = COUNTED.exec(text);
  const quantity = match ? Number(match[1]) : 0;
  return quantity >= 1 && quantity <= MOST_ARMS_IN_A_ROW ? quantity : undefined;
}

/** A count above one written beside a model, or undefined. */
export const findModelQuantity: (text: string) => number | undefined = remember(20_000, (text) =>
  findInline(text, isModel),
);

/** A count above one written beside the word for a class, or undefined. */
export const findClassQuantity: (text: string) => number | undefined = remember(20_000, (text) =>
  findInline(text, (name) => isModel(name) || isClassWord(name)),
);

function findInline(text: string, isName: (name: string) => boolean): number | undefined {
  if (text.length > 80 || !/\d/.test(text)) return undefined;
  const after = TIMES_AFTER.exec(text);
  // Beside a multiplication sign any name will do that does not end as a calibre does ("9 mm x 19").
  if (after && (isName(after[1]!) || (/\p{L}\s*$/u.test(after[1]!) && !/\bmm\s*$/i.test(after[1]!))))
    return above(after[2]!);
  const [, count, name] = TIMES_BEFORE.exec(text) ?? COUNT_BEFORE.exec(text) ?? [];
  if (name !== undefined && isName(name)) return above(count!);
  const bracketed = BRACKETED.exec(text);
  return bracketed && isName(bracketed[1]!) ? above(bracketed[2]!) : undefined;
}

function isModel(name: string): boolean {
  return MODELS.has(fold(name).replaceAll(' ', ''));
}

function isClassWord(name: string): boolean {
  const found = understandClass(name);
  return found.known && found.class !== 'unknown';
}

function above(digits: string): number | undefined {
  const quantity = Number(digits);
  return quantity > 1 && quantity <= MOST_ARMS_IN_A_ROW ? quantity : undefined;
}
