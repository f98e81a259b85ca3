/** Days of the demonstration's twenty years, as whole numbers, and the texts they become. */
import type { Happened } from '../../domain/base/happened.ts';

const DAY_MS = 86_400_000;

/** The first day, and how many follow it. */
export const FIRST_DAY = Date.UTC(2006, 6, 1) / DAY_MS;
export const LAST_DAY = Date.UTC(2026, 5, 30) / DAY_MS;

/** The day, month or year as a time of happening. */
export function happenedOn(day: number, precision: 'day' | 'month' | 'year' = 'day'): Happened {
  const text = new Date(day * DAY_MS).toISOString();
  return text.slice(0, precision === 'day' ? 10 : precision === 'month' ? 7 : 4) as Happened;
}

/** The moment in that day at which something was recorded. */
export function recordedAt(day: number, minute: number): string {
  return new Date(day * DAY_MS + (420 + (minute % 600)) * 60_000).toISOString();
}

/** The year of a day. */
export function yearOf(day: number): number {
  return new Date(day * DAY_MS).getUTCFullYear();
}

/** The number of a day written as 2021-03-04. */
export function dayNumber(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / DAY_MS;
}
