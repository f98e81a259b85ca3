/**
 * When something happened, with the precision it is known to: an instant, a day, a month, a year, or not at all.
 * The text carries its own precision (ISO 8601 cut short): `2021-03-04T10:30:00Z`, `2021-03-04`, `2021-03`, `2021`,
 * and the empty text for "not known". Two clocks exist: this one, and when it was recorded (always an instant).
 */
export type Happened = string & { readonly __happened: true };

export type Precision = 'instant' | 'day' | 'month' | 'year' | 'unknown';

const SHAPE = /^(?:(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,3})?Z)?)?)?)?$/;

export const UNKNOWN_TIME = '' as Happened;

/** Reads a time with its precision, or gives undefined where the text is no calendar date. */
export function parseHappened(text: string): Happened | undefined {
  const match = SHAPE.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  if (year === undefined) return UNKNOWN_TIME;
  if (Number(year) < 1000) return undefined;
  if (month !== undefined && (month < '01' || month > '12')) return undefined;
  if (day !== undefined && !isDayOfMonth(Number(year), Number(month), Number(day))) return undefined;
  if (hour !== undefined && (hour > '23' || minute! > '59' || second! > '59')) return undefined;
  return text as Happened;
}

function isDayOfMonth(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** How exactly the time is known. */
export function precisionOf(time: Happened): Precision {
  if (time.length === 0) return 'unknown';
  if (time.length === 4) return 'year';
  if (time.length === 7) return 'month';
  return time.length === 10 ? 'day' : 'instant';
}

/** The first instant the time may mean, to the millisecond so that texts compare; the unknown sorts before everything known. */
export function earliestOf(time: Happened): string {
  if (time.length === 0) return '';
  if (time.length === 4) return `${time}-01-01T00:00:00.000Z`;
  if (time.length === 7) return `${time}-01T00:00:00.000Z`;
  return time.length === 10 ? `${time}T00:00:00.000Z` : toMillisecond(time, '0');
}

/** An instant to the millisecond: what was left out is filled, so that `10:30:00Z` and `10:30:00.5Z` compare as texts. */
function toMillisecond(instant: string, fill: string): string {
  if (instant.length === 24) return instant;
  const [seconds = '', part = ''] = instant.slice(0, -1).split('.');
  return `${seconds}.${part.padEnd(3, fill)}Z`;
}

/** The last instant the time may mean; the unknown may be any time up to the end. */
export function latestOf(time: Happened): string {
  if (time.length === 0) return '9999-12-31T23:59:59.999Z';
  if (time.length === 4) return `${time}-12-31T23:59:59.999Z`;
  if (time.length === 7) {
    const days = new Date(Date.UTC(Number(time.slice(0, 4)), Number(time.slice(5, 7)), 0)).getUTCDate();
    return `${time}-${String(days).padStart(2, '0')}T23:59:59.999Z`;
  }
  return time.length === 10 ? `${time}T23:59:59.999Z` : toMillisecond(time, '9');
}

/** The day part where it is known to the day or better, else undefined. */
export function dayOf(time: Happened): string | undefined {
  return time.length >= 10 ? time.slice(0, 10) : undefined;
}

/** True only where `a` surely ended before `b` began, whatever their precisions allow. */
export function isSurelyBefore(a: Happened, b: Happened): boolean {
  return a.length > 0 && b.length > 0 && latestOf(a) < earliestOf(b);
}

/**
 * Where an event stands in the order of happening: at the last moment it can have happened, which is the end of what its
 * time may mean and not after it was recorded. So an undated statement counts as of when it was made, and a known time
 * is never left.
 */
export function placeOf(time: Happened, recorded: string): string {
  const first = earliestOf(time);
  const last = latestOf(time);
  if (recorded <= first) return first;
  return recorded < last ? recorded : last;
}
