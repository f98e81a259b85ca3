/** Pistols of older pattern with a fixed or a recoiling barrel. The front of the slide, or the muzzle, lies at x 0. */
import { at, type Design } from './design.ts';
import { box, dark, hole, left, line, right, ring, steel, tube, wood } from './parts.ts';
import { grooves, hammer, pins, trigger } from './pieces.ts';
import { PORT, SIGHTS, spotsOf } from './pistol-pieces.ts';

export const CLASSIC_PISTOLS: readonly Design[] = [
  {
    id: 'pm',
    models: ['izhmekh/pm', 'arsenal-bg/pm', 'darra/makarov-copy', 'norinco/type-59'],
    parts: [
      hammer(156, -8, 12),
      steel(
        '30,9 158,9 168,15/4 154,22/5 150,34/8 158,66/10 160,104/3 112,106/3 108,56/10 104,42/6 98,52/10 72,56/12 58,46/10 54,24 30,20/4',
      ),
      [hole('62,24/4 102,24/4 99,40/8 88,48/10 74,49/8 64,38/8'), trigger(92, 23, 20)],
      [
        steel('0,-9/4 10,-12/4 152,-12/5 158,-4 158,9 36,9 30,18/5 8,14/6 0,8'),
        steel('-2,-5/1 3,-5 3,5 -2,5/1'),
        SIGHTS(150, -12),
      ],
      [
        dark('112,26/5 142,22/4 148,36/8 156,68/10 158,92/4 160,100/4 116,102/4'),
        ring('line', 134, 62, 8),
        pins(2.5, [156, 76]),
        grooves(128, 154, 0, 8, 9),
      ],
      [
        left(
          steel('128,-9/3 148,-9/3 150,-4/3 134,-3 128,2/3 122,0/3'),
          steel('84,11/2 110,11/2 112,16/2 88,17/2'),
        ),
        steel('110,102 162,100 164,107/2 112,109/2'),
        PORT(66, 94, -13),
      ],
    ],
    spots: spotsOf(60, 96, 16, [44, 20]),
  },
  {
    id: 'ppk',
    models: ['walther/ppk', 'walther/ppk-s', 'manurhin/ppk', 'manurhin/ppk-s'],
    parts: [
      hammer(148, -8, 11),
      ring('hole', 154, -5, 2.5),
      steel(
        '26,8 148,8 160,14/5 148,22/5 142,34/8 148,64/10 146,84/3 104,88/3 102,54/10 98,42/6 92,50/8 70,52/10 58,44/8 54,22 26,18/4',
      ),
      [hole('62,24/4 98,22/4 95,38/8 86,46/8 72,46/8 62,36/6'), trigger(88, 22, 19)],
      [
        steel('0,-6/4 14,-11/8 142,-12/5 148,-5 148,8 34,8 26,15/6 6,13/6 0,6'),
        line('14,-4 112,-4'),
        steel('-5,-5/1 3,-5 3,5 -5,5/1'),
        SIGHTS(142, -12),
      ],
      [
        dark('106,28/4 134,24/4 140,36/8 146,66/10 144,80/4 108,84/4'),
        pins(2.5, [126, 64]),
        grooves(120, 146, -2, 7, 11),
        dark('102,86 148,83 148,89/2 108,92/3 96,96/4 92,90/3'),
      ],
      [left(steel('118,-9/3 142,-9/3 144,-4/3 126,-3/3'), ring('steel', 104, 22, 3)), PORT(62, 88, -12)],
    ],
    spots: spotsOf(50, 80, 15, [40, 18]),
  },
  {
    id: 'p08',
    models: ['mauser/p08'],
    parts: [
      [steel('-6,-6/2 100,-10 102,10 -6,6/2'), steel('-2,-6 2,-16/2 10,-14 14,-7')],
      steel('84,-12/3 106,-12/3 196,-6/3 210,2/4 216,12/5 214,20/5 200,24 106,24 90,16/4'),
      [
        steel('126,-12 130,-22/5 196,-18/6 208,-6 208,2 126,2'),
        ring('steel', 160, -14, 10),
        ring('steel', 160, -14, 5),
      ],
      steel(
        '92,14 200,22 196,40/10 226,116/3 184,130/3 156,60 146,44/6 142,56/10 128,62/10 108,56/12 98,40/8',
      ),
      [hole('106,26/6 144,28/6 138,46/8 128,54/8 112,48/8'), tube('126,26 130,36/6 122,46', 5)],
      [
        wood('162,36/5 192,32/5 218,110/4 188,122/4'),
        dark('184,128 228,114 230,120/3 188,136/4'),
        ring('steel', 104, 14, 5),
      ],
      left(tube('176,22 194,26', 6)),
    ],
    spots: {
      'barrel-left': at(40, 0, 'at-middle'),
      'frame-right': at(120, 18, 'above-trigger'),
      'receiver-left': at(92, 0, 'over-chamber'),
      'receiver-top': at(96, -12, 'over-chamber'),
      'bolt-top': at(140, -21, 'at-middle'),
      'frame-front': at(88, 14, 'at-front'),
      'frame-left': at(120, 18, 'above-trigger'),
    },
  },
  {
    id: 'c96',
    models: ['mauser/c96', 'darra/mauser-c96-copy'],
    parts: [
      [steel('-10,-5/2 128,-8 128,8 -10,5/2'), steel('-8,-5 -4,-14/2 4,-12 8,-6')],
      steel('120,-12/3 272,-12/4 282,-2 282,20 236,30 232,40/4 196,30 186,62/3 126,66/3 122,20'),
      [
        line('130,14 276,14'),
        box('line', 134, 26, 176, 54, 3),
        steel('150,-12 160,-20/4 200,-18/3 206,-12'),
        steel('268,-12 276,-24/4 292,-20/5 290,-8 284,4'),
      ],
      [tube('188,34 190,60/10 222,62/10 228,36', 5), tube('210,32 212,44/6 206,54', 5)],
      [
        wood('236,28 272,20/6 284,40/10 296,120/14 284,136/14 258,132/14 250,80/20'),
        grooves(258, 280, 44, 118, 6, 3),
        ring('steel', 288, 138, 6),
      ],
      [grooves(262, 280, -8, 0, 6), right(box('hole', 136, -12, 176, -2))],
    ],
    spots: {
      'receiver-left': at(150, 4, 'over-chamber'),
      'receiver-top': at(140, -12, 'over-chamber'),
      'receiver-right': at(220, 4, 'above-trigger'),
      'frame-left': at(240, 6, 'above-grip'),
    },
  },
];
