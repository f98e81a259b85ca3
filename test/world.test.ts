/** The world of a test is its own: what happens in one is not seen in another. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { registerArm } from '../src/acts/register-arm.ts';
import { isRefusal } from '../src/domain/base/refusal.ts';
import { getTreeSize } from '../src/store/tree.ts';
import { world } from './world.ts';

test('two worlds share nothing, and each numbers its own ledger', async () => {
  const [one, other] = await Promise.all([world(), world()]);
  try {
    const input = registerArm.input.parse({ description: { class: 'pistol' } });
    const receipt = await registerArm.run(one.office, one.actor, input);
    assert.ok(!isRefusal(receipt));
    await Promise.all([one.numbering.drain(), other.numbering.drain()]);
    const count = async (w: typeof one) =>
      (await w.db.rows<{ n: number }>('select count(*) as n from arm'))[0]!.n;
    assert.deepEqual([await count(one), await count(other)], [1, 0]);
    assert.deepEqual([await getTreeSize(one.db), await getTreeSize(other.db)], [2, 1]);
  } finally {
    await one.close();
    await other.close();
  }
});

test('a world can begin with arms of the demonstration', async () => {
  const here = await world({ arms: 1000 });
  try {
    const [{ n } = { n: 0 }] = await here.db.rows<{ n: number }>('select count(*) as n from arm');
    assert.equal(n, here.loaded?.arms);
    assert.ok(n > 1000);
  } finally {
    await here.close();
  }
});
