/** The words of files that name persons or sites, in every language side by side: one that lacks a word does not compile. */
import type { AskedField, ExportState } from '../../../domain/access/export-request.ts';
import type { Reach } from '../../../domain/access/scope.ts';
import { EXPORTS_AR } from './exports-ar.ts';
import { EXPORTS_EN } from './exports-en.ts';
import { EXPORTS_FR } from './exports-fr.ts';
import type { Language } from './words.ts';

type Plain =
  | 'title'
  | 'lead'
  | 'waiting'
  | 'all'
  | 'noneWaits'
  | 'none'
  | 'own'
  | 'noneOwn'
  | 'toDecide'
  | 'ready'
  | 'lately'
  | 'allOfThem'
  | 'who'
  | 'program'
  | 'unknownPerson'
  | 'when'
  | 'purpose'
  | 'purposeHint'
  | 'arms'
  | 'fields'
  | 'state'
  | 'open'
  | 'decide'
  | 'back'
  | 'next'
  | 'oneTitle'
  | 'search'
  | 'everything'
  | 'forgotten'
  | 'withheld'
  | 'number'
  | 'register'
  | 'reach'
  | 'reason'
  | 'reasonHint'
  | 'decision'
  | 'drawn'
  | 'digest'
  | 'askTitle'
  | 'askSays'
  | 'askWay'
  | 'ask'
  | 'fieldsMissing'
  | 'purposeMissing'
  | 'reasonShort'
  | 'decideTitle'
  | 'decideSays'
  | 'verdict'
  | 'approve'
  | 'refuse'
  | 'verdictMissing'
  | 'words'
  | 'wordsHint'
  | 'wordsShort'
  | 'send'
  | 'drawTitle'
  | 'drawSays'
  | 'csv'
  | 'xlsx';
export type ExportWords = Readonly<Record<Plain, string>> & {
  readonly kinds: Readonly<Record<AskedField, string>>;
  readonly kindHints: Readonly<Record<AskedField, string>>;
  readonly states: Readonly<Record<ExportState, string>>;
  readonly reaches: Readonly<Record<Reach, string>>;
  readonly until: (moment: string) => string;
  readonly decidedBy: (name: string, moment: string) => string;
  readonly drawnOn: (moment: string, arms: string) => string;
};

export const EXPORT_WORDS: Readonly<Record<Language, ExportWords>> = {
  en: EXPORTS_EN,
  fr: EXPORTS_FR,
  ar: EXPORTS_AR,
};
