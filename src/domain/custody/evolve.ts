/**
 * One step of the fold: what one more event makes of an arm. Total: no event makes it fail, for a fold that fails would hide
 * an arm.
 *
 * @clause
 */
import { dayOf, type Happened } from '../base/happened.ts';
import type { ArmState, Contradiction } from './arm-state.ts';
import { contradictionsOf } from './contradictions.ts';
import type { Parties, RecordedEvent } from './event.ts';
import { withLawful } from './lawful.ts';
import {
  type EventRule,
  type EventType,
  HELD,
  LANES,
  type Lane,
  MISSING,
  ruleOf,
  type Status,
} from './life-cycle.ts';
import { spanEnded, spanOpened } from './spans.ts';
import { withTraits } from './traits.ts';

/** What one more event makes of an arm. */
export function evolve(state: ArmState, event: RecordedEvent): ArmState {
  const found = contradictionsOf(state, event);
  const meant = event.type === 'hand-over-confirmed' ? state.pending?.meant : undefined;
  const effect = ruleOf(meant ?? event.type);
  const described = withTraits(state, event);
  const moved = withParties(withStatus(described, effect, event), effect, event);
  const rule = ruleOf(event.type);
  const next: Draft = { ...moved, exists: true, lastAt: event.happened, lastType: event.type };
  if (rule.ends && !state.ended) next.ended = { type: event.type, at: event.happened, entry: event.entry };
  const seen = sightingOf(state, event);
  if (seen) next.lastSeen = seen;
  const irregularity = irregularityOf(state, event, found);
  if (irregularity) next.firstIrregularity = irregularity;
  if (event.type === 'hand-over-posted') next.pending = postedBy(state, event);
  else if (state.pending && isAnswered(state, moved, event)) next.pending = undefined;
  if (event.type === 'finding') next.findings = [...state.findings, event];
  if (found.length > 0) next.contradictions = [...state.contradictions, ...found];
  if (state.firstAt === undefined) {
    next.firstAt = event.happened;
    next.firstType = event.type;
  }
  return withLawful(state, next, event, found, event.basis ?? (meant ? state.pending?.basis : undefined));
}

/** A state while the fold is still at work on it. */
type Draft = { -readonly [Key in keyof ArmState]: ArmState[Key] };

/** Where an arm with this status belongs; an arm that is issued, lost or seized still belongs where it did. */
const RESTS: Readonly<Partial<Record<Status, Status>>> = {
  'in-stock': 'in-stock',
  forfeited: 'in-stock',
  'in-trade': 'in-trade',
  'in-civil-possession': 'in-civil-possession',
};

function withStatus(state: ArmState, rule: EventRule, event: RecordedEvent): ArmState {
  if (rule.status === undefined || (rule.paper && outweighs(state, rule.status))) return state;
  const known = state.rests ?? (event.to?.unit !== undefined ? 'in-stock' : undefined);
  const status = rule.goesBack ? (known ?? rule.status) : rule.status;
  const rests = RESTS[status] ?? state.rests;
  return { ...state, status, ...(rests === undefined ? {} : { rests }) };
}

/** What is written on paper hides neither that an arm is missing, nor its end, nor that an authority holds it. */
function outweighs(state: ArmState, status: Status): boolean {
  return (
    state.ended !== undefined ||
    MISSING.has(state.status) ||
    (status === 'written-off' && HELD.has(state.status))
  );
}

function withParties(state: ArmState, rule: EventRule, event: RecordedEvent): ArmState {
  const sets = receiversOf(state, rule, event);
  let { now, since, spans } = state;
  for (const lane of LANES) {
    const party = maySet(state, rule, lane) ? sets[lane] : undefined;
    const at = { at: event.happened, entry: event.entry, recorded: event.recorded };
    if (party !== undefined && party !== now[lane]) {
      spans = spanOpened(spans, lane, party, event);
      now = { ...now, [lane]: party };
      since = { ...since, [lane]: at };
    } else if (party === undefined && now[lane] !== undefined && empties(state, rule, lane)) {
      spans = spanEnded(spans, lane, event);
      now = without(now, lane);
      since = { ...since, [lane]: at };
    }
  }
  return now === state.now ? state : { ...state, now, since, spans };
}

