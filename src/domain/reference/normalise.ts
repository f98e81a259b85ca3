/**
 * What a typed word may stand for: the entries of a table that it speaks for, each with its bits and its probability, and the
 * probability of none of them. Never a bare guess: where the words fit several entries all of them are told, and what is
 * unknown stays unknown. What was typed is not changed by it.
 *
 * @clause B-12, ITI 11
 */
import { fold } from '../base/text.ts';
import { askedOf, typedOf } from './alignment.ts';
import type { Alias } from './entry.ts';
import { type Best, findBest, type Name, namesOf, tableOf } from './names.ts';
import { type Surprise, surpriseAmong } from './surprise.ts';

export type Named = {
  readonly code: string;
  readonly name: string;
  /** log2 of how much likelier the typing is if this was meant than if anything else was. */
  readonly bits: number;
  readonly probability: number;
  /** The name that it fits best. */
  readonly by: string;
  /** Codes among the other candidates that are the same in practice. */
  readonly alsoFits?: readonly string[];
};

export type Normalised = { readonly candidates: readonly Named[]; readonly noneProbability: number };

/** What normalises against a table; `isName` is true of what stands in it exactly so. */
export type Normaliser = {
  readonly find: (text: string) => Normalised;
  readonly isName: (text: string) => boolean;
};

type Entry = { readonly code: string; readonly name: string; readonly aliases: readonly Alias[] };

/** What else speaks for an entry than its own names. */
export type OtherBits = { readonly code: string; readonly bits: number; readonly by: string };

/** Named limits: characters of a text that are looked at, and candidates told. */
export const NORMALISED_TEXT_MAX = 120;
export const CANDIDATES_MAX = 10;
/** What is less likely than this is no candidate. */
const LIKELY_FROM = 0.01;
/** π: the share of fields that name nothing of the table. */
export const NONE_PRIOR = 0.15;

export const NOTHING: Normalised = { candidates: [], noneProbability: 1 };

export type Comparing<One> = {
  /** Brings text and names into one form before they are compared. */
  readonly writing?: (text: string) => string;
  /** How often an entry is met, beside the others. */
  readonly weightOf?: (entry: One) => number;
  /** π(∅), where it depends on what was typed. */
  readonly nonePriorOf?: (written: string) => number;
  /** More names by which an entry may go, made of its own. */
  readonly moreNames?: (entry: One) => readonly string[];
  /** Numbers are what the entries are told apart by: words without a digit are only compared with names without one. */
  readonly digitsDecide?: true;
  /** How surprising letters are; unless told, among the names of these entries. */
  readonly surprise?: Surprise;
  readonly otherBits?: (letters: string, surprise: Float64Array) => readonly OtherBits[];
  /** Compares with every name to the end: slow, and held by the tests to be the same. */
  readonly thorough?: true;
};

/** Makes what normalises against these entries. */
export function makeNormaliser<One extends Entry>(
  entries: Iterable<One>,
  {
    writing = fold,
    weightOf = () => 1,
    nonePriorOf = () => NONE_PRIOR,
    moreNames = () => [],
    otherBits = () => [],
    surprise,
    digitsDecide,
    thorough,
  }: Comparing<One> = {},
): Normaliser {
  const all = [...entries];
  const places = new Map(all.map(({ code }, place) => [code, place]));
  const whole = all.reduce((sum, entry) => sum + weightOf(entry), 0);
  const shares = Float64Array.from(all, (entry) => weightOf(entry) / whole);
  const shareBits = shares.map(Math.log2);
  const surpriseOf = surprise ?? surpriseOfNames(all, { writing, moreNames });
  const names: readonly Name[] = all.flatMap((entry, place) =>
    namesOf(textsOf(entry, moreNames), place, writing),
  );
  const table = tableOf(names);
  const wordy = digitsDecide ? tableOf(names.filter(({ letters }) => !/\d/.test(letters))) : table;
  const exact = Map.groupBy(names, ({ letters }) => letters);
  const typedAs = (text: string) => writing(text.slice(0, NORMALISED_TEXT_MAX));
  return {
    isName: (text) => exact.has(typedOf(typedAs(text)).letters),
    find(text) {
      const written = typedAs(text);
      const typed = typedOf(written);
      if (typed.letters === '') return NOTHING;
      const nonePrior = nonePriorOf(written);
      const priorOf = (entry: number): number => (1 - nonePrior) * shares[entry]!;
      const known = exact.get(typed.letters);
      const letterBits = surpriseOf(written);
      const best = findBest(
        askedOf(typed, letterBits),
        known ? tableOf(known) : /\d/.test(typed.letters) ? table : wordy,
        {
          shareBits,
          nonePrior,
          thorough: thorough ?? false,
        },
      );
      // What stands exactly so in the table, or has a word that does, is not also looked for as something else.
      const isNamed = known !== undefined || written.split(' ').some((word) => exact.has(word));
      for (const { code, bits, by } of isNamed ? [] : otherBits(typed.letters, letterBits)) {
        const entry = places.get(code)!;
        if (bits > (best.get(entry)?.bits ?? 0)) best.set(entry, { bits, by, place: names.length });
      }
      return weighed(all, priorOf, nonePrior, best);
    },
  };
}

/** How surprising letters are among the names of these entries. */
export function surpriseOfNames<One extends Entry>(
  entries: readonly One[],
  { writing = fold, moreNames = () => [] }: Pick<Comparing<One>, 'writing' | 'moreNames'> = {},
): Surprise {
  return surpriseAmong(() => entries.map((entry) => textsOf(entry, moreNames).map(writing)));
}

function textsOf<One extends Entry>(
  entry: One,
  moreNames: (entry: One) => readonly string[],
): readonly string[] {
  return [entry.name, ...entry.aliases.map(({ text }) => text), ...moreNames(entry)];
}

/** Shares the probability among the entries and none of them. */
function weighed(
  all: readonly Entry[],
  priorOf: (entry: number) => number,
  nonePrior: number,
  best: ReadonlyMap<number, Best>,
): Normalised {
  const weights = [...best].map(([entry, { bits, by }]) => ({
    entry,
    bits,
    by,
    weight: priorOf(entry) * 2 ** bits,
  }));
  const sum = weights.reduce((total, { weight }) => total + weight, nonePrior);
  const candidates = weights.map(({ entry, bits, by, weight }) => ({
    code: all[entry]!.code,
    name: all[entry]!.name,
    bits,
    probability: weight / sum,
    by,
  }));
  return { candidates: likeliest(candidates), noneProbability: nonePrior / sum };
}

/** The candidates that are likely enough to be told, the likeliest first. */
export function likeliest(candidates: readonly Named[]): readonly Named[] {
  return candidates
    .filter(({ probability }) => probability >= LIKELY_FROM)
    .sort((a, b) => b.probability - a.probability || (a.code < b.code ? -1 : 1))
    .slice(0, CANDIDATES_MAX);
}

/** True where a typed text is one entry with this much certainty, which is then told. */
export function findSure({ candidates }: Normalised, from = 0.9): Named | undefined {
  const [first] = candidates;
  return first && first.probability >= from ? first : undefined;
}
