/**
 * From counts to weights. Few counts are held back by what was assumed before they were taken, and what two sets of one
 * country show is drawn towards saying less: the weights are for registers that nobody has seen.
 */
import {
  type Channel,
  FEATURE_LEVELS,
  type Feature,
  type Level,
  type Levels,
  type Weights,
} from '../../src/domain/identification/weights.ts';
import type { Counted, Damage, DamageCounted } from './damage.ts';
import type { LevelsCounted, Shares } from './levels.ts';
import type { ZerosCounted } from './zeros.ts';

/** The sets hold half of all numbers, drawn by number: of two forms of one the other half has one as often as not. */
const HELD = 0.5;
/** An assumption weighs as much as so many damages that were found. */
const ASSUMED_FOUND = 5;
/** What looks alike, beside O and 0, is taken for the other at least so many times as often as any other character. */
const ALIKE_TIMES = 4;
/** So many arms at most say how often people agree, and so many draw m and u towards each other. */
const ARMS_MAX = 250;
const DRAWN_TOGETHER = 20;

/** What was assumed before anything was counted. */
const ASSUMED: Readonly<Record<Damage, number>> = {
  zero: 0.01,
  alike: 0.001,
  letter: 0.005,
  digit: 0.004,
  crossed: 0.0003,
  leadingLost: 0.006,
  zeroLost: 0.003,
  lost: 0.0012,
  endLost: 0.002,
  doubled: 0.0015,
  added: 0.0006,
  swappedLetters: 0.002,
  swapped: 0.0008,
};
const ASSUMED_AGAIN = 0.3;
/** What no count shows: examiners do not write down what they only half saw, and few registers tell years. */
const ASSUMED_WORN = { wornAlike: 0.2, wornOther: 0.1, noneOfThese: 0.05 };
const ASSUMED_LEVELS: Partial<Record<Feature, Levels>> = {
  year: { same: { m: 0.85, u: 0.05 }, near: { m: 0.1, u: 0.2 }, different: { m: 0.05, u: 0.75 } },
  importMark: { same: { m: 0.9, u: 0.05 }, different: { m: 0.1, u: 0.95 } },
};
/** What is a choice of whoever runs a register, or could be counted only where every arm is known. */
export const ASSUMED_PRIORS = { registered: 0.8, lotMates: 0.3, pairBits: 14, givenTwice: 0.01 };

/** The channel by what several registers show together. */
export function estimateChannel(counted: readonly DamageCounted[], zeros: ZerosCounted): Channel {
  const share = (damage: Damage): number => {
    const { found, byChance, places } = together(counted, damage);
    const assumed = ASSUMED[damage];
    return (Math.max(0, found - byChance) / HELD + ASSUMED_FOUND) / (places + ASSUMED_FOUND / assumed);
  };
  const shares = Object.fromEntries(Object.keys(ASSUMED).map((one) => [one, share(one as Damage)])) as Record<
    Damage,
    number
  >;
  return rounded({
    ...shares,
    zeroAgain: (zeros.again + ASSUMED_FOUND) / (zeros.places + ASSUMED_FOUND / ASSUMED_AGAIN),
    alike: Math.max(shares.alike, (ALIKE_TIMES * shares.letter) / 25),
    alikeDigits: (ALIKE_TIMES * shares.digit) / 9,
    ...ASSUMED_WORN,
  });
}

/** What all registers show of a damage. */
export function together(counted: readonly DamageCounted[], damage: Damage): Counted {
  const sum = (name: keyof Counted): number =>
    counted.reduce((all, { counts }) => all + counts[damage][name], 0);
  return { found: sum('found'), byChance: sum('byChance'), places: sum('places') };
}

/** m and u of all features. */
export function estimateFeatures(counted: readonly LevelsCounted[]): Weights['features'] {
  return Object.fromEntries(
    Object.keys(FEATURE_LEVELS).map((name) => {
      const feature = name as Feature;
      return [feature, ASSUMED_LEVELS[feature] ?? estimateLevels(counted, feature)];
    }),
  ) as Weights['features'];
}

function estimateLevels(counted: readonly LevelsCounted[], feature: Feature): Levels {
  const telling = counted.filter(({ m }) => m[0]![feature].pairs > 0);
  const arms = Math.min(
    ARMS_MAX,
    telling.reduce((sum, { m }) => sum + m[0]![feature].pairs, 0),
  );
  return Object.fromEntries(
    FEATURE_LEVELS[feature].map((level): [string, Level] => {
      const mean = (shares: readonly Shares[]): number =>
        shares.reduce((sum, one) => sum + one[feature].levels[level]!, 0) / shares.length;
      const m = mean(telling.flatMap((one) => one.m));
      const u = mean(telling.flatMap((one) => one.u));
      const towards = (own: number, other: number): number =>
        (arms * own + DRAWN_TOGETHER * other) / (arms + DRAWN_TOGETHER);
      return [level, rounded({ m: towards(m, u), u: towards(u, m) })];
    }),
  );
}

/** Three digits are more than the counts bear. */
export function rounded<Shares extends Readonly<Record<string, number>>>(shares: Shares): Shares {
  return Object.fromEntries(
    Object.entries(shares).map(([name, share]) => [name, Number(share.toPrecision(3))]),
  ) as Shares;
}
