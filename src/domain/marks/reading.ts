/**
 * A reading: what an eye saw of one mark, place by place. It has a small written grammar, in which officers type it and in
 * which it is kept, printed and spoken:
 *
 *   A7      a character that was read            ?       one place that cannot be read
 *   7~      read, but worn: it may be another    [60]    one of these
 *   …       a stretch of unknown length is gone, at the beginning, at the end or between
 *
 * What is looked for is typed by people in a hurry, so the parser never fails: it takes what it can, says what it left out,
 * and bounds everything. Blanks, hyphens, points and slashes part groups and are no characters of the number. Digits of
 * other scripts are read as digits; letters keep their script, for a Cyrillic В is not a Latin B, though it may look so.
 *
 * @clause A-10, B-10, ITI 8
 */

/** What may stand at one place: one character, several, or (where empty) any. */
export type Place = {
  readonly may: string;
  /** True where the one character was read with doubt. */
  readonly worn?: true;
};

export type Reading = {
  readonly places: readonly Place[];
  /** Before which places a stretch of unknown length is gone: 0 is before the first, places.length after the last. */
  readonly gaps: readonly number[];
};

/** Why a piece of a text was left out of the reading. */
export type LeftOut = {
  readonly why: 'too-long' | 'no-character';
  readonly text: string;
};

export type ParsedReading = { readonly reading: Reading; readonly leftOut: readonly LeftOut[] };

/** Named limits: characters of a text that are looked at, places of a reading, characters that one place may be. */
export const READING_TEXT_MAX = 200;
export const PLACES_MAX = 40;
export const CHOICES_MAX = 8;
/** Pieces told as left out; a text of rubbish is not given back whole. */
const LEFT_OUT_MAX = 5;

const NOTHING: Reading = { places: [], gaps: [] };
const UNKNOWN: Place = { may: '' };

const SEPARATOR = /[\s\-‐-―−./\\·•'"’`,;:|]/u;
const CHARACTER = /[\p{L}\p{N}]/u;
const ANY_PLACE = /[?_#□▯¿？]/u;
const STRETCH = /[*…＊]/u;
const WORN = /~|\u0323/u;
const MARKS_OF_WRITING = /\p{M}|\p{Cf}|\p{Cc}/u;

type Piece =
  | { readonly is: 'place'; readonly place: Place }
  | { readonly is: 'gap' }
  | { readonly is: 'left-out'; readonly left: LeftOut }
  | { readonly is: 'nothing' };

/** Reads the written grammar. Never fails: what is no part of it is left out and said. */
export function parseReading(text: string): ParsedReading {
  const leftOut: LeftOut[] = [];
  const tell = (why: LeftOut['why'], piece: string): void => {
    if (leftOut.length < LEFT_OUT_MAX) leftOut.push({ why, text: piece });
  };
  const characters = [...normalised(text.slice(0, READING_TEXT_MAX))];
  if (text.length > READING_TEXT_MAX) tell('too-long', text.slice(READING_TEXT_MAX, READING_TEXT_MAX + 20));
  const places: Place[] = [];
  const gaps = new Set<number>();
  for (let at = 0; at < characters.length; ) {
    const { piece, taken } = pieceAt(characters, at);
    if (piece.is === 'gap') gaps.add(places.length);
    else if (piece.is === 'left-out') tell(piece.left.why, piece.left.text);
    else if (piece.is === 'place' && places.length >= PLACES_MAX) {
      tell('too-long', characters.slice(at, at + 20).join(''));
      break;
    } else if (piece.is === 'place') places.push(piece.place);
    at += taken;
  }
  // Gaps alone are no reading: nothing was seen.
  return { reading: places.length > 0 ? { places, gaps: [...gaps] } : NOTHING, leftOut };
}

/** Capital letters, compatibility forms as what they mean, digits of all scripts as 0 to 9. */
function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, (digit) => String(digitOf(digit)))
    .toUpperCase();
}

/** Digits of a script stand in runs of ten that begin with its zero. */
function digitOf(digit: string): number {
  const code = digit.codePointAt(0)!;
  let zero = code;
  while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (code - zero) % 10;
}

