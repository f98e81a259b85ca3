/**
 * Which fields the form of each event has: those that the event needs and no more. Derived from the life cycle where it says
 * so (whom an event names, what permits), else from the lists below.
 *
 * What could go wrong: an event that no form offers could only be recorded by other doors. Every event stands in one group
 * or has a page of its own; the types say so.
 */
import { type EventType, type Lane, ruleOf } from '../../domain/custody/life-cycle.ts';

export type EventGroup = 'seen' | 'movement' | 'trouble' | 'evidence' | 'end';

export const GROUPS: Readonly<Record<EventGroup, readonly EventType[]>> = {
  seen: [
    ...(['sighted', 'mark-read', 'number-tagged', 'number-marked', 'number-verified', 'marked'] as const),
    ...(['re-marked', 'proofed', 'manufactured', 're-described', 'reclassified', 'modified'] as const),
    ...(['converted', 'part-fitted', 'part-removed'] as const),
  ],
  movement: [
    ...(['issued', 'returned', 'received', 'loaned', 'loan-returned', 'deposited', 'withdrawn'] as const),
    ...([
      'transferred',
      'sent-to-repair',
      'repaired',
      'deployed-abroad',
      'returned-from-deployment',
    ] as const),
    ...(['sold', 'sold-to-trade', 'licensed', 'held-under-right', 'inherited'] as const),
    ...(['imported', 'in-transit', 'exported'] as const),
  ],
  trouble: [
    ...(['lost', 'stolen', 'found', 'recovered', 'lost-in-combat', 'captured-in-combat'] as const),
    ...(['recovered-in-operations', 'questioned'] as const),
  ],
  evidence: [
    ...(['seized', 'surrendered', 'abandoned-to-state', 'held-as-evidence', 'sealed', 'unsealed'] as const),
    ...(['sent-to-laboratory', 'returned-from-laboratory', 'appealed', 'forfeited'] as const),
    ...(['restored-to-owner', 'finding'] as const),
  ],
  end: ['deactivated', 'reactivated', 'written-off', 'cannibalised', 'expended', 'destroyed'],
};

/** Events that pages of their own record: each says more than a form of fields could. */
export const ELSEWHERE = [
  'registered',
  'number-assigned',
  'documented',
  'corrected',
  'hand-over-posted',
  'hand-over-confirmed',
  'hand-over-refused',
  'hand-over-withdrawn',
] as const satisfies readonly EventType[];

export const DESCRIBED = ['class', 'maker', 'model', 'calibre', 'country', 'year', 'production'] as const;
export type Described = (typeof DESCRIBED)[number];

export type EventFields = {
  readonly permits: boolean;
  readonly to: readonly Lane[];
  /** The lane of whoever gave it, or from whom it was taken. */
  readonly from: 'keeper' | 'bearer' | undefined;
  readonly by: boolean;
  readonly how: boolean;
  readonly basis: boolean;
  readonly place: boolean;
  readonly marks: boolean;
  readonly describes: readonly Described[];
  readonly part: boolean;
  readonly due: boolean;
  readonly about: boolean;
};

type Types = ReadonlySet<EventType>;

const GIVEN: Types = new Set<EventType>([
  ...(['received', 'returned', 'loan-returned', 'deposited', 'in-transit', 'imported'] as const),
  ...(['sent-to-laboratory', 'returned-from-laboratory', 'repaired', 'returned-from-deployment'] as const),
]);
const TAKEN: Types = new Set<EventType>([
  ...(['seized', 'surrendered', 'abandoned-to-state', 'recovered', 'recovered-in-operations'] as const),
]);
const LOOKED: Types = new Set<EventType>([
  ...(['sighted', 'mark-read', 'received', 'returned', 'recovered', 'found', 'number-verified'] as const),
]);
const MARKS: Types = new Set<EventType>([
  ...(['mark-read', 'sighted', 'marked', 're-marked', 'proofed', 'manufactured', 'imported'] as const),
  ...(['number-marked', 'number-verified', 'received', 'found', 'seized', 'surrendered'] as const),
  ...(['recovered', 'recovered-in-operations', 'repaired', 'deactivated', 'modified', 'converted'] as const),
]);
/** Said without any paper. */
const PLAIN: Types = new Set<EventType>([
  ...(['sighted', 'mark-read', 'number-tagged', 'number-marked', 'number-verified', 'marked'] as const),
  ...(['re-marked', 'part-fitted', 'part-removed', 'questioned', 'manufactured', 'modified'] as const),
]);
const BY_SOMEBODY: Types = new Set<EventType>(['finding', 'reactivated', 'destroyed', 'lost', 'stolen']);
const DESCRIBES: Partial<Readonly<Record<EventType, readonly Described[]>>> = {
  're-described': DESCRIBED,
  reclassified: ['class'],
  modified: ['calibre', 'model'],
  converted: ['class', 'calibre', 'model'],
};
const NOT_PLACED: Types = new Set<EventType>(['licensed', 'reclassified', 're-described', 'questioned']);

/** The fields of the form of an event. */
export function fieldsOf(type: EventType): EventFields {
  const rule = ruleOf(type);
  const given = rule.moves === true || GIVEN.has(type);
  return {
    permits: rule.permits === true,
    to: rule.sets,
    from: given ? 'keeper' : TAKEN.has(type) ? 'bearer' : undefined,
    by: rule.seen === true || BY_SOMEBODY.has(type),
    how: LOOKED.has(type),
    basis: !PLAIN.has(type),
    place: rule.paper !== true && !NOT_PLACED.has(type),
    marks: MARKS.has(type),
    describes: DESCRIBES[type] ?? [],
    part: type === 'part-fitted' || type === 'part-removed',
    due: rule.permits === true && rule.moves === true,
    about: type === 'finding' || type === 'questioned' || type === 'appealed',
  };
}

/** The groups with the events in them that a role may record, empty groups left out. */
export function groupsFor(
  events: 'all' | readonly string[],
): readonly (readonly [EventGroup, readonly EventType[]])[] {
  return Object.entries(GROUPS)
    .map(([group, types]) => [group as EventGroup, types.filter((type) => allows(events, type))] as const)
    .filter(([, types]) => types.length > 0);
}

/** True where a role may record an event. */
export function allows(events: 'all' | readonly string[], type: EventType): boolean {
  return events === 'all' || events.includes(type);
}

/** True where an event has a form here. */
export function hasForm(type: EventType): boolean {
  return !(ELSEWHERE as readonly EventType[]).includes(type);
}
