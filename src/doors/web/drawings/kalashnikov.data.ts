/** Kalashnikovs and what was made of them. The front of the receiver lies at x 0. */
import { at, type Design } from './design.ts';
import { box, dark, left, line, type Parts, right, ring, steel, tube, wood } from './parts.ts';
import { bipod, magazine, pins, triggerGuard } from './pieces.ts';

const TRIGGER: Parts = [
  tube('132,36 135,46/6 126,57', 5),
  tube('98,38 98,60/6 168,62/8 178,40', 4),
  steel('91,34 101,34 98,58/3 92,56/3'),
];
const GRIP = dark('176,34 214,34/4 234,86/20 246,120/6 240,130/4 218,132/6 208,120/20 196,70/12 186,58/8');
const RECEIVER: Parts = [
  TRIGGER,
  GRIP,
  steel('0,-10 258,-8 262,4 258,37 16,37 14,30 0,27'),
  steel('0,-33/3 216,-31/18 250,-12 252,-6 0,-6'),
  right(tube('86,-2 150,-6 186,10', 7), steel('28,-24 96,-24 96,-6 28,-6'), tube('72,-14 60,-15', 8)),
  left(line('60,4 92,4 92,16 60,16 60,4')),
  pins(3, [20, 6], [20, 24], [236, 6], [246, 22], [124, 22], [158, 22], [186, 24]),
];
/** Ribs across the pressed cover of the AKM and after. */
const RIBS: Parts = [70, 104, 138, 172, 206].map((x) => line(`${x},-31 ${x + 2},-14`));
const REAR_SIGHT: Parts = [
  steel('-62,-16 -62,-34/4 -46,-44/4 -8,-40 2,-33 4,-6 -4,-6 -4,-16'),
  line('-44,-46 14,-42'),
];
const BARREL = (muzzle: number): Parts => box('steel', muzzle, -8, -40, 8);
const GAS_TUBE = box('steel', -226, -33, -60, -19);
const UPPER = box('wood', -192, -38, -62, -17, 7);
const SLANTED_BLOCK = steel('-272,-11 -272,11 -240,11 -218,-14 -218,-36 -240,-36/4 -246,-26');
const UPRIGHT_BLOCK = steel('-254,-37/4 -218,-37 -218,11 -254,11');
/** Of the AKM and after: swollen on both sides for the palm. */
const SWOLLEN: Parts = [
  UPPER,
  wood('-196,-14 -4,-14 -2,26 -60,30/20 -100,36/20 -150,34/14 -176,20/8 -196,18'),
  line('-150,2 -60,2'),
];
const FLAT: Parts = [UPPER, wood('-196,-14 -4,-14 -2,27 -60,28/20 -180,24/10 -196,18'), line('-160,2 -50,2')];
const FRONT_SIGHT = (x: number): Parts => [
  steel(
    `${x - 20},-10 ${x - 12},-36 ${x - 13},-58/4 ${x + 9},-58/4 ${x + 8},-36 ${x + 24},-10 ${x + 24},12 ${x - 20},12`,
  ),
  ring('hole', x - 2, -48, 5),
];
const HOODED_SIGHT = (x: number): Parts => [
  steel(
    `${x - 20},-10 ${x - 12},-34 ${x - 19},-44/9 ${x - 19},-62/9 ${x + 15},-62/9 ${x + 15},-44/9 ${x + 8},-34 ${x + 24},-10 ${x + 24},12 ${x - 20},12`,
  ),
];
const ROD = (muzzle: number): Parts => tube(`${muzzle},14 -195,14`, 4);
const NUT = box('steel', -394, -10, -374, 10, 3);
const SLANT = steel('-404,-10 -396,-10 -374,-10 -374,10 -390,10');
const BRAKE: Parts = [
  steel('-444,-12/3 -372,-12 -372,12 -444,12/3'),
  box('hole', -434, -7, -416, 5, 2),
  line('-400,-12 -400,12'),
];
const MAG_762: Parts = magazine({ x: 50, y: 30, width: 68, length: 205, lean: 5, bend: 42, ribs: 2 });
const MAG_545: Parts = [
  magazine({ x: 50, y: 30, width: 64, length: 202, lean: 8, bend: 20 }),
  line('20,60 78,64'),
];
const AKM_STOCK: Parts = [
  wood('256,-2 276,-4 498,14/3 504,126/5 484,132/6 330,62/60 290,42/20 256,40'),
  dark('494,13/3 502,14 510,127/4 500,130/4'),
];
const UNDERFOLD: Parts = [
  tube('244,16 470,52', 14),
  steel('462,14/6 478,14/6 496,134/8 482,142/6 472,80'),
  ring('steel', 244, 16, 11),
];
const SIDEFOLD = (end: number): Parts => [
  tube(`262,2 ${end},4/8 ${end + 12},120/8 ${end - 8},122/10 262,26`, 10),
  tube(`262,22 ${end - 30},96`, 7),
  steel('256,-8 276,-8 276,36 256,36'),
];
const SPIKE: Parts = [tube('-346,20 -120,20', 6), steel('-340,10 -318,10 -318,26 -340,26')];
const SPOTS = {
  'receiver-left': at(26, 12, 'over-chamber'),
  'receiver-right': at(36, 14, 'above-magazine'),
  'receiver-rear': at(252, -9, 'at-rear'),
  'receiver-top': at(130, -33, 'at-middle'),
  'bolt-top': at(70, -22, 'at-port'),
  'barrel-left': at(-20, 0, 'on-chamber'),
} as const;
/** Of those with a fixed stock. */
const FIXED_SPOTS = { ...SPOTS, 'stock-left': at(420, 60, 'at-rear') } as const;

