/** The words of the work list, in every language side by side: one that lacks a word does not compile. */
import type { Language } from './words.ts';

type Plain =
  | 'kind'
  | 'severity'
  | 'any'
  | 'show'
  | 'says'
  | 'next'
  | 'first'
  | 'none'
  | 'settle'
  | 'settleTitle'
  | 'settleLead'
  | 'why'
  | 'whyHint'
  | 'whyShort'
  | 'close'
  | 'back'
  | 'gone'
  | 'emergency'
  | 'emergencySays'
  | 'sameSays'
  | 'other'
  | 'waiting'
  | 'filter'
  | 'toArm'
  | 'due';
type WorkWords = Readonly<Record<Plain, string>> & { readonly likely: (share: string) => string };

export const WORK_WORDS: Readonly<Record<Language, WorkWords>> = {
  en: {
    kind: 'Kind',
    severity: 'Gravity',
    any: 'any',
    show: 'Show',
    says: 'What contradicts what',
    next: 'Next page',
    first: 'First page',
    none: 'Nothing of that waits.',
    settle: 'Settle',
    settleTitle: 'Settle an item of the work list',
    settleLead:
      'Say what you looked at and why it is settled. It stands in the arm’s own ledger as a finding; the item is never simply gone.',
    why: 'What was looked at, and why it is settled',
    whyHint: 'At least three letters.',
    whyShort: 'Say what was looked at, in at least three letters.',
    close: 'Settle it',
    back: 'Everything that waits',
    gone: 'This item is not on the work list, or was settled before.',
    emergency: 'Emergency access to review',
    emergencySays: 'Somebody opened this arm with a reason; a supervisor says whether it was justified.',
    sameSays: 'It may be another arm of the register, entered twice:',
    likely: (share) => `One arm with ${share} probability. What speaks for and against, in bits:`,
    other: 'other arm',
    waiting: 'Hand-overs that wait for an answer',
    filter: 'Show only',
    toArm: 'Open the arm',
    due: 'Due',
  },
  fr: {
    kind: 'Nature',
    severity: 'Gravité',
    any: 'toutes',
    show: 'Montrer',
    says: 'Ce qui contredit quoi',
    next: 'Page suivante',
    first: 'Première page',
    none: 'Rien de tel n’attend.',
    settle: 'Régler',
    settleTitle: 'Régler un point de la liste',
    settleLead:
      'Dites ce que vous avez examiné et pourquoi c’est réglé. Cela figure comme constat au grand livre de l’arme ; le point ne disparaît jamais sans trace.',
    why: 'Ce qui a été examiné, et pourquoi c’est réglé',
    whyHint: 'Au moins trois lettres.',
    whyShort: 'Dites ce qui a été examiné, en trois lettres au moins.',
    close: 'Régler',
    back: 'Tout ce qui attend',
    gone: 'Ce point n’est pas sur la liste, ou il a déjà été réglé.',
    emergency: 'Accès d’urgence à contrôler',
    emergencySays:
      'Quelqu’un a ouvert cette arme en donnant un motif ; un superviseur dit s’il était justifié.',
    sameSays: 'C’est peut-être une autre arme du registre, inscrite deux fois :',
    likely: (share) => `Une seule arme avec une probabilité de ${share}. Pour et contre, en bits :`,
    other: 'autre arme',
    waiting: 'Perceptions et remises qui attendent une réponse',
    filter: 'Montrer seulement',
    toArm: 'Ouvrir l’arme',
    due: 'Échéance',
  },
  ar: {
    kind: 'النوع',
    severity: 'الخطورة',
    any: 'الكل',
    show: 'عرض',
    says: 'ما الذي يناقض ماذا',
    next: 'الصفحة التالية',
    first: 'الصفحة الأولى',
    none: 'لا شيء من ذلك ينتظر.',
    settle: 'تسوية',
    settleTitle: 'تسوية بند من قائمة ما ينتظر',
    settleLead:
      'اذكر ما فحصته ولماذا سُوّي الأمر. يُقيَّد ذلك كاستنتاج في دفتر قيود السلاح نفسه؛ فلا يزول بند بلا أثر.',
    why: 'ما الذي فُحص، ولماذا سُوّي',
    whyHint: 'ثلاثة أحرف على الأقل.',
    whyShort: 'اذكر ما فُحص، في ثلاثة أحرف على الأقل.',
    close: 'تسوية البند',
    back: 'كل ما ينتظر',
    gone: 'هذا البند ليس في القائمة، أو سُوّي من قبل.',
    emergency: 'اطلاع طارئ ينتظر المراجعة',
    emergencySays: 'فتح شخص هذا السلاح بسبب ذكره؛ ويقول المشرف هل كان ذلك مبرَّرًا.',
    sameSays: 'قد يكون سلاحًا آخر في السجل قُيّد مرتين:',
    likely: (share) => `سلاح واحد باحتمال ${share}. ما يؤيد ذلك وما يعارضه، بالبتات:`,
    other: 'سلاح آخر',
    waiting: 'تسليمات تنتظر جوابًا',
    filter: 'عرض ما يلي فقط',
    toArm: 'فتح السلاح',
    due: 'الأجل',
  },
};
