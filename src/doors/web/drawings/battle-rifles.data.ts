/** FAL, G3 and the Brazilian rifles after them, and AUG. */
import { at, type Design, type Spot } from './design.ts';
import { box, dark, hole, left, line, type Parts, right, ring, steel, tube, wood } from './parts.ts';
import { grooves, holes, magazine, pins, triggerGuard } from './pieces.ts';

/** The front of the receiver lies at x 0. */
const FAL_BODY: Parts = [
  triggerGuard(98, 160, 38, 68),
  dark('158,30 196,28/6 214,70/20 226,116/6 218,128/5 194,130/6 184,112/10 170,60/10'),
  steel('0,-24/3 14,-28/6 200,-30/4 206,-24 206,10 90,34 90,48 8,48/4 6,20 0,18'),
  steel('90,20 206,-6 206,-30 216,-40/4 236,-40/4 240,-22 240,22 200,32 96,42'),
  line('12,-12 196,-16'),
  pins(4, [110, 28], [152, 24], [226, 6]),
  left(ring('steel', 22, -8, 7), line('22,-8 90,-12'), tube('170,18 150,26', 5)),
  right(box('hole', 62, -22, 120, -2, 4)),
];
const FAL_SIGHTS: Parts = [
  steel('-312,-28 -262,-28 -262,12 -312,12'),
  steel('-300,-28 -298,-54/4 -276,-54/4 -272,-28'),
  ring('hole', -287, -44, 4),
  tube('-336,-18 -300,-18', 11),
];
const FAL_HANDGUARD: Parts = [
  wood('-258,-30/8 -4,-32/3 -2,26/4 -120,28/8 -240,22/8 -258,14'),
  line('-250,-6 -8,-6'),
];
const FAL_MAG: Parts = [
  magazine({ x: 50, y: 44, width: 68, length: 108, lean: 3, bend: 5 }),
  line('26,60 24,140'),
  line('72,60 70,140'),
];
const HANDLE = tube('4,-26 10,-58/8 104,-58/6', 9);
const LONG_BARREL: Parts = [
  box('steel', -600, -8, -20, 8),
  steel('-604,-12/3 -500,-12 -500,12 -604,12/3'),
  grooves(-594, -560, -4, 4, 3),
];
const PARA_STOCK: Parts = [
  tube('244,-14 478,-6/8 488,106/8 470,106/10 244,20', 13),
  steel('238,-26 258,-26 258,28 238,28'),
];
const RAILS = (from: number, to: number, y: number): Parts =>
  grooves(from, to, y, y - 5, Math.round((to - from) / 9));
const SPOTS: Readonly<Record<string, Spot>> = {
  'receiver-left': at(60, 12, 'above-magazine'),
  'receiver-right': at(40, 12, 'above-magazine'),
  'barrel-left': at(-420, 0, 'at-middle'),
  'bolt-carrier-right': at(90, -10, 'at-port'),
};
const G3_SPOTS: Readonly<Record<string, Spot>> = {
  'receiver-left': at(30, 10, 'above-magazine'),
  'receiver-right': at(180, -20, 'at-middle'),
  'receiver-top': at(100, -38, 'at-middle'),
};

const G3_BODY: Parts = [
  magazine({ x: 36, y: 20, width: 66, length: 132, lean: 4, bend: 4 }),
  triggerGuard(86, 150, 38, 66),
  dark('76,16 252,10 252,34 200,36/10 214,74/20 224,122/6 214,132/6 190,132/6 178,108/12 152,40 76,38'),
  steel('-96,-40/4 242,-40/10 256,-30 256,14 150,20 78,22 78,34 -4,34/4 -8,18 -96,14'),
  line('-90,-18 250,-18'),
  line('-4,16 76,16'),
  steel('196,-40 200,-56/3 206,-64/4 226,-64/4 234,-54/3 236,-40'),
  tube('166,44 182,36', 6),
  right(box('hole', 40, -36, 96, -20, 3)),
  pins(4, [84, 28], [246, 24]),
];

