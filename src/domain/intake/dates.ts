/**
 * Reads the dates registers write: ISO, day first, month first where it can only be so, spreadsheet day numbers, years
 * and months alone, months by name. What may mean two days is given as the year alone, and said to be unclear.
 * A clock time without a zone is left out: the day is what the register knows.
 */
import type { Happened } from '../base/happened.ts';
import { parseHappened } from '../base/happened.ts';
import { fold, remember } from '../base/text.ts';
import type { CellKind } from './understood.ts';

export type UnderstoodDate = { readonly date?: Happened; readonly unclear: boolean };

const UNCLEAR: UnderstoodDate = { unclear: true };
const EARLIEST_YEAR = 1800;
const LATEST_YEAR = 2100;
/** Two-digit years up to this one are of this century. */
const CENTURY_PIVOT_YEAR = 40;
/** Day numbers of a spreadsheet that fall between 1927 and 2064. */
const LOWEST_DAY_NUMBER = 10_000;
const HIGHEST_DAY_NUMBER = 60_000;

const ISO =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s?(Z|[+-]\d{2}:?\d{2}|UTC)?)?$/i;
const PARTED =
  /^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?[-/.]\s?(\d{4}|\d{2})(?:[T ,]+\d{1,2}[:hH]\d{0,2}.{0,12})?$/;
const NUMBER = /^\d+(?:\.\d+)?$/;
const DAY_FIRST_LANGUAGES = new Set(['pt', 'fr', 'es', 'ar', 'ru', 'uk']);

const MONTHS = new Map<string, number>();
for (const [month, words] of [
  'january jan janvier janv enero ene janeiro يناير январь января янв січень січня',
  'february feb fevrier fevr fev febrero fevereiro فبراير февраль февраля фев лютий лютого',
  'march mar mars marzo marco مارس март марта березень березня',
  'april apr avril avr abril abr أبريل ابريل апрель апреля апр квітень квітня',
  'may mai mayo maio مايو май мая травень травня',
  'june jun juin junio junho يونيو июнь июня червень червня',
  'july jul juillet juil julio julho يوليو июль июля липень липня',
  'august aug aout agosto ago أغسطس اغسطس август августа авг серпень серпня',
  'september sept sep septembre septiembre setembro set سبتمبر сентябрь сентября сен вересень вересня',
  'october oct octobre octubre outubro out أكتوبر اكتوبر октябрь октября окт жовтень жовтня',
  'november nov novembre noviembre novembro نوفمبر ноябрь ноября листопад листопада',
  'december dec decembre diciembre dic dezembro dez ديسمبر декабрь декабря дек грудень грудня',
].entries()) {
  for (const word of words.split(' ')) MONTHS.set(fold(word), month + 1);
}

/** Reads a date cell; `language` (of the register) settles whether 03/04 is April or March. */
export function understandDate(text: string, kind: CellKind, language?: string): UnderstoodDate {
  const iso = ISO.exec(text);
  if (iso) return fromIso(iso);
  if (NUMBER.test(text)) return fromNumber(text, kind);
  const parted = PARTED.exec(text);
  if (parted) return fromParted(parted, language);
  return fromWords(text);
}

function fromIso(match: RegExpExecArray): UnderstoodDate {
  const [, year, month, day, time, zone] = match;
  const date = made(Number(year), Number(month), Number(day));
  if (date === undefined) return UNCLEAR;
  if (zone?.toUpperCase() !== 'Z' || time === undefined || /^00:00(?::00)?$/.test(time))
    return { date, unclear: false };
  const instant = parseHappened(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
  return { date: instant ?? date, unclear: false };
}

function fromNumber(text: string, kind: CellKind): UnderstoodDate {
  const number = Number(text);
  if (/^\d{4}(?:\.0)?$/.test(text) && number >= EARLIEST_YEAR && number <= LATEST_YEAR)
    return { date: text.slice(0, 4) as Happened, unclear: false };
  if (number >= LOWEST_DAY_NUMBER && number < HIGHEST_DAY_NUMBER) {
    const date = formatDayNumber(Math.floor(number)) as Happened;
    return { date, unclear: false };
  }
  if (kind !== 'number' && /^\d{8}$/.test(text)) {
    const date = made(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)));
    if (date !== undefined) return { date, unclear: false };
  }
  return UNCLEAR;
}

/** The calendar day of a spreadsheet's day number (1900 system), as ISO 8601. */
export function formatDayNumber(dayNumber: number): string {
  return dayOf(String(dayNumber));
}

const dayOf = remember(20_000, (dayNumber) =>
  new Date((Number(dayNumber) - 25_569) * 86_400_000).toISOString().slice(0, 10),
);

function fromParted(match: RegExpExecArray, language: string | undefined): UnderstoodDate {
  const first = Number(match[1]);
  const second = Number(match[3]);
  const shortYear = match[4]!.length === 2;
  const year = shortYear
    ? Number(match[4]) + (Number(match[4]) <= CENTURY_PIVOT_YEAR ? 2000 : 1900)
    : Number(match[4]);
  const dayFirst =
    first > 12 ||
    first === second ||
    match[2] === '.' ||
    DAY_FIRST_LANGUAGES.has(language?.slice(0, 2) ?? '');
  const sure = dayFirst || second > 12;
  if (!sure || shortYear) {
    const possible = made(year, first, second) ?? made(year, second, first);
    return possible === undefined ? UNCLEAR : { date: possible.slice(0, 4) as Happened, unclear: true };
  }
  const date = second > 12 ? made(year, first, second) : made(year, second, first);
  return date === undefined ? UNCLEAR : { date, unclear: false };
}

function fromWords(text: string): UnderstoodDate {
  if (text.length > 60) return UNCLEAR;
  const words = fold(text).split(' ');
  const monthYear = /^(\d{1,2}) (\d{4})$/.exec(words.join(' '));
  if (monthYear) return clear(made(Number(monthYear[2]), Number(monthYear[1])));
  const yearMonth = /^(\d{4}) (\d{1,2})$/.exec(words.join(' '));
  if (yearMonth) return clear(made(Number(yearMonth[1]), Number(yearMonth[2])));
  const month = words.map((word) => MONTHS.get(word)).find((found) => found !== undefined);
  const years = words.filter((word) => /^\d{4}$/.test(word)).map(Number);
  const days = words
    .map((word) => /^(\d{1,2})(?:st|nd|rd|th|er|o|º)?$/.exec(word)?.[1])
    .filter((day) => day !== undefined)
    .map(Number);
  if (years.length !== 1) return UNCLEAR;
  if (month !== undefined && days.length === 1) return clear(made(years[0]!, month, days[0]));
  if (month !== undefined && days.length === 0) return clear(made(years[0]!, month));
  if (years[0]! < EARLIEST_YEAR || years[0]! > LATEST_YEAR) return UNCLEAR;
  return { date: String(years[0]) as Happened, unclear: true };
}

function clear(date: Happened | undefined): UnderstoodDate {
  return date === undefined ? UNCLEAR : { date, unclear: false };
}

function made(year: number, month: number, day?: number): Happened | undefined {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR) return undefined;
  const text = `${year}-${String(month).padStart(2, '0')}`;
  return parseHappened(day === undefined ? text : `${text}-${String(day).padStart(2, '0')}`);
}
