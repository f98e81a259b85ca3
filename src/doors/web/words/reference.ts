/** The words of the pages of makers, calibres and models, in every language side by side. */
import type { CalibreKind } from '../../../domain/reference/entry.ts';
import type { Language } from './words.ts';

type Plain =
  | 'title'
  | 'lead'
  | 'look'
  | 'show'
  | 'name'
  | 'code'
  | 'country'
  | 'maker'
  | 'class'
  | 'kind'
  | 'none'
  | 'perhaps'
  | 'next'
  | 'first'
  | 'alsoCalled'
  | 'ambiguous'
  | 'years'
  | 'calibres'
  | 'marksAt'
  | 'marks'
  | 'lookAlikes'
  | 'tellApart'
  | 'alsoFits'
  | 'alsoFitsSays'
  | 'looksLike'
  | 'licenceOf'
  | 'successorOf'
  | 'bullet'
  | 'source'
  | 'models'
  | 'english'
  | 'markYear'
  | 'toConfirm';
type ReferenceWords = Readonly<Record<Plain, string>> & {
  readonly tables: Readonly<Record<'makers' | 'calibres' | 'models', string>>;
  readonly kinds: Readonly<Record<CalibreKind, string>>;
  readonly sides: Readonly<Record<string, string>>;
  readonly found: (count: string) => string;
  readonly since: (year: string) => string;
  readonly until: (year: string) => string;
  readonly span: (from: string, to: string) => string;
};

