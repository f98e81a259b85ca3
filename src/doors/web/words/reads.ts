/** The words of who looked at what, in every language side by side: one that lacks a word does not compile. */
import type { Language } from './words.ts';

type Plain =
  | 'title'
  | 'lead'
  | 'toArm'
  | 'toTrace'
  | 'ofTrace'
  | 'none'
  | 'when'
  | 'who'
  | 'what'
  | 'purpose'
  | 'about'
  | 'noPurpose'
  | 'withheld'
  | 'machine'
  | 'program'
  | 'console'
  | 'nobody'
  | 'next'
  | 'first'
  | 'filter'
  | 'person'
  | 'anybody'
  | 'personHint'
  | 'from'
  | 'to'
  | 'flagged'
  | 'flaggedHint'
  | 'show'
  | 'arm'
  | 'armHint'
  | 'showArm'
  | 'sampleTitle'
  | 'sampleSays'
  | 'draw'
  | 'again'
  | 'notPermitted'
  | 'byHolder'
  | 'ownName';
type ReadsWords = Readonly<Record<Plain, string>> & {
  readonly ofArm: (number: string) => string;
  readonly lot: (lot: string) => string;
};

export const READS_WORDS: Readonly<Record<Language, ReadsWords>> = {
  en: {
    title: 'Who looked',
    lead: 'Every look is recorded with its purpose, and so is this one.',
    toArm: 'Back to the arm',
    toTrace: 'Back to the trace',
    ofTrace: 'Who looked at this trace',
    none: 'No look is recorded there.',
    when: 'When (UTC)',
    who: 'Who',
    what: 'What',
    purpose: 'What for',
    about: 'Things looked at',
    noPurpose: 'not stated',
    withheld: 'name withheld',
    machine: 'the register itself',
    program: 'a program',
    console: 'whoever holds the machine',
    nobody: 'not signed in',
    next: 'Older looks',
    first: 'Newest looks',
    filter: 'Looks of a week, a person or a day',
    person: 'Person',
    anybody: 'anybody',
    personHint: 'Id of the account.',
    from: 'From',
    to: 'Until',
    flagged: 'Only those to ask about',
    flaggedHint: 'Refused tries, emergency access, searches by a holder’s name, and searches for oneself.',
    show: 'Show',
    arm: 'State number of an arm',
    armHint: 'Such as XA-7K4Q9-2MTKP.',
    showArm: 'Who looked at this arm',
    sampleTitle: 'Sample of the week',
    sampleSays:
      'Twenty looks of the last seven days, drawn by lot. Ask those who looked what they looked for. The same lot draws the same looks again.',
    draw: 'Draw a sample',
    again: 'Draw another sample',
    notPermitted: 'not permitted',
    byHolder: 'by a holder’s name',
    ownName: 'for oneself',
    ofArm: (number) => `Who looked at ${number}`,
    lot: (lot) => `Lot ${lot}`,
  },
  fr: {
    title: 'Consultations',
    lead: 'Toute consultation est enregistrée avec son motif ; celle-ci aussi.',
    toArm: 'Retour à l’arme',
    toTrace: 'Retour au traçage',
    ofTrace: 'Qui a consulté ce traçage',
    none: 'Aucune consultation n’y est enregistrée.',
    when: 'Quand (UTC)',
    who: 'Qui',
    what: 'Quoi',
    purpose: 'Pour quoi',
    about: 'Éléments consultés',
    noPurpose: 'non indiqué',
    withheld: 'nom non communiqué',
    machine: 'le registre lui-même',
    program: 'un programme',
    console: 'le détenteur de la machine',
    nobody: 'sans connexion',
    next: 'Consultations plus anciennes',
    first: 'Consultations les plus récentes',
    filter: 'Consultations d’une semaine, d’une personne ou d’un jour',
    person: 'Personne',
    anybody: 'toutes',
    personHint: 'Identifiant du compte.',
    from: 'Du',
    to: 'Au',
    flagged: 'Seulement celles à éclaircir',
    flaggedHint:
      'Essais refusés, accès d’urgence, recherches par le nom d’un détenteur, recherches sur soi-même.',
    show: 'Montrer',
    arm: 'Numéro d’État d’une arme',
    armHint: 'Par exemple XA-7K4Q9-2MTKP.',
    showArm: 'Qui a consulté cette arme',
    sampleTitle: 'Échantillon de la semaine',
    sampleSays:
      'Vingt consultations des sept derniers jours, tirées au sort. Demandez à leurs auteurs ce qu’ils cherchaient. Le même tirage redonne les mêmes consultations.',
    draw: 'Tirer un échantillon',
    again: 'Tirer un autre échantillon',
    notPermitted: 'non permis',
    byHolder: 'par le nom d’un détenteur',
    ownName: 'sur soi-même',
    ofArm: (number) => `Qui a consulté ${number}`,
    lot: (lot) => `Tirage ${lot}`,
  },
  ar: {
    title: 'من اطّلع',
    lead: 'كل اطلاع يُسجَّل مع غرضه، وهذا الاطلاع أيضًا.',
    toArm: 'العودة إلى السلاح',
    toTrace: 'العودة إلى التعقب',
    ofTrace: 'من اطّلع على هذا التعقب',
    none: 'لا اطلاع مسجَّل هنا.',
    when: 'متى (بالتوقيت العالمي)',
    who: 'مَن',
    what: 'ماذا',
    purpose: 'الغرض',
    about: 'عدد ما اطُّلع عليه',
    noPurpose: 'غير مذكور',
    withheld: 'الاسم محجوب',
    machine: 'السجل نفسه',
    program: 'برنامج',
    console: 'من بيده الجهاز',
    nobody: 'دون تسجيل دخول',
    next: 'اطلاعات أقدم',
    first: 'أحدث الاطلاعات',
    filter: 'اطلاعات أسبوع أو شخص أو يوم',
    person: 'الشخص',
    anybody: 'أي شخص',
    personHint: 'معرّف الحساب.',
    from: 'من',
    to: 'إلى',
    flagged: 'ما يستدعي السؤال فقط',
    flaggedHint: 'المحاولات المرفوضة، والاطلاع الطارئ، والبحث باسم حائز، وبحث المرء عن نفسه.',
    show: 'عرض',
    arm: 'الرقم الوطني لسلاح',
    armHint: 'مثل \u2066XA-7K4Q9-2MTKP\u2069.',
    showArm: 'من اطّلع على هذا السلاح',
    sampleTitle: 'عيّنة الأسبوع',
    sampleSays:
      'عشرون اطلاعًا من الأيام السبعة الأخيرة، تُسحب بالقرعة. اسأل أصحابها عمّا كانوا يبحثون عنه. القرعة نفسها تسحب الاطلاعات نفسها.',
    draw: 'سحب عيّنة',
    again: 'سحب عيّنة أخرى',
    notPermitted: 'غير مسموح',
    byHolder: 'باسم حائز',
    ownName: 'عن نفسه',
    ofArm: (number) => `من اطّلع على ${number}`,
    lot: (lot) => `القرعة ${lot}`,
  },
};
