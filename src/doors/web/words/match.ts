/** The words of deciding on a match, in every language side by side: one that lacks a word does not compile. */
import type { Closed, Decision } from '../../../domain/identification/decided.ts';
import type { Language } from './words.ts';

type Plain =
  | 'decide'
  | 'title'
  | 'lead'
  | 'reading'
  | 'said'
  | 'arm'
  | 'machine'
  | 'decision'
  | 'decisionMissing'
  | 'why'
  | 'whyHint'
  | 'whyShort'
  | 'send'
  | 'gone'
  | 'expert'
  | 'listTitle'
  | 'listLead'
  | 'toList'
  | 'none'
  | 'armTitle'
  | 'armList'
  | 'when'
  | 'who'
  | 'you'
  | 'someone'
  | 'counts'
  | 'earlier'
  | 'erased'
  | 'receipt'
  | 'opens'
  | 'open'
  | 'opened'
  | 'proposed'
  | 'decided';
type MatchWords = Readonly<Record<Plain, string>> & {
  readonly decisions: Readonly<Record<Decision, string>>;
  readonly closed: Readonly<Record<Closed, string>>;
  readonly band: (until: string) => string;
  readonly openSays: (until: string) => string;
  /** To a supervisor: an arm was opened by a decided reading. */
  readonly review: (reading: string, share: string) => string;
  /** On the work list. */
  readonly work: string;
  readonly workSays: string;
};

