/** The words of the pages on which the card of this node and its keys are renewed, in every language side by side. */
import type { Language } from './words.ts';

const EN = {
  change: 'Change name or address',
  changeLead:
    'A new card is made, and every confirmed node is told by a message that the present key signs. The fingerprint changes with the card.',
  name: 'How this node is called to others',
  address: 'Where other nodes post to',
  addressHint: 'Such as https://register.example. Empty: only files are taken.',
  look: 'See what would happen',
  rotate: 'Make new keys',
  rotateLead:
    'The keys by which this node signs and opens messages are replaced. Say why first: what follows is not the same.',
  how: 'Why',
  ordinary: 'In the ordinary course: the present keys are safe',
  lost: 'A key was lost or stolen, or may have been',
  sure: 'Is this what you want?',
  now: 'Now',
  later: 'From then on',
  what: 'What',
  filesOnly: 'takes files only',
  same: 'stays as it is',
  happensChange: [
    'A new card with a new fingerprint is made at once, and an entry of the ledger holds it.',
    'Each confirmed node is told by a message that the present key signs, and goes on trusting this one.',
    'Whoever keeps the card on paper needs the new one.',
  ],
  happensOrdinary: [
    'New keys and a new card with a new fingerprint are made at once.',
    'Each confirmed node is told by a message that the present key signs, and goes on trusting this one.',
    'The present keys still open what is under way, for a time, and are then removed.',
  ],
  happensLost: [
    'New keys and a new card with a new fingerprint are made at once. The present keys are withdrawn for ever.',
    'Nothing is told by the withdrawn key. No other node takes anything from this one until somebody there has the new card and has compared its fingerprint by voice.',
    'What waits to be sent is signed anew and waits for that.',
    'Hand the new card over, then telephone each of these by a number that you knew before.',
  ],
  told: 'Confirmed nodes',
  nobody: 'No node is confirmed: nobody is told.',
  doChange: 'Make the new card',
  doOrdinary: 'Make new keys',
  doLost: 'Withdraw the keys and make new ones',
  edit: 'Back to what was typed',
  present: 'Fingerprint of the present card',
  done: {
    published:
      'The new card is made, and the confirmed nodes are told. Its fingerprint stands below: read it to whoever asks.',
    rotated:
      'New keys are made, and the confirmed nodes are told. The new fingerprint stands below: read it to whoever asks.',
    lost: 'The lost keys are withdrawn. Hand this new card to every node, and have each compare the fingerprint below by voice: nothing passes before.',
  },
};
export type CardWords = typeof EN;

const FR: CardWords = {
  change: 'Changer le nom ou l’adresse',
  changeLead:
    'Une nouvelle carte est faite, et chaque nœud confirmé l’apprend par un message que signe la clé actuelle. L’empreinte change avec la carte.',
  name: 'Comment ce nœud s’appelle pour les autres',
  address: 'Où les autres nœuds envoient',
  addressHint: 'Par exemple https://register.example. Vide : seuls des fichiers sont pris.',
  look: 'Voir ce qui se passerait',
  rotate: 'Faire de nouvelles clés',
  rotateLead:
    'Les clés avec lesquelles ce nœud signe et ouvre les messages sont remplacées. Dites d’abord pourquoi : la suite n’est pas la même.',
  how: 'Pourquoi',
  ordinary: 'Renouvellement ordinaire : les clés actuelles sont sûres',
  lost: 'Une clé a été perdue ou volée, ou pourrait l’avoir été',
  sure: 'Est-ce bien ce que vous voulez ?',
  now: 'À présent',
  later: 'Ensuite',
  what: 'Quoi',
  filesOnly: 'ne prend que des fichiers',
  same: 'reste tel quel',
  happensChange: [
    'Une nouvelle carte avec une nouvelle empreinte est faite aussitôt et inscrite au grand livre.',
    'Chaque nœud confirmé l’apprend par un message que signe la clé actuelle, et continue de faire confiance à celui-ci.',
    'Qui garde la carte sur papier a besoin de la nouvelle.',
  ],
  happensOrdinary: [
    'De nouvelles clés et une nouvelle carte avec une nouvelle empreinte sont faites aussitôt.',
    'Chaque nœud confirmé l’apprend par un message que signe la clé actuelle, et continue de faire confiance à celui-ci.',
    'Les clés actuelles ouvrent encore quelque temps ce qui est en route, puis sont supprimées.',
  ],
  happensLost: [
    'De nouvelles clés et une nouvelle carte avec une nouvelle empreinte sont faites aussitôt. Les clés actuelles sont retirées pour toujours.',
    'Rien n’est annoncé par la clé retirée. Aucun autre nœud ne prend plus rien de celui-ci avant que quelqu’un là-bas ait la nouvelle carte et en ait comparé l’empreinte de vive voix.',
    'Ce qui attend d’être envoyé est signé de nouveau et attend cela.',
    'Remettez la nouvelle carte, puis appelez chacun de ceux-ci à un numéro que vous connaissiez déjà.',
  ],
  told: 'Nœuds confirmés',
  nobody: 'Aucun nœud n’est confirmé : personne n’est averti.',
  doChange: 'Faire la nouvelle carte',
  doOrdinary: 'Faire de nouvelles clés',
  doLost: 'Retirer les clés et en faire de nouvelles',
  edit: 'Revenir à ce qui a été saisi',
  present: 'Empreinte de la carte actuelle',
  done: {
    published:
      'La nouvelle carte est faite, et les nœuds confirmés sont avertis. Son empreinte figure ci-dessous : lisez-la à qui la demande.',
    rotated:
      'De nouvelles clés sont faites, et les nœuds confirmés sont avertis. La nouvelle empreinte figure ci-dessous : lisez-la à qui la demande.',
    lost: 'Les clés perdues sont retirées. Remettez cette nouvelle carte à chaque nœud et faites comparer de vive voix l’empreinte ci-dessous : rien ne passe avant.',
  },
};

