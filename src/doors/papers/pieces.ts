/**
 * A line of a paper in pieces: dates, numbers and references apart from words. Between words that run from the right, a date that is
 * not kept apart is drawn with its day first.
 */

export type Piece = { readonly text: string; readonly isCode: boolean };

const CODES = /([A-Za-z0-9](?:[A-Za-z0-9./:_-]*[A-Za-z0-9])?)/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;

/** The pieces of a line in their order; a line whose words run from the left is one. */
export function piecesOf(text: string): readonly Piece[] {
  if (!RIGHT_TO_LEFT.test(text)) return [{ text, isCode: true }];
  return text
    .split(CODES)
    .map((piece, at) => ({ text: piece, isCode: at % 2 === 1 }))
    .filter((piece) => piece.text !== '');
}
