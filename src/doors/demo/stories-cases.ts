/** Stories of cases, holders and makers: courts, families, workshops, borders. */
import { armOfStory, forEach, kept, owned, records, registers, type Story, storySerial } from './story.ts';

const caseOf = (number: string, authority = 'Parquet de Calvero') => ({ kind: 'case', number, authority });

const COURTS: readonly Story[] = [
  {
    name: 'under-appeal',
    says: 'A court confiscated a shotgun; its owner has appealed, so nothing final may be done with it.',
    steps: [
      registers('2024-01-10', 'arm', armOfStory('kestrane', 1, 500, { to: owned('person 21') })),
      records('2024-03-02', 'arm', 'seized', { to: kept('police unit 1'), basis: caseOf('RP 118/2024') }),
      records('2024-03-20', 'arm', 'held-as-evidence', { to: kept('court 1'), basis: caseOf('RP 118/2024') }),
      records('2025-02-06', 'arm', 'forfeited', {
        to: { owner: 'state' },
        basis: { kind: 'judgment', number: 'J 41/2025', authority: 'Tribunal de Esterre' },
      }),
      records('2025-02-14', 'arm', 'appealed', {
        basis: { kind: 'appeal', number: 'A 9/2025', authority: 'Cour d’appel' },
      }),
    ],
  },
  {
    name: 'restitution',
    says: 'A hunting rifle was seized from a man who was acquitted; the court gave it back to him.',
    steps: [
      { on: '2018-05-02', right: 'restitution', set: possession('person 22', '2018-05-02') },
      registers('2018-05-03', 'arm', armOfStory('kestrane', 2, 510, { to: owned('person 22') })),
      records('2021-07-19', 'arm', 'seized', { to: kept('gendarmerie unit 2'), basis: caseOf('RP 77/2021') }),
      records('2021-08-01', 'arm', 'held-as-evidence', { to: kept('court 2'), basis: caseOf('RP 77/2021') }),
      records('2022-03-30', 'arm', 'restored-to-owner', {
        to: owned('person 22'),
        basis: { kind: 'judgment', number: 'J 12/2022', authority: 'Tribunal de Ibarel' },
      }),
    ],
  },
  {
    name: 'finding',
    says: 'A court found that a seized carbine has been illicit since it left the dealer in 2016.',
    steps: [
      registers('2015-09-09', 'arm', armOfStory('dorlane', 1, 520, { to: owned('dealer 3') })),
      records('2023-10-04', 'arm', 'seized', { to: kept('customs unit 1'), basis: caseOf('RP 301/2023') }),
      records('2024-06-11', 'arm', 'finding', {
        basis: { kind: 'finding', number: 'J 88/2024', authority: 'Tribunal de Calvero' },
        why: 'Illicit since 2016-04.',
      }),
    ],
  },
  {
    name: 'restored-by-etching',
    says: 'The serial of a seized pistol had been filed off; the laboratory brought it back by etching.',
    steps: [
      registers('2022-09-15', 'arm', armOfStory('tannegg', 1, undefined)),
      records('2022-09-15', 'arm', 'seized', { to: kept('police unit 6'), basis: caseOf('RP 512/2022') }),
      records('2022-10-03', 'arm', 'sent-to-laboratory', { to: { keeper: 'laboratory' } }),
      records('2022-10-21', 'arm', 'mark-read', {
        by: 'laboratory',
        marks: [
          {
            kind: 'serial',
            part: 'frame',
            text: storySerial('tannegg', 530),
            condition: 'restored',
            method: 'stamped',
            note: 'Restored by etching.',
          },
        ],
      }),
    ],
  },
];

function possession(holder: string, from: string) {
  return {
    holder,
    kind: 'possession' as const,
    number: `XA/PO/S-${holder.slice(7)}`,
    authority: 'Préfecture de Calvero',
    from,
  };
}

