/**
 * Understands what stands in a serial field: a plain serial, words that mean it is gone, a partly read one, one inside
 * a sentence, several. The text of a mark is as it stood for that reading; the whole phrase stands in `note` where
 * the text is only a part of it. Words leave the text empty and go to the note. A number that a spreadsheet rounded
 * (1.7E+27) keeps its text as not examined: its digits are lost. Nothing here is `legible` unless it looks like a serial.
 *
 * @clause ITI 8, ITI 10
 */

import { findScript, fold, remember, UNSEEN_CHARACTERS } from '../base/text.ts';
import type { Mark, MarkCondition, Script } from '../marks/mark.ts';
import { understandSentence } from './serial-sentence.ts';
import { findCondition, isLabel, isPropertyMark, listParts, saysRemoved } from './serial-words.ts';
import type { CellKind, Damage } from './understood.ts';

export type UnderstoodSerial = { readonly marks: Mark[]; readonly damage: Damage[] };

/** Longer fields are kept as a note only; no mark is this long. */
const LONGEST_FIELD_CHARACTERS = 400;

/** Letters then digits, as nine serials of ten are. */
const PLAIN = /^(?:[A-Z]{0,4} ?[0-9]{2,10}|[A-Z]{1,3}[0-9]{2,8}[A-Z]{1,2}|[0-9]{3,9}[A-Z]{1,2})$/;
const WRAPPER = /^=\s*(?:(?:CONCATENATE|CONCATENAR|T|TEXT|TEXTO)\s*\(\s*)?"([^"]*)"\s*\)?\s*$/i;
const EXPONENT = /^\d(?:[.,]\d+)?E\+\d+$/i;
const PLACEHOLDER = /^(?:0+|9{6,}|[-–—./\\,;:'"=()\s]+|[xX]+|#[A-Z0-9/!?]+)$/;
const UNREAD = /^[?*_.\s]+$/;
const WITH_SEPARATORS = /^[\p{L}\p{N}]+(?:(?: ?[-./:] ?| |, )[\p{L}\p{N}]+){0,5}$/u;
const HAS_NUMBER = /\p{N}/u;
const UNREAD_PLACE = /[?*_#]/;
/** A label before the sign for "number": serial # 55120K. */
const NUMBER_SIGN = /^(?:(?:serial|ser|sn|s\/n|no|number|weapon|gun)\.?\s*)*#\s?([A-Za-z0-9-]{3,20})$/i;
const CALIBRE = /^\.?\d{1,2}(?:[.,]\d{1,2})? ?(?:mm\b.*|x ?\d{2}.*)$|^\d[.,]\d{2}$|^\.\d{2,3}$/i;
const RANGE = /^(\p{L}{0,5})(\d{3,9})\s?(?:[-–]|to|a|à|até|al|إلى|до)\s?\1(\d{3,9})$/iu;
/** The number of a seal or a case written where the serial belongs. */
const SEAL = /^(?:lacre|seal|scelle|precinto|processo|laudo|munic|munici|cartuch|ammo)/i;
/** A run of X among or behind other characters is places not read, one X alone a letter. */
const X_RUN = /\d[xX]{2,}$|\d[xX]{2,}\d|^[xX]{2,}\d|^[A-Z]{1,3}x{2,}$/;

/** Understands a serial field; an empty field gives no mark, for nothing was said. */
export function understandSerial(text: string, kind: CellKind): UnderstoodSerial {
  const trimmed = text.trim();
  if (trimmed === '') return { marks: [], damage: [] };
  if (kind === 'text' || kind === 'number') {
    if (PLAIN.test(trimmed) && !PLACEHOLDER.test(trimmed) && !startsWithLabel(trimmed))
      return plain(trimmed, kind);
    if (kind === 'text') return copy(understandText(trimmed));
    return understandNumber(trimmed);
  }
  if (kind === 'date') return one('', 'not-examined', trimmed, ['date-unclear']);
  return one('', 'not-examined', trimmed, ['placeholder']);
}

function copy(found: UnderstoodSerial): UnderstoodSerial {
  return { marks: [...found.marks], damage: [...found.damage] };
}

function startsWithLabel(text: string): boolean {
  return text.length > 3 && text.includes(' ') && /^(?:NO|NR|NUM|CAL|MOD|COD|REG|ITEM|PAG|OBS)\b/.test(text);
}

function plain(text: string, kind: CellKind): UnderstoodSerial {
  const script: Script = /[A-Z]/.test(text) ? 'latin' : 'none';
  return {
    marks: [{ kind: 'serial', part: 'arm', text, condition: 'legible', script }],
    // A spreadsheet drops the zeros before a number, so a number may have had some.
    damage: kind === 'number' ? ['lost-zeros-possible'] : [],
  };
}

function understandNumber(text: string): UnderstoodSerial {
  if (EXPONENT.test(text) || text.replace(/\D/g, '').length > 15)
    return one(text, 'not-examined', undefined, ['exponent']);
  if (/^0+(?:\.0+)?$/.test(text) || /^\d$/.test(text))
    return one(text, 'not-examined', undefined, ['placeholder']);
  const whole = /^(\d+)\.0+$/.exec(text)?.[1];
  if (whole !== undefined) return one(whole, 'legible', text, ['lost-zeros-possible']);
  if (/^\d+$/.test(text)) return plain(text, 'number');
  return one(text, 'not-examined', undefined, ['placeholder']);
}

const understandText = remember(20_000, (text: string): UnderstoodSerial => {
  const damage: Damage[] = [];
  let inner = text;
  const wrapped = WRAPPER.exec(text);
  if (wrapped || text.startsWith("'")) {
    inner = wrapped ? wrapped[1]!.trim() : text.slice(1).trim();
    damage.push('formula-wrapper');
    if (inner === '') return { marks: [], damage };
  }
  if (UNSEEN_CHARACTERS.test(inner)) damage.push('control-characters');
  if (inner.length > LONGEST_FIELD_CHARACTERS) {
    const note = inner.slice(0, LONGEST_FIELD_CHARACTERS);
    return one('', 'not-examined', note, [...damage, 'words-in-serial']);
  }
  const found = understandUnseen(inner) ?? understandInner(inner);
  return { marks: found.marks, damage: [...new Set([...damage, ...found.damage])] };
});

/** A bare reading among unseen characters keeps them in its text, as it came. */
function understandUnseen(text: string): UnderstoodSerial | undefined {
  if (!UNSEEN_CHARACTERS.test(text)) return undefined;
  const bare = [...text].filter((character) => !UNSEEN_CHARACTERS.test(character)).join('');
  const found = bare.trim() === '' ? undefined : understandInner(bare);
  if (found?.marks.length !== 1 || found.marks[0]!.text !== bare) return undefined;
  return { marks: [{ ...found.marks[0]!, text }], damage: found.damage };
}

function understandInner(text: string): UnderstoodSerial {
  if (EXPONENT.test(text)) return one(text, 'not-examined', undefined, ['exponent']);
  if (PLACEHOLDER.test(text)) return one('', 'not-examined', text, ['placeholder']);
  if (UNREAD.test(text)) return one(text, 'illegible', undefined, ['partly-read']);
  if (/^\d$/.test(text)) return one(text, 'not-examined', undefined, ['placeholder']);
  if (CALIBRE.test(text)) return one(text, 'not-examined', undefined, ['placeholder']);
  const signed = NUMBER_SIGN.exec(text)?.[1];
  if (signed !== undefined && HAS_NUMBER.test(signed))
    return one(signed, 'legible', text, ['annotated-serial']);
  const [, , first, last] = RANGE.exec(text) ?? [];
  if (first !== undefined && first.length === last!.length && first < last!)
    return one(text, 'legible', undefined, ['several-serials']);
  const floating = /^(\d{4,})\.0$/.exec(text)?.[1];
  if (floating !== undefined) return one(floating, 'legible', text, ['lost-zeros-possible']);
  if (!HAS_NUMBER.test(text)) return understandWords(text);
  if (SEAL.test(text)) return one('', 'not-examined', text, ['words-in-serial']);
  if (/^[\p{L}\p{N}]+$/u.test(text) && !/\p{L}{5}/u.test(text)) return asRead(text);
  if (/^[\p{L}\p{N}]+$/u.test(text) && findCondition(fold(text)) === undefined) return asRead(text);
  return withProperty(text) ?? separated(text) ?? understandSentence(text);
}

/** Letters only, or letters with unread places: never a legible serial. */
function understandWords(text: string): UnderstoodSerial {
  const read = /^(\p{L}{1,4}) ?[?*_#.]{2,}$/u.exec(text);
  if (read || /^[A-Z]{1,3}x{2,}$/.test(text)) return one(text, 'partly-legible', undefined, ['partly-read']);
  if (/[?*_#]{2,}/.test(text)) return understandSentence(text);
  const folded = fold(text);
  const condition = findCondition(folded);
  if (condition === undefined) {
    // A short bare word may be letters off the arm or a word unknown here: kept, but not as a legible serial.
    const bare = /^[\p{L}.\-/]{1,12}$/u.test(text);
    return bare
      ? one(text, 'not-examined', undefined, ['words-in-serial'])
      : one('', 'not-examined', text, ['words-in-serial']);
  }
  // Restored, with no character given, is a promise of a reading that does not stand here.
  const stated =
    condition === 'restored' || condition === 'overstamped' ? withoutReading(condition, folded) : condition;
  const parts = listParts(folded);
  const marks = (parts.length === 0 ? (['arm'] as const) : parts).map((part): Mark => {
    return { kind: 'serial', part, text: '', condition: stated, note: text };
  });
  return { marks, damage: [condition === 'not-examined' ? 'placeholder' : 'words-in-serial'] };
}

function withoutReading(condition: MarkCondition, folded: string): MarkCondition {
  return condition === 'overstamped' || saysRemoved(folded) ? 'removed' : 'illegible';
}

/** A serial and the mark of an owner in one field: 216384/PMERJ. */
function withProperty(text: string): UnderstoodSerial | undefined {
  const match =
    /^([\p{L}\p{N}?*-]*\p{N}[\p{L}\p{N}?*-]*)\s*[/ -]\s*\(?([\p{L}]{2,12})\)?$/u.exec(text) ??
    swap(/^\(?([\p{L}]{4,12})\)?\s*[/ -]\s*([\p{L}\p{N}?*-]*\p{N}[\p{L}\p{N}?*-]*)$/u.exec(text));
  if (!match || !isPropertyMark(match[2]!)) return undefined;
  const serial = asRead(match[1]!);
  const marks: Mark[] = [
    ...serial.marks.map((mark) => ({ ...mark, note: text })),
    {
      kind: 'property',
      part: 'arm',
      text: match[2]!,
      condition: 'legible',
      script: findScript(match[2]!),
      note: text,
    },
  ];
  return { marks, damage: [...serial.damage, 'annotated-serial'] };
}

function swap(match: RegExpExecArray | null): readonly [string, string, string] | undefined {
  return match ? [match[0], match[2]!, match[1]!] : undefined;
}

/** Groups of letters and digits parted by blanks, hyphens, points or one slash; two whole serials are two marks. */
function separated(text: string): UnderstoodSerial | undefined {
  if (!WITH_SEPARATORS.test(text) || text.length > 30) return undefined;
  const groups = text.split(/[^\p{L}\p{N}]+/u);
  if (groups.some((group) => isLabel(group) || /^\p{L}{5,}$/u.test(group))) return undefined;
  const serials = text.split(/^\d{5,} \d{5,}$/.test(text) ? ' ' : /\s*[/,]\s*/);
  if (serials.length > 1 && serials.every(isWholeSerial)) {
    return { marks: serials.flatMap((each) => noted(asRead(each), text)), damage: ['several-serials'] };
  }
  if (/,/.test(text) || findCondition(fold(text)) !== undefined) return undefined;
  return asRead(text);
}

function isWholeSerial(text: string): boolean {
  return text.length >= 5 && /\d{3}/.test(text) && !/ /.test(text);
}

function noted(found: UnderstoodSerial, note: string): Mark[] {
  return found.marks.map((mark) => ({ ...mark, note }));
}

/** A bare reading: legible, or partly where places are unread. */
function asRead(text: string): UnderstoodSerial {
  const partly = UNREAD_PLACE.test(text) || X_RUN.test(text);
  return one(text, partly ? 'partly-legible' : 'legible', undefined, partly ? ['partly-read'] : []);
}

function one(
  text: string,
  condition: MarkCondition,
  note: string | undefined,
  damage: Damage[],
): UnderstoodSerial {
  const script = findScript(text);
  const mark: Mark = {
    kind: 'serial',
    part: 'arm',
    text,
    condition,
    ...(text === '' ? {} : { script }),
    ...(note === undefined ? {} : { note }),
  };
  return { marks: [mark], damage: script === 'mixed' ? [...damage, 'mixed-scripts'] : damage };
}