const AKM_FRONT = [MAG_762, BARREL(-390), ROD(-404), GAS_TUBE, SWOLLEN, SLANTED_BLOCK, FRONT_SIGHT(-352)];
const AK_74_FRONT = [BARREL(-390), ROD(-400), GAS_TUBE, SWOLLEN, UPRIGHT_BLOCK, FRONT_SIGHT(-350), BRAKE];
const CHINESE_FRONT = [MAG_762, BARREL(-390), ROD(-404), GAS_TUBE, FLAT, SLANTED_BLOCK, HOODED_SIGHT(-352)];
const M70_FRONT: Parts = [
  [MAG_762, BARREL(-400), GAS_TUBE, box('steel', -262, -33, -220, -19)],
  [box('wood', -228, -38, -62, -17, 7), wood('-232,-14 -4,-14 -2,28 -60,30/20 -210,28/10 -232,18')],
  [-196, -146, -96].map((x) => box('hole', x, -32, x + 28, -24, 4)),
  [
    steel('-286,-36 -258,-36 -258,11 -286,11'),
    tube('-280,-36 -284,-58', 6),
    FRONT_SIGHT(-368),
    box('steel', -410, -10, -392, 10, 3),
  ],
];
const OPEN_STOCK: Parts = [
  tube('262,2 480,-2/10 486,110/8 470,112/10 262,28', 10),
  steel('256,-8 276,-8 276,36 256,36'),
];

