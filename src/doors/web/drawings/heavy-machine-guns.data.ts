/** Heavy machine guns on their mounts. The front of the receiver lies at x 0. */
import { at, type Design } from './design.ts';
import { box, left, line, right, steel, tube } from './parts.ts';
import { grooves, holes, pins } from './pieces.ts';

export const HEAVY_MACHINE_GUNS: readonly Design[] = [
  {
    id: 'dshkm',
    models: ['zid/dshkm', 'dio/mgd-12-7', 'norinco/type-54-hmg', 'cugir/dshkm', 'pof/type-54'],
    parts: [
      [box('steel', -1070, -15, 0, 15), steel('-780,-15 -760,-22 -110,-26 -110,26 -760,22 -780,15')],
      grooves(-760, -120, -22, 22, 58),
      [
        steel('-1130,-34/3 -1060,-34/3 -1050,-18 -1050,18 -1060,34/3 -1130,34/3'),
        line('-1098,-34 -1098,34'),
        steel('-1010,-15 -1000,-76/5 -976,-76/5 -966,-15'),
      ],
      [tube('-640,46 0,46', 26), steel('-690,64/6 -636,64 -636,-24 -680,-24')],
      [
        steel('-60,-44/6 360,-40/6 376,-24 376,70 -60,74'),
        steel('-30,-92/10 200,-88/16 240,-42 -30,-44'),
        line('-50,10 370,14'),
        steel('180,-84 190,-130/4 206,-130/4 210,-80'),
      ],
      [
        tube('376,-6/8 440,-30/10 444,70/10 378,60', 16),
        tube('440,-24 440,64', 24),
        steel('40,74 220,74 196,130/6 70,130/6'),
      ],
      [
        tube('110,130 -300,440', 26),
        tube('140,130 420,440', 26),
        tube('126,130 60,440', 22),
        pins(9, [-20, 40], [300, 44]),
      ],
      right(tube('200,30 240,50', 16)),
    ],
    spots: {
      'receiver-left': at(280, 20, 'at-rear'),
      'receiver-right': at(280, 20, 'at-rear'),
      'receiver-top': at(80, -90, 'at-front'),
      'barrel-left': at(-60, 0, 'on-chamber'),
    },
  },
  {
    id: 'm2hb',
    models: ['browning/m2hb', 'fn-herstal/m2hb'],
    parts: [
      [
        steel('-1000,-17 -960,-18 -200,-24 -60,-26 -60,26 -200,24 -960,18 -1000,17'),
        box('steel', -1012, -20, -984, 20, 4),
      ],
      [steel('-230,-34/4 0,-38 0,38 -230,34/4'), holes(-200, -30, -16, 8, 5), holes(-200, -30, 16, 8, 5)],
      tube('-300,-22 -310,-70/10 -200,-74/8', 14),
      [
        box('steel', 0, -58, 560, 92, 4),
        line('4,-24 556,-24'),
        steel('20,-76/6 330,-76/10 350,-58 20,-58'),
        steel('190,-76 196,-110/4 250,-110/4 256,-76'),
      ],
      [
        tube('560,-30/8 640,-44/10 640,76/10 560,66', 14),
        tube('634,-36 634,68', 26),
        steel('556,0 596,4/6 596,40/6 556,44'),
      ],
      [left(box('steel', 90, -46, 190, -28, 3)), right(tube('150,10 330,10', 12), tube('330,10 336,44', 22))],
      [
        steel('140,92 260,92 236,140/6 164,140/6'),
        tube('190,140 -220,430', 24),
        tube('210,140 620,430', 24),
        tube('520,92 520,356', 14),
        pins(8, [40, 60], [520, 70]),
      ],
    ],
    spots: {
      'receiver-left': at(430, 30, 'at-rear'),
      'receiver-right': at(430, 50, 'at-rear'),
      'receiver-top': at(120, -76, 'at-front'),
    },
  },
];