export const BATTLE_RIFLES: readonly Design[] = [
  {
    id: 'fal',
    models: ['fn-herstal/fal', 'imbel/m964', 'dicon/dicon-fal', 'fn-herstal/lar', 'fmap/fal'],
    parts: [
      [LONG_BARREL, FAL_SIGHTS, FAL_MAG, FAL_HANDGUARD],
      wood('236,-14 260,-18 486,-2/3 492,124/5 470,130/6 320,76/50 276,40/20 236,28'),
      dark('484,-3/4 502,-2/4 508,126/5 490,130/4'),
      [FAL_BODY, HANDLE],
    ],
    spots: { ...SPOTS, 'stock-right': at(400, 50, 'at-rear') },
  },
  {
    id: 'parafal',
    models: ['imbel/m964a1', 'fn-herstal/fal-para', 'fmap/fal-para'],
    parts: [[LONG_BARREL, FAL_SIGHTS, FAL_MAG, FAL_HANDGUARD, PARA_STOCK, FAL_BODY, HANDLE]],
    spots: SPOTS,
  },
  {
    id: 'l1a1',
    models: ['rsaf-enfield/l1a1', 'long-branch/c1-rifle', 'lithgow/l1a1'],
    parts: [
      box('steel', -600, -8, -20, 8),
      steel('-648,-10/3 -560,-12 -560,12 -648,10/3'),
      [0, 1, 2, 3].map((n) => box('hole', -640 + n * 20, -4, -628 + n * 20, 4, 3)),
      [FAL_SIGHTS, FAL_MAG],
      wood('-258,-30/8 -4,-32/3 -2,26/4 -120,28/8 -240,22/8 -258,14'),
      [-230, -180, -130].map((x) => box('hole', x, -18, x + 34, -10, 4)),
      wood('236,-14 260,-18 480,-6/3 486,124/5 464,130/6 330,84/50 276,42/20 236,28'),
      dark('478,-6/4 496,-5/4 502,126/5 484,130/4'),
      [FAL_BODY, tube('4,-26 10,-58/8 104,-58/6', 11)],
    ],
    spots: { ...SPOTS, 'stock-right': at(400, 50, 'at-rear') },
  },
  {
    id: 'md97',
    models: ['imbel/md97'],
    parts: [
      [
        box('steel', -470, -8, -20, 8),
        steel('-512,-11/3 -462,-11 -462,11 -512,11/3'),
        grooves(-504, -478, -4, 4, 3),
      ],
      [
        steel('-262,-28 -212,-28 -212,12 -262,12'),
        steel('-250,-28 -248,-54/4 -226,-54/4 -222,-28'),
        ring('hole', -237, -44, 4),
      ],
      wood('-210,-32/14 -4,-34/3 -2,28/4 -120,32/14 -196,28/14 -210,10'),
      holes(-180, -40, -20, 5, 6),
      grooves(-190, -20, 2, 22, 12),
      magazine({ x: 50, y: 44, width: 62, length: 130, lean: 6, bend: 14, ribs: 2 }),
      [PARA_STOCK, FAL_BODY],
    ],
    spots: SPOTS,
  },
  {
    id: 'ia2',
    models: ['imbel/ia2'],
    parts: [
      [
        box('steel', -372, -8, -20, 8),
        steel('-414,-11/3 -364,-11 -364,11 -414,11/3'),
        grooves(-406, -380, -4, 4, 3),
      ],
      dark('-262,-36/3 -4,-36 -4,34/3 -240,32/10 -262,18'),
      [RAILS(-258, -8, -36), grooves(-254, -20, 34, 39, 26), line('-258,-14 -8,-14'), line('-258,12 -8,12')],
      steel('-280,-34 -276,-64/4 -258,-64/4 -252,-36 -252,14 -280,14'),
      [magazine({ x: 50, y: 44, width: 62, length: 136, lean: 8, bend: 14, ribs: 2 }), FAL_BODY],
      [
        steel('4,-30 204,-30 204,-38 4,-38'),
        RAILS(8, 200, -38),
        steel('176,-38 180,-60/4 200,-60/4 204,-38'),
      ],
      [
        dark('244,-22 300,-24/10 452,-16/4 462,110/6 438,112/10 400,56/30 300,34/10 244,28'),
        hole('300,-6/6 410,0/6 420,30/8 310,14/6'),
      ],
      [dark('450,-16/4 466,-14/4 476,112/5 458,112/4'), steel('238,-28 256,-28 256,32 238,32')],
    ],
    spots: { ...SPOTS, 'barrel-left': at(-320, 0, 'at-muzzle') },
  },
  {
    id: 'g3',
    models: [
      'heckler-koch/g3a3',
      'heckler-koch/g3',
      'carl-gustaf/ak-4',
      'kongsberg/ag-3',
      'fbp/m961',
      'ka-pa-sa/ba-63',
      'heckler-koch/hk91',
      'pof/g3',
      'mke/g3a7',
      'dio/g3a6',
      'al-kharj/g3',
    ],
    parts: [
      [
        box('steel', -520, -8, -380, 8),
        steel('-560,-11/3 -506,-11 -506,11 -560,11/3'),
        grooves(-552, -520, -4, 4, 3),
      ],
      box('steel', -440, -38, -96, -14, 6),
      [steel('-436,12 -436,-40 -430,-66/8 -402,-66/8 -400,-40 -400,12'), ring('hole', -416, -52, 7)],
      [wood('-390,-16 -98,-16 -98,24/4 -160,26/6 -372,24/10 -390,10'), grooves(-370, -120, -8, 16, 18)],
      left(tube('-372,-30 -360,-46', 9)),
      [
        wood('254,-38 280,-40/6 484,-26/4 494,110/6 470,116/6 320,56/50 280,34/14 254,30'),
        dark('482,-26/4 496,-24/4 506,110/5 490,114/4'),
      ],
      G3_BODY,
    ],
    spots: { ...G3_SPOTS, 'stock-left': at(420, 40, 'at-rear') },
  },
  {
    id: 'g3a4',
    models: ['heckler-koch/g3a4'],
    parts: [
      [
        box('steel', -520, -8, -380, 8),
        steel('-560,-11/3 -506,-11 -506,11 -560,11/3'),
        grooves(-552, -520, -4, 4, 3),
      ],
      box('steel', -440, -38, -96, -14, 6),
      [steel('-436,12 -436,-40 -430,-66/8 -402,-66/8 -400,-40 -400,12'), ring('hole', -416, -52, 7)],
      [wood('-390,-16 -98,-16 -98,24/4 -160,26/6 -372,24/10 -390,10'), grooves(-370, -120, -8, 16, 18)],
      [
        tube('120,-6 452,-2', 10),
        dark('444,-34/8 462,-34/6 480,112/8 466,116/6 456,60/20'),
        dark('240,-42 272,-40/4 276,26 256,32 240,30'),
      ],
      G3_BODY,
    ],
    spots: G3_SPOTS,
  },
  {
    id: 'aug',
    models: ['steyr/aug-a1', 'steyr/aug-a2'],
    parts: [
      [
        box('steel', -420, -8, 0, 8),
        steel('-450,-11/3 -404,-11 -404,11 -450,11/3'),
        grooves(-444, -420, -4, 4, 3),
      ],
      [
        steel('-190,-26 -120,-28 -120,14 -190,14'),
        box('steel', -216, -24, -186, -12, 3),
        dark('-176,14 -146,14 -142,110/10 -176,112/10'),
      ],
      magazine({ x: 196, y: 40, width: 64, length: 142, lean: 4, bend: 24, ribs: 3 }),
      dark(
        '-116,-10/8 -80,-18 20,-20 330,-40/16 352,-30/8 356,86/8 336,92/8 250,58/10 150,50/6 128,46/10 112,54 96,66/10 92,128/8 60,132/10 20,128/10 -4,104/16 -20,46/20 -90,34/14 -116,20',
      ),
      hole('-6,42/14 40,34/8 68,44/10 66,86/10 52,112/10 22,112/12 10,86/20'),
      tube('40,36 44,56/12 38,70', 6),
      [
        steel('-124,-26/4 -60,-30 120,-34/3 130,-20 -80,-16 -124,-12'),
        box('hole', 150, -20, 214, 0, 5),
        line('250,-32 256,76'),
      ],
      [
        steel('-56,-30 -40,-54 96,-54 104,-34 84,-34 78,-44 -22,-44 -32,-30'),
        steel('-66,-82/6 130,-82/6 136,-76 136,-58/6 -66,-54/6'),
      ],
      [line('-40,-82 -40,-55'), line('108,-82 108,-57')],
      steel('344,-32/5 356,-30/4 360,88/4 346,92/4'),
    ],
    spots: {
      'receiver-left': at(40, -26, 'above-grip'),
      'receiver-right': at(40, -26, 'above-grip'),
      'barrel-left': at(-90, 0),
      'stock-left': at(300, 20, 'at-rear'),
    },
  },
];
