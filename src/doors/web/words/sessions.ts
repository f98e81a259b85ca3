/** The words of the page of one's own sessions, in every language side by side. */
import type { Language } from './words.ts';

const EN = {
  title: 'Where you are signed in',
  lead: 'Each line is one browser that is signed in under your name. End what you do not know or no longer use, then change your password.',
  browser: 'Browser',
  unknown: 'not told',
  since: 'Since',
  seen: 'Last used',
  how: 'Signed in with',
  factor: 'a second factor',
  password: 'a password alone',
  here: 'this one',
  end: 'End',
  endHere: 'End it and sign out',
  endOthers: 'End all others',
  none: 'You are signed in nowhere else.',
  ended: 'Ended: the next request from there is turned away.',
};
export type SessionWords = typeof EN;

const FR: SessionWords = {
  title: 'Où vous êtes connecté',
  lead: 'Chaque ligne est un navigateur connecté à votre nom. Mettez fin à ce que vous ne connaissez pas ou n’employez plus, puis changez votre mot de passe.',
  browser: 'Navigateur',
  unknown: 'non précisé',
  since: 'Depuis',
  seen: 'Dernier emploi',
  how: 'Connexion par',
  factor: 'un second facteur',
  password: 'un simple mot de passe',
  here: 'celui-ci',
  end: 'Mettre fin',
  endHere: 'Mettre fin et se déconnecter',
  endOthers: 'Mettre fin à toutes les autres',
  none: 'Vous n’êtes connecté nulle part ailleurs.',
  ended: 'C’est fini : la prochaine demande venant de là sera refusée.',
};

const AR: SessionWords = {
  title: 'أين دخلت',
  lead: 'كل سطر متصفح دخل باسمك. أنهِ ما لا تعرفه أو لم تعد تستعمله، ثم غيّر كلمة سرك.',
  browser: 'المتصفح',
  unknown: 'غير مذكور',
  since: 'منذ',
  seen: 'آخر استعمال',
  how: 'الدخول بواسطة',
  factor: 'عامل ثانٍ',
  password: 'كلمة سر فقط',
  here: 'هذا',
  end: 'إنهاء',
  endHere: 'إنهاء والخروج',
  endOthers: 'إنهاء كل ما عداه',
  none: 'لم تدخل من أي مكان آخر.',
  ended: 'انتهى: يُرد الطلب التالي من هناك.',
};

export const SESSION_WORDS: Readonly<Record<Language, SessionWords>> = { en: EN, fr: FR, ar: AR };
