/** The words of what overseers are shown beside single looks, in every language side by side. */
import type { Language } from './words.ts';

type Pattern =
  | 'own-name'
  | 'family-name'
  | 'colleague'
  | 'one-person'
  | 'emergencies'
  | 'matches'
  | 'no-number';

type Plain =
  | 'patterns'
  | 'patternsLead'
  | 'patternsNone'
  | 'patternsFull'
  | 'looksOf'
  | 'changes'
  | 'changesLead'
  | 'changesToday'
  | 'changesNone'
  | 'late'
  | 'lateWeek'
  | 'lateNone'
  | 'all'
  | 'someone'
  | 'who'
  | 'what'
  | 'whom'
  | 'when'
  | 'arm'
  | 'event'
  | 'happened'
  | 'daysLate'
  | 'lateOf'
  | 'firstAdministrator'
  | 'restored';
type OversightWords = Readonly<Record<Plain, string>> & {
  readonly lateLead: (days: string) => string;
  readonly share: (late: string, all: string) => string;
  readonly says: Readonly<Record<Pattern, (who: string, arms: string) => string>>;
  readonly person: (name: string) => string;
  readonly unjustified: (count: string) => string;
};

export const OVERSIGHT_WORDS: Readonly<Record<Language, OversightWords>> = {
  en: {
    patterns: 'Patterns to ask about',
    patternsLead:
      'What the looks of the last seven days have in common. Each is a question, not a finding: namesakes are common, and some work is on one person.',
    patternsNone: 'No pattern stands out.',
    patternsFull: 'There were more looks than are read at once; the oldest of the week are left out.',
    looksOf: 'The looks',
    changes: 'Changes of accounts, roles and keys',
    changesLead: 'Who let whom in, changed a role, made a key, or erased data of a person.',
    changesToday: 'Changes of accounts, roles and keys in the last 24 hours',
    changesNone: 'Nothing was changed in these days.',
    late: 'Recorded late',
    lateWeek: 'Recorded late in the last seven days',
    lateNone: 'Nothing was recorded late in these days.',
    all: 'All of them',
    someone: 'Somebody whose name is withheld',
    who: 'Who',
    what: 'What',
    whom: 'Whose account',
    when: 'When (UTC)',
    arm: 'Arm',
    event: 'Event',
    happened: 'Happened',
    daysLate: 'Days between',
    lateOf: 'Late',
    firstAdministrator: 'becoming the first administrator',
    restored: 'restoring the register from a backup',
    lateLead: (days) =>
      `Facts recorded by hand more than ${days} days after they happened. What is written down late may have been written to fit. Files that were brought in are not counted.`,
    share: (late, all) => `${late} of ${all}`,
    says: {
      'own-name': (who, arms) => `${who}: arms of a person of the very same name, perhaps oneself (${arms}).`,
      'family-name': (who, arms) => `${who}: arms of a person of the same family name (${arms}).`,
      colleague: (who, arms) => `${who}: arms of a person who bears the name of a colleague here (${arms}).`,
      'one-person': (who, arms) => `${who}: many arms of one and the same person (${arms}).`,
      emergencies: (who, arms) => `${who}: arms opened by emergency access (${arms}).`,
      matches: (who, arms) => `${who}: arms opened by own decisions on readings (${arms}).`,
      'no-number': (who, arms) => `${who}: arms looked at for a purpose without any case number (${arms}).`,
    },
    person: (name) => `The person is ${name}.`,
    unjustified: (count) => `Found not justified: ${count}.`,
  },
  fr: {
    patterns: 'Habitudes à éclaircir',
    patternsLead:
      'Ce que les consultations des sept derniers jours ont en commun. Chaque ligne est une question et non un constat : les homonymes sont fréquents, et certains dossiers portent sur une seule personne.',
    patternsNone: 'Rien ne ressort.',
    patternsFull:
      'Il y a eu plus de consultations qu’on n’en lit à la fois ; les plus anciennes de la semaine sont omises.',
    looksOf: 'Les consultations',
    changes: 'Modifications des comptes, des rôles et des clés',
    changesLead: 'Qui a admis qui, modifié un rôle, créé une clé ou effacé les données d’une personne.',
    changesToday: 'Modifications des comptes, des rôles et des clés des dernières 24 heures',
    changesNone: 'Rien n’a été modifié durant ces jours.',
    late: 'Inscriptions tardives',
    lateWeek: 'Inscriptions tardives des sept derniers jours',
    lateNone: 'Rien n’a été inscrit tardivement durant ces jours.',
    all: 'Toutes',
    someone: 'Quelqu’un dont le nom n’est pas communiqué',
    who: 'Qui',
    what: 'Quoi',
    whom: 'Compte de',
    when: 'Quand (UTC)',
    arm: 'Arme',
    event: 'Événement',
    happened: 'Survenu',
    daysLate: 'Jours d’écart',
    lateOf: 'Tardives',
    firstAdministrator: 'devenir le premier administrateur',
    restored: 'restaurer le registre depuis une sauvegarde',
    lateLead: (days) =>
      `Faits inscrits à la main plus de ${days} jours après être survenus. Ce qui est inscrit tard a pu l’être pour convenir. Les fichiers importés ne sont pas comptés.`,
    share: (late, all) => `${late} sur ${all}`,
    says: {
      'own-name': (who, arms) =>
        `${who} : armes d’une personne portant exactement le même nom, peut-être soi-même (${arms}).`,
      'family-name': (who, arms) => `${who} : armes d’une personne portant le même nom de famille (${arms}).`,
      colleague: (who, arms) => `${who} : armes d’une personne portant le nom d’un collègue d’ici (${arms}).`,
      'one-person': (who, arms) => `${who} : nombreuses armes d’une seule et même personne (${arms}).`,
      emergencies: (who, arms) => `${who} : armes ouvertes par accès d’urgence (${arms}).`,
      matches: (who, arms) => `${who} : armes ouvertes par ses propres décisions sur des lectures (${arms}).`,
      'no-number': (who, arms) =>
        `${who} : armes consultées pour un motif sans aucun numéro de dossier (${arms}).`,
    },
    person: (name) => `La personne est ${name}.`,
    unjustified: (count) => `Jugés non justifiés : ${count}.`,
  },
  ar: {
    patterns: 'أنماط تستدعي السؤال',
    patternsLead:
      'ما يجمع بين اطلاعات الأيام السبعة الأخيرة. كل سطر سؤال وليس حكمًا: فتشابه الأسماء شائع، وبعض العمل يخص شخصًا واحدًا.',
    patternsNone: 'لا نمط يلفت النظر.',
    patternsFull: 'كانت الاطلاعات أكثر مما يُقرأ دفعة واحدة؛ وقد تُرك أقدمها في الأسبوع.',
    looksOf: 'الاطلاعات',
    changes: 'تغييرات الحسابات والأدوار والمفاتيح',
    changesLead: 'من أدخل من، ومن غيّر دورًا أو أنشأ مفتاحًا أو محا بيانات شخص.',
    changesToday: 'تغييرات الحسابات والأدوار والمفاتيح في آخر 24 ساعة',
    changesNone: 'لم يتغير شيء في هذه الأيام.',
    late: 'سُجّل متأخرًا',
    lateWeek: 'ما سُجّل متأخرًا في الأيام السبعة الأخيرة',
    lateNone: 'لم يُسجَّل شيء متأخرًا في هذه الأيام.',
    all: 'كلها',
    someone: 'شخص اسمه محجوب',
    who: 'مَن',
    what: 'ماذا',
    whom: 'حساب مَن',
    when: 'متى (بالتوقيت العالمي)',
    arm: 'السلاح',
    event: 'الحدث',
    happened: 'وقع',
    daysLate: 'الأيام بينهما',
    lateOf: 'المتأخر',
    firstAdministrator: 'تعيين أول مدير',
    restored: 'استعادة السجل من نسخة احتياطية',
    lateLead: (days) =>
      `وقائع سُجّلت يدويًا بعد وقوعها بأكثر من ${days} أيام. ما يُكتب متأخرًا قد يُكتب ليلائم غرضًا. ولا تُحسب الملفات المستوردة.`,
    share: (late, all) => `${late} من ${all}`,
    says: {
      'own-name': (who, arms) => `${who}: أسلحة شخص يحمل الاسم نفسه تمامًا، ولعله هو نفسه (${arms}).`,
      'family-name': (who, arms) => `${who}: أسلحة شخص يحمل اسم العائلة نفسه (${arms}).`,
      colleague: (who, arms) => `${who}: أسلحة شخص يحمل اسم زميل هنا (${arms}).`,
      'one-person': (who, arms) => `${who}: أسلحة كثيرة لشخص واحد بعينه (${arms}).`,
      emergencies: (who, arms) => `${who}: أسلحة فُتحت بوصول طارئ (${arms}).`,
      matches: (who, arms) => `${who}: أسلحة فُتحت بقراراته في قراءات (${arms}).`,
      'no-number': (who, arms) => `${who}: أسلحة اطُّلع عليها لغرض بلا أي رقم قضية (${arms}).`,
    },
    person: (name) => `الشخص هو ${name}.`,
    unjustified: (count) => `تبيّن أنه غير مبرر: ${count}.`,
  },
};
