/**
 * The weights of identification: how often what is changed when a mark is read and written down, how often two people who
 * describe one arm agree, and how often two who describe different arms do. They are data with a version and the figures they
 * came from; every answer names the version. The symbols are those of docs/theory-of-matching.md.
 *
 * @clause A-10, B-12
 */

/** m and u of one level of agreement: its probability for one arm and for two different ones. */
export type Level = { readonly m: number; readonly u: number };

export type Channel = {
  /** A zero for an O, or an O for a zero, at one place. */
  readonly zero: number;
  /** The same once more in a number in which it happened: whoever takes one for the other does so at most places. */
  readonly zeroAgain: number;
  /** One character for one other that looks like it. */
  readonly alike: number;
  /** The same where both are digits, which are told apart more surely than a digit from a letter. */
  readonly alikeDigits: number;
  /** A letter for any other letter, a digit for any other digit, one for the other kind; shared by all that it may be. */
  readonly letter: number;
  readonly digit: number;
  readonly crossed: number;
  /** Lost without a sign: the letter before all, a zero after letters, any other character, each more at an end. */
  readonly leadingLost: number;
  readonly zeroLost: number;
  readonly lost: number;
  readonly endLost: number;
  /** One character too many: the same twice, or any. */
  readonly doubled: number;
  readonly added: number;
  readonly swappedLetters: number;
  readonly swapped: number;
  /** Of places read with doubt: the share in which the character is another that looks like it, or any. */
  readonly wornAlike: number;
  readonly wornOther: number;
  /** Of places told as one of several: the share in which it is none of these. */
  readonly noneOfThese: number;
};

export const FEATURE_LEVELS = {
  maker: ['same', 'related', 'different'],
  model: ['same', 'series', 'different'],
  calibre: ['same', 'bore', 'different'],
  class: ['same', 'near', 'different'],
  country: ['same', 'different'],
  year: ['same', 'near', 'different'],
  property: ['same', 'different'],
  importMark: ['same', 'different'],
} as const;
export type Feature = keyof typeof FEATURE_LEVELS;
export type Levels = Readonly<Record<string, Level>>;

/** What the figures were counted in, and how, in English: for people who judge them. */
export type From = {
  readonly estimated: string;
  readonly sets: readonly string[];
  readonly procedure: readonly string[];
  /** By the name of a weight: what was counted for it. */
  readonly counts: Readonly<Record<string, string>>;
  /** What could not be counted. */
  readonly assumed: readonly string[];
};

export type Weights = {
  readonly version: string;
  readonly from: From;
  readonly channel: Channel;
  readonly features: Readonly<Record<Feature, Levels>>;
  /** κ: the share of the bits of all features together that is not said twice, for a maker tells its country. */
  readonly overlap: number;
  /** π: the share of sought arms that stand in the register. */
  readonly registered: number;
  /** υ: of those that do not, the share that comes from no lot of which the register holds arms. */
  readonly unseenLot: number;
  /** λ: of pairs of different arms that somebody compares, the share that comes from one lot. */
  readonly lotMates: number;
  /** The prior of a compared pair: one in 2^pairBits is the same arm. */
  readonly pairBits: number;
  /** The share of numbers that a maker gave twice. */
  readonly givenTwice: number;
};

const CHANNEL_NAMES: Readonly<Record<keyof Channel, true>> = {
  zero: true,
  zeroAgain: true,
  alike: true,
  alikeDigits: true,
  letter: true,
  digit: true,
  crossed: true,
  leadingLost: true,
  zeroLost: true,
  lost: true,
  endLost: true,
  doubled: true,
  added: true,
  swappedLetters: true,
  swapped: true,
  wornAlike: true,
  wornOther: true,
  noneOfThese: true,
};
const SHARES = ['overlap', 'registered', 'unseenLot', 'lotMates', 'givenTwice'] as const;
/** Rounded shares of levels add up to one within this. */
const ROUNDING = 0.02;

const isShare = (value: unknown): value is number => typeof value === 'number' && value > 0 && value < 1;
const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');

/** The weights of a file's contents; what cannot be used is told instead. */
export function parseWeights(contents: unknown): Weights | { readonly problem: string } {
  const weights = contents as Weights;
  const { from } = weights ?? {};
  if (typeof weights?.version !== 'string' || ![from?.sets, from?.procedure, from?.assumed].every(isTexts))
    return { problem: 'a version and what the figures come from are missing' };
  for (const name of SHARES)
    if (!isShare(weights[name])) return { problem: `${name} is a share between 0 and 1` };
  for (const name of Object.keys(CHANNEL_NAMES) as (keyof Channel)[])
    if (!isShare(weights.channel?.[name])) return { problem: `channel.${name} is a share between 0 and 1` };
  if (typeof weights.pairBits !== 'number' || !(weights.pairBits > 0 && weights.pairBits < 64))
    return { problem: 'pairBits is a number of bits between 0 and 64' };
  const problem = problemOfLevels(weights.features);
  return problem === undefined ? weights : { problem };
}

function problemOfLevels(features: Weights['features'] | undefined): string | undefined {
  for (const [feature, levels] of Object.entries(FEATURE_LEVELS)) {
    const sums = { m: 0, u: 0 };
    for (const level of levels) {
      const { m, u } = features?.[feature as Feature]?.[level] ?? {};
      if (!isShare(m) || !isShare(u)) return `${feature}, ${level}: m and u are shares between 0 and 1`;
      sums.m += m;
      sums.u += u;
    }
    for (const name of ['m', 'u'] as const)
      if (Math.abs(sums[name] - 1) > ROUNDING) return `${feature}: ${name} of all levels add up to 1`;
  }
  return undefined;
}
