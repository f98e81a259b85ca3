/**
 * The life of an arm as data: every event, what it does to the four answers to "who has it" (owner, accounting unit,
 * keeper, bearer), the status it leaves, whether it permits something (and so can be refused) or states a fact (and so is
 * always recorded), and the clause behind it.
 *
 * @clause PoA II.9, ITI 11
 */
export type Lane = 'owner' | 'unit' | 'keeper' | 'bearer';
export const LANES: readonly Lane[] = ['owner', 'unit', 'keeper', 'bearer'];

export type Status = (typeof STATUSES)[number];
export const STATUSES = [
  'registered',
  'in-stock',
  'issued',
  'loaned',
  'deployed',
  'in-trade',
  'in-civil-possession',
  'in-transit',
  'in-repair',
  'in-laboratory',
  'exported',
  'lost',
  'stolen',
  'captured',
  'seized',
  'found',
  'surrendered',
  'in-evidence',
  'forfeited',
  'written-off',
  'deactivated',
  'destroyed',
  'expended',
] as const;

export type EventRule = {
  /** Lanes that the event sets from its `to`. */
  readonly sets: readonly Lane[];
  /** Lanes that the event empties. */
  readonly clears?: readonly Lane[];
  readonly status?: Status;
  /** An act that permits: asked beforehand it can be refused; stated as a past fact it is recorded with an alarm. */
  readonly permits?: true;
  /** Hands the arm to somebody: needs an adequate mark (B-15). */
  readonly moves?: true;
  /** The event itself tells that the arm was outside lawful hands. */
  readonly irregular?: true;
  /** Nothing may follow but a finding: the arm no longer exists as an arm. */
  readonly ends?: true;
  /** Somebody had the arm before their eyes. */
  readonly seen?: true;
  readonly clauses: readonly string[];
};

const rule = (
  status: Status | undefined,
  sets: readonly Lane[],
  clauses: readonly string[],
  more: Partial<EventRule> = {},
): EventRule => ({ ...(status ? { status } : {}), sets, clauses, ...more });

const ALL: readonly Lane[] = ['owner', 'unit', 'keeper', 'bearer'];
const NONE: readonly Lane[] = [];
const KEEPING: readonly Lane[] = ['unit', 'keeper'];
const permits = { permits: true, moves: true } as const;
const seen = { seen: true } as const;

export type EventType = keyof typeof LIFE_CYCLE;

