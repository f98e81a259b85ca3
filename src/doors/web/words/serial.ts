/** The words for what serials tell: how makers write them, and what cannot be; in every language side by side. */
import type { ZoneMeaning } from '../../../domain/reference/serial-grammar.ts';
import type { Language } from './words.ts';

type SerialWords = {
  readonly formats: string;
  readonly lead: string;
  readonly zones: Readonly<Record<ZoneMeaning, string>>;
  readonly shapeOnly: string;
  readonly tellsYears: string;
  readonly strict: string;
  readonly hint: string;
  readonly noted: string;
  readonly check: string;
  readonly otherYear: (serial: string, years: string, stated: string) => string;
  readonly madeLater: (serial: string, made: string, seen: string) => string;
  readonly neverSo: (serial: string, stated: string) => string;
};

export const SERIAL_WORDS: Readonly<Record<Language, SerialWords>> = {
  en: {
    formats: 'How it writes serials',
    lead: 'A serial that does not fit may be misread, another maker’s, or of a series that is not listed.',
    zones: {
      prefix: 'prefix',
      factory: 'factory',
      model: 'model',
      year: 'year',
      month: 'month',
      sequence: 'number',
      variant: 'suffix',
      separator: 'separator',
    },
    shapeOnly: 'Shape only, tells no year',
    tellsYears: 'Tells the year',
    strict: 'On every arm of these classes and years',
    hint: 'The year is a weak lead',
    noted: 'The serial and the record do not agree',
    check: 'A lead, not a proof: look again at the serial, the maker and the dates.',
    otherYear: (serial, years, stated) =>
      `Going by how its maker writes serials, ${serial} is of ${years}; the year stated is ${stated}.`,
    madeLater: (serial, made, seen) =>
      `Going by how its maker writes serials, ${serial} was not made before ${made}; the record has the arm earlier: ${seen}.`,
    neverSo: (serial, stated) => `In ${stated} its maker wrote no serial in the form of ${serial}.`,
  },
  fr: {
    formats: 'Comment il écrit ses numéros de série',
    lead: 'Un numéro qui ne s’y conforme pas peut être mal lu, être celui d’un autre fabricant ou d’une série non répertoriée.',
    zones: {
      prefix: 'préfixe',
      factory: 'usine',
      model: 'modèle',
      year: 'année',
      month: 'mois',
      sequence: 'numéro',
      variant: 'suffixe',
      separator: 'séparateur',
    },
    shapeOnly: 'Forme seulement, ne donne pas l’année',
    tellsYears: 'Donne l’année',
    strict: 'Sur toutes les armes de ces classes et de ces années',
    hint: 'L’année n’est qu’un faible indice',
    noted: 'Le numéro de série et la fiche ne concordent pas',
    check: 'Une piste, pas une preuve : revoyez le numéro, le fabricant et les dates.',
    otherYear: (serial, years, stated) =>
      `D’après la façon dont son fabricant écrit les numéros de série, ${serial} est de ${years} ; l’année indiquée est ${stated}.`,
    madeLater: (serial, made, seen) =>
      `D’après la façon dont son fabricant écrit les numéros de série, ${serial} n’a pas été fabriqué avant ${made} ; la fiche fait état de l’arme plus tôt : ${seen}.`,
    neverSo: (serial, stated) =>
      `En ${stated}, son fabricant n’écrivait aucun numéro de série de la forme de ${serial}.`,
  },
  ar: {
    formats: 'كيف يكتب أرقامه التسلسلية',
    lead: 'الرقم الذي لا يوافق هذه الأشكال قد يكون قُرئ خطأً، أو يعود إلى صانع آخر أو إلى سلسلة غير مدرجة.',
    zones: {
      prefix: 'بادئة',
      factory: 'المصنع',
      model: 'الطراز',
      year: 'السنة',
      month: 'الشهر',
      sequence: 'رقم الترتيب',
      variant: 'لاحقة',
      separator: 'فاصل',
    },
    shapeOnly: 'الشكل فقط، لا يدل على السنة',
    tellsYears: 'يدل على السنة',
    strict: 'على كل سلاح من هذه الأصناف والسنوات',
    hint: 'السنة قرينة ضعيفة',
    noted: 'الرقم التسلسلي والسجل لا يتفقان',
    check: 'قرينة لا دليل قاطع: أعد النظر في الرقم والصانع والتواريخ.',
    otherYear: (serial, years, stated) =>
      `بحسب طريقة صانعه في كتابة الأرقام التسلسلية، يعود ${serial} إلى ${years}؛ والسنة المذكورة هي ${stated}.`,
    madeLater: (serial, made, seen) =>
      `بحسب طريقة صانعه في كتابة الأرقام التسلسلية، لم يُصنع ${serial} قبل ${made}؛ ويذكر السجل السلاح قبل ذلك: ${seen}.`,
    neverSo: (serial, stated) => `في ${stated} لم يكن صانعه يكتب أرقامًا تسلسلية على شكل ${serial}.`,
  },
};
