/** One keeper now, whatever happens at the same time. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordParty } from '../../src/acts/record-party.ts';
import { registerArm } from '../../src/acts/register-arm.ts';
import { viewArm } from '../../src/acts/view-arm.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { codeOf, kept, type Registry, registry } from './registry.ts';

let r: Registry;
before(async () => {
  r = await registry({ connections: 10 });
});
after(() => r.close());

const ROUNDS = 50;
const TAKERS = 8;

for (const names of ['the keeper they know', 'nobody'])
  test(`PoA II.17: of ${TAKERS} who take over an arm at once, naming ${names}, one does and the others learn who`, async () => {
    const takers: string[] = [];
    for (let taker = 0; taker < TAKERS; taker++)
      takers.push(kept(await r.run(recordParty, { name: `${names} ${taker}`, kind: 'unit' })).parties[0]!);
    for (let round = 0; round < ROUNDS; round++) {
      const { arm } = await r.register();
      const from = names === 'nobody' ? {} : { from: { keeper: r.who.depot } };
      const answers = await Promise.all(
        takers.map((keeper) => r.record(arm, 'transferred', { asked: true, to: { keeper }, ...from })),
      );
      const won = answers.flatMap((answer, taker) => (isRefusal(answer) ? [] : [takers[taker]!]));
      assert.equal(won.length, 1, `round ${round}: ${answers.map(codeOf).join(' ')}`);
      for (const answer of answers.filter(isRefusal)) {
        assert.equal(answer.refused, 'keeper-is-another');
        assert.equal(answer.facts?.keeper, won[0]);
        assert.match(String(answer.facts?.since), /^20\d\d-/);
      }
      const { state } = kept(await r.run(viewArm, { arm }));
      assert.equal(state.now.keeper, won[0]);
      const [row] = await r.db.rows('select keeper_id, version from arm where arm_id = $1', [arm]);
      assert.deepEqual(row, { keeper_id: won[0], version: 2 });
    }
  });

test('a repeated submission gets its first answer and adds nothing, one after another and at once', async () => {
  const { arm } = await r.register();
  const act = r.newId();
  const wish = { act, asked: true, to: { keeper: r.who.post }, from: { keeper: r.who.depot } };
  const first = await r.record(arm, 'transferred', wish);
  assert.equal(codeOf(first), 'kept');
  assert.deepEqual(await r.record(arm, 'transferred', wish), first);
  const again = { act: r.newId(), how: 'scanned' };
  const many = await Promise.all(Array.from({ length: 8 }, () => r.record(arm, 'sighted', again)));
  for (const one of many) assert.deepEqual(one, many[0]);
  const [count] = await r.db.rows('select count(*) from ledger_entry where subject_id = $1', [arm]);
  assert.equal(count!.count, 3);
});

test('a repeated registration gets its first answer; an arm is registered once', async () => {
  const wish = { act: r.newId(), arm: r.newId(), description: { class: 'pistol' } };
  const many = await Promise.all(Array.from({ length: 6 }, () => r.run(registerArm, wish)));
  for (const one of many) assert.deepEqual(one, many[0]);
  assert.equal(codeOf(await r.run(registerArm, { ...wish, act: r.newId() })), 'arm-known-already');
  const [count] = await r.db.rows('select count(*) from arm where arm_id = $1', [wish.arm]);
  assert.equal(count!.count, 1);
});

test('an id of a submission that was used for another arm is no answer for this one', async () => {
  const [one, two] = [await r.register(), await r.register()];
  const act = r.newId();
  kept(await r.record(one.arm, 'sighted', { act }));
  assert.equal(codeOf(await r.record(two.arm, 'sighted', { act })), 'act-id-taken');
  assert.equal(
    codeOf(await r.run(registerArm, { act, arm: r.newId(), description: { class: 'pistol' } })),
    'act-id-taken',
  );
});
