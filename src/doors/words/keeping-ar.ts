/** What refusals of the home, of keys, ledger files, backups and sheets say in Arabic. Names of programs and settings stand in isolates. */
import type { KeepingSentences, SheetSentences } from './refusal-shape.ts';

const code = (text: string): string => `\u2066${text}\u2069`;

const FROM_ELSEWHERE = 'خذ نسخة أخرى من النسخة الاحتياطية؛ لم يُحفظ شيء من هذه.';
const SAVE_AS = `افتحه في برنامج جداول، واحفظه بصيغة ${code('XLSX')} أو ${code('CSV')}، وأعطِ ذلك الملف.`;
const HOME = code('COUNTERMARK_HOME');
const SECRET = code('AGE-SECRET-KEY-1…');

export const KEEPING_AR: KeepingSentences = {
  'home-is-a-demonstration': ({ home }) =>
    `المجلد ${home} عرض تجريبي ويبقى كذلك أبدًا. حدّد مجلدًا آخر في ${HOME} لسجلك.`,
  'home-is-live': ({ home }) =>
    `المجلد ${home} فيه سجل حقيقي وليس عرضًا تجريبيًا. حدّد مجلدًا آخر في ${HOME} للعرض.`,
  'state-unknown': ({ state }) =>
    `«${state}» ليس دولة. اكتب حرفيها (${code('ISO 3166-1')}) في ${code('COUNTERMARK_STATE')}.`,
  'not-a-demonstration': () => 'هذا السجل ليس عرضًا تجريبيًا: لا تُخلط أسلحة مختلقة بالحقيقية أبدًا.',
  home_held: ({ pid, since }) =>
    `خادم آخر يعمل في هذا المجلد (العملية ${pid}، منذ: ${since}). أوقفه أولاً، أو استعمل مجلدًا آخر.`,
  setting_not_understood: ({ setting, expected, came }) =>
    `الإعداد ${setting} غير مفهوم: المطلوب ${expected}، والوارد ${came}.`,
  'host-needs-tls': ({ host }) =>
    `الإعداد ${code('HOST')} هو ${host}، وتصل إليه أجهزة أخرى، وليس لهذا الخادم ${code('TLS')}. اترك الإعداد فارغًا وضع أمامه خادمًا له ${code('TLS')}.`,
  'body-too-large': ({ bytesMax }) => `القيد كبير جدًا. أقصى حجم بالبايت: ${bytesMax}. سجّل أقل دفعة واحدة.`,
  'body-too-deep': ({ depthMax }) => `مستويات القيد كثيرة جدًا. الحد الأقصى: ${depthMax}. سجّله بصورة أبسط.`,
  'body-not-canonical': () => 'القيد غير مكتوب بصيغته الوحيدة، فليس من هذا الدفتر.',
  'number-not-safe': ({ number }) => `لا يمكن حفظ العدد ${number} بدقة. اكتبه نصًا.`,
  'value-not-json': ({ type }) => `في القيد قيمة (${type}) لا يمكن حفظها. أعطِ نصوصًا وأعدادًا وقوائم وعناصر.`,
  'entry-malformed': ({ field }) =>
    `ليس للقيد الشكل المطلوب${field ? ` (${field})` : ''}، فليس من هذا الدفتر.`,
  'text-not-well-formed': () => 'في نصٍّ نصفُ حرف. أدخله مرة أخرى.',
  'folder-not-empty': ({ folder }) => `المجلد ${folder} ليس فارغًا. أعطِ مجلدًا فارغًا أو جديدًا.`,
  'key-malformed': () =>
    `تعذرت قراءة مفتاح التحقق. الصيغة المطلوبة: ${code('name+id+base64')}، كما يعطي الدفتر مفتاحه.`,
  'note-malformed': () => 'تعذرت قراءة نقطة التحقق. المطلوب نص موقّع كما يعطيه الدفتر.',
  'note-too-large': () => 'هذا أكبر من أن يكون نقطة تحقق. المطلوب نص موقّع كما يعطيه الدفتر.',
  'checkpoint-malformed': () => 'تعذرت قراءة نقطة التحقق: المطلوب المصدر والحجم والجذر، كلٌّ في سطر.',
  'backup-without-recipient': () =>
    `لا مفتاح معروفًا تُختم له النسخة الاحتياطية. أنشئ مفتاحين بالبرنامج ${code('age-keygen')} على جهازين، وأعطِ عنوانيهما (${code('age1…')}) لهذا السجل أولاً.`,
  'backup-one-recipient': () =>
    'النسخة الاحتياطية مختومة لمفتاح واحد: إن ضاع ضاعت. أضف عنوان مفتاح ثانٍ محفوظ في مكان آخر.',
  'recipients-too-many': ({ max }) => `أقصى عدد من المفاتيح تُختم له نسخة احتياطية: ${max}.`,
  'recipient-malformed': ({ recipient }) =>
    `«${recipient}» ليس عنوان ${code('age')}. المطلوب نص مثل ${code('age1…')}.`,
  'backup-file-exists': ({ file }) =>
    `الملف ${file} موجود من قبل، ولا تحل نسخة احتياطية محل ملف أبدًا. استعمل اسمًا آخر.`,
  'not-a-backup': ({ file }) => `الملف ${file} ليس نسخة احتياطية: لم يُختم بالبرنامج ${code('age')}.`,
  'identity-malformed': ({ line }) =>
    `السطر ${line} من ملف المفتاح ليس مفتاح ${code('age')}. المطلوب سطر ${SECRET}.`,
  'identity-missing': () => `ليس في ملف المفتاح أي مفتاح. المطلوب سطر ${SECRET}.`,
  'identity-not-addressed': () =>
    'لم تُختم النسخة الاحتياطية لهذا المفتاح. استعمل المفتاح الآخر، أو انظر لأي العناوين خُتمت.',
  'backup-damaged': ({ at }) => `النسخة الاحتياطية تالفة (${at}). ${FROM_ELSEWHERE}`,
  'backup-incomplete': ({ file }) =>
    `النسخة الاحتياطية ناقصة: ${file} مفقود أو ليس كما كُتب. ${FROM_ELSEWHERE}`,
  'backup-not-signed': ({ file }) =>
    `النسخة الاحتياطية غير موقعة بمفتاح دفترها (${file}): صنعها غيره. ${FROM_ELSEWHERE}`,
  'backup-of-another-ledger': ({ origin }) =>
    `النسخة الاحتياطية للدفتر ${origin}، ومفتاحه غير المفتاح المعطى. تحقق أي نسخة هذه.`,
  'backup-schema-unknown': () =>
    'صنع النسخة الاحتياطية برنامج أحدث، أو برنامج غير برنامجنا. استعمل أحدث إصدار.',
  'backup-tree-differs': ({ expected, found }) =>
    `دفتر النسخة الاحتياطية (القيود: ${found}) ليس الذي تذكره نقطة التحقق (${expected}). ${FROM_ELSEWHERE}`,
  'backup-entry-differs': ({ index, entry }) =>
    `غُيّر قيد من دفتر النسخة الاحتياطية (${index === undefined ? entry : `الموضع ${index}`}). ${FROM_ELSEWHERE}`,
  'since-not-ours': ({ origin }) =>
    `نقطة التحقق المعطاة ليست للدفتر ${origin} موقعة بمفتاحه. اتركها، أو أعطِ الصحيحة.`,
  'home-not-empty': () =>
    `لا تُستعاد النسخة الاحتياطية إلا في مجلد فارغ، وفي هذا المجلد شيء. حدّد مجلدًا جديدًا في ${HOME}.`,
  'erasures-unreadable': ({ file, line }) => `تعذرت قراءة قائمة المحو ${file} عند السطر ${line}.`,
};

