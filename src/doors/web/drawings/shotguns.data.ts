/** Shotguns, a muzzle-loader and an air rifle. The front of the receiver lies at x 0. */
import { at, type Design } from './design.ts';
import { box, dark, left, line, type Parts, right, ring, steel, tube, wood } from './parts.ts';
import { grooves, pins, triggerGuard } from './pieces.ts';

const PUMP_BUTT: Parts = [
  wood(
    '200,-14/4 232,-6/20 280,6/20 330,8/30 548,52/4 556,178/5 532,184/6 350,104/50 310,92/20 270,84/16 240,64/20 206,44 196,40',
  ),
  dark('542,50/4 560,55/4 568,180/6 548,184/4'),
];
const BREAK_BUTT: Parts = [
  wood(
    '96,-12/4 130,2/20 180,26/20 230,28/30 440,72/4 446,190/5 424,196/6 250,112/50 180,84/20 130,66/20 96,44',
  ),
  dark('436,70/3 444,72 452,191/4 440,195/4'),
];
const SPOTS = {
  'receiver-left': at(90, 4, 'above-trigger'),
  'receiver-right': at(120, 22, 'above-trigger'),
  'barrel-left': at(-60, -4, 'on-chamber'),
  'barrel-right': at(-60, -4, 'on-chamber'),
  'barrel-top': at(-60, -14, 'on-chamber'),
  'receiver-bottom': at(50, 46),
  'receiver-top': at(80, -24, 'at-middle'),
} as const;

