/** Assault rifles of later make, most with the magazine behind the trigger. The muzzle lies to the left, the front of the receiver near x 0. */
import { at, type Design } from './design.ts';
import { box, dark, hole, left, line, right, steel, tube, wood } from './parts.ts';
import { grooves, holes, magazine, pins, triggerGuard } from './pieces.ts';

export const LATER_RIFLES: readonly Design[] = [
  {
    id: 'famas',
    models: ['giat/famas-f1', 'giat/famas-g2'],
    parts: [
      [
        box('steel', -240, -8, 0, 8),
        box('steel', -286, -12, -226, 12, 3),
        grooves(-278, -240, -5, 5, 4),
        line('-200,-8 -200,8'),
      ],
      magazine({ x: 268, y: 50, width: 62, length: 118, lean: 3, bend: 4, ribs: 1 }),
      dark(
        '-150,-30/6 -60,-36 60,-38 400,-38/8 470,-24/10 476,92/8 452,98/8 360,60/14 230,56 210,54/10 190,66/10 186,136/8 158,142/8 140,80/10 120,58/8 60,52 -40,46/12 -130,34/8 -150,14',
      ),
      dark('-110,-34 -96,-84/6 -60,-98/6 220,-98/6 262,-84/6 280,-38 256,-38/6 244,-74/8 -52,-74/8 -66,-36'),
      [
        hole('96,58/6 152,56/6 156,90/8 120,92/8'),
        tube('96,56 100,96/10 150,100/8', 5),
        tube('136,54 140,66/6 132,80', 5),
      ],
      [
        line('-140,-8 350,-8'),
        line('350,-36 350,58'),
        right(box('hole', 250, -24, 310, -6, 3)),
        tube('-140,30 180,44', 6),
        steel('464,-26/4 480,-22/4 486,92/4 470,96/4'),
      ],
    ],
    spots: {
      'receiver-left': at(120, 14, 'above-trigger'),
      'receiver-right': at(120, 14, 'above-trigger'),
      'barrel-left': at(-180, 0, 'at-middle'),
    },
  },
  {
    id: 'l85a1',
    models: ['rsaf-enfield/l85a1', 'rsaf-enfield/l85a2'],
    parts: [
      [
        box('steel', -300, -8, 0, 8),
        steel('-340,-11/3 -290,-11 -290,11 -340,11/3'),
        grooves(-332, -306, -4, 4, 3),
        steel('-220,-34/4 -176,-34 -176,12 -220,12'),
      ],
      [
        dark('-172,-34/5 -6,-34 -4,44/6 -120,46/12 -172,26/8'),
        [-150, -110, -70].map((x) => box('hole', x, -22, x + 26, -12, 4)),
      ],
      magazine({ x: 180, y: 44, width: 62, length: 130, lean: 8, bend: 14, ribs: 2 }),
      [triggerGuard(8, 70, 44, 78), dark('60,40 100,40/4 118,122/6 108,132/6 82,132/6 74,100/10')],
      steel('-6,-36/4 400,-36/8 430,-26 436,60/6 250,56 216,60 140,62 130,46 0,46'),
      [
        line('-2,-6 428,-6'),
        dark('418,-34/6 442,-28/5 450,106/6 430,110/6 400,62'),
        dark('260,-40/6 380,-38/6 380,-6/8 280,-6/10'),
      ],
      [
        steel('30,-36 40,-56 160,-56 168,-36'),
        steel('20,-92/6 60,-96 190,-92/6 196,-60/6 60,-56 20,-62/6'),
        pins(4, [20, 30], [120, 30], [400, 30]),
      ],
      right(box('hole', 190, -26, 250, -8, 3), tube('180,-16 168,-26', 8)),
    ],
    spots: {
      'receiver-left': at(160, 24, 'above-magazine'),
      'receiver-right': at(160, 24, 'above-magazine'),
      'barrel-left': at(-250, 0, 'at-middle'),
    },
  },
  {
    id: 'tar-21',
    models: ['iwi/tavor-tar-21', 'iwi/tavor-sar'],
    parts: [
      [
        box('steel', -210, -8, 0, 8),
        steel('-256,-11/3 -204,-11 -204,11 -256,11/3'),
        grooves(-248, -220, -4, 4, 3),
      ],
      magazine({ x: 226, y: 56, width: 62, length: 124, lean: 8, bend: 14, ribs: 2 }),
      dark(
        '-150,-22/8 -40,-44/14 240,-52/10 420,-44/16 462,-20/10 468,100/8 444,106/8 300,66/14 180,62/6 160,70/10 132,124/10 70,130/12 -6,120/14 -26,90/12 -40,52/14 -130,40/12 -152,10/8',
      ),
      [
        hole('6,50/14 60,42/8 90,52/10 86,92/10 64,112/10 22,106/12 8,80/12'),
        tube('62,44 66,62/10 58,78', 6),
      ],
      [
        line('-130,0 120,-8/10 200,20/10 460,16'),
        steel('20,-48 30,-70/4 130,-72/4 140,-50'),
        grooves(-120, -60, 4, 30, 5),
        line('456,-22 462,102'),
      ],
      right(box('hole', 220, -36, 280, -18, 4)),
      left(tube('-60,-26 -40,-30', 8)),
    ],
    spots: {
      'receiver-left': at(180, -20, 'at-middle'),
      'receiver-right': at(160, -20, 'at-middle'),
      'barrel-left': at(-180, 0, 'at-middle'),
    },
  },
  {
    id: 'insas',
    models: ['indian-ordnance/insas'],
    parts: [
      [
        box('steel', -420, -8, 0, 8),
        steel('-462,-11/3 -412,-11 -412,11 -462,11/3'),
        grooves(-454, -428, -4, 4, 3),
        tube('-300,-24 -240,-24', 12),
      ],
      [
        steel('-306,-34/4 -262,-34 -262,12 -306,12'),
        steel('-396,10 -390,-14 -382,-56/4 -362,-56/4 -358,-14 -350,10'),
      ],
      [
        wood('-258,-36/8 -8,-38/4 -4,30/6 -120,36/14 -240,28/10 -258,12'),
        holes(-230, -50, -24, 4, 7),
        line('-240,4 -20,4'),
      ],
      magazine({ x: 50, y: 32, width: 62, length: 118, lean: 4, bend: 16, ribs: 2 }),
      [triggerGuard(96, 160, 38, 64, 4), wood('156,34 194,34/4 216,116/6 206,128/6 178,130/6 166,84/10')],
      [
        wood('248,-8 280,-10 470,6/3 478,118/5 456,122/6 320,62/50 286,42/20 248,38'),
        dark('466,5/3 476,6 484,119/4 474,122/4'),
      ],
      [
        steel('0,-10 250,-8 254,4 250,37 12,37 10,28 0,26'),
        steel('0,-36/4 210,-34/14 240,-14 246,-6 0,-6'),
        tube('30,-34 36,-64/8 120,-66/6', 9),
        steel('190,-34 196,-52/4 216,-50/4 220,-30'),
      ],
      [
        pins(3, [20, 8], [20, 24], [230, 14]),
        right(tube('70,-16 66,-34', 8), box('hole', 40, -28, 104, -10, 3)),
        left(tube('-60,-30 -66,-44', 8)),
      ],
    ],
    spots: {
      'receiver-left': at(30, 14, 'above-magazine'),
      'receiver-right': at(30, 14, 'above-magazine'),
      'barrel-left': at(-340, 0, 'at-middle'),
    },
  },
];
