/**
 * Words for classes of arms and for things that are no arm, in the languages registers are kept in. Phrases are parted
 * by `|` and folded before use. A word that names more than one class stands under the broadest one that is true of
 * it and is listed in VAGUE_CLASS_WORDS as well.
 */
import type { ArmClass } from '../arms/classification.ts';
import type { Action, Production } from '../arms/description.ts';
import type { OtherKind } from './understood.ts';

export const CLASS_WORDS: Readonly<Partial<Record<ArmClass, string>>> = {
  revolver:
    'revolver|revolveres|revolvers|révolver|revólver|revolv|rev|pistola revolver|pistol revolver|handgun revolver|مسدس دوار|مسدس بكرة|مسدس ساقية|ريفولفر|طاحونة|револьвер|револьвери|наган|револьвер наган|左轮手枪|左轮',
  pistol:
    'pistol|pistols|pistola|pistolas|pistolet|pistolets|pistole|pst|handgun|hand gun|pistolete|pistolao|pistolon|garrucha|garruchas|garruchao|derringer|semi automatic pistol|pistolet automatique|pistolet semi automatique|pistola semi automatica|pistola semiautomatica|pistola automatica|arma curta|arma corta|arme de poing|مسدس|مسدسات|طبنجة|فرد|пистолет|пистолеты|пістолет|пістолети|пістолет мк|手枪|tabanca',
  rifle:
    'rifle|rifles|fuzil|fuzis|fusil|fusiles|fusils|fusil a verrou|fusil à répétition|carabina de precisao|bolt action rifle|hunting rifle|sniper rifle|sniper|fusil de precision|fuzil de precisao|precision rifle|fusil de sniper|rifle de caza|rifle de caca|mosquetao|mosqueton|mousqueton|musket|carabine de chasse|long gun|arma longa|arma larga|arme longue|semi automatic rifle|بندقية|بنادق|بندقية قنص|بندقية قناصة|قناصة|قناص|винтовка|винтовки|снайперская винтовка|гвинтівка|гвинтівка мк|карабин нарезной|нарезное|обрез винтовки|обріз гвинтівки|обріз гвинтівки мк|步枪',
  carbine:
    'carbine|carbines|carabina|carabinas|carabine|carabines|clavina|كارابين|كاربين|قربينة|карабин|карабины|карабін|карабіни|обріз карабіна|卡宾枪',
  'sub-machine-gun':
    'sub machine gun|submachine gun|submachinegun|sub machinegun|smg|machine pistol|machine carbine|submetralhadora|sub metralhadora|submetralhadoras|pistola metralhadora|metralhadora de mao|subfusil|sub fusil|subametralladora|pistola ametralladora|mitraillette|mitraillettes|pistolet mitrailleur|pistolets mitrailleurs|رشيش|رشاش قصير|رشاش صغير|بندقية رشاشة قصيرة|مسدس رشاش|غدارة|пистолет пулемет|пістолет кулемет|冲锋枪',
  'assault-rifle':
    'assault rifle|assault rifles|automatic rifle|select fire rifle|battle rifle|service rifle|fuzil de assalto|fuzil automatico|fuzil metralhador|espingarda automatica|espingarda de assalto|espingarda metralhadora|fusil d assaut|fusil assaut|fusils d assaut|fusil automatique|fusil de asalto|fusil automatico|rifle de asalto|rifle de assalto|fusil ametrallador|kalashnikov|kalachnikov|kalaschnikow|ak 47|ak47|ak 74|ak74|akm|بندقية آلية|بندقية هجومية|بندقية هجوم|بنادق آلية|بندقية اقتحام|كلاشنكوف|كلاشينكوف|كلاشن|آلي|автомат|автоматы|автомати|автоматическая винтовка|автомат калашникова|突击步枪',
  'light-machine-gun':
    'light machine gun|lmg|machine gun|machinegun|machine guns|mg|gpmg|general purpose machine gun|squad automatic weapon|metralhadora|metralhadoras|metralhadora leve|metralhadora ligeira|ametralladora|ametralladora ligera|ametralladora liviana|ametralladoras|mitrailleuse|mitrailleuses|mitrailleuse legere|fusil mitrailleur|fusils mitrailleurs|رشاش|رشاشات|رشاش خفيف|رشاش متوسط|пулемет|пулемёт|ручной пулемет|кулемет|кулемети|ручний кулемет|机枪|轻机枪',
  shotgun:
    'shotgun|shotguns|shot gun|scattergun|espingarda|espingardas|escopeta|escopetas|cartucheira|cartucheiras|fusil de chasse|fusils de chasse|fusil a pompe|fusil calibre 12|carabina de caca|espingarda de caca|escopeta de caza|fusil de caza|pump action|pump action shotgun|fusil juxtapose|fusil superpose|hunting gun|بندقية صيد|بنادق صيد|شوزن|بندقية خرطوش|خرطوش|جفت|ружье|ружьё|охотничье ружье|ружье охотничье|гладкоствольное|дробовик|рушниця|рушниця мисливська|рушниця помпова|рушниця збірна|мисливська рушниця|обріз рушниці|霰弹枪|猎枪|av tufegi',
  'muzzle-loader':
    'muzzle loader|muzzleloader|muzzle loading|flintlock|blunderbuss|musket muzzle loading|bacamarte|trabuco|antecarga|avancarga|espingarda de antecarga|fusil de traite|arme a poudre noire|black powder|polvora negra|de chargement par la bouche|avancarga escopeta|dane gun|мушкет|дульнозарядное',
  'heavy-machine-gun':
    'heavy machine gun|hmg|metralhadora pesada|ametralladora pesada|mitrailleuse lourde|رشاش ثقيل|دوشكا|дшк|крупнокалиберный пулемет|станковый пулемет|кулемет станковий|重机枪',
  'grenade-launcher':
    'grenade launcher|grenade launchers|under barrel grenade launcher|ubgl|automatic grenade launcher|lanca granadas|lancagranadas|lancador de granadas|lanzagranadas|lanza granadas|lance grenade|lance grenades|قاذف قنابل|قاذفة قنابل|قاذف رمانات|гранатомет подствольный|подствольный гранатомет|підствольний гранатомет|автоматический гранатомет|榴弹发射器',
  'anti-tank-gun':
    'anti tank gun|antitank gun|canhao anticarro|canon antichar|canon anti char|cañon antitanque|مدفع مضاد للدبابات|противотанковое ружье|рушниця протитанкова',
  'recoilless-rifle':
    'recoilless rifle|recoilless gun|recoilless|canhao sem recuo|cañon sin retroceso|canon sans recul|مدفع عديم الارتداد|безоткатное орудие',
  'anti-tank-launcher':
    'rocket launcher|rocket launchers|anti tank launcher|rpg|rpg 7|rpg7|rpg launcher|anti tank rocket launcher|anti tank missile launcher|atgm|lanca rojoes|lanca rojao|lanca foguetes|lancador de foguetes|lanzacohetes|lanza cohetes|lance roquettes|lance roquette|lance roquettes antichar|lance missile antichar|قاذف|قاذفة صواريخ|قاذف صواريخ|قاذف آر بي جي|آر بي جي|гранатомет|гранатомёт|ручной гранатомет|ручний гранатомет|птрк|птур|пускові установки|火箭筒',
  mortar:
    'mortar|mortars|morteiro|morteiros|mortero|morteros|mortier|mortiers|هاون|مدفع هاون|هاونات|миномет|миномёт|міномет|迫击炮',
  'anti-aircraft-gun':
    'anti aircraft gun|antiaircraft gun|canhao antiaereo|cañon antiaereo|canon anti aerien|canon antiaerien|mitrailleuse anti aerienne|مدفع مضاد للطائرات|зенитная установка|зенітна установка',
  manpads:
    'manpads|man portable air defence system|missile sol air portable|sa 7|strela|igla|stinger|منظومة دفاع جوي محمولة|пзрк|переносной зенитный ракетный комплекс',
  'other-light-weapon': 'light weapon|arma leve|arme legere|cannon|canhao|гармата автоматична|гармата',
  'frame-or-receiver':
    'frame|receiver|frame or receiver|lower receiver|armacao|armacao de pistola|caixa de mecanismo|carcasse|boite de culasse|armazon|cajon de mecanismos|هيكل السلاح|ствольная коробка|рамка деталь|ствольна коробка деталь',
  'air-or-gas':
    'air gun|airgun|air rifle|air pistol|air soft|airsoft|pneumatic|pressao|arma de pressao|carabina de pressao|pistola de pressao|espingarda de pressao|chumbinho|ar comprimido|aire comprimido|carabine a air comprime|arme a air comprime|carabina de aire|بندقية هوائية|بندقية ضغط|مسدس هواء|пневматическая винтовка|пневматический пистолет|пневматическое|пневматика|гвинтівка пневматична|пістолет пневматичний|револьвер пневматичний',
  'blank-firing':
    'blank firing|blank firer|blank pistol|starter pistol|signal pistol|alarm pistol|gas pistol|flare gun|flare pistol|pistolet d alarme|pistolet a blanc|pistolet signaleur|pistola de alarme|pistola de fogueo|pistola de señales|pistola sinalizadora|lanca sinais|very pistol|مسدس صوت|مسدس إشارة|مسدس إنذار|газовый пистолет|сигнальный пистолет|пістолет газовий|револьвер газовий|пістолет сигнальний|револьвер сигнальний|пістолет стартовий|револьвер стартовий|ракетниця|ракетница|револьвер газводробовий|револьвер газоводробовий|стартовый пистолет|сигнально шумовой',
  'other-small-arm':
    'other small arm|pen gun|zip gun|slam gun|cane gun|less lethal launcher|пістолет під гумову кулю|револьвер під гумову кулю|травматический пистолет|травматическое|пістолет авторучка|пістолет монтажний|револьвер під патрон флобера|пістолет під патрон флобера|карабін під патрон флобера|combination gun|rifle shotgun combination|drilling',
  unknown:
    'firearm|fire arm|firearms|gun|weapon|arm|small arm|small arms|arma|armas|arma de fogo|armas de fogo|arma de fuego|armas de fuego|arme|armes|arme a feu|armes a feu|سلاح|سلاح ناري|أسلحة نارية|оружие|огнестрельное оружие|зброя|вогнепальна зброя|нарізна|гладкоствольна|outros|outro|outra|outras|other|others|autre|autres|otro|otros|otra|otras|أخرى|другое|інше|indeterminado|indeterminada|unknown|inconnu|desconocido|desconhecido|ignorado|nao identificado|nao identificada|arma de fogo artesanal|arma de fabricacao caseira|arma artesanal|arma caseira|arma hechiza|hechiza|arme artisanale|arme de fabrication artisanale|craft weapon|homemade firearm|home made gun|سلاح محلي الصنع|سلاح يدوي الصنع|самодельное|самодельное оружие|саморобна зброя|printed firearm|3d printed gun|ghost gun|converted firearm',
};

