/**
 * The fixed words of papers, in the six languages in which States write to each other. Each language is one file of data of one
 * shape; what is filled in is never translated.
 */
import { AR } from './words-ar.data.ts';
import { EN } from './words-en.data.ts';
import { ES } from './words-es.data.ts';
import { FR } from './words-fr.data.ts';
import { RU } from './words-ru.data.ts';
import type { PaperWords } from './words-shape.ts';
import { ZH } from './words-zh.data.ts';

export const PAPER_LANGUAGES = ['en', 'fr', 'ar', 'es', 'ru', 'zh'] as const;
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number];

export const PAPER_WORDS: Readonly<Record<PaperLanguage, PaperWords>> = {
  en: EN,
  fr: FR,
  ar: AR,
  es: ES,
  ru: RU,
  zh: ZH,
};

/** The language of a code, or undefined where papers have no words in it. */
export function parsePaperLanguage(code: string | undefined): PaperLanguage | undefined {
  return PAPER_LANGUAGES.find((one) => one === code);
}
