/**
 * Reads rows of the reference tables: those of the files that come with the program and those of a State alike. A row that
 * cannot be used is told with its line and its reason and is left out; the tests hold the files that come with the program to
 * having none. Lists in a cell are parted by a bar; an alias that ends with a question mark is used for other entries too.
 * Texts and lists are bounded, so that whoever compares names has a bounded amount of work.
 *
 * @clause B-12
 */
import { type ArmClass, isArmClass } from '../arms/classification.ts';
import { type Action, isAction } from '../arms/description.ts';
import { MARK_KINDS, PARTS } from '../marks/mark.ts';
import {
  type Alias,
  CALIBRE_KINDS,
  type Calibre,
  type CalibreKind,
  type Maker,
  type Model,
  type Reference,
} from './entry.ts';
import type { SerialGrammar } from './serial-grammar.ts';

/** A row of a file: its cells by the heading of their column. */
export type Cells = Readonly<Record<string, string>>;

/** What a cell needs and has not, in English. */
export const NEEDS = {
  something: 'something in it',
  text: 'a text',
  'known-name': 'a name that the columns of the table have',
  plain: 'no line end and no hidden character',
  shorter: 'fewer characters',
  fewer: 'a shorter list',
  code: 'lower-case letters, digits and hyphens',
  once: 'a code that stands once',
  country: 'two capital letters of ISO 3166-1',
  year: 'a year of four digits',
  'years-in-order': 'a last year that is not before the first',
  millimetres: 'millimetres as a number',
  kind: 'one of the kinds of calibres',
  class: 'one of the classes',
  action: 'one of the actions',
  'mark-place': 'places of marks such as serial@frame-right',
} as const;
export type Need = keyof typeof NEEDS;

export type CellProblem = { readonly column: string; readonly needs: Need; readonly came: string };
export type RowProblem = CellProblem & { readonly line: number; readonly code: string };
export type ParsedTable<Entry> = {
  /** In the order of their codes. */
  readonly entries: ReadonlyMap<string, Entry>;
  readonly problems: readonly RowProblem[];
};

/** Sides of a part on which a mark may stand, and what may stand there beside the kinds of marks: the year of making. */
export const MARK_SIDES = ['left', 'right', 'top', 'bottom', 'front', 'rear', 'inside'] as const;
export const MARKS_PLACED = [...MARK_KINDS, 'year'] as const;

/** Named limits: characters of a cell, of a name or another member of a list; members of a list. */
const CELL_MAX = 6000;
export const NAME_TEXT_MAX = 120;
export const LIST_MAX = 200;