export const KALASHNIKOVS: readonly Design[] = [
  {
    id: 'ak',
    models: ['izhmash/ak', 'radom/kbkg-wz-60'],
    parts: [
      [MAG_762, BARREL(-390), ROD(-404), GAS_TUBE, FLAT, SLANTED_BLOCK, FRONT_SIGHT(-352)],
      wood('256,4 276,0 488,40/4 496,150/5 476,156/6 320,66/50 290,46/20 256,42'),
      dark('484,38/3 492,40 502,151/4 492,154/4'),
      [RECEIVER, REAR_SIGHT, NUT],
      line('22,22/4 92,22/4 92,33'),
      left(line('50,-2 240,-2')),
    ],
    spots: FIXED_SPOTS,
  },
  {
    id: 'akm',
    models: ['izhmash/akm', 'tula/akm', 'radom/akm', 'maadi/misr', 'dio/klf', 'interordnance/akm-247'],
    parts: [AKM_FRONT, [AKM_STOCK, RECEIVER, RIBS, REAR_SIGHT, SLANT]],
    spots: FIXED_SPOTS,
  },
  {
    id: 'akms',
    models: ['izhmash/akms', 'radom/akms'],
    parts: [AKM_FRONT, [RECEIVER, RIBS, REAR_SIGHT, SLANT, UNDERFOLD]],
    spots: SPOTS,
  },
  {
    id: 'ak-74',
    models: ['izhmash/ak-74', 'tula/ak-74', 'izhmash/ak-74m'],
    parts: [
      [MAG_545, AK_74_FRONT, AKM_STOCK, line('330,22/6 470,50/6 470,58/6 330,34/6 330,22')],
      [RECEIVER, RIBS, REAR_SIGHT],
    ],
    spots: FIXED_SPOTS,
  },
  {
    id: 'aks-74',
    models: ['izhmash/aks-74'],
    parts: [MAG_545, AK_74_FRONT, OPEN_STOCK, RECEIVER, RIBS, REAR_SIGHT],
    spots: SPOTS,
  },
  {
    id: 'ak-103',
    models: ['izhmash/ak-103'],
    parts: [
      [MAG_762, AK_74_FRONT, dark('256,-2 276,-4 498,14/3 504,126/5 484,132/6 330,62/60 290,42/20 256,40')],
      [line('320,12/6 476,28/6 482,96/6 350,48/10 320,32/6 320,12'), RECEIVER, RIBS, REAR_SIGHT],
    ],
    spots: FIXED_SPOTS,
  },
  {
    id: 'aks-74u',
    models: ['izhmash/aks-74u', 'tula/aks-74u'],
    parts: [
      [MAG_545, box('steel', -180, -8, -40, 8), box('steel', -150, -32, -20, -18)],
      [box('wood', -136, -38, -10, -15, 6), wood('-136,-15 -4,-15 -2,26 -60,32/20 -120,24/8 -136,18')],
      steel('-176,12 -176,-12 -168,-34 -168,-54/4 -148,-54/4 -148,-36 -136,-34 -136,12'),
      [
        ring('hole', -158, -44, 5),
        steel('-242,-16/2 -226,-14 -204,-13/3 -178,-13 -178,13 -204,13/3 -226,14 -242,16/2'),
      ],
      [line('-226,-14 -226,14'), line('-204,-13 -204,13')],
      OPEN_STOCK,
      [
        RECEIVER,
        steel('86,-32 92,-46/3 118,-46/3 124,-32'),
        line('92,-40 118,-40'),
        steel('-14,-38/3 8,-34 8,-8 -14,-8'),
      ],
    ],
    spots: SPOTS,
  },
  {
    id: 'type-56',
    models: ['norinco/type-56', 'pof/type-56'],
    parts: [
      [MAG_762, BARREL(-390), ROD(-404), GAS_TUBE, FLAT, SLANTED_BLOCK, SPIKE, HOODED_SIGHT(-352)],
      [AKM_STOCK, RECEIVER, REAR_SIGHT, NUT],
    ],
    spots: FIXED_SPOTS,
  },
  {
    id: 'type-56-1',
    models: ['norinco/type-56-1'],
    parts: [CHINESE_FRONT, [RECEIVER, REAR_SIGHT, NUT, UNDERFOLD]],
    spots: SPOTS,
  },
  {
    id: 'type-56-2',
    models: ['norinco/type-56-2'],
    parts: [
      CHINESE_FRONT,
      [SIDEFOLD(478), dark('330,12/4 440,26/4 440,54/4 330,30/4'), RECEIVER, REAR_SIGHT, NUT],
    ],
    spots: SPOTS,
  },
  {
    id: 'm70',
    models: ['zastava/m70b1', 'al-qadissiya/tabuk'],
    parts: [
      M70_FRONT,
      [
        wood('256,-2 276,-4 484,10/3 492,124/5 474,130/6 330,62/60 290,42/20 256,40'),
        dark('484,9/4 506,10/4 516,128/6 492,130/4'),
      ],
      [RECEIVER, RIBS, REAR_SIGHT, steel('0,10/8 16,10/8 16,30 0,30')],
    ],
    spots: FIXED_SPOTS,
  },
  {
    id: 'm70ab2',
    models: ['zastava/m70ab2', 'zastava/m70ab3'],
    parts: [M70_FRONT, [RECEIVER, RIBS, REAR_SIGHT, UNDERFOLD, steel('0,10/8 16,10/8 16,30 0,30')]],
    spots: SPOTS,
  },
  {
    id: 'rpk',
    models: ['molot/rpk', 'arsenal-bg/rpk', 'maadi/rpk-misr'],
    parts: [
      magazine({ x: 50, y: 30, width: 68, length: 256, lean: 5, bend: 52, ribs: 2 }),
      [box('steel', -568, -9, -40, 9), tube('-574,15 -195,15', 4), GAS_TUBE, SWOLLEN, UPRIGHT_BLOCK],
      [FRONT_SIGHT(-540), bipod(-500, 4, 190, 120)],
      wood('256,0 300,-4/20 360,10/40 500,14/4 508,130/5 486,136/6 400,108/40 376,56/30 320,46/30 256,42'),
      dark('496,13/3 506,14 514,131/4 504,134/4'),
      [RECEIVER, RIBS, REAR_SIGHT, steel('-2,-2/8 18,2/8 18,32 -2,28')],
    ],
    spots: FIXED_SPOTS,
  },
  {
    id: 'galil-ar',
    models: ['imi/galil-ar', 'indumil/galil-ar'],
    parts: [
      magazine({ x: 52, y: 30, width: 62, length: 200, lean: 2, bend: 30, ribs: 1 }),
      [
        box('steel', -420, -8, -40, 8),
        steel('-462,-11/3 -418,-11 -418,11 -462,11/3'),
        line('-454,-3 -428,-3'),
      ],
      box('steel', -290, -33, -60, -19),
      wood('-258,-40/8 -40,-40/6 -4,-30 -2,30/6 -40,34/14 -240,30/10 -258,20'),
      [
        line('-240,-10 -20,-10'),
        steel('-296,12 -296,-36/4 -286,-44 -282,-66/4 -266,-66/4 -262,-42 -256,-36 -256,12'),
      ],
      ring('hole', -274, -54, 5),
      SIDEFOLD(470),
      dark('474,-2/5 490,-2/5 502,122/6 486,124/5'),
      [RECEIVER, steel('214,-31 218,-48/4 240,-46/4 244,-18'), right(tube('60,-18 56,-44', 9))],
      steel('8,-33 14,-42/3 40,-40/3 48,-33'),
      triggerGuard(98, 178, 38, 64, 4),
    ],
    spots: SPOTS,
  },
  {
    id: 'vz-58',
    models: ['cz/vz-58-p'],
    parts: [
      magazine({ x: 36, y: 26, width: 64, length: 195, lean: 4, bend: 36, ribs: 0 }),
      [box('steel', -372, -7, -20, 7), box('steel', -384, -10, -366, 10, 3), tube('-380,13 -190,13', 4)],
      [
        wood('-180,-30/6 -30,-30/6 -20,-12 -180,-12'),
        wood('-184,-12 -6,-12 -6,24 -50,28/16 -170,24/10 -184,14'),
      ],
      [
        steel('-216,-28/5 -180,-28 -180,12 -216,12'),
        steel('-362,10 -356,-12 -350,-50/4 -330,-50/4 -326,-12 -318,10'),
      ],
      [steel('-28,-34/5 0,-38/4 40,-30 40,-8 -20,-8'), line('-24,-38 24,-42')],
      [steel('-6,-10 226,-10/4 236,0 232,32 10,32 -6,26'), steel('40,-26/6 196,-24/14 222,-10 40,-10')],
      [line('84,-10 84,-25'), line('20,8 210,8'), right(tube('94,-18 94,-4', 8))],
      triggerGuard(84, 158, 32, 58, 4),
      dark('154,32 190,32/4 220,116/7 212,128/4 190,130/6 180,112/16 166,60/10'),
      [
        wood('230,-4 250,-4/20 440,6/3 450,116/5 430,122/6 300,58/60 262,38/20 230,36'),
        dark('438,5/3 446,6 456,117/4 446,120/4'),
      ],
    ],
    spots: {
      ...FIXED_SPOTS,
      'receiver-left': at(20, 18, 'above-magazine'),
      'receiver-rear': at(230, -4, 'at-rear'),
      'receiver-top': at(120, -26, 'at-middle'),
    },
  },
];
