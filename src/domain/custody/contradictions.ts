/**
 * What does not fit: a fact that contradicts what stands is kept, and said. Nothing here refuses; an arm recorded
 * destroyed and seized again is the highest alarm, for it is the proof of a diversion.
 *
 * @clause PoA II.9, ITI 9, FP 6(2)
 */
import { isSurelyBefore } from '../base/happened.ts';
import { hasTransferMark } from '../marks/adequate.ts';
import { isAdequatelyMarked } from './adequacy.ts';
import type { ArmState, Contradiction, ContradictionKind } from './arm-state.ts';
import type { RecordedEvent } from './event.ts';
import { type EventType, ruleOf } from './life-cycle.ts';

const PAPER_ONLY: ReadonlySet<EventType> = new Set([
  'finding',
  'questioned',
  'corrected',
  're-described',
  'reclassified',
  'hand-over-withdrawn',
  'hand-over-refused',
  'number-assigned',
  'appealed',
  'forfeited',
]);
const MISSING = new Set(['lost', 'stolen', 'captured']);
const FROM_ABROAD: ReadonlySet<EventType> = new Set([
  'imported',
  'seized',
  'found',
  'recovered',
  'finding',
  'corrected',
]);
const BACK: ReadonlySet<EventType> = new Set([
  'recovered',
  'recovered-in-operations',
  'seized',
  'found',
  'surrendered',
  'abandoned-to-state',
  'held-as-evidence',
]);

/** Everything in which an event contradicts what stood before it. */
export function contradictionsOf(state: ArmState, event: RecordedEvent): readonly Contradiction[] {
  const found: Contradiction[] = [];
  const say = (kind: ContradictionKind, severity: Contradiction['severity'], against?: string): void => {
    found.push({
      kind,
      severity,
      entry: event.entry,
      happened: event.happened,
      ...(against ? { against } : {}),
    });
  };
  const rule = ruleOf(event.type);
  afterItsEnd(state, event, say);
  timesThatCannotBe(state, event, say);
  if (!state.exists) return found;
  if (MISSING.has(state.status) && rule.moves && !BACK.has(event.type))
    say('moved-while-missing', 'high', state.since.keeper?.entry);
  if (state.status === 'exported' && rule.seen && !FROM_ABROAD.has(event.type))
    say('abroad-then-here', 'high');
  if (event.type === 'reactivated') say('reactivated', 'high');
  if (rule.moves && !isAdequatelyMarked(state, event)) say('moved-unmarked', 'high');
  if (
    event.type === 'sold' &&
    !hasTransferMark([...state.marks, ...(event.marks ?? [])]) &&
    cameFromState(state)
  )
    say('sold-without-transfer-mark', 'high');
  twoKeepers(state, event, say);
  return found;
}

type Say = (kind: ContradictionKind, severity: Contradiction['severity'], against?: string) => void;

function afterItsEnd(state: ArmState, event: RecordedEvent, say: Say): void {
  if (!state.ended || PAPER_ONLY.has(event.type)) return;
  if (ruleOf(event.type).ends) say('ended-twice', 'low', state.ended.entry);
  else say('ended-then-seen', 'highest', state.ended.entry);
}

function timesThatCannotBe(state: ArmState, event: RecordedEvent, say: Say): void {
  const year = event.arm?.year ?? state.description.year;
  if (year !== undefined && event.happened.length >= 4 && Number(event.happened.slice(0, 4)) < year)
    say('before-made', 'low');
  if (event.happened.length >= 10 && isSurelyBefore(event.recorded as typeof event.happened, event.happened))
    say('in-the-future', 'low');
}

function twoKeepers(state: ArmState, event: RecordedEvent, say: Say): void {
  const rule = ruleOf(event.type);
  if (event.from?.keeper && state.now.keeper && event.from.keeper !== state.now.keeper)
    say('given-by-another', 'high', state.since.keeper?.entry);
  const to = event.to?.keeper;
  if (to === undefined || !rule.sets.includes('keeper')) return;
  if (event.from?.keeper === to && event.type !== 'returned' && rule.moves) say('self-hand-over', 'low');
  const since = state.since.keeper;
  const sameTime = since !== undefined && since.at.length > 0 && since.at === event.happened;
  if (
    sameTime &&
    since.entry !== event.entry &&
    state.now.keeper !== undefined &&
    state.now.keeper !== to &&
    !event.from?.keeper
  )
    say('two-keepers-at-once', 'high', since.entry);
}

/** True where the arm was the State's before, as far as the record tells. */
function cameFromState(state: ArmState): boolean {
  return state.now.unit !== undefined || state.status === 'in-stock' || state.status === 'forfeited';
}
