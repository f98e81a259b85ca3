/**
 * What a record answers to a request: the steps of an arm between those who had it, the last lawful holder, where it went, and
 * the first thing that was not in order. Movements inside one service (issued, returned, deposited) are no steps of a chain.
 *
 * @clause ITI 18, ITI 20, C-06
 */
import type { ArmState } from '../custody/arm-state.ts';
import type { RecordedEvent } from '../custody/event.ts';
import type { EventType } from '../custody/life-cycle.ts';
import type { ChainLink, PartyTold, TraceAnswer } from './answer.ts';
import type { SentMark } from './request.ts';

/** Events that are steps between those who had an arm. */
export const CHAIN_EVENTS = [
  'manufactured',
  'exported',
  'in-transit',
  'imported',
  'received',
  'transferred',
  'sold',
  'sold-to-trade',
  'held-under-right',
  'inherited',
  'deployed-abroad',
  'lost',
  'stolen',
  'lost-in-combat',
  'captured-in-combat',
  'seized',
  'found',
  'surrendered',
  'recovered',
  'recovered-in-operations',
  'forfeited',
  'restored-to-owner',
  'deactivated',
  'written-off',
  'destroyed',
] as const satisfies readonly EventType[];
const STEPS: ReadonlySet<EventType> = new Set(CHAIN_EVENTS);
const BACK: ReadonlySet<EventType> = new Set(['imported', 'received']);

export type Told = Pick<TraceAnswer, 'chain' | 'lastLawful' | 'exportedTo' | 'irregularity'>;

/** The events that are steps of a chain, one for each of its links. */
export function stepsOf(events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  return events.filter(({ type }) => STEPS.has(type));
}

/** What the events tell, in the order in which they happened; `tell` says what to call a party. */
export function chainOf(
  events: readonly RecordedEvent[],
  state: Pick<ArmState, 'lastLawful' | 'firstIrregularity'>,
  tell: (party: string) => PartyTold,
): Told {
  const steps = stepsOf(events);
  const chain = steps.map((event): ChainLink => {
    const from = event.from?.owner ?? event.from?.unit ?? event.from?.keeper;
    const to = event.to?.owner ?? event.to?.unit ?? event.to?.keeper;
    const reference = event.basis?.number;
    return {
      event: event.type,
      happened: event.happened,
      ...(from === undefined ? {} : { from: tell(from) }),
      ...(to === undefined ? {} : { to: tell(to) }),
      ...(reference === undefined ? {} : { reference }),
    };
  });
  return { chain, ...lawfulOf(state, tell), ...exportOf(steps, tell), ...irregularityOf(events, state) };
}

function lawfulOf(
  { lastLawful }: Pick<ArmState, 'lastLawful'>,
  tell: (party: string) => PartyTold,
): Partial<Told> {
  if (!lastLawful) return {};
  const { holder, from, until } = lastLawful;
  return { lastLawful: { holder: tell(holder), from, ...(until === undefined ? {} : { until }) } };
}

/** Where it went: the last export that no import followed. */
function exportOf(steps: readonly RecordedEvent[], tell: (party: string) => PartyTold): Partial<Told> {
  const at = steps.findLastIndex(({ type }) => type === 'exported');
  const event = steps[at];
  if (!event || steps.slice(at + 1).some(({ type }) => BACK.has(type))) return {};
  const to = event.to?.owner ?? event.to?.unit ?? event.to?.keeper;
  const country = to === undefined ? undefined : tell(to).country;
  if (country === undefined) return {};
  const licence = event.basis?.number;
  return { exportedTo: { country, happened: event.happened, ...(licence === undefined ? {} : { licence }) } };
}

function irregularityOf(
  events: readonly RecordedEvent[],
  { firstIrregularity }: Pick<ArmState, 'firstIrregularity'>,
): Partial<Told> {
  if (!firstIrregularity) return {};
  const { type, at, entry } = firstIrregularity;
  const reference = events.find((event) => event.entry === entry && event.type === type)?.basis?.number;
  return { irregularity: { event: type, happened: at, ...(reference === undefined ? {} : { reference }) } };
}

/** Marks as they travel: who read them and when stays at home, and hidden marks are never told. */
export function sentMarks(marks: ArmState['marks']): readonly SentMark[] {
  return marks
    .filter(({ kind }) => kind !== 'security' && kind !== 'state-number')
    .map(({ kind, part, text, condition, note }) => ({
      kind,
      part,
      text,
      condition,
      ...(note ? { note } : {}),
    }));
}
