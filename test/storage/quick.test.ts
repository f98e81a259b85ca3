/** Statements that share a connection: each has its own answer, its own failure, and a lost connection is opened again. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Fault } from '../../src/domain/base/refusal.ts';
import { connect } from '../../src/store/database.ts';
import { type World, world } from '../world.ts';

let w: World;
before(async () => {
  w = await world();
});
after(() => w.close());

const echo = async (n: number): Promise<number> => {
  const [row] = await w.db.quick.rows<{ n: number }>('select $1::int as n', [n]);
  return row!.n;
};

test('many at once each get their own answer, whatever fails between them', async () => {
  const asked = Array.from({ length: 300 }, (_, n) => n);
  const settled = await Promise.allSettled(
    asked.map((n) => (n % 10 === 3 ? w.db.quick.rows('select 1 / $1::int as n', [0]) : echo(n))),
  );
  for (const [n, one] of settled.entries()) {
    if (n % 10 === 3) assert.equal(one.status, 'rejected');
    else assert.deepEqual(one, { status: 'fulfilled', value: n });
  }
});

test('what was under way when a connection is lost fails as one may try again, and the next is answered', async () => {
  await echo(1);
  const slow = Promise.allSettled([
    w.db.quick.rows('select pg_sleep($1::float)', [5]),
    w.db.quick.rows('select pg_sleep($1::float)', [5]),
  ]);
  const admin = connect(w.connection, { owner: true, connections: 1 });
  try {
    let ended = 0;
    while (ended < 2) {
      const rows = await admin.rows(
        `select pg_terminate_backend(pid) from pg_stat_activity where query like 'select pg_sleep%' and state = 'active'`,
      );
      ended += rows.length;
    }
  } finally {
    await admin.close();
  }
  for (const one of await slow) {
    assert.equal(one.status, 'rejected');
    assert.ok(one.reason instanceof Fault && one.reason.retry, String(one.reason));
  }
  assert.equal(await echo(7), 7);
});

test('a database that is not there is a fault, and closing what was never opened ends', async () => {
  const nowhere = connect({ host: '127.0.0.1', port: 1, user: 'x', database: 'x' });
  for (let turn = 0; turn < 2; turn++)
    await assert.rejects(nowhere.quick.rows('select $1::int', [1]), (error) => error instanceof Fault);
  await nowhere.close();
});
