/** The three catalogues together, and which one a visitor gets: the one asked for, else what the browser prefers. */
import { AR } from './ar.ts';
import { AR_TERMS } from './ar-terms.ts';
import { EN } from './en.ts';
import { EN_TERMS } from './en-terms.ts';
import { FR } from './fr.ts';
import { FR_TERMS } from './fr-terms.ts';
import type { Language, Words } from './words.ts';

export const CATALOGUES: Readonly<Record<Language, Words>> = {
  en: { ...EN, terms: EN_TERMS, language: 'en' },
  fr: { ...FR, terms: FR_TERMS, language: 'fr' },
  ar: { ...AR, terms: AR_TERMS, language: 'ar' },
};

export const LANGUAGES: readonly Language[] = ['en', 'fr', 'ar'];

/** Reads a language as it may stand in an address. */
export function parseLanguage(text: string | undefined): Language | undefined {
  return LANGUAGES.find((one) => one === text);
}

const HEADER_LENGTH_MAX = 500;

/** The language a browser would rather have, by its Accept-Language header; English where it names none of ours. */
export function preferredLanguage(header: string | undefined): Language {
  const wishes = (header ?? '')
    .slice(0, HEADER_LENGTH_MAX)
    .split(',')
    .map((wish) => {
      const [tag = '', ...rest] = wish.trim().toLowerCase().split(';');
      const weight = Number(
        rest
          .find((part) => part.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      );
      return { language: parseLanguage(tag.split('-')[0]), weight: Number.isFinite(weight) ? weight : 0 };
    })
    .filter((wish) => wish.language !== undefined && wish.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return wishes[0]?.language ?? 'en';
}
