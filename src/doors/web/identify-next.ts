/** Where to look next: the place of the number, the word or the further mark that would decide between the candidates. */
import { html } from 'hono/html';
import type { Identified } from '../../acts/identify-output.ts';
import { isArmClass } from '../../domain/arms/classification.ts';
import type { Answered } from './identify-answer.ts';
import { type Html, inSentence } from './text.ts';
import type { Visit } from './visit.ts';
import { IDENTIFY_WORDS } from './words/identify.ts';
import type { Words } from './words/words.ts';

/** A candidate less likely than this decides nothing. */
const LIKELY_FROM = 0.02;

/** The card that says where to look next. */
export function nextCard({ words }: Visit, { found, places }: Answered): Html {
  const texts = IDENTIFY_WORDS[words.language];
  const isOpen = found.decisive?.what === 'another-mark';
  const where = places
    ? html`<details class="weighs" data-keep="places"${isOpen ? html` open` : ''}><summary>${texts.places}</summary><div class="inside">${places}</div></details>`
    : '';
  return html`<section class="card next-look" aria-labelledby="next-title"><h2 id="next-title">${texts.nextTitle}</h2><p class="decides">${sayNext(words, found)}</p>${where}</section>`;
}

/** In one sentence what to look at. */
export function sayNext(words: Words, { decisive, candidates, understood }: Identified): string {
  const texts = IDENTIFY_WORDS[words.language];
  if (!decisive) return (candidates[0]?.probability ?? 0) >= LIKELY_FROM ? texts.sure : texts.nothingFits;
  const { what, place = 0, may = [] } = decisive;
  if (what === 'another-mark') return texts.anotherMark;
  if (what === 'place') {
    const part = understood.readings[0]?.part ?? 'arm';
    const on = part === 'arm' ? '' : `${words.terms.parts[part]}${words.colon}`;
    const says = texts.placeDecides(
      texts.character(texts.ordinal(place)),
      texts.or(may.map((one) => inSentence(one, 'ltr'))),
    );
    return `${on}${says}`;
  }
  const names = may.map((one) =>
    what === 'class' && isArmClass(one)
      ? words.terms.classes[one]
      : inSentence(one, what === 'calibre' ? 'ltr' : 'own'),
  );
  return texts.wordDecides(texts.decides[what], texts.or(names));
}
