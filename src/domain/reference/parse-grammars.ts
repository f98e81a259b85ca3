/**
 * Reads the grammars of serials from their file. One that cannot be used is told by its id with the reason and is left out;
 * the tests hold the file that comes with the program to having none. Everything is bounded here, so that whoever decodes a
 * reading has a bounded amount of work.
 *
 * @clause A-12, B-08
 */
import { type ArmClass, isArmClass } from '../arms/classification.ts';
import { parseReading } from '../marks/reading.ts';
import {
  type SerialGrammar,
  ZONE_MEANINGS,
  type Zone,
  type ZoneMeaning,
  type ZoneValue,
} from './serial-grammar.ts';

export type GrammarProblem = { readonly id: string; readonly says: string };
export type ParsedGrammars = {
  readonly grammars: readonly SerialGrammar[];
  readonly problems: readonly GrammarProblem[];
};

/** Named limits: zones of a grammar, places of a zone, writings of a code. */
const ZONES_MAX = 12;
const ZONE_PLACES_MAX = 16;
const WRITINGS_MAX = 100;
const CHARACTERS_MAX = 100;

const ID = /^[a-z0-9][a-z0-9-]{0,79}$/;

class Unusable extends Error {}

function wrong(says: string): never {
  throw new Unusable(says);
}

/** The grammars of a file's contents, which must be a list. */
export function parseGrammars(contents: unknown): ParsedGrammars {
  if (!Array.isArray(contents))
    return { grammars: [], problems: [{ id: '', says: 'the file is no list of grammars' }] };
  const grammars = new Map<string, SerialGrammar>();
  const problems: GrammarProblem[] = [];
  for (const [at, one] of contents.entries()) {
    const id = isRecord(one) && typeof one.id === 'string' ? one.id : `number ${at + 1}`;
    try {
      const grammar = grammarOf(one);
      if (grammars.has(grammar.id)) problems.push({ id, says: 'the id stands twice' });
      else grammars.set(grammar.id, grammar);
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      problems.push({ id, says: error.message });
    }
  }
  return { grammars: [...grammars.values()], problems };
}

type Fields = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function grammarOf(value: unknown): SerialGrammar {
  if (!isRecord(value)) wrong('a grammar is an object');
  const id = textOf(value, 'id');
  if (!ID.test(id)) wrong('an id is lower-case letters, digits and hyphens');
  const zones = listOf(value, 'zones').map(zoneOf);
  if (zones.length > ZONES_MAX) wrong(`a grammar has at most ${ZONES_MAX} zones`);
  const count = (means: ZoneMeaning): number => zones.filter((zone) => zone.means === means).length;
  if (count('sequence') !== 1) wrong('a serial has one zone that is counted on, its sequence');
  if (count('year') > 1 || count('month') > 1) wrong('a year or a month stands once');
  const { from, to } = { from: yearOf(value.from), to: yearOf(value.to) };
  if (from !== undefined && to !== undefined && from > to) wrong('the last year comes before the first');
  return {
    id,
    maker: textOf(value, 'maker'),
    title: textOf(value, 'title'),
    classes: textsOf(value, 'classes').map(classOf),
    models: value.models === undefined ? [] : textsOf(value, 'models'),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    zones,
    strict: value.strict === true,
    hint: value.hint === true,
    sources: textsOf(value, 'sources'),
    ...(value.notes === undefined ? {} : { notes: textOf(value, 'notes') }),
  };
}

function zoneOf(value: unknown): Zone {
  if (!isRecord(value)) wrong('a zone is an object');
  const means =
    ZONE_MEANINGS.find((one) => one === value.means) ?? wrong(`a zone means nothing called "${value.means}"`);
  const { min, max } = { min: countOf(value, 'min'), max: countOf(value, 'max') };
  if (min > max || max === 0) wrong('a zone has at most as many places as its max, and one at least');
  if (value.literal !== undefined) return fixedOf(means, textOf(value, 'literal'), min);
  const shown = textOf(value, 'set');
  const characters = charactersOf(shown);
  const writings = means === 'year' || means === 'month' ? writingsOf(value, means) : undefined;
  for (const { written } of writings ?? []) {
    const places = [...written];
    if (places.length < min || places.length > max || places.some((one) => !characters.includes(one)))
      wrong(`the zone of the ${means} has no room for "${written}"`);
  }
  return { means, characters, shown, min, max, ...(writings ? { writings } : {}) };
}

