/** The words of the closed lists of tracing, by language. */
import type { Language } from '../web/words/words.ts';
import { TRACE_AR } from './trace-ar.ts';
import { TRACE_EN } from './trace-en.ts';
import { TRACE_FR } from './trace-fr.ts';
import type { TraceTerms } from './trace-shape.ts';

export const TRACE_TERMS: Readonly<Record<Language, TraceTerms>> = {
  en: TRACE_EN,
  fr: TRACE_FR,
  ar: TRACE_AR,
};
