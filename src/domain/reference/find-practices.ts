/**
 * Which practices of marking a typed or described mark may come from: by its letters, by a pattern that tells State and year, or
 * by the signs that somebody named. It is a list to look at, the closest first, and concludes nothing.
 *
 * @clause B-11, ITI 31(b)
 */
import { fold } from '../base/text.ts';
import { bareMark, matchPattern } from './mark-pattern.ts';
import type { Practice } from './practice.ts';
import { type MarkSymbol, readDescription, symbolsOf } from './symbols.ts';

export type PracticeFit = {
  readonly how: 'letters' | 'pattern' | 'signs';
  /** The States that it may be, of those whose practice it is. */
  readonly countries: readonly string[];
  /** The years that the practice leaves open; one and the same where the mark tells it. */
  readonly from?: number;
  readonly to?: number;
};
export type FoundPractice = { readonly practice: Practice; readonly fit: PracticeFit };

/** Named limit: characters of a mark or description that are looked at. */
const ASKED_MAX = 200;
/** Letters of a mark that are found inside a longer text. */
const INSIDE_MIN = 3;

/** The practices that a mark may come from, the closest first; `thisYear` is the last year that a mark can tell. */
export function findPractices(
  practices: Iterable<Practice>,
  asked: string,
  thisYear: number,
): readonly FoundPractice[] {
  const text = asked.slice(0, ASKED_MAX).trim();
  if (text === '') return [];
  const described = readDescription(text);
  const scored = [...practices].flatMap((practice) => {
    const found = fitOf(practice, text, described, thisYear);
    return found === undefined ? [] : [{ practice, ...found }];
  });
  return scored
    .toSorted((a, b) => b.score - a.score || (a.practice.code < b.practice.code ? -1 : 1))
    .map(({ practice, fit }) => ({ practice, fit }));
}

type Described = ReturnType<typeof readDescription>;
type Scored = { readonly fit: PracticeFit; readonly score: number };

function fitOf(practice: Practice, text: string, described: Described, thisYear: number): Scored | undefined {
  const { countries, from, to } = practice;
  const open = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  if (described.symbols.size > 0) {
    const score = signScore(practice, described);
    return score === undefined ? undefined : { fit: { how: 'signs', countries, ...open }, score };
  }
  const bare = bareMark(text);
  if (bare === '') return undefined;
  const letters = practice.texts.map(bareMark);
  if (letters.includes(bare)) return { fit: { how: 'letters', countries, ...open }, score: 3 };
  const told =
    practice.pattern &&
    matchPattern(practice.pattern, text, { countries, years: practice.years, from, to: to ?? thisYear });
  if (told) {
    const [first, last] = [Math.min(...told.years), Math.max(...told.years)];
    const years = told.years.length === 0 ? open : { from: first, to: last };
    const only = told.country === undefined ? countries : [told.country];
    // A pattern of a rule for many says less than one State's own.
    return { fit: { how: 'pattern', countries: only, ...years }, score: countries.length === 1 ? 2.5 : 2 };
  }
  const words = ` ${fold(text)} `;
  const inside = practice.texts.some(
    (one) => bareMark(one).length >= INSIDE_MIN && words.includes(` ${fold(one)} `),
  );
  return inside ? { fit: { how: 'letters', countries, ...open }, score: 1 } : undefined;
}

/** How near a description is to a drawing; undefined where a sign was named that it has not, or letters that are not its own. */
function signScore(practice: Practice, { symbols, beside }: Described): number | undefined {
  const drawn: ReadonlySet<MarkSymbol> = practice.drawing ? symbolsOf(practice.drawing) : new Set();
  if ([...symbols].some((one) => !drawn.has(one))) return undefined;
  const rows =
    practice.drawing?.rows.flat().flatMap((piece) => ('letters' in piece ? [piece.letters] : [])) ?? [];
  const own = new Set([...practice.texts, ...rows].map(bareMark));
  const named = beside.filter((word) => own.has(bareMark(word)));
  // Figures and capitals are letters of the mark; other words only describe it.
  const strange = beside.filter((word) => !own.has(bareMark(word)) && /^[\p{Lu}\p{N}]+$/u.test(word));
  if (strange.length > 0) return undefined;
  return symbols.size / Math.max(1, drawn.size) + named.length;
}

/** The practices of a State, its own before rules for several. */
export function practicesOf(practices: Iterable<Practice>, country: string): readonly Practice[] {
  return [...practices]
    .filter(({ countries }) => countries.includes(country))
    .toSorted((a, b) => a.countries.length - b.countries.length || (a.code < b.code ? -1 : 1));
}
