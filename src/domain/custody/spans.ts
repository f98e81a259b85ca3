/**
 * Spans: from when to when each lane (owner, unit, keeper, bearer) named whom, and the gaps in which nobody is recorded
 * as answering for the arm.
 */
import { type Happened, latestOf } from '../base/happened.ts';
import type { ArmState, Gap, Span } from './arm-state.ts';
import type { RecordedEvent } from './event.ts';
import type { EventType, Lane } from './life-cycle.ts';

/** A record made more than this many days after the fact is shown as recorded late. */
export const LATE_AFTER_DAYS = 7;

const DAY_MS = 86_400_000;

// Many events are recorded at one moment; what was late then is worked out once for all of them.
let lastRecorded = '';
let lastCutOff = '';

/** What happened before this moment is late where it is recorded at that one. */
function cutOffOf(recorded: string): string {
  if (recorded === lastRecorded) return lastCutOff;
  lastRecorded = recorded;
  lastCutOff = new Date(Date.parse(recorded) - LATE_AFTER_DAYS * DAY_MS).toISOString().slice(0, 19);
  return lastCutOff;
}

/** True where an event was recorded later than LATE_AFTER_DAYS after the last moment it may have happened. */
export function isLate(event: Pick<RecordedEvent, 'happened' | 'recorded'>): boolean {
  if (event.happened.length === 0) return false;
  return latestOf(event.happened).slice(0, 19) < cutOffOf(event.recorded);
}

/** Ends the lane's open span and opens the next one. */
export function spanOpened(
  spans: readonly Span[],
  lane: Lane,
  party: string,
  event: RecordedEvent,
): readonly Span[] {
  return [
    ...spanEnded(spans, lane, event),
    {
      lane,
      party,
      from: event.happened,
      entry: event.entry,
      by: event.type,
      late: isLate(event),
      ...(event.basis ? { basis: event.basis } : {}),
    },
  ];
}

/** Ends the lane's open span, if it has one. */
export function spanEnded(spans: readonly Span[], lane: Lane, event: RecordedEvent): readonly Span[] {
  return spans.map((span) =>
    span.lane === lane && span.to === undefined ? { ...span, to: event.happened, endedBy: event.type } : span,
  );
}

/** The times in which the keeper is not known, from the first event to the end of the arm or to now; abroad is no gap. */
export function gapsOf(state: ArmState): readonly Gap[] {
  if (!state.exists) return [];
  const kept = state.spans.filter((span) => span.lane === 'keeper');
  const gaps: Gap[] = [];
  let from: Happened | undefined = state.firstAt;
  let after: EventType | undefined = state.firstType;
  for (const span of kept) {
    if (from !== undefined && after !== 'exported' && span.from !== from)
      gaps.push({ from, to: span.from, after: after ?? 'registered' });
    from = span.to;
    after = span.endedBy;
  }
  const over = state.ended !== undefined && state.now.keeper === undefined;
  if (from !== undefined && !over && state.status !== 'exported')
    gaps.push({ from, after: after ?? 'registered' });
  return gaps;
}
