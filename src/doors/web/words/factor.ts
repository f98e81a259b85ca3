/** What the pages say of a second factor that a role demands, in every language side by side. */
import type { Language } from './words.ts';

const EN = {
  lacking: (role: string) =>
    `The role “${role}” demands a second factor. Set one up now; until then nothing that your roles permit is open to you.`,
  held: 'What you typed waits on this page. Set the second factor up in another tab, come back here, and go on.',
  setUp: 'Set it up in another tab',
  orPasskey: 'Use a passkey instead',
  kept: (role: string) => `The role “${role}” demands it, so it cannot be removed.`,
  title: 'Second factor',
  tick: 'Whoever holds this role must sign in with a second factor',
  tickHint:
    'Those who are signed in without one can do nothing but set one up, from their next request on. Keys of programs are not concerned.',
  demanded:
    'Demanded: whoever holds this role signs in with a second factor, or can do nothing but set one up.',
  notDemanded: 'Not demanded: a password alone lets in whoever holds this role.',
  notInDemonstration:
    'No role of this invented State demands one, so that visitors come in quickly. In a real register this one does as it comes.',
};
export type FactorWords = typeof EN;

const FR: FactorWords = {
  lacking: (role) =>
    `Le rôle « ${role} » exige un second facteur. Mettez-en un en place maintenant ; d’ici là, rien de ce que vos rôles permettent ne vous est ouvert.`,
  held: 'Ce que vous avez saisi attend sur cette page. Mettez le second facteur en place dans un autre onglet, revenez ici et continuez.',
  setUp: 'Le mettre en place dans un autre onglet',
  orPasskey: 'Employer plutôt une clé d’accès',
  kept: (role) => `Le rôle « ${role} » l’exige : il ne peut être retiré.`,
  title: 'Second facteur',
  tick: 'Qui a ce rôle doit se connecter avec un second facteur',
  tickHint:
    'Qui est connecté sans second facteur ne peut plus, dès sa prochaine demande, qu’en mettre un en place. Les clés de programmes ne sont pas concernées.',
  demanded: 'Exigé : qui a ce rôle se connecte avec un second facteur, ou ne peut qu’en mettre un en place.',
  notDemanded: 'Non exigé : un simple mot de passe laisse entrer qui a ce rôle.',
  notInDemonstration:
    'Aucun rôle de cet État inventé n’en exige, pour que les visiteurs entrent vite. Dans un vrai registre, celui-ci l’exige d’origine.',
};

const AR: FactorWords = {
  lacking: (role) =>
    `يشترط الدور «${role}» عاملًا ثانيًا. أعدّه الآن؛ وإلى ذلك الحين لا يُتاح لك شيء مما تسمح به أدوارك.`,
  held: 'ما كتبته ينتظر في هذه الصفحة. أعدّ العامل الثاني في تبويب آخر ثم عد إلى هنا وتابع.',
  setUp: 'إعداده في تبويب آخر',
  orPasskey: 'استعمال مفتاح مرور بدلًا من ذلك',
  kept: (role) => `يشترطه الدور «${role}»، فلا يمكن إزالته.`,
  title: 'العامل الثاني',
  tick: 'على كل من يحمل هذا الدور أن يدخل بعامل ثانٍ',
  tickHint: 'من كان داخلًا بدونه لا يستطيع، ابتداءً من طلبه التالي، إلا إعداده. ولا يشمل ذلك مفاتيح البرامج.',
  demanded: 'مشترط: من يحمل هذا الدور يدخل بعامل ثانٍ، وإلا لم يستطع سوى إعداده.',
  notDemanded: 'غير مشترط: تكفي كلمة السر وحدها لدخول من يحمل هذا الدور.',
  notInDemonstration:
    'لا يشترطه أي دور في هذه الدولة المتخيلة، كي يدخل الزوار سريعًا. أما في سجل حقيقي فيشترطه هذا الدور كما ورد.',
};

export const FACTOR_WORDS: Readonly<Record<Language, FactorWords>> = { en: EN, fr: FR, ar: AR };
