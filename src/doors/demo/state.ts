/**
 * The invented State Aldera (XA) and its neighbours XB and XC: its services with their depots and units, courts, guard
 * companies, dealers, makers, village gunsmiths and people. Every id follows from the seed and a word.
 */
import type { PartyWish } from '../../acts/record-party.ts';
import type { RightWish } from '../../acts/record-right.ts';
import type { Happened } from '../../domain/base/happened.ts';
import type { PartyKind } from '../../domain/custody/party.ts';
import { FIRST_DAY, happenedOn } from './days.ts';
import { demoId, diceOf } from './random.ts';
import { FAMILY_NAMES, GIVEN_NAMES, MAKERS, TOWNS } from './words.data.ts';

export type Service = {
  readonly key: string;
  readonly agency: string;
  readonly depots: readonly string[];
  readonly units: readonly string[];
};

export type DemoState = {
  readonly seed: number;
  /** In an order in which every parent stands before its children. */
  readonly parties: readonly PartyWish[];
  /** What became of some of them. */
  readonly history: readonly PartyWish[];
  readonly services: readonly Service[];
  readonly courts: readonly string[];
  readonly guards: readonly string[];
  readonly dealers: readonly string[];
  readonly smiths: readonly string[];
  /** The id of a party by its key. */
  id(key: string): string;
  person(index: number): string;
};

const SERVICES = [
  { key: 'army', name: 'Armée d’Aldera', depots: 6, units: 14, unit: 'Bataillon' },
  { key: 'gendarmerie', name: 'Gendarmerie nationale', depots: 4, units: 10, unit: 'Compagnie' },
  { key: 'police', name: 'Police nationale', depots: 4, units: 12, unit: 'Commissariat' },
  { key: 'customs', name: 'Douanes', depots: 2, units: 5, unit: 'Brigade' },
  { key: 'rangers', name: 'Gardes des parcs', depots: 1, units: 4, unit: 'Poste' },
  { key: 'prisons', name: 'Administration pénitentiaire', depots: 1, units: 4, unit: 'Maison d’arrêt' },
] as const;

/** How many persons an arm of this place may be given to; grows with the arms so that nobody holds thousands. */
export function personsFor(index: number): number {
  return Math.min(20_000, Math.max(200, Math.ceil((index + 1) / 8000) * 200));
}

/** The invented name of a person. */
export function personName(seed: number, index: number): string {
  const dice = diceOf(seed, 'person', index);
  const given = dice.chance(0.3)
    ? `${dice.pick(GIVEN_NAMES)} ${dice.pick(GIVEN_NAMES)}`
    : dice.pick(GIVEN_NAMES);
  return `${given} ${dice.pick(FAMILY_NAMES)}`;
}

/** The persons from one number to another, to be recorded. */
export function personWishes(seed: number, from: number, to: number): readonly PartyWish[] {
  return Array.from({ length: to - from }, (_, place) => ({
    party: demoId(seed, 'person', from + place),
    type: 'party-recorded' as const,
    kind: 'person' as const,
    name: personName(seed, from + place),
    happened: '' as Happened,
  }));
}

/** The invented States; whichever a node is, the others are abroad for it. */
export type DemoCountry = keyof typeof COUNTRIES;
const COUNTRIES = {
  XA: { name: 'République d’Aldera (XA)', of: 'd’Aldera' },
  XB: { name: 'République de Borrane (XB)', of: 'de Borrane' },
  XC: { name: 'Fédération de Carsane (XC)', of: 'de Carsane' },
} as const;

/** True for the code of an invented State that the demonstration knows. */
export function isDemoCountry(text: string): text is DemoCountry {
  return Object.hasOwn(COUNTRIES, text);
}

/** Rights of every fourth person, and of guard companies and dealers; one in twenty has run out. */
export function rightWishes(
  seed: number,
  from: number,
  to: number,
  country: DemoCountry = 'XA',
): readonly RightWish[] {
  const wishes: RightWish[] = [];
  for (let index = from; index < to; index++) {
    if (index % 4 === 3)
      wishes.push(rightOf(seed, index, demoId(seed, 'person', index), 'possession', country));
  }
  return wishes;
}

