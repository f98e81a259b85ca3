/**
 * The shape of a catalogue of refusals: one sentence for every code in every language, and the words for what facts name by
 * codes. A sentence gets its facts already formatted, so it never knows whether it stands on a page or on a terminal.
 *
 * How to add a refusal: its code and sentence in refusals-en.ts (or people-en.ts, keeping-en.ts, tracing-en.ts), then in the files of the other two
 * languages; the types say what is missing, and refusals.test.ts says which code in the source has no sentence.
 */
import type { Field, Reach } from '../../domain/access/scope.ts';
import type { Channel } from '../../domain/contacts/contact.ts';
import type { Party } from '../../domain/custody/party.ts';
import type { DocumentRefusal } from '../../domain/documents/document.ts';
import type { Need } from '../../domain/reference/parse.ts';
import type { SheetProblemCode } from '../sheets/problem.ts';
import type { ACT_WORDS_EN } from './acts-en.ts';
import type { DirectoryRefusal } from './directory-sentences.ts';
import type { EXCHANGE_EN } from './exchange-en.ts';
import type { KEEPING_EN } from './keeping-en.ts';
import type { ListingRefusal } from './listing-sentences.ts';
import type { PEOPLE_EN } from './people-en.ts';
import type { REFUSALS_EN } from './refusals-en.ts';
import type { TRACING_EN } from './tracing-en.ts';

/** Facts by name, each as it stands in the sentence; one that a refusal does not carry is absent. */
export type Told = Readonly<Record<string, string | undefined>>;
export type Say = (facts: Told) => string;

/** Every refusal that has a sentence. */
export type RefusalCode =
  | keyof typeof REFUSALS_EN
  | keyof typeof KEEPING_EN
  | keyof typeof PEOPLE_EN
  | keyof typeof EXCHANGE_EN
  | DirectoryRefusal
  | keyof typeof TRACING_EN
  | ListingRefusal
  | DocumentRefusal
  | SheetProblemCode;

export type RefusalSentences = Readonly<Record<keyof typeof REFUSALS_EN, Say>>;
export type KeepingSentences = Readonly<Record<keyof typeof KEEPING_EN, Say>>;
export type ExchangeSentences = Readonly<Record<keyof typeof EXCHANGE_EN, Say>>;
export type PeopleSentences = Readonly<Record<keyof typeof PEOPLE_EN, Say>>;
export type TracingSentences = Readonly<Record<keyof typeof TRACING_EN, Say>>;
export type SheetSentences = Readonly<Record<SheetProblemCode, Say>>;

export type ActCode = keyof typeof ACT_WORDS_EN;

/** Words for codes that stand in facts, beside those of the terms of the field. */
export type FactWords = {
  /** What a role may or may not do: "find arms", as the language says it after "your role does not include". */
  readonly acts: Readonly<Record<ActCode, string>>;
  readonly fields: Readonly<Record<Field, string>>;
  readonly reaches: Readonly<Record<Reach, string>>;
  readonly partyStates: Readonly<Record<Party['state'], string>>;
  readonly grounds: Readonly<
    Record<'retention-ended' | 'court-order' | 'authority-order' | 'request', string>
  >;
  /** What a cell of a reference table needs. */
  readonly needs: Readonly<Record<Need, string>>;
  /** The ways by which a contact takes requests. */
  readonly channels: Readonly<Record<Channel, string>>;
  /** What a party or a right lacks. */
  readonly lacks: Readonly<Record<'name' | 'kind' | 'parent' | 'into', string>>;
};
