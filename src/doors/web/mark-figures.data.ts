/** The figures of marks as strokes in a box of 24 by 24; undefined where no few strokes can give one. */
import type { Figure } from '../../domain/reference/symbols.ts';

export const FIGURE_PATHS: Readonly<Record<Figure, string | undefined>> = {
  crown: 'M3 20h18v-4H3zM3 16 2 7l5 4 5-7 5 7 5-4-1 9',
  star: 'M12 2l3 7h7l-5.600 4.400 2.100 7.200L12 16.400l-6.500 4.200 2.100-7.200L2 9h7z',
  hexagram: 'M12 1l9.500 16.500h-19zM12 23 2.500 6.500h19z',
  arrow: 'M12 3v18M6 10l6-7 6 7',
  'broad-arrow': 'M12 2v20M12 2 3 19M12 2l9 17',
  bow: 'M6 2c14 4 14 16 0 20zM2 12h19M21 12l-4-3M21 12l-4 3',
  'crossed-swords': 'M3 3l15 15M21 3 6 18M15 21l6-6M3 15l6 6',
  'crossed-rifles': 'M2 3l15 14 4 5M17 17l-4 4M22 3 7 17l-4 5M7 17l4 4',
  'crossed-sceptres': 'M5 5l16 16M19 5 3 21M2 4a2 2 0 1 0 4 0 2 2 0 1 0-4 0M18 4a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
  'crossed-cannons': 'M2 6l4-4 16 16-4 4zM22 6l-4-4L2 18l4 4z',
  sword: 'M7 17 21 3M4 13l7 7M3 21l4-4',
  cross: 'M12 3v18M5 9h14',
  'double-cross': 'M12 2v20M7 6h10M4 11h16',
  crescent: 'M16 3a9.500 9.500 0 1 0 5 14 8 8 0 1 1-5-14z',
  bomb: 'M6 16a6 6 0 1 0 12 0 6 6 0 1 0-12 0M9 10C6 7 9 5 9 2c2 2 2 3 3 4 0-3 2-4 2-5 2 3 4 5 1 9',
  sun: 'M8 12a4 4 0 1 0 8 0 4 4 0 1 0-8 0M12 1v5M12 18v5M1 12h5M18 12h5M4 4l4 4M16 16l4 4M20 4l-4 4M8 16l-4 4',
  flower:
    'M12 9V2M12 15v7M9 12H2M15 12h7M10 10 5 5M14 14l5 5M14 10l5-5M10 14l-5 5M9 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0',
  balls:
    'M9 5a3 3 0 1 0 6 0 3 3 0 1 0-6 0M4 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0M14 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0M9 19a3 3 0 1 0 6 0 3 3 0 1 0-6 0',
  wheel: 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 3v18M3 12h18M6 6l12 12M18 6 6 18',
  torches:
    'M6 21V11M12 21V9M18 21V11M6 11C3 8 6 6 6 4c2 3 3 5 0 7M12 9c-3-3 0-5 0-7 2 3 3 5 0 7M18 11c-3-3 0-5 0-7 2 3 3 5 0 7',
  hammer: 'M12 22V9M5 3h14v6H5z',
  'hammer-sickle': 'M4 20 15 9M12 6l6 6M7 19A8 8 0 1 0 14 4a10 10 0 0 1 3 3',
  anvil: 'M2 6h20v3c-5 0-7 2-7 5l3 5H6l3-5c0-3-3-5-7-5z',
  leaf: 'M12 22V6M12 2c5 4 8 9 5 15-3 3-7 3-10 0C4 11 7 6 12 2z',
  branches: 'M4 20C12 18 18 10 18 3M20 20C12 18 6 10 6 3M9 16l-5-3M15 16l5-3M8 12 4 8M16 12l4-4',
  palm: 'M12 22V9M12 9C9 4 5 5 3 8M12 9c3-5 7-4 9-1M12 9c-4 0-6 3-6 5M12 9c4 0 6 3 6 5M12 9V3',
  antler: 'M6 22C4 12 8 6 16 2M7 14l8-3M9 9l8-1',
  perron: 'M3 22h18M6 19h12M9 16h6M11 16V6M13 16V6M9 6h6M12 6V2M10 3h4',
  eagle:
    'M12 4c-2 0-2 3 0 4 2-1 2-4 0-4zM12 8v8M12 9C8 5 4 6 1 4c1 6 4 10 9 9M12 9c4-4 8-3 11-5-1 6-4 10-9 9M9 20l3-4 3 4',
  'double-eagle':
    'M9 3C7 3 6 5 8 7l4 2 4-2c2-2 1-4-1-4M12 9v7M12 9C8 6 4 7 1 5c1 6 4 9 9 8M12 9c4-3 8-2 11-4-1 6-4 9-9 8M9 20l3-4 3 4',
  lion: undefined,
  bear: undefined,
  horse: undefined,
  monk: undefined,
  falcon: undefined,
  pyramid: 'M2 20 12 4l10 16z',
  fish: 'M2 8c5-5 12-5 16 0l4-3v6l-4-3c-4 5-11 5-16 0zM22 17c-5-4-12-4-16 0l-4-3v6l4-3c4 4 11 4 16 0z',
};
