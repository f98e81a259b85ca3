/**
 * Puts the register of the bench into a database of the program: rows of arms and of their marks, by COPY, as bringing in a
 * file writes them. Entries of the ledger are left out: a search for marks reads none. The indexes of both tables are
 * built after the load and the tables vacuumed, so that indexes alone can be read.
 */
import { searchKey } from '../../src/domain/marks/adequate.ts';
import { foldMark } from '../../src/domain/marks/look-alike.ts';
import { ARM_COPY, type ArmRow, copyArm, MARK_COPY } from '../../src/store/arm.ts';
import { CopyRows } from '../../src/store/copy.ts';
import type { Database } from '../../src/store/database.ts';
import { type SaidWords, saidNumber } from '../../src/store/said.ts';
import { type Register, wordsOf } from './register.ts';

const BATCH_ROWS = 20_000;
const SAID_EVERY_ROWS = 1_000_000;
const KEY_LENGTH_MAX = 64;

/** Loads all arms of a register as the owner of the database. */
export async function loadRegister(
  owner: Database,
  register: Register,
  say: (text: string) => void,
): Promise<void> {
  const indexes = await owner.rows<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
     from pg_index i where i.indrelid in ('arm'::regclass, 'arm_mark'::regclass) and not i.indisprimary order by 1`,
  );
  for (const { name } of indexes) await owner.rows(`drop index ${name}`);
  for (let row = 0; row < register.arms; row += BATCH_ROWS) {
    const { arms, marks } = batchOf(register, row, Math.min(row + BATCH_ROWS, register.arms));
    await owner.transaction(async (tx) => {
      await tx.copyIn(ARM_COPY, arms.done());
      await tx.copyIn(MARK_COPY, marks.done());
    });
    if (row > 0 && row % SAID_EVERY_ROWS === 0) say(`  ${row} of ${register.arms} arms`);
  }
  for (const { definition } of indexes) await owner.rows(definition);
  for (const table of ['arm', 'arm_mark']) await owner.rows(`vacuum (analyze) ${table}`);
}

/** The rows from one to before another, in the order in which they stand. */
function batchOf(register: Register, from: number, to: number): { arms: CopyRows; marks: CopyRows } {
  const arms = new CopyRows(6_000_000);
  const marks = new CopyRows(2_000_000);
  for (let row = from; row < to; row++) {
    const arm = register.armAt(row);
    const { maker, model } = register.lotOf(arm);
    const serial = register.serialOf(arm);
    const id = register.idOf(arm);
    const own: ArmRow = {
      ...NOTHING_MORE,
      id,
      number: `XA-${row.toString(36).toUpperCase().padStart(7, '0')}`,
      ...wordsOf(register.lotOf(arm)),
      serial,
      makerKey: searchKey(maker.name).slice(0, KEY_LENGTH_MAX),
      modelKey: searchKey(model.name).slice(0, KEY_LENGTH_MAX),
    };
    copyArm(arms, own);
    writeMark(marks, own, serial);
  }
  return { arms, marks };
}

/** Writes the mark of an arm for a copy into MARK_COPY. */
export function writeMark(marks: CopyRows, arm: Pick<ArmRow, 'id'> & SaidWords, serial: string): void {
  marks.row(6).uuid(arm.id).int2(1).text('serial').text(searchKey(serial));
  marks.text(foldMark(serial)).long(saidNumber(arm));
}

const NOTHING_MORE = {
  register: 1,
  status: 'registered',
  owner: undefined,
  unit: undefined,
  keeper: undefined,
  bearer: undefined,
  lastOn: undefined,
  seenOn: undefined,
  seenHow: undefined,
  pendingDue: undefined,
  receiver: undefined,
  contradictions: 0,
  version: 1,
} as const;
