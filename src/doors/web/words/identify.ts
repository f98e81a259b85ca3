/** The words of identification, by language; what they say stands in a file for each. */
import type { BitName, Step } from '../../../acts/identify-output.ts';
import { IDENTIFY_AR } from './identify-ar.ts';
import { IDENTIFY_EN } from './identify-en.ts';
import { IDENTIFY_FR } from './identify-fr.ts';
import type { Language } from './words.ts';

/** What one reason says where it speaks for the candidate, and where against; `value` is what the register has. */
export type ReasonWords = {
  readonly fits: (value: string) => string;
  readonly differs: (value: string) => string;
};

/** One change of the number on its way to paper; the place is already said, as `character` says it. */
export type StepSaid = { readonly place: string; readonly stands: string; readonly read: string };

type Plain =
  | 'title'
  | 'fromFind'
  | 'lead'
  | 'expert'
  | 'number'
  | 'otherNumber'
  | 'part'
  | 'besideTitle'
  | 'otherTitle'
  | 'otherHint'
  | 'country'
  | 'year'
  | 'property'
  | 'propertyHint'
  | 'importMark'
  | 'wide'
  | 'show'
  | 'nothingTyped'
  | 'noAnswer'
  | 'understood'
  | 'whole'
  | 'candidates'
  | 'serial'
  | 'arm'
  | 'why'
  | 'howSure'
  | 'for'
  | 'against'
  | 'noReason'
  | 'none'
  | 'noneDense'
  | 'noneElsewhere'
  | 'noneAtAll'
  | 'noMore'
  | 'nextTitle'
  | 'anotherMark'
  | 'sure'
  | 'nothingFits'
  | 'widen'
  | 'widened'
  | 'pick'
  | 'compare'
  | 'compareHint'
  | 'print'
  | 'places'
  | 'details'
  | 'detailsSay'
  | 'reason'
  | 'bits'
  | 'drawn'
  | 'prior'
  | 'rivals'
  | 'result'
  | 'sideBySide'
  | 'seen'
  | 'chance'
  | 'differs'
  | 'filled'
  | 'notSaid'
  | 'notKnown'
  | 'back'
  | 'pickSome'
  | 'goneSince';

export type IdentifyWords = Readonly<Record<Plain, string>> & {
  readonly steps: {
    readonly title: string;
    readonly all: readonly { readonly name: string; readonly says: string }[];
  };
  readonly photo: Readonly<
    Record<
      | 'title'
      | 'choose'
      | 'stays'
      | 'read'
      | 'closer'
      | 'further'
      | 'whole'
      | 'turn'
      | 'shown'
      | 'keys'
      | 'unreadable'
      | 'reading'
      | 'find'
      | 'noNumber',
      string
    >
  > & {
    readonly filled: (reading: string) => string;
    readonly stateNumber: (number: string) => string;
  };
  /** An ordinal as it stands before or after its character, and with it. */
  readonly ordinal: (place: number) => string;
  readonly character: (ordinal: string) => string;
  readonly worn: (place: string) => string;
  readonly unknown: (place: string) => string;
  readonly either: (place: string, may: string) => string;
  readonly lost: Readonly<Record<'beginning' | 'middle' | 'end', string>>;
  readonly or: (all: readonly string[]) => string;
  readonly typed: (name: string, typed: string) => string;
  readonly mayStandFor: (names: string, typed: string) => string;
  readonly inNoTable: (typed: string) => string;
  readonly leftOut: (text: string) => string;
  readonly tooLong: (text: string) => string;
  readonly tooMuch: (most: string) => string;
  readonly mayBe: (count: string, many: number) => string;
  readonly told: (title: string, serial: string, share: string) => string;
  readonly under: (share: string) => string;
  readonly over: (share: string) => string;
  readonly moreFit: (count: string, many: number) => string;
  readonly moreThan: (count: string) => string;
  readonly decides: Readonly<Record<'maker' | 'model' | 'calibre' | 'class' | 'country', string>>;
  readonly placeDecides: (place: string, may: string) => string;
  readonly wordDecides: (what: string, may: string) => string;
  readonly numberFits: string;
  readonly numberFitsBut: (steps: string) => string;
  readonly numberDiffers: (steps: string) => string;
  readonly changes: Readonly<Record<Step['is'] | 'lost-first', (said: StepSaid) => string>>;
  readonly makerMended: (name: string, typed: string) => string;
  readonly reasons: Readonly<Record<Exclude<BitName, 'serial'>, ReasonWords>>;
  readonly features: Readonly<Record<BitName, string>>;
  readonly pickOne: (serial: string) => string;
  readonly footnote: (weights: string, milliseconds: string) => string;
};

export const IDENTIFY_WORDS: Readonly<Record<Language, IdentifyWords>> = {
  en: IDENTIFY_EN,
  fr: IDENTIFY_FR,
  ar: IDENTIFY_AR,
};
