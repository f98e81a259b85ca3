/**
 * A reading as a strip of cells, one a place: legible, worn, unknown, one of several, and stretches that are lost. Each is
 * told by its shape and, where it is large, by a word beneath it, never by colour alone; whoever listens gets one sentence.
 * The strip runs from left to right in every language.
 */
import { html } from 'hono/html';
import { isWhole, type Place, parseReading, type Reading } from '../../domain/marks/reading.ts';
import { code, type Html, inSentence, strip } from './text.ts';
import { STRIP_WORDS } from './words/strip.ts';
import type { Words } from './words/words.ts';

export type StripSize = 'small' | 'large';

/** Draws a reading: small in lists, large where it is looked at. */
export function readingStrip(words: Words, { places, gaps }: Reading, size: StripSize): Html {
  const texts = STRIP_WORDS[words.language];
  const isGap = new Set(gaps);
  const lost = (at: number): readonly Html[] =>
    isGap.has(at) ? [cell('lost', ['…'], size, texts.lost)] : [];
  const cells = places.flatMap((place, at) => [...lost(at), placeCell(words, place, size)]);
  return html`<span class="reading ${size}"><span class="aloud">${sayStrip(words, { places, gaps })}</span><bdi dir="ltr" class="code cells" aria-hidden="true">${cells}${lost(places.length)}</bdi></span>`;
}

type CellKind = 'legible' | 'worn' | 'unknown' | 'either' | 'lost';

function kindOf({ may, worn }: Place): CellKind {
  const several = [...may].length;
  if (several === 0) return 'unknown';
  if (several > 1) return 'either';
  return worn ? 'worn' : 'legible';
}

function placeCell({ language }: Words, place: Place, size: StripSize): Html {
  const kind = kindOf(place);
  const word = kind === 'legible' ? '' : STRIP_WORDS[language][kind];
  return cell(kind, kind === 'unknown' ? ['?'] : [...place.may], size, word);
}

function cell(kind: CellKind, characters: readonly string[], size: StripSize, word: string): Html {
  const inside = characters.map((one) => html`<b>${one}</b>`);
  const beneath = size === 'large' && word !== '' ? html`<small>${word}</small>` : '';
  return html`<span class="cell ${kind}"><i>${inside}</i>${beneath}</span>`;
}

/** The strip in one sentence. */
function sayStrip(words: Words, { places, gaps }: Reading): string {
  const texts = STRIP_WORDS[words.language];
  const isGap = new Set(gaps);
  const said = places.flatMap((place, at) => [
    ...(isGap.has(at) ? [texts.sayLost] : []),
    sayPlace(words, place),
  ]);
  if (isGap.has(places.length)) said.push(texts.sayLost);
  return texts.aloud(said.join(words.language === 'ar' ? '، ' : ', '));
}

function sayPlace({ language }: Words, place: Place): string {
  const texts = STRIP_WORDS[language];
  const characters = [...place.may].map((one) => inSentence(one, 'ltr'));
  const kind = kindOf(place);
  if (kind === 'unknown') return texts.sayUnknown;
  if (kind === 'either') return texts.sayEither(characters);
  return kind === 'worn' ? texts.sayWorn(characters.join('')) : characters.join('');
}

/** More cells than that are no mark that anybody reads place by place. */
const CELLS_MAX = 28;

/**
 * A mark as it was written: place by place where its signs say what each place is, with the text beneath where it is large;
 * any other, such as one of several words, character by character as it stands.
 */
export function markStrip(
  words: Words,
  text: string,
  { size, worn }: { readonly size: StripSize; readonly worn?: boolean },
): Html {
  const { reading, leftOut } = parseReading(text);
  const isTold = leftOut.length === 0 && reading.places.length > 0 && !isWhole(reading);
  if (!isTold || /\s/u.test(text) || reading.places.length > CELLS_MAX)
    return strip(text, { worn: worn === true, small: size === 'small' });
  const cells = readingStrip(words, reading, size);
  if (size === 'small') return cells;
  const { asWritten } = STRIP_WORDS[words.language];
  return html`${cells}<span class="line quiet">${asWritten}${words.colon}${code(text)}</span>`;
}
