/** Revolvers. The muzzle lies at x 0 for a barrel of four inches; a shorter one begins further back. */
import { at, type Design } from './design.ts';
import { box, dark, hole, left, line, type Parts, right, ring, steel, tube, wood } from './parts.ts';
import { grooves, pins } from './pieces.ts';
import { revolverSpots } from './revolver-spots.ts';

type Shape = {
  readonly muzzle: number;
  /** How thick the barrel is at its muzzle, above and below the bore. @unit millimetres */
  readonly thick: number;
  /** The cylinder: where it begins and ends, its upper and lower edge. */
  readonly cylinder: readonly [number, number, number, number];
  readonly grip: Parts;
  readonly under: Parts;
  readonly latch: Parts;
  readonly sight?: Parts;
};

const flutes = ([from, to, top, bottom]: Shape['cylinder']): Parts => {
  const deep = bottom - top;
  return [0.3, 0.7]
    .map((share) => {
      const y = top + deep * share;
      return line(
        `${from},${y - 3} ${from + 18},${y - 3}/3 ${from + 21},${y}/2 ${from + 18},${y + 3}/3 ${from},${y + 3}`,
      );
    })
    .concat(line(`${to - 6},${top} ${to - 6},${bottom}`));
};

/** A revolver of which the cylinder swings out to the left. */
function swingOut({ muzzle, thick, cylinder, grip, under, latch, sight }: Shape): Parts {
  const [from, to, top, bottom] = cylinder;
  return [
    steel(`166,8 170,-12 174,-20/3 186,-24/3 190,-20/3 184,-14/4 184,6`),
    under,
    steel(`${muzzle},-${thick} 104,-11 104,11 ${muzzle},${thick}`),
    sight ??
      steel(
        `${muzzle + 4},-${thick} ${muzzle + 6},-${thick + 9}/3 ${muzzle + 12},-${thick + 9} ${muzzle + 34},-${thick}`,
      ),
    steel('98,-15/3 168,-15/5 176,-4/6 186,12/8 192,24/8 184,60 150,52 122,46 102,36/4 96,22'),
    tube('112,40 118,66/12 152,68/14 168,44', 6),
    tube('142,40 146,52/8 134,62', 5),
    hole(`${from - 2},${top - 1} ${to + 1},${top - 1} ${to + 1},${bottom + 1} ${from - 2},${bottom + 1}`),
    box('steel', from, top - 2, to, bottom + 2, 3),
    flutes(cylinder),
    grip,
    left(latch, line('116,34 160,40')),
    right(line('166,-6 178,20/8 168,44/8 130,42'), pins(2.5, [172, 12], [136, 38])),
  ];
}

const ROD: Parts = tube('62,17 106,17', 5);
const LUG_ROD = (muzzle: number): Parts => [
  ROD,
  steel(`${muzzle + 30},8 ${muzzle + 52},8 ${muzzle + 52},22/3 ${muzzle + 36},22/4`),
];
const SHROUD = (muzzle: number): Parts => steel(`${muzzle + 6},6 104,8 104,25 ${muzzle + 18},24/4`);
const SW_LATCH = steel('166,4/3 180,6/3 180,12/3 168,12/3');
const COLT_LATCH = steel('162,-2/3 174,0/3 178,12/4 166,12/4');
const SERVICE_GRIP = wood(
  '180,24/4 190,22/6 200,44/14 226,106/8 222,116/4 194,122/6 186,90/24 170,58/10 172,46/6',
);
const LARGE_GRIP = wood(
  '176,26/4 190,20/6 202,42/14 230,104/8 228,120/4 188,128/6 180,100/20 168,88/12 160,60/8 172,42/6',
);
const ROUND_GRIP = wood(
  '178,26/4 190,22/6 198,42/14 210,82/16 196,98/14 182,92/12 178,70/14 168,54/8 172,44/6',
);

