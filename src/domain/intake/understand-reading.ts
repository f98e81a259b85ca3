/**
 * Makes readings of what somebody typed of a mark: the written grammar where it is that, else what stands in the words: one
 * reading for each part that is named, with its condition, and "the last may be 6 or 0" as a place that is one of two. What
 * was typed stays as it stood; this only says what was understood of it.
 *
 * @clause A-10, B-10, ITI 8
 */
import { fold } from '../base/text.ts';
import type { MarkCondition, Part } from '../marks/mark.ts';
import { isWhole, type LeftOut, type Place, parseReading, type Reading } from '../marks/reading.ts';
import { understandSerial } from './serial.ts';
import { findCondition, isLabel, listParts } from './serial-words.ts';

export type UnderstoodReading = {
  readonly part: Part;
  readonly condition: MarkCondition;
  readonly reading: Reading;
};

/** Named limit: characters of a text that are looked at; a serial among more words than this is searched for by hand. */
export const READING_WORDS_MAX = 400;

/** One of two characters for one place, said in words: "o último pode ser 6 ou 0", "last digit 6 or 0". */
const LAST_MAY_BE =
  /(?:last|[uú]ltim[oa]|derni[eè]re?|последн\p{L}*|останн\p{L}*|الأخير|الاخير)[^\p{N}]{0,40}?(?<![\p{L}\p{N}])([\p{L}\p{N}])\s*(?:or|ou|o|u|или|або|أو|او|\/)\s*([\p{L}\p{N}])(?![\p{L}\p{N}])/iu;

/** Says which readings stand in a text; none where no character was read. */
export function understandReading(text: string): {
  readonly readings: readonly UnderstoodReading[];
  readonly leftOut: readonly LeftOut[];
} {
  const asked = text.slice(0, READING_WORDS_MAX);
  const cut: LeftOut[] =
    text.length > READING_WORDS_MAX
      ? [{ why: 'too-long', text: text.slice(READING_WORDS_MAX, READING_WORDS_MAX + 20) }]
      : [];
  if (!holdsWords(asked)) {
    const { reading, leftOut } = parseReading(asked);
    if (reading.places.length === 0) return { readings: [], leftOut: [...cut, ...leftOut] };
    return {
      readings: [{ part: 'arm', condition: isWhole(reading) ? 'legible' : 'partly-legible', reading }],
      leftOut: [...cut, ...leftOut],
    };
  }
  const marks = understandSerial(asked, 'text').marks.filter(
    ({ kind, text: read }) => kind === 'serial' && read !== '',
  );
  const last = LAST_MAY_BE.exec(asked);
  const readings = marks.map(({ part, condition, text: read }, at) => {
    const { reading } = parseReading(read);
    const isLast = last !== null && at === marks.length - 1;
    return { part, condition, reading: isLast ? withLast(reading, last[1]!, last[2]!) : reading };
  });
  return { readings: readings.filter(({ reading }) => reading.places.length > 0), leftOut: cut };
}

/** True where a text holds words of a language, not only characters off an arm. */
function holdsWords(text: string): boolean {
  const folded = fold(text);
  if (listParts(folded).length > 0 || findCondition(folded) !== undefined) return true;
  return text
    .split(/\s+/)
    .some(
      (word) => /\p{L}{5,}/u.test(word) || (text.includes(' ') && isLabel(word) && /^\p{L}{2,}$/u.test(word)),
    );
}

/** The last place as one of two; where it was read as one of them, or not at all, it stands for both. */
function withLast({ places, gaps }: Reading, one: string, other: string): Reading {
  const may = [...new Set([one.toUpperCase(), other.toUpperCase()])].sort().join('');
  const place: Place = { may };
  const last = places.at(-1);
  if (last === undefined) return { places, gaps };
  const stands = last.may === '' || may.includes(last.may);
  return stands ? { places: [...places.slice(0, -1), place], gaps } : { places: [...places, place], gaps };
}
