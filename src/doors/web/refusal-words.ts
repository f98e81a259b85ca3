/** What a refusal says on a page, in the visitor's language. Values in it are outside text, kept apart from the sentence. */
import type { Happened } from '../../domain/base/happened.ts';
import type { Refusal } from '../../domain/base/refusal.ts';
import { findSentence } from '../words/refusals.ts';
import { inSentence } from './text.ts';
import { formatCount, formatWhen } from './when.ts';
import type { Words } from './words/words.ts';

/** Named limit: characters of a value from outside in a sentence. */
const SHOWN_MAX = 80;

/** The sentence of a refusal. */
export function sayRefusal(words: Words, refusal: Refusal): string {
  const said = findSentence(words.language, refusal, {
    outside: (text, direction) => inSentence(shortened(text), direction),
    number: (value) => inSentence(formatCount(words, value), 'ltr'),
    time: (time) => inSentence(formatWhen(words, time as Happened)),
  });
  return said ?? words.refusals.other;
}

function shortened(text: string): string {
  return text.length > SHOWN_MAX ? `${text.slice(0, SHOWN_MAX)}…` : text;
}
