/**
 * What the events of one arm amount to: its description and marks as last recorded, the four answers to "who has it",
 * the spans each answer held, and everything that does not fit together. Contradictions are values to show, not errors.
 */
import type { ArmDescription } from '../arms/description.ts';
import type { Happened } from '../base/happened.ts';
import type { Mark } from '../marks/mark.ts';
import type { Basis, Parties, RecordedEvent, Sighting } from './event.ts';
import type { EventType, Lane, Status } from './life-cycle.ts';

export type Span = {
  readonly lane: Lane;
  readonly party: string;
  readonly from: Happened;
  /** Absent while it still holds. */
  readonly to?: Happened;
  readonly entry: string;
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
};

export type ArmState = {
  readonly exists: boolean;
  readonly description: ArmDescription;
  readonly marks: readonly (Mark & { readonly entry: string })[];
  readonly status: Status;
  readonly now: Parties;
  /** When each lane last changed, and by which entry. */
  readonly since: { readonly [lane in Lane]?: { readonly at: Happened; readonly entry: string } };
  readonly number?: StateNumberFacts;
  readonly pending?: PendingHandOver | undefined;
  readonly lastSeen?: {
    readonly at: Happened;
    readonly how: Sighting;
    readonly by?: string;
    readonly entry: string;
  };
  readonly lastLawful?: {
    readonly holder: string;
    readonly from: Happened;
    readonly until?: Happened;
    readonly basis?: Basis;
  };
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
  spans: [],
  gaps: [],
  contradictions: [],
  lastAt: '' as Happened,
  entries: 0,
};
