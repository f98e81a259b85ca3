/**
 * The words examiners write where a serial should stand: removed, restored, worn, absent, not found, and on which part.
 * Stems rather than words, for they are misspelt in a hundred ways. Order settles what a phrase means that says
 * several things: restored before overstamped, removed before worn, worn before absent, absent before not found.
 *
 * @clause ITI 8, ITI 9
 */

import { fold, phraseMap } from '../base/text.ts';
import type { MarkCondition, Part } from '../marks/mark.ts';

/** A phrase that says the mark never was there, though it may name removal in denying it. */
const NEVER =
  /sem (?:qualquer )?vestigi|without trace|sin vestigi|sans trace|originalmente (?:nao|sem)|fabricacao artesanal|arma artesanal|craft made|never (?:marked|numbered)|jamais (?:marque|numerote)/;

const RESTORED =
  /(?<![\p{L}\p{N}])(?:revel(?:ad|acao|ado|ou|e)|apos reve|restaurad|recuperad|restor|recover|raised by|metalograf|metallograph|acid|etched|etching|reactivo|reativo|restituid|restitue|retabli|restaur|regenerad|revele|восстановл|травлен|відновл|кислот)|استعاد|استرجاع|بالحامض|اظهار/u;
const NOT_RESTORED =
  /nao foi possivel|sem exito|without success|not (?:restored|recovered|possible)|could not|impossivel|no se pudo|impossible|не удалось|не вдалося|تعذر/;
const OVERSTAMPED =
  /(?<![\p{L}\p{N}])(?:remarc|sobreescr|sobrescr|sobrepos|superpos|overst[ar]mp|over st[ar]mp|overstruck|restamp|re stamp|renumber|regravad|regrabad|reestamp|re grave|regrave|surcharge|surfrapp|refrappe|adulterad\w* para|transformad|substitui|altered to|changed to|перебит|перештамп|переклейм)|اعاده ختم|مختوم فوق|مزور|معدل/u;
const REMOVED =
  /(?<![\p{L}\p{N}])(?:re[mv]o[vc]i?[dm]|remov|remoi|subtra|expung|reemov|supro|oblie|raso[ae]|rasp|el[ei]?[mi]{1,3}\w*n+ad|removed|remoc|reti?rad|sup(?:ri|lim|rm|r\b|res)|surpim|suorimi|su?primid|elim|obliter|apagad|desgravad|r[a]?[ae]?spa[dgs]|raspad|ra[sz]urad|rasgad|limad|lixad|picotad|pi[cn]ad|pinad|pinch|pun[cs]i?on|pontilhad|a[du]+l?[kt]*[uk]?lt?erad|adulter|au?lterad|danific|destrui|destroy|abras|erosao|extra[i]?d|esmeril|esmerilh|furad|furacao|quitad|borrad|mutilad|grind|ground|filed|erased|defaced|defac|obscured|scratched|gouged|drilled|tamper|effac|meule|gratte|enleve|lime\b|limee|oblitere|supprim|martel|poinconne|rebat|cortad|corte\b|inutiliz|subtai|descaracteriz|спилен|спилян|стерт|затерт|удал|сбит|уничтож|знищен|видален|зашлифов|сошлифов|сточен|перебито)|ممسوح|مطموس|طمس|محو|ممحو|مزال|ازاله|ازيل|مكشوط|مبرود|مشطوب|محذوف/u;
const WORN_BY_TIME =
  /a?cao (?:do|pelo) tempo|desgaste natural|natural wear|usure|oxida|corro|corroe|ferrug|enferruj|rust|rouill|herrumbre|oxyd|ржав|корроз|іржа|صدا|تاكل/;
const WORN =
  /(?<![\p{L}\p{N}])(?:ileg|inileg|illeg|illis|unread|not (?:readable|legible)|nao leg|no leg|non lisible|desgast|worn|faded|usee?\b|gastad|borros|apagado pelo|deteriorad|inintelig|parcialmente leg|dificil leitura|queimad|burn|brul|нечита|неразбор|нерозбірл|нечитк|стерся|изношен)|غير (?:مقروء|واضح)|لا يقرا|باهت/u;
