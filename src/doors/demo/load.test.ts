/** The demonstration loads through the acts into a real database: once, also where it was stopped, and nowhere else. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { type World, type WorldOptions, world } from '../../../test/world.ts';
import { findArms } from '../../acts/find-arms.ts';
import { viewArm } from '../../acts/view-arm.ts';
import { EVERYTHING } from '../../domain/access/scope.ts';
import { isRefusal } from '../../domain/base/refusal.ts';
import { isRightValid } from '../../domain/licence/right.ts';
import { listLotsOfSerial } from '../../store/lot.ts';
import { listRights } from '../../store/party.ts';
import { getTreeSize } from '../../store/tree.ts';
import { listHandOvers } from '../../store/work.ts';
import { importFile } from '../import/import-file.ts';
import { dirtyWorkbook } from './dirty-workbook.ts';
import { DEMO_SEED, type DemoLoaded, loadDemonstration } from './load.ts';
import { monthlyReturns } from './monthly-returns.ts';
import { demoState } from './state.ts';
import { STORIES } from './stories.ts';

async function open(t: TestContext, options: WorldOptions = {}): Promise<World> {
  const opened = await world(options);
  t.after(() => opened.close());
  return opened;
}

async function load(
  { office }: World,
  wishes: Parameters<typeof loadDemonstration>[1] = {},
): Promise<DemoLoaded> {
  const loaded = await loadDemonstration(office, { arms: 2000, ...wishes });
  assert.ok(!isRefusal(loaded), JSON.stringify(loaded));
  return loaded;
}

const countOf = async ({ db }: World, table: string): Promise<number> =>
  (await db.rows<{ n: number }>(`select count(*) as n from ${table}`))[0]!.n;

test('a live home refuses the demonstration and stays empty', async (t) => {
  const live = await open(t, { demonstration: false });
  const refused = await loadDemonstration(live.office, { arms: 1000 });
  assert.equal(isRefusal(refused) && refused.refused, 'not-a-demonstration');
  assert.equal(await countOf(live, 'party'), 0);
});

test('the stories can be found, and loading again adds nothing', async (t) => {
  const here = await open(t);
  const loaded = await load(here);
  assert.deepEqual(
    loaded.stories.map((story) => story.name),
    STORIES.map((story) => story.name),
  );
  assert.equal(await countOf(here, 'arm'), loaded.arms);
  const story = (name: string) => loaded.stories.find((one) => one.name === name)!;
  for (const { arms } of loaded.stories) {
    for (const { serial, id } of arms.filter((arm) => arm.serial !== '')) {
      const found = await findArms.run(here.office, here.actor, findArms.input.parse({ serial }));
      assert.ok(!isRefusal(found) && found.arms.some((one) => one.id === id), serial);
    }
  }
  assert.equal(story('depot-of-ghosts').alarms.filter((alarm) => alarm.severity === 'highest').length, 2);
  assert.equal(story('patrol-overrun').arms.length, 41);
  assert.equal(await countOf(here, 'arm_holding where quantity = 40'), 1);
  const overdue = (await listHandOvers(here.db, EVERYTHING, 10)).filter(
    ({ due = '9999' }) => due < '2026-07-01',
  );
  assert.deepEqual(
    overdue.map((one) => one.arm),
    story('hand-over-overdue').arms.map((one) => one.id),
  );
  const lots = await listLotsOfSerial(here.db, { prefix: 'ZQ', number: 900_008_004, digits: 9 });
  assert.equal(lots.length, 1);
  const [entries, parties] = [await countOf(here, 'ledger_entry'), await countOf(here, 'party')];
  const again = await load(here);
  assert.equal(again.added, 0);
  assert.deepEqual({ ...again, seconds: 0, added: 0 }, { ...loaded, seconds: 0, added: 0 });
  assert.deepEqual([await countOf(here, 'ledger_entry'), await countOf(here, 'party')], [entries, parties]);
  await here.numbering.drain();
  assert.equal(await getTreeSize(here.db), entries);
});

test('what the stories tell is what the register answers', async (t) => {
  const here = await open(t);
  const { stories } = await load(here, { arms: 1000 });
  const view = async (name: string, place = 0) => {
    const id = stories.find((one) => one.name === name)!.arms[place]!.id;
    const seen = await viewArm.run(here.office, here.actor, viewArm.input.parse({ arm: id }));
    assert.ok(!isRefusal(seen));
    return seen;
  };
  const state = demoState(DEMO_SEED);
  const ghost = await view('depot-of-ghosts');
  assert.ok(ghost.events.some((event) => event.type === 'issued' && event.late));
  assert.equal(ghost.state.ended?.type, 'destroyed');
  assert.equal((await view('under-appeal')).state.lastType, 'appealed');
  assert.equal((await view('restitution')).state.now.keeper, state.person(22));
  assert.equal((await view('widow')).state.status, 'surrendered');
  assert.equal((await view('finding')).state.findings.length, 1);
  assert.equal((await view('never-seen')).state.lastSeen, undefined);
  assert.equal((await view('patrol-overrun', 2)).state.now.keeper, state.id('XB'));
  assert.equal((await view('patrol-overrun', 3)).state.status, 'captured');
  const craft = (await view('craft-shotgun')).state.number;
  assert.ok(craft?.verified && craft.markedBy !== craft.verifiedBy);
  const etched = await view('restored-by-etching');
  assert.ok(etched.state.marks.some((mark) => mark.condition === 'restored'));
  const rights = await listRights(here.db, [state.person(33)]);
  const revoked = rights.filter((right) => right.number.includes('/S-'));
  assert.deepEqual(
    revoked.map((right) => [
      isRightValid(right, '2025-03-31' as never),
      isRightValid(right, '2025-04-02' as never),
    ]),
    [[true, false]],
  );
});

test('a load that was stopped goes on, and a larger one adds to a smaller one', async (t) => {
  const here = await open(t);
  const stop = new Error('stopped');
  const stopping = loadDemonstration(here.office, {
    arms: 3000,
    onProgress() {
      throw stop;
    },
  });
  await assert.rejects(stopping, stop);
  const loaded = await load(here, { arms: 3000, stories: false });
  assert.equal(loaded.arms, 3000);
  assert.equal(await countOf(here, 'arm'), 3000);
  const more = await load(here, { arms: 4000, stories: false });
  assert.equal(more.added, 1000);
  assert.equal(await countOf(here, 'arm'), 4000);
});

test('the dirty workbook and the monthly returns can be brought in', async (t) => {
  const here = await open(t);
  const folder = mkdtempSync(join(tmpdir(), 'demo-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const bring = async (name: string, bytes: Uint8Array, register: string) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const done = await importFile(here.office, here.actor, { path, register });
    assert.ok(!isRefusal(done), JSON.stringify(done));
    return done;
  };
  const dirty = await bring('dirty.xlsx', dirtyWorkbook(DEMO_SEED), 'Registre de Dunmarra');
  t.diagnostic(JSON.stringify({ ...dirty, damage: undefined }));
  assert.ok(dirty.armsRegistered > 370, `${dirty.armsRegistered} registered`);
  assert.ok(dirty.otherObjects > 0, 'ammunition is no arm');
  const [first, second] = monthlyReturns();
  const september = await bring(first.name, first.workbook, 'Situation');
  const october = await bring(second.name, second.workbook, 'Situation octobre');
  assert.equal(september.armsRegistered - october.armsRegistered, 7);
});
