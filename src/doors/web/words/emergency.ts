/** The words of emergency access, in every language side by side: one that lacks a word does not compile. */
import type { Language } from './words.ts';

type Plain =
  | 'title'
  | 'lead'
  | 'reason'
  | 'reasonHint'
  | 'reasonShort'
  | 'open'
  | 'ask'
  | 'withheld'
  | 'listTitle'
  | 'listAll'
  | 'listWaiting'
  | 'none'
  | 'who'
  | 'arm'
  | 'when'
  | 'state'
  | 'waits'
  | 'justified'
  | 'not-justified'
  | 'review'
  | 'reviewTitle'
  | 'looks'
  | 'noLooks'
  | 'verdict'
  | 'verdictMissing'
  | 'words'
  | 'wordsHint'
  | 'wordsShort'
  | 'send'
  | 'back'
  | 'unknownPerson';
type EmergencyWords = Readonly<Record<Plain, string>> & {
  readonly band: (until: string) => string;
  readonly span: (from: string, until: string) => string;
};

export const EMERGENCY_WORDS: Readonly<Record<Language, EmergencyWords>> = {
  en: {
    title: 'Emergency access',
    lead: 'You see holder, site and case of this one arm for an hour, at once. A supervisor reads your reason tomorrow and sees what you looked at.',
    reason: 'Why it cannot wait',
    reasonHint: 'At least ten letters. It is kept apart from the ledger, which holds only its digest.',
    reasonShort: 'Say why it cannot wait, in at least ten letters.',
    open: 'Open for an hour',
    ask: 'Ask for emergency access',
    withheld: 'Something of this arm is not shown to your role.',
    listTitle: 'Emergency access',
    listAll: 'All of them',
    listWaiting: 'Those that wait for review',
    none: 'None waits for review.',
    who: 'Who',
    arm: 'Arm',
    when: 'When',
    state: 'Review',
    waits: 'Waits',
    justified: 'Justified',
    'not-justified': 'Not justified',
    review: 'Review',
    reviewTitle: 'Was this emergency access justified?',
    looks: 'What was looked at with it',
    noLooks: 'Nothing was looked at.',
    verdict: 'Verdict',
    verdictMissing: 'Say whether it was justified.',
    words: 'What you looked at, and what follows',
    wordsHint: 'At least three letters. Where it was not justified, the access ends at once.',
    wordsShort: 'Say what you looked at, in at least three letters.',
    send: 'Give the verdict',
    back: 'All emergency access',
    unknownPerson: 'name withheld',
    band: (until) =>
      `Emergency access: holder, site and case are shown to you until ${until} (UTC). A supervisor reviews it tomorrow.`,
    span: (from, until) => `${from} to ${until} (UTC)`,
  },
  fr: {
    title: 'Accès d’urgence',
    lead: 'Vous voyez aussitôt, pendant une heure, le détenteur, le site et l’affaire de cette seule arme. Un superviseur lira votre motif demain et verra ce que vous avez consulté.',
    reason: 'Pourquoi cela ne peut attendre',
    reasonHint: 'Au moins dix lettres. Gardé à part du grand livre, qui n’en contient que l’empreinte.',
    reasonShort: 'Dites pourquoi cela ne peut attendre, en dix lettres au moins.',
    open: 'Ouvrir pour une heure',
    ask: 'Demander un accès d’urgence',
    withheld: 'Une partie de cette arme n’est pas montrée à votre rôle.',
    listTitle: 'Accès d’urgence',
    listAll: 'Tous',
    listWaiting: 'Ceux qui attendent un contrôle',
    none: 'Aucun n’attend de contrôle.',
    who: 'Qui',
    arm: 'Arme',
    when: 'Quand',
    state: 'Contrôle',
    waits: 'En attente',
    justified: 'Justifié',
    'not-justified': 'Injustifié',
    review: 'Contrôler',
    reviewTitle: 'Cet accès d’urgence était-il justifié ?',
    looks: 'Ce qui a été consulté par cet accès',
    noLooks: 'Rien n’a été consulté.',
    verdict: 'Avis',
    verdictMissing: 'Dites s’il était justifié.',
    words: 'Ce que vous avez examiné, et la suite à donner',
    wordsHint: 'Au moins trois lettres. S’il était injustifié, l’accès prend fin aussitôt.',
    wordsShort: 'Dites ce que vous avez examiné, en trois lettres au moins.',
    send: 'Rendre l’avis',
    back: 'Tous les accès d’urgence',
    unknownPerson: 'nom non communiqué',
    band: (until) =>
      `Accès d’urgence : le détenteur, le site et l’affaire vous sont montrés jusqu’au ${until} (UTC). Un superviseur le contrôlera demain.`,
    span: (from, until) => `du ${from} au ${until} (UTC)`,
  },
  ar: {
    title: 'اطلاع طارئ',
    lead: 'ترى فورًا ولمدة ساعة الحائز والموقع والقضية لهذا السلاح وحده. سيقرأ مشرف غدًا السبب الذي ذكرته ويرى ما اطلعت عليه.',
    reason: 'لماذا لا يحتمل الانتظار',
    reasonHint: 'عشرة أحرف على الأقل. يُحفظ بعيدًا عن دفتر القيود الذي لا يضم إلا بصمته.',
    reasonShort: 'اذكر لماذا لا يحتمل الانتظار، في عشرة أحرف على الأقل.',
    open: 'فتح الاطلاع لساعة',
    ask: 'طلب اطلاع طارئ',
    withheld: 'بعض ما يخص هذا السلاح لا يُعرض لدورك.',
    listTitle: 'الاطلاع الطارئ',
    listAll: 'الكل',
    listWaiting: 'ما ينتظر المراجعة',
    none: 'لا شيء ينتظر المراجعة.',
    who: 'مَن',
    arm: 'السلاح',
    when: 'متى',
    state: 'المراجعة',
    waits: 'قيد الانتظار',
    justified: 'مبرَّر',
    'not-justified': 'غير مبرَّر',
    review: 'مراجعة',
    reviewTitle: 'هل كان هذا الاطلاع الطارئ مبرَّرًا؟',
    looks: 'ما جرى الاطلاع عليه به',
    noLooks: 'لم يُطَّلع على شيء.',
    verdict: 'الرأي',
    verdictMissing: 'اذكر هل كان مبرَّرًا.',
    words: 'ما الذي فحصته، وما الذي يترتب عليه',
    wordsHint: 'ثلاثة أحرف على الأقل. إن لم يكن مبرَّرًا انتهى الاطلاع فورًا.',
    wordsShort: 'اذكر ما فحصته، في ثلاثة أحرف على الأقل.',
    send: 'إبداء الرأي',
    back: 'كل حالات الاطلاع الطارئ',
    unknownPerson: 'الاسم محجوب',
    band: (until) =>
      `اطلاع طارئ: يُعرض لك الحائز والموقع والقضية حتى ${until} (بالتوقيت العالمي). سيراجعه مشرف غدًا.`,
    span: (from, until) => `من ${from} إلى ${until} (بالتوقيت العالمي)`,
  },
};
