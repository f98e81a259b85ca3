/** The API over its door: keys and their end, purposes, rates, bodies, submissions that come again, what is withheld. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { ACTS } from '../../src/acts/all-acts.ts';
import { endApiKey } from '../../src/acts/end-api-key.ts';
import { machine } from '../../src/acts/office.ts';
import { DEFAULT_ROLES } from '../../src/domain/access/default-roles.data.ts';
import { givesRights } from '../../src/domain/access/define.ts';
import { EXAMPLES } from '../../src/doors/api/examples.data.ts';
import { type Answer, type Door, openDoor } from './door.ts';

let door: Door;
let clerk: string;
let arm: string;
const sighting = (id: string, more: object = {}) => ({
  act: id,
  arm,
  type: 'sighted',
  happened: '2026-01-02',
  ...more,
});
/** As a header carries UTF-8: byte by byte. */
const asBytes = (text: string): string => Buffer.from(text).toString('latin1');
const arms = async (): Promise<number> => (await door.db.rows('select 1 as one from arm')).length;
const is = (answer: Answer, status: number, code?: string): void => {
  assert.equal(answer.status, status, answer.text);
  if (code === undefined) return;
  assert.equal(answer.body.type, `/problems/${code}`);
  assert.equal(answer.type, 'application/problem+json');
  assert.equal(answer.body.status, status);
};

before(async () => {
  door = await openDoor({ arms: 60 });
  clerk = (await door.key('registry-clerk')).secret;
  const found = await door.ask(clerk, 'find-arms', { limit: 1 });
  is(found, 200);
  [{ id: arm }] = found.body.arms as [{ id: string }];
});
after(() => door.close());

test('an act is answered with its output, and looking leaves a line with its purpose', async () => {
  const seen = await door.ask(clerk, 'view-arm', { arm }, { Purpose: asBytes('ملف 41 – été') });
  is(seen, 200);
  assert.equal(seen.body.id, arm);
  assert.equal(seen.headers.get('cache-control'), 'no-store');
  assert.ok(Object.keys(seen.body.names as object).length > 0, 'names are an object, not an empty map');
  const [line] = await door.db.rows<{ operator: string; purpose: string; subjects: string }>(
    `select operator, purpose, subjects from access_log where act = 'view-arm' order by access_id desc limit 1`,
  );
  assert.match(line!.operator, /^key:[0-9a-f-]{36}$/);
  assert.equal(line!.subjects, arm);
  assert.equal(line!.purpose, 'ملف 41 – été');
});

test('nobody comes in without a key that holds', async () => {
  for (const secret of [
    undefined,
    '',
    'cmk_',
    `cmk_${'A'.repeat(43)}`,
    `${clerk.slice(0, -1)}`,
    `${clerk}x`,
  ]) {
    const answer = await door.ask(secret, 'view-arm', { arm });
    is(answer, 401, 'key-missing');
    assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
  }
  const cookie = await door.ask(undefined, 'view-arm', { arm }, { Cookie: `session=${clerk}; key=${clerk}` });
  is(cookie, 401, 'key-missing');
});

test('a key that is ended counts for nothing from the next request', async () => {
  const { secret, id } = await door.key('registry-clerk');
  is(await door.ask(secret, 'view-arm', { arm }), 200);
  await endApiKey.run(door.office, machine('console', 'test'), { key: id });
  is(await door.ask(secret, 'view-arm', { arm }), 401, 'key-missing');
  is(await door.ask(clerk, 'view-arm', { arm }), 200);
});

test('acts that look say what for', async () => {
  is(await door.ask(clerk, 'view-arm', { arm }, { Purpose: '' }), 400, 'purpose-missing');
  is(await door.ask(clerk, 'find-arms', {}, { Purpose: 'x'.repeat(201) }), 400, 'purpose-missing');
  is(await door.ask(clerk, 'record-event', sighting(randomUUID()), { Purpose: '' }), 200);
});

test('a key makes as many requests as it may, and is told when it may again', async () => {
  const { secret } = await door.key('registry-clerk', { perMinute: 2 });
  const answers: Answer[] = [];
  for (let turn = 0; turn < 3; turn++) answers.push(await door.ask(secret, 'view-arm', { arm }));
  assert.deepEqual(
    answers.map((answer) => answer.status),
    [200, 200, 429],
  );
  assert.equal(answers[0]!.headers.get('ratelimit-policy'), '"key";q=2;w=60');
  assert.match(answers[0]!.headers.get('ratelimit') ?? '', /^"key";r=1;t=\d+$/);
  const wait = Number(answers[2]!.headers.get('retry-after'));
  assert.ok(wait > 0 && wait <= 30, `${wait}`);
  is(await door.ask(clerk, 'view-arm', { arm }), 200);
});

