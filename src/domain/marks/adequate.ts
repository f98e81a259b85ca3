/**
 * Whether an arm carries a mark good enough to be told from every other: the question behind B-15. A unique
 * mark is a legible or restored serial, or a State number that has been physically put on the arm.
 *
 * @clause PoA II.8, ITI 8, ITI 9
 */
import type { Mark } from './mark.ts';

const READABLE = new Set(['legible', 'restored']);

/** A reading with the entry it stands in; a reading without one is newer than all that have one. */
export type EnteredMark = Mark & { readonly entry?: string };

const UNTOLD = new Set(['not-examined']);

/**
 * True where at least one serial stands readable on the arm. Of each part the readings of the latest entry count, so that
 * a serial that was ground off since is not believed in.
 * @shape marks: in the order in which they were read
 */
export function hasReadableSerial(marks: readonly EnteredMark[]): boolean {
  const latest = new Map<string, { entry: string | undefined; readable: boolean }>();
  for (const mark of marks) {
    if (mark.kind !== 'serial' || UNTOLD.has(mark.condition)) continue;
    const readable = mark.text.length > 0 && READABLE.has(mark.condition);
    const before = latest.get(mark.part);
    if (before && before.entry === mark.entry) before.readable ||= readable;
    else latest.set(mark.part, { entry: mark.entry, readable });
  }
  return [...latest.values()].some((part) => part.readable);
}

/** True where a reading contradicts an earlier readable serial on the same part: a wrong reading, or another arm. */
export function isSerialConflict(before: readonly Mark[], read: Mark): boolean {
  if (read.kind !== 'serial' || !READABLE.has(read.condition)) return false;
  const key = searchKey(read.text);
  const known = before.filter(
    (mark) => mark.kind === 'serial' && mark.part === read.part && READABLE.has(mark.condition),
  );
  return known.length > 0 && key.length > 0 && !known.some((mark) => searchKey(mark.text) === key);
}

/**
 * True where a mark names the State that lets the arm go to a civilian.
 * @clause FP 8(1)(c), ITI 8(c)
 */
export function hasTransferMark(marks: readonly Mark[]): boolean {
  return marks.some((mark) => mark.kind === 'transfer' && READABLE.has(mark.condition));
}

const PLAIN = /^[A-Za-z0-9]*$/;
const FOLD = /[\s.\-_/·]+/g;

/**
 * The key under which a mark is found again exactly: upper case, compatibility forms unified, separators and invisible
 * characters left out. It only finds; it never replaces what was read.
 */
export function searchKey(text: string): string {
  if (PLAIN.test(text)) return text.toUpperCase();
  const known = KEYS.get(text);
  if (known !== undefined) return known;
  const key = text.normalize('NFKC').replace(UNSEEN, '').replace(FOLD, '').toUpperCase();
  if (KEYS.size >= KEYS_MAX) KEYS.clear();
  if (text.length <= KEY_TEXT_MAX) KEYS.set(text, key);
  return key;
}

const UNSEEN = /[\p{Cf}\p{Cc}]/gu;
/** Names of makers and models come again and again; their keys are remembered, up to a limit. */
const KEYS = new Map<string, string>();
const KEYS_MAX = 5000;
const KEY_TEXT_MAX = 80;