export const SHEETS_AR: SheetSentences = {
  'not-a-sheet': () =>
    `المطلوب جدول (${code('XLSX')} أو ${code('CSV')} أو ${code('TSV')})، لكن الملف غير ذلك. ${SAVE_AS}`,
  encrypted: () => 'الملف محمي بكلمة سر. افتحه وأزل كلمة السر واحفظه ثم أعطه مرة أخرى.',
  truncated: () => `الملف مبتور أو تالف. انسخه مرة أخرى من مصدره؛ فإن بقي كذلك: ${SAVE_AS}`,
  'too-large': ({ limit }) =>
    `يتجاوز الملف ما يُقبل (الحد الأقصى: ${limit}). قسّمه إلى عدة ملفات، أو احفظ الورقة بصيغة ${code('CSV')}.`,
  'too-many-columns': ({ limit }) =>
    `أعمدة الورقة كثيرة جدًا (الحد الأقصى: ${limit}). احذف ما لا حاجة إليه؛ وفي ملف ${code('CSV')} تحقق من الفاصل.`,
  'cell-too-large': ({ limit }) =>
    `خانة أو صف أطول مما يُقبل (أقصى عدد من الرموز: ${limit}). اختصره؛ وفي ملف ${code('CSV')} ابحث عن علامة اقتباس لم تُغلق.`,
  bomb: () => 'ينفتح الملف على أكثر بكثير من أي جدول، فلم يُفتح. اسأل من أرسله.',
  encoding: ({ encoding }) =>
    `ترميز النص «${encoding}» غير معروف. أعطِ مثلاً ${code('utf-8')} أو ${code('windows-1256')}، أو لا تذكر شيئًا.`,
  'old-format': () => `الملف بصيغة Excel القديمة (${code('.xls')}). ${SAVE_AS}`,
  'no-sheet': ({ sheet, sheets }) =>
    sheet === undefined
      ? 'ليس في الملف أي ورقة خانات. تحقق أنه الملف الصحيح.'
      : `ليس في الملف ورقة باسم «${sheet}». أوراقه: ${sheets}. أعطِ أحد هذه الأسماء.`,
};
