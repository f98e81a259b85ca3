/** Days of the demonstration's twenty years, as whole numbers, and the texts they become. */
import type { Happened } from '../../domain/base/happened.ts';

const DAY_MS = 86_400_000;

/** The first day, and how many follow it. */
export const FIRST_DAY = Date.UTC(2006, 6, 1) / DAY_MS;
export const LAST_DAY = Date.UTC(2026, 5, 30) / DAY_MS;

/** The texts of days met before: some eight thousand, asked for millions of times. */
const TEXTS = new Map<number, string>();

function textOf(day: number): string {
  let text = TEXTS.get(day);
  if (text === undefined) {
    text = new Date(day * DAY_MS).toISOString().slice(0, 10);
    TEXTS.set(day, text);
  }
  return text;
}

/** The day, month or year as a time of happening. */
export function happenedOn(day: number, precision: 'day' | 'month' | 'year' = 'day'): Happened {
  const text = textOf(day);
  return (precision === 'day' ? text : text.slice(0, precision === 'month' ? 7 : 4)) as Happened;
}

/** The moment in that day at which something was recorded: in the ten hours from seven in the morning. */
export function recordedAt(day: number, minute: number): string {
  const past = 420 + (minute % 600);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${textOf(day)}T${two(Math.floor(past / 60))}:${two(past % 60)}:00.000Z`;
}

/** The year of a day. */
export function yearOf(day: number): number {
  return Number(textOf(day).slice(0, 4));
}

/** The number of a day written as 2021-03-04. */
export function dayNumber(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / DAY_MS;
}
