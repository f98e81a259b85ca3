/** The words of certified reports of traces, by language. */
import { REPORT_AR } from './report-ar.ts';
import { REPORT_EN } from './report-en.ts';
import { REPORT_FR } from './report-fr.ts';
import type { ReportWords } from './report-shape.ts';
import type { Language } from './words.ts';

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = {
  en: REPORT_EN,
  fr: REPORT_FR,
  ar: REPORT_AR,
};