test('bodies are bounded, JSON, and hold what texts can hold', async () => {
  const ask = (body: string | object, headers = {}) => door.ask(clerk, 'find-arms', body, headers);
  is(await ask('{}', { 'Content-Type': 'text/plain' }), 415, 'body-not-json');
  is(await ask('{}', { 'Content-Type': 'application/json; charset=utf-8' }), 200);
  is(await ask('{'), 400, 'body-unreadable');
  is(await ask(''), 400, 'body-unreadable');
  is(await ask(`{"serial":"${'x'.repeat(1_100_000)}"}`), 413, 'request-too-large');
  is(await ask('['.repeat(1000)), 422, 'body-nested');
  is(await ask('{"serial":"a\\u0000b"}'), 422, 'text-not-well-formed');
  is(await ask('{"serial":"a\\ud800b"}'), 422, 'text-not-well-formed');
  is(await ask('{"__proto__":{"limit":1}}'), 422, 'input-unreadable');
  is(await ask('{"limit":1,"scope":{"arms":"all"},"operator":"console"}'), 422, 'input-unreadable');
  const wrong = await ask('{"limit":1e400}');
  is(wrong, 422, 'input-unreadable');
  assert.equal(wrong.body.pointer, '/limit');
  const bytes = await door.send('/v1/find-arms', {
    method: 'POST',
    headers: { Authorization: `Bearer ${clerk}`, 'Content-Type': 'application/json', Purpose: 'x' },
    body: new Uint8Array([0x7b, 0xff, 0x7d]),
  });
  is(bytes, 400, 'body-unreadable');
});

test('what is not there, and what is not an act', async () => {
  is(await door.ask(clerk, 'drop-arms', {}), 404, 'path-unknown');
  is(await door.ask(clerk, '__proto__', {}), 404, 'path-unknown');
  const got = await door.send('/v1/view-arm', { method: 'GET' });
  is(got, 405, 'method-unknown');
  assert.equal(got.headers.get('allow'), 'POST');
  is(await door.send('/nowhere', { method: 'GET' }), 404, 'path-unknown');
});

test('a submission that comes again gets its first answer, also eight at once', async () => {
  const id = randomUUID();
  const all = await Promise.all(
    Array.from({ length: 8 }, () => door.ask(clerk, 'record-event', sighting(id))),
  );
  for (const answer of all) {
    is(answer, 200);
    assert.equal(answer.text, all[0]!.text);
  }
  assert.equal((await door.ask(clerk, 'record-event', sighting(id))).text, all[0]!.text);
  const [kept] = await door.db.rows<{ n: number }>(
    'select count(*)::int as n from ledger_entry where act_id = $1',
    [id],
  );
  assert.equal(kept!.n, 1);
});

test('eight new arms of one submission are one arm', async () => {
  const count = await arms();
  const input = { ...(EXAMPLES['register-arm'] as object), act: randomUUID(), to: undefined };
  const all = await Promise.all(Array.from({ length: 8 }, () => door.ask(clerk, 'register-arm', input)));
  for (const answer of all) assert.equal(answer.text, all[0]!.text);
  is(all[0]!, 200);
  assert.equal(await arms(), count + 1);
});

test('an id stands for one act of one program', async () => {
  const id = randomUUID();
  is(await door.ask(clerk, 'record-event', sighting(id)), 200);
  const other = (await door.key('registry-clerk')).secret;
  is(await door.ask(other, 'record-event', sighting(id)), 409, 'act-id-taken');
  const party = { act: id, kind: 'unit', name: 'Compagnie de Kelmoor' };
  is(await door.ask(clerk, 'record-party', party), 409, 'act-id-taken');
  const why = 'Looked at, settled.';
  is(await door.ask(clerk, 'close-work', { act: id, arm, item: randomUUID(), why }), 409, 'act-id-taken');
  const again = randomUUID();
  is(await door.ask(clerk, 'record-party', { ...party, act: again }), 200);
  is(await door.ask(other, 'record-party', { ...party, act: again }), 409, 'act-id-taken');
  const crossing = await Promise.all(
    Array.from({ length: 8 }, (_, turn) =>
      turn % 2
        ? door.ask(clerk, 'record-party', { ...party, act: arm })
        : door.ask(clerk, 'record-event', sighting(arm)),
    ),
  );
  const kept = crossing.filter((answer) => answer.status === 200).map((answer) => answer.text);
  assert.equal(new Set(kept).size, 1, 'one of the two acts was kept');
  for (const answer of crossing) if (answer.status !== 200) is(answer, 409, 'act-id-taken');
});

