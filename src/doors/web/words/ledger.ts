/** The words of the ledger's page, in every language side by side: one that lacks a word does not compile. */
import type { Language } from './words.ts';

type Plain =
  | 'title'
  | 'size'
  | 'noneWaits'
  | 'checkpoint'
  | 'checkpointSays'
  | 'take'
  | 'verify'
  | 'verifySays'
  | 'epochs'
  | 'epochsSay'
  | 'epoch'
  | 'origin'
  | 'stoodOn'
  | 'backup'
  | 'never';
type LedgerWords = Readonly<Record<Plain, string>> & {
  readonly waits: (count: string) => string;
  readonly lights: Readonly<Record<'green' | 'yellow' | 'red', string>>;
};

export const LEDGER_WORDS: Readonly<Record<Language, LedgerWords>> = {
  en: {
    title: 'The ledger',
    size: 'Entries in their place',
    noneWaits: 'None waits for its place',
    waits: (count) => `${count} acts wait for their place`,
    checkpoint: 'Checkpoint',
    checkpointSays:
      'The signed state of the ledger now. Keep it outside this house: whoever has it can later prove that nothing before it was changed.',
    take: 'Take this checkpoint',
    verify: 'Check it without trusting us',
    verifySays:
      'The checker reads an exported ledger with no database, and names the exact entry that was changed.',
    epochs: 'Epochs',
    epochsSay:
      'A new one begins when the ledger is restored from a backup; it names the checkpoint it stands on.',
    epoch: 'Epoch',
    origin: 'Origin',
    stoodOn: 'Entries before it',
    backup: 'Last backup',
    never: 'There is none',
    lights: { green: 'In order', yellow: 'Getting old', red: 'Overdue' },
  },
  fr: {
    title: 'Le grand livre',
    size: 'Inscriptions à leur place',
    noneWaits: 'Aucune n’attend sa place',
    waits: (count) => `${count} actes attendent leur place`,
    checkpoint: 'Point de contrôle',
    checkpointSays:
      'L’état signé du grand livre à cet instant. Gardez-le hors de ces murs : qui le détient peut prouver plus tard que rien d’antérieur n’a été modifié.',
    take: 'Prendre ce point de contrôle',
    verify: 'Vérifier sans nous faire confiance',
    verifySays:
      'Le vérificateur lit un grand livre exporté, sans base de données, et désigne l’inscription exacte qui a été modifiée.',
    epochs: 'Époques',
    epochsSay:
      'Une nouvelle commence quand le grand livre est restauré d’une sauvegarde ; elle nomme le point de contrôle sur lequel elle repose.',
    epoch: 'Époque',
    origin: 'Origine',
    stoodOn: 'Inscriptions antérieures',
    backup: 'Dernière sauvegarde',
    never: 'Il n’y en a aucune',
    lights: { green: 'En ordre', yellow: 'Vieillit', red: 'En retard' },
  },
  ar: {
    title: 'سجل القيود',
    size: 'قيود في مواضعها',
    noneWaits: 'لا قيد ينتظر موضعه',
    waits: (count) => `أعمال تنتظر موضعها: ${count}`,
    checkpoint: 'نقطة التحقق',
    checkpointSays:
      'حالة السجل الموقّعة الآن. احفظها خارج هذه الدار: من يملكها يستطيع لاحقًا أن يثبت أن شيئًا قبلها لم يتغير.',
    take: 'أخذ نقطة التحقق هذه',
    verify: 'التحقق دون الوثوق بنا',
    verifySays: 'يقرأ المدقق سجلًا مصدَّرًا بلا قاعدة بيانات، ويسمّي القيد الذي تغيّر بعينه.',
    epochs: 'العهود',
    epochsSay: 'يبدأ عهد جديد عندما يُستعاد السجل من نسخة احتياطية، ويسمّي نقطة التحقق التي يقوم عليها.',
    epoch: 'العهد',
    origin: 'المنشأ',
    stoodOn: 'قيود قبله',
    backup: 'آخر نسخة احتياطية',
    never: 'لا توجد نسخة',
    lights: { green: 'سليم', yellow: 'قديمة بعض الشيء', red: 'فات موعدها' },
  },
};
