/**
 * Looks at the values of a column to see what they are: serials, calibres, countries, dates, types of arm, makers.
 * Used where a heading is missing, unknown or means two things.
 */

import { isPlaceholder } from '../base/placeholders.ts';
import { seeCalibreDamage } from './calibre.ts';
import { understandClass } from './class-words.ts';
import { findCountry } from './countries.ts';
import { understandDate } from './dates.ts';
import { isKnownMaker } from './makers.ts';
import type { Field } from './understood.ts';

export type ColumnValues = {
  readonly filled: number;
  /** The share of different values among the filled ones. */
  readonly distinctShare: number;
  /** True where the values count rows: 1, 2, 3 ... */
  readonly isCounting: boolean;
  /** The share of values that are whole numbers below ten million. */
  readonly numberShare: number;
  /** For each field the share of values that look like it. */
  readonly shares: ReadonlyMap<Field, number>;
};

const SERIAL_LIKE =
  /^(?=.*\d)(?=(?:.*[A-Za-z0-9?*]){4})[A-Za-zА-Яа-яІЇЄҐ0-9?*][A-Za-zА-Яа-яІЇЄҐ0-9?* .\-/]{3,17}$/;
const LETTERS_AND_DIGITS = /^\p{Lu}{1,4}[ -]?\d{3,8}$/u;
const CALIBRE_LIKE =
  /^\.\d{2,3}\b|^\d{1,2}(?:[.,]\d{1,2})? ?(?:mm\b|x ?\d{2})|^(?:9|12|16|20|22|28|32|36|38|40|44|45|357|380|5[.,]56|7[.,]62|7[.,]65|6[.,]35)\b.{0,20}$|\b(?:gauge|acp|spl|magnum|parabellum|s&w)\b/i;

/** Measures a column's values; placeholders count for nothing. */
export function profileColumn(values: readonly string[]): ColumnValues {
  const words = values.map((value) => value.trim()).filter((value) => value !== '' && !isPlaceholder(value));
  const share = (test: (value: string) => boolean): number =>
    words.length === 0 ? 0 : words.filter(test).length / words.length;
  const shares = new Map<Field, number>([
    ['class', share(isArmType)],
    ['kind', share(isObjectKind)],
    ['country', share((value) => value.length > 2 && findCountry(value) !== undefined)],
    ['date', share(isDay)],
    ['maker', share(isKnownMaker)],
    [
      'calibre',
      share((value) => CALIBRE_LIKE.test(value) || seeCalibreDamage(value, 'text').understood !== undefined),
    ],
    ['serial', share((value) => value.length <= 20 && SERIAL_LIKE.test(value) && !isDay(value))],
  ]);
  return {
    filled: words.length,
    distinctShare: words.length === 0 ? 0 : new Set(words).size / words.length,
    isCounting: isCounting(words),
    numberShare: share((value) => /^\d{1,7}(?:[.,]0+)?$/.test(value)),
    shares,
  };
}

/** The field a column's values show by themselves, with a confidence below that of any heading. */
export function findFieldOfValues(
  values: ColumnValues,
): { readonly field: Field; readonly confidence: number } | undefined {
  if (values.filled < 3 || values.isCounting) return undefined;
  for (const field of ['class', 'kind', 'country', 'date', 'maker', 'calibre'] as const) {
    const share = values.shares.get(field)!;
    if (share >= 0.6) return { field, confidence: 0.4 + 0.3 * share };
  }
  const serial = values.shares.get('serial')!;
  return serial >= 0.6 && values.distinctShare >= 0.7
    ? { field: 'serial', confidence: 0.3 + 0.35 * serial }
    : undefined;
}

/** True where a value has letters and digits as serials do; headings do not. */
export function isDataLike(value: string): boolean {
  return /^\d[\d.,:/ -]*$/.test(value) || LETTERS_AND_DIGITS.test(value);
}

function isArmType(value: string): boolean {
  return value.length < 60 && understandClass(value).class !== 'unknown';
}

function isObjectKind(value: string): boolean {
  const found = value.length < 60 ? understandClass(value) : undefined;
  return found?.known === true && (found.other !== undefined || found.class === 'unknown');
}

function isDay(value: string): boolean {
  if (value.length > 40 || /^\d{1,4}$|^\d{6,}$/.test(value)) return false;
  const number = /^\d{5}(?:\.\d+)?$/.test(value);
  // Bare five-digit numbers are as often serials: only days with a clock time count.
  if (number) return /^[34]\d{4}\.\d{3,}/.test(value);
  const found = understandDate(value, 'text');
  return found.date !== undefined && found.date.length >= 7;
}

function isCounting(values: readonly string[]): boolean {
  if (values.length < 3) return false;
  const numbers = values.map((value) => (/^\d{1,6}(?:\.0)?$/.test(value) ? Number(value) : Number.NaN));
  const first = numbers[0]!;
  return first <= 1_000_000 && numbers.every((number, at) => at === 0 || number === numbers[at - 1]! + 1);
}
