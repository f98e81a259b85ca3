/** Health, readiness, counters and the light of the backup: what they say, to whom, and when they turn. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type TestContext, test } from 'node:test';
import { backUp } from '../../src/acts/back-up.ts';
import { machine, type Office } from '../../src/acts/office.ts';
import { tellActEnded } from '../../src/acts/tell-end.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { ageOf, watchOffice } from '../../src/main/watch.ts';
import { connect } from '../../src/store/database.ts';
import { type World, type WorldOptions, world } from '../world.ts';
import { openDoor } from './door.ts';

const HOUR_MS = 3_600_000;
const ROOM = { free: 50e9, whole: 100e9 };

async function open(t: TestContext, options: WorldOptions = {}): Promise<World> {
  const here = await world(options);
  t.after(() => here.close());
  return here;
}

function watch(office: Office, more: Partial<Parameters<typeof watchOffice>[1]> = {}) {
  return watchOffice(office, { home: tmpdir(), keptMs: -1, disk: async () => ROOM, ...more });
}

async function makeBackup(here: World, fails = false): Promise<void> {
  const done = await backUp(here.office, machine('tester', 'test'), here.numbering.drain, {
    generator: 'test',
    sink: {
      write: async () => {
        if (fails) throw new Error('the stick was pulled out');
      },
      finish: async () => ({ digest: 'ab'.repeat(32), bytes: 1 }),
      abandon: async () => {},
    },
  });
  assert.ok(!isRefusal(done));
}

test('a register that works is ready, says so to anybody, and tells no secret', async (t) => {
  const here = await open(t);
  const { ask, home } = await openDoor(t, here.office);
  assert.equal((await ask('/healthz')).text, 'up\n');
  const ready = await ask('/readyz');
  assert.equal(ready.status, 200, ready.text);
  const told = JSON.parse(ready.text) as { ready: boolean; checks: { name: string; light: string }[] };
  assert.deepEqual(
    told.checks.map(({ name }) => name),
    ['database', 'disk', 'schema', 'numbering', 'backup'],
  );
  assert.ok(told.ready && !ready.text.includes(home) && !ready.text.includes(here.office.node));
});

test('each check turns red and the register says that it cannot work', async (t) => {
  const here = await open(t);
  const full = await watch(here.office, { disk: async () => ({ free: 1e8, whole: 100e9 }) }).readiness();
  assert.deepEqual([full.ready, full.light], [false, 'red']);
  assert.match(full.checks[1]?.says ?? '', /Free some space now/);
  const filling = await watch(here.office, { disk: async () => ({ free: 1e9, whole: 100e9 }) }).readiness();
  assert.deepEqual([filling.ready, filling.light], [true, 'yellow']);
  const gone = await watch(here.office, { disk: () => Promise.reject(new Error('gone')) }).readiness();
  assert.equal(gone.ready, false);

  const owner = connect(here.connection, { owner: true, connections: 1 });
  await owner.rows("insert into schema_migration (number, name, digest) values (9999, 'x', 'x')");
  const newer = await watch(here.office).readiness();
  assert.equal(newer.ready, false);
  assert.match(newer.checks.find(({ name }) => name === 'schema')?.says ?? '', /newer program.*step 9999/);
  await owner.rows('delete from schema_migration where number in (9999, 1)');
  const older = await watch(here.office).readiness();
  assert.match(older.checks.find(({ name }) => name === 'schema')?.says ?? '', /lacks step 1\b/);
  await owner.close();
});

test('numbering that stands still while entries wait is behind', async (t) => {
  const here = await open(t);
  await here.numbering.stop();
  const owner = connect(here.connection, { owner: true, connections: 1 });
  await owner.rows("insert into ledger_pending (act_id, leaves) values (gen_random_uuid(), '')");
  await owner.close();
  t.mock.timers.enable({ apis: ['Date'] });
  const { readiness } = watch(here.office);
  const light = async () => (await readiness()).checks.find(({ name }) => name === 'numbering')?.light;
  const began = performance.now();
  const clock = t.mock.method(performance, 'now', () => began);
  assert.equal(await light(), 'green', 'at first it may only just have come');
  clock.mock.mockImplementation(() => began + 20_000);
  assert.equal(await light(), 'green');
  clock.mock.mockImplementation(() => began + 40_000);
  assert.equal(await light(), 'red');
});

test('a database that does not answer is told, and nobody waits for it long', async () => {
  const here = await world();
  const { readiness } = watch(here.office);
  await here.close();
  const told = await readiness();
  assert.equal(told.ready, false);
  assert.equal(told.checks[0]?.light, 'red');
  assert.equal(told.backup.light, 'red');
});

test('the light of the backup goes by its age, and only a backup that ended counts', async (t) => {
  let now = Date.now();
  const here = await open(t, { demonstration: false, clock: () => now });
  const look = async () => {
    const { backup, ready } = await watch(here.office).readiness();
    assert.equal(ready, true, 'a missing backup stops no work');
    return backup;
  };
  assert.equal((await look()).light, 'yellow', 'a new register was never backed up');
  now += 80 * HOUR_MS;
  assert.equal((await look()).light, 'red');
  await assert.rejects(makeBackup(here, true));
  assert.equal((await look()).light, 'red', 'one that broke off is none');
  await makeBackup(here);
  const young = await look();
  assert.deepEqual([young.light, young.ageHours], ['green', 0]);
  now += 27 * HOUR_MS;
  assert.equal((await look()).light, 'yellow');
  now += 60 * HOUR_MS;
  assert.equal((await look()).light, 'red');
  const weekly = await watch(here.office, { backupHours: 24 * 8 }).readiness();
  assert.equal(weekly.backup.light, 'green', 'the limit can be set');
  const running = watch(here.office);
  assert.equal((await running.readiness()).backup.light, 'red');
  await makeBackup(here);
  assert.equal((await running.readiness()).backup.light, 'green', 'a running server sees the new one');
  now -= 48 * HOUR_MS;
  assert.equal((await look()).light, 'red', 'a backup of the day after tomorrow is questioned');
});

test('a demonstration need not be backed up', async (t) => {
  const here = await open(t);
  assert.equal((await watch(here.office).readiness()).light, 'green');
  const limits = { yellowHours: 26, redHours: 78 };
  assert.equal(ageOf({ began: '2020-01-01T00:00:00Z' }, Date.parse('2026-01-01'), limits).light, 'red');
});

test('counters count requests by route, acts by outcome, and what waits', async (t) => {
  const here = await open(t);
  const { ask } = await openDoor(t, here.office);
  await ask('/healthz');
  await ask('/nothing/at/all');
  await ask('/arms/XA-00000-00001');
  tellActEnded({ act: 'find-arms', outcome: 'refused' });
  await makeBackup(here);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  const { status, text, headers } = await ask('/metrics');
  assert.equal(status, 200);
  assert.match(String(headers['content-type']), /^text\/plain; version=0\.0\.4/);
  assert.match(text, /countermark_requests_total\{method="GET",route="\/healthz",status="200"\} 1/);
  assert.match(text, /countermark_requests_total\{method="GET",route="\(none\)",status="404"\} 1/);
  assert.match(text, /countermark_requests_total\{method="GET",route="\/arms\/:number",status="\d+"\} 1/);
  assert.match(text, /countermark_acts_total\{act="find-arms",outcome="refused"\} 1/);
  assert.match(text, /countermark_acts_waiting \d+/);
  assert.match(text, /countermark_last_backup_age_seconds \d+/);
  assert.match(text, /countermark_pool_connections_open [1-9]/);
  assert.match(text, /countermark_ready 1/);
});

test('counters are given to this machine or for a token, and to nobody else', async (t) => {
  const here = await open(t);
  const folder = mkdtempSync(path.join(tmpdir(), 'token-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const metricsTokenFile = path.join(folder, 'token');
  writeFileSync(metricsTokenFile, 'a-word-of-more-than-twenty-signs\n');
  const guarded = await openDoor(t, here.office, { metricsTokenFile });
  assert.equal((await guarded.ask('/metrics')).status, 403);
  const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });
  assert.equal((await guarded.ask('/metrics', bearer('a-word-of-more-than-twenty-sign'))).status, 403);
  assert.equal((await guarded.ask('/metrics', bearer('a-word-of-more-than-twenty-signs'))).status, 200);

  const door = { proxies: ['127.0.0.1'], names: ['register.example'] };
  const behind = await openDoor(t, here.office, { door });
  const through = {
    host: 'register.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '198.51.100.7',
  };
  assert.equal((await behind.ask('/healthz', { headers: through })).status, 200);
  assert.equal(
    (await behind.ask('/metrics', { headers: through })).status,
    403,
    'the proxy is on this machine, its visitor is not',
  );
  assert.equal((await behind.ask('/metrics', { headers: { host: 'register.example' } })).status, 403);
  const own = { ...through, 'x-forwarded-for': '127.0.0.1' };
  assert.equal((await behind.ask('/metrics', { headers: own })).status, 403, 'nor is one who says he is');
});
