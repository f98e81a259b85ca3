/** Rifles with a bolt. The front of the receiver lies at x 0. */
import { at, type Design } from './design.ts';
import { box, dark, left, type Parts, right, ring, steel, tube, wood } from './parts.ts';
import { triggerGuard } from './pieces.ts';

/** A bolt behind an open receiver, its handle on the right. */
const BOLT = (handle: number, drop: number): Parts => [
  box('steel', 60, -14, 214, 2, 6),
  steel('206,-16/4 238,-14/6 244,-2/6 206,6'),
  right(
    steel(`${handle - 6},-8 ${handle + 6},-8 ${handle + 14},${drop - 6} ${handle + 2},${drop - 4}`),
    ring('steel', handle + 10, drop, 10),
  ),
];
const RECEIVER_RING = steel('-10,-18/5 56,-18/3 60,-10 130,-10 136,-17/3 200,-17/3 210,12 -10,14');
const MOSIN_SPOTS = {
  'barrel-top': at(-18, -15, 'on-chamber'),
  'barrel-left': at(-30, -4, 'on-chamber'),
  'receiver-left': at(20, 0, 'over-chamber'),
  'bolt-top': at(190, -14, 'at-rear'),
  'magazine-bottom': at(70, 66),
} as const;
const MAUSER_SPOTS = {
  'receiver-top': at(14, -18, 'over-chamber'),
  'receiver-left': at(30, -4, 'over-chamber'),
  'barrel-left': at(-24, -2, 'on-chamber'),
  'bolt-top': at(170, -14, 'at-rear'),
  'stock-right': at(420, 90, 'at-rear'),
} as const;
const ENFIELD_REAR: Parts = [
  steel('46,30 118,36 110,96/5 60,92/5'),
  triggerGuard(114, 172, 34, 62),
  BOLT(196, 44),
  steel('-8,-18/4 50,-18/3 54,-12 130,-12 140,-18/3 206,-16/3 214,30 150,38 40,36 -8,18'),
  right(box('hole', 56, -12, 130, 0)),
];
const ENFIELD_BUTT: Parts = [
  wood(
    '206,-6/4 230,0/20 270,12/10 330,14/30 506,46/4 516,164/5 494,170/6 360,112/40 300,80/20 250,72/20 206,40',
  ),
  steel('500,45/3 508,47 520,166/3 510,170/3'),
  steel('200,-10 216,-8 216,40 200,40'),
];