const AR: CardWords = {
  change: 'تغيير الاسم أو العنوان',
  changeLead: 'تُصنع بطاقة جديدة، وتُخبَر كل عقدة مؤكَّدة برسالة يوقّعها المفتاح الحالي. وتتغير البصمة مع البطاقة.',
  name: 'اسم هذه العقدة لدى غيرها',
  address: 'إلى أين ترسل العقد الأخرى',
  addressHint: 'مثل \u2066https://register.example\u2069. إن تُرك فارغا فلا تُقبل إلا الملفات.',
  look: 'عرض ما سيحدث',
  rotate: 'صنع مفاتيح جديدة',
  rotateLead:
    'تُستبدل المفاتيح التي توقّع بها هذه العقدة الرسائل وتفتحها. اذكر السبب أولا، فما يترتب ليس واحدا.',
  how: 'السبب',
  ordinary: 'تجديد معتاد: المفاتيح الحالية آمنة',
  lost: 'مفتاح فُقد أو سُرق، أو ربما',
  sure: 'أهذا ما تريده؟',
  now: 'الآن',
  later: 'بعد ذلك',
  what: 'ماذا',
  filesOnly: 'تقبل الملفات فقط',
  same: 'يبقى كما هو',
  happensChange: [
    'تُصنع فورا بطاقة جديدة ببصمة جديدة وتُقيَّد في سجل القيود.',
    'تُخبَر كل عقدة مؤكَّدة برسالة يوقّعها المفتاح الحالي، وتبقى على ثقتها بهذه العقدة.',
    'من يحتفظ بالبطاقة على الورق يحتاج إلى الجديدة.',
  ],
  happensOrdinary: [
    'تُصنع فورا مفاتيح جديدة وبطاقة جديدة ببصمة جديدة.',
    'تُخبَر كل عقدة مؤكَّدة برسالة يوقّعها المفتاح الحالي، وتبقى على ثقتها بهذه العقدة.',
    'تظل المفاتيح الحالية تفتح ما هو في الطريق مدةً ثم تُزال.',
  ],
  happensLost: [
    'تُصنع فورا مفاتيح جديدة وبطاقة جديدة ببصمة جديدة. وتُسحب المفاتيح الحالية إلى الأبد.',
    'لا يُعلَن شيء بالمفتاح المسحوب. ولا تقبل أي عقدة أخرى شيئا من هذه حتى تكون البطاقة الجديدة لدى أحد هناك وقد قارن بصمتها صوتا.',
    'ما ينتظر الإرسال يُوقَّع من جديد وينتظر ذلك.',
    'سلّم البطاقة الجديدة، ثم اتصل بكل من هؤلاء برقم كنت تعرفه من قبل.',
  ],
  told: 'العقد المؤكَّدة',
  nobody: 'لا عقدة مؤكَّدة، فلا يُخبَر أحد.',
  doChange: 'صنع البطاقة الجديدة',
  doOrdinary: 'صنع مفاتيح جديدة',
  doLost: 'سحب المفاتيح وصنع غيرها',
  edit: 'العودة إلى ما كُتب',
  present: 'بصمة البطاقة الحالية',
  done: {
    published: 'صُنعت البطاقة الجديدة وأُخبرت العقد المؤكَّدة. بصمتها أدناه، فاقرأها على من يسأل.',
    rotated: 'صُنعت مفاتيح جديدة وأُخبرت العقد المؤكَّدة. البصمة الجديدة أدناه، فاقرأها على من يسأل.',
    lost: 'سُحبت المفاتيح المفقودة. سلّم هذه البطاقة الجديدة إلى كل عقدة، ولتقارن كل منها البصمة أدناه صوتا، فلا يمر شيء قبل ذلك.',
  },
};

export const CARD_WORDS: Readonly<Record<Language, CardWords>> = { en: EN, fr: FR, ar: AR };
