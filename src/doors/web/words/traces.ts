/** The words of the trace desk and of its forms, by language. */
import { TRACE_FORMS_AR } from './trace-forms-ar.ts';
import { TRACE_FORMS_EN, type TraceFormWords } from './trace-forms-en.ts';
import { TRACE_FORMS_FR } from './trace-forms-fr.ts';
import { TRACES_AR } from './traces-ar.ts';
import { TRACES_EN, type TracesWords } from './traces-en.ts';
import { TRACES_FR } from './traces-fr.ts';
import type { Language } from './words.ts';

export const TRACES_WORDS: Readonly<Record<Language, TracesWords>> = {
  en: TRACES_EN,
  fr: TRACES_FR,
  ar: TRACES_AR,
};

export const TRACE_FORM_WORDS: Readonly<Record<Language, TraceFormWords>> = {
  en: TRACE_FORMS_EN,
  fr: TRACE_FORMS_FR,
  ar: TRACE_FORMS_AR,
};
