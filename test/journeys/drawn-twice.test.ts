/** Two arms never bear one State number: a batch of which one is taken draws again, as often as it must, and loses no row. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { World } from '../world.ts';
import { world } from '../world.ts';
import { armsTable, bringIn, fileOf, folderOf } from './hands.ts';

const ROWS = 5;
/** A batch of a file: what follows it is made ready on top of it before it is kept. */
const BATCHED = 4500;

let w: World;
before(async () => {
  w = await world();
});
after(() => w.close());

/** A world whose dice give the number of the first arm again at these draws, counted from 0. */
function drawingAgain(at: ReadonlySet<number>): World & { readonly drawn: () => number } {
  let drawn = 0;
  const random = (bytes: number): Uint8Array =>
    bytes === 8 && at.has(drawn++) ? new Uint8Array(8) : w.office.random(bytes);
  return { ...w, office: { ...w.office, random }, drawn: () => drawn };
}

test('an import whose numbers are taken again and again keeps every row, once', async (t) => {
  const first = fileOf(folderOf(t), 'first.csv', armsTable(1, 100));
  await bringIn(drawingAgain(new Set([0])), first, { register: 'First' });
  const [taken] = await w.db.rows<{ number: string }>('select number from arm_number');
  assert.match(taken!.number, /^XA-00000-/);

  // The first batch is made ready four times: each but the last draws the number of the first arm.
  const file = fileOf(folderOf(t), 'again.csv', armsTable(ROWS, 200));
  const unlucky = drawingAgain(new Set([0, ROWS, 2 * ROWS + 3]));
  const again = await bringIn(unlucky, file, { register: 'Again' });
  assert.equal(unlucky.drawn(), 4 * ROWS);
  assert.deepEqual([again.rowsRead, again.armsMade, again.alreadyKnown], [ROWS, ROWS, 0]);
  const [counted] = await w.db.rows<{ arms: number; numbers: number; entries: number }>(
    `select (select count(*) from arm)::int as arms, (select count(distinct number) from arm_number)::int as numbers,
       (select count(*) from ledger_entry where subject_id in (select arm_id from arm))::int as entries`,
  );
  assert.deepEqual(counted, { arms: 1 + ROWS, numbers: 1 + ROWS, entries: 1 + ROWS });
});

test('what was made ready on top of a batch that draws again is made ready anew', async (t) => {
  const file = fileOf(folderOf(t), 'long.csv', armsTable(BATCHED, 10_000));
  const unlucky = drawingAgain(new Set([7, 2500, 2600]));
  const result = await bringIn(unlucky, file, { register: 'Long' });
  assert.ok(unlucky.drawn() > BATCHED + 2000, `${unlucky.drawn()}`);
  assert.deepEqual([result.rowsRead, result.armsMade], [BATCHED, BATCHED]);
  const second = await bringIn(w, file, { register: 'Long' });
  assert.deepEqual([second.alreadyKnown, second.armsMade], [BATCHED, 0]);
});
