/**
 * The register of the bench: arms of real makers and models in lots of consecutive numbers, of which
 * the register holds a share. Any arm is worked out from its number among all, so that ten millions need no memory and are
 * the same in every process. Rows stand in shuffled order; the id of an arm tells its row.
 */

import type { ArmClass } from '../../src/domain/arms/classification.ts';
import { type Dice, diceOf } from '../../src/doors/demo/random.ts';
import type { SaidWords } from '../../src/store/said.ts';
import { type BenchMaker, type BenchModel, readCatalogue } from './catalogue.ts';
import { mix, permutation } from './permutation.ts';
import { SERIAL_FORMATS, type SerialFormat } from './serials.ts';

/** What is generated changes only together with this number. */
export const REGISTER_VERSION = 2;

export type Lot = {
  /** The place of its first arm among all arms; its arms follow. */
  readonly from: number;
  /** How many of its numbers the register holds, and how many there are. */
  readonly held: number;
  readonly size: number;
  readonly maker: BenchMaker;
  readonly model: BenchModel;
  readonly class: ArmClass;
  readonly calibre: string | undefined;
  readonly country: string | undefined;
  readonly year: number;
  readonly format: SerialFormat;
  /** The serial of one of its arms: those below `held` stand in the register, the others lie in its gaps. */
  readonly serialAt: (place: number) => string;
};

/** What is said of the arms of a lot. */
export function wordsOf({ maker, model, class: kind, calibre, country, year }: Lot): SaidWords {
  return { class: kind, maker: maker.name, model: model.name, calibre, country, year };
}

export type Register = {
  readonly arms: number;
  readonly lots: readonly Lot[];
  /** Lots of the same makers of which the register holds nothing. */
  readonly unseen: readonly Lot[];
  readonly makers: readonly BenchMaker[];
  lotOf(arm: number): Lot;
  serialOf(arm: number): string;
  /** The arm that stands in a row, and the row of an arm. */
  armAt(row: number): number;
  idOf(arm: number): string;
  armOf(id: string): number;
};

/** Shares that shape the register, told beside every result. */
export const REGISTER_SHAPE = {
  version: REGISTER_VERSION,
  makers: 200,
  makersBy: 'Zipf 1.0',
  lotSizes: 'log-uniform from 20 to 4,000 numbers',
  lotDensities: [0.05, 0.2, 0.5, 1],
  formats: Object.fromEntries(SERIAL_FORMATS.map(({ name, weight }) => [name, weight])),
  marksOfAnArm: 1,
} as const;

const SIZE_MIN = 20;
const SIZE_MAX = 4_000;
const YEAR_FROM = 1948;
const YEAR_TO = 2025;
const RESTART_AT_MOST = 30_000;
const UNSEEN_LOTS = 2_000;

/** The register of so many arms that belongs to a seed. */
export function makeRegister(arms: number, seed: number): Register {
  const catalogue = readCatalogue();
  const makers = catalogue.map((maker, rank) => [maker, 1 / (rank + 1)] as const);
  const lots: Lot[] = [];
  for (let from = 0; from < arms; from += lots.at(-1)!.held)
    lots.push(makeLot(makers, diceOf(seed, 'lot', lots.length), from, arms - from));
  const unseen = Array.from({ length: UNSEEN_LOTS }, (_, n) =>
    makeLot(makers, diceOf(seed, 'unseen lot', n), 0, Number.POSITIVE_INFINITY),
  );
  const beginnings = Float64Array.from(lots, ({ from }) => from);
  const order = permutation(arms, seed ^ 0x51ab1e);
  const lotOf = (arm: number): Lot => lots[lastAtMost(beginnings, arm)]!;
  return {
    arms,
    lots,
    unseen,
    makers: catalogue,
    lotOf,
    serialOf(arm) {
      const lot = lotOf(arm);
      return lot.serialAt(arm - lot.from);
    },
    armAt: order.at,
    idOf: (arm) => idOfRow(order.placeOf(arm)),
    armOf: (id) => order.at(rowOfId(id)),
  };
}

type WeighedMaker = readonly [maker: BenchMaker, weight: number];

function makeLot(makers: readonly WeighedMaker[], dice: Dice, from: number, left: number): Lot {
  const maker = dice.weigh(makers);
  const model = dice.pick(maker.models);
  const year = dice.from(Math.max(YEAR_FROM, model.from ?? 0), Math.max(YEAR_FROM, model.to ?? YEAR_TO));
  const size = Math.floor(SIZE_MIN * (SIZE_MAX / SIZE_MIN) ** (dice.int(1_000_000) / 1_000_000));
  const held = Math.min(left, Math.max(1, Math.round(size * dice.pick(REGISTER_SHAPE.lotDensities))));
  const format = formatOf(maker, model);
  const begin = dice.int(format.restarts ? Math.min(RESTART_AT_MOST, format.numbers) : format.numbers);
  const series = mix(hashOf(model.code)) % 26;
  const among = permutation(size, dice.int(0x7fffffff));
  const calibre = model.calibres.length > 0 ? dice.pick(model.calibres) : undefined;
  return {
    from,
    held,
    size,
    maker,
    model,
    class: model.class,
    calibre,
    country: model.country ?? maker.country,
    year,
    format,
    serialAt: (place) => format.write((begin + among.at(place)) % format.numbers, year, series),
  };
}

const CYRILLIC_COUNTRIES = ['RU', 'BG', 'UA', 'BY', 'KZ'];

/** A maker numbers in one way, some of its models in another. */
function formatOf(maker: BenchMaker, model: BenchModel): SerialFormat {
  const dice = diceOf(1, 'format', maker.code);
  const isCyrillic = CYRILLIC_COUNTRIES.includes(maker.country ?? '');
  const cyrillic = SERIAL_FORMATS.find(({ name }) => name.startsWith('Ж'))!;
  const own = (): SerialFormat => dice.weigh(SERIAL_FORMATS.map((one) => [one, one.weight] as const));
  const usual = isCyrillic ? cyrillic : own();
  const other = own();
  return hashOf(model.code) % 4 === 0 ? other : usual;
}

function hashOf(text: string): number {
  let hash = 7;
  for (let at = 0; at < text.length; at++) hash = mix(hash ^ text.charCodeAt(at));
  return hash;
}

/** Ids rise with the rows, as those of arms that were registered one after another do. */
const IDS_BEGIN = Date.UTC(2010, 0, 1);

function idOfRow(row: number): string {
  const time = (IDS_BEGIN + row).toString(16).padStart(12, '0');
  const one = mix(row ^ 0x1b873593)
    .toString(16)
    .padStart(8, '0');
  const two = mix(row ^ 0x2545f491)
    .toString(16)
    .padStart(8, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${one.slice(0, 3)}-8${one.slice(3, 6)}-${one.slice(4)}${two}`;
}

const rowOfId = (id: string): number => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) - IDS_BEGIN;

/** The last place of a rising list at which no more than a value stands. */
function lastAtMost(rising: Float64Array, value: number): number {
  let low = 0;
  let high = rising.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (rising[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