/** Words that name several classes; the class given is the likeliest and the row is flagged. */
export const VAGUE_CLASS_WORDS =
  'machine gun|machinegun|machine guns|mg|metralhadora|metralhadoras|ametralladora|ametralladoras|mitrailleuse|mitrailleuses|رشاش|رشاشات|пулемет|кулемет|кулемети|قاذف|гранатомет|long gun|arma longa|arma larga|arme longue|arma curta|arma corta|arme de poing|handgun|hand gun|آلي|outros|outro|outra|outras|other|others|autre|autres|otro|otros|otra|otras|أخرى|другое|інше';

export const OTHER_WORDS: Readonly<Record<OtherKind, string>> = {
  ammunition:
    'ammunition|ammo|ammunitions|cartridge|cartridges|round|rounds|bullet|bullets|shell|shells|spent casing|casing|casings|cartridge case|municao|municoes|municion|municiones|munition|munitions|cartucho|cartuchos|cartucho intacto|cartucho percutido e nao deflagrado|cartucho deflagrado|cartouche|cartouches|projetil|projeteis|um projetil|proyectil|proyectiles|estojo|estojos|capsula|capsulas|vainilla|balas|bala|douille|douilles|balle|balles|obus|chumbo de municao|ذخيرة|ذخائر|خرطوشة|طلقة|طلقات|رصاص|боеприпас|боеприпасы|патрон|патроны|гильза|набої|набої боєві|боєприпаси|снаряд|弹药|子弹',
  part: 'part|parts|component|components|barrel|slide|bolt|trigger group|firearm part|firearm parts|peca|pecas|peca de arma|partes de arma|pieza|piezas|piece|pieces detachees|piece d arme|cano|cano de arma|ferrolho|coronha|canon d arme|cañon suelto|قطعة غيار|قطع غيار|أجزاء|деталь|детали|части оружия|деталі|інші деталі зброї|ствол деталь|затвор деталь|kit roni|conversion kit',
  accessory:
    'accessory|accessories|acessorio|acessorios|accesorio|accesorios|accessoire|accessoires|magazine|magazines|carregador|carregadores|cargador|cargadores|chargeur|chargeurs|silencer|suppressor|sound moderator|silenciador|silencieux|scope|optic|luneta|mira|mira telescopica|lunette|holster|coldre|funda|colete|colete balistico|colete a prova de balas|chaleco|gilet pare balles|bulletproof vest|body armour|body armor|vest|مخزن|كاتم صوت|منظار|درع|магазин|глушитель|прицел|бронежилет|магазин пістолетний|приціл оптичний',
  'edged-weapon':
    'edged weapon|knife|knives|machete|sword|bayonet|dagger|axe|arma branca|armas brancas|faca|facas|facao|canivete|espada|punhal|arma blanca|cuchillo|navaja|arme blanche|couteau|poignard|machette|crossbow|besta|ballesta|arbalete|سكين|سلاح أبيض|سيف|خنجر|нож|штык нож|кортик|кинжал|холодное оружие|ніж|ніж мисливський|штик ніж|штик|кинджал|шашка|шабля|меч|кистень|арбалет|рушниця для підводного полювання|stun gun|taser',
  replica:
    'replica|toy|toy gun|imitation|imitation firearm|simulacro|simulacro de arma|simulacro de arma de fogo|brinquedo|arma de brinquedo|replica de arma|juguete|arma de juguete|jouet|factice|arme factice|réplique|لعبة|تقليد|игрушка|макет|муляж|deactivated|training weapon|автомат учбовий|пістолет учбовий|гвинтівка учбова|кулемет учбовий|карабін учбовий|учебный',
  explosive:
    'explosive|explosives|grenade|grenades|hand grenade|bomb|bombs|mine|mines|landmine|detonator|dynamite|tnt|granada|granadas|granada de mao|bomba|bombas|explosivo|explosivos|mina|minas|artefato explosivo|dinamite|grenade a main|explosif|explosifs|bombe|قنبلة|قنابل|قنبلة يدوية|لغم|ألغام|متفجرات|граната|гранаты|взрывчатка|мина|взрывное устройство|вибухові речовини|запал|ракета|rocket|missile',
  other: 'money|dinheiro|droga|drogas|drugs|vehicle|veiculo|vehiculo|radio|telephone|telefone|celular|phone',
};

