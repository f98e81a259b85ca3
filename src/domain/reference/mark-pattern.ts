/**
 * A small writing for marks that follow a pattern: parts parted by blanks, each a field in small letters or letters of the mark
 * itself in quotes. `cc yy` is the country by its two letters and a year of two digits; `'DE' yyyy`, `'★'? cc a n`, `'PSF' code`.
 * Fields: cc (the State, as ISO 3166-1), yy, yyyy, a (letters), n (digits), code (one of the practice's codes of years). A
 * question mark behind a part says that it may be missing. Blanks, points, dashes and bars in a mark count for nothing.
 *
 * What could go wrong: a pattern that takes for ever to be held against a text. Parts are few and bounded, at most two of them
 * of open length, and texts are cut.
 *
 * @clause B-11, ITI 8(b)
 */
const FIELDS = ['cc', 'yy', 'yyyy', 'a', 'n', 'code'] as const;
type Field = (typeof FIELDS)[number];

export type PatternPart = { readonly optional: boolean } & (
  | { readonly field: Field }
  | { readonly letters: string }
);
export type MarkPattern = { readonly written: string; readonly parts: readonly PatternPart[] };

/** Named limits: characters of a pattern, its parts, and its parts of open length. */
const WRITTEN_MAX = 80;
const PARTS_MAX = 8;
const OPEN_MAX = 2;
/** Named limit: characters of a mark that are held against a pattern. */
const MARK_MAX = 60;

const PART = /^(?:'([^']{1,20})'|([a-z]{1,4}))(\?)?$/;

/** The parts of a pattern, or what is wrong with it. */
export function parsePattern(written: unknown): MarkPattern | { readonly says: string } {
  if (typeof written !== 'string' || written.length > WRITTEN_MAX)
    return { says: `expected a text of at most ${WRITTEN_MAX} characters` };
  const words = written.match(/'[^']*'\??|\S+/g) ?? [];
  if (words.length === 0 || words.length > PARTS_MAX) return { says: `expected 1 to ${PARTS_MAX} parts` };
  const parts: PatternPart[] = [];
  for (const word of words) {
    const [, letters, name, mark] = PART.exec(word) ?? [];
    const field = FIELDS.find((one) => one === name);
    const bare = letters === undefined ? '' : bareMark(letters);
    if (field === undefined && bare === '') return { says: `"${word}" is no part of a pattern` };
    const optional = mark !== undefined;
    parts.push(field === undefined ? { letters: bare, optional } : { field, optional });
  }
  const open = parts.filter((part) => 'field' in part && (part.field === 'a' || part.field === 'n'));
  if (open.length > OPEN_MAX) return { says: `at most ${OPEN_MAX} parts may be a or n` };
  if (parts.every(({ optional }) => optional)) return { says: 'every part may be missing' };
  return { written: words.join(' '), parts };
}

/** A mark as it is compared: capitals and figures alone, a star as a star. */
export function bareMark(text: string): string {
  return text
    .slice(0, MARK_MAX)
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0)! & 0xff) % 16))
    .replace(/[☆✩✭]/gu, '★')
    .replace(/[^\p{L}\p{N}★]+/gu, '');
}

/** What a mark says by a pattern. */
export type PatternFound = { readonly country?: string; readonly years: readonly number[] };
export type PatternAsked = {
  readonly countries: readonly string[];
  readonly years: Readonly<Record<string, number>>;
  readonly from?: number | undefined;
  /** The last year that a mark can tell. */
  readonly to: number;
};

/** What a whole mark says by a pattern; undefined where it does not follow it. */
export function matchPattern(
  { parts }: MarkPattern,
  text: string,
  asked: PatternAsked,
): PatternFound | undefined {
  const source = parts
    .map((part, at) => `${partSource(part, at, asked)}${part.optional ? '?' : ''}`)
    .join('');
  const found = new RegExp(`^${source}$`, 'u').exec(bareMark(text));
  if (!found) return undefined;
  const told = parts.flatMap((part, at) => {
    const value = found.groups?.[`p${at}`];
    return 'field' in part && value !== undefined ? [{ field: part.field, value }] : [];
  });
  const country = told.find(({ field }) => field === 'cc')?.value;
  const year = told.find(({ field }) => field === 'yy' || field === 'yyyy' || field === 'code');
  const years = year === undefined ? [] : yearsOf(year, asked);
  // A year that cannot be says that this is another mark.
  if (year !== undefined && years.length === 0) return undefined;
  return { ...(country === undefined ? {} : { country }), years };
}

function partSource(part: PatternPart, at: number, { countries, years }: PatternAsked): string {
  if ('letters' in part) return `(?:${part.letters})`;
  const inside = {
    cc: countries.join('|'),
    yy: '\\d{2}',
    yyyy: '\\d{4}',
    a: '\\p{L}{1,8}',
    n: '\\d{1,8}',
    code:
      Object.keys(years)
        .toSorted((a, b) => b.length - a.length)
        .join('|') || '(?!)',
  }[part.field];
  return `(?<p${at}>${inside})`;
}

function yearsOf(
  { field, value }: { field: Field; value: string },
  { years, from, to }: PatternAsked,
): readonly number[] {
  const may =
    field === 'code'
      ? [years[value]!]
      : field === 'yyyy'
        ? [Number(value)]
        : [1800, 1900, 2000, 2100].map((century) => century + Number(value));
  return may.filter((year) => year >= (from ?? 1850) && year <= to);
}
