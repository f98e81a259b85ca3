/** A field of somebody else's form: what of ours goes into it, or why nothing does. */

/** Values that are put together of several fields of ours. */
export type Computed = 'today' | 'serial' | 'obliterated' | 'more-marks' | 'damaged' | 'importer' | 'limits';

export type SheetField = {
  /** Number or name of the field on the form. */
  readonly code: string;
  readonly part: string;
  readonly label: string;
} & (
  | {
      /** A tag of our form, or a value that is put together. */
      readonly from: string;
    }
  | {
      /** Theirs to fill in, about a person (by hand, where the law allows), or never filled and never read. */
      readonly left: 'theirs' | 'person' | 'never';
    }
);
