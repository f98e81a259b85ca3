/** Recoilless rifles, grenade launchers and guns on mounts. Tubes lie with their muzzle at x 0. */
import { at, type Design } from './design.ts';
import { bar, box, dark, line, type Parts, right, ring, steel, tube, wood } from './parts.ts';
import { bipod, holes, triggerGuard } from './pieces.ts';

/** Legs of a tripod under a cradle. */
const TRIPOD = (x: number, y: number, foot: number, spread: number, thick: number): Parts => [
  tube(`${x},${y} ${x + spread * 0.2},${foot}`, thick * 0.8),
  tube(`${x - 10},${y} ${x - spread},${foot}`, thick),
  tube(`${x + 10},${y} ${x + spread},${foot}`, thick),
];

export const MOUNTED_WEAPONS: readonly Design[] = [
  {
    id: 'spg-9',
    models: ['bazalt/spg-9', 'arsenal-bg/spg-9', 'dio/spg-9'],
    parts: [
      TRIPOD(1000, 110, 560, 420, 30),
      [
        box('steel', 0, -42, 1400, 42, 5),
        steel(
          '1400,-60/6 1640,-60 1720,-36/20 1800,-46 1960,-96/6 1976,-90 1976,90 1960,96/6 1800,46 1720,36/20 1640,60 1400,60/6',
        ),
        line('1640,-60 1640,60'),
        box('steel', -8, -50, 40, 50, 6),
      ],
      [
        steel('900,42 1180,42 1140,120/8 950,120/8'),
        steel('1100,-42 1106,-130/6 1220,-130/6 1230,-42'),
        dark('1200,-140/6 1260,-136/6 1260,-100/6 1200,-96/6'),
        tube('1180,70 1280,140', 20),
      ],
    ],
    spots: {
      'receiver-left': at(1520, 0, 'at-rear'),
      'barrel-left': at(600, 0, 'at-middle'),
      'barrel-top': at(1300, -42),
    },
  },
  {
    id: 'mk19',
    models: ['saco/mk19'],
    parts: [
      TRIPOD(330, 130, 420, 330, 24),
      [
        steel('-330,-24/6 -290,-30 0,-30 0,30 -290,30 -330,24/6'),
        line('-290,-30 -290,30'),
        box('steel', 0, -70, 540, 90, 6),
        steel('20,-90/8 330,-90/10 350,-70 20,-70'),
        line('6,-10 534,-10'),
      ],
      [
        tube('540,-40/8 620,-50/10 620,80/10 540,70', 16),
        tube('612,-40 612,70', 26),
        steel('260,90 400,90 380,140/6 280,140/6'),
        holes(60, 260, 40, 12, 4),
        steel('430,-70 436,-100/4 500,-100/4 506,-70'),
      ],
    ],
    spots: { 'receiver-left': at(430, 30, 'at-rear'), 'receiver-top': at(180, -90) },
  },
  {
    id: 'ptrs',
    models: ['tula/ptrs'],
    parts: [
      [
        box('steel', -1180, -12, 0, 12),
        steel('-1250,-26/4 -1180,-26/4 -1180,26/4 -1250,26/4'),
        line('-1216,-26 -1216,26'),
        box('steel', -560, -40, 0, -18),
        steel('-590,-44/4 -550,-44 -550,16 -590,16'),
        steel('-1120,-12 -1112,-56/4 -1094,-56/4 -1086,-12'),
      ],
      [bipod(-300, 12, 260, -150), tube('-230,-14 -236,-90/12 -130,-94/12 -124,-14', 12)],
      [
        steel('60,40 200,44 180,120/10 90,108/8'),
        triggerGuard(240, 310, 48, 80),
        wood('300,44 344,44/6 366,140/8 350,152/8 322,150/8'),
      ],
      [
        wood('380,-30 440,-34/10 740,-20/6 750,110/6 724,116/8 560,80/30 460,56/20 380,46'),
        dark('738,-20/4 772,-16/6 780,112/6 750,116/4'),
      ],
      [
        steel('-20,-40/6 380,-36/6 392,-20 392,40 300,50 0,48'),
        line('0,4 386,6'),
        right(box('hole', 80, -28, 220, 0, 5), tube('220,-14 236,4', 11)),
      ],
    ],
    spots: {
      'receiver-left': at(120, 20, 'above-magazine'),
      'barrel-left': at(-60, 0, 'on-chamber'),
      'receiver-top': at(300, -38, 'at-rear'),
    },
  },
  {
    id: 'zpu-1',
    models: ['zid/zpu-1'],
    parts: [
      [
        ring('steel', 120, 640, 190),
        ring('steel', 120, 640, 150),
        ring('steel', 120, 640, 40),
        tube('120,640 700,600', 40),
        tube('60,640 -380,690', 34),
        tube('-380,690 -420,740', 30),
      ],
      [steel('-60,480/20 360,480/20 420,610 -120,610'), steel('20,190 260,190 280,480 0,480')],
      [
        steel('-1080,-16/4 -100,-26 -100,26 -1080,16/4'),
        steel('-1160,-36/4 -1070,-24 -1070,24 -1160,36/4'),
        steel('-420,-40/6 -60,-46 -60,46 -420,40/6'),
        holes(-390, -100, 0, 14, 7),
      ],
      [
        box('steel', -60, -80, 560, 110, 8),
        steel('-20,-110/10 300,-110/10 330,-80 -20,-80'),
        steel('40,110 300,110 280,330/16 60,330/16'),
        line('-54,10 554,10'),
      ],
      [
        dark('520,300/20 720,300/20 740,340 520,340'),
        tube('600,340 600,470/20 360,520', 26),
        ring('line', 400, -160, 60),
        line('340,-160 460,-160'),
        line('400,-220 400,-100'),
      ],
    ],
    spots: {
      'receiver-left': at(430, 50, 'at-rear'),
      'barrel-left': at(-700, 0, 'at-middle'),
      'receiver-right': at(430, 50, 'at-rear'),
    },
  },
  {
    id: 'rocket-tube',
    models: [],
    parts: [
      TRIPOD(520, 120, 560, 380, 30),
      [
        bar('0,-120 1000,80', 118),
        bar('0,-120 30,-114', 136),
        bar('970,74 1000,80', 136),
        bar('480,-24 510,-18', 132),
      ],
      [steel('400,50 680,70 640,150/10 450,140/10'), ring('steel', 540, 100, 26), tube('690,90 760,140', 20)],
    ],
    spots: { 'barrel-left': at(700, 20, 'at-rear'), 'receiver-left': at(540, 100, 'at-middle') },
  },
];
