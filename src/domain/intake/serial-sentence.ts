/**
 * Takes serials out of sentences: "VXM965 (barrel) WWD872 (restored on the slide)", "removed, overstamped CQC14371",
 * "slide G17942 frame G17959". A sentence falls into clauses; a clause gives a reading with the parts and the condition
 * its words tell, or words about a part, or words about the whole. What could go wrong: a number that is no serial
 * (a calibre, a count of digits) taken for one; short numbers give way wherever a longer reading stands.
 *
 * @clause ITI 8, ITI 10
 */

import { findScript, fold } from '../base/text.ts';
import type { Mark, MarkCondition, Part } from '../marks/mark.ts';
import { findCondition, isLabel, listParts, saysFound, saysPartly } from './serial-words.ts';
import type { Damage } from './understood.ts';

type Reading = { readonly text: string; readonly start: number; readonly end: number };
type Clause = { readonly reading?: Reading; readonly words: string };

const TOKEN = /(?:[\p{L}\p{N}?*#_](?<![º°ª]))+/gu;
const GLUE = /^(?: ?[-./~] ?| {1,2})$/;
const NUMBER_OR_UNREAD = /\p{N}|[?*#_]/u;
const CALIBRE_LIKE = /^(?:\d{1,3}(?:mm|acp|spl|auto|lr|sw|gauge|ga)|\d{1,2}x\d{2})$/i;
/** More than these are a list, not a mark. */
const MOST_READINGS = 12;

/** Understands a phrase that holds serials among words. */
export function understandSentence(text: string): { marks: Mark[]; damage: Damage[] } {
  const readings = listReadings(text);
  const script = findScript(text);
  const damage: Damage[] = script === 'mixed' && readings.some(isMixed) ? ['mixed-scripts'] : [];
  if (readings.length === 0) {
    const condition = settle(findCondition(fold(text)), '');
    return { marks: [mark('', 'arm', condition, text)], damage: [...damage, 'words-in-serial'] };
  }
  const clauses = listClauses(text, readings);
  const whole = fold(clauses.map((clause) => clause.words).join(' '));
  const marks = clauses.flatMap((clause) => marksOf(clause, clauses, whole, text));
  if (readings.length > 1 && new Set(readings.map((reading) => reading.text)).size > 1)
    damage.push('several-serials');
  if (marks.some((each) => each.condition === 'partly-legible')) damage.push('partly-read');
  if (whole !== '') damage.push('annotated-serial');
  return { marks, damage };
}

function isMixed(reading: Reading): boolean {
  return findScript(reading.text) === 'mixed';
}

/** The runs of a phrase that look like serials, short ones dropped where a longer one stands. */
function listReadings(text: string): Reading[] {
  const tokens = [...text.matchAll(TOKEN)].map((match) => {
    return { text: match[0], start: match.index, end: match.index + match[0].length };
  });
  const runs: Reading[] = [];
  let run: Reading | undefined;
  for (const token of tokens) {
    const glued = run && GLUE.test(text.slice(run.end, token.start));
    const before = text.slice(Math.max(0, token.start - 2), token.start);
    const serial = isSerialToken(token.text, before, text.slice(token.end, token.end + 2));
    if (!serial || (glued && !joins(run!, token, text))) {
      if (run) runs.push(run);
      run = serial ? token : undefined;
    } else if (glued) {
      run = { text: text.slice(run!.start, token.end), start: run!.start, end: token.end };
    } else {
      if (run) runs.push(run);
      run = token;
    }
  }
  if (run) runs.push(run);
  const kept = runs
    .map((each) => withoutTrailingWord(each))
    .filter((each) => NUMBER_OR_UNREAD.test(each.text) && !isNoSerial(each, text));
  const longest = Math.max(0, ...kept.map((each) => knownCharacters(each.text)));
  const serials = kept.filter((each) => longest < 4 || each.text.length >= 4 || /[?*]{2}/.test(each.text));
  return (longest < 3 && !/[?*_#]{2}/.test(text) ? [] : serials).slice(0, MOST_READINGS);
}

function knownCharacters(text: string): number {
  return text.replace(/[^\p{L}\p{N}]/gu, '').length;
}

function isSerialToken(text: string, before: string, after: string): boolean {
  if (/^[º°ª]/.test(after) || (/\p{Ll}{3}/u.test(text) && !/\p{N}/u.test(text))) return false;
  const amidDigits = text.length === 1 && /\d ?$/.test(before) && /^ ?\d/.test(after);
  if (!amidDigits && !after.startsWith('-') && /^\p{L}+$/u.test(text) && isLabel(text)) return false;
  if (NUMBER_OR_UNREAD.test(text)) return !/\p{L}{7,}/u.test(text) || /[?*]{2}|\d{4}/.test(text);
  return /^\p{Lu}{1,3}$/u.test(text);
}

/** Blank-parted groups are one serial, but two long ones that both begin anew with letters, or both only digits, are two. */
function joins(run: Reading, token: Reading, text: string): boolean {
  const between = text.slice(run.end, token.start);
  if (between.includes('/') && run.text.length >= 5 && token.text.length >= 5) return false;
  if (!between.includes(' ') || between.includes('-')) return true;
  if (!isLong(run.text) || !isLong(token.text) || / \p{L}+$|[-~]/u.test(run.text)) return true;
  const isDigits = /^[\d?*]+$/;
  return isDigits.test(token.text) && !isDigits.test(run.text);
}

function isLong(text: string): boolean {
  return text.length >= 5 && /\d{2}|[?*]/.test(text) && /\d{3}|\p{L}/u.test(text);
}

/** Letters behind the digits ("AB1234 NO") stay only where they stand glued. */
function withoutTrailingWord(run: Reading): Reading {
  const cut = /^(.*[\p{N}?*#_].*?)(?:[ /.-]+\p{L}{1,3})+$/u.exec(run.text)?.[1];
  if (cut === undefined || !/ /.test(run.text.slice(cut.length))) return run;
  return { text: cut, start: run.start, end: run.start + cut.length };
}

function isNoSerial(run: Reading, text: string): boolean {
  if (CALIBRE_LIKE.test(run.text)) return true;
  if (text[run.start - 1] === '.' && /^\d{2,3}\b/.test(run.text) && run.text.length < 7) return true;
  return /(?:cal|calibre|caliber|\.)\s*\.?$/i.test(text.slice(Math.max(0, run.start - 9), run.start)) &&
    run.text.length < 4
    ? true
    : run.text.length === 1 && run.text !== '?';
}

/** Words belong to the reading before them, or after them where the sentence names the part first. */
function listClauses(text: string, readings: readonly Reading[]): Clause[] {
  const before = text.slice(0, readings[0]!.start);
  const pieces = before.split(/(?<=[;,]|\. )/);
  const partFirst = listParts(fold(before)).length > 0 && !/\)\s*$/.test(before.trim());
  const isApart = (piece: string, at: number): boolean =>
    isPartGone(piece) || (at < pieces.length - 1 && isGone(findCondition(fold(piece))));
  const apart = partFirst ? pieces.filter(isApart) : [before];
  const clauses: Clause[] = apart.map((words) => ({ words }));
  let leading = partFirst ? pieces.filter((piece, at) => !isApart(piece, at)).join(' ') : '';
  for (const [index, reading] of readings.entries()) {
    const next = readings[index + 1];
    const after = text.slice(reading.end, next?.start ?? text.length);
    const split = partFirst && next ? splitBracket(after) : splitTrailing(after);
    clauses.push({ reading, words: `${leading} ${split.own}` });
    leading = partFirst && next ? split.rest : '';
    if (leading === '') clauses.push({ words: split.rest });
  }
  return clauses.flatMap((clause) => (clause.reading ? [clause] : splitWords(clause.words)));
}

/** Where parts are named first, what follows a reading in brackets is its own, the rest leads the next one. */
function splitBracket(after: string): { own: string; rest: string } {
  const own = /^\s*[([][^)\]]*[)\]]/.exec(after)?.[0] ?? '';
  return { own, rest: after.slice(own.length) };
}

/** What follows a reading is its own, up to a break behind which a part is said to have lost its mark. */
function splitTrailing(after: string): { own: string; rest: string } {
  for (const breaks of after.matchAll(/[;,/]| (?:e|y|et|and|и|و) /g)) {
    const own = after.slice(0, breaks.index);
    const rest = after.slice(breaks.index + breaks[0].length);
    if (!isInBrackets(own) && isPartGone(rest)) return { own, rest };
  }
  return { own: after, rest: '' };
}

function isInBrackets(before: string): boolean {
  return before.lastIndexOf('(') > before.lastIndexOf(')');
}

function isPartGone(words: string): boolean {
  const folded = fold(words);
  return listParts(folded).length > 0 && isGone(findCondition(folded));
}

function isGone(condition: MarkCondition | undefined): boolean {
  return condition === 'removed' || condition === 'illegible' || condition === 'absent';
}

function splitWords(words: string): Clause[] {
  return words
    .split(/[;,\n]|\. /)
    .filter((each) => fold(each) !== '')
    .map((each) => ({ words: each }));
}

function marksOf(clause: Clause, clauses: readonly Clause[], whole: string, text: string): Mark[] {
  const folded = fold(clause.words);
  const parts = listParts(folded);
  if (!clause.reading) {
    const condition = findCondition(folded);
    const gone = isGone(condition);
    const elsewhere = parts.length === 0 && gone && isFoundElsewhere(clauses);
    if (!gone || saysPartly(folded) || !(parts.length > 0 || elsewhere)) return [];
    return (parts.length > 0 ? parts : (['arm'] as const)).map((part) => mark('', part, condition!, text));
  }
  const reading = clause.reading.text;
  const single = clauses.filter((each) => each.reading).length === 1;
  const aside = clauses.some((each) => !each.reading && isPartGone(each.words));
  const about = single && !aside ? whole : folded;
  let condition = settle(findCondition(about), reading, saysPartly(about));
  if (single && condition === 'partly-legible' && isFoundElsewhere(clauses) && !hasUnread(reading))
    condition = 'legible';
  const note = text === reading ? undefined : text;
  return (parts.length > 0 ? parts : (['arm'] as const)).map((part: Part) =>
    mark(reading, part, condition, note),
  );
}

/** "Removed, but found on the grip: 1478671": the reading's own words say found, the words before it say removed. */
function isFoundElsewhere(clauses: readonly Clause[]): boolean {
  const words = fold(clauses.map((each) => each.words).join(' '));
  const own = clauses.find((each) => each.reading);
  if (saysPartly(words)) return false;
  if (saysFound(words) && findCondition(words) === 'removed') return true;
  return own !== undefined && listParts(fold(own.words)).length > 0 && clauses.length > 1;
}

function hasUnread(reading: string): boolean {
  return /[?*_#]|\d[xX]{2,}/.test(reading);
}

/** What a condition means for a reading: characters that were given were not wholly removed. */
function settle(found: MarkCondition | undefined, reading: string, partly = false): MarkCondition {
  if (reading === '') return found === undefined || found === 'restored' ? 'not-examined' : found;
  if (hasUnread(reading)) return 'partly-legible';
  if (found === 'restored' || found === 'overstamped') return found;
  if (found === 'removed' || found === 'illegible') return 'partly-legible';
  return partly && found !== 'not-examined' ? 'partly-legible' : 'legible';
}

function mark(text: string, part: Part, condition: MarkCondition, note: string | undefined): Mark {
  return {
    kind: 'serial',
    part,
    text,
    condition,
    ...(text === '' ? {} : { script: findScript(text) }),
    ...(note === undefined ? {} : { note }),
  };
}
