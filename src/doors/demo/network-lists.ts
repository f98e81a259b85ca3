/**
 * What XB published of its stolen arms before the journey begins: three that went to every partner, one of which XC had seized
 * already, and one that still waits for a second officer. They are proposed and confirmed by the people of the demonstration,
 * with their rights; each deed has an id that follows from the seed, so that doing it again adds nothing.
 *
 * @clause C-12
 */
import { confirmListing } from '../../acts/confirm-listing.ts';
import { findAccountId, findPerson } from '../../acts/find-person.ts';
import { listListings } from '../../acts/list-listings.ts';
import type { Act, Office } from '../../acts/office.ts';
import { once } from '../../acts/once.ts';
import { perform } from '../../acts/perform.ts';
import { proposeListing } from '../../acts/propose-listing.ts';
import { isRefusal, type Refusal, refusal } from '../../domain/base/refusal.ts';
import { demoId } from './random.ts';
import { armOfStory, kept, owned, records, registers, type Step, type Story } from './story.ts';

type Stolen = {
  readonly maker: string;
  readonly model: number;
  readonly number: number;
  readonly owner: string;
  readonly on: string;
  readonly place: string;
  readonly complaint: string;
  /** Partners may learn whose it is: a company, never a person. */
  readonly tellsOwner?: true;
  /** Proposed, and waiting for a second officer. */
  readonly waits?: true;
};

const STOLEN: readonly Stolen[] = [
  {
    ...{ maker: 'dorlane', model: 1, number: 3_104, owner: 'guard 1', tellsOwner: true },
    ...{ on: '2026-07-19', place: 'Port-Esterre', complaint: 'PV 2026/0733' },
  },
  {
    ...{ maker: 'kestrane', model: 0, number: 5_862, owner: 'person 8' },
    ...{ on: '2026-08-02', place: 'Haut-Orrin', complaint: 'PV 2026/0791' },
  },
  {
    ...{ maker: 'tannegg', model: 1, number: 6_339, owner: 'person 12' },
    ...{ on: '2026-09-14', place: 'Vennor', complaint: 'PV 2026/0902' },
  },
  {
    ...{ maker: 'kestrane', model: 2, number: 8_415, owner: 'person 5' },
    ...{ on: '2026-10-08', place: 'Querrol', complaint: 'PV 2026/0958', waits: true },
  },
];
/** Which of them XC had seized. */
const SEIZED = STOLEN[0]!;

const STORY = 'stolen';
const POLICE = 'Police nationale';
const GROUND = 'Loi 8-2015 sur les armes, article 31';
const PROPOSES = 'd.haddad';
const CONFIRMS = 'i.benali';

const armOf = (place: number): string => `stolen ${place}`;

/** What XB recorded of them. */
export const STOLEN_STORY: Story = {
  name: STORY,
  says: 'Four arms were stolen from their holders; partners were told of three of them.',
  steps: STOLEN.flatMap(({ maker, model, number, owner, on, place, complaint }, at): readonly Step[] => [
    registers('2018-05-22', armOf(at), armOfStory(maker, model, number, { to: owned(owner) })),
    records(on, armOf(at), 'stolen', {
      ...{ from: { keeper: owner }, place },
      basis: { kind: 'complaint', number: complaint, authority: POLICE },
    }),
  ]),
};

/** What XC recorded of the one that it seized. */
export const SEIZED_STORY: Story = {
  name: STORY,
  says: 'A carbine was seized on a boat; XB lists it as stolen.',
  steps: [
    registers('2026-09-30', armOf(0), armOfStory(SEIZED.maker, SEIZED.model, SEIZED.number)),
    records('2026-09-30', armOf(0), 'seized', {
      ...{ to: kept('police unit 5'), place: 'Embarcadère de Bas-Calvero' },
      basis: { kind: 'case', number: 'RP 774/2026', authority: 'Parquet de Calvero' },
      why: 'Contrôle d’une pirogue : arme sous les filets.',
    }),
  ],
};

/** Proposes the stolen arms for the list and has all but the last confirmed; the first refusal stops it. */
export async function listStolen(office: Office, seed: number): Promise<Refusal | undefined> {
  const list = await doAs(office, PROPOSES, GROUND, listListings, { limit: 1 });
  if (isRefusal(list)) return list;
  const partners = list.partners.map(({ node }) => node);
  for (const [at, { place, complaint, tellsOwner = false, waits }] of STOLEN.entries()) {
    const idOf = (word: string): string => demoId(seed, `${word} ${armOf(at)}`);
    const wish = { arm: demoId(seed, `story ${STORY} ${armOf(at)}`), reference: complaint, ground: GROUND };
    const act = idOf('propose');
    const proposed = await once(office, act, () =>
      doAs(office, PROPOSES, complaint, proposeListing, { ...wish, act, place, tellsOwner, partners }),
    );
    if (isRefusal(proposed)) return proposed;
    if (waits) continue;
    const listing = proposed.result.subject;
    const confirming = idOf('confirm');
    const confirmed = await once(office, confirming, () =>
      doAs(office, CONFIRMS, complaint, confirmListing, { act: confirming, listing }),
    );
    if (isRefusal(confirmed)) return confirmed;
  }
  return undefined;
}

async function doAs<Input, Output>(
  office: Office,
  login: string,
  purpose: string,
  act: Act<Input, Output>,
  input: object,
): Promise<Output | Refusal> {
  const account = await findAccountId(office, login);
  const person = account === undefined ? undefined : await findPerson(office, account);
  if (!person) return refusal('posting-none', { account: login });
  return perform(office, person, purpose, act, input);
}
