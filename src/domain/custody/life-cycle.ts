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

/** Nobody is recorded as having the arm lawfully in hand. */
export const MISSING: ReadonlySet<Status> = new Set(['lost', 'stolen', 'captured']);
/** An authority holds the arm until somebody decides about it. */
export const HELD: ReadonlySet<Status> = new Set(['seized', 'found', 'in-evidence', 'in-laboratory']);

export type EventRule = {
  /** Lanes that the event sets from its `to`. */
  readonly sets: readonly Lane[];
  /** Lanes that the event sets only where they are empty: custody of an authority moves no arm out of its unit's books. */
  readonly fills?: readonly Lane[];
  /** Lanes that the event empties where its `to` names nobody for them. */
  readonly clears?: readonly Lane[];
  readonly status?: Status;
  /** The status is the one in which the arm last rested (stock, trade, civil possession); `status` where none is known. */
  readonly goesBack?: true;
  /** Where no keeper is named, the unit or owner that receives the arm keeps it. */
  readonly receiverKeeps?: true;
  /** Events whose giver is the keeper again where no keeper is named. */
  readonly undoes?: readonly string[];
  /** An act that permits: asked beforehand it can be refused; stated as a past fact it is recorded with an alarm. */
  readonly permits?: true;
  /** Hands the arm to somebody: needs an adequate mark (B-15). */
  readonly moves?: true;
  /** The event itself tells that the arm was outside lawful hands. */
  readonly irregular?: true;
  /** Says something of the record, the law or the title; nothing of where the arm is. */
  readonly paper?: true;
  /** Nothing of the arm's life comes before it: where its time is vague, its first moment counts. */
  readonly begins?: true;
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
const paper = { paper: true } as const;
const taken = { seen: true, fills: ['owner', 'unit'], clears: ['bearer'] } as const;
const missing = { irregular: true, fills: ['owner', 'unit'], clears: ['keeper', 'bearer'] } as const;

export type EventType = keyof typeof LIFE_CYCLE;

export const LIFE_CYCLE = {
  registered: rule(undefined, ALL, ['ITI 11', 'PoA II.9'], paper),
  manufactured: rule('in-trade', ['owner', 'keeper'], ['ITI 8(a)', 'FP 7'], { ...seen, begins: true }),
  proofed: rule(undefined, NONE, ['ITI 8(a)'], seen),
  marked: rule(undefined, NONE, ['ITI 8(a)', 'FP 8(1)(a)'], seen),
  're-marked': rule(undefined, NONE, ['ITI 9'], seen),
  'mark-read': rule(undefined, NONE, ['ITI 11'], seen),
  'number-assigned': rule(undefined, NONE, ['ITI 9'], paper),
  'number-tagged': rule(undefined, NONE, ['ITI 9'], seen),
  'number-marked': rule(undefined, NONE, ['ITI 9', 'FP 8(1)(b)'], seen),
  'number-verified': rule(undefined, NONE, ['ITI 7'], seen),
  licensed: rule(undefined, NONE, ['PoA II.3'], { permits: true }),
  exported: rule('exported', ['owner'], ['PoA II.11', 'FP 10(1)'], {
    ...permits,
    clears: ['unit', 'keeper', 'bearer'],
  }),
  'in-transit': rule('in-transit', ['keeper'], ['FP 10(2)'], { clears: ['bearer'] }),
  imported: rule('in-stock', ALL, ['ITI 8(b)', 'FP 8(1)(b)'], { ...seen, receiverKeeps: true }),
  received: rule('in-stock', ALL, ['PoA II.17'], { ...seen, receiverKeeps: true, clears: ['bearer'] }),
  issued: rule('issued', ['unit', 'keeper', 'bearer'], ['PoA II.17'], permits),
  returned: rule('in-stock', KEEPING, ['PoA II.17'], {
    ...seen,
    goesBack: true,
    undoes: ['issued', 'loaned'],
    clears: ['bearer'],
  }),
  loaned: rule('loaned', ['keeper', 'bearer'], ['PoA II.17'], permits),
  'loan-returned': rule('in-stock', KEEPING, ['PoA II.17'], {
    ...seen,
    goesBack: true,
    undoes: ['loaned'],
    clears: ['bearer'],
  }),
  deposited: rule(undefined, ['keeper'], ['PoA II.17'], { ...seen, clears: ['bearer'] }),
  withdrawn: rule('issued', ['keeper', 'bearer'], ['PoA II.17'], {
    ...permits,
    goesBack: true,
    undoes: ['deposited'],
  }),
  transferred: rule('in-stock', ['owner', 'unit', 'keeper'], ['PoA II.11'], {
    ...permits,
    receiverKeeps: true,
    clears: ['bearer'],
  }),
  sold: rule('in-civil-possession', ['owner', 'keeper', 'bearer'], ['ITI 8(c)', 'FP 8(1)(c)'], {
    ...permits,
    receiverKeeps: true,
    clears: ['unit', 'bearer'],
  }),
  'sold-to-trade': rule('in-trade', ['owner', 'keeper'], ['ITI 13'], {
    ...permits,
    receiverKeeps: true,
    clears: ['unit', 'bearer'],
  }),
  'held-under-right': rule('in-civil-possession', ['owner', 'keeper', 'bearer'], ['PoA II.3'], {
    receiverKeeps: true,
  }),
  inherited: rule('in-civil-possession', ['owner', 'keeper', 'bearer'], ['PoA II.9'], {
    receiverKeeps: true,
    clears: ['bearer'],
  }),
  'deployed-abroad': rule('deployed', ['unit', 'keeper'], ['PoA II.17'], permits),
  'returned-from-deployment': rule('in-stock', KEEPING, ['PoA II.17'], {
    ...seen,
    goesBack: true,
    undoes: ['deployed-abroad'],
  }),
  'sent-to-repair': rule('in-repair', ['keeper'], ['PoA II.17'], { moves: true, clears: ['bearer'] }),
  repaired: rule('in-stock', KEEPING, ['ITI 11'], {
    ...seen,
    goesBack: true,
    undoes: ['sent-to-repair'],
  }),
  modified: rule(undefined, NONE, ['ITI 11'], seen),
  converted: rule(undefined, NONE, ['FP 5(1)(a)'], seen),
  reclassified: rule(undefined, NONE, ['ITI 11'], paper),
  're-described': rule(undefined, NONE, ['ITI 11'], paper),
  'part-fitted': rule(undefined, NONE, ['FP 3(b)'], seen),
  'part-removed': rule(undefined, NONE, ['FP 3(b)'], seen),
  cannibalised: rule('written-off', NONE, ['PoA II.18'], seen),
  sighted: rule(undefined, NONE, ['PoA II.17'], seen),
  'hand-over-posted': rule(undefined, NONE, ['PoA II.17'], permits),
  'hand-over-confirmed': rule('in-stock', ['unit', 'keeper', 'bearer'], ['PoA II.17'], seen),
  'hand-over-refused': rule(undefined, NONE, ['PoA II.17'], paper),
  'hand-over-withdrawn': rule(undefined, NONE, ['PoA II.17'], paper),
  lost: rule('lost', NONE, ['PoA II.17', 'FP 11'], missing),
  stolen: rule('stolen', NONE, ['PoA II.17', 'FP 11'], missing),
  'lost-in-combat': rule('lost', NONE, ['PoA II.17'], missing),
  'captured-in-combat': rule('captured', NONE, ['PoA II.17'], missing),
  recovered: rule('in-stock', KEEPING, ['PoA II.16'], { ...seen, goesBack: true }),
  'recovered-in-operations': rule('seized', ['keeper'], ['PoA II.16'], { ...taken, irregular: true }),
  seized: rule('seized', ['keeper'], ['FP 6(1)', 'PoA II.16'], { ...taken, irregular: true }),
  found: rule('found', ['keeper'], ['ITI 9'], { ...taken, irregular: true }),
  surrendered: rule('surrendered', ['keeper'], ['PoA II.20'], taken),
  'abandoned-to-state': rule('surrendered', ['owner', 'unit', 'keeper'], ['PoA II.20'], {
    ...seen,
    clears: ['bearer'],
  }),
  'held-as-evidence': rule('in-evidence', ['keeper'], ['FP 6(1)'], taken),
  sealed: rule(undefined, NONE, ['FP 6(1)'], seen),
  unsealed: rule(undefined, NONE, ['FP 6(1)'], seen),
  'sent-to-laboratory': rule('in-laboratory', ['keeper'], ['FP 6(1)'], { ...seen, clears: ['bearer'] }),
  'returned-from-laboratory': rule('in-evidence', ['keeper'], ['FP 6(1)'], {
    ...seen,
    undoes: ['sent-to-laboratory'],
  }),
  forfeited: rule('forfeited', ['owner', 'unit'], ['FP 6(1)'], paper),
  appealed: rule(undefined, NONE, ['FP 6(1)'], paper),
  'restored-to-owner': rule('in-civil-possession', ALL, ['FP 6(1)'], {
    permits: true,
    goesBack: true,
    receiverKeeps: true,
    clears: ['unit', 'bearer'],
  }),
  deactivated: rule('deactivated', NONE, ['FP 9'], seen),
  reactivated: rule(undefined, NONE, ['FP 9'], { irregular: true }),
  'written-off': rule('written-off', NONE, ['PoA II.18'], paper),
  expended: rule('expended', NONE, ['PoA II.18'], { ends: true, clears: ['unit', 'keeper', 'bearer'] }),
  destroyed: rule('destroyed', NONE, ['FP 6(2)', 'PoA II.16'], {
    ends: true,
    clears: ['unit', 'keeper', 'bearer'],
  }),
  finding: rule(undefined, NONE, ['ITI 6'], paper),
  questioned: rule(undefined, NONE, ['ITI 11'], paper),
  documented: rule(undefined, NONE, ['ITI 11'], paper),
  corrected: rule(undefined, NONE, ['ITI 11'], paper),
} as const satisfies Record<string, EventRule>;

/** An event that this version does not know changes nothing, and hides no arm. */
const UNKNOWN_EVENT: EventRule = { sets: NONE, paper: true, clauses: [] };

/** The rule of an event, with its optional parts visible to the type checker; total, also over what a later version wrote. */
export function ruleOf(type: EventType): EventRule {
  return isEventType(type) ? LIFE_CYCLE[type] : UNKNOWN_EVENT;
}

/** True where a text names an event of the life cycle. */
export function isEventType(text: string): text is EventType {
  return Object.hasOwn(LIFE_CYCLE, text);
}
