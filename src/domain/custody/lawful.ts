/**
 * The last recorded lawful holder: who answered for the arm before anything irregular, from when until when and by what
 * right. A witness, not a suspect. Custody of an authority over an arm is not lawful holding, and what moves an arm that is
 * missing, ended or held as evidence makes nobody its lawful holder.
 *
 * @clause A-03
 */
import { UNKNOWN_TIME } from '../base/happened.ts';
import type { ArmState, Contradiction, ContradictionKind } from './arm-state.ts';
import type { Basis, RecordedEvent } from './event.ts';
import { type EventType, HELD, MISSING, ruleOf, type Status } from './life-cycle.ts';

/** The holder before such a status stays the last lawful one. */
const CUSTODY_ONLY: ReadonlySet<Status> = new Set([...MISSING, ...HELD, 'surrendered', 'forfeited']);
/** A change of what the arm is, not of who holds it. */
const NO_HOLDING: ReadonlySet<Status> = new Set(['deactivated', 'written-off']);
const UNLAWFUL: ReadonlySet<ContradictionKind> = new Set([
  'ended-then-seen',
  'moved-while-missing',
  'reactivated',
]);
/** Events that add the right by which the present holder holds. */
const GIVES_RIGHT: ReadonlySet<EventType> = new Set(['licensed', 'held-under-right']);

/** What the event, whose parties and status are in `next` already, makes of the last lawful holder. */
export function withLawful(
  before: ArmState,
  next: ArmState,
  event: RecordedEvent,
  found: readonly Contradiction[],
  basis: Basis | undefined,
): ArmState {
  const outside = isOutside(before, next, event, found);
  const changed = outside === next.outside || outside === undefined ? next : { ...next, outside };
  const held = next.lastLawful ?? reportedHolder(event);
  if (outside || next.ended || CUSTODY_ONLY.has(next.status)) {
    if (!held || held.until !== undefined)
      return held === next.lastLawful ? changed : withHolder(changed, held);
    return withHolder(changed, { ...held, until: event.happened });
  }
  const holder = next.now.keeper ?? next.now.owner;
  if (holder === undefined) return changed;
  if (held === undefined || holder !== held.holder || held.until !== undefined)
    return withHolder(changed, { holder, from: event.happened, ...(basis ? { basis } : {}) });
  return basis && GIVES_RIGHT.has(event.type) ? withHolder(changed, { ...held, basis }) : changed;
}

type Holder = NonNullable<ArmState['lastLawful']>;

function withHolder(state: ArmState, lastLawful: Holder | undefined): ArmState {
  return lastLawful === undefined ? state : { ...state, lastLawful };
}

function isOutside(
  before: ArmState,
  next: ArmState,
  event: RecordedEvent,
  found: readonly Contradiction[],
): boolean | undefined {
  const rule = ruleOf(event.type);
  if (rule.irregular || found.some((one) => UNLAWFUL.has(one.kind))) return true;
  if (rule.moves && HELD.has(before.status)) return true;
  if (rule.status === undefined || NO_HOLDING.has(rule.status)) return before.outside;
  return event.type === 'forfeited' || !CUSTODY_ONLY.has(next.status) ? false : before.outside;
}

/** Whoever reports an arm lost or stolen had it, where the record tells of nobody else. */
function reportedHolder(event: RecordedEvent): Holder | undefined {
  const rule = ruleOf(event.type);
  if (rule.status !== 'lost' && rule.status !== 'stolen' && rule.status !== 'captured') return undefined;
  const { from, to } = event;
  const holder = from?.keeper ?? to?.keeper ?? from?.owner ?? to?.owner ?? from?.unit ?? to?.unit;
  if (holder === undefined) return undefined;
  return {
    holder,
    from: UNKNOWN_TIME,
    until: event.happened,
    ...(event.basis ? { basis: event.basis } : {}),
  };
}
