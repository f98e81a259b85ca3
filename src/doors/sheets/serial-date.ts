/**
 * Days counted in cells, turned into ISO dates. Workbooks count days from 1900 (with a 29 February 1900 that never
 * was, kept for compatibility) or from 1904. A time of day without a day stays a number: it names no date.
 */

const DAY_SECONDS = 86_400;
const LAST_SECOND = Date.UTC(9999, 11, 31, 23, 59, 59) / 1000;

/** ISO text of a day count ("2021-01-04", or "2021-01-04T20:44:00Z" with a time), or undefined where it is no date. */
export function formatSerialDate(serial: number, from1904: boolean): string | undefined {
  if (!(serial >= 1)) return undefined;
  if (!from1904 && serial >= 60 && serial < 61) return undefined;
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const seconds = epoch / 1000 + Math.round(serial * DAY_SECONDS);
  if (seconds > LAST_SECOND) return undefined;
  const day = Math.floor(seconds / DAY_SECONDS);
  const time = seconds - day * DAY_SECONDS;
  if (time === 0) return formatDay(day);
  const [hour, minute] = [Math.floor(time / 3600), Math.floor(time / 60) % 60];
  return `${formatDay(day)}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(time % 60)}Z`;
}

/** Days repeat from row to row, and making their text anew is dear. */
const dayTexts = new Map<number, string>();
const DAY_TEXTS_MAX = 20_000;

function formatDay(day: number): string {
  const known = dayTexts.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10);
  if (dayTexts.size >= DAY_TEXTS_MAX) dayTexts.clear();
  dayTexts.set(day, text);
  return text;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** Day count from 1900 of an ISO date or instant, or undefined where it is no date from March 1900 on. */
export function parseSerialDate(iso: string): number | undefined {
  const milliseconds = Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : iso);
  if (Number.isNaN(milliseconds)) return undefined;
  const serial = (milliseconds - Date.UTC(1899, 11, 30)) / (DAY_SECONDS * 1000);
  return serial >= 61 ? serial : undefined;
}

const BUILT_IN: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** True where a number format shows a date: by its built-in number, or by d, m, y or h in its own code. */
export function isDateFormat(formatId: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.some(([first, last]) => formatId >= first && formatId <= last);
  const bare = code
    .replace(/"[^"]*"?|\\.|_.|\*./gs, '')
    .replace(/\[(?:h+|m+|s+)\]/gi, 'h')
    .replace(/\[[^\]]*\]?/g, '')
    .replace(/general/gi, '');
  return /[dmyh]/i.test(bare.split(';', 1)[0] ?? '');
}
