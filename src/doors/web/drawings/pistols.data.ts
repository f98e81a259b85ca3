/** Pistols with a frame of metal. The front of the slide lies at x 0. */
import { at, type Design, type Spot } from './design.ts';
import { box, dark, hole, left, line, type Parts, right, ring, steel, tube, wood } from './parts.ts';
import { grooves, hammer, pins, trigger } from './pieces.ts';

type Spots = Readonly<Record<string, Spot>>;

const spotsOf = (slide: number, frame: readonly [number, number], guard: number): Spots => ({
  'slide-left': at(slide, -3, 'at-middle'),
  'slide-right': at(slide - 20, -2, 'at-front'),
  'slide-top': at(slide, -14),
  'barrel-right': at(slide + 30, -7, 'at-port'),
  'barrel-left': at(slide, -10),
  'frame-left': at(...frame, 'above-trigger'),
  'frame-right': at(...frame, 'above-trigger'),
  'frame-top': at(frame[0] + 60, frame[1] - 6),
  'frame-bottom': at(guard - 30, 25, 'before-guard'),
  'frame-inside': at(frame[0] + 20, frame[1]),
  'frame-front': at(guard + 60, 70),
});
const SIGHTS = (rear: number, top: number): Parts => [
  steel(`8,${top} 12,${top - 4}/2 20,${top - 4} 22,${top}`),
  steel(`${rear - 14},${top} ${rear - 10},${top - 5}/2 ${rear},${top - 5} ${rear + 2},${top}`),
];
const PORT = (from: number, to: number): Parts =>
  right(steel(`${from},-14 ${to},-14 ${to},0/3 ${from},0/3`), line(`${from + 6},-4 ${to - 6},-4`));

/** Colt's pattern: the slide deeper in front, where it holds the spring. */
const COLT_SLIDE: Parts = [
  steel('0,-13/5 208,-13/3 214,-8 214,10 52,10 52,23/3 0,23/5'),
  line('4,10 52,10'),
  steel('-3,-8/2 4,-8 4,8 -3,8/2'),
  SIGHTS(206, -13),
];
const COLT_FRAME: Parts = [
  steel(
    '52,10 214,10 214,16 200,30/6 198,44/8 208,84/8 214,114/2 168,122/2 154,66 148,42/6 142,52/8 130,56/8 108,56/8 100,48/6 98,28 52,25',
  ),
  hole('106,30/5 146,28/5 142,44/8 130,50/8 112,50/8 106,42/5'),
  steel('128,28 140,28 138,44/4 130,44/4'),
  pins(3, [120, 18]),
  left(steel('112,13/2 134,12/2 140,16 134,20/3 116,20/3'), ring('steel', 152, 34, 4)),
];
const BERETTA_BARREL: Parts = [
  box('steel', -6, -10, 150, 4, 2),
  steel('0,-13/3 22,-13/2 30,2/4 126,2/4 136,-13/2 204,-13/3 208,-6 208,9 0,9'),
  steel('6,-13 8,-19/2 18,-19 22,-13'),
  steel('190,-13 192,-19/2 204,-19 206,-13'),
];
const BERETTA_FRAME = (heel: number): Parts => [
  steel(
    `6,9 208,9 222,10/3 226,16/3 204,24/6 200,44/12 214,${heel - 20}/10 216,${heel}/3 168,${heel + 4}/3 158,80/12 148,52/10 140,58/8 104,58/4 96,52/6 94,36/4 96,24 6,21/4`,
  ),
  hole('102,28/5 148,26/5 144,44/8 136,52/6 106,52/5'),
  trigger(130, 26, 22),
  hammer(214, -12, 12),
  ring('hole', 220, -6, 3),
];

