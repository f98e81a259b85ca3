/** Sub-machine guns. */
import { at, type Design } from './design.ts';
import { box, dark, left, line, type Parts, right, ring, steel, tube, wood } from './parts.ts';
import { grooves, magazine, pins, triggerGuard } from './pieces.ts';

/** The front edge of the magazine well lies at x 0. */
const MP5_BODY: Parts = [
  magazine({ x: 24, y: 22, width: 38, length: 172, lean: 0, bend: 26, ribs: 1 }),
  triggerGuard(62, 124, 36, 62),
  dark('50,16 206,8 208,32 168,36/8 180,70/20 192,116/6 182,126/6 158,126/6 148,104/12 126,40 52,36'),
  steel('-66,-34/4 196,-34/8 210,-24 210,10 120,18 54,20 52,32 -2,32/4 -6,14 -66,12'),
  line('-60,-14 204,-14'),
  steel('150,-34 154,-50/3 160,-56/4 178,-56/4 184,-48/3 188,-34'),
  tube('136,42 152,34', 6),
  right(box('hole', 30, -30, 74, -17, 3)),
  pins(4, [58, 26], [200, 22]),
];
const MP5_FRONT: Parts = [
  box('steel', -268, -7, -200, 7),
  box('steel', -262, -10, -250, 10, 2),
  box('steel', -234, -33, -66, -12, 6),
  steel('-236,10 -236,-36 -230,-60/8 -206,-60/8 -204,-36 -204,10'),
  ring('hole', -218, -46, 7),
  left(tube('-196,-25 -186,-42', 8)),
];
const MP5_HANDGUARD: Parts = [
  wood('-206,-12 -68,-12 -68,22/4 -90,34/14 -180,36/14 -206,16'),
  grooves(-170, -100, 8, 28, 6),
];
const HK_SPOTS = {
  'receiver-left': at(12, 6, 'above-magazine'),
  'receiver-right': at(100, -24, 'at-middle'),
  'receiver-top': at(60, -34, 'at-middle'),
} as const;

