/**
 * The order of the fold: events as they happened, whatever the order in which they were recorded, without those that a
 * standing correction names. What was corrected stays in the ledger and in the audit.
 *
 * @clause A-02
 */
import { earliestOf, placeOf } from '../base/happened.ts';
import type { RecordedEvent } from './event.ts';
import { ruleOf } from './life-cycle.ts';

/** Where an event stands in time; a beginning (manufactured) stands at the first moment it may mean, all else at the last. */
function placeOfEvent(event: RecordedEvent): string {
  return ruleOf(event.type).begins ? earliestOf(event.happened) : placeOf(event.happened, event.recorded);
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Orders events as they happened; where that is the same, as they were recorded. Events of one entry keep their order. */
export function byHappening(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  if (events.length < 2) return events;
  const placed = events.map((event) => ({ event, place: placeOfEvent(event) }));
  placed.sort(
    (a, b) =>
      compareTexts(a.place, b.place) ||
      compareTexts(a.event.recorded, b.event.recorded) ||
      compareTexts(a.event.entry, b.event.entry),
  );
  return placed.map(({ event }) => event);
}

/**
 * Entries that a standing correction names, each with that correction's entry. A correction that was itself corrected no
 * longer holds, so the newest are read first.
 */
export function correctionsIn(events: readonly RecordedEvent[]): ReadonlyMap<string, string> {
  const corrections = events.filter((event) => event.type === 'corrected' && event.about !== undefined);
  const corrected = new Map<string, string>();
  if (corrections.length === 0) return corrected;
  corrections.sort((a, b) => compareTexts(b.recorded, a.recorded) || compareTexts(b.entry, a.entry));
  for (const one of corrections) if (!corrected.has(one.entry)) corrected.set(one.about!, one.entry);
  return corrected;
}

/** The events that stand, in the order in which they happened. */
export function inOrder(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const corrected = correctionsIn(events);
  if (corrected.size === 0) return byHappening(events);
  const standing = events.flatMap((event) => {
    const by = corrected.get(event.entry);
    return by === undefined ? [event] : remainsOf(event, by, events);
  });
  return byHappening(standing);
}

/**
 * Of a corrected entry only this remains: that the arm was registered, under which number, and its description and marks
 * where the correction does not state others.
 */
function remainsOf(
  event: RecordedEvent,
  by: string,
  events: readonly RecordedEvent[],
): readonly RecordedEvent[] {
  if (event.type !== 'registered') return [];
  const instead = events.filter((one) => one.entry === by);
  const { type, happened, number, entry, recorded, operator, arm, marks } = event;
  return [
    {
      type,
      happened,
      entry,
      recorded,
      operator,
      ...(number === undefined ? {} : { number }),
      ...(arm && !instead.some((one) => one.arm) ? { arm } : {}),
      ...(marks && !instead.some((one) => one.marks) ? { marks } : {}),
    },
  ];
}
