/**
 * Text from outside on a page: escaped by the template, isolated so that its direction stays its own, and with control and
 * bidirectional characters shown as visible signs and never obeyed. Marks, numbers and calibres always run left to right.
 *
 * What could go wrong: a name set into a sentence without `inSentence` would reorder the words around it.
 */
import { html } from 'hono/html';

export type Html = ReturnType<typeof html>;

// Joiners are letters' business in names of several scripts; everything else invisible is shown.
const HIDDEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const HIDDEN_IN_MARKS = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const signOf = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;

/** Text with every hidden character as a visible sign. */
export function visible(text: string, hidden: RegExp = HIDDEN): string {
  return text.replace(/[\t\r\n]+/g, ' ').replace(hidden, signOf);
}

/** A name or words from outside, in their own direction. */
export function said(text: string): Html {
  return html`<bdi>${visible(text)}</bdi>`;
}

/** A mark, a number, a calibre: left to right in every language, in the face in which 0 and O differ. */
export function code(text: string): Html {
  return html`<bdi dir="ltr" class="code">${visible(text, HIDDEN_IN_MARKS)}</bdi>`;
}

/** The same for a sentence made of plain text: kept apart by isolating characters. */
export function inSentence(text: string, direction: 'ltr' | 'own' = 'own'): string {
  return `${direction === 'ltr' ? '\u2066' : '\u2068'}${visible(text, HIDDEN_IN_MARKS)}\u2069`;
}

const CELLS_MAX = 28;
const UNKNOWN_PLACE = /^[?\ufffd]$/u;
/** In a reading that is worn, people also write these for a place they could not read. */
const UNKNOWN_WORN_PLACE = /^[?\ufffd_*#]$/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * A reading as a strip of cells, one a place; a longer text stands as it is. Worn readings and unknown places look so.
 */
export function strip(
  text: string,
  options: { readonly worn?: boolean; readonly small?: boolean } = {},
): Html {
  const places = [...graphemes.segment(text.slice(0, 400))].map((one) => one.segment);
  if (places.length > CELLS_MAX) return code(text);
  const cells = places.map(
    (place) =>
      html`<i class="${cellClass(place, options.worn === true)}">${visible(place, HIDDEN_IN_MARKS)}</i>`,
  );
  const how = `strip${options.worn ? ' worn' : ''}${options.small ? ' small' : ''}`;
  return html`<bdi dir="ltr" class="code ${how}"><span class="aloud">${visible(text, HIDDEN_IN_MARKS)}</span><span aria-hidden="true">${cells}</span></bdi>`;
}

function cellClass(place: string, worn: boolean): string {
  if ((worn ? UNKNOWN_WORN_PLACE : UNKNOWN_PLACE).test(place)) return 'gone';
  if (/^\s$/u.test(place)) return 'blank';
  return /^\p{Nd}$/u.test(place) ? 'digit' : 'letter';
}
