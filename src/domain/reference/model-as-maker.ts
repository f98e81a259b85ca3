/**
 * A model typed where the maker is asked ("jericho", "scar"): the model's name speaks for those who make it, less than their
 * own name would. Only the model's whole name or its first word counts; a word by which many makers call a model tells
 * nothing of one.
 */
import { fold } from '../base/text.ts';
import { typedOf, WHOLE_BITS } from './alignment.ts';
import type { Model } from './entry.ts';
import type { OtherBits } from './normalise.ts';

/** What it costs that a model stands where a maker should: about one such field in sixty. */
const MODEL_COST = 6;
const FIRST_WORD_COST = 3;
const FIRST_WORD_FROM = 4;
const FIRST_WORD_MAKERS_MAX = 2;

/** Makes what tells the makers of a model from its glued letters. */
export function makersByModel(
  models: Iterable<Model>,
): (letters: string, surprise: Float64Array) => readonly OtherBits[] {
  const wholes = new Map<string, Map<string, string>>();
  const firstWords = new Map<string, Map<string, string>>();
  const add = (to: typeof wholes, letters: string, { maker, name }: Model): void => {
    const makers = to.get(letters) ?? new Map<string, string>();
    if (!makers.has(maker)) makers.set(maker, name);
    to.set(letters, makers);
  };
  for (const model of models)
    for (const text of [model.name, ...model.aliases.map((alias) => alias.text)]) {
      const folded = fold(text);
      add(wholes, typedOf(folded).letters, model);
      const [first = ''] = folded.split(' ', 1);
      if (first.length >= FIRST_WORD_FROM && !/\d/.test(first)) add(firstWords, first, model);
    }
  return (letters, surprise) => {
    const [makers, cost] = wholes.has(letters)
      ? [wholes.get(letters)!, MODEL_COST]
      : [firstWords.get(letters) ?? new Map<string, string>(), MODEL_COST + FIRST_WORD_COST];
    if (cost > MODEL_COST && makers.size > FIRST_WORD_MAKERS_MAX) return [];
    const bits = surprise.reduce((sum, one) => sum + one, 2 * WHOLE_BITS) - cost;
    return [...makers].map(([code, by]) => ({ code, bits, by }));
  };
}
