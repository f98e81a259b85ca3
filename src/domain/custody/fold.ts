/**
 * The fold: what the events of an arm amount to, in the order in which they happened, whatever the order in which they were
 * recorded. Total: no list of events makes it fail. What was folded can be gone on with where more events come, which is
 * most of what happens to an arm; the result is always that of folding everything anew.
 *
 * @clause
 */
import type { ArmState } from './arm-state.ts';
import { NO_ARM } from './arm-state.ts';
import type { RecordedEvent } from './event.ts';
import { evolve } from './evolve.ts';
import type { EventType } from './life-cycle.ts';
import { byHappening, inOrder } from './order.ts';
import { gapsOf } from './spans.ts';

/** Events of one arm, folded, and what is needed to go on. */
export type Fold = {
  readonly events: readonly RecordedEvent[];
  readonly last: RecordedEvent | undefined;
  readonly folding: ArmState;
};

/** Folds all events of one arm. */
export function armState(events: readonly RecordedEvent[]): ArmState {
  return stateOf(fold(events));
}

/** Folds all events of one arm, so that more can follow. */
export function fold(events: readonly RecordedEvent[]): Fold {
  const ordered = inOrder(events);
  let folding = startOf(ordered);
  for (const event of ordered) folding = evolve(folding, event);
  return { events, last: ordered.at(-1), folding };
}

/** Goes on with more events: from where the fold stands if they change nothing before them, anew if they do. */
export function foldOn(before: Fold, added: readonly RecordedEvent[]): Fold {
  const events = [...before.events, ...added];
  const { last } = before;
  if (last === undefined || added.some(changesBefore) || before.events.some(isCorrection))
    return fold(events);
  const [first, ...ordered] = byHappening([last, ...added]);
  if (first !== last) return fold(events);
  let { folding } = before;
  for (const event of ordered) folding = evolve(folding, event);
  return { events, last: ordered.at(-1) ?? last, folding };
}

/** What a fold amounts to. */
export function stateOf({ events, folding }: Fold): ArmState {
  const { foreseen: _used, ...state } = folding;
  return { ...state, gaps: gapsOf(state), entries: new Set(events.map((event) => event.entry)).size };
}

const isCorrection = (event: RecordedEvent): boolean => event.type === 'corrected';

/** True where an event tells something of the time before it, which `startOf` gathers, or takes an entry back. */
function changesBefore(event: RecordedEvent): boolean {
  return (
    isCorrection(event) ||
    event.number !== undefined ||
    event.arm?.year !== undefined ||
    (event.marks !== undefined && !MAKES_MARKS.has(event.type))
  );
}

/** Marks made then, not read then: they tell nothing of earlier times. */
const MAKES_MARKS: ReadonlySet<EventType> = new Set(['marked', 're-marked', 'part-fitted']);

/** What later entries tell of the time before them: the State number, readings of marks, the year of making. */
function startOf(ordered: readonly RecordedEvent[]): ArmState {
  if (ordered.length === 0) return NO_ARM;
  const numbered = ordered.find((event) => event.number !== undefined);
  const year = ordered.findLast((event) => event.arm?.year !== undefined)?.arm?.year;
  const marks = ordered.flatMap((event) => (MAKES_MARKS.has(event.type) ? [] : (event.marks ?? [])));
  return {
    ...NO_ARM,
    ...(numbered?.number ? { number: { number: numbered.number, assigned: numbered.happened } } : {}),
    foreseen: { marks, ...(year === undefined ? {} : { year }) },
  };
}
