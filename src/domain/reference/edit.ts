/**
 * Whether a State's change of the reference tables can be kept: read by the same rules as the files, every code it names
 * there, its own code used for nothing else. What is taken back must be named by no other row of the State.
 *
 * @clause B-12, PoA II.9
 */
import { type Refusal, refusal } from '../base/refusal.ts';
import type { Reference } from './entry.ts';
import { listCodesNamed } from './parse.ts';
import {
  columnsOf,
  type Fields,
  type Laid,
  layOver,
  type Program,
  type RowFault,
  rowKey,
  type StateRow,
  TABLES_OF,
  type TableName,
} from './tables.ts';

/** Named limit: entries that a State may have of its own. */
export const STATE_ROWS_MAX = 5000;

/** The row as it is kept: no code, no empty cell, no blanks around one; a grammar and a practice as they came. */
export function keptFields(table: TableName, fields: Fields): Fields {
  const own = Object.entries(fields).filter(([name]) => name !== (table === 'grammar' ? 'id' : 'code'));
  if (table === 'grammar' || table === 'practice') return Object.fromEntries(own);
  const cells = own.map(([name, cell]) => [name, typeof cell === 'string' ? cell.trim() : cell] as const);
  const order = columnsOf(table);
  return Object.fromEntries(
    cells.filter(([, cell]) => cell !== '').sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)),
  );
}

/**
 * Why a row cannot stand beside the others of the State; undefined where it can.
 * @refuses reference-row-unusable, reference-grammar-unusable, practice-unusable, reference-code-missing, reference-code-elsewhere, reference-full
 */
export function refuseRow(program: Program, others: readonly StateRow[], row: StateRow): Refusal | undefined {
  const { table, code } = row;
  const laid = layOver(program, [...others, row]);
  const unusable = laid.unusable.find((one) => one.row === row);
  if (unusable) return refusalOf(row, unusable.fault);
  const missing = missingOf(laid, row)[0];
  if (missing) return refusal('reference-code-missing', { code: missing.code, column: missing.column });
  const elsewhere = tableOfCode(laid.reference, table, code);
  if (elsewhere) return refusal('reference-code-elsewhere', { code, table: elsewhere });
  if (others.length >= STATE_ROWS_MAX) return refusal('reference-full', { most: STATE_ROWS_MAX });
  return undefined;
}

/**
 * Why a row of the State cannot be taken back: others of its rows would name what is there no more.
 * @refuses reference-still-named
 */
export function refuseTakingBack(
  program: Program,
  others: readonly StateRow[],
  { table, code }: Pick<StateRow, 'table' | 'code'>,
): Refusal | undefined {
  const laid = layOver(program, others);
  const lacking = laid.unusable.find(
    ({ fault }) => table === 'maker' && fault.kind === 'maker' && fault.code === code,
  );
  const naming = others.find((row) =>
    missingOf(laid, row).some((one) => one.code === code && isNamed(table) && one.table === TABLES_OF[table]),
  );
  const by = lacking?.row ?? naming;
  return by && refusal('reference-still-named', { code, by: by.code });
}

/** True of the tables whose codes stand in answers and in other rows. */
function isNamed(table: TableName): table is keyof typeof TABLES_OF {
  return Object.hasOwn(TABLES_OF, table);
}

function missingOf({ reference, own }: Laid, { table, code }: StateRow) {
  if (!own.has(rowKey(table, code)) || table === 'practice') return [];
  const entry =
    table === 'grammar'
      ? reference.grammars.find(({ id }) => id === code)!
      : reference[TABLES_OF[table]].get(code)!;
  return listCodesNamed(entry).filter((named) => !reference[named.table].has(named.code));
}

/** Another table of names that has the code: an answer names entries of several tables by their codes alone. */
function tableOfCode(reference: Reference, table: TableName, code: string): string | undefined {
  if (!isNamed(table)) return undefined;
  return Object.values(TABLES_OF).find((other) => other !== TABLES_OF[table] && reference[other].has(code));
}

function refusalOf({ code }: StateRow, fault: RowFault): Refusal {
  switch (fault.kind) {
    case 'cell':
      return refusal('reference-row-unusable', {
        code,
        column: fault.column,
        needs: fault.needs,
        came: fault.came,
      });
    case 'practice':
      return refusal('practice-unusable', { code, says: fault.says });
    case 'grammar':
      return refusal('reference-grammar-unusable', { code, says: fault.says });
    default:
      return refusal('reference-code-missing', { code: fault.code, column: fault.column });
  }
}
