/**
 * Reads the rows of the reference files. A row that cannot be used is told with its line and its reason and is left out; the
 * tests hold the files that come with the program to having none. Lists in a cell are parted by a bar; an alias that ends
 * with a question mark is used for other entries too.
 *
 * @clause B-12
 */
import { type ArmClass, isArmClass } from '../arms/classification.ts';
import { type Action, isAction } from '../arms/description.ts';
import {
  type Alias,
  CALIBRE_KINDS,
  type Calibre,
  type CalibreKind,
  type Maker,
  type Model,
  type Reference,
} from './entry.ts';

/** A row of a file: its cells by the heading of their column. */
export type Cells = Readonly<Record<string, string>>;

export type RowProblem = { readonly line: number; readonly code: string; readonly says: string };
export type ParsedTable<Entry> = {
  /** In the order of their codes. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly problems: readonly RowProblem[];
};

const CODE = /^[a-z0-9][a-z0-9./-]{0,79}$/;
const COUNTRY = /^[A-Z]{2}$/;
const MARK_PLACE = /^[a-z-]+@[a-z-]+$/;

/** The makers of a file. */
export function parseMakers(rows: readonly Cells[]): ParsedTable<Maker> {
  return parseRows(rows, (cells) => ({
    ...commonOf(cells),
    ...countryOf(cells),
    ...yearsOf(cells),
    marks: listOf(cells.marks),
    licenceOf: listOf(cells.licence_of),
    successorOf: listOf(cells.successor_of),
  }));
}

/** The calibres of a file. */
export function parseCalibres(rows: readonly Cells[]): ParsedTable<Calibre> {
  return parseRows(rows, (cells) => ({
    ...commonOf(cells),
    kind: kindOf(cells.kind),
    family: needed(cells, 'family'),
    ...millimetres('bulletMm', cells.bullet_mm),
    ...millimetres('caseMm', cells.case_mm),
    alsoFits: listOf(cells.also_fits),
    looksLike: listOf(cells.looks_like),
  }));
}

/** The models of a file. */
export function parseModels(rows: readonly Cells[]): ParsedTable<Model> {
  return parseRows(rows, (cells) => ({
    ...commonOf(cells),
    maker: needed(cells, 'maker'),
    class: classOf(cells.class),
    ...actionOf(cells.action),
    calibres: listOf(cells.calibres),
    ...countryOf(cells),
    ...yearsOf(cells),
    marksAt: listOf(cells.marks_at).map((place) =>
      MARK_PLACE.test(place)
        ? place
        : wrong(`a place of a mark is written serial@frame-right; "${place}" came`),
    ),
    lookAlikes: listOf(cells.look_alikes),
    ...(cells.tell_apart ? { tellApart: cells.tell_apart } : {}),
  }));
}

/** Codes that an entry names and no table has. */
export function listUnknownCodes({ makers, calibres, models, grammars }: Reference): readonly string[] {
  const missing: string[] = [];
  const ask = (table: ReadonlyMap<string, unknown>, from: string, codes: readonly string[]): void => {
    for (const code of codes) if (!table.has(code)) missing.push(`${from} names ${code}`);
  };
  for (const one of makers.values()) ask(makers, one.code, [...one.licenceOf, ...one.successorOf]);
  for (const one of calibres.values()) ask(calibres, one.code, [...one.alsoFits, ...one.looksLike]);
  for (const one of models.values()) {
    ask(makers, one.code, [one.maker]);
    ask(calibres, one.code, one.calibres);
    ask(models, one.code, one.lookAlikes);
  }
  for (const one of grammars) {
    ask(makers, one.id, [one.maker]);
    ask(models, one.id, one.models);
  }
  return missing;
}

class Unusable extends Error {}

function wrong(says: string): never {
  throw new Unusable(says);
}

function parseRows<Entry extends { readonly code: string }>(
  rows: readonly Cells[],
  parse: (cells: Cells) => Entry,
): ParsedTable<Entry> {
  const found = new Map<string, Entry>();
  const problems: RowProblem[] = [];
  for (const [place, cells] of rows.entries()) {
    const tell = (says: string): void =>
      void problems.push({ line: place + 2, code: cells.code ?? '', says });
    try {
      const entry = parse(cells);
      if (found.has(entry.code)) tell('the code stands twice');
      else found.set(entry.code, entry);
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      tell(error.message);
    }
  }
  // A table may stand in several files; pages of it go by its codes.
  const entries = new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { entries, problems };
}

function commonOf(cells: Cells): { code: string; name: string; aliases: readonly Alias[]; source: string } {
  const code = needed(cells, 'code');
  if (!CODE.test(code)) wrong('a code is lower-case letters, digits and hyphens');
  return {
    code,
    name: needed(cells, 'name'),
    aliases: listOf(cells.aliases).map(aliasOf),
    source: cells.source ?? '',
  };
}

function needed(cells: Cells, column: string): string {
  const text = cells[column]?.trim() ?? '';
  return text === '' ? wrong(`expected something in the column ${column}; it is empty`) : text;
}

function listOf(cell: string | undefined): readonly string[] {
  return [...new Set((cell ?? '').split('|').map((one) => one.trim()))].filter((one) => one !== '');
}

function aliasOf(text: string): Alias {
  return text.endsWith('?') ? { text: text.slice(0, -1).trim(), unsure: true } : { text };
}

function countryOf({ country }: Cells): { country?: string } {
  if (!country) return {};
  return COUNTRY.test(country) ? { country } : wrong(`a country is two capital letters; "${country}" came`);
}

function yearsOf({ from, to }: Cells): { from?: number; to?: number } {
  return { ...(from ? { from: yearOf(from) } : {}), ...(to ? { to: yearOf(to) } : {}) };
}

function yearOf(text: string): number {
  return /^1[3-9]\d\d$|^20\d\d$/.test(text) ? Number(text) : wrong(`a year is four digits; "${text}" came`);
}

function millimetres<Name extends string>(name: Name, text: string | undefined): { [Key in Name]?: number } {
  if (!text) return {};
  const value = Number(text);
  return value > 0 && value < 1000
    ? ({ [name]: value } as { [Key in Name]: number })
    : wrong(`millimetres are a number; "${text}" came`);
}

function kindOf(text = ''): CalibreKind {
  return CALIBRE_KINDS.find((kind) => kind === text) ?? wrong(`there is no kind of calibre "${text}"`);
}

function classOf(text = ''): ArmClass {
  return isArmClass(text) ? text : wrong(`there is no class "${text}"`);
}

function actionOf(text = ''): { action?: Action } {
  if (text === '') return {};
  return isAction(text) ? { action: text } : wrong(`there is no action "${text}"`);
}
