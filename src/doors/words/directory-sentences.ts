/** What a refusal says of the directories of contacts and of marking practices, in each language. */
import type { Language } from '../web/words/words.ts';
import type { Say } from './refusal-shape.ts';

const EN = {
  'contact-unknown': () => 'There is no such contact. Open the list of contacts and choose one.',
  'contact-changed': () =>
    'Somebody changed this contact meanwhile. Open it again, see what stands now, and write your change anew.',
  'contact-of-nobody': () =>
    'A contact is one of a State or of a body, and neither was given. Give the State by its two letters, or name the organisation or mission.',
  'contact-own-elsewhere': ({ country }) =>
    `Only a contact of this State itself (${country}) can be marked as its own. Correct the State, or take the mark away.`,
  'contact-ends-early': ({ from, until }) =>
    `The last day (${until}) is before the first (${from}). Correct one of them.`,
  'contact-hours-unreadable': ({ hours }) =>
    `The hours “${hours}” cannot be read. Write them as Mo-Fr 08:00-16:00; Sa 09:00-12:00.`,
  'contact-zone-strange': ({ zone }) =>
    `Hours need a time zone that is known${zone ? `, and “${zone}” is none` : ''}. Write it as Africa/Abidjan.`,
  'contact-channel-closed': ({ channel }) =>
    `The channel “${channel}” lacks what it goes by: an address for letters, an e-mail address for e-mail, the id of the node for a node. Add it, or take the channel away.`,
  'contact-confirmed-later': ({ when }) =>
    `The details cannot have been confirmed on ${when}: that day is still to come. Give the day on which it was done.`,
  'contact-ended': ({ until }) =>
    `This contact ended on ${until}, so there is nothing to confirm. If it stands again, change it and take the last day away.`,
  'contacts-full': ({ most }) => `There is room for ${most} contacts, and all of it is taken.`,
  'practice-unknown': ({ code }) =>
    `There is no marking practice ${code}. Open the list of practices and choose one.`,
  'practice-unusable': ({ code, says }) =>
    `The practice ${code} cannot be used: ${says}. Correct it and send it again.`,
} as const satisfies Readonly<Record<string, Say>>;

export type DirectoryRefusal = keyof typeof EN;
type DirectorySentences = Readonly<Record<DirectoryRefusal, Say>>;

const FR: DirectorySentences = {
  'contact-unknown': () => 'Ce contact n’existe pas. Ouvrez la liste des contacts et choisissez-en un.',
  'contact-changed': () =>
    'Quelqu’un a modifié ce contact entre-temps. Rouvrez-le, voyez ce qui vaut maintenant et refaites votre modification.',
  'contact-of-nobody': () =>
    'Un contact est celui d’un État ou d’un organisme, et ni l’un ni l’autre n’est indiqué. Donnez l’État par ses deux lettres, ou nommez l’organisation ou la mission.',
  'contact-own-elsewhere': ({ country }) =>
    `Seul un contact de cet État même (${country}) peut être marqué comme le sien. Corrigez l’État, ou retirez la marque.`,
  'contact-ends-early': ({ from, until }) =>
    `Le dernier jour (${until}) précède le premier (${from}). Corrigez l’un des deux.`,
  'contact-hours-unreadable': ({ hours }) =>
    `Les heures « ${hours} » ne se lisent pas. Écrivez-les ainsi : Mo-Fr 08:00-16:00; Sa 09:00-12:00.`,
  'contact-zone-strange': ({ zone }) =>
    `Des heures demandent un fuseau horaire connu${zone ? `, et « ${zone} » n’en est pas un` : ''}. Écrivez-le ainsi : Africa/Abidjan.`,
  'contact-channel-closed': ({ channel }) =>
    `Il manque à la voie « ${channel} » ce par quoi elle passe : une adresse pour les lettres, une adresse électronique pour le courriel, l’identifiant du nœud pour un nœud. Ajoutez-le, ou retirez la voie.`,
  'contact-confirmed-later': ({ when }) =>
    `Les coordonnées n’ont pas pu être confirmées le ${when} : ce jour est à venir. Donnez le jour où cela a été fait.`,
  'contact-ended': ({ until }) =>
    `Ce contact a pris fin le ${until} ; il n’y a rien à confirmer. S’il vaut de nouveau, modifiez-le et retirez le dernier jour.`,
  'practice-unknown': ({ code }) =>
    `Il n’y a pas de pratique de marquage ${code}. Ouvrez la liste des pratiques et choisissez-en une.`,
  'practice-unusable': ({ code, says }) =>
    `La pratique ${code} ne peut pas servir ; voici pourquoi, en anglais : ${says}. Corrigez-la et envoyez-la de nouveau.`,
  'contacts-full': ({ most }) => `Il y a place pour ${most} contacts, et elle est toute prise.`,
};

const AR: DirectorySentences = {
  'contact-unknown': () => 'لا توجد جهة اتصال كهذه. افتح قائمة جهات الاتصال واختر واحدة منها.',
  'contact-changed': () =>
    'غيّر أحدهم جهة الاتصال هذه في الأثناء. افتحها من جديد وانظر ما هو قائم الآن ثم اكتب تعديلك.',
  'contact-of-nobody': () =>
    'جهة الاتصال تكون لدولة أو لهيئة، ولم تُذكر أي منهما. اذكر الدولة بحرفيها، أو سمِّ المنظمة أو البعثة.',
  'contact-own-elsewhere': ({ country }) =>
    `لا تُعلَّم كجهة خاصة بالدولة إلا جهة اتصال من هذه الدولة نفسها (${country}). صحح الدولة أو أزل العلامة.`,
  'contact-ends-early': ({ from, until }) => `اليوم الأخير (${until}) يسبق الأول (${from}). صحح أحدهما.`,
  'contact-hours-unreadable': ({ hours }) =>
    `تعذرت قراءة الساعات «${hours}». اكتبها هكذا: \u2066Mo-Fr 08:00-16:00; Sa 09:00-12:00\u2069.`,
  'contact-zone-strange': ({ zone }) =>
    `تحتاج الساعات إلى منطقة زمنية معروفة${zone ? `، و«${zone}» ليست منها` : ''}. اكتبها هكذا: \u2066Africa/Abidjan\u2069.`,
  'contact-channel-closed': ({ channel }) =>
    `تنقص القناة «${channel}» ما تمر به: عنوان للرسائل، أو عنوان بريد إلكتروني للبريد، أو معرّف العقدة للعقدة. أضفه أو أزل القناة.`,
  'contact-confirmed-later': ({ when }) =>
    `لا يمكن أن تكون البيانات قد أُكدت في ${when}، فهذا اليوم لم يأتِ بعد. اذكر اليوم الذي جرى فيه ذلك.`,
  'contact-ended': ({ until }) =>
    `انتهت جهة الاتصال هذه في ${until}، فلا شيء يؤكَّد. إن عادت قائمة فعدّلها وأزل اليوم الأخير.`,
  'practice-unknown': ({ code }) => `لا توجد ممارسة وسم باسم ${code}. افتح قائمة الممارسات واختر واحدة منها.`,
  'practice-unusable': ({ code, says }) =>
    `لا تصلح الممارسة ${code}، والسبب بالإنجليزية: ${says}. صححها وأرسلها من جديد.`,
  'contacts-full': ({ most }) => `السعة ${most} من جهات الاتصال، وقد امتلأت كلها.`,
};

export const DIRECTORY_SENTENCES: Readonly<Record<Language, DirectorySentences>> = { en: EN, fr: FR, ar: AR };
