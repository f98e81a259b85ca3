/**
 * m and u of every level of agreement. m: two records of one arm, told by the same long number of letters and digits in two
 * cases; each arm counts once, however often it came back. u: records of different arms, drawn at random, and those that a
 * search would offer beside the true one: numbers of digits alone that differ in one, but not as mates of a lot do. Each is counted as the register
 * is, and once more with every maker weighed by the root of its arms, so that the makers of one country do not rule.
 */
import { type FeatureLevels, makeLevelComparer } from '../../src/domain/identification/features.ts';
import { type Profile, profileOf } from '../../src/domain/identification/profile.ts';
import { FEATURE_LEVELS, type Feature } from '../../src/domain/identification/weights.ts';
import type { Lookup } from '../../src/domain/reference/lookup.ts';
import { drawn, type Recorded, type Register } from './records.ts';

/** The share of each level, and of how many pairs (weighed) the feature was told. */
export type Shares = Readonly<
  Record<Feature, { readonly pairs: number; readonly levels: Readonly<Record<string, number>> }>
>;
export type LevelsCounted = {
  /** Arms met in two cases or more, and pairs of different arms: drawn at random, and such as a search offers. */
  readonly arms: number;
  readonly random: number;
  readonly offered: number;
  readonly m: readonly Shares[];
  readonly u: readonly Shares[];
  /** One pair of each arm and as many of different arms, for what is fitted to whole descriptions. */
  readonly sample: { readonly same: readonly ProfilePair[]; readonly different: readonly ProfilePair[] };
};
export type ProfilePair = { readonly a: Profile; readonly b: Profile };

/** Records of one arm that are compared with each other, and pairs that are drawn of different ones. */
const RECORDS_OF_ARM_MAX = 5;
const DRAWN = 60_000;
const SAMPLE_OF_DIFFERENT = 10_000;
const LONG = /^(?=.*[A-Z])(?=.*\d).{6,}$/;

type Seen = Recorded & { readonly profile: Profile; readonly tempered: number };
type Pair = { readonly a: Seen; readonly b: Seen; readonly weight: number };

/** Counts the levels in a register. */
export function countLevels(lookup: Lookup, { name, rows }: Register): LevelsCounted {
  const seen = seenOf(lookup, rows);
  const levelsOf = makeLevelComparer(lookup);
  const sharesOf = (pairs: readonly Pair[], isTempered: boolean): Shares => {
    const sums = sumsOf();
    for (const { a, b, weight } of pairs)
      add(sums, levelsOf(a.profile, b.profile), isTempered ? weight * a.tempered * b.tempered : weight);
    return scaled(sums);
  };
  const same = sameOf(seen);
  const offered = offeredOf(seen);
  const random = randomOf(name, seen);
  const firsts = [...Map.groupBy(same, ({ a }) => a.serial).values()].map(([first]) => first!);
  const profilesOf = ({ a, b }: Pair): ProfilePair => ({ a: a.profile, b: b.profile });
  return {
    arms: firsts.length,
    random: random.length,
    offered: offered.length,
    sample: {
      same: firsts.map(profilesOf),
      different: random.slice(0, SAMPLE_OF_DIFFERENT).map(profilesOf),
    },
    m: [sharesOf(same, false), sharesOf(same, true)],
    u: [sharesOf(random, false), sharesOf(random, true), sharesOf(offered, false), sharesOf(offered, true)],
  };
}

function seenOf(lookup: Lookup, rows: readonly Recorded[]): readonly Seen[] {
  const read = rows.map((row) => ({ ...row, profile: profileOf(lookup, row.says) }));
  const makerOf = ({ maker }: Profile): string => maker?.shares[0]?.code ?? maker?.text ?? '';
  const arms = new Map<string, number>();
  for (const { profile } of read) arms.set(makerOf(profile), (arms.get(makerOf(profile)) ?? 0) + 1);
  // The root of a root, for each of a pair has it: two of one maker weigh as the root of its arms.
  return read.map((row) => ({ ...row, tempered: arms.get(makerOf(row.profile))! ** -0.25 }));
}

function sameOf(seen: readonly Seen[]): readonly Pair[] {
  const groups = Map.groupBy(
    seen.filter(({ serial }) => LONG.test(serial)),
    ({ serial }) => serial,
  );
  return [...groups.values()].flatMap((group) => {
    const some = group.slice(0, RECORDS_OF_ARM_MAX);
    const pairs = some.flatMap((a, at) =>
      some.slice(at + 1).flatMap((b) => (a.inCase === b.inCase ? [] : [{ a, b }])),
    );
    return pairs.map((pair) => ({ ...pair, weight: 1 / pairs.length }));
  });
}

function randomOf(name: string, seen: readonly Seen[]): readonly Pair[] {
  const one = (n: number): Seen => seen[Math.floor(drawn(name, n) * seen.length)]!;
  return Array.from({ length: DRAWN }, (_, n) => ({ a: one(2 * n), b: one(2 * n + 1), weight: 1 })).filter(
    ({ a, b }) => a.serial !== b.serial,
  );
}

/** Last places in which arms of one lot differ: these are mates, which weighing has a story of its own for. */
const LOT_PLACES = 3;

/** Numbers of digits alone that differ in one digit: what a search by one edit finds beside the arm that is meant. */
function offeredOf(seen: readonly Seen[]): readonly Pair[] {
  const byNumber = new Map(seen.filter(({ serial }) => /^\d+$/.test(serial)).map((one) => [one.serial, one]));
  return [...byNumber.values()].flatMap((a) =>
    [...a.serial].slice(0, -LOT_PLACES).flatMap((digit, at) =>
      [...'0123456789'].flatMap((other): Pair[] => {
        if (other <= digit) return [];
        const b = byNumber.get(a.serial.slice(0, at) + other + a.serial.slice(at + 1));
        return b && b.inCase !== a.inCase ? [{ a, b, weight: 1 }] : [];
      }),
    ),
  );
}

type Sums = Record<Feature, { pairs: number; levels: Record<string, number> }>;

function sumsOf(): Sums {
  return Object.fromEntries(
    Object.entries(FEATURE_LEVELS).map(([feature, levels]) => [
      feature,
      { pairs: 0, levels: Object.fromEntries(levels.map((level) => [level, 0])) },
    ]),
  ) as Sums;
}

function add(sums: Sums, levels: FeatureLevels, weight: number): void {
  for (const [feature, shares] of Object.entries(levels)) {
    const sum = sums[feature as Feature];
    for (const [level, share] of Object.entries(shares)) {
      sum.levels[level]! += weight * share;
      sum.pairs += weight * share;
    }
  }
}

function scaled(sums: Sums): Shares {
  for (const { pairs, levels } of Object.values(sums))
    for (const level of Object.keys(levels)) levels[level]! /= pairs || 1;
  return sums;
}
