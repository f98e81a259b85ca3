/**
 * What the intake makes of one row of somebody else's register: an arm, a holding without numbers, another object,
 * or a row set aside with its reasons. What was understood stands beside the words as written; what was damaged on
 * the way (by a spreadsheet, a hand, a form) is named, never mended in silence.
 *
 * @clause ITI 11, PoA II.9
 */
import type { ArmDescription } from '../arms/description.ts';
import type { Happened } from '../base/happened.ts';
import type { Mark } from '../marks/mark.ts';

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error';

/** A cell as a sheet reader gives it; a date's text is ISO 8601, a formula's text is its last value. */
export type RowCell = { readonly text: string; readonly kind: CellKind; readonly formula?: true };

export type Field = (typeof FIELDS)[number];
/** What a column can mean; `kind` is the class of object (firearm, ammunition, part), `class` the type of arm. */
export const FIELDS = [
  'serial',
  'serial2',
  'maker',
  'model',
  'calibre',
  'class',
  'kind',
  'country',
  'importCountry',
  'year',
  'quantity',
  'date',
  'stateNumber',
  'inventoryNumber',
  'property',
  'keeper',
  'owner',
  'unit',
  'bearer',
  'holderRight',
  'caseNumber',
  'sealNumber',
  'place',
  'offence',
  'status',
  'event',
  'condition',
  'material',
  'production',
  'action',
  'note',
  'part',
  'lot',
  'ignore',
] as const;

/** Which column means what: `fields` by column index; `language` (two letters) settles the order of day and month. */
export type Mapping = {
  readonly headingRow: number;
  readonly fields: readonly Field[];
  readonly language?: string;
};

/**
 * What happened to a cell on its way here. `several-serials` also says that a quantity and the number of serials
 * contradict each other; `date-for-calibre` also a model that a spreadsheet turned into a date; `date-unclear` also
 * a date cell where a serial stood.
 */
export type Damage =
  | 'date-for-calibre'
  | 'exponent'
  | 'lost-zeros-possible'
  | 'formula-wrapper'
  | 'model-in-maker'
  | 'words-in-serial'
  | 'several-serials'
  | 'unnumbered-quantity'
  | 'control-characters'
  | 'partly-read'
  | 'annotated-serial'
  | 'mixed-scripts'
  | 'calibre-as-number'
  | 'year-impossible'
  | 'placeholder'
  | 'class-unclear'
  | 'date-unclear';

/** The words of a row that belong to the event or the holder rather than to the arm, as written. */
export type RowTexts = { -readonly [Key in TextField]?: string };
export type TextField =
  | 'keeper'
  | 'owner'
  | 'unit'
  | 'bearer'
  | 'caseNumber'
  | 'sealNumber'
  | 'place'
  | 'offence'
  | 'property'
  | 'stateNumber'
  | 'inventoryNumber'
  | 'holderRight'
  | 'note'
  | 'status'
  | 'event';

type Described = {
  readonly description: ArmDescription;
  readonly date?: Happened;
  readonly texts: Readonly<RowTexts>;
  readonly damage: readonly Damage[];
  /** How much of the row was understood, from 0 to 1. */
  readonly confidence: number;
  /** The calibre a spreadsheet damaged, as it was probably typed: `12/70` where `1970-12-01` stands. */
  readonly calibreUnderstood?: string;
  /** The model a spreadsheet damaged, as it was probably typed: `24/7` where `2021-07-24` stands. */
  readonly modelUnderstood?: string;
};

/** One arm; `several` holds the marks of each arm where one row lists as many serials as its quantity says. */
export type UnderstoodArm = Described & {
  readonly outcome: 'arm';
  readonly marks: readonly Mark[];
  readonly quantity: 1;
  readonly several?: readonly (readonly Mark[])[];
};

/** Arms counted without numbers: "AKM × 40". */
export type UnderstoodHolding = Described & { readonly outcome: 'holding'; readonly quantity: number };

export type OtherKind =
  | 'ammunition'
  | 'part'
  | 'accessory'
  | 'edged-weapon'
  | 'replica'
  | 'explosive'
  | 'other';

/** A thing that is no arm. */
export type OtherObject = {
  readonly outcome: 'other';
  readonly what: OtherKind;
  readonly texts: Readonly<RowTexts>;
};

export type QuarantineReason =
  | 'totals-row'
  | 'empty-of-meaning'
  | 'repeated-heading'
  | 'no-arm-and-no-number'
  | 'too-wide'
  | 'too-long'
  | 'entry-too-large'
  | 'columns-not-understood';

/** A row set aside: it can be mended and tried again. */
export type Quarantined = { readonly outcome: 'quarantined'; readonly reasons: readonly QuarantineReason[] };
