/**
 * The life of one arm of the demonstration, as the entries that people recorded: services, guard companies, civil holders,
 * exhibits and craft arms each live in their own way. Entries are mostly recorded within days, some late; some times are
 * known to the month or the year only. One arm in seven is registered and never seen again.
 */
import type { NewArm } from '../../acts/keep-in-bulk.ts';
import { makeStateNumber } from '../../domain/arms/number.ts';
import type { ArmEvent, Parties } from '../../domain/custody/event.ts';
import type { EventType } from '../../domain/custody/life-cycle.ts';
import { type Consignment, describe, marksOf } from './consignment.ts';
import { happenedOn, LAST_DAY, recordedAt } from './days.ts';
import { type Dice, demoId, diceOf, numberThrows } from './random.ts';
import { type DemoState, personsFor } from './state.ts';

export type DemoArm = Omit<NewArm, 'register'>;
type DemoEntry = NewArm['entries'][number];

/** How much is told of each arm: its whole life, or how it came in and where it is. */
export type Telling = 'whole' | 'short';

/** Of arms in service; of all arms it comes to fifteen in a hundred. */
const NEVER_SEEN = 0.205;
const LATE = 0.06;
/** Events stand further apart than any month is long, so that a vague time never changes their order. */
const APART_MIN_DAYS = 64;
const APART_MAX_DAYS = 700;

/** One arm while its life is being told. */
type Tale = {
  readonly state: DemoState;
  readonly from: Consignment;
  readonly dice: Dice;
  readonly index: number;
  readonly entries: DemoEntry[];
  day: number;
};

/** The arm of this place with its whole life. */
export function armOf(
  state: DemoState,
  from: Consignment,
  index: number,
  telling: Telling = 'whole',
  attempt = 0,
): DemoArm {
  const dice = diceOf(state.seed, 'arm', index);
  const number = makeStateNumber('XA', numberThrows(state.seed, index, attempt));
  const tale: Tale = { state, from, dice, index, entries: [], day: from.day + dice.int(4) };
  LIVES[from.sector](tale, number, telling === 'short' && !dice.chance(0.1));
  return { id: demoId(state.seed, 'arm', index), number, entries: tale.entries };
}

const LIVES: Readonly<Record<Consignment['sector'], (tale: Tale, number: string, short: boolean) => void>> = {
  service: inService,
  guard: inGuard,
  civil: inCivilHands,
  evidence: asEvidence,
  craft: asCraft,
};

type Rest = Omit<ArmEvent, 'type' | 'happened'>;

/** The registering event of an arm. */
function registered({ from, dice, index }: Tale, number: string, to?: Parties, rest: Rest = {}): Rest {
  const holders = to === undefined ? {} : { to };
  return { arm: describe(from, dice), marks: marksOf(from, index, dice), number, ...holders, ...rest };
}

/** Tells one entry of one or more events of the same day. */
function tell(tale: Tale, kind: string, ...events: readonly (readonly [EventType, Rest])[]): void {
  const { dice, day } = tale;
  const lag = dice.chance(LATE) ? dice.from(30, 400) : dice.int(5);
  const vague = tale.entries.length === 0 ? dice.int(20) : dice.int(40) + 1;
  const happened = happenedOn(day, vague === 0 ? 'year' : vague === 1 ? 'month' : 'day');
  const recorded = recordedAt(Math.min(day + lag, LAST_DAY + 30), dice.int(600));
  tale.entries.push({
    kind,
    recorded,
    events: events.map(([type, rest]): ArmEvent => ({ type, happened, ...rest })),
  });
}

/** Goes on to a later day; false where the twenty years are over. */
function later(tale: Tale): boolean {
  tale.day += tale.dice.from(APART_MIN_DAYS, APART_MAX_DAYS);
  return tale.day < LAST_DAY;
}

const one = (type: EventType, rest: Rest): readonly [EventType, Rest] => [type, rest];
const bearerOf = ({ state, dice, index }: Tale): string => state.person(dice.int(personsFor(index)));

function inService(tale: Tale, number: string, short: boolean): void {
  const { dice, from } = tale;
  const { agency, units } = from.service;
  let depot = from.depot;
  const stock: Parties = { unit: depot, keeper: depot };
  const basis = { kind: 'contract', number: from.contract };
  const first = registered(tale, number, { owner: agency, ...stock }, { basis });
  if (dice.chance(NEVER_SEEN)) {
    tell(tale, 'register-arm', one('registered', first));
    return;
  }
  tell(tale, 'register-arm', one('registered', first), one('received', { to: stock }));
  for (let rounds = short ? 0 : dice.from(1, 3); rounds > 0; rounds--) {
    if (!later(tale)) return;
    const unit = dice.pick(units);
    const bearer = dice.chance(0.5) ? { bearer: bearerOf(tale) } : {};
    tell(
      tale,
      'record-event',
      one('issued', { from: { keeper: depot }, to: { unit, keeper: unit, ...bearer } }),
    );
    if (dice.chance(0.4) && later(tale))
      tell(tale, 'record-event', one('sighted', { by: unit, how: 'read' }));
    if (dice.chance(0.012)) {
      outOfHands(tale, unit);
      return;
    }
    if (dice.chance(0.25) || !later(tale)) return;
    if (dice.chance(0.3)) depot = dice.pick(from.service.depots);
    tell(tale, 'record-event', one('returned', { to: { unit: depot, keeper: depot } }));
    if (dice.chance(0.1) && later(tale)) inRepair(tale, depot);
    if (dice.chance(0.05) && later(tale)) {
      written(tale);
      return;
    }
  }
  if (!short && later(tale)) tell(tale, 'record-event', one('sighted', { by: depot, how: 'sealed-crate' }));
}

