/** What has no model of its own: parts, craft-made arms, blank-firing pistols, and an arm of which nothing is known. */
import { at, type Design } from './design.ts';
import { box, dark, hole, left, line, right, ring, steel, tube, wood } from './parts.ts';
import { grooves, hammer, pins, trigger, triggerGuard } from './pieces.ts';

export const OTHER_ARMS: readonly Design[] = [
  {
    id: 'blank-pistol',
    models: ['zoraki/914', 'zoraki/2914'],
    parts: [
      hammer(156, -8, 11),
      steel(
        '4,10 152,10 162,16/4 150,24/6 146,38/8 158,100/3 116,104/3 104,58/14 100,46/6 92,56/4 66,56/4 58,50/4 56,26 4,24/4',
      ),
      [
        hole('64,30/4 100,28/5 96,42/8 88,50/4 68,50/4'),
        trigger(86, 27, 19),
        steel('112,104 160,100 162,107/2 112,111/2'),
      ],
      [
        steel('0,-13/3 152,-13/4 156,-6 156,10 0,10/2'),
        line('4,4 152,4'),
        steel('-10,-6/2 2,-6 2,6 -10,6/2'),
        line('-4,-6 -4,6'),
        steel('6,-13 8,-18/2 16,-18 20,-13'),
        steel('138,-13 140,-18/2 150,-18 152,-13'),
      ],
      [
        dark('108,34/5 142,30/5 140,44/10 152,92/6 120,98/6 110,60/14'),
        grooves(116, 142, 56, 84, 6, -4),
        grooves(126, 150, -9, 0, 8),
        steel('30,-13 36,-16 70,-16 76,-13'),
      ],
      left(steel('120,-8/3 142,-9/3 142,-3/3 124,-3/3'), steel('70,12/2 98,11/2 98,16/2 72,17/2')),
      right(steel('60,-13 92,-13 92,0/2 60,0/2'), steel('116,-8/3 142,-9/3 142,-3/3 120,-3/3')),
    ],
    spots: {
      'slide-left': at(50, -3, 'at-middle'),
      'slide-right': at(40, -3, 'at-front'),
      'frame-left': at(74, 18, 'above-trigger'),
      'frame-right': at(74, 18, 'above-trigger'),
      'barrel-left': at(-6, 0, 'at-muzzle'),
      'frame-bottom': at(30, 25, 'before-guard'),
    },
  },
  {
    id: 'craft-made',
    models: ['artisan/country-made-pistol', 'artisan/pipe-gun', 'artisan/tumbera'],
    parts: [
      [
        box('steel', 0, -12, 210, 10, 2),
        box('steel', 60, -16, 74, 14, 2),
        box('steel', 150, -16, 164, 14, 2),
      ],
      [
        wood(
          '40,10 220,8 250,20/12 262,60/20 300,150/14 284,164/10 254,160/10 230,90/24 200,56/12 60,34/10 42,24',
        ),
      ],
      [tube('176,48 180,76/10 214,78/10 226,62', 5), tube('196,50 196,64', 5)],
      [
        steel('206,-16/3 252,-14/4 256,20/4 206,16'),
        steel('236,-14 244,-34/4 268,-38/4 268,-30/3 254,-24/4 252,-10'),
        tube('210,0 232,0', 5),
        pins(3, [220, 8], [244, 8]),
      ],
    ],
    spots: {
      'receiver-left': at(230, 2, 'at-rear'),
      'barrel-left': at(110, -2, 'at-middle'),
      'frame-left': at(230, 10, 'at-rear'),
      'grip-left': at(262, 120, 'handle'),
    },
  },
  {
    id: 'bare-frame',
    models: [],
    parts: [
      [
        steel('0,-4/2 220,-4 226,4/4 220,36 96,36 92,24 20,24 14,30 0,28'),
        line('8,8 216,8'),
        box('hole', 18, 24, 90, 36),
      ],
      [
        triggerGuard(98, 166, 36, 62, 4),
        dark('160,34 196,34/4 214,86/16 222,118/6 216,128/5 194,130/6 186,112/12 174,70/12'),
      ],
      [pins(3, [14, 4], [14, 18], [118, 22], [150, 22], [206, 6], [212, 22]), left(tube('150,12 184,12', 5))],
    ],
    spots: {
      'frame-left': at(60, 16, 'at-front'),
      'receiver-left': at(60, 16, 'at-front'),
      'frame-right': at(60, 16, 'at-front'),
      'lower-receiver-left': at(60, 16, 'at-front'),
    },
  },
  {
    id: 'loose-barrel',
    models: [],
    parts: [
      [
        steel('0,-6/2 330,-8 380,-12 430,-12/2 430,12/2 380,12 330,8 0,6/2'),
        [386, 398, 410, 422].map((x) => line(`${x},-12 ${x},12`)),
        steel('24,-6 28,-26/3 40,-26/3 46,-6'),
      ],
      [
        box('steel', 180, 60, 330, 84, 8),
        steel('310,56/4 352,56/6 360,70/6 352,88/6 310,88'),
        tube('300,84 310,118', 8),
        ring('steel', 312, 124, 9),
        line('200,66 290,66'),
      ],
    ],
    spots: {
      'barrel-left': at(350, 0, 'on-chamber'),
      'bolt-left': at(240, 72, 'at-middle'),
      'bolt-top': at(240, 60, 'at-middle'),
    },
  },
  {
    id: 'unknown-arm',
    models: [],
    parts: [
      [
        steel(
          '0,-7/2 300,-8 308,-18/6 520,-18/10 536,-6 560,0/20 620,12/30 780,20/6 786,130/6 764,136/6 640,86/40 590,74/12 570,66/8 566,130/10 540,134/8 524,80/10 480,60/6 430,58 420,120/6 380,120/6 376,44 300,40/10 150,30/8 140,8 0,8/2',
        ),
      ],
      [tube('474,60 478,86/10 518,88/10 526,76', 5), steel('16,-7 20,-30/3 34,-30/3 40,-7')],
    ],
    spots: {
      'receiver-left': at(350, 10, 'above-magazine'),
      'receiver-right': at(350, 10, 'above-magazine'),
      'barrel-left': at(280, 0, 'on-chamber'),
      'frame-left': at(450, 30, 'above-trigger'),
      'frame-right': at(450, 30, 'above-trigger'),
      'stock-left': at(680, 50, 'at-rear'),
    },
  },
];
