/** The words for readings of marks, place by place, shown and typed; in every language side by side. */
import type { Language } from './words.ts';

type StripWords = {
  readonly worn: string;
  readonly unknown: string;
  readonly either: string;
  readonly lost: string;
  /** Read aloud for the whole strip, from the words of its places. */
  readonly aloud: (places: string) => string;
  readonly sayWorn: (character: string) => string;
  readonly sayUnknown: string;
  readonly sayEither: (characters: readonly string[]) => string;
  readonly sayLost: string;
  readonly asWritten: string;
  /** How to write a reading without the strip; each sign stands between its words. */
  readonly hint: {
    readonly unknown: string;
    readonly either: string;
    readonly worn: string;
    readonly lost: string;
  };
  readonly placeByPlace: (label: string) => string;
  readonly next: (label: string) => string;
  readonly start: string;
  readonly pending: string;
  readonly full: string;
  readonly or: string;
  readonly keys: {
    readonly unknown: string;
    readonly either: string;
    readonly worn: string;
    readonly lost: string;
    readonly left: string;
    readonly right: string;
    readonly remove: string;
    readonly space: string;
  };
};

export const STRIP_WORDS: Readonly<Record<Language, StripWords>> = {
  en: {
    worn: 'worn',
    unknown: 'unknown',
    either: 'either',
    lost: 'lost',
    aloud: (places) => `Read place by place: ${places}.`,
    sayWorn: (character) => `${character} worn`,
    sayUnknown: 'one unknown',
    sayEither: (characters) => `either ${characters.join(' or ')}`,
    sayLost: 'a stretch lost',
    asWritten: 'as written',
    hint: {
      unknown: 'for a place you cannot read',
      either: 'for either of two',
      worn: 'for worn',
      lost: 'for a part that is lost',
    },
    placeByPlace: (label) => `${label}, place by place`,
    next: (label) => `${label}: next character`,
    start: 'Type what you see. The keys beneath tell what you cannot see.',
    pending: 'The next character joins this place.',
    full: 'No more places are taken.',
    or: 'or',
    keys: {
      unknown: 'Cannot read',
      either: 'Either',
      worn: 'Worn',
      lost: 'Lost part',
      left: 'One place back',
      right: 'One place on',
      remove: 'Remove',
      space: 'Space',
    },
  },
  fr: {
    worn: 'usé',
    unknown: 'inconnu',
    either: 'ou bien',
    lost: 'perdu',
    aloud: (places) => `Lu place par place : ${places}.`,
    sayWorn: (character) => `${character} usé`,
    sayUnknown: 'une place inconnue',
    sayEither: (characters) => `ou bien ${characters.join(' ou ')}`,
    sayLost: 'une partie perdue',
    asWritten: 'tel qu’écrit',
    hint: {
      unknown: 'pour une place illisible',
      either: 'pour l’un ou l’autre',
      worn: 'pour usé',
      lost: 'pour une partie perdue',
    },
    placeByPlace: (label) => `${label}, place par place`,
    next: (label) => `${label} : caractère suivant`,
    start: 'Saisissez ce que vous voyez. Les touches ci-dessous disent ce que vous ne voyez pas.',
    pending: 'Le prochain caractère rejoint cette place.',
    full: 'Il n’y a plus de place.',
    or: 'ou',
    keys: {
      unknown: 'Illisible',
      either: 'Ou bien',
      worn: 'Usé',
      lost: 'Partie perdue',
      left: 'Une place en arrière',
      right: 'Une place en avant',
      remove: 'Effacer',
      space: 'Espace',
    },
  },
  ar: {
    worn: 'متآكل',
    unknown: 'مجهول',
    either: 'أحدهما',
    lost: 'مفقود',
    aloud: (places) => `القراءة خانة بخانة: ${places}.`,
    sayWorn: (character) => `${character} متآكل`,
    sayUnknown: 'خانة مجهولة',
    sayEither: (characters) => `إما ${characters.join(' أو ')}`,
    sayLost: 'جزء مفقود',
    asWritten: 'كما كُتب',
    hint: {
      unknown: 'لخانة لا تُقرأ',
      either: 'لأحد حرفين',
      worn: 'لحرف متآكل',
      lost: 'لجزء مفقود',
    },
    placeByPlace: (label) => `${label}، خانة بخانة`,
    next: (label) => `${label}: الحرف التالي`,
    start: 'اكتب ما تراه. والأزرار أدناه لما لا تراه.',
    pending: 'الحرف التالي ينضم إلى هذه الخانة.',
    full: 'لا تُقبل خانات أكثر.',
    or: 'أو',
    keys: {
      unknown: 'لا يُقرأ',
      either: 'أحدهما',
      worn: 'متآكل',
      lost: 'جزء مفقود',
      left: 'خانة إلى الوراء',
      right: 'خانة إلى الأمام',
      remove: 'حذف',
      space: 'مسافة',
    },
  },
};