export const SUB_MACHINE_GUNS: readonly Design[] = [
  {
    id: 'uzi',
    models: ['imi/uzi', 'fn-herstal/uzi'],
    parts: [
      [box('steel', -52, -6, 10, 6), steel('-20,-12/3 12,-14 12,14 -20,12/3'), grooves(-14, 6, -8, 8, 4)],
      [
        tube('302,6 420,16/4 560,16', 10),
        tube('330,20 470,40', 8),
        dark('556,-10/5 572,-10/5 578,86/6 562,88/5'),
        steel('296,-16 312,-16 312,24 296,24'),
      ],
      [steel('136,96 178,96 180,178/3 138,178/3')],
      [
        dark('118,16 184,16 188,108/4 176,126/6 128,126/6 118,108'),
        line('124,60 182,60'),
        steel('184,24/4 194,28/4 194,90/4 186,94/4'),
      ],
      triggerGuard(60, 120, 20, 52),
      dark('10,14 96,14 98,46/6 86,56/8 24,54/8 12,44'),
      steel('0,-34/4 296,-34/4 300,-26 300,16 280,20 0,18'),
      [line('4,-20 296,-20'), line('20,-6/4 230,-6/4 230,2/4 20,2/4 20,-6')],
      [
        steel('8,-34 12,-56/4 34,-56/4 38,-34'),
        steel('254,-34 258,-56/4 284,-56/4 288,-34'),
        steel('92,-34 92,-44 84,-48/3 84,-56/4 118,-56/4 118,-48/3 110,-44 110,-34'),
      ],
      [right(box('hole', 128, -18, 176, -2, 3)), left(tube('150,20 172,20', 6))],
    ],
    spots: {
      'receiver-left': at(250, 8, 'at-rear'),
      'receiver-right': at(230, 8, 'at-rear'),
      'receiver-rear': at(300, -8),
      'frame-left': at(200, 18, 'above-grip'),
    },
  },
  {
    id: 'mini-uzi',
    models: ['imi/mini-uzi'],
    parts: [
      [
        box('steel', -96, -6, 10, 6),
        [-84, -68].map((x) => box('hole', x, -6, x + 8, -1)),
        steel('-20,-12/3 12,-14 12,14 -20,12/3'),
      ],
      [tube('232,-14 470,-14/8 486,-10/10 492,74/8 476,76/8', 8), steel('222,-22 240,-22 240,14 222,14')],
      [steel('92,92 134,92 136,196/3 94,196/3')],
      [
        dark('76,16 140,16 144,100/4 132,118/6 86,118/6 76,100'),
        steel('140,24/4 150,28/4 150,84/4 142,88/4'),
      ],
      [triggerGuard(26, 78, 20, 50), dark('4,12 30,12 28,28/6 10,30/6')],
      steel('0,-34/4 222,-34/4 226,-26 226,16 210,20 0,18'),
      [
        line('4,-20 222,-20'),
        steel('6,-34 10,-54/4 30,-54/4 34,-34'),
        steel('186,-34 190,-54/4 212,-54/4 216,-34'),
        steel('76,-34 76,-44 70,-54/4 98,-54/4 94,-44 94,-34'),
      ],
      right(box('hole', 88, -18, 132, -2, 3)),
    ],
    spots: { 'receiver-left': at(190, 6, 'at-rear'), 'receiver-right': at(180, 6, 'at-rear') },
  },
  {
    id: 'mp5a2',
    models: ['heckler-koch/mp5a2', 'heckler-koch/mp5', 'pof/mp5a2', 'heckler-koch/mp5a4'],
    parts: [
      [MP5_FRONT, MP5_HANDGUARD],
      [
        wood('208,-32 232,-34/6 400,-24/4 410,96/6 388,102/6 270,52/50 234,32/14 208,28'),
        dark('398,-24/4 410,-22/4 420,96/5 406,100/4'),
      ],
      MP5_BODY,
    ],
    spots: HK_SPOTS,
  },
  {
    id: 'mp5a3',
    models: ['heckler-koch/mp5a3', 'ebo/mp5', 'pof/mp5a3', 'heckler-koch/mp5a5', 'mke/mp5', 'al-kharj/mp5'],
    parts: [
      [MP5_FRONT, MP5_HANDGUARD],
      [
        tube('90,-4 384,0', 9),
        dark('376,-28/8 394,-28/6 410,94/8 396,98/6 388,50/20'),
        dark('196,-38 226,-36/4 230,24 208,30 196,28'),
      ],
      MP5_BODY,
    ],
    spots: HK_SPOTS,
  },
  {
    id: 'mp5k',
    models: ['heckler-koch/mp5k'],
    parts: [
      [
        box('steel', -142, -7, -60, 7),
        box('steel', -132, -32, -66, -12, 5),
        steel('-134,10 -134,-34 -128,-58/8 -108,-58/8 -106,-34 -106,10'),
        ring('hole', -118, -45, 6),
      ],
      [
        wood('-130,-12 -68,-12 -68,18 -78,30/8 -80,96/8 -104,98/8 -112,40/16 -136,28/8 -136,8'),
        grooves(-104, -86, 40, 84, 3),
      ],
      [MP5_BODY, dark('196,-38/4 212,-36/4 214,28/4 198,30/4')],
    ],
    spots: HK_SPOTS,
  },
  {
    id: 'mac-10',
    models: ['mac/mac-10'],
    parts: [
      [box('steel', -40, -8, 6, 8), grooves(-36, -6, -8, 8, 9)],
      [tube('246,14 440,14/6 452,24/8 452,70/6', 6), tube('246,24 430,24', 5)],
      steel('90,96 134,96 134,206/3 90,206/3'),
      [dark('84,24 140,24 140,124/4 84,124/4'), line('98,30 98,122'), line('126,30 126,122')],
      triggerGuard(30, 86, 30, 60),
      [steel('0,-36/3 246,-36/3 248,30/3 0,32/3'), line('2,6 246,6')],
      [
        steel('100,-36 100,-46 94,-50/3 94,-58/4 122,-58/4 122,-50/3 116,-46 116,-36'),
        steel('4,-36 8,-46/3 14,-46/3 18,-36'),
        steel('230,-36 232,-50/3 242,-50/3 244,-36'),
      ],
      [tube('6,32 2,78', 8), right(box('hole', 84, -30, 140, -8, 3))],
    ],
    spots: {
      'receiver-left': at(190, 18, 'above-grip'),
      'receiver-right': at(190, -14, 'at-rear'),
      'receiver-top': at(180, -36, 'at-rear'),
    },
  },
  {
    id: 'vz-61',
    models: ['cz/vz-61-skorpion', 'csa/vz-61-skorpion'],
    parts: [
      [box('steel', -68, -7, 20, 7), steel('-62,-7 -58,-34/3 -46,-34/3 -42,-7')],
      [tube('196,-24/6 200,4 380,10/8 386,84/8 372,86/8', 6), steel('188,-26/4 206,-26/4 206,20/4 188,20/4')],
      magazine({ x: 52, y: 26, width: 28, length: 118, lean: 4, bend: 18 }),
      triggerGuard(74, 128, 26, 54, 4),
      [
        wood('122,20 164,20/6 186,90/14 178,112/12 152,112/14 138,80/14'),
        steel('-6,-6 196,-6/4 198,18/6 160,28 68,30 66,40 36,40 34,26 -6,16'),
      ],
      [
        steel('-6,-26/5 184,-26/5 196,-14 196,-4 -6,-4'),
        steel('140,-26 144,-42/3 160,-42/3 164,-26'),
        ring('steel', 40, -16, 6),
        right(box('hole', 60, -24, 100, -12, 2)),
      ],
    ],
    spots: {
      'receiver-left': at(100, 10, 'above-trigger'),
      'receiver-right': at(100, 10, 'above-trigger'),
      'frame-left': at(100, 10, 'above-trigger'),
    },
  },
];