export const BOLT_RIFLES: readonly Design[] = [
  {
    id: 'mosin-91-30',
    models: ['izhmash/mosin-91-30', 'tula/mosin-91-30'],
    parts: [
      [
        box('steel', -724, -8, 0, 8),
        steel('-712,-8 -706,-40/10 -678,-40/10 -674,-8'),
        tube('-730,14 -640,14', 5),
      ],
      wood(
        '-640,4/4 -634,20/6 -200,30 40,36 180,40 220,44/20 290,64/20 500,146/6 522,140/5 510,30/4 320,16/30 270,26/20 230,8/12 200,4 -14,4 -60,-12/4 -620,-10/4',
      ),
      [
        [-590, -330].map((x) => box('steel', x, -12, x + 14, 24, 2)),
        dark('-480,2/4 -450,2/4 -450,10/4 -480,10/4'),
        dark('400,50/5 430,54/5 430,64/5 400,60/5'),
      ],
      [
        steel('-200,-12 -196,-22/3 -110,-26/3 -104,-12'),
        steel('44,34 116,38 108,74/4 60,62/4'),
        triggerGuard(112, 168, 38, 62),
      ],
      [
        dark('506,29/4 512,30 526,141/4 516,144/4'),
        BOLT(120, 14),
        steel('-40,-16/4 50,-16/3 56,-8 140,-8 146,-14/3 196,-14/3 204,12 -40,12'),
      ],
    ],
    spots: MOSIN_SPOTS,
  },
  {
    id: 'mosin-m44',
    models: ['izhmash/mosin-m44'],
    parts: [
      [box('steel', -512, -8, 0, 8), steel('-500,-8 -494,-40/10 -466,-40/10 -462,-8')],
      wood(
        '-420,4/4 -414,22/6 -160,30 40,36 180,40 220,44/20 290,64/20 500,146/6 522,140/5 510,30/4 320,16/30 270,26/20 230,8/12 200,4 -14,4 -60,-12/4 -400,-10/4',
      ),
      [
        [-390, -240].map((x) => box('steel', x, -12, x + 14, 26, 2)),
        dark('400,50/5 430,54/5 430,64/5 400,60/5'),
      ],
      right(steel('-500,-4 -470,-4 -440,6 -60,6 -30,10 -60,14 -440,16 -500,14')),
      left(steel('-506,-12 -470,-12 -470,18 -506,18')),
      [
        steel('-170,-12 -166,-22/3 -90,-26/3 -84,-12'),
        steel('44,34 116,38 108,74/4 60,62/4'),
        triggerGuard(112, 168, 38, 62),
      ],
      [
        dark('506,29/4 512,30 526,141/4 516,144/4'),
        BOLT(120, 14),
        steel('-40,-16/4 50,-16/3 56,-8 140,-8 146,-14/3 196,-14/3 204,12 -40,12'),
      ],
    ],
    spots: MOSIN_SPOTS,
  },
  {
    id: 'smle',
    models: ['rsaf-enfield/smle-no1-mk3', 'lithgow/smle-no1-mk3'],
    parts: [
      wood('-600,-20/4 -590,18/6 -200,28 40,36 40,-10 -20,-22/4 -560,-24/4'),
      [
        box('steel', -618, -7, -590, 7, 2),
        steel('-606,-24 -608,-44/5 -576,-44/5 -566,-24 -552,-24 -552,20 -572,22 -578,40/6 -604,40/6 -606,20'),
        box('steel', -330, -24, -314, 26, 2),
      ],
      [steel('-160,-22 -150,-36/3 -60,-34/3 -50,-22'), ENFIELD_BUTT, ENFIELD_REAR],
    ],
    spots: {
      'receiver-right': at(206, 20, 'above-grip'),
      'receiver-left': at(180, 14, 'above-trigger'),
      'bolt-rear': at(244, -6),
      'barrel-left': at(-12, -8, 'on-chamber'),
    },
  },
  {
    id: 'no4',
    models: ['rsaf-enfield/no4-mk1', 'long-branch/no4-mk1', 'savage/no4-mk1', 'rsaf-enfield/no4-mk2'],
    parts: [
      [box('steel', -640, -8, 0, 8), steel('-610,10 -606,-14 -600,-40/5 -576,-40/5 -572,-14 -568,10')],
      wood('-548,-20/5 -540,18/6 -200,28 40,36 40,-10 -20,-22/4 -520,-22/4'),
      [
        [-540, -330, -160].map((x) => box('steel', x, -23, x + 14, 26, 2)),
        ENFIELD_BUTT,
        ENFIELD_REAR,
        steel('184,-16 188,-48/4 206,-48/4 210,-14'),
      ],
    ],
    spots: {
      'receiver-left': at(176, 12, 'above-trigger'),
      'receiver-right': at(206, 20, 'above-grip'),
      'bolt-rear': at(244, -6),
      'stock-left': at(420, 80, 'at-rear'),
    },
  },
  {
    id: 'k98k',
    models: ['mauser/k98k', 'zastava/m48'],
    parts: [
      [
        box('steel', -586, -7, 0, 7),
        steel('-578,-7 -574,-34/10 -544,-34/10 -540,-7'),
        tube('-590,13 -500,13', 5),
      ],
      wood(
        '-520,-4/4 -510,20/6 -200,30 40,36 180,40 214,48/20 250,80/16 280,84/10 320,84/20 490,146/6 512,140/5 500,28/4 330,8/30 280,20/20 234,2/12 200,0 -14,0 -40,-14/4 -290,-14/4 -300,-6',
      ),
      [
        box('steel', -512, -14, -486, 22, 3),
        box('steel', -310, -15, -294, 26, 2),
        steel('-130,-14 -124,-30/3 -50,-24/3 -44,-14'),
        ring('steel', 380, 76, 13),
        ring('hole', 380, 76, 5),
      ],
      [
        steel('44,34 130,40 124,48/4 56,46/4'),
        triggerGuard(126, 180, 40, 66),
        dark('496,27/4 504,29 516,141/4 506,144/4'),
      ],
      [BOLT(196, 34), RECEIVER_RING],
    ],
    spots: { ...MAUSER_SPOTS, 'stock-left': at(440, 100, 'at-rear') },
  },
  {
    id: 'gew-98',
    models: ['mauser/gew-98', 'mauser/m1909-ar'],
    parts: [
      [
        box('steel', -724, -7, 0, 7),
        steel('-712,-7 -708,-26/3 -696,-26/3 -690,-7'),
        tube('-735,14 -640,14', 6),
      ],
      wood(
        '-660,-6/4 -650,20/6 -200,30 40,36 180,40 214,48/20 250,80/16 280,84/10 320,84/20 490,146/6 512,140/5 500,28/4 330,8/30 280,20/20 234,2/12 200,0 -14,0 -40,-14/4 -390,-14/4 -400,-6',
      ),
      [
        steel('-668,-14 -630,-16 -630,22 -660,24 -664,36/4 -690,34/4 -690,22 -668,20'),
        box('steel', -420, -15, -404, 26, 2),
        steel('-190,-14 -170,-40/10 -90,-36/10 -54,-14'),
      ],
      [
        steel('44,34 130,40 124,48/4 56,46/4'),
        triggerGuard(126, 180, 40, 66),
        dark('496,27/4 504,29 516,141/4 506,144/4'),
      ],
      [BOLT(196, 8), RECEIVER_RING],
    ],
    spots: MAUSER_SPOTS,
  },
];
