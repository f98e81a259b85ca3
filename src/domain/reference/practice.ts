/**
 * How States mark arms: what a mark of manufacture, import, proof, State stock, transfer or deactivation looks like in words, in
 * letters and as a drawing made from data, where it stands, since when, and how sure that is. A practice may be of one State or
 * a rule for several. The drawing is data only: nobody's picture is taken in.
 *
 * What could go wrong: a mark that is taken for proof of where an arm comes from. Every practice says how sure it is and names
 * its source; nothing is concluded from it but a list of States that somebody looks at.
 *
 * @clause B-11, ITI 8(a), ITI 8(b), ITI 31(b)
 */
import { PARTS, type Part } from '../marks/mark.ts';
import { type MarkPattern, parsePattern } from './mark-pattern.ts';
import { type DrawnMark, parseDrawing } from './symbols.ts';

export type PracticeKind = (typeof PRACTICE_KINDS)[number];
export const PRACTICE_KINDS = [
  'manufacture',
  'import',
  'proof',
  'state-stock',
  'transfer',
  'deactivation',
] as const;

export type Sureness = (typeof SURENESS)[number];
export const SURENESS = ['sure', 'likely', 'unsure'] as const;

/** What a mark looks like, by languages. */
export type Looks = { readonly en?: string; readonly fr?: string; readonly ar?: string };

export type Practice = {
  readonly code: string;
  /** ISO 3166-1 alpha-2, as the State is called today; several where it is a rule for all of them. */
  readonly countries: readonly string[];
  readonly kind: PracticeKind;
  /** Town, house, factory or rule. */
  readonly authority?: string;
  readonly looks: Looks;
  /** The mark as letters, in each way in which it is written. */
  readonly texts: readonly string[];
  readonly pattern?: MarkPattern;
  readonly drawing?: DrawnMark;
  readonly where: readonly Part[];
  readonly from?: number;
  readonly to?: number;
  /** Years by the code that stands in the mark. */
  readonly years: Readonly<Record<string, number>>;
  readonly source: string;
  readonly sure: Sureness;
};

/** Named limits of a practice. */
export const PRACTICE_LIMITS = {
  countries: 60,
  texts: 20,
  text: 60,
  looks: 600,
  source: 300,
  years: 150,
} as const;

export const PRACTICE_MEMBERS = [
  ...['countries', 'kind', 'authority', 'looks', 'texts', 'pattern', 'drawing', 'where'],
  ...['from', 'to', 'years', 'source', 'sure'],
] as const;

class Unusable extends Error {}
type Members = Readonly<Record<string, unknown>>;

/** A practice from its members as they are written, or what cannot be used of it. */
export function parsePractice(written: unknown): { readonly practice: Practice } | { readonly says: string } {
  try {
    if (!isMembers(written)) throw new Unusable('it is no object');
    return { practice: practiceOf(written) };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    return { says: error.message };
  }
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function practiceOf(members: Members): Practice {
  const strange = Object.keys(members).find((name) => ![...PRACTICE_MEMBERS, 'code'].includes(name));
  if (strange !== undefined) throw new Unusable(`a practice has nothing called "${strange}"`);
  const code = textIn(members, 'code', 80);
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(code))
    throw new Unusable('code needs lower-case letters, digits and hyphens');
  const countries = listIn(members, 'countries', /^[A-Z]{2}$/, PRACTICE_LIMITS.countries);
  if (countries.length === 0) throw new Unusable('countries needs at least one State by its two letters');
  const texts = textsIn(members);
  const years = yearsIn(members);
  const [from, to] = [yearIn(members, 'from'), yearIn(members, 'to')];
  if (from !== undefined && to !== undefined && to < from) throw new Unusable('to is before from');
  const pattern = members.pattern === undefined ? undefined : parsePattern(members.pattern);
  if (pattern !== undefined && 'says' in pattern) throw new Unusable(`pattern: ${pattern.says}`);
  const drawing = members.drawing === undefined ? undefined : parseDrawing(members.drawing);
  if (drawing !== undefined && 'says' in drawing) throw new Unusable(`drawing: ${drawing.says}`);
  return {
    code,
    countries,
    kind: oneOf(members, 'kind', PRACTICE_KINDS),
    ...(members.authority === undefined ? {} : { authority: textIn(members, 'authority', 120) }),
    looks: looksIn(members),
    texts,
    ...(pattern === undefined ? {} : { pattern }),
    ...(drawing === undefined ? {} : { drawing }),
    where: listIn(members, 'where', /^[a-z-]+$/, PARTS.length).map((part) => {
      const known = PARTS.find((one) => one === part);
      if (known === undefined) throw new Unusable(`where: "${part}" is no part of an arm`);
      return known;
    }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    years,
    source: textIn(members, 'source', PRACTICE_LIMITS.source),
    sure: oneOf(members, 'sure', SURENESS),
  };
}

function isPlain(value: unknown, most: number): value is string {
  return (
    typeof value === 'string' &&
    value.trim() !== '' &&
    value.length <= most &&
    !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value)
  );
}

function textIn(members: Members, name: string, most: number): string {
  const value = members[name];
  if (!isPlain(value, most))
    throw new Unusable(`${name} needs a text of one line, at most ${most} characters`);
  return value.trim();
}

function listIn(members: Members, name: string, each: RegExp, most: number): readonly string[] {
  const value = members[name] ?? [];
  const isGood =
    Array.isArray(value) &&
    value.length <= most &&
    value.every((one) => typeof one === 'string' && each.test(one));
  if (!isGood) throw new Unusable(`${name} needs a list of at most ${most} codes`);
  return [...new Set(value as readonly string[])];
}

function textsIn(members: Members): readonly string[] {
  const value = members.texts ?? [];
  const isGood =
    Array.isArray(value) &&
    value.length <= PRACTICE_LIMITS.texts &&
    value.every((one) => isPlain(one, PRACTICE_LIMITS.text));
  if (!isGood) throw new Unusable(`texts needs a list of at most ${PRACTICE_LIMITS.texts} short texts`);
  return value as readonly string[];
}

function looksIn(members: Members): Looks {
  const value = members.looks;
  const languages: readonly string[] = ['en', 'fr', 'ar'];
  const isGood =
    isMembers(value) &&
    Object.keys(value).length > 0 &&
    Object.entries(value).every(
      ([name, text]) => languages.includes(name) && isPlain(text, PRACTICE_LIMITS.looks),
    );
  if (!isGood) throw new Unusable('looks needs words in en, fr or ar');
  return value as Looks;
}

function yearIn(members: Members, name: string): number | undefined {
  const value = members[name];
  if (value === undefined) return undefined;
  if (!isYear(value)) throw new Unusable(`${name} needs a year of four digits`);
  return value;
}

function isYear(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1300 && (value as number) <= 2200;
}

function yearsIn(members: Members): Readonly<Record<string, number>> {
  const value = members.years ?? {};
  const isGood =
    isMembers(value) &&
    Object.keys(value).length <= PRACTICE_LIMITS.years &&
    Object.entries(value).every(([code, year]) => /^[A-Z0-9]{1,6}$/.test(code) && isYear(year));
  if (!isGood) throw new Unusable('years needs years of four digits by codes of capitals and digits');
  return value as Readonly<Record<string, number>>;
}

function oneOf<Value extends string>(members: Members, name: string, values: readonly Value[]): Value {
  const found = values.find((value) => value === members[name]);
  if (found === undefined) throw new Unusable(`${name} needs one of ${values.join(', ')}`);
  return found;
}
