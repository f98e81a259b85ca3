/**
 * What a refusal says to a person, in each language: what was expected, what came, what to do, with the clause it rests on.
 * Every door shows these. The sentences stand in refusals-*.ts, people-*.ts, keeping-*.ts and tracing-*.ts, those of documents in
 * document-sentences.ts, those of contacts in directory-sentences.ts, those of lists and hits in listing-sentences.ts
 * and those of sheets in English in sheets/say.ts; refusal-shape.ts tells how one is added.
 *
 * What could go wrong: a value from outside that reorders or breaks a sentence. So a door gives its own way of setting such
 * values in, and what facts name by a code of ours is said in the words of the language.
 */
import type { Refusal } from '../../domain/base/refusal.ts';
import type { DocumentRefusal } from '../../domain/documents/document.ts';
import type { SheetProblem, SheetProblemCode } from '../sheets/problem.ts';
import { sayProblem } from '../sheets/say.ts';
import { AR_TERMS } from '../web/words/ar-terms.ts';
import { EN_TERMS } from '../web/words/en-terms.ts';
import { FR_TERMS } from '../web/words/fr-terms.ts';
import type { Language, Terms } from '../web/words/words.ts';
import { DIRECTORY_SENTENCES } from './directory-sentences.ts';
import { DOCUMENT_SENTENCES } from './document-sentences.ts';
import { EXCHANGE_AR } from './exchange-ar.ts';
import { EXCHANGE_EN } from './exchange-en.ts';
import { EXCHANGE_FR } from './exchange-fr.ts';
import { FACTS_AR } from './facts-ar.ts';
import { FACTS_EN } from './facts-en.ts';
import { FACTS_FR } from './facts-fr.ts';
import { KEEPING_AR, SHEETS_AR } from './keeping-ar.ts';
import { KEEPING_EN } from './keeping-en.ts';
import { KEEPING_FR, SHEETS_FR } from './keeping-fr.ts';
import { LISTING_SENTENCES } from './listing-sentences.ts';
import { PEOPLE_AR } from './people-ar.ts';
import { PEOPLE_EN } from './people-en.ts';
import { PEOPLE_FR } from './people-fr.ts';
import type { FactWords, RefusalCode, Say, Told } from './refusal-shape.ts';
import { REFUSALS_AR } from './refusals-ar.ts';
import { REFUSALS_EN } from './refusals-en.ts';
import { REFUSALS_FR } from './refusals-fr.ts';
import { TRACE_TERMS } from './trace-terms.ts';
import { TRACING_AR } from './tracing-ar.ts';
import { TRACING_EN } from './tracing-en.ts';
import { TRACING_FR } from './tracing-fr.ts';

function documentsIn(language: Language): Readonly<Record<DocumentRefusal, Say>> {
  const said = Object.entries(DOCUMENT_SENTENCES[language]).map(([code, say]): [string, Say] => [
    code,
    (facts) => say((name) => facts[name] ?? ''),
  ]);
  return Object.fromEntries(said) as Record<DocumentRefusal, Say>;
}

type Sentences = Readonly<Record<RefusalCode, Say>>;

/** Every sentence in every language; what English says of sheets is longer, and is in sheets/say.ts. */
export const SENTENCES: { readonly en: Omit<Sentences, SheetProblemCode> } & Readonly<
  Record<'fr' | 'ar', Sentences>
> = {
  en: {
    ...REFUSALS_EN,
    ...PEOPLE_EN,
    ...KEEPING_EN,
    ...EXCHANGE_EN,
    ...TRACING_EN,
    ...documentsIn('en'),
    ...DIRECTORY_SENTENCES.en,
    ...LISTING_SENTENCES.en,
  },
  fr: {
    ...REFUSALS_FR,
    ...PEOPLE_FR,
    ...KEEPING_FR,
    ...EXCHANGE_FR,
    ...SHEETS_FR,
    ...documentsIn('fr'),
    ...DIRECTORY_SENTENCES.fr,
    ...TRACING_FR,
    ...LISTING_SENTENCES.fr,
  },
  ar: {
    ...REFUSALS_AR,
    ...PEOPLE_AR,
    ...KEEPING_AR,
    ...EXCHANGE_AR,
    ...SHEETS_AR,
    ...documentsIn('ar'),
    ...DIRECTORY_SENTENCES.ar,
    ...TRACING_AR,
    ...LISTING_SENTENCES.ar,
  },
};

export const FACT_WORDS: Readonly<Record<Language, FactWords>> = { en: FACTS_EN, fr: FACTS_FR, ar: FACTS_AR };
const TERMS: Readonly<Record<Language, Terms>> = { en: EN_TERMS, fr: FR_TERMS, ar: AR_TERMS };

