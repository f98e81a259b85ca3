/** A hand-over has two sides; what nobody answers, and every alarm, lands on the work list and is closed with a reason. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { closeWork } from '../../src/acts/close-work.ts';
import { listWork } from '../../src/acts/list-work.ts';
import { refoldArm } from '../../src/acts/refold-arm.ts';
import { viewArm } from '../../src/acts/view-arm.ts';
import { codeOf, kept, type Registry, registry } from './registry.ts';

let r: Registry;
before(async () => {
  r = await registry();
});
after(() => r.close());

const view = async (arm: string) => kept(await r.run(viewArm, { arm }));
/** What waits about an arm; that other arms of these tests carry the same serial is told elsewhere. */
const work = async (arm: string) => {
  const { items, ...list } = kept(await r.run(listWork, { arm }));
  return { ...list, items: items.filter(({ kind }) => kind !== 'perhaps-same-arm') };
};

test('PoA II.17: the giver posts, the receiver confirms, and until then the giver answers for the arm', async () => {
  const { arm } = await r.register();
  const asked = {
    asked: true,
    from: { keeper: r.who.depot },
    to: { unit: r.who.other, keeper: r.who.other },
  };
  const posted = kept(await r.record(arm, 'transferred', asked));
  assert.deepEqual(posted.events, ['hand-over-posted']);
  assert.equal((await view(arm)).state.now.keeper, r.who.depot);
  assert.equal(codeOf(await r.record(arm, 'issued', asked)), 'hand-over-pending');
  assert.equal(codeOf(await r.record(arm, 'hand-over-confirmed', { by: r.who.post })), 'not-the-receiver');
  assert.equal(codeOf(await r.record(arm, 'hand-over-confirmed', {})), 'not-the-receiver');
  kept(await r.record(arm, 'hand-over-confirmed', { by: r.who.other }));
  const { state } = await view(arm);
  assert.deepEqual(state.now, { owner: r.who.army, unit: r.who.other, keeper: r.who.other });
  assert.equal(
    codeOf(await r.record(arm, 'hand-over-confirmed', { by: r.who.other })),
    'no-hand-over-pending',
  );
});

test('PoA II.17: of two answers to one hand-over at once one counts', async () => {
  const { arm } = await r.register();
  kept(await r.record(arm, 'transferred', { asked: true, to: { keeper: r.who.other } }));
  const answers = await Promise.all([
    r.record(arm, 'hand-over-confirmed', { by: r.who.other }),
    r.record(arm, 'hand-over-refused', { by: r.who.other }),
    r.record(arm, 'hand-over-withdrawn', {}),
  ]);
  assert.equal(answers.filter((answer) => codeOf(answer) === 'kept').length, 1);
});

test('PoA II.17: a hand-over past its day is on the work list until it is answered', async () => {
  const late = await r.register();
  const fresh = await r.register();
  const to = { keeper: r.who.other };
  kept(await r.record(late.arm, 'hand-over-posted', { to, due: '2020-01-01' }));
  kept(await r.record(fresh.arm, 'hand-over-posted', { to }));
  const overdueOf = async (arm: string) =>
    (await work(arm)).handOvers.map(({ due, overdue }) => [due, overdue]);
  assert.deepEqual(await overdueOf(late.arm), [['2020-01-01', true]]);
  assert.deepEqual(
    (await overdueOf(fresh.arm)).map(([, overdue]) => overdue),
    [false],
  );
  const all = kept(await r.run(listWork, {}));
  assert.deepEqual(
    all.handOvers.filter(({ overdue }) => overdue).map((one) => one.arm),
    [late.arm],
  );
  kept(await r.record(late.arm, 'hand-over-refused', { by: r.who.other, why: 'another rifle came' }));
  assert.deepEqual((await work(late.arm)).handOvers, []);
});

