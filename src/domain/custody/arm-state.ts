/**
 * What the events of one arm amount to: its description and marks as last recorded, the four answers to "who has it",
 * the spans each answer held, and everything that does not fit together. Contradictions are values to show, not errors.
 */
import type { ArmDescription } from '../arms/description.ts';
import type { Happened } from '../base/happened.ts';
import type { Mark, Part } from '../marks/mark.ts';
import type { Basis, Parties, RecordedEvent, Sighting } from './event.ts';
import type { EventType, Lane, Status } from './life-cycle.ts';

export type Span = {
  readonly lane: Lane;
  readonly party: string;
  readonly from: Happened;
  /** Absent while it still holds. */
  readonly to?: Happened;
  readonly entry: string;
  /** The event that opened the span, and the one that ended it. */
  readonly by: EventType;
  readonly endedBy?: EventType;
  /** Recorded more than the named time after it happened. */
  readonly late: boolean;
  readonly basis?: Basis;
};

export type ContradictionKind =
  | 'ended-then-seen'
  | 'ended-twice'
  | 'given-by-another'
  | 'two-keepers-at-once'
  | 'moved-while-missing'
  | 'abroad-then-here'
  | 'moved-unmarked'
  | 'sold-without-transfer-mark'
  | 'before-made'
  | 'in-the-future'
  | 'right-not-valid'
  | 'self-hand-over'
  | 'reactivated'
  | 'mark-conflict';

export type Contradiction = {
  readonly kind: ContradictionKind;
  readonly severity: 'highest' | 'high' | 'low';
  readonly entry: string;
  readonly against?: string;
  readonly happened: Happened;
  readonly facts?: Readonly<Record<string, string>>;
};

/** A time in which nobody is recorded as answering for the arm. */
export type Gap = { readonly from: Happened; readonly to?: Happened; readonly after: EventType };

export type StateNumberFacts = {
  readonly number: string;
  readonly assigned: Happened;
  readonly tagged?: Happened;
  readonly marked?: Happened;
  readonly markedBy?: string;
  readonly verified?: Happened;
  readonly verifiedBy?: string;
};

export type PendingHandOver = {
  readonly entry: string;
  readonly from?: string;
  readonly to: Parties;
  readonly posted: Happened;
  readonly due?: string;
  /** What the hand-over is for; its confirmation has that effect. */
  readonly meant?: EventType;
  readonly basis?: Basis;
  readonly operator: string;
};

export type FittedPart = {
  readonly part: Part;
  readonly id?: string;
  readonly from: Happened;
  readonly entry: string;
};

export type ArmState = {
  readonly exists: boolean;
  readonly description: ArmDescription;
  readonly marks: readonly (Mark & { readonly entry: string })[];
  readonly status: Status;
  readonly now: Parties;
  /** When each lane last changed, and by which entry. */
  readonly since: {
    readonly [lane in Lane]?: { readonly at: Happened; readonly entry: string; readonly recorded: string };
  };
  readonly number?: StateNumberFacts;
  readonly pending?: PendingHandOver | undefined;
  readonly lastSeen?: {
    readonly at: Happened;
    /** A record that tells of a sight without saying how is not taken for a reading. */
    readonly how: Sighting | 'not-stated';
    readonly by?: string;
    readonly entry: string;
  };
  readonly lastLawful?: {
    readonly holder: string;
    readonly from: Happened;
    readonly until?: Happened;
    readonly basis?: Basis;
  };
  /** Where the arm belongs when nothing is out of the ordinary: to that status it goes back after a return. */
  readonly rests?: Status;
  /** Made permanently inoperable, whatever its status since. */
  readonly deactivated?: { readonly at: Happened; readonly entry: string };
  /** Parts fitted to the arm now. */
  readonly parts: readonly FittedPart[];
  /** What entries of later events tell of earlier times: readings of marks that stood already, the year it was made. */
  readonly foreseen?: { readonly marks: readonly Mark[]; readonly year?: number };
  /** Outside lawful hands since an irregular event; ends when it is lawfully held again. */
  readonly outside?: boolean;
  readonly firstIrregularity?: {
    readonly type: EventType | ContradictionKind;
    readonly at: Happened;
    readonly entry: string;
  };
  readonly ended?: { readonly type: EventType; readonly at: Happened; readonly entry: string };
  readonly findings: readonly RecordedEvent[];
  readonly spans: readonly Span[];
  readonly gaps: readonly Gap[];
  readonly contradictions: readonly Contradiction[];
  readonly firstAt?: Happened;
  readonly firstType?: EventType;
  readonly lastAt: Happened;
  readonly lastType?: EventType;
  readonly entries: number;
};

export const NO_ARM: ArmState = {
  exists: false,
  description: { class: 'unknown' },
  marks: [],
  status: 'registered',
  now: {},
  since: {},
  findings: [],
  parts: [],
  spans: [],
  gaps: [],
  contradictions: [],
  lastAt: '' as Happened,
  entries: 0,
};
