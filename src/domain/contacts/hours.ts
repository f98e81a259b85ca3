/**
 * The hours of an office: days and times in its own time zone, in a small writing of which every form, letter and program
 * makes the same: `Mo-Fr 08:00-16:00; Sa 09:00-12:00`, `Mo-Su 00:00-24:00`. What is not of this form is no hours at all.
 *
 * @clause C-01
 */
export type Day = (typeof DAYS)[number];
export const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;

/** One stretch of opening: from and until in minutes of a day. */
export type OpenSpan = { readonly days: readonly Day[]; readonly from: number; readonly until: number };

/** Named limits: characters and stretches. */
const HOURS_LENGTH_MAX = 120;
const SPANS_MAX = 8;

const ONE = 'Mo|Tu|We|Th|Fr|Sa|Su';
const SPAN = new RegExp(
  `^((?:${ONE})(?:-(?:${ONE}))?(?:,(?:${ONE})(?:-(?:${ONE}))?)*) (\\d{2}):([0-5]\\d)-(\\d{2}):([0-5]\\d)$`,
);

/** The stretches that a writing means; undefined where it is not of the form. */
export function parseHours(text: string): readonly OpenSpan[] | undefined {
  if (text.length > HOURS_LENGTH_MAX) return undefined;
  const parts = text.split(';').map((part) => part.trim());
  if (parts.length > SPANS_MAX) return undefined;
  const spans = parts.map(spanOf);
  return spans.every((span) => span !== undefined) ? spans : undefined;
}

function spanOf(text: string): OpenSpan | undefined {
  const match = SPAN.exec(text);
  if (!match) return undefined;
  const [, days = '', ...times] = match;
  const [fromHour = 0, fromMinute = 0, untilHour = 0, untilMinute = 0] = times.map(Number);
  const [from, until] = [fromHour * 60 + fromMinute, untilHour * 60 + untilMinute];
  return from < until && until <= 24 * 60
    ? { days: days.split(',').flatMap(daysOf), from, until }
    : undefined;
}

/** The days from one to another, over the end of the week where they run so. */
function daysOf(text: string): readonly Day[] {
  const [first, last = first] = text.split('-').map((day) => DAYS.indexOf(day as Day));
  const many = ((last! - first! + 7) % 7) + 1;
  return Array.from({ length: many }, (_, at) => DAYS[(first! + at) % 7]!);
}

/** True where the runtime knows a time zone of this name. */
export function isKnownZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== '';
  } catch {
    return false;
  }
}

/** The day and the time, as 14:05, that clocks of a zone show at an instant in milliseconds. */
export function clockIn(zone: string, instant: number): { readonly day: Day; readonly time: string } {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const day = DAYS.find((one) => parts.get('weekday')?.startsWith(one)) ?? 'Mo';
  return { day, time: `${parts.get('hour')}:${parts.get('minute')}` };
}

/** True where an office is open at an instant in milliseconds. */
export function isOpenAt(spans: readonly OpenSpan[], zone: string, instant: number): boolean {
  const { day, time } = clockIn(zone, instant);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const now = hour * 60 + minute;
  return spans.some(({ days, from, until }) => days.includes(day) && from <= now && now < until);
}
