/** M16 and M4 in their patterns. The front of the upper receiver lies at x 0. */
import { at, type Design } from './design.ts';
import { box, dark, hole, left, line, type Parts, right, ring, steel, tube, wood } from './parts.ts';
import { grooves, holes, magazine, pins, triggerGuard } from './pieces.ts';

const LOWER: Parts = [
  triggerGuard(88, 142, 36, 62, 4),
  dark('140,32 176,30/6 186,66/16 206,118/6 198,128/5 172,128/6 162,100/8 156,84/8 150,74/6'),
  steel('4,8 198,8 200,32/8 150,38 90,38 86,66/3 12,72/3 6,40'),
  line('16,26 84,26'),
  pins(4, [10, 16], [184, 16]),
  pins(3, [112, 26], [134, 26]),
  left(tube('160,20 144,22', 5), steel('66,14/4 82,12/4 82,24/4 70,26/4')),
  right(ring('steel', 78, 24, 4)),
];
const UPPER: Parts = [
  steel('0,-22/3 196,-24/3 202,-14 200,8 0,10'),
  line('4,-12 196,-12'),
  right(box('hole', 56, -10, 120, 6, 3), steel('150,-12/4 168,-18/4 172,-10/4 156,0/4')),
];
const CARRY_HANDLE: Parts = [
  steel(
    '10,-22 16,-58/10 30,-72/4 130,-74 140,-82/3 164,-82/3 172,-70/4 176,-22 152,-22/8 142,-56/8 44,-56/12 34,-22',
  ),
  ring('steel', 156, -68, 6),
];
const FLAT_TOP: Parts = [steel('2,-22 198,-24 198,-30 2,-30'), grooves(6, 194, -30, -35, 20)];
const BACK_SIGHT = steel('160,-30 164,-66/4 188,-66/4 192,-30');
const FRONT_TOWER = (x: number): Parts => [
  steel(
    `${x - 30},12 ${x - 30},-12 ${x - 12},-60/3 ${x - 10},-72/2 ${x + 10},-72/2 ${x + 12},-60/3 ${x + 26},-12 ${x + 26},12 ${x - 8},12 ${x - 8},20 ${x - 24},20 ${x - 24},12`,
  ),
  hole(`${x - 10},-18 ${x},-46/4 ${x + 10},-18`),
];
const HIDER = (muzzle: number): Parts => [
  steel(`${muzzle},-11/4 ${muzzle + 44},-11 ${muzzle + 44},11 ${muzzle},11/4`),
  grooves(muzzle + 8, muzzle + 32, -4, 5, 3),
];
const CURVED_MAG: Parts = magazine({ x: 46, y: 62, width: 62, length: 128, lean: 9, bend: 14, ribs: 2 });
const FIXED_STOCK: Parts = [
  wood('202,-22 440,-20/3 446,108/4 424,110/6 300,50/30 240,34/10 202,26'),
  dark('438,-20/3 450,-20/3 456,108/4 440,110/3'),
];
const SLIDING_STOCK: Parts = [
  box('steel', 200, -14, 330, 12, 3),
  dark('290,-20/6 400,-22/4 410,96/6 388,98/8 360,42/20 318,34/8 290,24'),
  hole('318,16/3 360,20/6 372,44/3 350,30/10 318,26/3'),
  line('396,-22 404,96'),
];
const SPOTS = {
  'lower-receiver-left': at(48, 44, 'above-magazine'),
  'lower-receiver-right': at(48, 44, 'above-magazine'),
  'upper-receiver-left': at(40, -4, 'at-front'),
  'barrel-left': at(-380, 0, 'at-muzzle'),
  'barrel-top': at(-380, -8, 'at-muzzle'),
} as const;

export const ARMALITES: readonly Design[] = [
  {
    id: 'm16a1',
    models: [
      'colt/m16a1',
      'elisco/m16a1-ph',
      'harrington-richardson/m16a1',
      'hydra-matic/m16a1',
      'st-kinetics/m16s1',
    ],
    parts: [
      [box('steel', -510, -6, 0, 6), HIDER(-546), FRONT_TOWER(-330)],
      [
        wood('-302,-20/3 -8,-30/3 -2,-20 -2,22 -8,32/3 -302,20/3'),
        line('-300,-2 -6,-2'),
        holes(-280, -30, -17, 3, 10),
        dark('-10,-26/3 4,-24/3 4,24/3 -10,28/3'),
      ],
      [steel('14,60 80,60 84,136/3 24,140/3'), line('34,70 42,134')],
      [FIXED_STOCK, UPPER, CARRY_HANDLE, LOWER],
    ],
    spots: SPOTS,
  },
  {
    id: 'm16a2',
    models: ['colt/m16a2', 'colt/m16a3'],
    parts: [
      [box('steel', -510, -9, -340, 9), box('steel', -340, -6, 0, 6), HIDER(-550), FRONT_TOWER(-330)],
      [
        wood('-302,-22/3 -8,-24/3 -8,24/3 -302,22/3'),
        grooves(-290, -20, -20, 20, 30),
        dark('-12,-28/3 4,-24/3 4,24/3 -12,28/3'),
      ],
      [CURVED_MAG, FIXED_STOCK, UPPER, CARRY_HANDLE, steel('176,-24 182,-40/4 190,-40/4 196,-24'), LOWER],
    ],
    spots: SPOTS,
  },
  {
    id: 'm16a4',
    models: ['colt/m16a4', 'fn-america/m16a4'],
    parts: [
      [box('steel', -510, -9, -340, 9), box('steel', -340, -6, 0, 6), HIDER(-550), FRONT_TOWER(-330)],
      [
        dark('-304,-28 -4,-28 -4,28 -304,28'),
        grooves(-300, -8, -28, -34, 28),
        grooves(-300, -8, 28, 34, 28),
        line('-300,-9 -8,-9'),
        line('-300,9 -8,9'),
      ],
      [CURVED_MAG, FIXED_STOCK, UPPER, FLAT_TOP, BACK_SIGHT, LOWER],
    ],
    spots: SPOTS,
  },
  {
    id: 'm4',
    models: ['colt/m4', 'fn-america/m4', 'colt/m4-le6920'],
    parts: [
      [
        box('steel', -376, -9, -290, 9),
        box('steel', -290, -6, -262, 6),
        box('steel', -262, -9, 0, 9),
        HIDER(-416),
        FRONT_TOWER(-200),
      ],
      [
        wood('-172,-24/3 -8,-28/3 -8,28/3 -172,24/3'),
        line('-168,-2 -10,-2'),
        holes(-156, -30, -18, 3, 6),
        dark('-12,-28/3 4,-24/3 4,24/3 -12,28/3'),
      ],
      [CURVED_MAG, SLIDING_STOCK, UPPER, FLAT_TOP, BACK_SIGHT, LOWER],
    ],
    spots: SPOTS,
  },
];
