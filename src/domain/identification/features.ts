/**
 * What the words beside the number say for or against one arm: for each feature log2 m/u of its level of agreement. Where a
 * word may stand for several things, the levels are weighed by how likely each is; what is not known gives nothing. Words say
 * much of each other, a maker of its country; so their bits together count by the share κ that is not said twice.
 *
 * @clause A-10, B-12
 */
import type { ArmClass } from '../arms/classification.ts';
import type { Lookup } from '../reference/lookup.ts';
import type { MayBe, Profile } from './profile.ts';
import type { Feature, Levels, Weights } from './weights.ts';

/** Bits of each feature on which both sides say something. */
export type FeatureBits = { readonly [Name in Feature]?: number };
export type FeatureComparer = (a: Profile, b: Profile) => FeatureBits;

/** How likely each level of agreement is; what is missing to 1 says nothing. */
export type LevelShares = Readonly<Record<string, number>>;
export type FeatureLevels = { readonly [Name in Feature]?: LevelShares };

/** Classes that people who describe one arm take for each other. */
const NEAR_CLASSES: readonly (readonly ArmClass[])[] = [
  ['pistol', 'revolver', 'blank-firing', 'frame-or-receiver'],
  ['pistol', 'sub-machine-gun'],
  ['assault-rifle', 'rifle', 'carbine', 'sub-machine-gun', 'light-machine-gun', 'frame-or-receiver'],
  ['rifle', 'carbine', 'shotgun', 'muzzle-loader', 'other-small-arm', 'air-or-gas'],
  ['light-machine-gun', 'heavy-machine-gun'],
  ['grenade-launcher', 'anti-tank-launcher', 'recoilless-rifle', 'other-light-weapon'],
];

/** Named limit: pairs of words whose levels are remembered. */
const REMEMBERED = 200_000;

/** Makes what compares profiles by these tables and weights. */
export function makeFeatureComparer(lookup: Lookup, { features, overlap }: Weights): FeatureComparer {
  const levelsOf = makeLevelComparer(lookup);
  const ratios = Object.fromEntries(
    Object.entries(features).map(([feature, levels]) => [feature, ratiosOf(levels)]),
  );
  // Levels are remembered, and so are their bits.
  const known = new Map(
    Object.keys(features).map((feature) => [feature, new WeakMap<LevelShares, number>()]),
  );
  return (a, b) => {
    const bits: { [Name in Feature]?: number } = {};
    const levels = levelsOf(a, b);
    for (const name in levels) {
      const feature = name as Feature;
      const shares = levels[feature]!;
      const ofFeature = known.get(feature)!;
      let own = ofFeature.get(shares);
      if (own === undefined) {
        own = overlap * bitsOf(shares, ratios[feature]!);
        ofFeature.set(shares, own);
      }
      bits[feature] = own;
    }
    return bits;
  };
}

function ratiosOf(levels: Levels): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(levels).map(([level, { m, u }]) => [level, m / u]));
}

function bitsOf(shares: LevelShares, ratios: Readonly<Record<string, number>>): number {
  let ratio = 0;
  let told = 0;
  for (const [level, share] of Object.entries(shares)) {
    ratio += share * ratios[level]!;
    told += share;
  }
  return Math.log2(ratio + Math.max(0, 1 - told));
}

