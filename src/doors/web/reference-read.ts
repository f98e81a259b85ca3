/**
 * Reads the form of an entry of the reference tables into a row as the act takes it: lines into lists, names of countries,
 * makers, calibres and models into their codes, places of marks from what was chosen.
 *
 * What could go wrong: a name that fits several entries becomes a code that nobody meant. Only what is as good as sure is
 * taken; else the codes that may be meant are told beside the field.
 */
import { ENTRY_OF, type ReferenceTable } from '../../acts/list-reference.ts';
import { normalise } from '../../acts/normalise.ts';
import { viewReference } from '../../acts/view-reference.ts';
import { isRefusal, type Refusal } from '../../domain/base/refusal.ts';
import { fold } from '../../domain/base/text.ts';
import { findSure } from '../../domain/reference/normalise.ts';
import { LIST_MAX, NEEDS, type Need } from '../../domain/reference/parse.ts';
import { FACT_WORDS } from '../words/refusals.ts';
import { type Deed, refusedDeed } from './deeds.ts';
import { type Column, columnsAsked, LISTS, PLACES_MAX } from './reference-form.ts';
import { ask, type Form, type Site, textOf } from './room.ts';
import { inSentence } from './text.ts';
import type { Working } from './visit.ts';
import { REFERENCE_EDIT_WORDS } from './words/reference-edit.ts';

export type RowRead = {
  readonly code: string;
  readonly fields: Readonly<Record<string, string>>;
  /** What is wrong with which field. */
  readonly wrong: ReadonlyMap<string, string>;
};

/** The row that a form describes; `code` is that of the entry which is changed. */
export async function readRow(
  site: Site,
  visit: Working,
  table: ReferenceTable,
  sent: Form,
  code: string | undefined,
): Promise<RowRead> {
  const texts = REFERENCE_EDIT_WORDS[visit.words.language];
  const wrong = new Map<string, string>();
  const fields: Record<string, string> = {};
  for (const column of columnsAsked(table)) {
    const read = await readColumn(site, visit, sent, column);
    if (typeof read === 'object') wrong.set(column, read.wrong);
    else if (read !== '') fields[column] = read;
  }
  const own = code ?? textOf(sent, 'code') ?? codeOf(table, fields);
  if (own === '') wrong.set('code', texts.codeNeeded);
  return { code: own, fields, wrong };
}

/** Where words more likely name nothing, no guess is offered. */
const NONE_FROM = 0.5;

type Read = string | { readonly wrong: string };

async function readColumn(site: Site, visit: Working, sent: Form, column: Column): Promise<Read> {
  if (column === 'marks_at') return placesOf(visit, sent);
  const typed = textOf(sent, column) ?? '';
  const list = LISTS[column];
  if (column === 'country') return countryOf(visit, typed);
  if (column === 'maker') return typed === '' ? '' : codeNamed(site, visit, 'makers', typed);
  // A line end in a text of one cell is a blank.
  if (list === undefined) return typed.replace(/\s*[\r\n]+\s*/g, ' ');
  const lines = typed
    .split(/[\r\n|]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (list === 'words') return lines.join(' | ');
  const codes: string[] = [];
  for (const line of lines.slice(0, LIST_MAX + 1)) {
    const found = await codeNamed(site, visit, list, line);
    if (typeof found === 'object') return found;
    codes.push(found);
  }
  return codes.join(' | ');
}

/** The code of the entry that was typed by its code or its name. */
async function codeNamed(site: Site, visit: Working, table: ReferenceTable, typed: string): Promise<Read> {
  const texts = REFERENCE_EDIT_WORDS[visit.words.language];
  const exact = await ask(site, visit, viewReference, { table, code: typed });
  if (!isRefusal(exact)) return typed;
  const found = await ask(site, visit, normalise, { what: ENTRY_OF[table], text: typed.slice(0, 300) });
  const none = { wrong: texts.noSuch(inSentence(typed)) };
  if (isRefusal(found)) return none;
  const sure = findSure(found);
  if (sure) return sure.code;
  if (found.candidates.length === 0 || found.noneProbability > NONE_FROM) return none;
  const codes = found.candidates.map(({ code, name }) => `${inSentence(code, 'ltr')} (${inSentence(name)})`);
  return {
    wrong: texts.which(
      inSentence(typed),
      new Intl.ListFormat(visit.words.locale, { type: 'disjunction' }).format(codes),
    ),
  };
}

function placesOf(visit: Working, sent: Form): Read {
  const places: string[] = [];
  for (let at = 0; at < PLACES_MAX; at++) {
    const [kind, part, side] = ['kind', 'part', 'side'].map((name) => textOf(sent, `at.${at}.${name}`));
    if (kind === undefined && part === undefined && side === undefined) continue;
    if (kind === undefined || part === undefined || side === undefined)
      return { wrong: REFERENCE_EDIT_WORDS[visit.words.language].placeHalf };
    places.push(`${kind}@${part}-${side}`);
  }
  return places.join(' | ');
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** The two letters of a country that was typed by them or by its name in the language of the page; else as it was typed. */
function countryOf({ words }: Working, typed: string): string {
  if (/^[a-z]{2}$/i.test(typed) || typed === '') return typed.toUpperCase();
  const names = new Intl.DisplayNames([words.locale], { type: 'region', fallback: 'none' });
  const asked = fold(typed);
  for (const first of LETTERS)
    for (const second of LETTERS) if (fold(names.of(first + second) ?? '') === asked) return first + second;
  return typed;
}

/** A code made from a name; empty where the name has no letter or digit of the Latin script. */
function codeOf(table: ReferenceTable, { name = '', maker = '' }: Readonly<Record<string, string>>): string {
  const own = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 40);
  return table === 'models' && own !== '' && maker !== '' ? `${maker}/${own}`.slice(0, 80) : own;
}

/** The form again, with the field marked that a refusal is about. */
export function refusedRow(visit: Working, deed: Deed, refused: Refusal): Deed {
  const { facts = {} } = refused;
  const texts = REFERENCE_EDIT_WORDS[visit.words.language];
  const { needs } = FACT_WORDS[visit.words.language];
  const column = String(facts.column ?? 'code');
  const isCell = refused.refused === 'reference-row-unusable' && isNeed(facts.needs);
  if (isCell) {
    const came = facts.came ? inSentence(String(facts.came).slice(0, 80)) : '';
    const says = texts.needs(needs[facts.needs as Need], came);
    return { ...deed, says: texts.wrong, problems: { wrong: new Map([[column, says]]), choices: new Map() } };
  }
  const fields = Object.fromEntries(
    ['reference-code-missing', 'reference-code-known', 'reference-code-elsewhere'].map((one) => [
      one,
      column,
    ]),
  );
  return refusedDeed(visit, deed, refused, { ...fields, why: 'why' });
}

function isNeed(value: unknown): value is Need {
  return typeof value === 'string' && Object.hasOwn(NEEDS, value);
}
