/**
 * Clause ids as people write them, brought to the one form that stands in instruments/: "ITI §8(a)" and "ITI 8(a)"
 * are the same, "RC2-T 2b" is "RC2-T 2(b)", "ITI 22-23" are two clauses, "FP 6(1)-(2)" too. A clause is known where
 * it stands in instruments/ itself or where its parts do ("FP 8" where "FP 8(1)(a)" stands).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Clause = {
  readonly id: string;
  /** Our paraphrase, one sentence. */
  readonly says: string;
  readonly requirement: readonly string[];
  /** True where the text of the clause itself was read. */
  readonly verified: boolean;
};
export type Instrument = {
  readonly id: string;
  readonly title: string;
  readonly symbol: string;
  readonly year: number;
  readonly force: 'political' | 'binding' | 'guidance';
  readonly clauses: readonly Clause[];
};
export type Requirement = {
  readonly id: string;
  readonly title: string;
  readonly clauses: readonly string[];
  readonly questions: readonly string[];
};

const NUMBER_RANGE = /^(.*?)(\d+)-(\d+)$/;
const LETTER_RANGE = /^(.*)\(([a-z])\)-\(([a-z])\)$/;
const PARAGRAPH_RANGE = /^(.*)\((\d+)\)-\((\d+)\)$/;
const RANGE_MAX = 60;

/** Brings one citation to canonical clause ids, ranges opened. */
export function parseCitation(text: string): string[] {
  const clean = text
    .replace(/§/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/\.$/, '')
    .replace(/^(?:MOSAIC|ISACS) /, 'M ')
    .replace(/^SDG-M\b/, 'SDG 16.4.2')
    .replace(/^(R75|C11) (\d)/, '$1 op$2')
    .replace(/^(RC2-[PT]) (\d)([a-l])(?![a-z])/, '$1 $2($3)');
  const letters = LETTER_RANGE.exec(clean);
  if (letters)
    return range(
      letters[2]!.charCodeAt(0),
      letters[3]!.charCodeAt(0),
      (n) => `${letters[1]}(${String.fromCharCode(n)})`,
    );
  const paragraphs = PARAGRAPH_RANGE.exec(clean);
  if (paragraphs) return range(Number(paragraphs[2]), Number(paragraphs[3]), (n) => `${paragraphs[1]}(${n})`);
  const numbers = NUMBER_RANGE.exec(clean);
  if (numbers) return range(Number(numbers[2]), Number(numbers[3]), (n) => `${numbers[1]}${n}`);
  return [clean];
}

function range(from: number, to: number, format: (n: number) => string): string[] {
  if (to < from || to - from > RANGE_MAX) return [`${format(from)}-${to}`];
  return Array.from({ length: to - from + 1 }, (_, i) => format(from + i));
}

/** Reads every instrument of a folder, in order of file name. */
export function readInstruments(folder: string): Instrument[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== 'requirements.json')
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Instrument);
}

/** Reads the requirements, each with its clauses. */
export function readRequirements(folder: string): Requirement[] {
  return JSON.parse(readFileSync(join(folder, 'requirements.json'), 'utf8')) as Requirement[];
}

/** All clause ids of the instruments, and the ids above them ("FP 8(1)(a)" gives "FP 8(1)" and "FP 8" as well). */
export function listKnownIds(instruments: readonly Instrument[]): Set<string> {
  const known = new Set<string>();
  for (const { clauses } of instruments) {
    for (const { id } of clauses) {
      for (let part = id; !known.has(part); part = part.replace(/\([^()]*\)$/, '')) known.add(part);
    }
  }
  return known;
}

/** Every id that code may cite: the clauses and the requirements of a folder; nothing where there is no folder. */
export function readCitableIds(folder: string): Set<string> {
  if (!existsSync(folder)) return new Set();
  const known = listKnownIds(readInstruments(folder));
  if (existsSync(join(folder, 'requirements.json'))) {
    for (const { id } of readRequirements(folder)) known.add(id);
  }
  return known;
}
