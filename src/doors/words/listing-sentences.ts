/** What a refusal says of lists of lost and stolen arms and of hits, in each language. */
import type { Language } from '../web/words/words.ts';
import type { Say } from './refusal-shape.ts';

const EN = {
  'listing-unknown': () => 'There is no such entry on the lists of lost and stolen arms.',
  'listing-known': () =>
    'This arm is on the list already. Open its entry: renew it, or cancel it and propose it anew.',
  'listing-never': () =>
    'The arms of this agency are never published: the rules of the State keep its holdings from every list.',
  'listing-not-missing': ({ status }) =>
    `Only an arm that is recorded as lost or stolen can be listed${status ? `; this one is ${status}` : ''}. Record what happened to it first.`,
  'listing-reference-missing': () =>
    'An entry needs the number of its case, and a theft that of the complaint. Give it.',
  'listing-number-missing': () =>
    'Nothing of a number of this arm was read, so no partner could find it by the list. Record a mark first.',
  'listing-not-own': () => 'This entry is a partner’s. Only the partner can change it.',
  'listing-not-proposed': () => 'This entry does not wait for a second officer. Look at how it stands now.',
  'listing-second-officer': () =>
    'Whoever proposed an entry cannot confirm it. A second officer must look at it.',
  'listing-not-live': () =>
    'This entry is not live: it was not confirmed, was cancelled, or has ended. Nothing may rest on it.',
  'listing-budget-spent': ({ most }) =>
    `A partner may send at most ${most ?? 'so many'} of these in a day. What is beyond is not taken.`,
  'listing-partner-unreachable': () =>
    'The partner cannot be sent anything now: it is not confirmed, or is suspended. Look at how it stands.',
  'hit-unknown': () => 'There is no such hit.',
  'hit-known': () => 'This hit was told before.',
  'hit-not-ours-to-ask': () => 'The partner met this arm, so the partner asks. Answer it instead.',
  'hit-not-ours-to-tell': () =>
    'Only the listing side can say whether its entry is live and the arm the same. Ask it.',
  'hit-never-told': () =>
    'The arm is of an agency whose holdings no partner is told of. Settle here whether it is the same.',
  'work-settled-by-act': () =>
    'This is not closed with a reason alone. Confirm, renew or cancel the entry, or have the hit answered.',
} as const satisfies Readonly<Record<string, Say>>;

export type ListingRefusal = keyof typeof EN;
type ListingSentences = Readonly<Record<ListingRefusal, Say>>;

const FR: ListingSentences = {
  'listing-unknown': () => 'Il n’y a pas de telle inscription sur les listes d’armes perdues et volées.',
  'listing-known': () =>
    'Cette arme est déjà sur la liste. Ouvrez son inscription : renouvelez-la, ou annulez-la et proposez-la à nouveau.',
  'listing-never': () =>
    'Les armes de ce service ne sont jamais publiées : les règles de l’État tiennent ses stocks à l’écart de toute liste.',
  'listing-not-missing': ({ status }) =>
    `Seule une arme inscrite comme perdue ou volée peut être signalée${status ? ` ; celle-ci est : ${status}` : ''}. Inscrivez d’abord ce qui lui est arrivé.`,
  'listing-reference-missing': () =>
    'Une inscription demande le numéro de son dossier, et un vol celui de la plainte. Donnez-le.',
  'listing-number-missing': () =>
    'Rien d’un numéro de cette arme n’a été lu ; aucun partenaire ne la trouverait par la liste. Inscrivez d’abord une marque.',
  'listing-not-own': () => 'Cette inscription est celle d’un partenaire. Lui seul peut la modifier.',
  'listing-not-proposed': () =>
    'Cette inscription n’attend pas de second agent. Voyez ce qu’il en est maintenant.',
  'listing-second-officer': () =>
    'Qui a proposé une inscription ne peut la confirmer. Un second agent doit l’examiner.',
  'listing-not-live': () =>
    'Cette inscription n’est pas en vigueur : non confirmée, annulée ou échue. Rien ne peut se fonder sur elle.',
  'listing-budget-spent': ({ most }) =>
    `Un partenaire peut en envoyer au plus ${most ?? 'un certain nombre'} par jour. Le surplus n’est pas pris.`,
  'listing-partner-unreachable': () =>
    'Rien ne peut être envoyé au partenaire maintenant : il n’est pas confirmé, ou il est suspendu. Voyez ce qu’il en est.',
  'hit-unknown': () => 'Cette concordance n’existe pas.',
  'hit-known': () => 'Cette concordance a déjà été communiquée.',
  'hit-not-ours-to-ask': () =>
    'C’est le partenaire qui a rencontré cette arme ; c’est à lui de demander. Répondez-lui.',
  'hit-not-ours-to-tell': () =>
    'Seul le service qui signale peut dire si son inscription est en vigueur et si l’arme est la même. Demandez-le-lui.',
  'hit-never-told': () =>
    'L’arme est d’un service dont les stocks ne sont communiqués à aucun partenaire. Décidez ici si c’est la même.',
  'work-settled-by-act': () =>
    'Un motif seul ne clôt pas ce point. Confirmez, renouvelez ou annulez l’inscription, ou faites répondre à la concordance.',
};