const ABSENT =
  /(?<![\p{L}\p{N}])(?:s?ausen|ausenc|absent|absence|none\b|no serial|no number|no mark|without|unmarked|not numbered|unnumbered|not present|never|nao h\b|nao (?:ha|pos+u|tem|exist|ostenta|apres|dispoe|contem|numerad|ostent)|n(?:ap)? pos|nap possui|n possui|n tem|despro|destitu|sem (?:n\b|no\b|nr|num|nume|mumero|sumero|serie|marca|indica|ident|registro|gravac|numeracao|aparente)|s (?:n|no|nr|nro|num|nume\w*|serie)\b|sn\b|s n\b|inexist|nao ex|nihil|nil\b|sans|neant|aucun|pas de|non marque|non numerote|sin (?:n|no|num|serie|marca)|no (?:tiene|posee|presenta|hay)|carece|без|отсутств|нет(?!\p{L})|не име|немае|нема|відсутн|видсутн)|بدون|لا يوجد|لا توجد|معدوم|نيل|بلا/u;
const NOT_SEEN =
  /(?<![\p{L}\p{N}])(?:na?o? ?(?:ap+ar|parent|local|encon|ident|indent|v[iu]s|constat|cons|infor|determin|aplic|se aplic|se mostra|foi)|nap aparente|n(?:ao)? ?ap|n (?:c|i|a|d)\b|nc\b|ni\b|na\b|nd\b|indet|indefin|indispon|inacess|ignor|inidentif|desconhec|descon|vide|ver campo|observ|consider|prejudic|prej|obs\b|not (?:found|recorded|known|visible|examined|given|available|applicable|stated)|unknown|unk\b|inconnu|non (?:trouve|relev|renseign|visible|connu)|no (?:encontr|visible|consta|informad|identific|determin|aplica)|desconoc|se desconoce|null\b|pending|a esclarec|cosnt|nao cos|verific|nao ver|vusual|vusial|incomplet|restrit|p?pend|a verificar|неизв|не (?:найден|установ|указ|определ|виден|осмотр)|невид|не (?:визнач|встановл|знайд|вказ))|غير (?:معروف|موجود|محدد|ظاهر|مبين)|مجهول|لم يفحص/u;

const WORDS: readonly (readonly [RegExp, MarkCondition])[] = [
  [OVERSTAMPED, 'overstamped'],
  [REMOVED, 'removed'],
  [WORN, 'illegible'],
  [ABSENT, 'absent'],
  [NOT_SEEN, 'not-examined'],
];

/** The condition a folded phrase tells of, or undefined where none of its words is known. */
export function findCondition(folded: string): MarkCondition | undefined {
  if (NEVER.test(folded)) return 'absent';
  if (NOT_RESTORED.test(folded)) return REMOVED.test(folded) ? 'removed' : 'illegible';
  if (RESTORED.test(folded)) return 'restored';
  if (WORN_BY_TIME.test(folded)) return 'illegible';
  for (const [words, condition] of WORDS) if (words.test(folded)) return condition;
  return undefined;
}

/** True where a phrase says that only a part of the mark is gone or doubtful. */
export function saysPartly(folded: string): boolean {
  if (
    /(?<![\p{L}\p{N}])(?:pa+rcia?l|partial|partiel|partly|em parte|en parte|частич|частков)|جزئي/u.test(
      folded,
    )
  )
    return true;
  return DIGIT_WORDS.test(folded) && findCondition(folded) !== undefined;
}
const DIGIT_WORDS =
  /(?<![\p{L}\p{N}])(?:digit|algar|caract|character|chiffre|lettre|letra|ultimo|penultimo|primeir|restante|demais|last|first|цифр|букв)|رقم واحد/u;

/** True where a phrase says that a mark was taken off, whatever else it says. */
export function saysRemoved(folded: string): boolean {
  return REMOVED.test(folded);
}

/** True where a phrase says that the mark was found, though perhaps elsewhere on the arm. */
export function saysFound(folded: string): boolean {
  return /(?<![\p{L}\p{N}])(?:outro|encontrad|identificad|localizad|porem|mas|somente|apenas|visivel|presente|intact|found|only|elsewhere|but|visible|legible|legivel|ailleurs|seulement|mais|trouve|pero|solo|encontr)/u.test(
    folded,
  );
}