export const REVOLVERS: readonly Design[] = [
  {
    id: 'sw-10',
    models: ['smith-wesson/10', 'smith-wesson/64'],
    parts: swingOut({
      muzzle: 0,
      thick: 8,
      cylinder: [110, 150, -8, 30],
      grip: SERVICE_GRIP,
      under: LUG_ROD(20),
      latch: SW_LATCH,
    }),
    spots: revolverSpots(0, [208, 118]),
  },
  {
    id: 'sw-36',
    models: ['smith-wesson/36', 'smith-wesson/60'],
    parts: swingOut({
      muzzle: 52,
      thick: 8,
      cylinder: [112, 149, -7, 25],
      grip: ROUND_GRIP,
      under: [tube('70,16 106,16', 4), steel('56,7 72,7 72,19/3 62,20/3')],
      latch: SW_LATCH,
    }),
    spots: revolverSpots(52, [194, 96]),
  },
  {
    id: 'taurus-82',
    models: ['taurus/82', 'taurus/83'],
    parts: swingOut({
      muzzle: 0,
      thick: 11,
      cylinder: [110, 150, -8, 30],
      grip: [LARGE_GRIP, ring('line', 192, 66, 6), grooves(182, 208, 84, 108, 7, -4)],
      under: ROD,
      latch: SW_LATCH,
    }),
    spots: revolverSpots(0, [208, 124]),
  },
  {
    id: 'taurus-85',
    models: ['taurus/85', 'taurus/85-ultra-lite'],
    parts: swingOut({
      muzzle: 52,
      thick: 9,
      cylinder: [112, 149, -7, 26],
      grip: [
        dark(
          '176,26/4 190,20/6 200,42/14 216,86/10 210,100/6 180,104/8 180,90/8 172,86/6 174,74/6 166,70/6 168,54/6 172,42/6',
        ),
        ring('line', 194, 60, 5),
      ],
      under: SHROUD(52),
      latch: SW_LATCH,
    }),
    spots: revolverSpots(52, [196, 102]),
  },
  {
    id: 'rossi-68',
    models: ['rossi/68', 'rossi/69', 'rossi/88'],
    parts: swingOut({
      muzzle: 26,
      thick: 8,
      cylinder: [112, 149, -7, 26],
      grip: [
        wood(
          '176,26/4 190,20/6 200,42/14 220,92/8 218,104/4 186,110/6 180,86/20 164,70/12 166,52/8 172,42/6',
        ),
        ring('steel', 192, 64, 4),
      ],
      under: tube('66,16 106,16', 4),
      latch: SW_LATCH,
    }),
    spots: revolverSpots(26, [202, 107]),
  },
  {
    id: 'colt-detective-special',
    models: ['colt/detective-special', 'colt/cobra', 'colt/agent'],
    parts: swingOut({
      muzzle: 50,
      thick: 9,
      cylinder: [110, 150, -8, 28],
      grip: SERVICE_GRIP,
      under: tube('72,17 106,17', 5),
      latch: COLT_LATCH,
      sight: steel('54,-9 58,-19/5 74,-19/6 92,-10'),
    }),
    spots: revolverSpots(50, [208, 118]),
  },
  {
    id: 'colt-official-police',
    models: ['colt/official-police', 'colt/police-positive-special', 'colt/army-special'],
    parts: swingOut({
      muzzle: -4,
      thick: 8,
      cylinder: [108, 150, -9, 31],
      grip: [SERVICE_GRIP, grooves(188, 212, 62, 106, 8, -10)],
      under: tube('56,18 106,18', 6),
      latch: COLT_LATCH,
      sight: steel('-2,-8 2,-20/7 14,-20/8 26,-8'),
    }),
    spots: revolverSpots(-4, [208, 118]),
  },
  {
    id: 'ruger-security-six',
    models: ['ruger/security-six', 'ruger/service-six'],
    parts: swingOut({
      muzzle: 0,
      thick: 10,
      cylinder: [108, 150, -9, 31],
      grip: [LARGE_GRIP, ring('steel', 194, 66, 5)],
      under: steel('28,8 104,10 104,24/3 36,22/6'),
      latch: steel('168,8/3 178,6/3 178,16/3 168,16/3'),
      sight: [steel('4,-10 10,-22/2 16,-22 44,-11'), steel('148,-15 152,-21/2 172,-20/3 174,-12')],
    }),
    spots: revolverSpots(0, [208, 124]),
  },
  {
    id: 'ruger-gp100',
    models: ['ruger/gp100'],
    parts: swingOut({
      muzzle: 0,
      thick: 10,
      cylinder: [108, 150, -9, 31],
      grip: [
        dark(
          '174,28/4 190,18/6 202,42/14 230,104/8 228,120/4 188,126/6 178,96/20 162,84/12 164,60/8 170,42/6',
        ),
        wood('188,46/6 204,76/8 214,98/6 196,102/6 186,70/10'),
      ],
      under: steel('0,6 104,10 104,26/3 6,25/4'),
      latch: steel('168,6/3 180,4/3 180,18/3 168,18/3'),
      sight: [steel('4,-10 10,-22/2 16,-22 44,-11'), steel('148,-15 152,-21/2 172,-20/3 174,-12')],
    }),
    spots: revolverSpots(0, [208, 124]),
  },
  {
    id: 'nagant-m1895',
    models: ['izhmash/nagant-m1895', 'tula/nagant-m1895', 'nagant/m1895', 'radom/nagant-wz-30'],
    parts: [
      [
        steel('172,2 176,-16 182,-26/3 196,-30/3 200,-25/3 192,-18/4 190,8'),
        tube('30,16 108,16', 6),
        steel('20,8 40,8 40,22/4 24,22/4'),
      ],
      [steel('-14,-7 104,-9 104,9 -14,7'), steel('-12,-7 -8,-17/5 6,-17/6 12,-8')],
      steel('98,-13/3 172,-14/5 184,-4/6 194,14/8 200,28/8 190,60 160,50 124,42 104,38/5 96,20'),
      [
        tube('118,38 122,64/12 154,66/14 172,44', 6),
        tube('148,38 150,50/8 140,60', 5),
        box('steel', 108, -8, 156, 30, 3),
      ],
      [
        line('108,3 142,3'),
        line('108,19 142,19'),
        line('148,-8 148,30'),
        line('126,-8 126,-2'),
        line('126,24 126,30'),
      ],
      [
        wood('186,26/4 198,28/6 206,46/16 234,102/14 222,118/10 204,116/10 192,80/24 176,58/10 178,44/6'),
        ring('steel', 222, 122, 7),
        ring('hole', 222, 122, 3),
      ],
      right(steel('154,-4/5 172,-2/5 172,20/5 156,20/4'), pins(3, [164, 30])),
      left(pins(4, [172, 16], [150, 36]), line('160,-8 182,22 168,44')),
    ],
    spots: { ...revolverSpots(-14, [214, 116]), 'frame-left': at(176, 4, 'above-trigger') },
  },
];
