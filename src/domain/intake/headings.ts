/**
 * Reads one heading of a register's column: which field it names and how surely. Headings come in seven languages,
 * with underscores, run together, cut short, in two rows; part of a heading counts for less than the whole.
 */

import { findPhrase, fold, foldHeading, phraseMap, remember } from '../base/text.ts';
import { AMBIGUOUS_HEADINGS, DERIVED_WORDS, HEADING_WORDS, LESSER_HEADINGS } from './headings.data.ts';
import type { Field } from './understood.ts';

export type ReadHeading = { readonly field: Field; readonly confidence: number; readonly ambiguous: boolean };

const BY_PHRASE: ReadonlyMap<string, Field> = phraseMap<Field>(HEADING_WORDS);
const BY_SQUEEZED = new Map([...BY_PHRASE].map(([phrase, field]) => [phrase.replaceAll(' ', ''), field]));
const AMBIGUOUS = new Set(AMBIGUOUS_HEADINGS.split('|').map(fold));
const LESSER = new Set(LESSER_HEADINGS.split('|').map(fold));
const DERIVED = new Set(DERIVED_WORDS.split('|').map(fold));
const LONGEST_HEADING_CHARACTERS = 80;
/** The confidence of a heading that is another's with a word such as "final" or "v2". */
export const DERIVED_CONFIDENCE = 0.7;
/** A heading of which only part is known counts for this much at most. */
const PART_CONFIDENCE = 0.75;

/** The field a heading names, or undefined where none of its words is known. */
export const readHeading: (heading: string) => ReadHeading | undefined = remember(5_000, (heading) => {
  if (heading.length > LONGEST_HEADING_CHARACTERS) return undefined;
  const folded = foldHeading(heading);
  if (folded === '') return undefined;
  const whole = BY_PHRASE.get(folded) ?? BY_SQUEEZED.get(folded.replaceAll(' ', ''));
  const ambiguous = AMBIGUOUS.has(folded);
  if (whole !== undefined)
    return { field: whole, confidence: ambiguous ? 0.8 : LESSER.has(folded) ? 0.85 : 0.97, ambiguous };
  const words = folded.split(' ');
  const core = words.filter((word) => !DERIVED.has(word));
  if (core.length < words.length && core.length > 0) {
    const derived = BY_PHRASE.get(core.join(' '));
    if (derived !== undefined) return { field: derived, confidence: DERIVED_CONFIDENCE, ambiguous: false };
  }
  const part = findPhrase(folded, BY_PHRASE, 6);
  if (
    !part ||
    part.value === 'production' ||
    (part.value === 'ignore' && words.length > 1) ||
    part.phrase.length < 3
  )
    return undefined;
  const share = part.phrase.split(' ').length / words.length;
  return { field: part.value, confidence: PART_CONFIDENCE * (0.6 + 0.4 * share), ambiguous: false };
});