const CODE = /^[a-z0-9][a-z0-9./-]{0,79}$/;
const COUNTRY = /^[A-Z]{2}$/;
const PLACES: ReadonlySet<string> = new Set(
  MARKS_PLACED.flatMap((kind) =>
    PARTS.flatMap((part) => MARK_SIDES.map((side) => `${kind}@${part}-${side}`)),
  ),
);
/** Joiners are letters' business in names of several scripts. */
const HIDDEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/** The columns of each table, in the order in which its file has them. */
export const COLUMNS = {
  maker: 'code name country from to aliases marks licence_of successor_of source'.split(' '),
  calibre: 'code name kind family bullet_mm case_mm aliases also_fits looks_like source'.split(' '),
  model:
    'code maker name class action calibres country from to aliases marks_at look_alikes tell_apart source'.split(
      ' ',
    ),
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The makers of these rows. */
export function parseMakers(rows: readonly Cells[]): ParsedTable<Maker> {
  return parseRows(rows, COLUMNS.maker, (cells) => ({
    ...commonOf(cells),
    ...countryOf(cells),
    ...yearsOf(cells),
    marks: listOf(cells, 'marks'),
    licenceOf: listOf(cells, 'licence_of'),
    successorOf: listOf(cells, 'successor_of'),
  }));
}

/** The calibres of these rows. */
export function parseCalibres(rows: readonly Cells[]): ParsedTable<Calibre> {
  return parseRows(rows, COLUMNS.calibre, (cells) => ({
    ...commonOf(cells),
    kind: kindOf(cells.kind),
    family: needed(cells, 'family'),
    ...millimetres('bulletMm', 'bullet_mm', cells),
    ...millimetres('caseMm', 'case_mm', cells),
    alsoFits: listOf(cells, 'also_fits'),
    looksLike: listOf(cells, 'looks_like'),
  }));
}

/** The models of these rows. */
export function parseModels(rows: readonly Cells[]): ParsedTable<Model> {
  return parseRows(rows, COLUMNS.model, (cells) => ({
    ...commonOf(cells),
    maker: needed(cells, 'maker'),
    class: classOf(cells.class),
    ...actionOf(cells.action),
    calibres: listOf(cells, 'calibres'),
    ...countryOf(cells),
    ...yearsOf(cells),
    marksAt: listOf(cells, 'marks_at').map((place) =>
      PLACES.has(place) ? place : wrong('marks_at', 'mark-place', place),
    ),
    lookAlikes: listOf(cells, 'look_alikes'),
    ...(cells.tell_apart ? { tellApart: cells.tell_apart } : {}),
  }));
}

/** What is wrong with a row, in English. */
export function formatProblem({ column, needs, came }: CellProblem): string {
  return `the column ${column} needs ${NEEDS[needs]}${came === '' ? '' : `; "${came}" came`}`;
}

export type CodeNamed = {
  readonly column: string;
  readonly table: 'makers' | 'calibres' | 'models';
  readonly code: string;
};

/** The codes that an entry names, each with the column that names it. */
export function listCodesNamed(entry: Maker | Calibre | Model | SerialGrammar): readonly CodeNamed[] {
  const named = (column: string, table: CodeNamed['table'], codes: readonly string[]): readonly CodeNamed[] =>
    codes.map((code) => ({ column, table, code }));
  if ('zones' in entry)
    return [...named('maker', 'makers', [entry.maker]), ...named('models', 'models', entry.models)];
  if ('family' in entry)
    return [
      ...named('also_fits', 'calibres', entry.alsoFits),
      ...named('looks_like', 'calibres', entry.looksLike),
    ];
  if ('maker' in entry)
    return [
      ...named('maker', 'makers', [entry.maker]),
      ...named('calibres', 'calibres', entry.calibres),
      ...named('look_alikes', 'models', entry.lookAlikes),
    ];
  return [
    ...named('licence_of', 'makers', entry.licenceOf),
    ...named('successor_of', 'makers', entry.successorOf),
  ];
}

/** Codes that an entry names and no table has. */
export function listUnknownCodes(reference: Reference): readonly string[] {
  const { makers, calibres, models, grammars } = reference;
  const all = [...makers.values(), ...calibres.values(), ...models.values()].map(
    (one) => [one.code, one] as const,
  );
  return [...all, ...grammars.map((one) => [one.id, one] as const)].flatMap(([from, one]) =>
    listCodesNamed(one)
      .filter(({ table, code }) => !reference[table].has(code))
      .map(({ code }) => `${from} names ${code}`),
  );
}

class Unusable extends Error {
  readonly problem: CellProblem;
  constructor(problem: CellProblem) {
    super(formatProblem(problem));
    this.problem = problem;
  }
}

function wrong(column: string, needs: Need, came = ''): never {
  throw new Unusable({ column, needs, came });
}

function parseRows<Entry extends { readonly code: string }>(
  rows: readonly Cells[],
  columns: readonly string[],
  parse: (cells: Cells) => Entry,
): ParsedTable<Entry> {
  const found = new Map<string, Entry>();
  const problems: RowProblem[] = [];
  for (const [place, cells] of rows.entries()) {
    try {
      for (const [column, text] of Object.entries(cells)) refuseCell(columns, column, text);
      const entry = parse(cells);
      if (found.has(entry.code)) wrong('code', 'once', entry.code);
      found.set(entry.code, entry);
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      problems.push({ ...error.problem, line: place + 2, code: String(cells.code ?? '') });
    }
  }
  // A table may stand in several files; pages of it go by its codes.
  const entries = new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { entries, problems };
}

/** What no cell may hold, whatever its column. A row of a State comes as it was sent, so its cells may be no texts. */
function refuseCell(columns: readonly string[], column: string, text: unknown): void {
  if (!columns.includes(column)) wrong(column, 'known-name');
  if (typeof text !== 'string') wrong(column, 'text');
  if (text.length > CELL_MAX) wrong(column, 'shorter');
  if (HIDDEN.test(text)) wrong(column, 'plain');
}

function commonOf(cells: Cells): { code: string; name: string; aliases: readonly Alias[]; source: string } {
  const code = needed(cells, 'code');
  if (!CODE.test(code)) wrong('code', 'code', code);
  const name = needed(cells, 'name');
  if (name.length > NAME_TEXT_MAX) wrong('name', 'shorter');
  return {
    code,
    name,
    aliases: listOf(cells, 'aliases').map(aliasOf),
    source: cells.source ?? '',
  };
}

function needed(cells: Cells, column: string): string {
  const text = cells[column]?.trim() ?? '';
  return text === '' ? wrong(column, 'something') : text;
}

function listOf(cells: Cells, column: string): readonly string[] {
  const all = new Set((cells[column] ?? '').split('|').map((one) => one.trim()));
  const list = [...all].filter((one) => one !== '');
  if (list.length > LIST_MAX) wrong(column, 'fewer');
  const long = list.find((one) => one.length > NAME_TEXT_MAX);
  return long === undefined ? list : wrong(column, 'shorter', long);
}

function aliasOf(text: string): Alias {
  return text.endsWith('?') ? { text: text.slice(0, -1).trim(), unsure: true } : { text };
}

function countryOf({ country }: Cells): { country?: string } {
  if (!country) return {};
  return COUNTRY.test(country) ? { country } : wrong('country', 'country', country);
}

function yearsOf(cells: Cells): { from?: number; to?: number } {
  const [from, to] = (['from', 'to'] as const).map((column) => yearOf(column, cells[column]));
  if (from !== undefined && to !== undefined && to < from) wrong('to', 'years-in-order', String(to));
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function yearOf(column: string, text = ''): number | undefined {
  if (text === '') return undefined;
  return /^1[3-9]\d\d$|^20\d\d$/.test(text) ? Number(text) : wrong(column, 'year', text);
}

function millimetres<Name extends string>(
  name: Name,
  column: string,
  cells: Cells,
): { [Key in Name]?: number } {
  const text = cells[column];
  if (!text) return {};
  const value = Number(text);
  return value > 0 && value < 1000
    ? ({ [name]: value } as { [Key in Name]: number })
    : wrong(column, 'millimetres', text);
}

function kindOf(text = ''): CalibreKind {
  return CALIBRE_KINDS.find((kind) => kind === text) ?? wrong('kind', 'kind', text);
}

function classOf(text = ''): ArmClass {
  return isArmClass(text) ? text : wrong('class', 'class', text);
}

function actionOf(text = ''): { action?: Action } {
  if (text === '') return {};
  return isAction(text) ? { action: text } : wrong('action', 'action', text);
}
