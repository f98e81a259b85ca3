/**
 * The tables ready to be asked: what a typed word may stand for, entry by entry. Built once for a state of the tables.
 *
 * @clause B-12
 */

import { isPlaceholder } from '../base/placeholders.ts';
import { remember } from '../base/text.ts';
import { writeCalibre } from './calibre-writing.ts';
import type { Model, Reference } from './entry.ts';
import { makersByModel } from './model-as-maker.ts';
import {
  makeNormaliser,
  NONE_PRIOR,
  NOTHING,
  type Normalised,
  type Normaliser,
  surpriseOfNames,
} from './normalise.ts';
import { partNamesOf } from './part-names.ts';
import type { SerialGrammar } from './serial-grammar.ts';
import { joined, partsOf } from './several.ts';

export type Lookup = {
  readonly reference: Reference;
  readonly maker: (text: string) => Normalised;
  /** Where two calibres stand in the field both are told; candidates that are the same in practice name each other. */
  readonly calibre: (text: string) => Normalised;
  /** A model by its name alone, or among those of a maker. */
  readonly model: (text: string, maker?: string) => Normalised;
  readonly modelsOf: (maker: string) => readonly Model[];
  /** How a maker writes its serials. */
  readonly grammarsOf: (maker: string) => readonly SerialGrammar[];
};

/** Texts whose answer is remembered: fields of registers repeat themselves. */
const REMEMBERED = 20_000;

/** π(∅) of a calibre field without a digit: nearly all calibres are numbers, and most other words there are remarks. */
const NO_DIGIT_NONE_PRIOR = 0.97;

/** Makes tables ready. */
export function makeLookup(reference: Reference): Lookup {
  const byMaker = Map.groupBy(reference.models.values(), (model) => model.maker);
  const modelsOf = (maker: string): readonly Model[] => byMaker.get(maker) ?? [];
  // A maker of many models is met more often than one of few, and so is a calibre that many models take.
  const makers = makeNormaliser(reference.makers.values(), {
    weightOf: ({ code }) => 1 + modelsOf(code).length,
    moreNames: partNamesOf(reference.makers.values()),
    otherBits: makersByModel(reference.models.values()),
  });
  const calibres = calibresOf(reference);
  const surprise = surpriseOfNames([...reference.models.values()]);
  const allModels = makeNormaliser(reference.models.values(), { surprise });
  const grammars = Map.groupBy(reference.grammars, (grammar) => grammar.maker);
  const ofMaker = new Map<string, Normaliser>();
  return {
    reference,
    maker: remember(REMEMBERED, knownOnly(makers.find)),
    calibre: remember(
      REMEMBERED,
      knownOnly((text) => {
        const parts = partsOf(text, calibres);
        const found = parts ? joined(parts.map(calibres.find)) : calibres.find(text);
        return withFits(reference, found);
      }),
    ),
    model(text, maker) {
      if (maker === undefined) return allModels.find(text);
      const known = ofMaker.get(maker) ?? makeNormaliser(modelsOf(maker), { surprise });
      ofMaker.set(maker, known);
      return known.find(text);
    },
    modelsOf,
    grammarsOf: (maker) => grammars.get(maker) ?? [],
  };
}

function calibresOf({ calibres, models }: Reference): Normaliser {
  const chambered = new Map<string, number>();
  for (const model of models.values())
    for (const code of model.calibres) chambered.set(code, (chambered.get(code) ?? 0) + 1);
  return makeNormaliser(calibres.values(), {
    writing: writeCalibre,
    digitsDecide: true,
    weightOf: ({ code }) => 1 + (chambered.get(code) ?? 0),
    nonePriorOf: (written) => (/\d/.test(written) ? NONE_PRIOR : NO_DIGIT_NONE_PRIOR),
  });
}

/** Words by which a register says that it does not know name nothing, however much they look like a name. */
function knownOnly(find: (text: string) => Normalised): (text: string) => Normalised {
  return (text) => (isPlaceholder(text) ? NOTHING : find(text));
}

/** Each candidate with those of the others that are the same in practice. */
function withFits({ calibres }: Reference, { candidates, noneProbability }: Normalised): Normalised {
  const fits = (one: string, other: string): boolean => calibres.get(one)!.alsoFits.includes(other);
  return {
    noneProbability,
    candidates: candidates.map((one) => {
      const alsoFits = candidates
        .filter(({ code }) => code !== one.code && (fits(one.code, code) || fits(code, one.code)))
        .map(({ code }) => code);
      return alsoFits.length > 0 ? { ...one, alsoFits } : one;
    }),
  };
}
