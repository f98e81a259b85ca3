/**
 * What does not fit: a fact that contradicts what stands is kept, and said. Nothing here refuses; an arm recorded
 * destroyed and seized again is the highest alarm, for it is the proof of a diversion.
 *
 * @clause PoA II.9, ITI 9, FP 6(2)
 */
import { earliestOf, isSurelyBefore } from '../base/happened.ts';
import { isSerialConflict } from '../marks/adequate.ts';
import { isAdequatelyMarked, isTransferMarked } from './adequacy.ts';
import type { ArmState, Contradiction, ContradictionKind } from './arm-state.ts';
import type { RecordedEvent } from './event.ts';
import { type EventType, MISSING, ruleOf } from './life-cycle.ts';

/** Told of an arm abroad too: it came back lawfully, or another State has it and says so. */
const FROM_ABROAD: ReadonlySet<EventType> = new Set([
  'imported',
  'seized',
  'found',
  'recovered',
  'recovered-in-operations',
  'held-as-evidence',
]);
/** New marks, or a part with marks of its own: another serial than before is what they are about. */
const CHANGES_MARKS: ReadonlySet<EventType> = new Set(['marked', 're-marked', 'part-fitted', 're-described']);
/** Whoever states one of these says "I have it now", without telling from whom. */
const CLAIMS: ReadonlySet<EventType> = new Set([
  'registered',
  'manufactured',
  'imported',
  'received',
  'held-under-right',
  'issued',
  'loaned',
  'transferred',
  'sold',
  'sold-to-trade',
]);
/** Days are written by local calendars: a day may begin this much before it begins in universal time. */
const ZONE_HOURS_MAX = 14;

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
  if (event.doubts?.includes('right-not-valid')) say('right-not-valid', 'high');
  if (rule.moves && !isAdequatelyMarked(state, event)) say('moved-unmarked', 'high');
  if (!state.exists) return found;
  if (MISSING.has(state.status) && rule.moves) say('moved-while-missing', 'high', state.since.keeper?.entry);
  if (state.status === 'exported' && rule.seen && !FROM_ABROAD.has(event.type))
    say('abroad-then-here', 'high');
  if (event.type === 'reactivated') say('reactivated', 'high', state.deactivated?.entry);
  if (SALES.has(event.type) && !isTransferMarked(state, event) && cameFromState(state))
    say('sold-without-transfer-mark', 'high');
  marksThatDiffer(state, event, say);
  keepersThatDiffer(state, event, say);
  return found;
}

type Say = (kind: ContradictionKind, severity: Contradiction['severity'], against?: string) => void;

function afterItsEnd(state: ArmState, event: RecordedEvent, say: Say): void {
  const { ended } = state;
  if (!ended || ruleOf(event.type).paper) return;
  if (!ruleOf(event.type).ends) say('ended-then-seen', 'highest', ended.entry);
  // What is destroyed twice at different times was not destroyed the first time.
  else say('ended-twice', isSurelyBefore(ended.at, event.happened) ? 'high' : 'low', ended.entry);
}

function timesThatCannotBe(state: ArmState, event: RecordedEvent, say: Say): void {
  const year = event.arm?.year ?? state.description.year ?? state.foreseen?.year;
  if (year !== undefined && event.happened.length >= 4 && Number(event.happened.slice(0, 4)) < year)
    say('before-made', 'low');
  // What sorts before the moment of recording is not ahead of it; only the rest is worth reading as dates.
  if (event.happened <= event.recorded) return;
  const ahead = Date.parse(earliestOf(event.happened)) - Date.parse(event.recorded);
  if (ahead > ZONE_HOURS_MAX * 3_600_000) say('in-the-future', 'low');
}

function marksThatDiffer(state: ArmState, event: RecordedEvent, say: Say): void {
  if (CHANGES_MARKS.has(event.type)) return;
  if (event.marks?.some((mark) => isSerialConflict(state.marks, mark))) say('mark-conflict', 'low');
}

function keepersThatDiffer(state: ArmState, event: RecordedEvent, say: Say): void {
  const rule = ruleOf(event.type);
  const giver = event.from?.keeper;
  if (giver !== undefined && state.now.keeper !== undefined && giver !== state.now.keeper)
    say('given-by-another', 'high', state.since.keeper?.entry);
  const to = event.to?.keeper;
  const samePerson = event.type === 'hand-over-confirmed' && state.pending?.operator === event.operator;
  if (samePerson || (rule.moves && giver !== undefined && giver === to)) say('self-hand-over', 'low');
  if (to !== undefined && giver === undefined && !event.asked && CLAIMS.has(event.type))
    twoKeepers(state, event, to, say);
}

/** Two that claim the arm for the same time, neither telling from whom it came. */
function twoKeepers(state: ArmState, event: RecordedEvent, to: string, say: Say): void {
  const kept = state.spans.findLast((span) => span.lane === 'keeper' && span.to === undefined);
  if (!kept || kept.party === to || kept.entry === event.entry || !CLAIMS.has(kept.by)) return;
  if (kept.from.length === 0 || kept.from !== event.happened) return;
  const before = state.spans.findLast((span) => span.lane === 'keeper' && span.to === kept.from);
  if (before?.party !== to) say('two-keepers-at-once', 'high', kept.entry);
}

const SALES: ReadonlySet<EventType> = new Set(['sold', 'sold-to-trade']);

/** True where the arm was the State's before, as far as the record tells. */
function cameFromState(state: ArmState): boolean {
  return state.now.unit !== undefined || state.status === 'forfeited';
}