function outOfHands(tale: Tale, unit: string): void {
  if (!later(tale)) return;
  const type = tale.dice.pick(['lost', 'stolen', 'lost-in-combat'] as const);
  tell(tale, 'record-event', one(type, { by: unit, why: 'Rapport de l’unité' }));
  if (tale.dice.chance(0.3) && later(tale)) {
    const finder = tale.state.id('police unit 0');
    tell(tale, 'record-event', one('recovered', { to: { unit: finder, keeper: finder } }));
  }
}

function inRepair(tale: Tale, depot: string): void {
  tell(tale, 'record-event', one('sent-to-repair', { to: { keeper: tale.state.id('workshop') } }));
  if (later(tale)) tell(tale, 'record-event', one('repaired', { to: { unit: depot, keeper: depot } }));
}

function written(tale: Tale): void {
  tell(tale, 'record-event', one('written-off', { basis: { kind: 'order', number: tale.from.contract } }));
  if (tale.dice.chance(0.7) && later(tale))
    tell(tale, 'record-event', one('destroyed', { place: 'Fonderie de Port-Esterre' }));
}

function inGuard(tale: Tale, number: string, short: boolean): void {
  const { dice, state } = tale;
  const company = dice.pick(state.guards);
  const held: Parties = { owner: company, keeper: company };
  tell(
    tale,
    'register-arm',
    one('registered', registered(tale, number, held)),
    one('held-under-right', { to: held, basis: { kind: 'licence', authority: 'Préfecture' } }),
  );
  for (let rounds = short ? 0 : dice.from(2, 5); rounds > 0 && later(tale); rounds--)
    tell(tale, 'record-event', one('sighted', { by: company, how: 'read' }));
}

function inCivilHands(tale: Tale, number: string, short: boolean): void {
  const { dice, state } = tale;
  const dealer = dice.pick(state.dealers);
  const stock: Parties = { owner: dealer, keeper: dealer };
  tell(
    tale,
    'register-arm',
    one(
      'registered',
      registered(tale, number, stock, { basis: { kind: 'import', number: tale.from.contract } }),
    ),
    one('sold-to-trade', { to: stock }),
  );
  if (short || !later(tale)) return;
  const buyer = bearerOf(tale);
  const basis = { kind: 'licence', authority: 'Préfecture' };
  tell(tale, 'record-event', one('sold', { to: { owner: buyer, keeper: buyer }, basis }));
  for (let rounds = dice.from(1, 3); rounds > 0 && later(tale); rounds--)
    tell(tale, 'record-event', one('sighted', { by: state.id('police unit 1'), how: 'photograph' }));
  if (!dice.chance(0.2) || !later(tale)) return;
  const heir = bearerOf(tale);
  if (heir !== buyer) tell(tale, 'record-event', one('inherited', { to: { owner: heir, keeper: heir } }));
  if (!dice.chance(0.3) || !later(tale)) return;
  const station = state.id('police unit 2');
  tell(tale, 'record-event', one('surrendered', { to: { unit: station, keeper: station } }));
}

function asEvidence(tale: Tale, number: string, short: boolean): void {
  const { dice, state, from } = tale;
  const station = dice.pick(from.service.units);
  const court = dice.pick(state.courts);
  const basis = { kind: 'case', number: `${from.contract}/${dice.int(900) + 100}`, authority: 'Parquet' };
  tell(
    tale,
    'register-arm',
    one('registered', registered(tale, number)),
    one('seized', { to: { unit: station, keeper: station }, basis, place: 'XA' }),
  );
  if (short || !later(tale)) return;
  tell(tale, 'record-event', one('held-as-evidence', { to: { unit: court, keeper: court }, basis }));
  if (dice.chance(0.4) && later(tale)) {
    tell(tale, 'record-event', one('sent-to-laboratory', { to: { keeper: state.id('laboratory') } }));
    if (!later(tale)) return;
    tell(tale, 'record-event', one('returned-from-laboratory', { to: { keeper: court } }));
  }
  if (!dice.chance(0.5) || !later(tale)) return;
  tell(tale, 'record-event', one('forfeited', { to: { owner: state.id('state') }, basis }));
  if (dice.chance(0.6) && later(tale)) tell(tale, 'record-event', one('destroyed', { basis }));
}

function asCraft(tale: Tale, number: string, short: boolean): void {
  const { dice, state, from } = tale;
  const smith = dice.pick(state.smiths);
  const maker = { production: 'craft' as const, class: 'shotgun' as const, calibre: 'cal 12', country: 'XA' };
  const bare = { kind: 'serial', part: 'arm', text: '', condition: 'absent' } as const;
  const held: Parties = { owner: smith, keeper: smith };
  tell(tale, 'register-arm', one('registered', { arm: maker, marks: [bare], number, to: held }));
  if (!later(tale)) return;
  tell(tale, 'record-event', one('number-marked', { by: smith, place: 'Atelier' }));
  if (short || !later(tale)) return;
  tell(tale, 'record-event', one('number-verified', { by: from.service.units[0]! }));
  if (!later(tale)) return;
  const holder = bearerOf(tale);
  tell(tale, 'record-event', one('sold', { to: { owner: holder, keeper: holder } }));
}