export const MATCH_WORDS: Readonly<Record<Language, MatchWords>> = {
  en: {
    decide: 'Is the reading of this arm?',
    title: 'Decide on a match',
    lead: 'Say whether what was read is of this arm, and why. The proposal of the machine and your decision both go into the ledger under your name. Nothing of the arm changes and nothing is merged; you or a colleague can decide again.',
    reading: 'What was read',
    said: 'Said beside it',
    arm: 'Arm of the register',
    machine: 'What the machine gives it',
    decision: 'Decision',
    decisionMissing: 'Say whether it is the same arm.',
    why: 'Why',
    whyHint:
      'What you looked at, in at least three letters. Kept apart from the ledger, which holds its digest.',
    whyShort: 'Say why, in at least three letters.',
    send: 'Record the decision',
    gone: 'This arm is not among the candidates any more.',
    expert: 'Investigative lead; to be confirmed by an expert.',
    listTitle: 'Decided readings',
    listLead: 'What you decided on readings, the newest first.',
    toList: 'What I decided',
    none: 'Nothing was decided.',
    armTitle: 'Readings decided to be this arm, or not',
    armList: 'All decisions on this arm',
    when: 'When',
    who: 'Who',
    you: 'You',
    someone: 'name withheld',
    counts: 'counts',
    earlier: 'earlier',
    erased: 'withheld or erased',
    receipt: 'Receipt',
    opens: 'Holder and site',
    open: 'Show who holds it',
    opened: 'Opened by this decision.',
    proposed: 'Candidates proposed by the machine',
    decided: 'Decision on a reading',
    decisions: { same: 'The same arm', 'not-same': 'Not the same arm', unsure: 'Cannot be said' },
    closed: {
      'not-same': 'Opens nothing.',
      ended: 'Its time to open has ended.',
      'second-needed': 'Needs a second officer who decides the same.',
    },
    band: (until) =>
      `You decided that a reading is of this arm: holder, site and unit are shown to you until ${until} (UTC). A supervisor reviews it.`,
    openSays: (until) => `Until ${until} (UTC), for you alone. A supervisor reviews it.`,
    review: (reading, share) =>
      `Opened by a decided reading: ${reading}, to which the machine gave ${share}. The latest decision on it:`,
    work: 'Arm opened by a decided reading, to review',
    workSays:
      'Somebody decided that a reading is of this arm and saw who holds it; a supervisor says whether it was justified.',
  },
  fr: {
    decide: 'La lecture est-elle celle de cette arme ?',
    title: 'Décider d’un rapprochement',
    lead: 'Dites si ce qui a été lu est de cette arme, et pourquoi. La proposition de la machine et votre décision entrent toutes deux au grand livre sous votre nom. Rien de l’arme ne change et rien n’est fusionné ; vous ou un collègue pouvez décider à nouveau.',
    reading: 'Ce qui a été lu',
    said: 'Indiqué en outre',
    arm: 'Arme du registre',
    machine: 'Ce que la machine lui donne',
    decision: 'Décision',
    decisionMissing: 'Dites si c’est la même arme.',
    why: 'Pourquoi',
    whyHint:
      'Ce que vous avez examiné, en trois lettres au moins. Gardé à part du grand livre, qui n’en contient que l’empreinte.',
    whyShort: 'Dites pourquoi, en trois lettres au moins.',
    send: 'Inscrire la décision',
    gone: 'Cette arme n’est plus parmi les candidats.',
    expert: 'Piste d’enquête ; à confirmer par un expert.',
    listTitle: 'Lectures décidées',
    listLead: 'Ce que vous avez décidé de lectures, la plus récente d’abord.',
    toList: 'Ce que j’ai décidé',
    none: 'Rien n’a été décidé.',
    armTitle: 'Lectures décidées comme étant de cette arme, ou non',
    armList: 'Toutes les décisions sur cette arme',
    when: 'Quand',
    who: 'Qui',
    you: 'Vous',
    someone: 'nom non communiqué',
    counts: 'fait foi',
    earlier: 'antérieure',
    erased: 'non communiqué ou effacé',
    receipt: 'Récépissé',
    opens: 'Détenteur et site',
    open: 'Montrer qui la détient',
    opened: 'Ouverte par cette décision.',
    proposed: 'Candidats proposés par la machine',
    decided: 'Décision sur une lecture',
    decisions: { same: 'La même arme', 'not-same': 'Pas la même arme', unsure: 'On ne peut le dire' },
    closed: {
      'not-same': 'N’ouvre rien.',
      ended: 'Le délai pour ouvrir est passé.',
      'second-needed': 'Il faut un second agent qui décide de même.',
    },
    band: (until) =>
      `Vous avez décidé qu’une lecture est de cette arme : le détenteur, le site et l’unité vous sont montrés jusqu’au ${until} (UTC). Un superviseur le contrôle.`,
    openSays: (until) => `Jusqu’au ${until} (UTC), pour vous seul. Un superviseur le contrôle.`,
    review: (reading, share) =>
      `Ouverte par une lecture décidée : ${reading}, à laquelle la machine donnait ${share}. La dernière décision à son sujet :`,
    work: 'Arme ouverte par une lecture décidée, à contrôler',
    workSays:
      'Quelqu’un a décidé qu’une lecture est de cette arme et a vu qui la détient ; un superviseur dit si c’était justifié.',
  },
  ar: {
    decide: 'هل القراءة لهذا السلاح؟',
    title: 'البتّ في مطابقة',
    lead: 'اذكر هل ما قُرئ لهذا السلاح، ولماذا. يُقيَّد اقتراح الآلة وقرارك كلاهما في دفتر القيود باسمك. لا يتغير شيء من السلاح ولا يُدمج شيء، ويمكنك أو يمكن لزميل أن يبتّ ثانية.',
    reading: 'ما قُرئ',
    said: 'ما ذُكر معه',
    arm: 'السلاح في السجل',
    machine: 'ما تعطيه الآلة له',
    decision: 'القرار',
    decisionMissing: 'اذكر هل هو السلاح نفسه.',
    why: 'السبب',
    whyHint: 'ما فحصته، في ثلاثة أحرف على الأقل. يُحفظ بعيدًا عن دفتر القيود الذي لا يضم إلا بصمته.',
    whyShort: 'اذكر السبب في ثلاثة أحرف على الأقل.',
    send: 'تقييد القرار',
    gone: 'لم يعد هذا السلاح بين المرشحين.',
    expert: 'خيط تحقيق، يؤكده خبير.',
    listTitle: 'قراءات بُتّ فيها',
    listLead: 'ما قررته في القراءات، الأحدث أولًا.',
    toList: 'ما قررته',
    none: 'لم يُبتّ في شيء.',
    armTitle: 'قراءات تقرر أنها لهذا السلاح أو ليست له',
    armList: 'كل القرارات في هذا السلاح',
    when: 'متى',
    who: 'مَن',
    you: 'أنت',
    someone: 'الاسم محجوب',
    counts: 'معتمد',
    earlier: 'سابق',
    erased: 'محجوب أو ممحو',
    receipt: 'الإيصال',
    opens: 'الحائز والموقع',
    open: 'إظهار الحائز',
    opened: 'فُتح بهذا القرار.',
    proposed: 'مرشحون اقترحتهم الآلة',
    decided: 'قرار في قراءة',
    decisions: { same: 'السلاح نفسه', 'not-same': 'ليس السلاح نفسه', unsure: 'لا يمكن الجزم' },
    closed: {
      'not-same': 'لا يفتح شيئًا.',
      ended: 'انتهت مدة الفتح به.',
      'second-needed': 'يلزم موظف ثانٍ يقرر القرار نفسه.',
    },
    band: (until) =>
      `قررتَ أن قراءةً ما لهذا السلاح: يُعرض لك الحائز والموقع والوحدة حتى ${until} (بالتوقيت العالمي). ويراجعه مشرف.`,
    openSays: (until) => `حتى ${until} (بالتوقيت العالمي)، لك وحدك. ويراجعه مشرف.`,
    review: (reading, share) => `فُتح بقراءة بُتّ فيها: ${reading}، وقد أعطتها الآلة ${share}. آخر قرار فيها:`,
    work: 'سلاح فُتح بقراءة بُتّ فيها، للمراجعة',
    workSays: 'قرر أحدهم أن قراءةً ما لهذا السلاح ورأى حائزه؛ ويقول مشرف هل كان ذلك مبرَّرًا.',
  },
};
