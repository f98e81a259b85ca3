/**
 * The reference tables as they stand: those of the program with the rows of the State laid over them. A State's row of the
 * same code stands in the place of the program's and hides nothing of it: the program's row is kept beside it and stands
 * again when the State's is taken back. One file of rules reads both.
 *
 * What could go wrong: a newer program no longer knows a code that a State's row names, or no longer reads the row. Such a
 * row is left aside and told; the tables stand without it.
 *
 * @clause B-12, PoA II.9
 */
import type { Calibre, Maker, Model, Reference } from './entry.ts';
import { type Lookup, makeLookup } from './lookup.ts';
import {
  type CellProblem,
  type Cells,
  COLUMNS,
  listCodesNamed,
  type ParsedTable,
  parseCalibres,
  parseMakers,
  parseModels,
} from './parse.ts';
import { parseGrammars } from './parse-grammars.ts';
import { PRACTICE_MEMBERS, type Practice, parsePractice } from './practice.ts';
import type { SerialGrammar } from './serial-grammar.ts';

export type TableName = (typeof TABLE_NAMES)[number];
export const TABLE_NAMES = ['maker', 'calibre', 'model', 'grammar', 'practice'] as const;
/** Those that are changed row by row; a practice has an act of its own. */
export const EDITED_TABLES = ['maker', 'calibre', 'model', 'grammar'] as const;
/** What the tables of names are called where they are looked through. */
export const TABLES_OF = { maker: 'makers', calibre: 'calibres', model: 'models' } as const;

/** A row as it is written: cells by the heading of their column, or the members of a grammar or a practice; without its code. */
export type Fields = Readonly<Record<string, unknown>>;

/** A row that stands because the State has put it there. */
export type StateRow = {
  readonly table: TableName;
  readonly code: string;
  /** The version of the tables that it made. */
  readonly version: number;
  readonly at: string;
  readonly why: string;
  readonly fields: Fields;
};

/** What comes with the program: its entries, and its rows as they are written. */
export type Program = {
  readonly reference: Reference;
  readonly rows: Readonly<Record<TableName, ReadonlyMap<string, Fields>>>;
};

/** Why a row of the State cannot be used: a cell of it, a grammar or a practice in English, or the maker that is not there. */
export type RowFault =
  | ({ readonly kind: 'cell' } & CellProblem)
  | { readonly kind: 'grammar' | 'practice'; readonly says: string }
  | { readonly kind: 'maker'; readonly column: string; readonly code: string };
type Read<Entry> = { readonly entry: Entry } | { readonly fault: RowFault };
export type UnusableRow = { readonly row: StateRow; readonly fault: RowFault };

/** The rows of a State laid over those of the program. */
export type Laid = {
  readonly reference: Reference;
  /** The State's rows that stand, by `rowKey`. */
  readonly own: ReadonlyMap<string, StateRow>;
  readonly unusable: readonly UnusableRow[];
};

export type ReferenceTables = Lookup &
  Omit<Laid, 'reference'> & {
    readonly program: Program;
    /** How many changes the State has made; 0 where it has made none. */
    readonly version: number;
  };

/** What a row of a table is known by. */
export function rowKey(table: TableName, code: string): string {
  return `${table} ${code}`;
}

/** Makes the tables ready to be asked. */
export function makeTables(program: Program, rows: readonly StateRow[], version: number): ReferenceTables {
  const { reference, own, unusable } = layOver(program, rows);
  return { ...makeLookup(reference), own, unusable, program, version };
}

type AnyEntry = Maker | Calibre | Model | SerialGrammar | Practice;