export const ACTION_WORDS: Readonly<Partial<Record<Action, string>>> = {
  'semi-automatic':
    'semi automatic|semiautomatic|semi auto|self loading|autoloading|semiautomatica|semiautomatico|semi automatica|semi automatico|semi automatique|نصف آلي|نصف آلية|полуавтоматический|самозарядный|самозарядная|напівавтоматичний',
  selective: 'selective|select fire|selective fire|tiro seletivo|selectivo|tir selectif',
  automatic:
    'automatic|full auto|fully automatic|automatica|automatico|automatique|آلي|آلية|автоматический|автоматична',
  repeating:
    'bolt action|repeating|lever action|pump action|pump|repeticao|de repeticao|repeticion|a repetition|a verrou|a pompe|manual repetition|ferrolho|помповое|помпова|магазинная|болтовая',
  'double-barrel':
    'double barrel|double barreled|double barrelled|side by side|over and under|dois canos|cano duplo|de dos canones|juxtapose|superpose|مزدوجة|двуствольное|двоствольна',
  'muzzle-loading': 'muzzle loading|antecarga|avancarga|chargement par la bouche|дульнозарядное',
  'single-shot':
    'single shot|tiro unico|tiro a tiro|un coup|un solo tiro|monotiro|mono tiro|طلقة واحدة|однозарядное|однозарядний',
};

export const PRODUCTION_WORDS: Readonly<Partial<Record<Production, string>>> = {
  craft:
    'artesanal|caseira|caseiro|fabricacao caseira|fabricacao artesanal|artisanal|artisanale|hechiza|hechizo|craft|craft made|homemade|home made|improvised|محلي الصنع|يدوي الصنع|самодельное|саморобний|саморобна|dane gun|tumbera',
  'privately-made': 'privately made|ghost gun|pmf|80 percent',
  printed: 'printed|3d printed|3d|impressa|impressa em 3d|imprimee|impresa',
  converted:
    'converted|conversion|convertida|convertido|convertie|transformee|transformada|modificada|переделанный|перероблений',
  modular: 'modular|modulaire',
  industrial:
    'industrial|industrially manufactured|factory|fabrica|industriel|industrielle|заводской|заводський',
};