export const PISTOLS: readonly Design[] = [
  {
    id: 'm1911a1',
    models: [
      'colt/m1911a1',
      'colt/m1911',
      'ithaca/m1911a1',
      'union-switch/m1911a1',
      'tisas/zig-m1911',
      'remington-rand/m1911a1',
      'norinco/m1911a1',
      'armscor-ph/m1911a1-gi',
      'springfield-armory-us/m1911',
      'auto-ordnance/1911a1',
      'singer/m1911a1',
    ],
    parts: [
      [hammer(220, -6, 15), COLT_FRAME, COLT_SLIDE],
      steel('198,14 218,9/3 234,14/5 222,22/6 208,28/6 206,44/6 212,70/3 204,72/3 197,44'),
      [grooves(186, 206, -6, 8, 8), left(tube('204,16 188,14', 5))],
      [
        wood('157,38/4 194,34/4 208,106/4 171,114/4'),
        pins(3, [166, 46], [196, 101]),
        grooves(172, 200, 64, 94, 7, -5),
        PORT(96, 136),
      ],
    ],
    spots: spotsOf(80, [84, 18], 98),
  },
  {
    id: 'star-b',
    models: ['star/model-b', 'star/super', 'star/model-p'],
    parts: [
      [hammer(220, -6, 15), COLT_FRAME, COLT_SLIDE],
      steel('200,12 220,11/3 225,17/4 208,24/4 200,30'),
      [grooves(178, 206, -8, 8, 10), left(tube('206,16 184,12', 6))],
      [
        dark('156,36/4 196,30/4 210,108/4 172,114/4'),
        pins(3, [166, 74], [206, 88]),
        ring('steel', 216, 112, 5),
        PORT(96, 136),
      ],
    ],
    spots: spotsOf(80, [84, 18], 98),
  },
  {
    id: 'hi-power',
    models: ['browning/hi-power', 'fmap/fm-hi-power', 'inglis/hi-power'],
    parts: [
      hammer(200, -4, 14),
      ring('hole', 208, -1, 3),
      steel(
        '34,10 192,10 202,14/4 206,22/4 188,30/6 186,44/10 200,92/10 200,116/3 152,120/3 138,66 132,46/6 124,56/8 96,56/10 86,48/6 84,27 34,25',
      ),
      [hole('92,30/5 130,28/5 128,44/8 118,50/8 98,50/8 92,42/5'), tube('116,28 120,38/6 114,48', 5)],
      [
        steel('0,-13/6 186,-13/4 192,-6 192,10 40,10 36,22/4 4,22/4 0,14'),
        line('8,10 40,10'),
        steel('-4,-7/2 4,-7 4,7 -4,7/2'),
        SIGHTS(188, -13),
      ],
      [
        grooves(166, 186, -6, 8, 9),
        left(tube('182,14 168,16', 5), steel('96,13/2 126,12/2 128,18 100,20/3'), ring('steel', 136, 36, 4)),
      ],
      [
        dark('142,36/5 182,32/6 178,44/8 192,92/10 192,108/5 158,112/5'),
        pins(3, [164, 74]),
        PORT(84, 118),
        right(line('122,-4 150,-4')),
      ],
    ],
    spots: spotsOf(70, [76, 18], 84),
  },
  {
    id: 'tt-33',
    models: [
      'izhmekh/tt-33',
      'tula/tt-33',
      'radom/tt-33',
      'norinco/type-54',
      'factory-66-cn/type-54',
      'jianshe/type-54',
      'poly-technologies/type-54',
      'darra/tt-copy',
      'cugir/ttc',
    ],
    parts: [
      steel('182,-8 192,-12/4 196,-6/4 194,10 182,10'),
      steel(
        '44,9 196,9 204,16/4 192,24/4 184,34/6 196,104/2 150,108/2 138,52 134,46/4 126,54/8 96,54/10 88,46/6 86,24 44,22',
      ),
      [hole('94,28/5 134,26/5 130,42/8 120,48/8 100,48/8 94,40/5'), tube('120,26 122,36/6 116,46', 5)],
      [
        steel('0,-12/6 186,-12/4 190,-6 190,9 44,9 44,20/4 4,20/4 0,12'),
        steel('-3,-7/2 4,-7 4,7 -3,7/2'),
        SIGHTS(186, -12),
      ],
      [[150, 158, 166, 174, 182].flatMap((x) => [line(`${x},-9 ${x},8`), line(`${x + 3},-5 ${x + 3},5`)])],
      [
        dark('144,34/3 182,32/3 192,100/3 156,104/3'),
        ring('line', 170, 68, 10),
        grooves(148, 180, 36, 42, 6),
        left(steel('104,11/2 124,10/2 126,16 106,17/2'), ring('steel', 138, 34, 4)),
      ],
      [PORT(80, 118), right(box('steel', 100, 12, 132, 18, 2))],
    ],
    spots: spotsOf(70, [110, 22], 86),
  },
  {
    id: 'm57',
    models: ['zastava/m57', 'zastava/m57a'],
    parts: [
      steel('184,-8 194,-14/4 200,-8/4 194,10 182,10'),
      steel(
        '44,9 196,9 206,16/4 194,24/4 186,34/6 200,116/2 154,120/2 138,52 134,46/4 126,54/8 96,54/10 88,46/6 86,24 44,22',
      ),
      [hole('94,28/5 134,26/5 130,42/8 120,48/8 100,48/8 94,40/5'), tube('120,26 122,36/6 116,46', 5)],
      [
        steel('0,-12/6 188,-12/4 192,-6 192,9 44,9 44,20/4 4,20/4 0,12'),
        steel('-3,-7/2 4,-7 4,7 -3,7/2'),
        SIGHTS(188, -12),
      ],
      [
        grooves(150, 186, -8, 8, 14),
        dark('146,34/4 184,32/4 196,112/4 160,116/4'),
        line('152,56 188,54'),
        line('158,92 194,90'),
        steel('154,120 204,116 204,122/2 156,126/2'),
      ],
      [
        left(steel('104,11/2 124,10/2 126,16 106,17/2'), ring('steel', 138, 34, 4), tube('190,15 176,16', 5)),
        PORT(80, 118),
      ],
    ],
    spots: spotsOf(70, [110, 22], 86),
  },
  {
    id: 'zastava-m70',
    models: ['zastava/m70'],
    parts: [
      steel('150,-8 158,-12/4 162,-6/4 160,8 150,8'),
      steel(
        '40,8 162,8 168,14/4 158,20/4 152,30/6 162,94/2 124,98/2 112,46 108,42/4 100,48/8 76,48/8 70,42/5 68,22 40,20',
      ),
      [hole('76,24/5 108,24/5 104,38/7 96,43/7 80,43/6'), tube('96,23 98,32/5 92,40', 4)],
      [steel('0,-11/5 152,-11/4 156,-5 156,8 40,8 40,18/4 4,18/4 0,11'), SIGHTS(152, -11)],
      [
        grooves(126, 150, -7, 7, 10),
        dark('116,30/3 150,28/3 158,90/3 128,94/3'),
        line('120,46 154,44'),
        left(steel('84,10/2 100,9/2 102,14 86,15/2'), tube('156,12 144,14', 4)),
        PORT(64, 92),
      ],
    ],
    spots: { ...spotsOf(56, [90, 20], 68), 'frame-bottom': at(56, 21, 'before-guard') },
  },
  {
    id: 'beretta-92fs',
    models: ['beretta/92-fs', 'beretta/92-f'],
    parts: [
      [BERETTA_FRAME(122), BERETTA_BARREL],
      [
        dark('154,40/5 192,32/5 196,48/10 208,110/5 170,116/5 162,84/10'),
        pins(3, [164, 48], [196, 106]),
        grooves(168, 176, -8, 7, 3),
      ],
      [
        tube('198,-5 182,2', 6),
        ring('steel', 196, -5, 5),
        left(steel('104,12/2 134,11/2 136,17 106,18/2'), ring('steel', 150, 32, 4), ring('steel', 64, 15, 4)),
        right(steel('58,12/3 74,12/3 72,20/3 60,20/3')),
      ],
    ],
    spots: {
      ...spotsOf(160, [80, 16], 96),
      'slide-left': at(80, 4, 'at-front'),
      'slide-right': at(60, 4, 'at-front'),
    },
  },
  {
    id: 'pt-92',
    models: ['taurus/pt-92', 'taurus/pt-92-af', 'taurus/pt-92-afs', 'taurus/pt-99-af', 'taurus/pt-99-afs'],
    parts: [
      [BERETTA_FRAME(122), BERETTA_BARREL],
      [
        wood('154,40/5 192,32/5 196,48/10 208,110/5 170,116/5 162,84/10'),
        pins(3, [164, 48], [196, 106]),
        grooves(164, 200, -8, 7, 12),
      ],
      [
        left(
          steel('180,12/2 200,10/2 202,16/2 186,20/2'),
          steel('104,12/2 134,11/2 136,17 106,18/2'),
          ring('steel', 150, 32, 4),
          ring('steel', 64, 15, 4),
        ),
        right(steel('58,12/3 74,12/3 72,20/3 60,20/3'), steel('180,12/2 200,10/2 202,16/2 186,20/2')),
      ],
    ],
    spots: {
      ...spotsOf(160, [80, 16], 96),
      'slide-left': at(80, 4, 'at-front'),
      'slide-right': at(60, 4, 'at-front'),
    },
  },
  {
    id: 'pt-58',
    models: ['taurus/pt-58', 'taurus/pt-58-s', 'taurus/pt-58-ss', 'taurus/pt-58-hc', 'taurus/pt-58-hc-plus'],
    parts: [
      steel(
        '6,8 170,8 180,11/3 182,16/3 166,22/6 162,40/10 172,84/10 174,102/3 132,106/3 124,70/12 116,48/8 110,52/8 82,52/4 76,46/6 75,24 6,20/4',
      ),
      [hole('82,26/5 116,24/5 112,40/8 106,46/6 86,46/5'), trigger(102, 24, 20), hammer(174, -11, 10)],
      [
        box('steel', -4, -8, 120, 3, 2),
        steel('0,-11/3 18,-11/2 26,1/4 96,1/4 104,-11/2 164,-11/3 168,-5 168,8 0,8'),
        SIGHTS(162, -11),
      ],
      [
        wood('120,36/5 154,30/5 158,44/10 166,94/5 134,98/5 128,74/10'),
        pins(3, [130, 44], [156, 90]),
        grooves(138, 162, -7, 6, 9),
      ],
      [
        left(
          steel('146,11/2 162,9/2 164,14/2 150,18/2'),
          steel('82,11/2 108,10/2 108,15 84,16/2'),
          ring('steel', 118, 30, 4),
        ),
        right(steel('46,11/3 60,11/3 58,18/3 48,18/3')),
      ],
    ],
    spots: {
      ...spotsOf(130, [64, 15], 76),
      'slide-left': at(60, 4, 'at-front'),
      'slide-right': at(44, 4, 'at-front'),
    },
  },
];