/** How a door sets values into a sentence. */
export type Setting = {
  /** Text from outside: names, numbers of arms, files. */
  readonly outside: (text: string, direction: 'ltr' | 'own') => string;
  readonly number: (value: number) => string;
  /** A day or a moment. */
  readonly time: (time: string) => string;
};

/** As a terminal shows it. */
export const PLAIN: Setting = { outside: (text) => text, number: String, time: (time) => time };

/** Facts that are codes of ours, each said in the words of the language. */
function wordOf(language: Language, refused: string, name: string, value: string): string | undefined {
  const words = FACT_WORDS[language];
  const { events, statuses } = TERMS[language];
  const find = (list: Readonly<Record<string, string>>): string | undefined =>
    Object.hasOwn(list, value) ? list[value] : undefined;
  switch (name) {
    case 'event':
    case 'how':
      return find(events);
    case 'status':
      return find(statuses);
    case 'act':
      return find(words.acts);
    case 'state':
      return find(words.partyStates);
    case 'ground':
      return find(words.grounds);
    case 'needs':
      return find(words.needs);
    case 'channel':
      return find(words.channels);
    case 'missing':
      return refused === 'request-incomplete' ? missingOf(language, value) : find(words.lacks);
    case 'fault':
      return find(TRACE_TERMS[language].faults);
    case 'kind':
      return refused.endsWith('-to-say') || refused === 'request-missing'
        ? find(TRACE_TERMS[language].messages)
        : undefined;
    case 'limit':
      return refused === 'limit-forbids' ? find(TRACE_TERMS[language].limits) : undefined;
    case 'field':
      return refused.endsWith('field-not-permitted') ? find(words.fields) : undefined;
    default:
      return undefined;
  }
}

/** Everything that a request lacks, each thing in its words. */
function missingOf(language: Language, codes: string): string | undefined {
  const words: Readonly<Record<string, string>> = TRACE_TERMS[language].missing;
  const named = codes.split(', ').map((code) => (Object.hasOwn(words, code) ? words[code] : undefined));
  return named.includes(undefined) ? undefined : named.join(language === 'ar' ? '؛ ' : '; ');
}

const TIMES: ReadonlySet<string> = new Set(['when', 'from', 'until', 'since']);
/** Names of persons and bodies keep their own direction; everything else reads from left to right. */
const NAMES: ReadonlySet<string> = new Set([
  'party',
  'peer',
  'register',
  'sheet',
  'sheets',
  'doubts',
  'says',
]);
/** A number that counts nothing. */
const LABELS: ReadonlySet<string> = new Set(['pid', 'line']);

function toldOf(language: Language, { refused, facts }: Refusal, setting: Setting): Told {
  const told = Object.entries(facts ?? {}).flatMap(([name, value]): [string, string][] => {
    if (value === '') return [[name, '']];
    if (typeof value === 'number' && !LABELS.has(name)) return [[name, setting.number(value)]];
    const text = String(value);
    const word = wordOf(language, refused, name, text);
    if (word !== undefined) return [[name, word]];
    if (TIMES.has(name)) return [[name, setting.time(text)]];
    return [[name, setting.outside(text, NAMES.has(name) ? 'own' : 'ltr')]];
  });
  return Object.fromEntries(told);
}

/** Clauses of instruments are told to people; ids of requirements are for those who build. */
const REQUIREMENT = /^[A-Z]-\d\d$/;

function isSheetProblem(refusal: Refusal): refusal is SheetProblem {
  return Object.hasOwn(SHEETS_FR, refusal.refused);
}

/** The sentence of a refusal in a language, with its clause; undefined where there is none. */
export function findSentence(language: Language, refusal: Refusal, setting: Setting): string | undefined {
  if (language === 'en' && isSheetProblem(refusal)) return sayProblem(refusal);
  const sentences: Readonly<Record<string, Say>> = SENTENCES[language];
  if (!Object.hasOwn(sentences, refusal.refused)) return undefined;
  const said = sentences[refusal.refused]!(toldOf(language, refusal, setting));
  const { clause } = refusal;
  if (clause === undefined || REQUIREMENT.test(clause)) return said;
  return `${said} [${setting.outside(clause, 'ltr')}]`;
}

/** The sentence of a refusal in English, as a terminal shows it. */
export function sayRefusal(refusal: Refusal): string {
  const { refused, facts } = refusal;
  return (
    findSentence('en', refusal, PLAIN) ?? `Refused: ${refused}${facts ? ` (${JSON.stringify(facts)})` : ''}.`
  );
}
