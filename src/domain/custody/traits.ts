/**
 * What an event tells of the arm itself: its description, its marks, its State number with its four facts (assigned, tagged,
 * marked, verified), and the parts fitted to it.
 *
 * @clause A-08, ITI 9
 */
import type { Mark } from '../marks/mark.ts';
import type { ArmState } from './arm-state.ts';
import type { RecordedEvent } from './event.ts';

/** Everything that an event tells of the arm itself. */
export function withTraits(state: ArmState, event: RecordedEvent): ArmState {
  const told = withParts(withDescription(withMarks(withNumber(state, event), event), event), event);
  return withDeactivation(told, event);
}

/** The description, as last told; what was converted is from then on a converted arm. */
function withDescription(state: ArmState, event: RecordedEvent): ArmState {
  const converted = event.type === 'converted' ? ({ production: 'converted' } as const) : {};
  if (!event.arm && event.type !== 'converted') return state;
  return { ...state, description: { ...state.description, ...event.arm, ...converted } };
}

/** The readings of marks, of the arm and of a part fitted to it, in the order in which they were made. */
function withMarks(state: ArmState, event: RecordedEvent): ArmState {
  const fitted = event.type === 'part-fitted' ? (event.part?.marks ?? []) : [];
  const read: readonly Mark[] = [...(event.marks ?? []), ...fitted];
  if (read.length === 0) return state;
  return { ...state, marks: [...state.marks, ...read.map((mark) => ({ ...mark, entry: event.entry }))] };
}

/** The State number: whether it stands on paper, on a tag, on the arm, and whether a second person saw it there. */
function withNumber(state: ArmState, event: RecordedEvent): ArmState {
  const { number } = state;
  const at = event.happened;
  const by = event.by;
  if (!number) return event.number ? { ...state, number: { number: event.number, assigned: at } } : state;
  if (event.type === 'number-tagged') return { ...state, number: { ...number, tagged: at } };
  if (event.type === 'number-marked') {
    const { verified: _seenBefore, verifiedBy: _byBefore, ...unverified } = number;
    return { ...state, number: { ...unverified, marked: at, ...(by ? { markedBy: by } : {}) } };
  }
  if (event.type === 'number-verified')
    return { ...state, number: { ...number, verified: at, ...(by ? { verifiedBy: by } : {}) } };
  return state;
}

/** Which parts make up the arm: one of a kind at a time, as a barrel replaces a barrel. */
function withParts(state: ArmState, event: RecordedEvent): ArmState {
  const { part } = event;
  if (!part || (event.type !== 'part-fitted' && event.type !== 'part-removed')) return state;
  const others = state.parts.filter((one) => one.part !== part.part);
  if (event.type === 'part-removed') return { ...state, parts: others };
  const fitted = {
    part: part.part,
    ...(part.id ? { id: part.id } : {}),
    from: event.happened,
    entry: event.entry,
  };
  return { ...state, parts: [...others, fitted] };
}

/** Deactivated is what an arm is, not where it is: it stays known when the arm is sold or seized later. */
function withDeactivation(state: ArmState, event: RecordedEvent): ArmState {
  if (event.type === 'deactivated')
    return { ...state, deactivated: { at: event.happened, entry: event.entry } };
  if (event.type !== 'reactivated') return state;
  const { deactivated: _noMore, ...live } = state;
  return state.status === 'deactivated' ? { ...live, status: state.rests ?? 'registered' } : live;
}