test('an id that stands for something is given to nothing else', async () => {
  const unit = randomUUID();
  const made = { act: randomUUID(), party: unit, kind: 'unit', name: 'Compagnie de Varn' };
  const twice = await Promise.all([
    door.ask(clerk, 'record-party', made),
    door.ask(clerk, 'record-party', made),
  ]);
  is(twice[0]!, 200);
  assert.equal(twice[0]!.text, twice[1]!.text);
  const lot = { ...(EXAMPLES['declare-lot'] as object), maker: unit, act: undefined };
  const taken: [string, object][] = [
    ['declare-holding', { class: 'shotgun', quantity: 4, holding: arm }],
    ['declare-lot', { ...lot, lot: arm }],
    ['record-right', { ...(EXAMPLES['record-right'] as object), act: undefined, holder: unit, right: arm }],
  ];
  for (const [act, input] of taken) is(await door.ask(clerk, act, input), 409, 'id-known-already');
  is(
    await door.ask(clerk, 'record-party', { party: arm, kind: 'unit', name: 'x' }),
    409,
    'party-known-already',
  );
  const again = { ...(EXAMPLES['register-arm'] as object), act: undefined, to: undefined };
  is(await door.ask(clerk, 'register-arm', { ...again, arm: unit }), 409, 'arm-known-already');
  is(await door.ask(clerk, 'view-arm', { arm }), 200);
});

test('what lies outside the scope answers exactly like what is not there', async () => {
  const party = randomUUID();
  const own = await door.ask(clerk, 'record-party', { party, kind: 'agency', name: 'Brigade de Hollin' });
  is(own, 200);
  const { secret } = await door.key('keeper', { party });
  const none = randomUUID();
  const requests: [string, (id: string) => object][] = [
    ['view-arm', (id) => ({ arm: id })],
    ['prove-arm', (id) => ({ arm: id })],
    ['list-work', (id) => ({ arm: id })],
    ['record-event', (id) => ({ ...sighting(randomUUID()), arm: id })],
    ['correct-entry', (id) => ({ act: randomUUID(), arm: id, entry: none, why: 'wrong' })],
    ['close-work', (id) => ({ act: randomUUID(), arm: id, item: none, why: 'settled' })],
  ];
  for (const [act, inputOf] of requests) {
    const there = await door.ask(secret, act, inputOf(arm));
    const nowhere = await door.ask(secret, act, inputOf(none));
    assert.ok(there.status >= 400, `${act} ${there.text}`);
    assert.equal(there.text.replaceAll(arm, none), nowhere.text, act);
    assert.equal(there.status, nowhere.status);
  }
  const numbers = await door.db.rows<{ number: string }>('select number from arm where arm_id = $1', [arm]);
  is(await door.ask(secret, 'view-arm', { arm: numbers[0]!.number }), 404, 'arm-unknown');
  const listed = await door.ask(secret, 'find-arms', {});
  assert.deepEqual([listed.body.arms, listed.body.total], [[], 0]);
});

test('every act under every role: what the role does not name is not permitted, and leaves a line', async () => {
  for (const role of DEFAULT_ROLES.filter((one) => !givesRights(one))) {
    const { secret } = await door.key(role.name);
    for (const act of ACTS) {
      const answer = await door.ask(secret, act.name, EXAMPLES[act.name] ?? {});
      assert.ok(answer.status < 500, `${role.name} ${act.name}: ${answer.text}`);
      if (!Object.hasOwn(role.powers, act.name)) is(answer, 403, 'not-permitted');
      else assert.notEqual(answer.body.type, '/problems/not-permitted', `${role.name} ${act.name}`);
    }
  }
  for (const act of ACTS)
    is(await door.ask(undefined, act.name, EXAMPLES[act.name] ?? {}), 401, 'key-missing');
  assert.deepEqual(door.faults, []);
  const [denied] = await door.db.rows<{ n: number }>(
    `select count(*)::int as n from access_log where act like '%(not permitted)'`,
  );
  assert.ok(denied!.n > 100);
});

test('a role that has come to give rights since shuts its keys out', async () => {
  const { secret } = await door.key('auditor');
  is(await door.ask(secret, 'find-arms', {}), 200);
  await door.db.rows(`update role set powers = $1 where name = 'auditor'`, [
    JSON.stringify({ 'find-arms': 'all', 'add-person': 'none' }),
  ]);
  is(await door.ask(secret, 'find-arms', {}), 403, 'key-gives-rights');
});

test('a fault says that it is ours, whether to come again, and nothing of what it was', async () => {
  const broken = await openDoor();
  try {
    const { secret } = await broken.key('registry-clerk');
    const { db } = broken.office;
    const fail = (error: Error): void => {
      (db as { rows: unknown }).rows = () => Promise.reject(error);
    };
    fail(new Error('relation "secret_table" does not exist'));
    const answer = await broken.ask(secret, 'view-arm', { arm });
    is(answer, 500, 'fault-broken');
    assert.ok(!answer.text.includes('secret_table'));
    assert.equal(broken.faults.length, 1);
  } finally {
    await broken.close();
  }
});