const HOLDERS: readonly Story[] = [
  {
    name: 'widow',
    says: 'A widow inherited her husband’s revolver and handed it in.',
    steps: [
      registers('2009-03-12', 'arm', armOfStory('belmor', 0, 600, { to: owned('person 31') })),
      records('2020-02-03', 'arm', 'inherited', { happened: '2019-12', to: owned('person 32') }),
      records('2020-02-20', 'arm', 'surrendered', { to: kept('gendarmerie unit 4') }),
    ],
  },
  {
    name: 'revoked-licence',
    says: 'A holder’s right was revoked in 2025; the pistol held under it has not been handed in.',
    steps: [
      { on: '2017-06-01', right: 'revoked', set: possession('person 33', '2017-06-01') },
      registers('2017-06-08', 'arm', armOfStory('tannegg', 1, 610)),
      records('2017-06-08', 'arm', 'held-under-right', { happened: '2017-06-07', to: owned('person 33') }),
      { on: '2025-04-01', right: 'revoked', set: { state: 'revoked', since: '2025-04-01' } },
    ],
  },
  {
    name: 'exact-import-marks',
    says: 'A dealer imports a shotgun with marks exactly as the export document names them.',
    steps: [
      registers('2023-05-22', 'arm', {
        ...armOfStory('kestrane', 0, 620, { to: owned('dealer 1') }),
        marks: [
          { kind: 'serial', part: 'receiver', text: storySerial('kestrane', 620), method: 'laser' },
          { kind: 'maker', part: 'receiver', text: 'KESTRANE SPORTING', method: 'laser' },
          { kind: 'country', part: 'receiver', text: 'XC', method: 'laser' },
          { kind: 'proof', part: 'barrel', text: 'XC-P 23', method: 'stamped' },
        ],
      }),
      records('2023-05-22', 'arm', 'imported', {
        to: owned('dealer 1'),
        marks: [{ kind: 'import', part: 'receiver', text: 'XA 23', method: 'laser' }],
        basis: { kind: 'import licence', number: 'XA/IM/2023/44', authority: 'Ministère de l’Intérieur' },
      }),
    ],
  },
];

const MAKING: readonly Story[] = [
  {
    name: 'craft-shotgun',
    says: 'A village gunsmith made a shotgun; it got its number at once, was marked by him and verified by a second person.',
    steps: [
      registers('2021-01-18', 'arm', {
        description: { class: 'shotgun', calibre: '12', country: 'XA', production: 'craft' },
        marks: [{ kind: 'serial', part: 'arm', text: '', condition: 'absent' }],
        to: owned('smith 0'),
      }),
      records('2021-01-19', 'arm', 'number-marked', { by: 'smith 0' }),
      records('2021-01-25', 'arm', 'number-verified', { by: 'rangers unit 0' }),
    ],
  },
  {
    name: 'converted-blank-firer',
    says: 'Customs found a blank-firing pistol that had been drilled out to fire live rounds.',
    steps: [
      registers('2022-11-30', 'arm', {
        description: {
          class: 'pistol',
          maker: 'Belmor-Hask',
          model: 'BH Signal',
          calibre: '9 mm P.A.K.',
          production: 'converted',
          baseObject: 'blank-firer',
        },
        marks: [{ kind: 'serial', part: 'frame', text: storySerial('belmor', 700), condition: 'legible' }],
      }),
      records('2022-11-30', 'arm', 'seized', {
        to: kept('customs unit 0'),
        basis: caseOf('D 19/2022', 'Douanes'),
      }),
      records('2022-12-12', 'arm', 'converted', { happened: '2022', by: 'laboratory' }),
    ],
  },
  {
    name: 'parcel-of-slides',
    says: 'A parcel from abroad held six pistol slides and no frame.',
    steps: forEach(6, (arm, n) => [
      registers('2025-01-27', arm, {
        description: {
          class: 'other-part',
          maker: 'Tannegg Arms',
          model: 'T17',
          calibre: '9x19',
          country: 'XC',
        },
        marks: [{ kind: 'serial', part: 'slide', text: storySerial('tannegg', 710 + n) }],
      }),
      records('2025-01-27', arm, 'seized', {
        to: kept('customs unit 2'),
        basis: caseOf('D 3/2025', 'Douanes'),
      }),
    ]),
  },
  {
    name: 'suspected-lot',
    says: 'Seven pistols with numbers close together were seized in seven cases: they may come from one consignment.',
    steps: [
      {
        on: '2020-03-02',
        lot: {
          maker: 'maker tannegg',
          class: 'pistol',
          model: 'T17',
          calibre: '9x19',
          prefix: 'ZQ',
          first: 900_008_000,
          last: 900_008_999,
          digits: 9,
          quantity: 100,
          year: 2020,
        },
      },
      ...forEach(7, (arm, n) => [
        registers(`2023-0${n + 2}-14`, arm, armOfStory('tannegg', 1, 800 + n * 3)),
        records(`2023-0${n + 2}-14`, arm, 'seized', {
          to: kept(`police unit ${n}`),
          basis: caseOf(`RP ${430 + n * 61}/2023`),
        }),
      ]),
    ],
  },
];

export const CASE_STORIES: readonly Story[] = [...COURTS, ...HOLDERS, ...MAKING];
