/**
 * What stands in the fields of a paper, understood: words of a list in any of the six languages become its code, dates and
 * countries become theirs. What cannot be understood is told with its field and stays as it was written; nothing is guessed, so
 * 03/04/2019 is no date.
 *
 * @clause C-13
 */
import { parseHappened } from '../../domain/base/happened.ts';
import { findCountry } from '../../domain/intake/countries.ts';
import { CHOICES, type ChoiceName, type Field, FORM } from './form.data.ts';
import type { Values } from './values.ts';
import { PAPER_WORDS } from './words.ts';

export type Unread = {
  readonly tag: string;
  /** As it was written; empty where something is missing. */
  readonly text: string;
  readonly why: (typeof UNREAD_REASONS)[number];
};
export const UNREAD_REASONS = [
  'not-in-list',
  'no-date',
  'no-country',
  'no-number',
  'no-position',
  'too-long',
  'missing',
  'row-unfinished',
  'twice',
  'unknown-field',
] as const;

/** Named limits: characters of a line and of a text, as acts bound them, and rows of a table. */
const LINE_MAX = 300;
const TEXT_MAX = 2000;
const ROWS_MAX = 200;

const FIELDS: ReadonlyMap<string, Field> = new Map(
  FORM.flatMap((section) =>
    'fields' in section ? section.fields.map((field) => [field.tag, field] as const) : [],
  ),
);
const COLUMNS: ReadonlyMap<string, Field> = new Map(
  FORM.flatMap((section) =>
    'table' in section
      ? section.columns.map((field) => [`${section.table}.${field.tag}`, field] as const)
      : [],
  ),
);

/** The field of a tag, whether it stands alone or in a row; undefined where the form has none. */
export function fieldOf(tag: string): Field | undefined {
  const [, table, row, column] = /^([a-z]+)\.(\d{1,3})\.(.+)$/.exec(tag) ?? [];
  if (table === undefined) return FIELDS.get(tag);
  return Number(row) >= 1 && Number(row) <= ROWS_MAX ? COLUMNS.get(`${table}.${column}`) : undefined;
}

/** Understands what was written in the fields. */
export function understandFields(written: Values): {
  readonly values: Values;
  readonly unread: readonly Unread[];
} {
  const values = new Map<string, string>();
  const unread: Unread[] = [];
  for (const [tag, raw] of written) {
    const text = raw.replaceAll('\u00a0', ' ').trim();
    if (text === '' || PLACEHOLDERS.has(text) || tag.startsWith('paper.')) continue;
    const field = fieldOf(tag);
    const read = field ? understand(field, text) : { why: 'unknown-field' as const };
    if ('value' in read) values.set(tag, read.value);
    else unread.push({ tag, text: text.slice(0, TEXT_MAX), why: read.why });
  }
  return { values, unread };
}

/** What stands in a field that nobody filled in. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(
  Object.values(PAPER_WORDS).flatMap(({ fill, choose }) => [fill, choose]),
);

type Read = { readonly value: string } | { readonly why: Unread['why'] };

function understand({ kind, choice, known }: Field, text: string): Read {
  if (text.length > (kind === 'text' ? TEXT_MAX : LINE_MAX)) return { why: 'too-long' };
  if (choice) return orWhy(codeOf(choice, text), 'not-in-list');
  switch (kind) {
    case 'date':
      return orWhy(dateOf(westernDigits(text)), 'no-date');
    case 'country':
      return orWhy(/^[A-Z]{2}$/.test(text) ? text : findCountry(text), 'no-country');
    case 'year':
      return orWhy(/^\d{4}$/.exec(westernDigits(text))?.[0], 'no-number');
    case 'count':
      return orWhy(/^[1-9]\d{0,8}$/.exec(westernDigits(text))?.[0], 'no-number');
    case 'position':
      return orWhy(/^-?\d{1,2}(\.\d+)?, ?-?\d{1,3}(\.\d+)?$/.exec(text)?.[0], 'no-position');
    default:
      return { value: (known && codeOf(known, text)) ?? text };
  }
}

function orWhy(value: string | undefined, why: Unread['why']): Read {
  return value === undefined ? { why } : { value };
}

/** A date in the one order that cannot be misread, also with the signs of Chinese and with slashes. */
function dateOf(text: string): string | undefined {
  const plain = text
    .replace(/^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?$/, (_, y: string, m?: string, d?: string) =>
      [y, m?.padStart(2, '0'), d?.padStart(2, '0')].filter((one) => one !== undefined).join('-'),
    )
    .replace(/^(\d{4})[/.](\d{2})(?:[/.](\d{2}))?$/, (_, y: string, m: string, d?: string) =>
      d === undefined ? `${y}-${m}` : `${y}-${m}-${d}`,
    );
  return parseHappened(plain) || undefined;
}

/** Digits of Arabic and Persian as the same Western ones. */
function westernDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

const foldWord = (text: string): string =>
  text.normalize('NFKC').replaceAll('’', "'").toLowerCase().replace(/\s+/g, ' ').trim();

const CODES = new Map<ChoiceName, ReadonlyMap<string, string>>();

/** The code of a word of a list, in any of the languages; a word that means two things in two languages means nothing. */
function codeOf(name: ChoiceName, text: string): string | undefined {
  let codes = CODES.get(name);
  if (!codes) {
    const all = new Map<string, string>();
    const twice = new Set<string>();
    const add = (word: string, code: string): void => {
      const known = all.get(word);
      if (known !== undefined && known !== code) twice.add(word);
      all.set(word, code);
    };
    const list: readonly string[] = CHOICES[name];
    for (const code of list) {
      add(code, code);
      for (const { choices } of Object.values(PAPER_WORDS))
        add(foldWord((choices[name] as Readonly<Record<string, string>>)[code]!), code);
    }
    for (const word of twice) all.delete(word);
    codes = all;
    CODES.set(name, codes);
  }
  return codes.get(foldWord(text));
}
