/** Reads cannot be hidden: a line of the access log that is changed, added or taken away names its batch. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { digestAccess, verifyAccess } from '../../src/acts/digest-access.ts';
import { viewArm } from '../../src/acts/view-arm.ts';
import { connect } from '../../src/store/database.ts';
import { ACTOR, good, worldWith } from './backup-world.ts';

test('the digest of a batch notices a changed, a moved and a missing line', async (t) => {
  const home = await worldWith(t, 2);
  const look = () => viewArm.run(home.office, ACTOR, { arm: home.arms[0]! });
  const owner = connect(home.connection, { owner: true, connections: 1 });
  try {
    assert.equal(await digestAccess(home.office), undefined);
    for (let n = 0; n < 3; n++) await look();
    const first = good(await digestAccess(home.office));
    for (let n = 0; n < 2; n++) await look();
    const second = good(await digestAccess(home.office));
    await look();
    assert.ok(first && second);
    assert.deepEqual([first.count, second.count], [3, 2]);
    assert.deepEqual(await verifyAccess(home.office), {
      ok: true,
      batches: 2,
      lines: 5,
      waiting: 1,
      bad: [],
    });

    const change = async (sql: string, back: string, batch: string, says: RegExp) => {
      await owner.rows(sql);
      const { ok, bad } = await verifyAccess(home.office);
      assert.equal(ok, false, sql);
      assert.equal(bad[0]?.batch, batch);
      assert.match(bad[0]?.says ?? '', says);
      await owner.rows(back);
      assert.equal((await verifyAccess(home.office)).ok, true, back);
    };
    const one = `(select min(access_id::text)::uuid from access_log where batch_id = '${first.batch}')`;
    await change(
      `update access_log set operator = 'nobody' where access_id = ${one}`,
      `update access_log set operator = 'tester' where operator = 'nobody'`,
      first.batch,
      /changed/,
    );
    await change(
      `update access_log set batch_id = null, purpose = 'x' where access_id = ${one}`,
      `update access_log set batch_id = '${first.batch}', purpose = 'test' where purpose = 'x'`,
      first.batch,
      /1 of 3 lines were taken away/,
    );
    await change(
      `insert into access_log select '00000000-0000-7000-8000-000000000000', at, operator, act, purpose, subjects, batch_id from access_log where batch_id = '${second.batch}' limit 1`,
      `delete from access_log where access_id = '00000000-0000-7000-8000-000000000000'`,
      second.batch,
      /1 lines were added/,
    );
    await owner.rows(`delete from access_log where batch_id = '${second.batch}'`);
    const gone = await verifyAccess(home.office);
    assert.deepEqual(
      gone.bad.map(({ batch }) => batch),
      [second.batch],
    );
  } finally {
    await owner.close();
  }
});