function pieceAt(characters: readonly string[], at: number): { piece: Piece; taken: number } {
  const character = characters[at]!;
  if (character === '.' && characters[at + 1] === '.' && characters[at + 2] === '.') {
    let taken = 3;
    while (characters[at + taken] === '.') taken++;
    return { piece: { is: 'gap' }, taken };
  }
  if (STRETCH.test(character)) return { piece: { is: 'gap' }, taken: 1 };
  if (ANY_PLACE.test(character)) return { piece: { is: 'place', place: UNKNOWN }, taken: 1 };
  if (character === '[' || character === '(' || character === '{') return choiceAt(characters, at);
  if (CHARACTER.test(character)) {
    const worn = WORN.test(characters[at + 1] ?? '');
    const place: Place = worn ? { may: character, worn } : { may: character };
    return { piece: { is: 'place', place }, taken: worn ? 2 : 1 };
  }
  const isQuiet = SEPARATOR.test(character) || MARKS_OF_WRITING.test(character) || /[\])}~]/.test(character);
  if (isQuiet) return { piece: { is: 'nothing' }, taken: 1 };
  return { piece: { is: 'left-out', left: { why: 'no-character', text: character } }, taken: 1 };
}

/** One of several characters: [60], [6/0], (6|0). Round brackets around whole groups are only brackets. */
function choiceAt(characters: readonly string[], at: number): { piece: Piece; taken: number } {
  const close = { '[': ']', '(': ')', '{': '}' }[characters[at]!]!;
  const end = characters.indexOf(close, at);
  const nothing = { piece: { is: 'nothing' }, taken: 1 } as const;
  if (end < 0) return nothing;
  const inner = characters.slice(at + 1, end);
  const isChoice =
    close === ']' ? true : inner.length >= 3 && inner.every((one, n) => n % 2 === 0 || /[/|,]/.test(one));
  if (!isChoice) return nothing;
  const taken = end - at + 1;
  const may = [...new Set(inner.filter((one) => CHARACTER.test(one)))].sort();
  if (may.length > CHOICES_MAX || inner.some((one) => ANY_PLACE.test(one))) {
    const place: Piece = { is: 'place', place: UNKNOWN };
    return { piece: place, taken };
  }
  if (may.length === 0) return { piece: { is: 'nothing' }, taken };
  return { piece: { is: 'place', place: { may: may.join('') } }, taken };
}

/** The canonical writing of a reading: what is parsed again is the same reading. */
export function formatReading({ places, gaps }: Reading): string {
  const isGap = new Set(gaps);
  const written = places.map((place, at) => `${isGap.has(at) ? '…' : ''}${formatPlace(place)}`);
  return `${written.join('')}${isGap.has(places.length) ? '…' : ''}`;
}

function formatPlace({ may, worn }: Place): string {
  if (may === '') return '?';
  if ([...may].length > 1) return `[${may}]`;
  return worn ? `${may}~` : may;
}

/** What a reading amounts to, to be said in words. Places are counted from 1. */
export type ReadingFacts = {
  readonly read: number;
  readonly worn: readonly number[];
  readonly unknown: readonly number[];
  readonly either: readonly { readonly place: number; readonly may: string }[];
  readonly lost: readonly ('beginning' | 'middle' | 'end')[];
};

/** Counts what was read, what is worn, unknown or one of several, and where stretches are gone. */
export function factsOf({ places, gaps }: Reading): ReadingFacts {
  const numbered = places.map((place, at) => ({ ...place, place: at + 1 }));
  const lostAt = (at: number) => (at === 0 ? 'beginning' : at === places.length ? 'end' : 'middle');
  return {
    read: numbered.filter(({ may, worn }) => [...may].length === 1 && !worn).length,
    worn: numbered.filter(({ worn }) => worn).map(({ place }) => place),
    unknown: numbered.filter(({ may }) => may === '').map(({ place }) => place),
    either: numbered.filter(({ may }) => [...may].length > 1).map(({ place, may }) => ({ place, may })),
    lost: [...new Set(gaps.map(lostAt))],
  };
}

/** True where a text is written without any sign of the grammar: every character was read. */
export function isWhole({ places, gaps }: Reading): boolean {
  return gaps.length === 0 && places.every(({ may, worn }) => [...may].length === 1 && !worn);
}
