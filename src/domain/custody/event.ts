/**
 * An event in the life of one arm, as it stands in an entry of the ledger. Parties are named by id only: names of
 * persons stay outside the ledger. `asked` tells that the event was permitted by this register when it was recorded;
 * without it the event is a statement of what happened.
 */
import type { ArmDescription } from '../arms/description.ts';
import type { Happened } from '../base/happened.ts';
import type { DocumentFact } from '../documents/document.ts';
import type { Mark, Part } from '../marks/mark.ts';
import type { EventType, Lane } from './life-cycle.ts';

export type Parties = { readonly [lane in Lane]?: string };

/** How an arm was seen: read by eye, scanned, or only counted inside a sealed crate. */
export type Sighting = 'read' | 'scanned' | 'sealed-crate' | 'photograph';

export type Basis = {
  /** Licence, court order, contract, voucher, case ... */
  readonly kind: string;
  readonly number?: string;
  readonly authority?: string;
  /** Id of a right held in this register. */
  readonly right?: string;
  /** SHA-256 of the document. */
  readonly digest?: string;
};

export type Provenance = {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
  /** Salted digest of the row as it stood; the row itself stands in storage that can be erased. */
  readonly cells: string;
  readonly confidence: number;
  readonly damage?: readonly string[];
};

export type ArmEvent = {
  readonly type: EventType;
  readonly happened: Happened;
  readonly asked?: true;
  readonly from?: Parties;
  readonly to?: Parties;
  readonly basis?: Basis;
  readonly place?: string;
  readonly how?: Sighting;
  /** Party that saw, found or verified. */
  readonly by?: string;
  readonly arm?: ArmDescription;
  readonly marks?: readonly Mark[];
  readonly number?: string;
  readonly numbers?: Readonly<Record<string, string>>;
  readonly part?: { readonly part: Part; readonly id?: string; readonly marks?: readonly Mark[] };
  /** What a posted hand-over is for (issued, transferred, sold ...): its confirmation has that effect. */
  readonly meant?: EventType;
  /** What the register knew against a stated fact when it was recorded; the fold raises an alarm for it. */
  readonly doubts?: readonly Doubt[];
  /** Day by which a posted hand-over is to be confirmed. */
  readonly due?: string;
  /** Entry that a correction or a finding is about. */
  readonly about?: string;
  readonly provenance?: Provenance;
  /** The photograph or paper that was added; its bytes stand outside the ledger. */
  readonly document?: DocumentFact;
  readonly why?: string;
};

/** Known beside the arm, and so seen only when recorded: the receiver's rights did not cover the day. */
export type Doubt = 'right-not-valid';

/** An event with its entry: who recorded it where, and when. */
export type RecordedEvent = ArmEvent & {
  readonly entry: string;
  readonly recorded: string;
  readonly operator: string;
};
