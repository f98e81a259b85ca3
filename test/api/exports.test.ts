/** Files with names over the API: a program asks and draws, a person decides, and nothing goes to another key. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { decideExport } from '../../src/acts/decide-export.ts';
import { machine } from '../../src/acts/office.ts';
import { type Answer, type Door, openDoor } from './door.ts';

let door: Door;

before(async () => {
  door = await openDoor({ arms: 60 });
});
after(() => door.close());

const draw = (secret: string, request: string): Promise<Answer> =>
  door.send(`/v1/exports/${request}`, { method: 'POST', headers: { Authorization: `Bearer ${secret}` } });

test('a program asks and draws what a person granted, once; no other key does, and none decides', async () => {
  const { secret } = await door.key('registry-clerk');
  const [other, overseer] = [await door.key('registry-clerk'), await door.key('supervisor')];
  const act = randomUUID();
  const [first] = await door.db.rows<{ maker: string }>(
    'select maker from arm where maker is not null group by maker order by count(*) limit 1',
  );
  const wish = { act, search: { maker: first!.maker }, fields: ['holder', 'site'], purpose: 'case 118/23' };
  const reason = 'The court asks who has these arms';
  const asked = await door.ask(secret, 'ask-export', { ...wish, reason });
  assert.equal(asked.status, 200, asked.text);
  assert.equal((await door.ask(secret, 'ask-export', { ...wish, reason })).text, asked.text);
  const request = String(asked.body.request);
  assert.equal((await draw(secret, request)).body.type, '/problems/export-waits');
  const decision = { request, verdict: 'approved', words: 'Granted by a program.' };
  const byKey = await door.ask(overseer.secret, 'decide-export', decision);
  assert.equal(byKey.body.type, '/problems/account-needed');
  const list = await door.ask(overseer.secret, 'list-exports', {});
  assert.deepEqual(
    (list.body.exports as { id: string }[]).map((one) => one.id),
    [request],
  );
  const actor = machine(randomUUID(), 'test');
  await decideExport.run(door.office, actor, decideExport.input.parse(decision));
  assert.equal((await draw(other.secret, request)).body.type, '/problems/export-unknown');
  assert.equal((await draw('cmk_none', request)).status, 401);
  const file = await draw(secret, request);
  assert.equal(file.status, 200, file.text);
  assert.match(file.type, /^text\/csv/);
  assert.equal(file.headers.get('cache-control'), 'no-store');
  assert.ok(file.text.includes('case 118/23'));
  const again = await draw(secret, request);
  assert.deepEqual([again.status, again.body.type], [409, '/problems/export-drawn']);
  assert.equal((await draw(secret, 'x')).status, 422);
  assert.equal((await draw(secret, randomUUID())).status, 404);
  assert.deepEqual(door.faults, []);
});