/** Makes what says on which level two profiles agree in each feature of which both speak. */
export function makeLevelComparer(lookup: Lookup): (a: Profile, b: Profile) => FeatureLevels {
  const { makers, calibres } = lookup.reference;
  const isRelated = (a: string, b: string): boolean => {
    const [one, other] = [makers.get(a), makers.get(b)];
    if (!one || !other) return false;
    const kinOf = (maker: typeof one): readonly string[] => [...maker.licenceOf, ...maker.successorOf];
    return (
      kinOf(one).includes(b) || kinOf(other).includes(a) || kinOf(one).some((it) => kinOf(other).includes(it))
    );
  };
  const makerLevel = (a: string, b: string): string =>
    a === b ? 'same' : isRelated(a, b) ? 'related' : 'different';
  const calibreLevel = (a: string, b: string): string => {
    if (a === b) return 'same';
    const [one, other] = [calibres.get(a), calibres.get(b)];
    if (one?.alsoFits.includes(b) || other?.alsoFits.includes(a)) return 'same';
    return one && one.family === other?.family ? 'bore' : 'different';
  };
  const maker = namesComparer(makerLevel);
  const calibre = namesComparer(calibreLevel);
  return (a, b) => {
    const levels: { [Name in Feature]?: LevelShares } = {};
    if (a.maker && b.maker) levels.maker = maker(a.maker, b.maker);
    if (a.calibre && b.calibre) levels.calibre = calibre(a.calibre, b.calibre);
    if (a.model && b.model) levels.model = SURELY[modelLevel(a.model, b.model)];
    if (a.class && b.class) levels.class = SURELY[classLevel(a.class, b.class)];
    if (a.country && b.country) levels.country = sameOrNot(a.country, b.country);
    if (a.year && b.year) levels.year = SURELY[yearLevel(Math.abs(a.year - b.year))];
    if (a.property && b.property) levels.property = sameOrNot(a.property, b.property);
    if (a.importMark && b.importMark) levels.importMark = sameOrNot(a.importMark, b.importMark);
    return levels;
  };
}

const SURELY = {
  same: { same: 1 },
  series: { series: 1 },
  near: { near: 1 },
  different: { different: 1 },
} as const satisfies Record<string, LevelShares>;

const sameOrNot = (a: string, b: string): LevelShares => (a === b ? SURELY.same : SURELY.different);

/** Compares two names by all that each may stand for. */
function namesComparer(levelOf: (a: string, b: string) => string): (a: MayBe, b: MayBe) => LevelShares {
  const known = new Map<string, Map<string, LevelShares>>();
  let count = 0;
  const work = (a: MayBe, b: MayBe): LevelShares => {
    if (a.text === b.text || sharesWord(a.text, b.text)) return SURELY.same;
    const shares: Record<string, number> = {};
    for (const one of a.shares)
      for (const other of b.shares) {
        const level = levelOf(one.code, other.code);
        shares[level] = (shares[level] ?? 0) + one.probability * other.probability;
      }
    return shares;
  };
  return (a, b) => {
    const before = known.get(a.text)?.get(b.text);
    if (before !== undefined) return before;
    if (count++ >= REMEMBERED) {
      known.clear();
      count = 1;
    }
    const shares = work(a, b);
    const ofA = known.get(a.text) ?? new Map<string, LevelShares>();
    known.set(a.text, ofA.set(b.text, shares));
    return shares;
  };
}

/** True where one of two names is a word of the other, as makers are called that stand in no table. */
function sharesWord(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= WORD_MIN && ` ${long} `.includes(` ${short} `);
}
const WORD_MIN = 4;

/** The same words, a number in common, or neither. */
function modelLevel(a: string, b: string): 'same' | 'series' | 'different' {
  if (a === b) return 'same';
  const bare = (text: string): string => text.replaceAll(' ', '');
  if (bare(a) === bare(b)) return 'same';
  const numbers = (text: string): readonly string[] => text.match(/\d+/g) ?? [];
  const [ofA, ofB] = [numbers(a), numbers(b)];
  if (ofA.some((one) => one.length > 1 && ofB.includes(one))) return 'series';
  const [short, long] = a.length < b.length ? [bare(a), bare(b)] : [bare(b), bare(a)];
  return short.length > 2 && long.includes(short) ? 'series' : 'different';
}

function classLevel(a: ArmClass, b: ArmClass): 'same' | 'near' | 'different' {
  if (a === b) return 'same';
  return NEAR_CLASSES.some((group) => group.includes(a) && group.includes(b)) ? 'near' : 'different';
}

function yearLevel(apart: number): 'same' | 'near' | 'different' {
  return apart <= 1 ? 'same' : apart <= 5 ? 'near' : 'different';
}
