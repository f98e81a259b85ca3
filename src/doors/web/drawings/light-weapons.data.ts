/**
 * Launchers, mortars, recoilless rifles and guns on mounts. Tubes lie with their muzzle at x 0 unless said otherwise.
 * Of what guides a missile only the outline is drawn.
 */
import { at, type Design } from './design.ts';
import { bar, box, dark, left, line, type Parts, ring, steel, tube, wood } from './parts.ts';
import { bipod, grooves, triggerGuard } from './pieces.ts';

const _GRIP = (x: number, top: number): Parts =>
  dark(
    `${x},${top} ${x + 34},${top}/4 ${x + 50},${top + 84}/6 ${x + 42},${top + 94}/6 ${x + 18},${top + 96}/6 ${x + 6},${top + 60}/12`,
  );
const TUBE_SPOTS = {
  'receiver-left': at(500, 0, 'at-middle'),
  'barrel-left': at(300, 0, 'at-middle'),
} as const;

export const LIGHT_WEAPONS: readonly Design[] = [
  {
    id: 'rpg-7',
    models: [
      'bazalt/rpg-7',
      'bazalt/rpg-7d',
      'pof/rpg-7',
      'dio/rpg-7',
      'sakr/rpg-7-misr',
      'north-korean-arsenals/type-68-rpg',
    ],
    parts: [
      [
        steel(
          '0,-22/3 700,-22 730,-20/10 780,-36/20 860,-38/10 900,-30 950,-66/3 956,-60 956,60 950,66/3 900,30 860,38/10 780,36/20 730,20/10 700,22 0,22/3',
        ),
        line('900,-30 900,30'),
      ],
      [
        wood('480,-32/10 720,-32/10 720,32/10 480,32/10'),
        [500, 700].map((x) => box('steel', x - 6, -34, x + 6, 34, 3)),
      ],
      [
        box('steel', 150, -26, 176, 26, 3),
        box('steel', 420, -26, 446, 26, 3),
        steel('160,-26 164,-76/3 172,-76/3 178,-26'),
        steel('424,-26 428,-84/3 452,-84/3 456,-70 440,-66 440,-26'),
      ],
      [
        dark('300,24 334,24/4 346,110/6 338,120/6 316,120/6 306,84/10'),
        dark('424,24 458,24/4 470,106/6 462,114/6 440,114/6 430,80/10'),
      ],
      [
        triggerGuard(246, 302, 26, 58),
        steel('250,22 350,22 350,34/4 250,34/4'),
        steel('340,-22 340,-40/4 400,-40/4 400,-22'),
      ],
      left(
        steel('300,-60/4 420,-72/4 426,-50/4 400,-40 316,-36/4'),
        dark('416,-74/4 446,-78/4 450,-50/4 424,-48/4'),
      ),
    ],
    spots: {
      'receiver-left': at(390, 4, 'above-grip'),
      'barrel-left': at(220, 0, 'at-front'),
      'barrel-top': at(560, -32),
      'receiver-right': at(390, 4, 'above-grip'),
    },
  },
  {
    id: 'm72',
    models: ['talley/m72'],
    parts: [
      [
        box('steel', 0, -34, 420, 34, 4),
        box('wood', 330, -40, 650, 40, 4),
        box('dark', -8, -36, 12, 36, 4),
        box('dark', 636, -42, 656, 42, 4),
      ],
      [
        steel('250,-34 256,-50/4 360,-50/4 366,-40'),
        line('270,-42 350,-42'),
        steel('330,-40 330,-78/3 350,-78/3 350,-40'),
        steel('60,-34 60,-70/3 78,-70/3 78,-34'),
        line('400,-20 600,-20'),
        line('400,-8 540,-8'),
      ],
      tube('20,40 160,76/40 480,80/40 630,44', 5),
    ],
    spots: { ...TUBE_SPOTS, 'receiver-left': at(480, 10, 'at-middle') },
  },
  {
    id: 'manpads',
    models: ['vmz/igla', 'vmz/strela-2m', 'krusik/strela-2m'],
    parts: [
      [
        box('steel', 0, -38, 1560, 38, 6),
        steel('-40,-44/6 60,-44/6 60,44/6 -40,44/6'),
        box('steel', 1500, -44, 1570, 44, 4),
      ],
      [
        [220, 700, 1180].map((x) => box('steel', x, -42, x + 18, 42, 3)),
        tube('220,46 500,100/80 1100,100/80 1300,46', 6),
      ],
      [
        dark('300,36 520,36 520,76/8 430,80 446,180/10 436,190/10 396,190/10 384,150/20 376,86 300,76/8'),
        steel('180,36 280,36 280,60 180,60'),
        ring('steel', 180, 80, 34),
      ],
      [
        steel('330,-38 330,-84/4 350,-84/4 350,-38'),
        steel('470,-38 470,-84/4 490,-84/4 490,-38'),
        line('330,-80 490,-80'),
      ],
    ],
    spots: {
      'receiver-left': at(900, 0, 'at-middle'),
      'receiver-right': at(900, 0, 'at-middle'),
      'grip-left': at(340, 56, 'above-grip'),
    },
  },
  {
    id: 'carl-gustaf',
    models: ['saab/carl-gustaf-m2', 'saab/carl-gustaf-m3'],
    parts: [
      [
        box('steel', 0, -46, 860, 46, 5),
        box('steel', -10, -52, 24, 52, 4),
        steel('860,-46 900,-50 1060,-96/5 1074,-92 1074,92 1060,96/5 900,50 860,46'),
        line('900,-50 900,50'),
        box('steel', 846, -58, 884, 58, 6),
      ],
      [
        dark('250,46 288,46/4 300,150/6 288,158/6 262,158/6'),
        dark('420,50 458,50/4 472,150/6 462,158/6 436,158/6'),
        triggerGuard(366, 424, 50, 86),
      ],
      [steel('360,46 520,46 520,60/4 360,60/4'), dark('560,46 680,46 672,90/20 572,90/20')],
      [
        steel('330,-46 336,-90/6 450,-96/6 470,-80 470,-46'),
        dark('440,-104/6 500,-104/6 500,-70/6 440,-70/6'),
        tube('560,-50 564,-96/10 660,-96/10 664,-50', 9),
      ],
      bipod(300, 46, 150, -40),
    ],
    spots: { 'receiver-left': at(600, 0, 'at-middle'), 'barrel-left': at(180, 0, 'at-front') },
  },
  {
    id: 'm79',
    models: ['springfield-armory-us/m79'],
    parts: [
      [
        box('steel', 0, -24, 360, 20, 4),
        steel('20,-24 24,-44/4 60,-44/4 64,-24'),
        steel('240,-24 240,-92/4 256,-92/4 270,-30/10 320,-24'),
      ],
      [wood('70,20 340,20 330,54/10 110,46/20')],
      triggerGuard(392, 456, 54, 84),
      [
        wood(
          '452,-10/4 500,10/20 540,14/20 720,16/5 728,150/5 706,156/6 560,110/40 510,90/20 470,70/12 452,50',
        ),
        dark('718,15/4 742,18/4 752,152/6 730,156/4'),
      ],
      [
        steel('340,-26/4 440,-26/8 460,-12 460,52 400,58 344,44'),
        ring('steel', 356, 36, 8),
        tube('440,-28 462,-34', 7),
      ],
    ],
    spots: {
      'receiver-left': at(410, 10, 'above-trigger'),
      'barrel-left': at(150, -2, 'at-middle'),
      'receiver-right': at(410, 10, 'above-trigger'),
    },
  },
  {
    id: 'm203',
    models: ['colt/m203'],
    parts: [
      [box('steel', 0, -4, 300, 44, 5), grooves(30, 180, 2, 38, 20)],
      [
        steel('-10,-30/4 400,-30/4 400,-14 -10,-14'),
        steel('290,-14 420,-14 420,60/10 400,70 300,60/6'),
        steel('40,-14 70,-14 66,-4 44,-4'),
      ],
      [tube('324,60 330,104/14 396,104/14 404,68', 6), tube('370,60 374,78/8 364,90', 6)],
      [steel('330,-30 330,-60/3 420,-60/3 420,-30')],
    ],
    spots: { 'receiver-left': at(350, 20, 'above-trigger'), 'barrel-left': at(240, 18, 'at-rear') },
  },
  {
    id: 'mortar-60',
    models: ['us-ordnance-plants/m2-mortar', 'soltam/soltam-60', 'ppt/m57-mortar', 'zm-tarnow/lm-60'],
    parts: [
      [tube('200,-300 40,0', 16), tube('210,-300 330,20', 16), tube('110,-130 270,-130', 7)],
      bar('60,-520 420,40', 62),
      [
        bar('50,-536 66,-511', 74),
        steel('180,-360 250,-404 268,-374 198,-330'),
        tube('250,-330 200,-290', 16),
        ring('steel', 214, -296, 13),
        tube('160,-402 120,-440', 9),
        box('steel', 96, -470, 128, -430, 4),
      ],
      [
        ring('steel', 428, 52, 26),
        steel('330,58/6 560,58/6 540,92/8 352,92/8'),
        [370, 420, 470, 520].map((x) => line(`${x},60 ${x},90`)),
        tube('20,2 60,2', 10),
        tube('310,22 350,22', 10),
      ],
    ],
    spots: {
      'barrel-left': at(390, -10, 'at-rear'),
      'barrel-top': at(300, -147, 'at-middle'),
      'receiver-left': at(440, 76, 'at-rear'),
      'frame-bottom': at(480, 80),
    },
  },
  {
    id: 'mortar-commando',
    models: ['denel/m4-mortar', 'ppt/m70-mortar'],
    parts: [
      bar('60,-560 420,40', 66),
      [
        bar('50,-577 66,-550', 76),
        dark('216,-330/6 262,-358/6 330,-246/6 284,-218/6'),
        tube('120,-490 200,-520/20 330,-300', 7),
      ],
      [ring('steel', 428, 52, 28), steel('372,62/8 486,62/8 474,92/8 384,92/8'), tube('440,30 476,4', 9)],
    ],
    spots: { 'barrel-left': at(390, -10, 'at-rear'), 'frame-bottom': at(430, 80) },
  },
];