const AR: ListingSentences = {
  'listing-unknown': () => 'لا يوجد قيد كهذا في قوائم الأسلحة المفقودة والمسروقة.',
  'listing-known': () => 'هذا السلاح في القائمة أصلًا. افتح قيده: جدّده، أو ألغه واقترحه من جديد.',
  'listing-never': () => 'أسلحة هذه الجهة لا تُنشر أبدًا: قواعد الدولة تُبقي مخزونها خارج كل قائمة.',
  'listing-not-missing': ({ status }) =>
    `لا يُدرج إلا سلاح مقيَّد على أنه مفقود أو مسروق${status ? `، وهذا السلاح: ${status}` : ''}. سجّل أولًا ما حدث له.`,
  'listing-reference-missing': () => 'يلزم القيد رقم ملفه، ويلزم السرقةَ رقمُ الشكوى. اذكره.',
  'listing-number-missing': () => 'لم يُقرأ شيء من رقم هذا السلاح، فلا يجده شريك بالقائمة. سجّل علامة أولًا.',
  'listing-not-own': () => 'هذا القيد لشريك، ولا يغيّره إلا الشريك.',
  'listing-not-proposed': () => 'هذا القيد لا ينتظر موظفًا ثانيًا. انظر ما حاله الآن.',
  'listing-second-officer': () => 'من اقترح قيدًا لا يؤكده. يجب أن يفحصه موظف ثانٍ.',
  'listing-not-live': () => 'هذا القيد غير سارٍ: لم يُؤكَّد أو أُلغي أو انتهى. ولا يُبنى عليه شيء.',
  'listing-budget-spent': ({ most }) =>
    `لا يرسل الشريك في اليوم أكثر من ${most ?? 'عدد محدود'} من هذه. وما زاد لا يُقبل.`,
  'listing-partner-unreachable': () =>
    'لا يمكن إرسال شيء إلى الشريك الآن: لم يُؤكَّد أو أنه موقوف. انظر ما حاله.',
  'hit-unknown': () => 'لا توجد مطابقة كهذه.',
  'hit-known': () => 'أُبلغ عن هذه المطابقة من قبل.',
  'hit-not-ours-to-ask': () => 'الشريك هو من صادف هذا السلاح، فهو من يسأل. أجبه بدلًا من ذلك.',
  'hit-not-ours-to-tell': () => 'لا يقول إن القيد سارٍ وإن السلاح هو نفسه إلا الجهة التي أدرجته. اسألها.',
  'hit-never-told': () => 'السلاح لجهة لا يُبلَّغ أي شريك بمخزونها. احسم هنا هل هو نفسه.',
  'work-settled-by-act': () => 'لا يُغلق هذا البند بسبب وحده. أكّد القيد أو جدّده أو ألغه، أو أجب عن المطابقة.',
};

export const LISTING_SENTENCES: Readonly<Record<Language, ListingSentences>> = { en: EN, fr: FR, ar: AR };