export const REFERENCE_WORDS: Readonly<Record<Language, ReferenceWords>> = {
  en: {
    title: 'Makers, calibres, models',
    lead: 'What arms are called, in every spelling that is met, and how one is told from what looks like it. A lead, never a proof: what stands on the arm counts.',
    look: 'Name, code or spelling',
    show: 'Look up',
    name: 'Name',
    code: 'Code',
    country: 'Country',
    maker: 'Maker',
    class: 'Class',
    kind: 'Kind',
    none: 'No name of this table holds these words.',
    perhaps: 'Perhaps meant',
    next: 'Next page',
    first: 'First page',
    alsoCalled: 'Also written',
    ambiguous: 'used for others too',
    years: 'Made',
    calibres: 'Calibres',
    marksAt: 'Where marks stand',
    marks: 'Marks it puts on arms',
    lookAlikes: 'Taken for',
    tellApart: 'How to tell it',
    alsoFits: 'Same by name or in practice',
    alsoFitsSays: 'For comparing records. It never says that a cartridge is safe to fire.',
    looksLike: 'Often confused with',
    licenceOf: 'Makes under licence of',
    successorOf: 'Followed',
    bullet: 'Bullet and case, in millimetres',
    source: 'Source',
    models: 'Its models',
    english: 'In English',
    toConfirm: 'To be confirmed by an expert.',
    markYear: 'Year',
    tables: { makers: 'Makers', calibres: 'Calibres', models: 'Models' },
    kinds: {
      rimfire: 'rimfire',
      pistol: 'pistol',
      revolver: 'revolver',
      rifle: 'rifle',
      shotgun: 'shotgun',
      heavy: 'heavy machine gun',
      grenade: 'grenade',
      mortar: 'mortar',
      rocket: 'rocket',
      recoilless: 'recoilless',
      blank: 'blank or gas',
      air: 'air gun',
      other: 'other',
    },
    sides: {
      left: 'left',
      right: 'right',
      top: 'top',
      bottom: 'underside',
      front: 'front',
      rear: 'rear',
      inside: 'inside',
    },
    found: (count) => `${count} entries`,
    since: (year) => `since ${year}`,
    until: (year) => `until ${year}`,
    span: (from, to) => `${from} to ${to}`,
  },
  fr: {
    title: 'Fabricants, calibres, modèles',
    lead: 'Comment les armes sont appelées, dans toutes les graphies rencontrées, et comment on les distingue de celles qui leur ressemblent. Une piste, jamais une preuve : ce qui figure sur l’arme l’emporte.',
    look: 'Nom, code ou graphie',
    show: 'Chercher',
    name: 'Nom',
    code: 'Code',
    country: 'Pays',
    maker: 'Fabricant',
    class: 'Classe',
    kind: 'Genre',
    none: 'Aucun nom de cette table ne contient ces mots.',
    perhaps: 'Peut-être',
    next: 'Page suivante',
    first: 'Première page',
    alsoCalled: 'Écrit aussi',
    ambiguous: 'désigne aussi d’autres',
    years: 'Fabrication',
    calibres: 'Calibres',
    marksAt: 'Où se trouvent les marques',
    marks: 'Marques apposées sur les armes',
    lookAlikes: 'Confondu avec',
    tellApart: 'Comment le reconnaître',
    alsoFits: 'Identique par le nom ou l’usage',
    alsoFitsSays:
      'Pour comparer des fiches. Cela ne dit jamais qu’une cartouche peut être tirée sans danger.',
    looksLike: 'Souvent confondu avec',
    licenceOf: 'Fabrique sous licence de',
    successorOf: 'A succédé à',
    bullet: 'Balle et étui, en millimètres',
    source: 'Source',
    models: 'Ses modèles',
    english: 'En anglais',
    toConfirm: 'À confirmer par un expert.',
    markYear: 'Année',
    tables: { makers: 'Fabricants', calibres: 'Calibres', models: 'Modèles' },
    kinds: {
      rimfire: 'percussion annulaire',
      pistol: 'pistolet',
      revolver: 'revolver',
      rifle: 'fusil',
      shotgun: 'fusil de chasse',
      heavy: 'mitrailleuse lourde',
      grenade: 'grenade',
      mortar: 'mortier',
      rocket: 'roquette',
      recoilless: 'canon sans recul',
      blank: 'à blanc ou gaz',
      air: 'air comprimé',
      other: 'autre',
    },
    sides: {
      left: 'gauche',
      right: 'droite',
      top: 'dessus',
      bottom: 'dessous',
      front: 'avant',
      rear: 'arrière',
      inside: 'intérieur',
    },
    found: (count) => `${count} entrées`,
    since: (year) => `depuis ${year}`,
    until: (year) => `jusqu’en ${year}`,
    span: (from, to) => `de ${from} à ${to}`,
  },
  ar: {
    title: 'الصانعون والعيارات والطرازات',
    lead: 'ما تُسمّى به الأسلحة بكل كتابة تُصادَف، وكيف يُميَّز السلاح عمّا يشبهه. هذا دليل يُسترشد به وليس برهانًا: العبرة بما نُقش على السلاح.',
    look: 'اسم أو رمز أو كتابة',
    show: 'بحث',
    name: 'الاسم',
    code: 'الرمز',
    country: 'البلد',
    maker: 'الصانع',
    class: 'الصنف',
    kind: 'النوع',
    none: 'لا اسم في هذا الجدول يحوي هذه الكلمات.',
    perhaps: 'لعل المقصود',
    next: 'الصفحة التالية',
    first: 'الصفحة الأولى',
    alsoCalled: 'يُكتب أيضًا',
    ambiguous: 'يُطلق على غيره أيضًا',
    years: 'سنوات الصنع',
    calibres: 'العيارات',
    marksAt: 'مواضع العلامات',
    marks: 'العلامات التي يضعها على الأسلحة',
    lookAlikes: 'يُخلط بينه وبين',
    tellApart: 'كيف يُعرف',
    alsoFits: 'هو نفسه بالاسم أو في الاستعمال',
    alsoFitsSays: 'لمقارنة السجلات، ولا يعني أبدًا أن إطلاق الخرطوشة مأمون.',
    looksLike: 'كثيرًا ما يُخلط بينه وبين',
    licenceOf: 'يصنع بترخيص من',
    successorOf: 'خلَف',
    bullet: 'المقذوف والظرف بالمليمتر',
    source: 'المصدر',
    models: 'طرازاته',
    english: 'بالإنكليزية',
    toConfirm: 'يؤكده خبير.',
    markYear: 'السنة',
    tables: { makers: 'الصانعون', calibres: 'العيارات', models: 'الطرازات' },
    kinds: {
      rimfire: 'حافّي القدح',
      pistol: 'مسدس',
      revolver: 'مسدس دوّار',
      rifle: 'بندقية',
      shotgun: 'بندقية صيد',
      heavy: 'رشاش ثقيل',
      grenade: 'قنبلة',
      mortar: 'هاون',
      rocket: 'صاروخ',
      recoilless: 'عديم الارتداد',
      blank: 'صوتي أو غازي',
      air: 'هوائي',
      other: 'غير ذلك',
    },
    sides: {
      left: 'اليسار',
      right: 'اليمين',
      top: 'الأعلى',
      bottom: 'الأسفل',
      front: 'الأمام',
      rear: 'الخلف',
      inside: 'الداخل',
    },
    found: (count) => `عدد المواد: ${count}`,
    since: (year) => `منذ ${year}`,
    until: (year) => `حتى ${year}`,
    span: (from, to) => `من ${from} إلى ${to}`,
  },
};