/** One fixed text, there or not. Readings leave out what parts groups, and so does the zone that parts them. */
function fixedOf(means: ZoneMeaning, literal: string, min: number): Zone {
  const written = parseReading(literal)
    .reading.places.map(({ may }) => may)
    .join('');
  const { length } = [...written];
  if (length > ZONE_PLACES_MAX) wrong(`a fixed text has at most ${ZONE_PLACES_MAX} places`);
  const writings: ZoneValue[] = [{ written, stands: [] }];
  return { means, characters: written, shown: literal, min: min === 0 ? 0 : length, max: length, writings };
}

function writingsOf(zone: Fields, means: 'year' | 'month'): readonly ZoneValue[] {
  const { values } = zone;
  if (!isRecord(values)) wrong(`the zone of the ${means} has no values`);
  const entries = Object.entries(values);
  if (entries.length === 0 || entries.length > WRITINGS_MAX)
    wrong(`a code has between 1 and ${WRITINGS_MAX} writings`);
  return entries.map(([key, value]) => {
    const all: readonly unknown[] = Array.isArray(value) ? value : [value];
    const stands = all.map((one) =>
      means === 'year' ? (yearOf(one) ?? wrong('a year is missing')) : monthOf(one),
    );
    return { written: key.toUpperCase(), stands };
  });
}

/** A-Z0-9 as the characters it means. */
function charactersOf(set: string): string {
  const letters = [...set];
  const found = new Set<string>();
  for (let at = 0; at < letters.length; at++) {
    const first = letters[at]!.codePointAt(0)!;
    const isRange = letters[at + 1] === '-' && at + 2 < letters.length;
    const last = isRange ? letters[at + 2]!.codePointAt(0)! : first;
    if (last < first || last - first > CHARACTERS_MAX) wrong(`"${set}" is no set of characters`);
    for (let code = first; code <= last; code++) found.add(String.fromCodePoint(code).toUpperCase());
    if (isRange) at += 2;
  }
  if (found.size === 0 || found.size > CHARACTERS_MAX) wrong(`"${set}" is no set of characters`);
  for (const one of found) if (!/^[\p{L}\p{Nd}]$/u.test(one)) wrong(`"${one}" never stands in a reading`);
  return [...found].join('');
}

function textOf(fields: Fields, name: string): string {
  const text = fields[name];
  return typeof text === 'string' && text.trim() !== '' ? text : wrong(`expected a text as ${name}`);
}

function listOf(fields: Fields, name: string): readonly unknown[] {
  const list = fields[name];
  return Array.isArray(list) && list.length > 0 ? list : wrong(`expected a list as ${name}`);
}

function textsOf(fields: Fields, name: string): readonly string[] {
  return listOf(fields, name).map((one) =>
    typeof one === 'string' && one !== '' ? one : wrong(`expected texts in ${name}`),
  );
}

function countOf(fields: Fields, name: string): number {
  const count = fields[name];
  return Number.isInteger(count) && Number(count) >= 0 && Number(count) <= ZONE_PLACES_MAX
    ? Number(count)
    : wrong(`expected a number of places up to ${ZONE_PLACES_MAX} as ${name}`);
}

function yearOf(year: unknown): number | undefined {
  if (year === undefined) return undefined;
  return Number.isInteger(year) && Number(year) >= 1300 && Number(year) < 2100
    ? Number(year)
    : wrong(`a year is four digits; "${year}" came`);
}

function monthOf(month: unknown): number {
  return Number.isInteger(month) && Number(month) >= 1 && Number(month) <= 12
    ? Number(month)
    : wrong(`a month is 1 to 12; "${month}" came`);
}

function classOf(text: string): ArmClass {
  return isArmClass(text) ? text : wrong(`there is no class "${text}"`);
}