export const SHOTGUNS: readonly Design[] = [
  {
    id: 'remington-870',
    models: ['remington/870'],
    parts: [
      [
        box('steel', -540, -14, 0, 8),
        box('steel', -330, 12, 0, 34, 3),
        ring('steel', -532, -18, 4),
        steel('-352,8 -328,8 -328,36 -352,36/4'),
      ],
      [wood('-300,6/10 -110,4/8 -110,40/8 -300,40/14'), grooves(-290, -120, 14, 32, 26), PUMP_BUTT],
      triggerGuard(98, 176, 46, 78),
      [
        steel('0,-24/3 176,-24/12 204,-12/4 206,42 150,50 80,46 0,44'),
        line('6,38 150,40'),
        pins(4, [110, 34], [176, 34]),
      ],
      [right(box('hole', 52, -18, 122, 2, 4)), steel('160,48 178,48 176,58/3 164,58/3')],
    ],
    spots: SPOTS,
  },
  {
    id: 'mossberg-500',
    models: ['mossberg/500', 'mossberg/835'],
    parts: [
      [
        box('steel', -540, -14, 0, 8),
        box('steel', -450, 12, 0, 34, 3),
        ring('steel', -532, -18, 4),
        steel('-474,8 -450,8 -450,36 -474,36/4'),
      ],
      [
        wood('-330,10/6 -150,8/6 -140,14/6 -150,42/8 -318,44/8 -334,26/8'),
        line('-320,26 -156,26'),
        grooves(-316, -160, 32, 38, 24),
        tube('-150,24 4,24', 8),
        PUMP_BUTT,
      ],
      triggerGuard(104, 182, 46, 80),
      [
        steel('0,-26/5 60,-28 180,-26/16 206,-14/4 208,42 90,50 20,46 0,40'),
        steel('178,-26/3 200,-20/3 200,-26/3 182,-30/3'),
      ],
      [right(box('hole', 44, -22, 118, 0, 3)), left(line('20,10 180,14')), pins(4, [140, 36])],
    ],
    spots: SPOTS,
  },
  {
    id: 'cbc-586',
    models: ['cbc/586', 'cbc/586-2', 'boito/pump', 'cbc/military-3'],
    parts: [
      [
        box('steel', -470, -14, 0, 8),
        box('steel', -456, 12, 0, 34, 3),
        ring('steel', -462, -18, 4),
        steel('-440,6 -424,6 -424,36 -440,36/3'),
      ],
      [
        dark('-310,8/8 -120,6/8 -120,42/10 -310,42/12'),
        [-290, -250, -210, -170].map((x) => line(`${x},12 ${x},38`)),
      ],
      [dark('196,-10/4 226,0/14 244,30/10 262,120/10 252,132/8 218,134/8 206,112/12 190,46')],
      triggerGuard(98, 176, 46, 78),
      [
        steel('0,-24/3 178,-24/12 204,-12/4 206,42 150,50 80,46 0,44'),
        right(box('hole', 52, -18, 122, 2, 4)),
        pins(4, [110, 34], [176, 34]),
      ],
    ],
    spots: SPOTS,
  },
  {
    id: 'single-barrel',
    models: ['boito/reuna', 'cbc/151', 'cbc/651', 'cbc/199'],
    parts: [
      [steel('-640,-10/2 -40,-13 6,-15 6,14 -40,12 -640,8/2'), ring('steel', -632, -13, 3)],
      [wood('-190,10/6 -20,12 4,20 2,44/8 -150,36/14 -186,24/8'), BREAK_BUTT],
      triggerGuard(54, 122, 46, 78),
      [
        steel('0,-16/4 60,-16/6 84,-8 104,-4/4 104,42 50,50 4,42/6 -6,30/6'),
        pins(6, [12, 30]),
        line('20,-16 20,30'),
      ],
      [steel('70,6 78,-26/4 96,-34/4 102,-30/3 92,-20/5 92,10'), right(tube('50,-18 64,-22', 6))],
    ],
    spots: {
      ...SPOTS,
      'receiver-left': at(48, 12, 'above-trigger'),
      'receiver-right': at(48, 12, 'above-trigger'),
      'barrel-left': at(-60, 2, 'on-chamber'),
      'barrel-bottom': at(-60, 12),
      'receiver-bottom': at(30, 46),
    },
  },
  {
    id: 'double-barrel',
    models: ['boito/a-680', 'boito/b-750', 'rossi/overland', 'rossi/squire'],
    parts: [
      [
        steel('-640,-9/2 -40,-14 6,-15 6,12 -40,10 -640,7/2'),
        line('-640,-9 -40,-18 0,-18'),
        line('-600,-3 -30,-4'),
        ring('steel', -632, -11, 3),
      ],
      [wood('-210,8/6 -20,10 4,18 2,36/8 -160,32/20 -206,18/8'), BREAK_BUTT],
      [
        tube('44,42 48,76/14 126,78/16 136,58', 5),
        tube('70,44 74,56/8 64,66', 5),
        tube('96,46 100,58/8 90,68', 5),
      ],
      [
        steel('0,-16/4 70,-17/4 96,-8 106,-2/4 104,42 40,48 4,40/6 -6,28/6'),
        line('14,8/10 50,-2/10 90,14/10 70,34/10 24,34/8 14,8'),
        steel('62,-17 70,-24/3 104,-18/3 100,-12'),
      ],
    ],
    spots: {
      ...SPOTS,
      'receiver-left': at(40, 14, 'above-trigger'),
      'receiver-right': at(40, 14, 'above-trigger'),
      'barrel-left': at(-60, 0, 'on-chamber'),
      'barrel-bottom': at(-60, 10),
      'receiver-bottom': at(30, 46),
    },
  },
  {
    id: 'saiga-12',
    models: ['izhmash/saiga-12'],
    parts: [
      [
        box('steel', -470, -13, 0, 11),
        box('steel', -260, -36, -60, -18),
        steel('-320,-36/4 -262,-36 -262,14 -320,14'),
        steel('-458,-13 -454,-30/3 -438,-30/3 -434,-13'),
      ],
      [dark('-230,-10/6 -4,-14 -2,34/6 -200,36/14 -230,24/8'), grooves(-210, -40, 6, 26, 12)],
      [steel('16,30 104,30 92,168/4 2,162/4'), line('18,60 102,62'), line('60,34 50,164')],
      [
        triggerGuard(112, 176, 38, 64, 4),
        dark('174,34 212,34/4 232,86/20 244,120/6 238,130/4 216,132/6 206,120/20 194,70/12'),
      ],
      [
        wood('256,-2 276,-4 498,14/3 504,126/5 484,132/6 330,62/60 290,42/20 256,40'),
        dark('494,13/3 502,14 510,127/4 500,130/4'),
      ],
      [
        steel('0,-14 258,-10 262,4 258,37 16,37 14,30 0,27'),
        steel('0,-37/3 216,-33/18 250,-12 252,-6 0,-6'),
        steel('-64,-18 -64,-36/4 -30,-42/4 0,-38 0,-12'),
      ],
      [
        left(box('steel', 60, -2, 180, 14, 3)),
        right(box('hole', 28, -30, 104, -8, 4), tube('110,-14 96,-16', 8), tube('96,-2 186,8', 7)),
      ],
    ],
    spots: { 'receiver-left': at(36, 10, 'above-magazine'), 'receiver-right': at(36, 14, 'above-magazine') },
  },
  {
    id: 'muzzle-loader',
    models: ['rsaf-enfield/pattern-1853'],
    parts: [
      [
        box('steel', -880, -9, 60, 9),
        tube('-900,16 -20,18', 5),
        steel('-866,-9 -862,-22/3 -850,-22/3 -846,-9'),
      ],
      wood(
        '-820,-2/4 -810,22/6 -20,32 90,40 140,50/20 190,74/20 430,150/6 452,144/5 440,34/4 250,20/30 190,28/20 140,8/12 100,0 -20,-2',
      ),
      [
        [-800, -540, -260].map((x) => box('steel', x, -12, x + 16, 24, 2)),
        dark('436,34/3 444,35 456,145/4 446,148/4'),
        triggerGuard(70, 140, 42, 68),
      ],
      right(
        steel('20,4/6 150,6/10 150,26/10 40,26/8'),
        steel('60,6 66,-22/4 84,-30/4 92,-26/3 82,-14/5 84,10'),
        steel('44,-12 60,-12 60,2 44,2'),
      ),
      left(steel('60,10/8 120,12/8 120,20/8 60,18/8'), pins(3, [70, 14], [110, 16])),
    ],
    spots: {
      'barrel-left': at(20, -4, 'on-chamber'),
      'barrel-top': at(-10, -9, 'on-chamber'),
      'receiver-right': at(120, 14, 'side-plate'),
      'stock-left': at(330, 70, 'at-rear'),
    },
  },
  {
    id: 'air-rifle',
    models: ['cbc/b12'],
    parts: [
      [
        box('steel', -470, -7, -10, 7),
        steel('-462,-7 -458,-24/3 -440,-24/3 -436,-7'),
        box('steel', -474, -9, -452, 9, 3),
      ],
      [
        steel('-16,-16/4 40,-18 270,-18/8 284,-10 284,16 -16,16/4'),
        ring('steel', 2, 4, 6),
        steel('-14,-16 -10,-28/3 14,-26/3 18,-16'),
        line('30,-18 30,16'),
      ],
      [
        wood(
          '-60,14/8 20,12 250,10 290,8/10 330,22/20 390,22/30 600,44/5 606,164/5 584,170/6 420,104/40 350,100/12 320,84/16 290,60/12 150,48 -40,36/10',
        ),
        triggerGuard(210, 276, 48, 76),
      ],
      dark('596,43/3 604,44 612,165/4 602,168/4'),
    ],
    spots: {
      'barrel-left': at(-80, 0, 'at-middle'),
      'receiver-left': at(80, -4, 'at-front'),
      'receiver-top': at(120, -18, 'at-middle'),
      'receiver-right': at(80, -4, 'at-front'),
    },
  },
];
