/**
 * What somebody says of an arm beside its number, made ready to be compared: typed names as what they may stand for, each with
 * its probability. What is not known says nothing.
 */
import type { ArmClass } from '../arms/classification.ts';
import { isPlaceholder } from '../base/placeholders.ts';
import { fold } from '../base/text.ts';
import { classNamed } from '../intake/class-words.ts';
import { findCountry } from '../intake/countries.ts';
import type { Lookup } from '../reference/lookup.ts';
import { NORMALISED_TEXT_MAX, type Normalised } from '../reference/normalise.ts';

/** An arm as it is described; every word as it was typed. */
export type Described = {
  readonly maker?: string | undefined;
  readonly model?: string | undefined;
  readonly calibre?: string | undefined;
  readonly class?: string | undefined;
  readonly country?: string | undefined;
  readonly year?: number | undefined;
  readonly property?: string | undefined;
  readonly importMark?: string | undefined;
};

/** A name and what it may stand for. */
export type MayBe = { readonly text: string; readonly shares: readonly Share[] };
export type Share = { readonly code: string; readonly probability: number };

export type Profile = {
  readonly maker: MayBe | undefined;
  readonly calibre: MayBe | undefined;
  /** Its words, folded. */
  readonly model: string | undefined;
  readonly class: ArmClass | undefined;
  readonly country: string | undefined;
  readonly year: number | undefined;
  readonly property: string | undefined;
  readonly importMark: string | undefined;
};

/** Makes a description ready. */
export function profileOf(lookup: Lookup, described: Described): Profile {
  return {
    maker: mayBe(described.maker, lookup.maker),
    calibre: mayBe(described.calibre, lookup.calibre),
    model: wordsOf(described.model),
    class: described.class === undefined ? undefined : classNamed(described.class)?.class,
    country: countryIn(described.country),
    year: described.year,
    property: wordsOf(described.property),
    importMark: wordsOf(described.importMark),
  };
}

function mayBe(typed: string | undefined, normalise: (text: string) => Normalised): MayBe | undefined {
  const text = typed?.slice(0, NORMALISED_TEXT_MAX).trim() ?? '';
  if (text === '' || isPlaceholder(text)) return undefined;
  return { text: fold(text), shares: normalise(text).candidates };
}

function wordsOf(typed: string | undefined): string | undefined {
  const text = typed?.slice(0, NORMALISED_TEXT_MAX) ?? '';
  return text === '' || isPlaceholder(text) ? undefined : fold(text) || undefined;
}

function countryIn(typed: string | undefined): string | undefined {
  if (typed === undefined || typed === '' || isPlaceholder(typed)) return undefined;
  return /^[A-Z]{2}$/.test(typed) ? typed : findCountry(typed);
}
