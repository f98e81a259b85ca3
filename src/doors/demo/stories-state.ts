/** Stories of what the State itself holds: units that are gone, returns that do not agree, ghosts, a patrol that was overrun. */
import { armOfStory, forEach, kept, records, registers, type Story } from './story.ts';

const ofArmy = (party: string) => ({ to: { owner: 'army', ...kept(party) } });

/** How many rifles the two monthly returns list, and of which depot. */
export const RETURN_RIFLES = 24;
export const RETURN_MISSING = 7;
export const RETURN_DEPOT = 'army depot 1';

const UNITS: readonly Story[] = [
  {
    name: 'unit-disbanded',
    says: 'Three rifles stand with a rural militia that was disbanded in 2012; nobody took them over.',
    steps: forEach(3, (arm, n) => [
      registers(
        '2010-02-08',
        arm,
        armOfStory('dorlane', 0, n, { to: { owner: 'state', ...kept('disbanded') } }),
      ),
      records('2012-06-01', arm, 'sighted', { by: 'disbanded' }),
    ]),
  },
  {
    name: 'unit-renamed',
    says: 'Two rifles of a battalion that has another name since 2014: found under both names.',
    steps: forEach(2, (arm, n) => [
      registers('2011-05-03', arm, armOfStory('orevall', 0, 10 + n, ofArmy('renamed'))),
      records('2015-01-20', arm, 'sighted', { by: 'renamed' }),
    ]),
  },
  {
    name: 'unit-merged',
    says: 'A squadron was merged into a company in 2017; one of its carbines was never handed over on paper.',
    steps: [
      registers(
        '2013-04-11',
        'arm',
        armOfStory('dorlane', 1, 20, { to: { owner: 'gendarmerie', ...kept('merged') } }),
      ),
      records('2019-10-02', 'arm', 'sighted', { by: 'gendarmerie unit 0' }),
    ],
  },
];

const STOCK: readonly Story[] = [
  {
    name: 'returns-differ',
    says: 'Two monthly returns of one depot differ by seven rifles: the workbooks are made beside this list.',
    steps: forEach(RETURN_RIFLES, (arm, n) => [
      registers('2024-09-02', arm, armOfStory('orevall', 0, 100 + n, ofArmy(RETURN_DEPOT))),
    ]),
  },
  {
    name: 'makers-share-serials',
    says: 'Two makers, one the licensee of the other, put the same serial on two rifles.',
    steps: [
      registers('2012-03-05', 'original', armOfStory('orevall', 0, 200, ofArmy('army depot 0'))),
      registers('2016-11-21', 'licensed', armOfStory('sundalle', 0, 200, ofArmy('army depot 2'))),
    ],
  },
  {
    name: 'unnumbered-pistols',
    says: 'A prison declares forty pistols of which nobody knows the numbers.',
    steps: [
      {
        on: '2023-02-14',
        holding: {
          class: 'pistol',
          maker: 'Belmor-Hask',
          model: 'BH 7',
          calibre: '7,65',
          quantity: 40,
          keeper: 'prisons depot 0',
          lastOn: '2023-02-14',
        },
      },
    ],
  },
  {
    name: 'never-seen',
    says: 'A rifle was registered in 2007 and nobody has recorded seeing it since, like fifteen in a hundred.',
    steps: [registers('2007-01-15', 'arm', armOfStory('dorlane', 0, 210, ofArmy('army depot 3')))],
  },
  {
    name: 'hand-over-overdue',
    says: 'A depot posted a machine-gun to a battalion; the day by which it had to be confirmed has passed.',
    steps: [
      registers('2020-08-17', 'arm', armOfStory('orevall', 2, 220, ofArmy('army depot 0'))),
      records('2026-05-20', 'arm', 'hand-over-posted', {
        from: { keeper: 'army depot 0' },
        to: kept('army unit 3'),
        due: '2026-06-03',
      }),
    ],
  },
];

/** The storekeeper signs for both sides; an inspection was announced for 15 June 2021. */
const GHOSTS: Story = {
  name: 'depot-of-ghosts',
  says: 'One person gives and receives, entries are dated back before the inspection, and two pistols recorded destroyed are seized two years later.',
  steps: forEach(6, (arm, n) => {
    const stock = { owner: 'gendarmerie', unit: 'gendarmerie depot 3', keeper: 'person 7' };
    const steps = [registers('2015-10-05', arm, armOfStory('tannegg', 1, 300 + n, { to: stock }))];
    steps.push(
      records('2021-06-20', arm, 'issued', {
        happened: `2021-03-${String(10 + n)}`,
        from: { keeper: 'person 7' },
        to: { keeper: 'person 7', bearer: 'person 7' },
      }),
    );
    if (n >= 2) return steps;
    const basis = { kind: 'destruction report', number: `GN-2021-${40 + n}` };
    steps.push(records('2021-06-21', arm, 'destroyed', { happened: '2021-05-28', basis }));
    steps.push(
      records(`2023-0${4 + n}-12`, arm, 'seized', {
        to: kept('police unit 4'),
        basis: { kind: 'case', number: `RP 2${n}1/2023` },
        place: 'Port-Esterre',
      }),
    );
    return steps;
  }),
};

const OVERRUN_ARMS = 41;
const CAPTURED = 11;

/** Thirty were lost, eleven seen carried away; three came up in the neighbouring State. */
const OVERRUN: Story = {
  name: 'patrol-overrun',
  says: 'A patrol was overrun in 2019 with forty-one arms; three of them were recovered next door in 2022.',
  steps: forEach(OVERRUN_ARMS, (arm, n) => {
    const issued = { owner: 'army', ...kept('army unit 5') };
    const steps = [
      registers(
        '2018-01-09',
        arm,
        armOfStory(n % 5 === 0 ? 'dorlane' : 'orevall', 0, 400 + n, { to: issued }),
      ),
      records('2019-11-06', arm, n < CAPTURED ? 'captured-in-combat' : 'lost-in-combat', {
        happened: '2019-11-02',
        by: 'army unit 5',
        place: 'Piste de Zemour',
      }),
    ];
    if (n < 3)
      steps.push(
        records('2022-02-18', arm, 'recovered-in-operations', {
          happened: `2022-01-${11 + n}`,
          to: { keeper: 'XB' },
          place: 'XB, vallée de Haut-Orrin',
        }),
      );
    return steps;
  }),
};

export const STATE_STORIES: readonly Story[] = [...UNITS, ...STOCK, GHOSTS, OVERRUN];
