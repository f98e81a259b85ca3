/** The words of what is due for those who oversee or run the register, in every language side by side. */
import type { Language } from './words.ts';

type Plain =
  | 'reviews'
  | 'allReviews'
  | 'ask'
  | 'allLooks'
  | 'invited'
  | 'ending'
  | 'ends'
  | 'person'
  | 'login'
  | 'role'
  | 'backup'
  | 'calm'
  | 'calmSays'
  | 'ways';
type DutyWords = Readonly<Record<Plain, string>> & {
  readonly backupAge: (hours: string) => string;
  readonly backupNever: string;
  readonly lights: Readonly<Record<'green' | 'yellow' | 'red', string>>;
};

export const DUTY_WORDS: Readonly<Record<Language, DutyWords>> = {
  en: {
    reviews: 'Emergency access to review',
    allReviews: 'All emergency access',
    ask: 'Looks of the week to ask about',
    allLooks: 'All looks',
    invited: 'Invited, and never signed in',
    ending: 'Postings that end within thirty days',
    ends: 'Ends',
    person: 'Person',
    login: 'Signs in as',
    role: 'Role',
    backup: 'Backup',
    calm: 'Nothing waits for you.',
    calmSays: 'This is what your role can do:',
    ways: 'What your role can do',
    backupAge: (hours) => `Hours since the last one: ${hours}.`,
    backupNever: 'None was ever made.',
    lights: { green: 'in order', yellow: 'is due', red: 'overdue' },
  },
  fr: {
    reviews: 'Accès d’urgence à contrôler',
    allReviews: 'Tous les accès d’urgence',
    ask: 'Consultations de la semaine à éclaircir',
    allLooks: 'Toutes les consultations',
    invited: 'Invités, jamais connectés',
    ending: 'Affectations qui prennent fin dans les trente jours',
    ends: 'Fin',
    person: 'Personne',
    login: 'Nom de connexion',
    role: 'Rôle',
    backup: 'Sauvegarde',
    calm: 'Rien ne vous attend.',
    calmSays: 'Voici ce que permet votre rôle :',
    ways: 'Ce que permet votre rôle',
    backupAge: (hours) => `Heures depuis la dernière : ${hours}.`,
    backupNever: 'Aucune n’a encore été faite.',
    lights: { green: 'en ordre', yellow: 'à faire', red: 'en retard' },
  },
  ar: {
    reviews: 'اطلاع طارئ ينتظر المراجعة',
    allReviews: 'كل حالات الاطلاع الطارئ',
    ask: 'اطلاعات هذا الأسبوع التي تستدعي السؤال',
    allLooks: 'كل الاطلاعات',
    invited: 'دُعوا ولم يدخلوا قط',
    ending: 'تكليفات تنتهي خلال ثلاثين يومًا',
    ends: 'تنتهي',
    person: 'الشخص',
    login: 'اسم الدخول',
    role: 'الدور',
    backup: 'النسخة الاحتياطية',
    calm: 'لا شيء ينتظرك.',
    calmSays: 'هذا ما يتيحه دورك:',
    ways: 'ما يتيحه دورك',
    backupAge: (hours) => `الساعات منذ آخر نسخة: ${hours}.`,
    backupNever: 'لم تُصنع أي نسخة بعد.',
    lights: { green: 'على ما يرام', yellow: 'حان موعدها', red: 'متأخرة' },
  },
};
