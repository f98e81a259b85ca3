/** The words of lists of lost and stolen arms and of hits, in every language: one that lacks a word does not compile. */

import { LISTING_AR } from './listing-ar.ts';
import { LISTING_EN, type ListingWords } from './listing-en.ts';
import { LISTING_FR } from './listing-fr.ts';
import type { Language } from './words.ts';

export const LISTING_WORDS: Readonly<Record<Language, ListingWords>> = {
  en: LISTING_EN,
  fr: LISTING_FR,
  ar: LISTING_AR,
};
