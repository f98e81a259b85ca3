/**
 * What a typed word may stand for: the entries of a table that it speaks for, each with its bits and its probability, and the
 * probability of none of them. Never a bare guess: where the words fit several entries all of them are told, and what is
 * unknown stays unknown. What was typed is not changed by it.
 *
 * @clause B-12, ITI 11
 */
import { fold } from '../base/text.ts';
import { alignedBits, NAME_MAX, typedOf } from './alignment.ts';
import type { Alias } from './entry.ts';

export type Named = {
  readonly code: string;
  readonly name: string;
  /** log2 of how much likelier the typing is if this was meant than if anything else was. */
  readonly bits: number;
  readonly probability: number;
  /** The name that it fits best. */
  readonly by: string;
};

export type Normalised = { readonly candidates: readonly Named[]; readonly noneProbability: number };

export type Normaliser = (text: string) => Normalised;

type Entry = { readonly code: string; readonly name: string; readonly aliases: readonly Alias[] };

/** Named limits: characters of a text that are looked at, and candidates told. */
export const NORMALISED_TEXT_MAX = 120;
export const CANDIDATES_MAX = 10;
/** What is less likely than this is no candidate. */
const LIKELY_FROM = 0.01;
/** π: the share of fields that name nothing of the table. */
const NONE_PRIOR = 0.15;

const NOTHING: Normalised = { candidates: [], noneProbability: 1 };

type Name = { readonly letters: string; readonly text: string; readonly entry: number };

export type Comparing<One> = {
  /** Brings text and names into one form before they are compared. */
  readonly writing?: (text: string) => string;
  /** How often an entry is met, beside the others. */
  readonly weightOf?: (entry: One) => number;
};

/** Makes what normalises against these entries. */
export function makeNormaliser<One extends Entry>(
  entries: Iterable<One>,
  { writing = fold, weightOf = () => 1 }: Comparing<One> = {},
): Normaliser {
  const all = [...entries];
  const whole = all.reduce((sum, entry) => sum + weightOf(entry), 0);
  const priors = all.map((entry) => ((1 - NONE_PRIOR) * weightOf(entry)) / whole);
  const names = all.flatMap(({ name, aliases }, entry) => namesOf(name, aliases, entry, writing));
  const exact = Map.groupBy(names, ({ letters }) => letters);
  return (text) => {
    const typed = typedOf(writing(text.slice(0, NORMALISED_TEXT_MAX)));
    if (typed.letters === '') return NOTHING;
    const best = new Map<number, { bits: number; by: string }>();
    // What stands exactly so in the table is not also looked for as a misspelling of something else.
    for (const { letters, text: by, entry } of exact.get(typed.letters) ?? names) {
      const bits = alignedBits(typed, letters);
      if (bits > (best.get(entry)?.bits ?? 0)) best.set(entry, { bits, by });
    }
    return weighed(all, priors, best);
  };
}

function namesOf(
  name: string,
  aliases: readonly Alias[],
  entry: number,
  writing: (text: string) => string,
): readonly Name[] {
  const texts = [name, ...aliases.map((alias) => alias.text)];
  const byLetters = new Map(texts.map((text) => [typedOf(writing(text)).letters, text]));
  return [...byLetters]
    .filter(([letters]) => letters !== '' && letters.length <= NAME_MAX)
    .map(([letters, text]) => ({ letters, text, entry }));
}

/** Shares the probability among the entries and none of them. */
function weighed(
  all: readonly Entry[],
  priors: readonly number[],
  best: ReadonlyMap<number, { bits: number; by: string }>,
): Normalised {
  const weights = [...best].map(([entry, { bits, by }]) => ({
    entry,
    bits,
    by,
    weight: priors[entry]! * 2 ** bits,
  }));
  const sum = weights.reduce((total, { weight }) => total + weight, NONE_PRIOR);
  const candidates = weights
    .map(({ entry, bits, by, weight }) => ({
      code: all[entry]!.code,
      name: all[entry]!.name,
      bits,
      probability: weight / sum,
      by,
    }))
    .filter(({ probability }) => probability >= LIKELY_FROM)
    .sort((a, b) => b.probability - a.probability || (a.code < b.code ? -1 : 1))
    .slice(0, CANDIDATES_MAX);
  return { candidates, noneProbability: NONE_PRIOR / sum };
}

/** True where a typed text is one entry with this much certainty, which is then told. */
export function findSure({ candidates }: Normalised, from = 0.9): Named | undefined {
  const [first] = candidates;
  return first && first.probability >= from ? first : undefined;
}
