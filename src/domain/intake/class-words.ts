/**
 * Understands the words a register uses for the class of an arm, its action and its manner of production, and tells
 * arms from ammunition, parts, knives and toys. A word it does not know gives class `unknown`, never a guess.
 *
 * @clause ITI 4
 */
import { type ArmClass, isArmClass } from '../arms/classification.ts';
import type { Action, Production } from '../arms/description.ts';
import { findPhrase, fold, phraseMap, remember } from '../base/text.ts';
import {
  ACTION_WORDS,
  CLASS_WORDS,
  OTHER_WORDS,
  PRODUCTION_WORDS,
  VAGUE_CLASS_WORDS,
} from './classes.data.ts';
import type { OtherKind } from './understood.ts';

export type UnderstoodClass = {
  readonly class: ArmClass;
  /** Set where the words name a thing that is no arm. */
  readonly other?: OtherKind;
  /** False where no word was known; the class is then `unknown`. */
  readonly known: boolean;
  /** The word names several classes or none in particular. */
  readonly vague: boolean;
  readonly action?: Action;
  readonly production?: Production;
};

type Meaning = { readonly class: ArmClass } | { readonly other: OtherKind };

const MEANINGS = buildMeanings();
const VAGUE = new Set(VAGUE_CLASS_WORDS.split('|').map(fold));
const ACTIONS = phraseMap<Action>(ACTION_WORDS);
const PRODUCTIONS = phraseMap<Production>(PRODUCTION_WORDS);

function buildMeanings(): Map<string, Meaning> {
  const meanings = new Map<string, Meaning>();
  for (const [phrase, value] of phraseMap<ArmClass>(CLASS_WORDS)) meanings.set(phrase, { class: value });
  for (const [phrase, value] of phraseMap<OtherKind>(OTHER_WORDS)) {
    if (!meanings.has(phrase)) meanings.set(phrase, { other: value });
  }
  return meanings;
}

/** What a class or kind cell says; plural forms in -s and -es are tried where the word itself is not known. */
export const understandClass: (text: string) => UnderstoodClass = remember(20_000, (text) => {
  const folded = fold(text);
  const action = findPhrase(folded, ACTIONS)?.value;
  const production = findPhrase(folded, PRODUCTIONS)?.value;
  const extra = { ...(action ? { action } : {}), ...(production ? { production } : {}) };
  const found = findMeaning(folded);
  if (!found) return { class: 'unknown', known: false, vague: true, ...extra };
  if ('other' in found.value)
    return { class: 'unknown', other: found.value.other, known: true, vague: false, ...extra };
  return { class: found.value.class, known: true, vague: VAGUE.has(found.phrase), ...extra };
});

/** The class that words or a code name, and whether they may mean others too; undefined where they name none. */
export function classNamed(typed: string): { readonly class: ArmClass; readonly vague: boolean } | undefined {
  if (isArmClass(typed)) return typed === 'unknown' ? undefined : { class: typed, vague: false };
  const { class: named, known, vague, other } = understandClass(typed.slice(0, CLASS_WORDS_MAX));
  return known && other === undefined && named !== 'unknown' ? { class: named, vague } : undefined;
}

/** Named limit: characters of words that may name a class. */
const CLASS_WORDS_MAX = 120;

function findMeaning(folded: string): { value: Meaning; phrase: string } | undefined {
  const whole = MEANINGS.get(folded);
  if (whole) return { value: whole, phrase: folded };
  const arms = findPhrase(folded, MEANINGS, 6);
  if (arms && !isGeneral(arms.value)) return arms;
  const singular = folded.replace(/(\p{L}{3})e?s\b/gu, '$1');
  const again = singular === folded ? undefined : findPhrase(singular, MEANINGS, 6);
  if (again && !isGeneral(again.value)) return again;
  return findSpecific(folded) ?? arms ?? again;
}

/** A general word ("arma") gives way to a specific one behind it ("arma tipo pistola"). */
function findSpecific(folded: string): { value: Meaning; phrase: string } | undefined {
  for (const word of folded.split(' ', 40)) {
    const value = MEANINGS.get(word);
    if (value && !isGeneral(value)) return { value, phrase: word };
  }
  return undefined;
}

function isGeneral(meaning: Meaning): boolean {
  return 'class' in meaning && meaning.class === 'unknown';
}

/** The action a cell names, or undefined. */
export function findAction(text: string): Action | undefined {
  return findPhrase(fold(text), ACTIONS)?.value;
}

/** The manner of production a cell names, or undefined. */
export function findProduction(text: string): Production | undefined {
  return findPhrase(fold(text), PRODUCTIONS)?.value;
}

/** The thing a whole cell names where it names a thing that is no arm ("munições" written as the maker). */
export const findOtherThing: (text: string) => OtherKind | undefined = remember(20_000, (text) => {
  const meaning = MEANINGS.get(fold(text));
  return meaning && 'other' in meaning ? meaning.other : undefined;
});
