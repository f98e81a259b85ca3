/** The words of receipts and of checking one, in every language side by side: one that lacks a word does not compile. */
import type { FileKind } from '../../../acts/file-receipt.ts';
import type { Language } from './words.ts';

type ReceiptWords = Readonly<
  Record<
    | 'title'
    | 'register'
    | 'arm'
    | 'class'
    | 'marks'
    | 'what'
    | 'happened'
    | 'recorded'
    | 'act'
    | 'operator'
    | 'entry'
    | 'leaf'
    | 'checkpoint'
    | 'code'
    | 'scan'
    | 'keep'
    | 'noAcknowledgement'
    | 'print'
    | 'toArm'
    | 'toCheck'
    | 'waits'
    | 'checkTitle'
    | 'checkLead'
    | 'number'
    | 'codeHint'
    | 'check'
    | 'fits'
    | 'fitsOnly'
    | 'otherAct'
    | 'fileKeep'
    | 'nothingOfCase',
    string
  >
> & {
  /** What a receipt is about that is no arm, and the way back to it. */
  readonly files: Readonly<Record<FileKind, string>>;
  readonly toFile: Readonly<Record<FileKind, string>>;
  readonly leafOf: (leaf: string, size: string) => string;
};

export const RECEIPT_WORDS = {
  en: {
    title: 'Receipt',
    register: 'Register of small arms',
    arm: 'State number',
    class: 'Kind of arm',
    marks: 'Marks on it',
    what: 'What was recorded',
    happened: 'It happened',
    recorded: 'Recorded (UTC)',
    act: 'By the act',
    operator: 'Recorded by',
    entry: 'Entry',
    leaf: 'Place in the ledger',
    leafOf: (leaf, size) => `leaf ${leaf} of ${size}`,
    checkpoint: 'Checkpoint begins',
    code: 'Check code',
    scan: 'The same for a scanner: number, entry, leaf, size and check code',
    keep: 'Keep this receipt. Whoever has the State number and the check code can have it checked at any post with this register.',
    noAcknowledgement:
      'It says that the entry stands in the ledger, and nothing more. It is no acknowledgement of a tracing request under ITI 19: only the State that was asked gives that.',
    print: 'To print it, use the print command of your browser; paper of any width will do.',
    toArm: 'To the arm',
    toCheck: 'Check a receipt',
    waits: 'The entry is kept and waits for its place in the ledger. Load this page again in a moment.',
    checkTitle: 'Check a receipt',
    checkLead:
      'Type the number and the check code from the paper, or scan its square code. Of an arm the number is its State number, of a trace its reference, of anything else the id that is printed.',
    number: 'Number on the receipt',
    codeHint: 'Eleven letters and digits, such as 7K4Q-92MT-KP3; or the whole text of the square code.',
    check: 'Check',
    fits: 'The receipt fits an entry of this register.',
    fitsOnly: 'Compare these facts with the paper. Nothing else of the arm or the case is told here.',
    otherAct: 'other work of the register',
    files: { trace: 'Trace', listing: 'Entry of the list of lost and stolen arms', hit: 'Hit on the list' },
    toFile: { trace: 'To the trace', listing: 'To the entry of the list', hit: 'To the hit' },
    fileKeep:
      'Keep this receipt. Whoever has the number above and the check code can have it checked at any post with this register.',
    nothingOfCase: 'It tells nothing of the case, on the paper or to whoever checks it.',
  },
  fr: {
    title: 'Récépissé',
    register: 'Registre des armes légères',
    arm: 'Numéro d’État',
    class: 'Catégorie de l’arme',
    marks: 'Marques portées',
    what: 'Ce qui a été inscrit',
    happened: 'Survenu',
    recorded: 'Inscrit (UTC)',
    act: 'Par l’acte',
    operator: 'Inscrit par',
    entry: 'Inscription',
    leaf: 'Place au grand livre',
    leafOf: (leaf, size) => `feuille ${leaf} sur ${size}`,
    checkpoint: 'Début du point de contrôle',
    code: 'Code de contrôle',
    scan: 'La même chose pour un lecteur : numéro, inscription, feuille, taille et code de contrôle',
    keep: 'Conservez ce récépissé. Avec le numéro d’État et le code de contrôle, il peut être vérifié dans tout poste relié à ce registre.',
    noAcknowledgement:
      'Il dit que l’inscription figure au grand livre, et rien d’autre. Ce n’est pas l’accusé de réception d’une demande de traçage au sens de l’ITI 19 : seul l’État requis le donne.',
    print:
      'Pour l’imprimer, employez la commande d’impression du navigateur ; toute largeur de papier convient.',
    toArm: 'Vers l’arme',
    toCheck: 'Vérifier un récépissé',
    waits:
      'L’inscription est conservée et attend sa place au grand livre. Rechargez cette page dans un instant.',
    checkTitle: 'Vérifier un récépissé',
    checkLead:
      'Saisissez le numéro et le code de contrôle qui figurent sur le papier, ou lisez son code carré. Pour une arme, c’est le numéro d’État ; pour un traçage, sa référence ; pour le reste, l’identifiant imprimé.',
    number: 'Numéro du récépissé',
    codeHint: 'Onze lettres et chiffres, comme 7K4Q-92MT-KP3 ; ou tout le texte du code carré.',
    check: 'Vérifier',
    fits: 'Le récépissé répond à une inscription de ce registre.',
    fitsOnly: 'Comparez ceci avec le papier. Rien d’autre n’est dit ici de l’arme ni de l’affaire.',
    otherAct: 'autre tâche du registre',
    files: {
      trace: 'Traçage',
      listing: 'Inscription sur la liste des armes perdues et volées',
      hit: 'Concordance avec la liste',
    },
    toFile: { trace: 'Vers le traçage', listing: 'Vers l’inscription', hit: 'Vers la concordance' },
    fileKeep:
      'Conservez ce récépissé. Avec le numéro ci-dessus et le code de contrôle, il peut être vérifié dans tout poste relié à ce registre.',
    nothingOfCase: 'Il ne dit rien de l’affaire, ni sur le papier ni à qui le vérifie.',
  },
  ar: {
    title: 'إيصال',
    register: 'سجل الأسلحة الصغيرة',
    arm: 'رقم الدولة',
    class: 'صنف السلاح',
    marks: 'العلامات عليه',
    what: 'ما سُجل',
    happened: 'وقع',
    recorded: 'سُجل (بالتوقيت العالمي)',
    act: 'بالعمل',
    operator: 'سجّله',
    entry: 'القيد',
    leaf: 'المكان في الدفتر',
    leafOf: (leaf, size) => `الورقة ${leaf} من ${size}`,
    checkpoint: 'بداية نقطة التحقق',
    code: 'رمز التحقق',
    scan: 'الأمر نفسه للماسح: الرقم والقيد والورقة والحجم ورمز التحقق',
    keep: 'احتفظ بهذا الإيصال. برقم الدولة ورمز التحقق يمكن التحقق منه في أي مركز متصل بهذا السجل.',
    noAcknowledgement:
      'يقول إن القيد موجود في الدفتر، ولا شيء غير ذلك. وليس إقرارًا باستلام طلب تعقب بموجب \u2066ITI 19\u2069، فذلك لا تعطيه إلا الدولة المطلوب منها.',
    print: 'لطباعته استعمل أمر الطباعة في المتصفح؛ يصلح ورق من أي عرض.',
    toArm: 'إلى السلاح',
    toCheck: 'التحقق من إيصال',
    waits: 'القيد محفوظ وينتظر مكانه في الدفتر. حمّل هذه الصفحة مرة أخرى بعد لحظة.',
    checkTitle: 'التحقق من إيصال',
    checkLead:
      'اكتب الرقم ورمز التحقق كما على الورقة، أو امسح رمزها المربع. الرقم للسلاح هو رقم الدولة، وللتعقب مرجعه، ولما عداهما المعرّف المطبوع.',
    number: 'الرقم على الإيصال',
    codeHint: 'أحد عشر حرفًا ورقمًا مثل \u20667K4Q-92MT-KP3\u2069، أو نص الرمز المربع كله.',
    check: 'تحقق',
    fits: 'الإيصال يطابق قيدًا في هذا السجل.',
    fitsOnly: 'قارن هذا بالورقة. لا يُقال هنا شيء آخر عن السلاح ولا عن القضية.',
    otherAct: 'عمل آخر من أعمال السجل',
    files: { trace: 'تعقب', listing: 'قيد في قائمة الأسلحة المفقودة والمسروقة', hit: 'مطابقة مع القائمة' },
    toFile: { trace: 'إلى التعقب', listing: 'إلى القيد', hit: 'إلى المطابقة' },
    fileKeep: 'احتفظ بهذا الإيصال. بالرقم أعلاه ورمز التحقق يمكن التحقق منه في أي مركز متصل بهذا السجل.',
    nothingOfCase: 'لا يقول شيئًا عن القضية، لا على الورق ولا لمن يتحقق منه.',
  },
} satisfies Readonly<Record<Language, ReceiptWords>>;
