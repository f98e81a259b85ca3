/** What people call the frames and figures of marks, in three languages: the first name is the one that is shown. */

/** What stands around a mark. */
export const FRAME_WORDS = {
  circle: { en: 'circle|ring|round|circled|encircled', fr: 'cercle|rond|cerclé', ar: 'دائرة' },
  'double-circle': {
    en: 'double circle|two circles|concentric circles',
    fr: 'double cercle|deux cercles',
    ar: 'دائرتان|دائرة مزدوجة',
  },
  oval: { en: 'oval|ellipse', fr: 'ovale|ellipse', ar: 'شكل بيضاوي|بيضاوي' },
  triangle: { en: 'triangle|triangular', fr: 'triangle|triangulaire', ar: 'مثلث' },
  diamond: { en: 'diamond|lozenge|rhombus', fr: 'losange', ar: 'معين' },
  square: { en: 'square|box', fr: 'carré', ar: 'مربع' },
  rectangle: { en: 'rectangle|cartouche', fr: 'rectangle|cartouche', ar: 'مستطيل' },
  shield: {
    en: 'shield|crest|coat of arms|escutcheon',
    fr: 'écu|bouclier|blason|écusson|armoiries',
    ar: 'درع|شعار',
  },
  hexagon: { en: 'hexagon', fr: 'hexagone', ar: 'مسدس الأضلاع' },
} as const;

/** What stands in it. */
export const FIGURE_WORDS = {
  crown: { en: 'crown|crowned', fr: 'couronne|couronné', ar: 'تاج' },
  star: { en: 'star|five-pointed star', fr: 'étoile', ar: 'نجمة|نجم' },
  hexagram: {
    en: 'star of David|six-pointed star|hexagram',
    fr: 'étoile de David|étoile à six branches',
    ar: 'نجمة سداسية|نجمة داود',
  },
  arrow: { en: 'arrow', fr: 'flèche', ar: 'سهم' },
  'broad-arrow': {
    en: 'broad arrow|crow’s foot|arrowhead',
    fr: 'flèche large|patte d’oie|pointe de flèche',
    ar: 'رأس سهم|سهم عريض',
  },
  bow: { en: 'bow and arrow|bow', fr: 'arc et flèche|arc', ar: 'قوس وسهم|قوس' },
  'crossed-swords': {
    en: 'crossed swords|crossed sabres|swords',
    fr: 'épées croisées|sabres croisés',
    ar: 'سيفان متقاطعان|سيفان',
  },
  'crossed-rifles': {
    en: 'crossed rifles|crossed guns|rifles',
    fr: 'fusils croisés',
    ar: 'بندقيتان متقاطعتان|بندقيتان',
  },
  'crossed-sceptres': {
    en: 'crossed sceptres|crossed scepters|sceptres',
    fr: 'sceptres croisés',
    ar: 'صولجانان متقاطعان|صولجانان',
  },
  'crossed-cannons': {
    en: 'crossed cannons|crossed cannon|cannons',
    fr: 'canons croisés',
    ar: 'مدفعان متقاطعان|مدفعان',
  },
  sword: { en: 'sword|sabre|scimitar', fr: 'épée|sabre', ar: 'سيف' },
  cross: { en: 'cross', fr: 'croix', ar: 'صليب' },
  'double-cross': {
    en: 'double cross|patriarchal cross',
    fr: 'croix double|croix patriarcale',
    ar: 'صليب مزدوج',
  },
  crescent: { en: 'crescent|moon', fr: 'croissant', ar: 'هلال' },
  bomb: {
    en: 'flaming bomb|bomb|flaming grenade|grenade',
    fr: 'bombe enflammée|grenade enflammée|bombe|grenade',
    ar: 'قنبلة مشتعلة|قنبلة',
  },
  sun: { en: 'sun|sunburst', fr: 'soleil', ar: 'شمس' },
  flower: { en: 'chrysanthemum|flower|rosette', fr: 'chrysanthème|fleur|rosette', ar: 'زهرة الأقحوان|زهرة' },
  balls: {
    en: 'stacked cannonballs|cannonballs|four balls',
    fr: 'boulets empilés|boulets',
    ar: 'كرات مدفع|كرات',
  },
  wheel: { en: 'wheel|chakra|disc', fr: 'roue|chakra|disque', ar: 'عجلة' },
  torches: { en: 'torches|torch|flames', fr: 'torches|torche|flammes', ar: 'مشاعل|مشعل' },
  hammer: { en: 'hammer', fr: 'marteau', ar: 'مطرقة' },
  'hammer-sickle': {
    en: 'hammer and sickle',
    fr: 'faucille et marteau|marteau et faucille',
    ar: 'مطرقة ومنجل',
  },
  anvil: { en: 'anvil', fr: 'enclume', ar: 'سندان' },
  leaf: { en: 'leaf|nettle leaf|oak leaf', fr: 'feuille', ar: 'ورقة' },
  branches: {
    en: 'crossed palms|palms|branches|laurel',
    fr: 'palmes croisées|palmes|branches|lauriers',
    ar: 'سعفتان متقاطعتان|سعفتان|أغصان',
  },
  palm: { en: 'palm tree|palm', fr: 'palmier', ar: 'نخلة' },
  antler: { en: 'antler|stag horn|antlers', fr: 'bois de cerf', ar: 'قرن أيل' },
  perron: { en: 'perron|column|tower on steps', fr: 'perron|colonne', ar: 'عمود على درجات|عمود' },
  eagle: { en: 'eagle|bird', fr: 'aigle|oiseau', ar: 'نسر|صقر' },
  'double-eagle': {
    en: 'double-headed eagle|two-headed eagle',
    fr: 'aigle bicéphale|aigle à deux têtes',
    ar: 'نسر برأسين|نسر ذو رأسين',
  },
  lion: { en: 'lion', fr: 'lion', ar: 'أسد' },
  bear: { en: 'bear', fr: 'ours', ar: 'دب' },
  horse: { en: 'horse', fr: 'cheval', ar: 'حصان' },
  monk: { en: 'monk|child|Münchner Kindl', fr: 'moine|enfant', ar: 'راهب|طفل' },
  falcon: { en: 'falcon|hawk', fr: 'faucon', ar: 'باز' },
  pyramid: { en: 'pyramid', fr: 'pyramide', ar: 'هرم' },
  fish: { en: 'fish|dolphins', fr: 'poissons|dauphins', ar: 'سمكتان|سمك' },
} as const;
