/**
 * How old the reference tables of a process may be: its own changes count at once, those of another after the stated time, and
 * a reading that crosses a change never brings older tables back.
 *
 * @clause B-12
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { editReference } from '../../src/acts/edit-reference.ts';
import { openReference, REFERENCE_STALE_MS } from '../../src/acts/reference-tables.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { readReference } from '../../src/doors/reference/read-reference.ts';
import type { Statements } from '../../src/store/database.ts';
import { type World, world } from '../world.ts';

let here: World;
before(async () => {
  here = await world();
});
after(() => here.close());

const maker = { table: 'maker', code: 'zerbin', fields: { name: 'Zerbin Waffen' }, why: 'Order 12/2026' };
const back = { table: 'maker', code: 'zerbin', takeBack: true, why: 'A mistake' };

async function edit(input: object): Promise<void> {
  const done = await editReference.run(here.office, here.actor, editReference.input.parse(input));
  assert.ok(!isRefusal(done), JSON.stringify(done));
}

test('another process sees a change when its tables are old enough to be looked at again, and not before', async () => {
  let now = 1_000_000;
  const other = openReference(here.db, () => now, readReference);
  const knows = async () => (await other.reference()).reference.makers.has('zerbin');
  assert.equal(await knows(), false);
  await edit(maker);
  now += REFERENCE_STALE_MS - 1;
  assert.equal(await knows(), false);
  now += 1;
  assert.equal(await knows(), true);
  const same = await other.reference();
  now += REFERENCE_STALE_MS;
  assert.equal(await other.reference(), same, 'nothing is built anew where nothing changed');
  other.referenceChanged();
  await edit(back);
  assert.equal(await knows(), false, 'a process that changed something looks at once');
});

for (const ends of ['before', 'after'] as const)
  test(`whoever asks after a change never gets tables whose reading began before it and ends ${ends}`, async () => {
    let release = (): void => {};
    let reached = (): void => {};
    const reading = new Promise<void>((go) => (reached = go));
    const held = new Promise<void>((go) => (release = go));
    let isFirst = true;
    const slow: Statements = {
      async rows(text, values) {
        const rows = await here.db.rows(text, values);
        if (isFirst && text.includes('distinct on')) {
          isFirst = false;
          reached();
          await held;
        }
        return rows as never;
      },
    };
    const office = openReference(slow, () => 1_000_000, readReference);
    const knows = async () => (await office.reference()).reference.makers.has('zerbin');
    const early = knows();
    await reading;
    await edit(maker);
    office.referenceChanged();
    if (ends === 'before') {
      release();
      assert.equal(await early, false);
    }
    assert.equal(await knows(), true);
    release();
    await early;
    assert.equal(await knows(), true, 'older tables do not take the place of newer ones');
    await edit(back);
  });
