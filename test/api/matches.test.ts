/** Decided matches over the API: programs read what was decided within their role, and none decides or opens. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { decideMatch } from '../../src/acts/decide-match.ts';
import { machine } from '../../src/acts/office.ts';
import { registerArm } from '../../src/acts/register-arm.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { type Door, openDoor } from './door.ts';

let door: Door;
before(async () => {
  door = await openDoor();
});
after(() => door.close());

test('a program reads what an officer decided; it decides nothing and opens nothing', async () => {
  const officer = machine(randomUUID(), 'case 118/23');
  const input = { description: { class: 'pistol' }, marks: [{ kind: 'serial', text: 'ZQ-7701' }] };
  const one = await registerArm.run(door.office, officer, registerArm.input.parse(input));
  assert.ok(!isRefusal(one));
  const question = { reading: 'ZQ77?1', arm: one.number, decision: 'same', why: 'Seen under the glass.' };
  const done = await decideMatch.run(door.office, officer, decideMatch.input.parse(question));
  assert.ok(!isRefusal(done));
  const [detective, keeper] = [await door.key('investigator'), await door.key('keeper')];
  const list = await door.ask(detective.secret, 'list-matches', { arm: one.arm });
  assert.equal(list.status, 200, list.text);
  const [told] = list.body.matches as Record<string, unknown>[];
  assert.deepEqual(
    [told!.id, told!.decision, told!.reading, told!.why, told!.operator, told!.own],
    [done.subject, 'same', 'ZQ77?1', 'Seen under the glass.', '', false],
  );
  const byKey = await door.ask(detective.secret, 'decide-match', { ...question, act: randomUUID() });
  assert.equal(byKey.body.type, '/problems/account-needed');
  const open = await door.ask(detective.secret, 'open-matched-arm', { match: done.subject });
  assert.equal(open.body.type, '/problems/match-unknown');
  assert.equal((await door.ask(keeper.secret, 'list-matches', {})).status, 403);
  assert.equal((await door.db.rows('select 1 from match')).length, 1);
  assert.deepEqual(door.faults, []);
});
