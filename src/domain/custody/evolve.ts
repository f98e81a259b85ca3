/**
 * The fold: what the events of an arm amount to, in the order in which they happened, whatever the order in which they
 * were recorded. Events that an entry corrects are left out of the fold and stay in the audit. Total: no list of
 * events makes it fail, for a fold that fails would hide an arm.
 *
 * @clause
 */
import { compareHappened, dayOf, type Happened } from '../base/happened.ts';
import type { ArmState, Contradiction } from './arm-state.ts';
import { NO_ARM } from './arm-state.ts';
import { contradictionsOf } from './contradictions.ts';
import type { RecordedEvent } from './event.ts';
import { LANES, type Lane, ruleOf, type Status } from './life-cycle.ts';
import { gapsOf, spanEnded, spanOpened } from './spans.ts';

/** Orders events as they happened; where times are equal, as they were recorded. */
export function inOrder(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  const corrected = new Set<string>();
  for (const event of events) if (event.type === 'corrected' && event.about) corrected.add(event.about);
  const standing =
    corrected.size === 0
      ? [...events]
      : events.flatMap((event) => (corrected.has(event.entry) ? remainsOf(event) : [event]));
  return standing.sort(
    (a, b) =>
      compareHappened(a.happened, b.happened) ||
      (a.recorded < b.recorded ? -1 : a.recorded > b.recorded ? 1 : 0),
  );
}

/** Of a corrected entry the fold keeps only that the arm was registered, and under which number. */
function remainsOf(event: RecordedEvent): readonly RecordedEvent[] {
  if (event.type !== 'registered') return [];
  const { type, happened, number, entry, recorded, operator } = event;
  return [{ type, happened, entry, recorded, operator, ...(number === undefined ? {} : { number }) }];
}

/** Folds all events of one arm. */
export function armState(events: readonly RecordedEvent[]): ArmState {
  let state = NO_ARM;
  for (const event of inOrder(events)) state = evolve(state, event);
  return { ...state, gaps: gapsOf(state), entries: new Set(events.map((event) => event.entry)).size };
}

/** What one more event makes of an arm. */
export function evolve(state: ArmState, event: RecordedEvent): ArmState {
  const found = contradictionsOf(state, event);
  const next = withParties(withMarks(withNumber(state, event), event), event);
  const rule = ruleOf(event.type);
  const ended =
    rule.ends && !state.ended ? { type: event.type, at: event.happened, entry: event.entry } : undefined;
  return {
    ...next,
    exists: true,
    ...(rule.status ? { status: rule.status } : {}),
    ...(ended ? { ended } : {}),
    ...(event.arm ? { description: { ...state.description, ...event.arm } } : {}),
    ...sightingOf(event),
    ...irregularityOf(state, event, found),
    ...pendingOf(state, event),
    ...(event.type === 'finding' ? { findings: [...state.findings, event] } : {}),
    contradictions: found.length === 0 ? state.contradictions : [...state.contradictions, ...found],
    lastAt: event.happened,
    lastType: event.type,
  };
}

function withMarks(state: ArmState, event: RecordedEvent): ArmState {
  if (!event.marks || event.marks.length === 0) return state;
  return {
    ...state,
    marks: [...state.marks, ...event.marks.map((mark) => ({ ...mark, entry: event.entry }))],
  };
}

function withNumber(state: ArmState, event: RecordedEvent): ArmState {
  const at = event.happened;
  if (event.number && !state.number) return { ...state, number: { number: event.number, assigned: at } };
  if (!state.number) return state;
  if (event.type === 'number-tagged') return { ...state, number: { ...state.number, tagged: at } };
  if (event.type === 'number-marked')
    return { ...state, number: { ...state.number, marked: at, ...(event.by ? { markedBy: event.by } : {}) } };
  if (event.type === 'number-verified')
    return {
      ...state,
      number: { ...state.number, verified: at, ...(event.by ? { verifiedBy: event.by } : {}) },
    };
  return state;
}

