/** The words of the pages of papers of traces, in every language side by side: one that lacks a word does not compile. */
import type { UNREAD_REASONS } from '../../papers/understand.ts';
import type { Language } from './words.ts';

export type PapersWords = {
  readonly register: string;
  readonly registerLead: string;
  readonly waiting: string;
  readonly noneWaits: string;
  readonly takeIn: string;
  readonly takeInLead: string;
  readonly file: string;
  readonly fileHint: string;
  readonly called: string;
  readonly send: string;
  readonly scan: string;
  readonly noScan: string;
  readonly withoutScan: string;
  readonly original: string;
  readonly kind: string;
  readonly channel: string;
  readonly country: string;
  readonly dated: string;
  readonly received: string;
  readonly dayHint: string;
  readonly text: string;
  readonly outcome: string;
  readonly notSaid: string;
  readonly keep: string;
  readonly anew: string;
  readonly filledRead: string;
  readonly pictures: string;
  readonly picturesSay: string;
  readonly picture: (place: string) => string;
  readonly pictureShows: string;
  readonly pictureScale: string;
  readonly pictureLeft: string;
  readonly row: (place: string) => string;
  readonly papers: string;
  readonly ofTrace: string;
  readonly noPapers: string;
  readonly add: string;
  readonly requests: string;
  readonly asDocument: string;
  readonly print: string;
  readonly sheets: string;
  readonly translations: string;
  readonly translate: string;
  readonly language: string;
  readonly missing: string;
  readonly askForIt: string;
  readonly asked: string;
  readonly askText: string;
  readonly embargo: string;
  readonly embargoMake: string;
  readonly consent: string;
  readonly back: string;
  readonly forms: string;
  readonly formsLead: string;
  readonly copyLead: string;
  readonly left: Readonly<Record<'theirs' | 'person' | 'never', string>>;
  readonly why: Readonly<Record<(typeof UNREAD_REASONS)[number], string>>;
};

