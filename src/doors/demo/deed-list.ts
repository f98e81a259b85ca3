/** The deeds of the demonstration's people, in their order: who does what, for which purpose, and what is looked at before. */
import { armOfStory, storySerial } from './story.ts';

export type Look = {
  readonly by: string;
  readonly purpose: string;
  readonly act: string;
  readonly input: object;
  /** A try beyond the role, which leaves its line too. */
  readonly isRefused?: true;
};

export type Deed = {
  readonly name: string;
  readonly by: string;
  readonly purpose: string;
  readonly looks?: readonly Look[];
  /** Logins of those whom the deed is about. */
  readonly about?: readonly string[];
} & (
  | { readonly act: string; readonly input: object }
  | { readonly photograph: { readonly story: string; readonly arm: string; readonly title: string } }
);

/** How a deed names what has an id. */
export type Deeds = {
  party(key: string): string;
  arm(story: string, arm: string): string;
  own(word: string): string;
  account(login: string): string;
  /** The day so many days from the load. */
  day(days: number): string;
};

/** Everything that is done, in order. */
export function listDeeds(deeds: Deeds): readonly Deed[] {
  return [...listOnTheWay(deeds), ...listPhotographs(deeds), ...listOverseen(deeds)];
}

type Way = {
  readonly word: string;
  readonly owner: string;
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly number: number;
  readonly dueDays: number;
  readonly purpose: string;
};

const WAYS: readonly Way[] = [
  {
    word: 'police to army',
    owner: 'army',
    from: 'police depot 0',
    to: 'army depot 2',
    by: 'd.haddad',
    number: 950,
    dueDays: 6,
    purpose: 'RP 640/2026, returned to its owner',
  },
  {
    word: 'customs to court',
    owner: 'state',
    from: 'customs depot 0',
    to: 'court 0',
    by: 'g.petrov',
    number: 951,
    dueDays: 3,
    purpose: 'D 27/2026',
  },
  {
    word: 'army to gendarmerie',
    owner: 'gendarmerie',
    from: 'army depot 1',
    to: 'gendarmerie depot 0',
    by: 'b.tamsir',
    number: 952,
    dueDays: 12,
    purpose: 'Transfert 14/2026',
  },
];

/** Arms that are registered by the clerk and posted by the keeper; each waits for the agency that receives it. */
function listOnTheWay({ party, own, day }: Deeds): readonly Deed[] {
  return WAYS.flatMap(({ word, owner, from, to, by, number, dueDays, purpose }): readonly Deed[] => [
    {
      name: `registered ${word}`,
      by: 'a.sorel',
      purpose: 'New entries of the day',
      act: 'register-arm',
      input: {
        arm: own(word),
        happened: day(-2),
        ...armOfStory('orevall', 0, number),
        to: { owner: party(owner), unit: party(from), keeper: party(from) },
      },
    },
    {
      name: `posted ${word}`,
      by,
      purpose,
      looks: [
        { by, purpose, act: 'find-arms', input: { serial: storySerial('orevall', number) } },
        { by, purpose, act: 'view-arm', input: { arm: own(word) } },
      ],
      act: 'record-event',
      input: {
        arm: own(word),
        type: 'hand-over-posted',
        happened: day(-1),
        from: { keeper: party(from) },
        to: { unit: party(to), keeper: party(to) },
        due: day(dueDays),
      },
    },
  ]);
}

const PHOTOGRAPHS = [
  ['under-appeal', 'arm', 'd.haddad', 'RP 118/2024', 'Left side of the receiver'],
  ['restored-by-etching', 'arm', 'd.haddad', 'RP 512/2022', 'Serial after etching'],
  ['converted-blank-firer', 'arm', 'g.petrov', 'D 19/2022', 'As it was found'],
  ['makers-share-serials', 'original', 'a.sorel', 'Serials that meet', 'The rifle of the licensor'],
  ['makers-share-serials', 'licensed', 'a.sorel', 'Serials that meet', 'The rifle of the licensee'],
] as const;

function listPhotographs({ arm: idOf }: Deeds): readonly Deed[] {
  return PHOTOGRAPHS.map(([story, arm, by, purpose, title]) => ({
    name: `photograph ${story} ${arm}`,
    by,
    purpose,
    looks: [{ by, purpose, act: 'view-arm', input: { arm: idOf(story, arm) } }],
    photograph: { story, arm, title },
  }));
}

/** What supervisors, auditors and administrators find on their pages. */
function listOverseen({ arm, account, party }: Deeds): readonly Deed[] {
  const revoked = arm('revoked-licence', 'arm');
  return [
    {
      name: 'emergency',
      by: 'd.haddad',
      purpose: 'RP 655/2026',
      looks: [
        { by: 'c.okoro', purpose: 'Revocations of 2025', act: 'view-arm', input: { arm: revoked } },
        { by: 'd.haddad', purpose: 'RP 655/2026', act: 'view-arm', input: { arm: revoked } },
        { by: 'g.petrov', purpose: 'D 27/2026', act: 'list-people', input: {}, isRefused: true },
      ],
      act: 'open-emergency-access',
      input: {
        arm: revoked,
        reason: 'A threat was made tonight; whoever holds this pistol must be reached.',
      },
    },
    {
      name: 'suspended',
      by: 'f.mensah',
      purpose: 'Note 31 of the inspection',
      about: ['k.adjei'],
      looks: [
        { by: 'i.benali', purpose: 'Question of XB, 4/2026', act: 'find-arms', input: { serial: 'ZQ9*' } },
        { by: 'e.lindqvist', purpose: 'Audit of the quarter', act: 'list-accesses', input: {} },
      ],
      act: 'suspend-person',
      input: { account: account('k.adjei') },
    },
    {
      name: 'key',
      by: 'f.mensah',
      purpose: 'Agreement 7/2026',
      act: 'make-api-key',
      input: { name: 'Border desk of the customs', role: 'customs', party: party('customs') },
    },
  ];
}
