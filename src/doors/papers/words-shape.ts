/** The shape of the fixed words of papers, one for each language. */
import type { SaidKind } from '../../domain/trace/thread.ts';
import type { ChoiceWords, LabelName, PartName, SectionName } from './form.data.ts';

export type PaperWords = {
  /** How the language is called in itself. */
  readonly ownName: string;
  /** BCP 47, as word processors know it. */
  readonly tag: string;
  readonly direction: 'ltr' | 'rtl';
  /** What stands between a name and what it is. */
  readonly colon: string;
  readonly titles: Readonly<Record<'request' | 'form' | 'letter', string>>;
  readonly parts: Readonly<Record<PartName, string>>;
  /** How to fill it in: dates, countries, lists, what is not known. */
  readonly howTo: readonly string[];
  readonly sections: Readonly<Record<SectionName, string>>;
  readonly labels: Readonly<Record<LabelName, string>>;
  readonly choices: ChoiceWords;
  /** Photographs by their side; a mark by its number. */
  readonly sides: Readonly<Record<'left' | 'right' | 'mark' | 'other', string>>;
  readonly scale: string;
  readonly fill: string;
  readonly choose: string;
  readonly signature: string;
  readonly stamp: string;
  readonly ourReference: string;
  readonly yourReference: string;
  readonly date: string;
  readonly articles: string;
  readonly country: string;
  readonly outcome: string;
  /** What a letter is about. */
  readonly subjects: Readonly<Record<SaidKind | 'embargo', string>>;
  /** What a letter says first; the reference is that of the request. */
  readonly says: Readonly<Record<SaidKind | 'embargo', string>>;
};