function withParties(state: ArmState, event: RecordedEvent): ArmState {
  const rule = ruleOf(event.type);
  const sets =
    event.type === 'hand-over-confirmed' ? (event.to ?? state.pending?.to ?? {}) : (event.to ?? {});
  let { now, since, spans } = state;
  let touched = false;
  for (const lane of LANES) {
    const party = rule.sets.includes(lane) ? sets[lane] : undefined;
    if (party !== undefined && party !== now[lane]) {
      spans = spanOpened(spans, lane, party, event);
      now = { ...now, [lane]: party };
      since = { ...since, [lane]: { at: event.happened, entry: event.entry } };
      touched = true;
    } else if (party === undefined && rule.clears?.includes(lane) && now[lane] !== undefined) {
      spans = spanEnded(spans, lane, event.happened);
      now = without(now, lane);
      since = { ...since, [lane]: { at: event.happened, entry: event.entry } };
      touched = true;
    }
  }
  return touched ? withLawful({ ...state, now, since, spans }, event) : withLawful(state, event);
}

function without(parties: ArmState['now'], lane: Lane): ArmState['now'] {
  const { [lane]: _gone, ...rest } = parties;
  return rest;
}

/** Custody of an authority over an arm is not lawful holding: the holder before it stays the last lawful one. */
const CUSTODY_ONLY: ReadonlySet<Status> = new Set([
  'seized',
  'found',
  'surrendered',
  'in-evidence',
  'in-laboratory',
  'forfeited',
  'captured',
  'lost',
  'stolen',
]);

/** The last recorded lawful holder: who answered for the arm before anything irregular; a witness, not a suspect. */
function withLawful(state: ArmState, event: RecordedEvent): ArmState {
  const rule = ruleOf(event.type);
  const status = rule.status ?? state.status;
  const outside = rule.irregular
    ? true
    : rule.status === undefined || CUSTODY_ONLY.has(status)
      ? state.outside
      : false;
  const held = state.lastLawful;
  const changed =
    outside === state.outside ? state : { ...state, ...(outside === undefined ? {} : { outside }) };
  if (outside || rule.ends || CUSTODY_ONLY.has(status)) {
    if (!held || held.until !== undefined) return changed;
    return { ...changed, lastLawful: { ...held, until: event.happened } };
  }
  const holder = state.now.keeper ?? state.now.owner;
  if (holder === undefined || (holder === held?.holder && held.until === undefined)) return changed;
  const basis = event.basis ? { basis: event.basis } : {};
  return { ...changed, lastLawful: { holder, from: event.happened, ...basis } };
}

function sightingOf(event: RecordedEvent): Partial<ArmState> {
  if (!ruleOf(event.type).seen) return {};
  return {
    lastSeen: {
      at: event.happened,
      how: event.how ?? 'read',
      ...(event.by ? { by: event.by } : {}),
      entry: event.entry,
    },
  };
}

function irregularityOf(
  state: ArmState,
  event: RecordedEvent,
  found: readonly Contradiction[],
): Partial<ArmState> {
  if (state.firstIrregularity) return {};
  const serious = found.find((one) => one.severity !== 'low');
  if (serious) return { firstIrregularity: { type: serious.kind, at: event.happened, entry: event.entry } };
  if (!ruleOf(event.type).irregular) return {};
  return { firstIrregularity: { type: event.type, at: event.happened, entry: event.entry } };
}

function pendingOf(state: ArmState, event: RecordedEvent): Partial<Pick<ArmState, 'pending'>> {
  if (event.type === 'hand-over-posted') {
    const from = event.from?.keeper ?? state.now.keeper;
    return {
      pending: {
        entry: event.entry,
        ...(from ? { from } : {}),
        to: event.to ?? {},
        posted: event.happened,
        ...(event.due ? { due: event.due } : {}),
      },
    };
  }
  return state.pending && ENDS_PENDING.has(event.type) ? { pending: undefined } : {};
}

const ENDS_PENDING: ReadonlySet<string> = new Set([
  'hand-over-confirmed',
  'hand-over-refused',
  'hand-over-withdrawn',
  'lost',
  'stolen',
  'seized',
  'destroyed',
]);

/** A day on which something is known to have happened, for lists; undefined where only the year is known. */
export function lastDayOf(state: ArmState): string | undefined {
  return dayOf(state.lastAt as Happened);
}
