/** Register, record, correct, look, find: against a real database. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { findArms } from '../../src/acts/find-arms.ts';
import { machine } from '../../src/acts/office.ts';
import { viewArm } from '../../src/acts/view-arm.ts';
import { EVERYTHING, FIELDS } from '../../src/domain/access/scope.ts';
import { codeOf, kept, type Registry, registry } from './registry.ts';

let r: Registry;
before(async () => {
  r = await registry();
});
after(() => r.close());

const rowOf = async (arm: string) => (await r.db.rows('select * from arm where arm_id = $1', [arm]))[0]!;
const view = async (arm: string) => kept(await r.run(viewArm, { arm }));
const find = async (wish: object) => kept(await r.run(findArms, wish)).arms.map((arm) => arm.id);

test('PoA II.8: what is not permitted leaves nothing behind', async () => {
  const { arm } = await r.register({ marks: [{ kind: 'serial', text: '', condition: 'removed' }] });
  const answer = await r.record(arm, 'issued', { asked: true, to: { keeper: r.who.post } });
  assert.deepEqual([codeOf(answer), (await view(arm)).entries.length], ['not-adequately-marked', 1]);
});

test('A-02: facts recorded late and out of order fold by when they happened; the audit by when they were recorded', async () => {
  const { arm } = await r.register();
  kept(await r.record(arm, 'received', { happened: '2022-02-02', to: { keeper: r.who.post } }));
  kept(await r.record(arm, 'seized', { happened: '2021-01', to: { keeper: r.who.police } }));
  const { events, entries, state } = await view(arm);
  assert.deepEqual(
    events.map((event) => event.type),
    ['registered', 'seized', 'received'],
  );
  assert.deepEqual(
    entries.map((entry) => entry.kind),
    ['register-arm', 'record-event', 'record-event'],
  );
  assert.deepEqual([state.now.keeper, state.firstIrregularity?.at], [r.who.post, '2021-01']);
  assert.ok(events[1]!.late);
  assert.ok(entries[0]!.recorded < entries[1]!.recorded && entries[1]!.recorded < entries[2]!.recorded);
});

test('acts on one arm follow each other also where the clock stands still or goes back', async () => {
  let now = Date.parse('2026-01-01T10:00:00Z');
  const slow = await registry({ clock: () => (now -= 5) });
  try {
    const { arm } = await slow.register();
    for (const keeper of [slow.who.post, slow.who.police, slow.who.post, slow.who.other])
      kept(await slow.record(arm, 'transferred', { to: { keeper } }));
    const { state } = kept(await slow.run(viewArm, { arm }));
    assert.equal(state.now.keeper, slow.who.other);
    assert.equal(state.spans.filter((span) => span.lane === 'keeper').length, 5);
  } finally {
    await slow.close();
  }
});

test('A-02: a correction is kept beside what it corrects, and says why', async () => {
  const { arm } = await r.register();
  const wrong = kept(await r.record(arm, 'destroyed', { happened: '2020-01-01' }));
  const corrected = kept(
    await r.correct(arm, wrong.entry, { instead: [{ type: 'sighted', happened: '2020-01-01' }] }),
  );
  const { events, state } = await view(arm);
  assert.equal(state.ended, undefined);
  const shown = events.find((event) => event.entry === wrong.entry);
  assert.deepEqual([shown?.corrected, shown?.correctedBy], [true, corrected.entry]);
  assert.equal(events.find((event) => event.type === 'corrected')?.why, 'misread');
  assert.equal((await rowOf(arm)).status, 'registered');
  const stranger = await r.register();
  assert.equal(codeOf(await r.correct(arm, stranger.entry)), 'entry-unknown');
});

test('A-01: an arm is found by a mark that was read late, and no more by one that was corrected', async () => {
  const { arm, entry } = await r.register({ marks: [{ kind: 'serial', text: 'QX-7700' }] });
  kept(
    await r.record(arm, 'mark-read', {
      happened: '2018-01-01',
      marks: [{ kind: 'serial', part: 'slide', text: 'QX-7711' }],
    }),
  );
  assert.deepEqual([await find({ serial: 'qx 7711' }), await find({ serial: 'QX7700' })], [[arm], [arm]]);
  kept(
    await r.correct(arm, entry, {
      instead: [{ type: 'mark-read', marks: [{ kind: 'serial', text: 'QX-7701' }] }],
    }),
  );
  assert.deepEqual([await find({ serial: 'QX7700' }), await find({ serial: 'QX77*' })], [[], [arm]]);
});

test('PoA II.17: a list of somebody’s arms leaves none out for want of a date, forwards and backwards', async () => {
  const keeper = r.who.guard;
  const dates = ['', '2020-05-05', '2019', '2021-01-01', '', '2020-05-05', '2018-03'];
  const arms: string[] = [];
  for (const happened of dates) arms.push((await r.register({ happened, to: { keeper } })).arm);
  for (const last of [false, true]) {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = kept(await r.run(findArms, { keeper, limit: 2, last, ...(after ? { after } : {}) }));
      assert.equal(page.total, dates.length);
      seen.push(...(last ? page.arms.toReversed() : page.arms).map((arm) => arm.id));
      after = page.next;
    } while (after && seen.length < 50);
    assert.deepEqual(seen.toSorted(), arms.toSorted());
    const dated = last ? seen.slice(-3).reverse() : seen.slice(0, 3);
    assert.equal(dated.at(-1), arms[3], 'in the order of their days');
  }
});

test('security marks are seen by named experts only, and found by nobody', async () => {
  const secret = { kind: 'security', part: 'barrel', text: 'SECRET9', condition: 'legible' };
  const { arm } = await r.register({ marks: [{ kind: 'serial', text: 'ZS-1' }, secret] });
  kept(
    await r.record(arm, 'part-fitted', { part: { part: 'barrel', marks: [{ ...secret, text: 'SECRET8' }] } }),
  );
  kept(await r.record(arm, 'mark-read', { marks: [{ ...secret, text: 'SECRET7' }] }));
  const open = await view(arm);
  assert.ok(!JSON.stringify([open.state, open.events, open.entries, [...open.names]]).includes('SECRET'));
  const expert = kept(
    await r.run(viewArm, { arm }, { ...r.actor, scope: { ...EVERYTHING, sees: new Set(FIELDS) } }),
  );
  for (const text of ['SECRET7', 'SECRET8', 'SECRET9']) {
    assert.ok(JSON.stringify(expert.state.marks).includes(text));
    assert.deepEqual(await find({ serial: text }), []);
  }
  assert.deepEqual(await find({ serial: 'SECRET*' }), []);
  const keys = await r.db.rows("select 1 from arm_mark where key like 'SECRET%'");
  const rows = await r.db.rows("select 1 from arm where arm::text like '%SECRET%'");
  assert.deepEqual([keys, rows], [[], []]);
});

test('J-04: every look and every search leaves a line, also one that found nothing', async () => {
  const { arm, number } = await r.register({ marks: [{ kind: 'serial', text: 'LOOKED-1' }] });
  const actor = machine('curious', 'case 12');
  await r.run(viewArm, { arm: number }, actor);
  await r.run(viewArm, { arm: r.newId() }, actor);
  await r.run(findArms, { serial: 'LOOKED-1' }, actor);
  await r.run(findArms, { serial: 'NOT-THERE-1' }, actor);
  await r.run(findArms, { holder: 'Nobody Such' }, actor);
  const lines = await r.db.rows(
    "select act, purpose, subjects from access_log where operator = 'curious' order by access_id",
  );
  const purpose = 'case 12';
  assert.deepEqual(lines, [
    { act: 'view-arm', purpose, subjects: arm },
    { act: 'view-arm', purpose, subjects: '' },
    { act: 'find-arms', purpose, subjects: arm },
    { act: 'find-arms', purpose, subjects: '' },
    { act: 'find-arms (by holder)', purpose, subjects: '' },
  ]);
});
