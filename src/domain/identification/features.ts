/**
 * What the words beside the number say for or against one arm: for each feature log2 m/u of its level of agreement. Where a
 * word may stand for several things, the levels are weighed by how likely each is; what is not known gives nothing.
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

/** Classes that people who describe one arm take for each other. */
const NEAR_CLASSES: readonly (readonly ArmClass[])[] = [
  ['pistol', 'revolver', 'blank-firing', 'frame-or-receiver'],
  ['pistol', 'sub-machine-gun'],
  ['assault-rifle', 'rifle', 'carbine', 'sub-machine-gun', 'light-machine-gun', 'frame-or-receiver'],
  ['rifle', 'carbine', 'shotgun', 'muzzle-loader', 'other-small-arm', 'air-or-gas'],
  ['light-machine-gun', 'heavy-machine-gun'],
  ['grenade-launcher', 'anti-tank-launcher', 'recoilless-rifle', 'other-light-weapon'],
];

/** Named limit: pairs of words whose bits are remembered. */
const REMEMBERED = 200_000;

/** Makes what compares profiles by these tables and weights. */
export function makeFeatureComparer(lookup: Lookup, { features }: Weights): FeatureComparer {
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
  const maker = namesComparer(features.maker, makerLevel);
  const calibre = namesComparer(features.calibre, calibreLevel);
  const bitsOf = (feature: Feature, level: string): number => {
    const { m, u } = features[feature][level]!;
    return Math.log2(m / u);
  };
  return (a, b) => {
    const bits: { -readonly [Name in Feature]?: number } = {};
    if (a.maker && b.maker) bits.maker = maker(a.maker, b.maker);
    if (a.calibre && b.calibre) bits.calibre = calibre(a.calibre, b.calibre);
    if (a.model && b.model) bits.model = bitsOf('model', modelLevel(a.model, b.model));
    if (a.class && b.class) bits.class = bitsOf('class', classLevel(a.class, b.class));
    if (a.country && b.country)
      bits.country = bitsOf('country', a.country === b.country ? 'same' : 'different');
    if (a.year && b.year) bits.year = bitsOf('year', yearLevel(Math.abs(a.year - b.year)));
    if (a.property && b.property)
      bits.property = bitsOf('property', a.property === b.property ? 'same' : 'different');
    if (a.importMark && b.importMark)
      bits.importMark = bitsOf('importMark', a.importMark === b.importMark ? 'same' : 'different');
    return bits;
  };
}

/** Compares two names by all that each may stand for. */
function namesComparer(
  levels: Levels,
  levelOf: (a: string, b: string) => string,
): (a: MayBe, b: MayBe) => number {
  const known = new Map<string, number>();
  const ratios = Object.fromEntries(Object.entries(levels).map(([level, { m, u }]) => [level, m / u]));
  const work = (a: MayBe, b: MayBe): number => {
    if (a.text === b.text || sharesWord(a.text, b.text)) return Math.log2(ratios.same!);
    let sum = 0;
    let told = 0;
    for (const one of a.shares)
      for (const other of b.shares) {
        const share = one.probability * other.probability;
        told += share;
        sum += share * ratios[levelOf(one.code, other.code)]!;
      }
    return Math.log2(sum + Math.max(0, 1 - told));
  };
  return (a, b) => {
    const key = `${a.text}\n${b.text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= REMEMBERED) known.clear();
    const bits = work(a, b);
    known.set(key, bits);
    return bits;
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
