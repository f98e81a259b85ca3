/**
 * The consignment of the network of three invented States: pistols made in XA, exported under one licence to XB, where one was
 * sold, held and stolen; and four that came to light in XC, one of them with a damaged number. Each State knows its part of it.
 *
 * @clause ITI 5
 */
import { SEIZED_STORY, STOLEN_STORY } from './network-lists.ts';
import type { DemoCountry } from './state.ts';
import {
  armOfStory,
  forEach,
  kept,
  owned,
  records,
  registers,
  type Step,
  type Story,
  storySerial,
} from './story.ts';

/** Which of the consignment was stolen in XB and came to light in XC with a damaged number. */
export const DIVERTED = 7;
const CONSIGNMENT = 12;
const NUMBERS_FROM = 7_700;
const MAKER = 'belmor';
const MODEL = 1;
const LICENCE = { kind: 'licence', number: 'XA/EX/2019-0417', authority: 'Ministère du Commerce' };
const COMPLAINT = { kind: 'complaint', number: 'PV 2024/1187', authority: 'Police nationale' };

const serialOf = (place: number): string => storySerial(MAKER, NUMBERS_FROM + place);
const armOf = (place: number): string => `arm ${place}`;

/** The number of the diverted pistol as it can still be read: two of its places are gone. */
export function damagedReading(): string {
  const serial = serialOf(DIVERTED);
  return `${serial.slice(0, -3)}?${serial.slice(-2, -1)}?`;
}

function pistol(place: number, more: Parameters<typeof armOfStory>[3]) {
  return armOfStory(MAKER, MODEL, NUMBERS_FROM + place, more);
}

const MADE: readonly Step[] = forEach(CONSIGNMENT, (arm, place) => [
  registers('2019-02-04', arm, pistol(place, { to: owned(`maker ${MAKER}`) })),
  records('2019-02-04', arm, 'manufactured', { to: owned(`maker ${MAKER}`) }),
  records('2019-06-17', arm, 'exported', { to: { owner: 'XB' }, basis: LICENCE }),
]);

const IMPORTED: readonly Step[] = [
  ...forEach(CONSIGNMENT, (arm, place) => [
    registers('2019-07-02', arm, pistol(place, {})),
    records('2019-07-02', arm, 'imported', {
      from: { owner: 'XA' },
      to: { owner: 'dealer 0', keeper: 'dealer 0' },
      basis: LICENCE,
    }),
  ]),
  records('2021-03-09', armOf(DIVERTED), 'sold', {
    from: { owner: 'dealer 0' },
    to: owned('person 3'),
    basis: { kind: 'permit', number: 'XB/PO/2021-0093', authority: 'Préfecture' },
  }),
  records('2024-11-03', armOf(DIVERTED), 'stolen', {
    from: { keeper: 'person 3' },
    place: 'Vennor',
    basis: COMPLAINT,
  }),
];

const RECOVERED: readonly Step[] = [DIVERTED, 2, 4, 9].flatMap((place, at): readonly Step[] => [
  registers(`2026-10-${String(12 + at)}`, armOf(place), {
    ...pistol(place, {}),
    ...(place === DIVERTED
      ? { marks: [{ kind: 'serial', part: 'frame', text: damagedReading(), condition: 'partly-legible' }] }
      : {}),
  }),
  records(`2026-10-${String(12 + at)}`, armOf(place), 'seized', {
    to: kept(`police unit ${at}`),
    place: `Route de Kerem, PK ${40 + at}`,
    basis: { kind: 'case', number: `RP ${810 + at}/2026`, authority: 'Parquet de Calvero' },
    why: 'Contrôle routier : arme sous le siège du passager.',
  }),
]);

/** What each State has to tell. */
export const NETWORK_STORIES: Readonly<Record<DemoCountry, readonly Story[]>> = {
  XA: [
    {
      name: 'consignment',
      says: 'Twelve pistols were made here and exported to XB under one licence.',
      steps: MADE,
    },
  ],
  XB: [
    {
      name: 'consignment',
      says: 'Twelve pistols came from XA; one of them was sold, held under a permit, and stolen.',
      steps: IMPORTED,
    },
    STOLEN_STORY,
  ],
  XC: [
    {
      name: 'recoveries',
      says: 'Four pistols came to light on one road; the number of one is damaged.',
      steps: RECOVERED,
    },
    SEIZED_STORY,
  ],
};
