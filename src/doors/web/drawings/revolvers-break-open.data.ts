/** Revolvers that break open on top. The muzzle lies at x 0 for a barrel of four inches. */
import { at, type Design } from './design.ts';
import { box, dark, line, type Part, type Parts, ring, steel, tube, wood } from './parts.ts';
import { revolverSpots } from './revolver-spots.ts';

/** A revolver that breaks open on top, with a ring for a lanyard. */
function topBreak(muzzle: number, grip: Part): Parts {
  const [from, end] = [muzzle, muzzle + 40];
  return [
    steel('168,4 172,-14 178,-26/3 192,-28/3 194,-22/3 186,-16/4 184,8'),
    steel(`${from},-13/3 98,-17 98,12 60,14 ${from},9/2`),
    steel(`${from + 2},-13 ${from + 4},-23/5 ${from + 20},-23/6 ${end - 8},-14`),
    steel('52,14 100,8 100,30 96,46/8 76,40/10'),
    steel('92,-17/3 160,-18 172,-22/4 176,-10 180,6/8 192,24/8 186,60 150,54 110,46/6 94,30'),
    [tube('112,44 116,70/14 152,72/16 168,46', 6), tube('140,44 144,54/8 132,64', 5)],
    [box('steel', 104, -12, 150, 30, 3), line('144,-12 144,30')],
    [-1, 14].map((y) => line(`104,${y} 124,${y}/3 126,${y + 3}/2 124,${y + 6}/3 104,${y + 6}`)),
    [
      grip,
      ring('steel', grip.corners[3]!.x - 8, grip.corners[4]!.y + 12, 8),
      ring('hole', grip.corners[3]!.x - 8, grip.corners[4]!.y + 12, 4),
    ],
    [tube('160,-14 164,14', 7), ring('steel', 96, 34, 5)],
  ];
}

export const BREAK_OPEN_REVOLVERS: readonly Design[] = [
  {
    id: 'webley-mk-vi',
    models: ['webley/mk-vi'],
    parts: topBreak(
      -40,
      dark('178,26/4 192,22/6 204,44/14 230,98/10 232,116/8 206,124/8 192,94/20 172,62/10 172,46/6'),
    ),
    spots: { ...revolverSpots(-40, [214, 122]), 'frame-right': at(140, 40, 'above-trigger') },
  },
  {
    id: 'webley-mk-v',
    models: ['webley/mk-v'],
    parts: topBreak(
      10,
      dark('178,26/4 192,22/6 202,44/14 220,84/16 216,112/16 200,114/12 190,88/20 172,60/10 172,46/6'),
    ),
    spots: { ...revolverSpots(10, [206, 113]), 'frame-right': at(140, 40, 'above-trigger') },
  },
  {
    id: 'enfield-no-2',
    models: ['rsaf-enfield/no-2-mk-i', 'rsaf-enfield/no-2-mk-i-star', 'webley/mk-iv-38'],
    parts: topBreak(
      -24,
      wood('174,30/4 190,22/6 202,42/14 226,94/10 226,114/8 198,122/8 184,98/16 170,84/10 166,62/8 172,44/6'),
    ),
    spots: { ...revolverSpots(-24, [210, 119]), 'frame-right': at(140, 40, 'above-trigger') },
  },
];