/** One right, for ten years or without end. */
export function rightOf(
  seed: number,
  index: number,
  holder: string,
  kind: NonNullable<RightWish['kind']>,
  country: DemoCountry = 'XA',
): RightWish {
  const dice = diceOf(seed, 'right', kind, index);
  const from = FIRST_DAY + dice.int(2000);
  return {
    right: demoId(seed, `right ${kind}`, index),
    holder,
    kind,
    number: `${country}/${kind.slice(0, 2).toUpperCase()}/${String(index).padStart(6, '0')}`,
    authority: `Préfecture de ${dice.pick(TOWNS)}`,
    from: happenedOn(from),
    until: dice.chance(0.05) ? happenedOn(from + 3650) : ('' as Happened),
    state: 'valid',
  };
}

/** Builds the State. */
export function demoState(seed: number, country: DemoCountry = 'XA'): DemoState {
  const parties: PartyWish[] = [];
  const id = (key: string): string => demoId(seed, `party ${key}`);
  const add = (key: string, kind: PartyKind, name: string, parent?: string, usesRegister = false): string => {
    const party = id(key);
    const placed = parent === undefined ? {} : { parent: id(parent) };
    const happened = happenedOn(FIRST_DAY, 'year');
    parties.push({ party, type: 'party-recorded', happened, kind, name, usesRegister, ...placed });
    return party;
  };
  add('state', 'state', COUNTRIES[country].name);
  for (const [code, { name }] of Object.entries(COUNTRIES))
    if (code !== country) add(code, 'foreign-state', name);
  const ours = (text: string): string => text.replace('d’Aldera', COUNTRIES[country].of);
  const services = SERVICES.map((service): Service => {
    const agency = add(service.key, 'agency', ours(service.name), 'state', true);
    const several = (count: number, word: 'depot' | 'unit', named: (place: number) => string) =>
      Array.from({ length: count }, (_, place) =>
        add(`${service.key} ${word} ${place}`, word, named(place), service.key, true),
      );
    const town = (place: number): string => TOWNS[(place * 7 + service.key.length) % TOWNS.length]!;
    return {
      key: service.key,
      agency,
      depots: several(service.depots, 'depot', (place) => `Dépôt ${service.key} de ${town(place)}`),
      units: several(service.units, 'unit', (place) => `${service.unit} ${place + 1} de ${town(place + 3)}`),
    };
  });
  const list = (count: number, word: string, kind: PartyKind, named: (place: number) => string) =>
    Array.from({ length: count }, (_, place) => add(`${word} ${place}`, kind, named(place)));
  const courts = list(6, 'court', 'court', (place) => `Greffe du tribunal de ${TOWNS[place * 4]}`);
  add('laboratory', 'laboratory', ours('Laboratoire balistique d’Aldera'), 'police');
  add('workshop', 'unit', 'Atelier central d’armurerie', 'army', true);
  const guards = list(6, 'guard', 'guard-company', (place) => `Gardiennage ${TOWNS[place * 3 + 1]}`);
  const dealers = list(10, 'dealer', 'dealer', (place) => `Armurerie ${FAMILY_NAMES[place * 2]}`);
  const smiths = list(
    5,
    'smith',
    'maker',
    (place) => `Forge ${FAMILY_NAMES[place * 3 + 1]}, ${TOWNS[place + 9]}`,
  );
  for (const maker of MAKERS) add(`maker ${maker.key}`, 'maker', maker.name);
  const history = addHistory(add, id);
  const person = (index: number): string => demoId(seed, 'person', index);
  return { seed, parties, history, services, courts, guards, dealers, smiths, id, person };
}

/** Three units with a history: one renamed, one merged into another, one disbanded. They get no arms but in the stories. */
function addHistory(
  add: (key: string, kind: PartyKind, name: string, parent?: string, usesRegister?: boolean) => string,
  id: (key: string) => string,
): readonly PartyWish[] {
  add('renamed', 'unit', 'Bataillon frontalier de Vennor', 'army', true);
  add('merged', 'unit', 'Escadron mobile de Tarroux', 'gendarmerie', true);
  add('disbanded', 'unit', 'Milice rurale de Querrol', 'state');
  const on = (text: string): Happened => text as Happened;
  return [
    {
      party: id('renamed'),
      type: 'party-renamed',
      name: 'Régiment des marches de Vennor',
      happened: on('2014-03-01'),
    },
    {
      party: id('merged'),
      type: 'party-merged',
      into: id('gendarmerie unit 0'),
      happened: on('2017-09-15'),
    },
    { party: id('disbanded'), type: 'party-disbanded', happened: on('2012-12-31') },
  ];
}
