/**
 * One file of bodies against the commitments of its entries: which line is whose, which is missing, which is too many.
 * A line is `index, tab, salt in 32 lower-case hex digits, tab, body`, or `index, tab, withheld, tab`. Every byte of
 * it counts: there is one spelling of each part. The lines are hostile; a broken one is somebody's, so it is named.
 */
import { statSync } from 'node:fs';
import { digestText } from '../../domain/ledger/hash.ts';
import type { Bad } from './finding.ts';
import { HASH, Lines, PACK } from './layout.ts';
import { isCanonicalObject } from './scan-json.ts';

const TAB = 9;
const SALT_HEX = 32;
const SALT = 16;
const WITHHELD = 'withheld\t';
/** Lines read from one file before the rest is called too many: three times what belongs there. */
const LINES_MAX = 3 * PACK;

/** What was found of one entry. */
export const Found = { missing: 0, withheld: 1, right: 2, wrong: 3, broken: 4 } as const;

/** A line that has no place: one too many, or one whose place belongs to others. */
export type Stray = { readonly index: number; readonly digest: string | undefined };

/** All that a file of bodies tells. */
export type Bodies = {
  readonly found: Uint8Array;
  /** The commitment that each line gives, as digest text; empty where there is none. */
  readonly digests: string[];
  readonly isCanonical: Uint8Array;
  readonly strays: Stray[];
  readonly bad: Bad[];
};

export type BodiesTask = {
  readonly path: string;
  readonly from: number;
  readonly count: number;
  /** The commitments laid end to end. */
  readonly commitments: Buffer;
};

type Reading = Bodies & {
  readonly task: BodiesTask;
  readonly places: Int32Array;
  lines: number;
  label: number;
};

/** Reads a file of bodies and holds each line against the commitment of the entry that it claims to be. */
export function readBodies(task: BodiesTask): Bodies {
  const { count, from } = task;
  const reading: Reading = {
    task,
    found: new Uint8Array(count),
    digests: new Array<string>(count).fill(''),
    isCanonical: new Uint8Array(count),
    places: new Int32Array(count).fill(-1),
    strays: [],
    bad: [],
    lines: 0,
    label: from - 1,
  };
  if (!statSync(task.path, { throwIfNoEntry: false })?.isFile()) return reading;
  const lines = new Lines(task.path);
  try {
    for (let next = lines.advance(); next !== 'end'; next = lines.advance()) {
      takeLine(reading, lines, next === 'line');
      if (++reading.lines <= LINES_MAX) continue;
      reading.bad.push({ index: from, to: from + count - 1, reason: 'added', says: 'Far too many lines.' });
      break;
    }
  } finally {
    lines.close();
  }
  nameMisplaced(reading);
  return reading;
}

function takeLine(reading: Reading, lines: Lines, isWhole: boolean): void {
  const { buffer, from, to } = lines;
  const labelEnd = isWhole ? endOfLabel(buffer, from, to) : -1;
  // A line without a readable index is taken for the one after the line before it.
  const label = labelEnd < 0 ? reading.label + 1 : Number(buffer.toString('latin1', from, labelEnd));
  reading.label = label;
  const at = label - reading.task.from;
  const isOurs = at >= 0 && at < reading.task.count;
  if (labelEnd >= 0 && isWithheld(buffer, labelEnd + 1, to)) {
    if (isOurs && reading.found[at] === Found.missing) place(reading, at, Found.withheld, '', true);
    else addStray(reading, label, undefined);
    return;
  }
  const start = labelEnd < 0 ? -1 : saltInFrontOfBody(buffer, labelEnd + 1, to);
  const digest = start < 0 ? undefined : digestText(buffer.subarray(start, to));
  const isRight =
    isOurs && digest === reading.task.commitments.toString('latin1', at * HASH, (at + 1) * HASH);
  const isTaken =
    !isOurs || isSettled(reading.found[at]!) || (reading.found[at] !== Found.missing && !isRight);
  if (isTaken) {
    addStray(reading, label, digest);
    return;
  }
  // The right line drives out a wrong one that claimed its place before it.
  if (reading.found[at] !== Found.missing) addStray(reading, label, reading.digests[at] || undefined);
  const isCanonical = start >= 0 && isCanonicalObject(buffer, start + SALT, to);
  const state = isRight ? Found.right : digest === undefined ? Found.broken : Found.wrong;
  place(reading, at, state, digest ?? '', isCanonical);
}

function isWithheld(buffer: Buffer, from: number, to: number): boolean {
  return to - from === WITHHELD.length && buffer.toString('latin1', from, to) === WITHHELD;
}

function place(reading: Reading, at: number, state: number, digest: string, isCanonical: boolean): void {
  reading.found[at] = state;
  reading.digests[at] = digest;
  reading.isCanonical[at] = isCanonical ? 1 : 0;
  reading.places[at] = reading.lines;
}

function isSettled(state: number): boolean {
  return state === Found.right || state === Found.withheld;
}

function addStray(reading: Reading, index: number, digest: string | undefined): void {
  reading.strays.push({ index, digest });
}

/** The place of the tab after a whole number in its one spelling, or -1. */
function endOfLabel(buffer: Buffer, from: number, to: number): number {
  let at = from;
  while (at < to && buffer[at]! >= 0x30 && buffer[at]! <= 0x39) at++;
  const length = at - from;
  const isNumber = length > 0 && length <= 15 && (length === 1 || buffer[from] !== 0x30);
  return isNumber && at < to && buffer[at] === TAB ? at : -1;
}

/** Turns the hex salt into bytes that lie directly before the body; gives where they start, or -1. */
function saltInFrontOfBody(buffer: Buffer, from: number, to: number): number {
  const body = from + SALT_HEX + 1;
  if (body > to || buffer[body - 1] !== TAB) return -1;
  const start = body - SALT;
  // Written from the end, so that no digit is overwritten before it is read.
  for (let i = SALT - 1; i >= 0; i--) {
    const high = hexValue(buffer[from + 2 * i]!);
    const low = hexValue(buffer[from + 2 * i + 1]!);
    if (high < 0 || low < 0) return -1;
    buffer[start + i] = high * 16 + low;
  }
  return start;
}

function hexValue(byte: number): number {
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  return byte >= 0x61 && byte <= 0x66 ? byte - 0x57 : -1;
}

/** Entries that are right in themselves but do not stand in their order. */
function nameMisplaced({ task, found, places, lines, strays, bad }: Reading): void {
  const isComplete = lines === task.count && strays.length === 0;
  let highest = -1;
  for (let at = 0; at < task.count; at++) {
    if (found[at] === Found.missing) continue;
    const place = places[at]!;
    if (isComplete ? place !== at : place < highest) bad.push({ index: task.from + at, reason: 'reordered' });
    highest = Math.max(highest, place);
  }
}