const PART_WORDS: Readonly<Partial<Record<Part, string>>> = {
  slide:
    'slide|ferrolho|ferrrolho|ferolho|glissiere|corredera|culasse mobile|кожух|кожух затвор|منزلقه|زلاقه|سحاب',
  frame:
    'frame|armacao|armaçao|armacão|corpo|chassi|carcasse|armazon|bastidor|рамка|рама|рамке|раме|рамка пистолета|هيكل|جسم',
  receiver:
    'receiver|caixa de mecanismo|caixa de mecanismos|caixa da culatra|caixa de culatra|caixa|bascula|boite de culasse|boitier|cajon de mecanismos|cajon|ствольная коробка|коробка|بيت الاقسام|علبه الاقسام',
  'upper-receiver': 'upper|upper receiver',
  'lower-receiver': 'lower|lower receiver',
  barrel: 'barrel|cano|canos|canon|cañon|ствол|стволе|стволу|ماسوره|سبطانه',
  cylinder: 'cylinder|tambor|barillet|барабан|барабане|اسطوانه|بكره|crane|yoke',
  bolt: 'bolt|culasse|cerrojo|ferrolho de fuzil|ترباس|مغلاق|затвор|затворе|затвори',
  'bolt-carrier': 'bolt carrier|porta ferrolho|transportador do ferrolho|porte culasse|затворная рама',
  'breech-block': 'breech|breech block|breechblock|culatra|recamara|bloc de culasse',
  grip: 'grip|empunhadura|cabo|punho|poignee|empuñadura|cacha|рукоятка|مقبض',
  stock: 'stock|butt|coronha|crosse|culata|приклад|اخمص',
  magazine: 'magazine|mag|carregador|chargeur|cargador|магазин|مخزن',
  'sound-moderator': 'silencer|suppressor|silenciador|silencieux',
  'trigger-group': 'trigger|trigger guard|gatilho|guarda mato|pontet|guardamonte|спусковая скоба',
  other: 'telha|fuste|guarda mao|handguard|garde main|chapa da soleira',
};
const PARTS_BY_WORD = phraseMap<Part>(PART_WORDS);

/** The parts of an arm a folded phrase names, each once, in the order named. */
export function listParts(folded: string): Part[] {
  // The Arabic article is written as one word with its noun.
  const words = folded.split(' ', 60).map((word) => word.replace(/^[بو]?ال(?=\p{L}{3})/u, ''));
  const parts: Part[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (let length = Math.min(4, words.length - at); length > 0; length -= 1) {
      const part = PARTS_BY_WORD.get(words.slice(at, at + length).join(' '));
      if (part === undefined) continue;
      if (!parts.includes(part)) parts.push(part);
      at += length - 1;
      break;
    }
  }
  return parts;
}

const LABELS = new Set(
  fold(
    'no nº n num numero number nr nro ns serial serie series ser num. sn s/n de da do e y et and ou or com para por em na ' +
      'o a os as um uma the of is was cal cal. calibre mod modelo lacre cod reg registro obs mm acp spl auto pol sec ' +
      'um dois tres quatro cinco seis sete oito nove zero sendo fig foto item pag номер сер серия № رقم',
  ).split(' '),
);

/** True where a short word is a label or a particle rather than the letters of a serial. */
export function isLabel(word: string): boolean {
  return LABELS.has(fold(word));
}

const PROPERTY_WORDS = new Set(
  'pmerj pmesp pmmg pmba pmpr pmsc pmrs pmgo pmpe pmce pmdf pcerj pcesp pcmg pcsp pc pm prf dpf pf bpm ssp sspsp gcm gm cbmerj seap depen exercito marinha aeronautica fab mb cbm bm brigada policia police gendarmerie army navy gn pnp pna sandf saps usmc uspd lapd nypd eb bope'.split(
    ' ',
  ),
);

/** True where letters beside a serial are the mark of an owner: a police, an army, a guard. */
export function isPropertyMark(text: string): boolean {
  return PROPERTY_WORDS.has(text.toLowerCase());
}