test('FP 6(2): destroyed, then seized: recorded, the highest alarm, first on the list, closed by a person with a reason', async () => {
  const { arm } = await r.register();
  kept(
    await r.record(arm, 'transferred', {
      happened: '2019-05-05',
      from: { keeper: r.who.police },
      to: { keeper: r.who.post },
    }),
  );
  kept(await r.record(arm, 'destroyed', { happened: '2020-05-05' }));
  const seized = kept(
    await r.record(arm, 'seized', { happened: '2021-05-05', to: { keeper: r.who.police } }),
  );
  assert.deepEqual(seized.alarms, [{ kind: 'ended-then-seen', severity: 'highest' }]);
  assert.equal(
    codeOf(await r.record(arm, 'transferred', { asked: true, to: { keeper: r.who.post } })),
    'already-ended',
  );
  const [first, ...others] = (await work(arm)).items;
  assert.deepEqual([first?.kind, first?.entry, others.length], ['ended-then-seen', seized.entry, 1]);
  const wish = { act: r.newId(), arm, item: first!.id, why: 'inquiry 7 opened against the store' };
  const closings = await Promise.all([r.run(closeWork, wish), r.run(closeWork, { ...wish, act: r.newId() })]);
  assert.deepEqual(closings.map(codeOf).toSorted(), ['kept', 'work-not-open']);
  assert.deepEqual(
    (await work(arm)).items.map((item) => item.kind),
    ['given-by-another'],
  );
  const { state, entries } = await view(arm);
  assert.equal(
    entries.filter((entry) => entry.kind === 'close-work').length,
    1,
    'a refused closing leaves no entry',
  );
  assert.deepEqual([state.findings[0]?.about, state.findings[0]?.why], [seized.entry, wish.why]);
  assert.equal(state.contradictions.length, 2, 'a closed alarm does not undo the contradiction');
});

test('a late fact that makes an older entry doubtful raises its alarm when it is recorded', async () => {
  const { arm } = await r.register();
  const moved = kept(
    await r.record(arm, 'transferred', { happened: '2021-01-01', to: { keeper: r.who.post } }),
  );
  assert.deepEqual(moved.alarms, []);
  const stolen = kept(await r.record(arm, 'stolen', { happened: '2020-01-01' }));
  assert.deepEqual(stolen.alarms, [{ kind: 'moved-while-missing', severity: 'high' }]);
  assert.equal((await work(arm)).items[0]?.entry, moved.entry);
});

test('a row altered by hand is mended from the entries, and what differed is said and kept', async () => {
  const { arm, number } = await r.register({ marks: [{ kind: 'serial', text: 'RF-1' }] });
  assert.deepEqual(kept(await r.run(refoldArm, { arm: number })).differences, []);
  await r.db.rows(
    "update arm set keeper_id = $2, status = 'destroyed', number = 'XA-00000-00000' where arm_id = $1",
    [arm, r.who.post],
  );
  await r.db.rows('delete from arm_mark where arm_id = $1', [arm]);
  const { differences } = kept(await r.run(refoldArm, { arm }));
  assert.deepEqual(
    differences.map((one) => [one.column, one.is, one.should]),
    [
      ['number', 'XA-00000-00000', number],
      ['status', 'destroyed', 'registered'],
      ['keeper_id', r.who.post, r.who.depot],
      ['marks', '', 'serial RF1 RF1'],
    ],
  );
  assert.deepEqual(kept(await r.run(refoldArm, { arm })).differences, []);
  const [entry] = await r.db.rows<{ body: Buffer }>(
    "select e.body from ledger_entry e join ledger_act a using (act_id) where a.kind = 'refold-arm'",
  );
  assert.ok(entry!.body.toString().includes('XA-00000-00000'));
});

test('the working role can add to the ledger and read it; it can neither change nor empty it', async () => {
  const columns = {
    ledger_entry: 'body = body',
    ledger_leaf: 'hash = hash',
    ledger_checkpoint: 'note = note',
    ledger_act: 'result = result',
    ledger_epoch: 'origin = origin',
    tree_node: 'hash = hash',
    home: "kind = 'live'",
    arm_number: 'number = number',
  };
  for (const [table, change] of Object.entries(columns))
    for (const statement of [
      `update ${table} set ${change}`,
      `delete from ${table}`,
      `truncate ${table}`,
      `alter table ${table} disable trigger all`,
    ])
      await assert.rejects(r.db.rows(statement), /permission denied|must be owner/, statement);
  const [{ role } = { role: '' }] = await r.db.rows<{ role: string }>('select current_user as role');
  assert.equal(role, 'countermark_app');
});
