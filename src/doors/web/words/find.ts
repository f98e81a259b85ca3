/** The words of finding, keeping and exporting, in every language side by side: one that lacks a word does not compile. */
import type { Language } from './words.ts';

type Plain =
  | 'unit'
  | 'holder'
  | 'namesHint'
  | 'previous'
  | 'last'
  | 'keepTitle'
  | 'keepHint'
  | 'name'
  | 'keep'
  | 'keptTitle'
  | 'forget'
  | 'gone'
  | 'exportTitle'
  | 'exportSays'
  | 'purpose'
  | 'purposeHint'
  | 'purposeMissing'
  | 'csv'
  | 'xlsx';
type FindWords = Readonly<Record<Plain, string>> & {
  readonly most: (csv: string, xlsx: string) => string;
  readonly keptAs: (name: string) => string;
  readonly forgetOne: (name: string) => string;
};

export const FIND_WORDS: Readonly<Record<Language, FindWords>> = {
  en: {
    unit: 'Accounting unit',
    holder: 'Holder',
    namesHint: 'The whole name. It stands in no address, and the look is recorded.',
    previous: 'Page before',
    last: 'Last page',
    keepTitle: 'Keep this search',
    keepHint: 'It is asked anew each time. Only you see it; without a name it goes after a day.',
    name: 'Name of the search',
    keep: 'Keep',
    keptTitle: 'Searches you keep',
    forget: 'Forget',
    gone: 'This search is no longer kept. Look again.',
    exportTitle: 'Take this list as a file',
    exportSays:
      'Neither holders nor sites are in it: a list of those needs a second person’s decision. Who took the file, when and for what stands in its first line and in the ledger, where auditors see it.',
    purpose: 'What it is for',
    purposeHint: 'A case number, where there is one.',
    purposeMissing: 'Say what the file is for.',
    csv: 'Take as CSV',
    xlsx: 'Take as XLSX',
    most: (csv, xlsx) => `At most ${csv} arms at once as CSV, ${xlsx} as XLSX.`,
    keptAs: (name) => `Kept as ${name}.`,
    forgetOne: (name) => `Forget ${name}`,
  },
  fr: {
    unit: 'Unité comptable',
    holder: 'Détenteur',
    namesHint: 'Le nom entier. Il ne figure dans aucune adresse, et la consultation est enregistrée.',
    previous: 'Page précédente',
    last: 'Dernière page',
    keepTitle: 'Garder cette recherche',
    keepHint:
      'Elle est refaite à chaque fois. Vous seul la voyez ; sans nom, elle disparaît au bout d’un jour.',
    name: 'Nom de la recherche',
    keep: 'Garder',
    keptTitle: 'Recherches que vous gardez',
    forget: 'Oublier',
    gone: 'Cette recherche n’est plus gardée. Cherchez de nouveau.',
    exportTitle: 'Prendre cette liste en fichier',
    exportSays:
      'Ni détenteurs ni sites n’y figurent : une telle liste demande la décision d’une seconde personne. Qui a pris le fichier, quand et pour quoi figure à sa première ligne et dans le grand livre, où les auditeurs le voient.',
    purpose: 'À quoi il sert',
    purposeHint: 'Un numéro de dossier, s’il y en a un.',
    purposeMissing: 'Dites à quoi le fichier sert.',
    csv: 'Prendre en CSV',
    xlsx: 'Prendre en XLSX',
    most: (csv, xlsx) => `Au plus ${csv} armes à la fois en CSV, ${xlsx} en XLSX.`,
    keptAs: (name) => `Gardée sous le nom ${name}.`,
    forgetOne: (name) => `Oublier ${name}`,
  },
  ar: {
    unit: 'الوحدة المحاسبية',
    holder: 'الحائز',
    namesHint: 'الاسم كاملًا. لا يظهر في أي عنوان، ويُسجَّل الاطلاع.',
    previous: 'الصفحة السابقة',
    last: 'الصفحة الأخيرة',
    keepTitle: 'حفظ هذا البحث',
    keepHint: 'يُعاد البحث من جديد كل مرة. لا يراه غيرك؛ وبلا اسم يزول بعد يوم.',
    name: 'اسم البحث',
    keep: 'حفظ',
    keptTitle: 'عمليات البحث المحفوظة لديك',
    forget: 'حذف',
    gone: 'لم يعد هذا البحث محفوظًا. ابحث من جديد.',
    exportTitle: 'أخذ هذه القائمة في ملف',
    exportSays:
      'ليس فيه حائزون ولا مواقع: فقائمة كهذه تحتاج إلى قرار شخص ثانٍ. من أخذ الملف ومتى ولأي غرض مكتوب في سطره الأول وفي دفتر القيود، حيث يراه المدققون.',
    purpose: 'الغرض منه',
    purposeHint: 'رقم القضية إن وُجد.',
    purposeMissing: 'اذكر الغرض من الملف.',
    csv: 'أخذه نصًا مفصولًا بفواصل',
    xlsx: 'أخذه مصنف جداول',
    most: (csv, xlsx) => `على الأكثر دفعة واحدة: ${csv} سلاح في ملف نصي و${xlsx} في مصنف جداول.`,
    keptAs: (name) => `محفوظ باسم ${name}.`,
    forgetOne: (name) => `حذف ${name}`,
  },
};
