/**
 * The tables ready to be asked: what a typed word may stand for, entry by entry. Built once for a state of the tables.
 *
 * @clause B-12
 */
import { remember } from '../base/text.ts';
import { writeCalibre } from './calibre-writing.ts';
import type { Model, Reference } from './entry.ts';
import { makeNormaliser, type Normalised, type Normaliser } from './normalise.ts';
import type { SerialGrammar } from './serial-grammar.ts';

export type Lookup = {
  readonly reference: Reference;
  readonly maker: Normaliser;
  readonly calibre: Normaliser;
  /** A model by its name alone, or among those of a maker. */
  readonly model: (text: string, maker?: string) => Normalised;
  readonly modelsOf: (maker: string) => readonly Model[];
  /** How a maker writes its serials. */
  readonly grammarsOf: (maker: string) => readonly SerialGrammar[];
};

/** Texts whose answer is remembered: fields of registers repeat themselves. */
const REMEMBERED = 5_000;

/** Makes tables ready. */
export function makeLookup(reference: Reference): Lookup {
  const byMaker = Map.groupBy(reference.models.values(), (model) => model.maker);
  const modelsOf = (maker: string): readonly Model[] => byMaker.get(maker) ?? [];
  // A maker of many models is met more often than one of few, and so is a calibre that many models take.
  const makers = makeNormaliser(reference.makers.values(), {
    weightOf: ({ code }) => 1 + modelsOf(code).length,
  });
  const chambered = new Map<string, number>();
  for (const { calibres } of reference.models.values())
    for (const code of calibres) chambered.set(code, (chambered.get(code) ?? 0) + 1);
  const calibres = makeNormaliser(reference.calibres.values(), {
    writing: writeCalibre,
    weightOf: ({ code }) => 1 + (chambered.get(code) ?? 0),
  });
  const allModels = makeNormaliser(reference.models.values());
  const grammars = Map.groupBy(reference.grammars, (grammar) => grammar.maker);
  const ofMaker = new Map<string, Normaliser>();
  return {
    reference,
    maker: remember(REMEMBERED, makers),
    calibre: remember(REMEMBERED, calibres),
    model(text, maker) {
      if (maker === undefined) return allModels(text);
      const known = ofMaker.get(maker) ?? makeNormaliser(modelsOf(maker));
      ofMaker.set(maker, known);
      return known(text);
    },
    modelsOf,
    grammarsOf: (maker) => grammars.get(maker) ?? [],
  };
}
