/**
 * The invented words of the demonstration State Aldera (XA): its places, people, makers and models, and the many ways in
 * which people write a calibre. No maker, model or unit here exists.
 */

export const TOWNS: readonly string[] =
  'Aldermoor|Bressane|Calvero|Dunmarra|Esterre|Farolle|Gavanne|Hollin|Ibarel|Jorvasse|Kelmoor|Lasenne|Morvelle|Nantoue|Orrin|Pelassy|Querrol|Rosmarin|Savelle|Tarroux|Ulmette|Vennor|Wessane|Yarroux|Zemour|Bas-Calvero|Port-Esterre|Mont-Hollin|Haut-Orrin|Deux-Rives'.split(
    '|',
  );

export const GIVEN_NAMES: readonly string[] =
  'Adela|Benno|Corin|Dalia|Edris|Fenna|Goran|Halima|Ivo|Jessa|Kamil|Lioba|Marek|Nadia|Osei|Pilar|Quentin|Rania|Sefu|Tilda|Ugo|Vesna|Wanda|Yusra|Zeno|Amadou|Brisa|Celio|Djamila|Elof'.split(
    '|',
  );

export const FAMILY_NAMES: readonly string[] =
  'Abrenne|Bakshane|Corvado|Delmasse|Ekwara|Fontarel|Gashiri|Hovanne|Istrane|Jadoul|Kerovan|Lamandou|Mirzane|Nolvère|Okandé|Parrasse|Quirane|Rovenne|Sandoul|Tchalan|Urbasse|Valtorre|Wendari|Xarelle|Yombé|Zavrane|Ardouin-Sel|Bel-Asra|Cissarel|Dramaux'.split(
    '|',
  );

export type DemoModel = {
  readonly name: string;
  readonly class: string;
  readonly calibre: keyof typeof CALIBRE_SPELLINGS;
  readonly action: string;
  /** Who buys it: `s` services, `c` civil holders. */
  readonly for: 's' | 'c' | 'sc';
};

export type DemoMaker = {
  readonly key: string;
  readonly name: string;
  readonly spellings: readonly string[];
  readonly country: string;
  /** Two letters before the number; two makers share one. */
  readonly prefix: string;
  readonly separator: '' | '-' | ' ';
  /** The maker whose models it makes under licence. */
  readonly licensor?: string;
  readonly models: readonly DemoModel[];
};

export const CALIBRE_SPELLINGS = {
  '9x19': ['9x19', '9 mm', '9mm Para', '9 mm Parabellum', '9x19 mm', '9 x 19', '9MM LUGER', 'cal. 9'],
  '7.62x39': ['7.62x39', '7,62x39', '7.62 x 39 mm', '7.62', '7,62 court', '7.62X39 M43'],
  '7.62x51': ['7.62x51', '7,62 NATO', '.308', '7.62 x 51 mm', '308 Win', '7.62'],
  '5.56x45': ['5.56x45', '5,56 mm', '.223', '5.56 NATO', '5,56x45', '223 Rem'],
  '12/70': ['12/70', '12', 'cal 12', '12 GA', 'calibre 12', '12-70'],
  '.38 Special': ['.38 Special', '.38', '38 SPL', '38 spl.', '.38 Spec'],
  '7.65 Browning': ['7.65 Browning', '7,65', '.32', '.32 Auto', '7,65 mm'],
  '.22 LR': ['.22 LR', '22', '.22', '22 lr', '5,6 mm'],
  '12.7x99': ['12.7x99', '.50', '12,7 mm', '12.7 x 99'],
} as const satisfies Record<string, readonly string[]>;

const model = (
  name: string,
  kind: string,
  calibre: DemoModel['calibre'],
  action: string,
  buyers: DemoModel['for'],
): DemoModel => ({ name, class: kind, calibre, action, for: buyers });

export const MAKERS: readonly DemoMaker[] = [
  {
    key: 'orevall',
    name: 'Orevall Works',
    spellings: ['Orevall Works', 'OREVALL', 'Orevall', 'Orevall Wks', 'Oreval'],
    country: 'XB',
    prefix: 'ZN',
    separator: '',
    models: [
      model('O-47', 'assault-rifle', '7.62x39', 'selective', 's'),
      model('O-9', 'pistol', '9x19', 'semi-automatic', 'sc'),
      model('O-74L', 'light-machine-gun', '7.62x39', 'automatic', 's'),
    ],
  },
  {
    key: 'sundalle',
    name: 'Sundalle State Arsenal',
    spellings: ['Sundalle State Arsenal', 'Sundalle', 'SUNDALLE ARS.', 'Arsenal Sundalle'],
    country: 'XC',
    prefix: 'ZN',
    separator: '',
    licensor: 'orevall',
    models: [
      model('O-47', 'assault-rifle', '7.62x39', 'selective', 's'),
      model('O-47 S', 'assault-rifle', '7.62x39', 'selective', 's'),
    ],
  },
  {
    key: 'dorlane',
    name: 'Fabrique Dorlane',
    spellings: ['Fabrique Dorlane', 'DORLANE', 'F. Dorlane', 'Fab. Dorlane', 'Dorlan'],
    country: 'XB',
    prefix: 'QX',
    separator: '-',
    models: [
      model('D58', 'rifle', '7.62x51', 'semi-automatic', 's'),
      model('D58 C', 'carbine', '7.62x51', 'repeating', 'sc'),
      model('Dorlane 12', 'heavy-machine-gun', '12.7x99', 'automatic', 's'),
    ],
  },
  {
    key: 'tannegg',
    name: 'Tannegg Arms',
    spellings: ['Tannegg Arms', 'TANNEGG', 'Tannegg', 'Taneg', 'Tannegg AG'],
    country: 'XC',
    prefix: 'ZQ',
    separator: '',
    models: [
      model('T5', 'sub-machine-gun', '9x19', 'selective', 's'),
      model('T17', 'pistol', '9x19', 'semi-automatic', 'sc'),
      model('T56', 'assault-rifle', '5.56x45', 'selective', 's'),
    ],
  },
  {
    key: 'kestrane',
    name: 'Kestrane Sporting',
    spellings: ['Kestrane Sporting', 'KESTRANE', 'Kestrane', 'Kestran'],
    country: 'XC',
    prefix: 'QZ',
    separator: ' ',
    models: [
      model('Heron', 'shotgun', '12/70', 'double-barrel', 'c'),
      model('Heron P', 'shotgun', '12/70', 'repeating', 'sc'),
      model('Wren 22', 'rifle', '.22 LR', 'repeating', 'c'),
    ],
  },
  {
    key: 'belmor',
    name: 'Belmor-Hask',
    spellings: ['Belmor-Hask', 'BELMOR HASK', 'Belmor', 'B-H', 'Bellmor'],
    country: 'XA',
    prefix: 'XQ',
    separator: '-',
    models: [
      model('BH 38', 'revolver', '.38 Special', 'unknown', 'sc'),
      model('BH 7', 'pistol', '7.65 Browning', 'semi-automatic', 'c'),
    ],
  },
];

/** Prefixes of serials that are kept for the demonstration. */
export const RESERVED_PREFIXES: readonly string[] = ['ZN', 'QX', 'ZQ', 'QZ', 'XQ', 'ZX'];
