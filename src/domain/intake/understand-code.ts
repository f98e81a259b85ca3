/**
 * What the text of a Data Matrix or QR code on an arm says: elements of the GS1 system (among them the serial), a State
 * number, a serial alone, or something else. A code is exact: none of its characters is a sign of the written grammar.
 *
 * What could go wrong: a code made to mislead whoever reads it. Its text is bounded, and characters that are not seen are
 * shown as signs, so that nothing hides in what stands on a page.
 *
 * @clause A-10, ITI 8
 */
import { parseStateNumber } from '../arms/number.ts';
import { formatReading, PLACES_MAX, parseReading } from '../marks/reading.ts';

export type CodeElement = {
  /** Identifier of what the value is, as GS1 numbers them. */
  readonly ai: string;
  readonly means: CodeMeaning;
  readonly value: string;
};
export const CODE_MEANINGS = ['gtin', 'lot', 'made', 'serial', 'second-serial', 'asset', 'other'] as const;
export type CodeMeaning = (typeof CODE_MEANINGS)[number];

export const CODE_CONTENTS = ['gs1', 'state-number', 'serial', 'other'] as const;

/** From what a search would start. */
export type CodeStart = { readonly by: 'number' | 'serial'; readonly text: string };

export type CodeUnderstood = {
  readonly is: (typeof CODE_CONTENTS)[number];
  readonly elements: readonly CodeElement[];
  readonly start?: CodeStart;
};

/** Named limits: characters of a text that are looked at and shown, and elements of one code. */
export const CODE_TEXT_MAX = 400;
const ELEMENTS_MAX = 20;

const GS = '\u001d';
const MEANS: Readonly<Record<string, CodeMeaning>> = {
  '01': 'gtin',
  '10': 'lot',
  '11': 'made',
  '21': 'serial',
  '250': 'second-serial',
  '8004': 'asset',
};
/** In this order a search starts from what a code holds. */
const SERIALS: readonly CodeMeaning[] = ['serial', 'second-serial', 'asset'];

/** Says what a code's text is; `isGs1` where the code itself says that it holds elements of GS1. Never fails. */
export function understandCode(whole: string, isGs1: boolean): CodeUnderstood {
  const text = whole.slice(0, CODE_TEXT_MAX).trim();
  const elements = elementsOf(text, isGs1);
  if (elements) {
    const serial = SERIALS.map((means) => elements.find((one) => one.means === means)).find(Boolean);
    return { is: 'gs1', elements, ...withStart(serial ? startOf(serial.value) : undefined) };
  }
  const start = startOf(text.replace(/^(?:s\/?n|ser(?:ial)?(?:\s*(?:no|nr))?)\b[.:#\s]*/i, ''));
  const is = start === undefined ? 'other' : start.by === 'number' ? 'state-number' : 'serial';
  return { is, elements: [], ...withStart(start) };
}

const withStart = (start: CodeStart | undefined): { readonly start?: CodeStart } => (start ? { start } : {});

/** A text of letters and digits, perhaps with separators, among them a digit: a State number where its checks hold. */
function startOf(text: string): CodeStart | undefined {
  const number = parseStateNumber(text);
  if ('number' in number) return { by: 'number', text: number.number };
  if (!/^[\p{L}\p{N}][\p{L}\p{N}\s\-‐-―./\\·:_#*+]*$/u.test(text) || !/\p{Nd}/u.test(text)) return undefined;
  const plain = text.replace(/[^\p{L}\p{N}]/gu, '');
  if (plain.length > PLACES_MAX || /:\/\//.test(text)) return undefined;
  return { by: 'serial', text: formatReading(parseReading(plain).reading) };
}

function elementsOf(text: string, isGs1: boolean): readonly CodeElement[] | undefined {
  if (isGs1) return parseElements(text);
  const bracketed = /^(?:\(\d{2,4}\)[^()]+)+$/.test(text);
  if (bracketed)
    return [...text.matchAll(/\((\d{2,4})\)([^()]+)/g)].map(([, ai, value]) => element(ai!, value!));
  // An address that holds the elements as parts of its path (GS1 Digital Link).
  const [, gtin, serial] =
    /^https?:\/\/[^?#]+?\/01\/(\d{14})\/21\/([\w.-]{1,20})(?:[/?#]|$)/i.exec(text) ?? [];
  if (gtin && serial && isGtin(gtin)) return [element('01', gtin), element('21', serial)];
  // Some makers leave out the sign that says so; the check digit of the article number stands for it.
  const plain = /^01(\d{14})21[^\u0000-\u001f]{1,20}$/.exec(text);
  return plain && isGtin(plain[1]!) ? parseElements(text) : undefined;
}

const element = (ai: string, value: string): CodeElement => ({ ai, means: MEANS[ai] ?? 'other', value });

/** How many digits an identifier has, by its first two. */
const LONGER: Readonly<Record<string, number>> = {
  ...Object.fromEntries(['23', '24', '25', '40', '41', '42', '71'].map((start) => [start, 3])),
  ...Object.fromEntries(['31', '32', '33', '34', '35', '36', '39', '43'].map((start) => [start, 4])),
  ...Object.fromEntries(['70', '72', '80', '81', '82'].map((start) => [start, 4])),
};
/** Length of identifier and value together where GS1 sets it for good, by the first two digits; others end at a separator. */
const FIXED: Readonly<Record<string, number>> = {
  ...{ '00': 20, '01': 16, '02': 16, '03': 16, '04': 18, '20': 4, '41': 16 },
  ...Object.fromEntries(['11', '12', '13', '14', '15', '16', '17', '18', '19'].map((start) => [start, 8])),
  ...Object.fromEntries(['31', '32', '33', '34', '35', '36'].map((start) => [start, 10])),
};

/** The elements of a text; undefined where it is not made of them. */
function parseElements(text: string): readonly CodeElement[] | undefined {
  const elements: CodeElement[] = [];
  for (let at = 0; at < text.length; ) {
    if (text[at] === GS) {
      at++;
      continue;
    }
    const start = text.slice(at, at + 2);
    const ai = text.slice(at, at + (LONGER[start] ?? 2));
    const separator = text.indexOf(GS, at);
    const end = separator < 0 ? text.length : separator;
    const to = FIXED[start] === undefined ? end : at + FIXED[start];
    const value = text.slice(at + ai.length, to);
    if (!/^\d{2,4}$/.test(ai) || value === '' || to > end || elements.length >= ELEMENTS_MAX)
      return undefined;
    elements.push(element(ai, value));
    at = to;
  }
  return elements.length > 0 ? elements : undefined;
}

/** True where the last digit of an article number is the one that its others ask for. */
function isGtin(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 3 : 1), 0);
  return sum % 10 === 0;
}

/** A bounded text in which what is not seen is a sign: control characters by their pictures, others by their numbers. */
export function shownCode(text: string): string {
  const bounded = [...text.slice(0, CODE_TEXT_MAX).toWellFormed()];
  return bounded
    .map((one) => {
      const number = one.codePointAt(0)!;
      if (number < 0x20) return String.fromCodePoint(0x2400 + number);
      if (number === 0x7f) return '\u2421';
      return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(one)
        ? `[U+${number.toString(16).toUpperCase().padStart(4, '0')}]`
        : one;
    })
    .join('');
}
