/** Times and numbers as a language writes them, at the precision they are known to and no finer. Days are UTC. */
import { type Happened, precisionOf } from '../../domain/base/happened.ts';
import type { Words } from './words/words.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function format(words: Words, name: string, options: Intl.DateTimeFormatOptions, time: string): string {
  const key = `${words.language} ${name}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(words.locale, { timeZone: 'UTC', ...options });
    formats.set(key, format);
  }
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? time : format.format(date);
}

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const MONTH: Intl.DateTimeFormatOptions = { month: 'long', year: 'numeric' };

/** A time on its own: "14 August 2017", "August 2017", "2017", or that it is not known. */
export function formatWhen(words: Words, time: Happened | string): string {
  switch (precisionOf(time as Happened)) {
    case 'unknown':
      return words.unknown;
    case 'year':
      return time;
    case 'month':
      return format(words, 'month', MONTH, `${time}-01`);
    default:
      return format(words, 'day', DAY, time);
  }
}

/** A time inside a sentence: "on 14 August 2017". */
export function formatMoment(words: Words, time: Happened | string): string {
  const precision = precisionOf(time as Happened);
  if (precision === 'unknown') return words.moments.unknown;
  return words.moments[precision === 'instant' ? 'day' : precision](`\u2068${formatWhen(words, time)}\u2069`);
}

/** A moment of recording, to the minute. */
export function formatRecorded(words: Words, instant: string): string {
  const options: Intl.DateTimeFormatOptions = {
    ...{ day: 'numeric', month: 'short', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  };
  return format(words, 'recorded', options, instant);
}

/** Month and year, short, for a scale. */
export function formatTick(words: Words, millis: number, months: boolean): string {
  const time = new Date(millis).toISOString();
  return months ? format(words, 'tick', { month: 'short', year: 'numeric' }, time) : time.slice(0, 4);
}

/** A number of days with its unit: "7 days". */
export function formatDayCount(words: Words, days: number): string {
  return new Intl.NumberFormat(words.locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(
    days,
  );
}

/** A count with the separators of the language. */
export function formatCount(words: Words, count: number): string {
  return new Intl.NumberFormat(words.locale).format(count);
}

/** A share between 0 and 1 as per cent. */
export function formatShare(words: Words, share: number): string {
  return new Intl.NumberFormat(words.locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