/** Lays the rows of a State over those of the program. */
export function layOver({ reference }: Program, rows: readonly StateRow[]): Laid {
  const own = new Map<string, StateRow>();
  const unusable: UnusableRow[] = [];
  const lay = <Entry extends AnyEntry>(
    entries: Map<string, Entry>,
    table: TableName,
    read: (row: StateRow) => Read<Entry>,
    makers?: ReadonlyMap<string, Maker>,
  ): void => {
    for (const row of rows) {
      if (row.table !== table) continue;
      const found = read(row);
      const fault = 'fault' in found ? found.fault : makerMissing(found.entry, makers);
      if (fault !== undefined) unusable.push({ row, fault });
      else if ('entry' in found) {
        entries.set(row.code, found.entry);
        own.set(rowKey(table, row.code), row);
      }
    }
  };
  const makers = new Map(reference.makers);
  const calibres = new Map(reference.calibres);
  const models = new Map(reference.models);
  const grammars = new Map(reference.grammars.map((one) => [one.id, one]));
  lay(makers, 'maker', (row) => entryOf(parseMakers([cellsOf(row)])));
  lay(calibres, 'calibre', (row) => entryOf(parseCalibres([cellsOf(row)])));
  lay(models, 'model', (row) => entryOf(parseModels([cellsOf(row)])), makers);
  lay(grammars, 'grammar', grammarOf, makers);
  const practices = new Map(reference.practices);
  lay(practices, 'practice', practiceOf);
  return {
    reference: {
      makers: inOrder(makers),
      calibres: inOrder(calibres),
      models: inOrder(models),
      grammars: [...grammars.values()],
      practices: inOrder(practices),
    },
    own,
    unusable,
  };
}

/** The rows of one table as they are written, the State's in the place of the program's, in the order of their codes. */
export function listRows(
  { program, own }: Pick<ReferenceTables, 'program' | 'own'>,
  table: TableName,
): ReadonlyMap<string, { readonly fields: Fields; readonly state: StateRow | undefined }> {
  const rows = new Map(
    [...program.rows[table]].map(([code, fields]) => [
      code,
      { fields, state: undefined as StateRow | undefined },
    ]),
  );
  for (const row of own.values())
    if (row.table === table) rows.set(row.code, { fields: row.fields, state: row });
  return inOrder(rows);
}

function cellsOf({ code, fields }: StateRow): Cells {
  return { ...(fields as Cells), code };
}

function entryOf<Entry>({ entries, problems: [problem] }: ParsedTable<Entry>): Read<Entry> {
  if (problem === undefined) return { entry: [...entries.values()][0]! };
  const { column, needs, came } = problem;
  return { fault: { kind: 'cell', column, needs, came } };
}

const GRAMMAR_MEMBERS = 'maker classes models from to title strict hint zones sources notes'.split(' ');

function grammarOf({ code, fields }: StateRow): Read<SerialGrammar> {
  const no = (says: string) => ({ fault: { kind: 'grammar', says } as const });
  const strange = Object.keys(fields).find((name) => !GRAMMAR_MEMBERS.includes(name));
  if (strange !== undefined) return no(`a grammar has nothing called "${strange}"`);
  const {
    grammars: [entry],
    problems,
  } = parseGrammars([{ ...fields, id: code }]);
  return entry === undefined ? no(problems[0]!.says) : { entry };
}

function practiceOf({ code, fields }: StateRow): Read<Practice> {
  const parsed = parsePractice({ ...fields, code });
  return 'says' in parsed ? { fault: { kind: 'practice', says: parsed.says } } : { entry: parsed.practice };
}

function makerMissing(entry: AnyEntry, makers: ReadonlyMap<string, Maker> | undefined): RowFault | undefined {
  if (makers === undefined || 'countries' in entry) return undefined;
  const missing = listCodesNamed(entry).find(({ table, code }) => table === 'makers' && !makers.has(code));
  return missing && { kind: 'maker', column: missing.column, code: missing.code };
}

function inOrder<Value>(map: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The columns that a row of a table may have; those of a grammar and a practice are their members. */
export function columnsOf(table: TableName): readonly string[] {
  if (table === 'practice') return ['code', ...PRACTICE_MEMBERS];
  return table === 'grammar' ? ['id', ...GRAMMAR_MEMBERS] : COLUMNS[table];
}