function maySet(state: ArmState, rule: EventRule, lane: Lane): boolean {
  return rule.sets.includes(lane) || (rule.fills?.includes(lane) === true && state.now[lane] === undefined);
}

/** An arm that goes back into stock stays in the books of its unit. */
function empties(state: ArmState, rule: EventRule, lane: Lane): boolean {
  if (!rule.clears?.includes(lane)) return false;
  return !(lane === 'unit' && rule.goesBack && state.status === 'in-stock');
}

/** Whom an event names, with the keeper it implies where it names none. */
function receiversOf(state: ArmState, rule: EventRule, event: RecordedEvent): Parties {
  const to = event.type === 'hand-over-confirmed' ? { ...state.pending?.to, ...event.to } : (event.to ?? {});
  if (to.keeper !== undefined) return to;
  const keeper = impliedKeeper(state, rule, to);
  return keeper === undefined ? to : { ...to, keeper };
}

function impliedKeeper(state: ArmState, rule: EventRule, to: Parties): string | undefined {
  if (rule.receiverKeeps) {
    const receiver = to.unit ?? to.owner;
    if (receiver !== undefined || !rule.goesBack) return receiver;
    return state.status === 'in-stock' ? (state.now.unit ?? state.now.owner) : state.now.owner;
  }
  const kept = state.spans.findLast((span) => span.lane === 'keeper' && span.to === undefined);
  if (kept && rule.undoes?.includes(kept.by))
    return state.spans.findLast((span) => span.lane === 'keeper' && span.to === kept.from)?.party;
  if (!kept && rule.goesBack) return to.unit ?? state.now.unit ?? state.now.owner;
  return undefined;
}

function without(parties: ArmState['now'], lane: Lane): ArmState['now'] {
  const { [lane]: _gone, ...rest } = parties;
  return rest;
}

/** Events that consist in reading the arm's marks. */
const READS: ReadonlySet<EventType> = new Set(['mark-read', 'marked', 're-marked', 'number-verified']);

function sightingOf(state: ArmState, event: RecordedEvent): ArmState['lastSeen'] {
  if (!ruleOf(event.type).seen) return undefined;
  // A sight of unknown time says less than one of a known time.
  if (event.happened.length === 0 && (state.lastSeen?.at.length ?? 0) > 0) return undefined;
  return {
    at: event.happened,
    how: event.how ?? (READS.has(event.type) ? 'read' : 'not-stated'),
    ...(event.by ? { by: event.by } : {}),
    entry: event.entry,
  };
}

function irregularityOf(
  state: ArmState,
  event: RecordedEvent,
  found: readonly Contradiction[],
): ArmState['firstIrregularity'] {
  if (state.firstIrregularity) return undefined;
  const { happened: at, entry } = event;
  if (ruleOf(event.type).irregular) return { type: event.type, at, entry };
  const serious = found.find((one) => one.severity !== 'low');
  return serious && { type: serious.kind, at, entry };
}

function postedBy(before: ArmState, event: RecordedEvent): NonNullable<ArmState['pending']> {
  const from = event.from?.keeper ?? before.now.keeper;
  return {
    entry: event.entry,
    ...(from ? { from } : {}),
    to: event.to ?? {},
    posted: event.happened,
    ...(event.due ? { due: event.due } : {}),
    ...(event.meant ? { meant: event.meant } : {}),
    ...(event.basis ? { basis: event.basis } : {}),
    operator: event.operator,
  };
}

const ANSWERS: ReadonlySet<EventType> = new Set([
  'hand-over-confirmed',
  'hand-over-refused',
  'hand-over-withdrawn',
]);

/** A posted hand-over waits until it is answered, or until something else takes the arm from its giver or ends it. */
function isAnswered(before: ArmState, moved: ArmState, event: RecordedEvent): boolean {
  const taken = moved.now.keeper !== before.now.keeper || ruleOf(event.type).ends === true;
  return taken || ANSWERS.has(event.type);
}

/** A day on which something is known to have happened, for lists; undefined where only the year is known. */
export function lastDayOf(state: ArmState): string | undefined {
  return dayOf(state.lastAt as Happened);
}