export const LIFE_CYCLE = {
  registered: rule(undefined, ALL, ['ITI 11', 'PoA II.9']),
  manufactured: rule('in-trade', ['owner', 'keeper'], ['ITI 8(a)', 'FP 7'], seen),
  proofed: rule(undefined, NONE, ['ITI 8(a)'], seen),
  marked: rule(undefined, NONE, ['ITI 8(a)', 'FP 8(1)(a)'], seen),
  're-marked': rule(undefined, NONE, ['ITI 9'], seen),
  'mark-read': rule(undefined, NONE, ['ITI 11'], seen),
  'number-assigned': rule(undefined, NONE, ['ITI 9']),
  'number-tagged': rule(undefined, NONE, ['ITI 9'], seen),
  'number-marked': rule(undefined, NONE, ['ITI 9', 'FP 8(1)(b)'], seen),
  'number-verified': rule(undefined, NONE, ['ITI 7'], seen),
  licensed: rule(undefined, NONE, ['PoA II.3'], { permits: true }),
  exported: rule('exported', ['owner'], ['PoA II.11', 'FP 10(1)'], {
    ...permits,
    clears: ['unit', 'keeper', 'bearer'],
  }),
  'in-transit': rule('in-transit', ['keeper'], ['FP 10(2)'], { clears: ['bearer'] }),
  imported: rule('in-stock', ALL, ['ITI 8(b)', 'FP 8(1)(b)'], seen),
  received: rule('in-stock', ALL, ['PoA II.17'], seen),
  issued: rule('issued', ['unit', 'keeper', 'bearer'], ['PoA II.17'], permits),
  returned: rule('in-stock', KEEPING, ['PoA II.17'], { ...seen, clears: ['bearer'] }),
  loaned: rule('loaned', ['keeper', 'bearer'], ['PoA II.17'], permits),
  'loan-returned': rule('in-stock', KEEPING, ['PoA II.17'], { ...seen, clears: ['bearer'] }),
  deposited: rule('in-stock', ['keeper'], ['PoA II.17'], { ...seen, clears: ['bearer'] }),
  withdrawn: rule('issued', ['keeper', 'bearer'], ['PoA II.17'], permits),
  transferred: rule('in-stock', ['owner', 'unit', 'keeper'], ['PoA II.11'], {
    ...permits,
    clears: ['bearer'],
  }),
  sold: rule('in-civil-possession', ['owner', 'keeper', 'bearer'], ['ITI 8(c)', 'FP 8(1)(c)'], {
    ...permits,
    clears: ['unit'],
  }),
  'sold-to-trade': rule('in-trade', ['owner', 'keeper'], ['ITI 13'], {
    ...permits,
    clears: ['unit', 'bearer'],
  }),
  'held-under-right': rule('in-civil-possession', ['owner', 'keeper', 'bearer'], ['PoA II.3']),
  inherited: rule('in-civil-possession', ['owner', 'keeper'], ['PoA II.9']),
  'deployed-abroad': rule('deployed', ['unit', 'keeper'], ['PoA II.17'], permits),
  'returned-from-deployment': rule('in-stock', KEEPING, ['PoA II.17'], seen),
  'sent-to-repair': rule('in-repair', ['keeper'], ['PoA II.17'], { moves: true, clears: ['bearer'] }),
  repaired: rule('in-stock', KEEPING, ['ITI 11'], seen),
  modified: rule(undefined, NONE, ['ITI 11'], seen),
  converted: rule(undefined, NONE, ['FP 5(1)(a)'], seen),
  reclassified: rule(undefined, NONE, ['ITI 11']),
  're-described': rule(undefined, NONE, ['ITI 11']),
  'part-fitted': rule(undefined, NONE, ['FP 3(b)'], seen),
  'part-removed': rule(undefined, NONE, ['FP 3(b)'], seen),
  cannibalised: rule('written-off', NONE, ['PoA II.18'], seen),
  sighted: rule(undefined, NONE, ['PoA II.17'], seen),
  'hand-over-posted': rule(undefined, NONE, ['PoA II.17'], permits),
  'hand-over-confirmed': rule('in-stock', ['unit', 'keeper', 'bearer'], ['PoA II.17'], seen),
  'hand-over-refused': rule(undefined, NONE, ['PoA II.17']),
  'hand-over-withdrawn': rule(undefined, NONE, ['PoA II.17']),
  lost: rule('lost', NONE, ['PoA II.17', 'FP 11'], { irregular: true, clears: ['keeper', 'bearer'] }),
  stolen: rule('stolen', NONE, ['PoA II.17', 'FP 11'], { irregular: true, clears: ['keeper', 'bearer'] }),
  'lost-in-combat': rule('lost', NONE, ['PoA II.17'], { irregular: true, clears: ['keeper', 'bearer'] }),
  'captured-in-combat': rule('captured', NONE, ['PoA II.17'], {
    irregular: true,
    clears: ['keeper', 'bearer'],
  }),
  recovered: rule('in-stock', KEEPING, ['PoA II.16'], seen),
  'recovered-in-operations': rule('seized', ['unit', 'keeper'], ['PoA II.16'], { ...seen, irregular: true }),
  seized: rule('seized', ['unit', 'keeper'], ['FP 6(1)', 'PoA II.16'], {
    ...seen,
    irregular: true,
    clears: ['bearer'],
  }),
  found: rule('found', ['unit', 'keeper'], ['ITI 9'], { ...seen, irregular: true, clears: ['bearer'] }),
  surrendered: rule('surrendered', ['unit', 'keeper'], ['PoA II.20'], { ...seen, clears: ['bearer'] }),
  'abandoned-to-state': rule('surrendered', ['owner', 'unit', 'keeper'], ['PoA II.20'], seen),
  'held-as-evidence': rule('in-evidence', ['unit', 'keeper'], ['FP 6(1)'], seen),
  sealed: rule(undefined, NONE, ['FP 6(1)'], seen),
  unsealed: rule(undefined, NONE, ['FP 6(1)'], seen),
  'sent-to-laboratory': rule('in-laboratory', ['keeper'], ['FP 6(1)'], seen),
  'returned-from-laboratory': rule('in-evidence', ['keeper'], ['FP 6(1)'], seen),
  forfeited: rule('forfeited', ['owner'], ['FP 6(1)']),
  appealed: rule(undefined, NONE, ['FP 6(1)']),
  'restored-to-owner': rule('in-civil-possession', ['owner', 'keeper', 'bearer'], ['FP 6(1)'], {
    permits: true,
    clears: ['unit'],
  }),
  deactivated: rule('deactivated', NONE, ['FP 9'], seen),
  reactivated: rule('in-stock', NONE, ['FP 9'], { irregular: true }),
  'written-off': rule('written-off', NONE, ['PoA II.18']),
  expended: rule('expended', NONE, ['PoA II.18'], { ends: true, clears: ['unit', 'keeper', 'bearer'] }),
  destroyed: rule('destroyed', NONE, ['FP 6(2)', 'PoA II.16'], {
    ends: true,
    clears: ['unit', 'keeper', 'bearer'],
  }),
  finding: rule(undefined, NONE, ['ITI 6']),
  questioned: rule(undefined, NONE, ['ITI 11']),
  corrected: rule(undefined, NONE, ['ITI 11']),
} as const satisfies Record<string, EventRule>;

/** The rule of an event, with its optional parts visible to the type checker. */
export function ruleOf(type: EventType): EventRule {
  return LIFE_CYCLE[type];
}

/** True where a text names an event of the life cycle. */
export function isEventType(text: string): text is EventType {
  return Object.hasOwn(LIFE_CYCLE, text);
}
