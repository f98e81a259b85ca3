/** The work list over real HTTP: the gravest first, in one sentence each, page by page, and settled with a reason once. */
import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import { type World, world } from '../world.ts';
import { fieldsOf, type Officer, officer, plain } from './officer.ts';
import { alarmArm, arm, tell } from './told-arms.ts';
import { servePages } from './visitor.ts';

let here: World;
let grave: { readonly id: string; readonly number: string };

before(async () => {
  here = await world();
  for (let n = 0; n < 30; n++) {
    const { arm: id } = await arm(here, {
      marks: [{ kind: 'serial', part: 'frame', text: `KJT82${100 + n}`, condition: 'legible' }],
      happened: '2015-04-01' as never,
    });
    await tell(here, id, [{ type: 'reactivated', happened: '2019-01-01' }]);
  }
  grave = await alarmArm(here);
  await here.numbering.drain();
});
after(() => here.close());

async function at(t: TestContext, role: string): Promise<Officer> {
  return officer(here, (await servePages(t, here.office)).address, { role });
}

const itemsIn = (text: string): string[] =>
  [...text.matchAll(/href="(\/to-settle\/XA-[0-9A-Z-]+\/[0-9a-f-]{36})"/g)].map((one) => one[1]!);

test('what waits comes gravest first, says what contradicts what, and goes on page by page', async (t) => {
  const who = await at(t, 'registry-clerk');
  const first = (await who.get('/to-settle')).text;
  assert.match(first, /recorded destroyed on \u206814 August 2017\u2069; it is recorded seized on/);
  assert.ok(first.indexOf(grave.number) < first.indexOf('KJT82100'), 'the alarm stands before doubts');
  const all = itemsIn(first);
  assert.equal(all.length, 25);
  let page = first;
  for (let pages = 0; pages < 10; pages++) {
    const [, next] = /href="([^"]*)">Next page</.exec(page) ?? [];
    if (!next) break;
    page = (await who.get(plain(next))).text;
    all.push(...itemsIn(page));
  }
  const open = await here.db.rows<{ n: number }>(
    'select count(*)::int as n from work_item where closed_at is null',
  );
  assert.deepEqual([all.length, new Set(all).size], [open[0]!.n, open[0]!.n]);
  const highest = (await who.get('/to-settle?severity=highest')).text;
  assert.ok(highest.includes(grave.number) && !highest.includes('KJT82'));
  assert.equal((await who.get('/to-settle?severity=worst')).status, 422);
});

test('an item is settled with a reason, once, and leads to its receipt', async (t) => {
  const who = await at(t, 'registry-clerk');
  const [path = ''] = itemsIn((await who.get('/to-settle')).text);
  const short = await who.fill(path, { why: 'x' });
  assert.equal(short.status, 422);
  assert.match(short.text, /<textarea id="why"[^>]*aria-invalid="true"[^>]*>x</);
  const fields = { ...fieldsOf((await who.get(path)).text), why: 'Looked at the arm & its batch list.' };
  const done = await who.post(path, fields);
  assert.equal(done.status, 303);
  const again = await who.post(path, fields);
  assert.deepEqual([again.status, again.location], [303, done.location]);
  assert.ok(!itemsIn((await who.get('/to-settle')).text).includes(path));
  assert.equal((await who.get(path)).status, 409);
  const rows = await here.db.rows<{ n: number }>(
    `select count(*)::int as n from ledger_act where kind = 'close-work'`,
  );
  assert.equal(rows[0]!.n, 1);
});

test('who may not settle is offered no way to, and is refused', async (t) => {
  const auditor = await at(t, 'auditor');
  const list = (await auditor.get('/to-settle')).text;
  assert.equal(itemsIn(list).length, 0);
  const clerk = await at(t, 'registry-clerk');
  const [path = ''] = itemsIn((await clerk.get('/to-settle')).text);
  assert.equal((await auditor.get(path)).status, 403);
  assert.equal((await auditor.post(path, { why: 'Because I say so.' })).status, 403);
});
