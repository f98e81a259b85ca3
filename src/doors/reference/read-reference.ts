/**
 * Reads the reference tables that come with the program: files of comma-separated values in reference/, and the grammars of
 * serials and the practices of marking as JSON, which people can read, correct and send back without a programmer. They are read once, when first asked for. A row that cannot be used
 * is a fault of the files, which the tests find.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Fault } from '../../domain/base/refusal.ts';
import type { Reference } from '../../domain/reference/entry.ts';
import {
  type Cells,
  formatProblem,
  type ParsedTable,
  parseCalibres,
  parseMakers,
  parseModels,
} from '../../domain/reference/parse.ts';
import { parseGrammars } from '../../domain/reference/parse-grammars.ts';
import { type Practice, parsePractice } from '../../domain/reference/practice.ts';
import type { SerialGrammar } from '../../domain/reference/serial-grammar.ts';
import { type Fields, makeTables, type ReferenceTables } from '../../domain/reference/tables.ts';

const GRAMMARS = 'serial-grammars.json';
const PRACTICES = 'marking-practices.json';
const FOLDER = join(import.meta.dirname, '../../../reference');

let kept: Promise<ReferenceTables> | undefined;

/** The tables of the program, without any row of a State; the same promise for all who ask. */
export function readReference(): Promise<ReferenceTables> {
  kept ??= read().catch((error: unknown) => {
    kept = undefined;
    throw error;
  });
  return kept;
}

async function read(): Promise<ReferenceTables> {
  const [[makers, calibres, handguns, longArms], written, marked] = await Promise.all([
    Promise.all(['makers.csv', 'calibres.csv', 'models-handguns.csv', 'models-long.csv'].map(rowsOf)),
    grammarsAsWritten(),
    practicesAsWritten(),
  ]);
  const models = [...handguns!, ...longArms!];
  const reference: Reference = {
    makers: entriesOf('makers.csv', parseMakers(makers!)),
    calibres: entriesOf('calibres.csv', parseCalibres(calibres!)),
    models: entriesOf('models', parseModels(models)),
    grammars: grammarsOf(written),
    practices: practicesOf(marked),
  };
  const rows = {
    maker: byCode(makers!, 'code'),
    calibre: byCode(calibres!, 'code'),
    model: byCode(models, 'code'),
    grammar: byCode(written as readonly Fields[], 'id'),
    practice: byCode(marked as readonly Fields[], 'code'),
  };
  return makeTables({ reference, rows }, [], 0);
}

/** Rows by their code, without it. */
function byCode(rows: readonly Fields[], code: string): ReadonlyMap<string, Fields> {
  return new Map(rows.map(({ [code]: own, ...fields }) => [String(own), fields]));
}

/** The rows of one of the files. */
export async function rowsOf(file: string): Promise<readonly Cells[]> {
  const text = await readFile(join(FOLDER, file), 'utf8');
  return parse(text, { columns: true, bom: true, skip_empty_lines: true }) as Cells[];
}

/** What the file of grammars holds, as it stands. */
export async function grammarsAsWritten(): Promise<unknown> {
  return JSON.parse(await readFile(join(FOLDER, GRAMMARS), 'utf8')) as unknown;
}

/** What the file of marking practices holds, as it stands. */
export async function practicesAsWritten(): Promise<unknown> {
  return JSON.parse(await readFile(join(FOLDER, PRACTICES), 'utf8')) as unknown;
}

function practicesOf(written: unknown): ReadonlyMap<string, Practice> {
  const practices = new Map<string, Practice>();
  for (const [at, one] of (Array.isArray(written) ? written : [undefined]).entries()) {
    const parsed = parsePractice(one);
    const says =
      'says' in parsed
        ? parsed.says
        : practices.has(parsed.practice.code)
          ? 'its code stands twice'
          : undefined;
    if (says !== undefined)
      throw new Fault(
        'file',
        `The reference file ${PRACTICES} has a practice that cannot be used: number ${at + 1}: ${says}. Put back the file that came with the program.`,
      );
    if ('practice' in parsed) practices.set(parsed.practice.code, parsed.practice);
  }
  return practices;
}

function grammarsOf(written: unknown): readonly SerialGrammar[] {
  const { grammars, problems } = parseGrammars(written);
  const [first] = problems;
  if (first)
    throw new Fault(
      'file',
      `The reference file ${GRAMMARS} has a grammar that cannot be used: ${first.id}: ${first.says}. Put back the file that came with the program.`,
    );
  return grammars;
}

function entriesOf<Entry>(
  file: string,
  { entries, problems }: ParsedTable<Entry>,
): ReadonlyMap<string, Entry> {
  const [first] = problems;
  if (first)
    throw new Fault(
      'file',
      `The reference table ${file} has a row that cannot be used: line ${first.line}, ${first.code}: ${formatProblem(first)}. Put back the file that came with the program.`,
    );
  return entries;
}
