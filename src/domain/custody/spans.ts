/**
 * Spans: from when to when each lane (owner, unit, keeper, bearer) named whom, and the gaps in which nobody is recorded
 * as answering for the arm.
 */
import type { Happened } from '../base/happened.ts';
import type { ArmState, Gap, Span } from './arm-state.ts';
import type { RecordedEvent } from './event.ts';
import type { Lane } from './life-cycle.ts';

/** A record made more than this many days after the fact is shown as recorded late. */
export const LATE_AFTER_DAYS = 7;

const DAY_MS = 86_400_000;

/** True where an event was recorded later than LATE_AFTER_DAYS after the last moment it may have happened. */
export function isLate(event: Pick<RecordedEvent, 'happened' | 'recorded'>): boolean {
  if (event.happened.length < 10) return false;
  const happened = Date.parse(event.happened.length === 10 ? `${event.happened}T23:59:59Z` : event.happened);
  return Date.parse(event.recorded) - happened > LATE_AFTER_DAYS * DAY_MS;
}

/** Ends the lane's open span and opens the next one. */
export function spanOpened(
  spans: readonly Span[],
  lane: Lane,
  party: string,
  event: RecordedEvent,
): readonly Span[] {
  return [
    ...spanEnded(spans, lane, event.happened),
    {
      lane,
      party,
      from: event.happened,
      entry: event.entry,
      late: isLate(event),
      ...(event.basis ? { basis: event.basis } : {}),
    },
  ];
}

/** Ends the lane's open span, if it has one. */
export function spanEnded(spans: readonly Span[], lane: Lane, at: Happened): readonly Span[] {
  return spans.map((span) => (span.lane === lane && span.to === undefined ? { ...span, to: at } : span));
}

/** The times in which the keeper is not known, from the first event to the end of the arm or to now. */
export function gapsOf(state: ArmState): readonly Gap[] {
  const kept = state.spans.filter((span) => span.lane === 'keeper');
  const gaps: Gap[] = [];
  for (let index = 0; index < kept.length; index++) {
    const span = kept[index]!;
    const next = kept[index + 1];
    if (span.to === undefined) continue;
    if (next === undefined) {
      if (!state.ended && state.status !== 'exported')
        gaps.push({ from: span.to, after: state.lastType ?? 'registered' });
    } else if (next.from !== span.to) {
      gaps.push({ from: span.to, to: next.from, after: 'registered' });
    }
  }
  return gaps;
}
