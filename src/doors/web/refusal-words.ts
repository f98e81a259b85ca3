/** What a refusal says on a page, in the visitor's language. Values in it are outside text, kept apart from the sentence. */
import type { Refusal } from '../../domain/base/refusal.ts';
import { sayDocumentRefusal } from '../words/document-sentences.ts';
import { inSentence } from './text.ts';
import { formatCount } from './when.ts';
import type { Words } from './words/words.ts';

const SHOWN_MAX = 80;

/** The sentence of a refusal that looking can meet. */
export function sayRefusal(words: Words, refusal: Refusal): string {
  const { refusals } = words;
  const fact = (name: string, direction: 'ltr' | 'own' = 'own'): string =>
    inSentence(String(refusal.facts?.[name] ?? '').slice(0, SHOWN_MAX), direction);
  switch (refusal.refused) {
    case 'arm-unknown':
      return refusals.armUnknown(fact('arm', 'ltr'));
    case 'number-unreadable':
      return refusals.numberUnreadable(fact('number', 'ltr'));
    case 'number-check-fails':
      return refusals.numberCheck(
        fact('number', 'ltr'),
        refusal.facts?.perhaps === undefined ? undefined : fact('perhaps', 'ltr'),
      );
    case 'party-unknown':
      return refusals.partyUnknown(fact('party'));
    case 'party-ambiguous':
      return refusals.partyAmbiguous(fact('party'), formatCount(words, Number(refusal.facts?.count ?? 0)));
    case 'search-empty':
      return refusals.searchEmpty;
    case 'not-numbered-yet':
      return refusals.notNumbered;
    default:
      return sayDocumentRefusal(words.language, refusal.refused, fact) ?? refusals.other;
  }
}