export const PAPERS_WORDS: Readonly<Record<Language, PapersWords>> = {
  en: {
    register: 'Register a letter',
    registerLead:
      'What came by letter, e-mail, INTERPOL, embassy, panel or as a filled form is registered once, and then goes the way of any request.',
    waiting: 'Papers that wait to be registered',
    noneWaits: 'None waits.',
    takeIn: 'Take in a paper',
    takeInLead:
      'Take in the scan first: it then stands beside the fields. A form that was filled in is read by itself.',
    file: 'Scan or form',
    fileHint: 'PDF, picture, or a form of ours as a Word document.',
    called: 'What it is',
    send: 'Take in',
    scan: 'The paper',
    withoutScan: 'Register a letter without its scan',
    noScan: 'This paper has no picture to show. Save the original and open it.',
    original: 'Save the original',
    kind: 'What it is',
    channel: 'How it came',
    country: 'From which State (two letters)',
    dated: 'Date on the paper',
    received: 'Day on which it came',
    dayHint: 'The clocks run from this day.',
    text: 'What it says',
    outcome: 'Outcome',
    notSaid: 'Not said',
    keep: 'Register',
    anew: 'It is another request, though its reference is known',
    filledRead: 'These fields were read from the filled form. Look at each of them before you register.',
    pictures: 'Photographs in the form',
    picturesSay:
      'They are kept with the request, written anew without position and device. Say what each shows.',
    picture: (place) => `Picture ${place}`,
    pictureShows: 'It shows',
    pictureScale: 'A scale lies beside it',
    pictureLeft: 'Leave it out',
    row: (place) => `Line ${place}`,
    papers: 'Papers',
    ofTrace: 'Papers of this trace',
    noPapers: 'None yet.',
    add: 'Add a paper',
    requests: 'Requests and letters',
    asDocument: 'Document',
    print: 'Print',
    sheets: 'Copy-sheet',
    translations: 'Working translations',
    translate: 'Keep the translation',
    language: 'Language',
    missing: 'The request does not say',
    askForIt: 'Ask for it',
    asked: 'What is asked for',
    askText: 'Please send us what is missing.',
    embargo: 'Copy for the body of an embargo',
    embargoMake: 'Record a copy',
    consent: 'Reference of the written consent, where one is needed',
    back: 'Back to the trace',
    forms: 'Empty forms',
    formsLead: 'For partners without this software, to be filled in and sent back.',
    copyLead:
      'One line for each field of the form, in its order. Nothing about what a person is stands here.',
    left: {
      theirs: 'theirs to fill in',
      person: 'about a person: by hand, where the law allows it',
      never: 'never filled in',
    },
    why: {
      'not-in-list': 'This is not in the list.',
      'no-date': 'This is no date as year, year-month or year-month-day.',
      'no-country': 'This country is not known. Give its two letters.',
      'no-number': 'This is no number.',
      'no-position': 'This is no latitude and longitude.',
      'too-long': 'This is too long.',
      missing: 'This is missing.',
      'row-unfinished': 'This line lacks something.',
      twice: 'The form says two things here.',
      'unknown-field': 'The form has no such field.',
    },
  },
  fr: {
    register: 'Enregistrer une lettre',
    registerLead:
      'Ce qui est arrivé par lettre, courriel, INTERPOL, ambassade, groupe d’experts ou formulaire rempli s’enregistre une fois, puis suit le chemin de toute demande.',
    waiting: 'Pièces en attente d’enregistrement',
    noneWaits: 'Aucune en attente.',
    takeIn: 'Recevoir une pièce',
    takeInLead:
      'Recevez d’abord la numérisation : elle figure ensuite à côté des champs. Un formulaire rempli se lit de lui-même.',
    file: 'Numérisation ou formulaire',
    fileHint: 'PDF, image, ou un de nos formulaires en document Word.',
    called: 'De quoi il s’agit',
    send: 'Recevoir',
    scan: 'La pièce',
    withoutScan: 'Enregistrer une lettre sans sa numérisation',
    noScan: 'Cette pièce n’a pas d’image à montrer. Enregistrez l’original et ouvrez-le.',
    original: 'Enregistrer l’original',
    kind: 'De quoi il s’agit',
    channel: 'Voie d’arrivée',
    country: 'De quel État (deux lettres)',
    dated: 'Date sur la pièce',
    received: 'Jour de l’arrivée',
    dayHint: 'Les délais courent à partir de ce jour.',
    text: 'Ce qu’elle dit',
    outcome: 'Issue',
    notSaid: 'Non précisé',
    keep: 'Enregistrer',
    anew: 'C’est une autre demande, bien que sa référence soit connue',
    filledRead: 'Ces champs ont été lus dans le formulaire rempli. Vérifiez chacun avant d’enregistrer.',
    pictures: 'Photographies dans le formulaire',
    picturesSay:
      'Elles sont gardées avec la demande, réécrites sans position ni appareil. Dites ce que chacune montre.',
    picture: (place) => `Image ${place}`,
    pictureShows: 'Elle montre',
    pictureScale: 'Une échelle est posée à côté',
    pictureLeft: 'L’écarter',
    row: (place) => `Ligne ${place}`,
    papers: 'Pièces',
    ofTrace: 'Pièces de ce traçage',
    noPapers: 'Aucune pour l’instant.',
    add: 'Ajouter une pièce',
    requests: 'Demandes et lettres',
    asDocument: 'Document',
    print: 'Imprimer',
    sheets: 'Fiche à recopier',
    translations: 'Traductions de travail',
    translate: 'Garder la traduction',
    language: 'Langue',
    missing: 'La demande ne dit pas',
    askForIt: 'Le demander',
    asked: 'Ce qui est demandé',
    askText: 'Veuillez nous communiquer ce qui manque.',
    embargo: 'Copie pour l’organe chargé d’un embargo',
    embargoMake: 'Noter une copie',
    consent: 'Référence de l’accord écrit, s’il en faut un',
    back: 'Retour au traçage',
    forms: 'Formulaires vierges',
    formsLead: 'Pour les partenaires sans ce logiciel, à remplir et à renvoyer.',
    copyLead: 'Une ligne par champ du formulaire, dans son ordre. Rien de ce qu’est une personne n’y figure.',
    left: {
      theirs: 'à remplir par eux',
      person: 'au sujet d’une personne : à la main, si la loi le permet',
      never: 'jamais rempli',
    },
    why: {
      'not-in-list': 'Ceci n’est pas dans la liste.',
      'no-date': 'Ce n’est pas une date : année, année-mois ou année-mois-jour.',
      'no-country': 'Ce pays n’est pas connu. Indiquez ses deux lettres.',
      'no-number': 'Ce n’est pas un nombre.',
      'no-position': 'Ce n’est pas une latitude et une longitude.',
      'too-long': 'C’est trop long.',
      missing: 'Ceci manque.',
      'row-unfinished': 'Il manque quelque chose à cette ligne.',
      twice: 'Le formulaire dit ici deux choses.',
      'unknown-field': 'Le formulaire n’a pas ce champ.',
    },
  },
  ar: {
    register: 'تسجيل رسالة',
    registerLead:
      'ما ورد برسالة أو بريد إلكتروني أو عبر الإنتربول أو سفارة أو فريق خبراء أو استمارة مملوءة يُسجَّل مرة واحدة، ثم يسلك طريق أي طلب.',
    waiting: 'أوراق تنتظر التسجيل',
    noneWaits: 'لا شيء ينتظر.',
    takeIn: 'إدخال ورقة',
    takeInLead: 'أدخل المسح الضوئي أولاً ليظهر بجانب الحقول. والاستمارة المملوءة تُقرأ من تلقاء نفسها.',
    file: 'المسح الضوئي أو الاستمارة',
    fileHint: 'صورة أو ملف ممسوح ضوئيًا أو إحدى استماراتنا المملوءة.',
    called: 'ما هي',
    send: 'إدخال',
    scan: 'الورقة',
    withoutScan: 'تسجيل رسالة بلا نسخة ممسوحة منها',
    noScan: 'ليس لهذه الورقة صورة تُعرض. احفظ الأصل وافتحه.',
    original: 'حفظ الأصل',
    kind: 'ما هي',
    channel: 'كيف وردت',
    country: 'من أي دولة (حرفان)',
    dated: 'تاريخ الورقة',
    received: 'يوم الورود',
    dayHint: 'تُحسب المهل من هذا اليوم.',
    text: 'مضمونها',
    outcome: 'النتيجة',
    notSaid: 'لم يُذكر',
    keep: 'تسجيل',
    anew: 'هذا طلب آخر وإن كان مرجعه معروفًا',
    filledRead: 'قُرئت هذه الحقول من الاستمارة المملوءة. راجع كل حقل قبل التسجيل.',
    pictures: 'الصور في الاستمارة',
    picturesSay: 'تُحفظ مع الطلب مكتوبة من جديد بلا موقع ولا جهاز. قل ما تُظهره كل صورة.',
    picture: (place) => `الصورة ${place}`,
    pictureShows: 'تُظهر',
    pictureScale: 'بجانبها مقياس',
    pictureLeft: 'استبعادها',
    row: (place) => `السطر ${place}`,
    papers: 'الأوراق',
    ofTrace: 'أوراق هذا التعقب',
    noPapers: 'لا شيء بعد.',
    add: 'إضافة ورقة',
    requests: 'الطلبات والرسائل',
    asDocument: 'مستند',
    print: 'طباعة',
    sheets: 'ورقة نسخ',
    translations: 'ترجمات عمل',
    translate: 'حفظ الترجمة',
    language: 'اللغة',
    missing: 'لا يذكر الطلب',
    askForIt: 'طلب ذلك',
    asked: 'المطلوب',
    askText: 'نرجو موافاتنا بما ينقص.',
    embargo: 'نسخة للجهة المعنية بحظر',
    embargoMake: 'تدوين نسخة',
    consent: 'مرجع الموافقة الخطية إن لزمت',
    back: 'العودة إلى التعقب',
    forms: 'استمارات فارغة',
    formsLead: 'للشركاء الذين لا يستعملون هذا البرنامج، تُملأ وتُعاد.',
    copyLead: 'سطر لكل حقل من الاستمارة بترتيبه. لا شيء هنا عن صفات الأشخاص.',
    left: { theirs: 'يملؤونه هم', person: 'عن شخص: يدويًا حيث يسمح القانون', never: 'لا يُملأ أبدًا' },
    why: {
      'not-in-list': 'هذا ليس في القائمة.',
      'no-date': 'ليس هذا تاريخًا: سنة أو سنة-شهر أو سنة-شهر-يوم.',
      'no-country': 'هذا البلد غير معروف. اذكر حرفيه.',
      'no-number': 'ليس هذا عددًا.',
      'no-position': 'ليس هذا خط عرض وخط طول.',
      'too-long': 'هذا أطول مما يجوز.',
      missing: 'هذا ناقص.',
      'row-unfinished': 'ينقص هذا السطر شيء.',
      twice: 'تقول الاستمارة هنا شيئين.',
      'unknown-field': 'ليس في الاستمارة هذا الحقل.',
    },
  },
};
