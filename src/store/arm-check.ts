/**
 * Looking at what is kept of an arm beside the ledger: its row, its marks and what was decided on matches, as they stand, so
 * that they can be compared with what the entries amount to. The ledger is believed, the row never against it.
 */

import type { Mark } from '../domain/marks/mark.ts';
import { ARM_COLUMNS, type ArmRow, type MarkKey, markKeysOf, valuesOf } from './arm.ts';
import type { Row, Statements } from './database.ts';
import type { Match } from './match.ts';
import { saidNumber } from './said.ts';

/** One thing in which the row differs from the entries. */
export type RowDifference = { readonly column: string; readonly is: string; readonly should: string };

/** Where the row and marks kept of an arm differ from what they should be. */
export async function listRowDifferences(
  db: Statements,
  should: ArmRow,
  marks: readonly Mark[],
): Promise<readonly RowDifference[]> {
  const [row] = await db.rows(`select ${ARM_COLUMNS} from arm where arm_id = $1`, [should.id]);
  if (!row) return [{ column: 'arm_id', is: '', should: should.id }];
  const columns = ARM_COLUMNS.split(',').map((column) => column.trim());
  const values = valuesOf(should);
  const found = columns.flatMap((column, place) =>
    differenceOf(column, textOf(row[column]), textOf(values[place])),
  );
  const kept = await db.rows<Row & MarkKey & { said: string }>(
    'select kind, key, fold, said::text as said from arm_mark where arm_id = $1 order by mark_no',
    [should.id],
  );
  const keysOf = (all: readonly MarkKey[]): string =>
    all
      .map((mark) => `${mark.kind} ${mark.key} ${mark.fold}`)
      .sort()
      .join(', ');
  const said = [...new Set(kept.map((mark) => mark.said))].join(', ');
  return [
    ...found,
    ...differenceOf('marks', keysOf(kept), keysOf(markKeysOf(marks))),
    ...(kept.length > 0 ? differenceOf('said', said, String(saidNumber(should))) : []),
  ];
}

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

function differenceOf(column: string, is: string, should: string): readonly RowDifference[] {
  return is === should ? [] : [{ column, is, should }];
}

/** What of a decision on a match its row must hold as its entries tell it. */
const MATCH_FIELDS = [
  ...(['operator', 'at', 'reading', 'decision', 'probability', 'why', 'proposal', 'entry'] as const),
] as const;

/** Where the decisions kept on an arm differ from what their entries tell; words that are not those of the ledger are not said. */
export function listMatchDifferences(
  kept: readonly Match[],
  should: readonly Match[],
): readonly RowDifference[] {
  const told = new Map(should.map((match) => [match.id, match]));
  const strange = kept.filter(({ id }) => !told.has(id));
  const rows = new Map(kept.map((match) => [match.id, match]));
  return [
    ...strange.map(({ id }) => ({ column: `match ${id}`, is: 'kept', should: '' })),
    ...should.flatMap((match) => {
      const row = rows.get(match.id);
      if (!row) return [{ column: `match ${match.id}`, is: '', should: match.decision }];
      return MATCH_FIELDS.flatMap((field) => {
        const [is, says] = [row[field], match[field]].map(textOf);
        const isHidden = field === 'why' && is !== says;
        return isHidden
          ? [{ column: `match ${match.id} why`, is: 'other words', should: 'the words of the digest' }]
          : differenceOf(`match ${match.id} ${field}`, is!, says!);
      });
    }),
  ];
}

/** Arms with a hand-over that waits by a day, whose row does not tell for whom. */
export async function listArmsWithoutReceiver(db: Statements, limit: number): Promise<readonly string[]> {
  const rows = await db.rows<{ arm_id: string }>(
    'select arm_id from arm where pending_due is not null and receiver_id is null order by pending_due limit $1',
    [limit],
  );
  return rows.map((row) => row.arm_id);
}
