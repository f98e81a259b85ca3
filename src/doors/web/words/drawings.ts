/** The words beside drawings of arms: from where they are seen, and where on the arm a place lies; in every language. */
import type { Near } from '../drawings/design.ts';
import type { Language } from './words.ts';

type DrawingWords = {
  readonly heading: string;
  /** Of the column of small drawings in a list. */
  readonly outline: string;
  readonly places: string;
  readonly title: (name: string, from: string) => string;
  readonly from: Readonly<Record<'left' | 'right', string>>;
  readonly sides: Readonly<Record<string, string>>;
  readonly near: Readonly<Record<Near, string>>;
  readonly year: string;
  /** Between the part, its side and the landmark beside it. */
  readonly comma: string;
  readonly simplified: string;
  readonly otherArm: string;
  readonly ofClass: string;
  readonly usual: string;
};

export const DRAWING_WORDS: Readonly<Record<Language, DrawingWords>> = {
  en: {
    heading: 'Where to look',
    outline: 'Drawing',
    places: 'Places of the marks',
    title: (name, from) => `${name}. ${from}. Numbers point at the places of marks, which the list names.`,
    from: { left: 'Seen from the left', right: 'Seen from the right' },
    sides: {
      left: 'left side',
      right: 'right side',
      top: 'on top',
      bottom: 'underneath',
      front: 'front',
      rear: 'rear',
      inside: 'inside',
    },
    near: {
      'above-trigger': 'above the trigger',
      'above-magazine': 'above the magazine',
      'above-grip': 'above the grip',
      'before-guard': 'in front of the trigger guard',
      butt: 'on the butt of the grip',
      'at-muzzle': 'at the muzzle',
      'over-chamber': 'over the chamber',
      'on-chamber': 'where it meets the receiver',
      'at-port': 'in the ejection port',
      'at-front': 'towards the muzzle',
      'at-middle': 'about the middle',
      'at-rear': 'towards the rear',
      crane: 'in the recess of the crane, with the cylinder swung out',
      handle: 'where the hand holds it',
      'side-plate': 'on the flat behind the cylinder or lock',
    },
    year: 'Year',
    comma: ', ',
    simplified: 'A simplified outline; sizes are approximate. What stands on the arm prevails.',
    otherArm:
      'This model is not drawn yet: another arm of its class is shown. Its shape differs, and the points tell only the part and its side.',
    ofClass: 'The model is not known: one arm of the class is shown.',
    usual:
      'Where this model has its serial is not known here: the places are those usual for arms of its class.',
  },
  fr: {
    heading: 'Où regarder',
    outline: 'Dessin',
    places: 'Emplacements des marques',
    title: (name, from) =>
      `${name}. ${from}. Les numéros indiquent les emplacements des marques, que la liste nomme.`,
    from: { left: 'Vue de gauche', right: 'Vue de droite' },
    sides: {
      left: 'côté gauche',
      right: 'côté droit',
      top: 'dessus',
      bottom: 'dessous',
      front: 'à l’avant',
      rear: 'à l’arrière',
      inside: 'à l’intérieur',
    },
    near: {
      'above-trigger': 'au-dessus de la détente',
      'above-magazine': 'au-dessus du chargeur',
      'above-grip': 'au-dessus de la poignée',
      'before-guard': 'en avant du pontet',
      butt: 'sous le talon de la poignée',
      'at-muzzle': 'à la bouche',
      'over-chamber': 'au niveau de la chambre',
      'on-chamber': 'à la jonction avec la boîte de culasse',
      'at-port': 'dans la fenêtre d’éjection',
      'at-front': 'vers la bouche',
      'at-middle': 'vers le milieu',
      'at-rear': 'vers l’arrière',
      crane: 'dans le logement de la potence, barillet basculé',
      handle: 'là où la main tient l’arme',
      'side-plate': 'sur le plat derrière le barillet ou la platine',
    },
    year: 'Année',
    comma: ', ',
    simplified: 'Contour simplifié, dimensions approximatives. Ce qui figure sur l’arme l’emporte.',
    otherArm:
      'Ce modèle n’est pas encore dessiné : une autre arme de sa classe est montrée. Sa forme est différente, et les points n’indiquent que la pièce et son côté.',
    ofClass: 'Le modèle n’est pas connu : une arme de sa classe est montrée.',
    usual:
      'L’emplacement du numéro de série de ce modèle n’est pas connu ici : les emplacements sont ceux qui sont habituels pour les armes de sa classe.',
  },
  ar: {
    heading: 'أين يُنظر',
    outline: 'الرسم',
    places: 'مواضع العلامات',
    title: (name, from) => `${name}. ${from}. تشير الأرقام إلى مواضع العلامات، وتسمّيها القائمة.`,
    from: { left: 'منظر من اليسار', right: 'منظر من اليمين' },
    sides: {
      left: 'الجانب الأيسر',
      right: 'الجانب الأيمن',
      top: 'من أعلى',
      bottom: 'من أسفل',
      front: 'من الأمام',
      rear: 'من الخلف',
      inside: 'من الداخل',
    },
    near: {
      'above-trigger': 'فوق الزناد',
      'above-magazine': 'فوق المخزن',
      'above-grip': 'فوق المقبض',
      'before-guard': 'أمام واقي الزناد',
      butt: 'على كعب المقبض',
      'at-muzzle': 'عند الفوهة',
      'over-chamber': 'عند حجرة الانفجار',
      'on-chamber': 'عند التقائها بعلبة الأقسام',
      'at-port': 'في فتحة القذف',
      'at-front': 'نحو الفوهة',
      'at-middle': 'نحو الوسط',
      'at-rear': 'نحو الخلف',
      crane: 'في تجويف ذراع الأسطوانة بعد إخراجها',
      handle: 'حيث تمسكه اليد',
      'side-plate': 'على السطح المستوي خلف الأسطوانة أو القفل',
    },
    year: 'السنة',
    comma: '، ',
    simplified: 'رسم مبسّط بمقاييس تقريبية. العبرة بما نُقش على السلاح.',
    otherArm:
      'لم يُرسم هذا الطراز بعد: المعروض سلاح آخر من صنفه يختلف شكله، ولا تدل النقاط إلا على الجزء وجانبه.',
    ofClass: 'الطراز غير معروف: المعروض سلاح من صنفه.',
    usual: 'موضع الرقم التسلسلي لهذا الطراز غير معروف هنا: المواضع المبيّنة هي المعتادة لأسلحة صنفه.',
  },
};
