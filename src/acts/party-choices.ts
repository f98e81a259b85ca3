/**
 * Whom somebody may mean by a name in a form: first those of the own agency, which are no secret to its people, then whoever
 * find-parties shows within the role. Each with its kind and what it is a part of, so that of two with one name a person can
 * tell which is meant. Not an act itself: names of others come through find-parties alone, which leaves its line in the log.
 *
 * @clause J-02
 */
import { type Scope, seesParty } from '../domain/access/scope.ts';
import { isRefusal } from '../domain/base/refusal.ts';
import type { Party, PartyKind } from '../domain/custody/party.ts';
import { findPartiesByName, findPersonsByName, listParties, listPersonNames } from '../store/party.ts';
import { findParties } from './find-parties.ts';
import type { Office, Person } from './office.ts';
import { perform } from './perform.ts';

export type PartyChoice = {
  readonly id: string;
  readonly name: string;
  readonly kind: PartyKind;
  /** Name of what it is a part of, where that may be known. */
  readonly within?: string;
};

/** Named limit: units offered while a name is typed. */
export const OFFERED_MAX = 200;

/** The bodies of somebody's own agency that stand, to be offered in a form. */
export async function listOwnBodies(office: Office, person: Person): Promise<readonly PartyChoice[]> {
  const parties = await listParties(office.db, person.parties.slice(0, OFFERED_MAX));
  return [...parties.values()]
    .filter((party) => party.state === 'active' && party.kind !== 'person')
    .map(({ id, name, kind }) => ({ id, name, kind }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Everybody that may be meant by a name; the look for others than one's own is logged. */
export async function findPartyChoices(
  office: Office,
  person: Person,
  purpose: string,
  name: string,
): Promise<readonly PartyChoice[]> {
  const own = await findOwn(office, person, name);
  const may = Object.hasOwn(person.role.powers, findParties.name);
  const others = may ? await perform(office, person, purpose, findParties, { name }) : undefined;
  const shown = others === undefined || isRefusal(others) ? [] : others.parties;
  const found = new Map([...own, ...shown].map((party) => [party.id, party]));
  return describe(office, person, name, [...found.values()]);
}

async function findOwn(office: Office, person: Person, name: string): Promise<readonly Party[]> {
  const own = new Set(person.parties);
  const bodies = await findPartiesByName(office.db, name);
  const persons = (await findPersonsByName(office.db, name)).filter((id) => own.has(id));
  const known = await listParties(office.db, persons);
  return [...bodies.filter((party) => own.has(party.id)), ...known.values()];
}

/** What each is called, and what it is a part of where that is for this person to know. */
async function describe(
  office: Office,
  { role, parties: own }: Person,
  typed: string,
  found: readonly Party[],
): Promise<readonly PartyChoice[]> {
  const scope: Scope = { arms: 'none', parties: own, sees: new Set(role.sees), events: 'all' };
  const above = found.flatMap((party) => (party.parent === undefined ? [] : [party.parent]));
  const parents = await listParties(office.db, above);
  const persons = await listPersonNames(
    office.db,
    found.filter((party) => party.kind === 'person').map((party) => party.id),
  );
  return found.map(({ id, name, kind, parent: above }) => {
    const parent = above === undefined ? undefined : parents.get(above);
    const within = parent && seesParty(scope, parent) ? { within: parent.name } : {};
    return { id, name: name || (persons.get(id) ?? typed), kind, ...within };
  });
}
