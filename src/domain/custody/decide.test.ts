/** Every refusal reached, with its clause; and everything that must not be refused, because it happened. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import {
  armyRifle,
  around,
  ask,
  event,
  huntingRifle,
  NO_SERIAL,
  right,
  TRANSFER_MARK,
  told,
} from '../../../test/custody/telling.ts';
import { isRefusal } from '../base/refusal.ts';
import type { ArmState } from './arm-state.ts';
import { type CustodyRefusal, decide } from './decide.ts';
import type { ArmEvent, RecordedEvent } from './event.ts';
import { armState } from './fold.ts';
import { type EventType, LIFE_CYCLE } from './life-cycle.ts';

const rifle = armState([armyRifle()]);
const reached = new Set<string>();

const given = (...events: readonly RecordedEvent[]): ArmState => armState([armyRifle(), ...events]);

function refused(
  code: CustodyRefusal,
  clause: string | undefined,
  state: ArmState,
  command: ArmEvent,
  beside = around,
): void {
  const answer = decide(state, command, beside);
  assert.ok(isRefusal(answer), `${code}: ${JSON.stringify(answer)}`);
  assert.deepEqual([answer.refused, answer.clause], [code, clause]);
  reached.add(code);
}

function kept(state: ArmState, command: ArmEvent, beside = around): readonly ArmEvent[] {
  const answer = decide(state, command, beside);
  assert.ok(!isRefusal(answer), JSON.stringify(answer));
  return answer;
}

const away = { to: { keeper: 'post' } };

test('an arm or a party that is not known', () => {
  refused('arm-unknown', undefined, armState([]), event('seized', '2020-01-01'));
  refused('arm-known-already', undefined, rifle, event('registered', '2020-01-01'));
  refused('party-unknown', undefined, rifle, event('seized', '2020-01-01', { to: { keeper: 'nobody' } }));
  refused('party-unknown', undefined, rifle, event('sighted', '2020-01-01', { by: 'nobody' }));
});

test('PoA II.8: nothing unmarked is issued, transferred, licensed, sold, exported or released', () => {
  const bare = armState([{ ...armyRifle(), marks: [NO_SERIAL] }]);
  const types = [
    'issued',
    'transferred',
    'licensed',
    'sold',
    'exported',
    'loaned',
    'hand-over-posted',
    'deployed-abroad',
    'restored-to-owner',
  ] as const;
  for (const type of types) refused('not-adequately-marked', 'PoA II.8', bare, ask(type, '2020-01-01', away));
  for (const type of ['sent-to-repair', 'held-as-evidence', 'destroyed', 'in-transit'] as const)
    kept(bare, ask(type, '2020-01-01', away));
  kept(bare, event('issued', '2020-01-01', away));
});

test('FP 8(1)(c): no arm of the State to a civilian without the mark of the State, by whatever name it goes', () => {
  const buyer = { to: { owner: 'hunter' } };
  refused('transfer-mark-missing', 'FP 8(1)(c)', rifle, ask('sold', '2020-01-01', buyer));
  refused('transfer-mark-missing', 'FP 8(1)(c)', rifle, ask('transferred', '2020-01-01', buyer));
  refused(
    'transfer-mark-missing',
    'FP 8(1)(c)',
    rifle,
    ask('transferred', '2020-01-01', { to: { keeper: 'hunter' } }),
  );
  kept(rifle, ask('sold', '2020-01-01', { ...buyer, marks: [TRANSFER_MARK] }));
  const dealing = { ...around, rights: [right('dealer')] };
  kept(armState(huntingRifle()), ask('sold', '2020-01-01', { to: { owner: 'dealer' } }), dealing);
});

test('FP 6(2): what is destroyed is not transferred, also after it was seized again', () => {
  const destroyed = told('destroyed', '2019-05-05');
  refused('already-ended', 'FP 6(2)', given(destroyed), ask('transferred', '2020-01-01', away));
  refused(
    'already-ended',
    'FP 6(2)',
    given(destroyed, told('seized', '2019-06-06')),
    ask('restored-to-owner', '2020-01-01'),
  );
  kept(given(destroyed), event('seized', '2020-01-01', { to: { keeper: 'police' } }));
});

test('PoA II.17: what is missing is not issued', () => {
  for (const type of ['stolen', 'lost', 'captured-in-combat', 'lost-in-combat'] as const)
    refused(
      'arm-is-missing',
      'PoA II.17',
      given(told(type, '2019-05-05')),
      ask('issued', '2020-01-01', away),
    );
});

test('FP 6(1): what is held as evidence stays, but may be restored to its owner', () => {
  for (const type of ['seized', 'found', 'held-as-evidence', 'sent-to-laboratory'] as const)
    refused(
      'held-as-evidence',
      'FP 6(1)',
      given(told(type, '2019-05-05')),
      ask('loaned', '2020-01-01', away),
    );
  kept(given(told('seized', '2019-05-05')), ask('restored-to-owner', '2020-01-01'));
});

test('PoA II.17: one keeper: who gives must keep it, now, and not before the arm changed hands', () => {
  const moved = given(told('transferred', '2019-05-05', { to: { keeper: 'other depot' } }));
  const command = ask('issued', '2020-01-01', { from: { keeper: 'depot' }, ...away });
  refused('keeper-is-another', 'PoA II.17', moved, command);
  const answer = decide(moved, command, around);
  assert.deepEqual(isRefusal(answer) && answer.facts, {
    expected: 'depot',
    keeper: 'other depot',
    since: '2019-05-05',
  });
  const { from: _from, ...unnamed } = command;
  refused('keeper-is-another', 'PoA II.17', moved, unnamed, {
    ...around,
    seen: { at: '2020-01-01T10:00:00.000Z', keeper: 'depot' },
  });
  refused('keeper-is-another', 'PoA II.17', moved, unnamed, {
    ...around,
    seen: { at: '2020-01-01T10:00:00.000Z', keeper: undefined },
  });
  refused('keeper-is-another', 'PoA II.17', moved, ask('issued', '2019-05-04', away));
  const early = { at: '2019-05-05T11:59:59.999Z', keeper: 'other depot' };
  refused('keeper-is-another', 'PoA II.17', moved, unnamed, { ...around, seen: early });
  kept(moved, unnamed, { ...around, seen: { at: '2020-01-01T10:00:00.000Z', keeper: 'other depot' } });
});

test('PoA II.17: a receiver who is somebody, somebody else, and still there', () => {
  refused('receiver-missing', undefined, rifle, ask('issued', '2020-01-01'));
  refused('receiver-missing', undefined, rifle, ask('sold', '2020-01-01', away));
  refused(
    'receiver-is-giver',
    'PoA II.17',
    rifle,
    ask('transferred', '2020-01-01', { to: { keeper: 'depot' } }),
  );
  refused(
    'party-is-gone',
    undefined,
    rifle,
    ask('transferred', '2020-01-01', { to: { keeper: 'old unit' } }),
  );
  kept(rifle, ask('issued', '2020-01-01', { to: { keeper: 'depot', bearer: 'inspector' } }));
  kept(rifle, ask('exported', '2020-01-01'));
  kept(rifle, event('transferred', '2020-01-01', { to: { keeper: 'old unit' } }));
});

test('PoA II.3: a civilian needs a right, to buy and to get back; an export rests on its own authorisation', () => {
  const none = {
    ...around,
    rights: [right('hunter', { state: 'revoked', stateSince: around.rights[0]!.from })],
  };
  const hunting = armState(huntingRifle());
  refused('right-missing', 'PoA II.3', hunting, ask('sold', '2020-01-01', { to: { owner: 'dealer' } }));
  refused(
    'right-missing',
    'PoA II.3',
    armState([...huntingRifle(), told('seized', '2019-05-05')]),
    ask('restored-to-owner', '2020-01-01'),
    none,
  );
  kept(hunting, ask('exported', '2020-01-01', { to: { owner: 'buyer abroad' } }));
});

test('PoA II.3: a sale that happened is recorded, with the doubt that the register knows', () => {
  const revoked = {
    ...around,
    rights: [right('hunter', { state: 'revoked', stateSince: around.rights[0]!.from })],
  };
  const sold = event('sold', '2020-01-01', { to: { owner: 'hunter' } });
  assert.deepEqual(kept(rifle, sold, revoked)[0]?.doubts, ['right-not-valid']);
  assert.equal(kept(rifle, sold)[0]?.doubts, undefined);
  assert.equal(
    kept(rifle, sold, { ...around, rights: [] })[0]?.doubts,
    undefined,
    'no rights recorded: nothing is known',
  );
});

test('PoA II.17: where both use the register, the giver posts and the receiver confirms', () => {
  const command = ask('transferred', '2020-01-01', { to: { keeper: 'other depot' }, why: 'plan 4' });
  const [posted] = kept(rifle, command);
  assert.deepEqual(
    [posted?.type, posted?.meant, posted?.due, posted?.why],
    ['hand-over-posted', 'transferred', '2020-01-08', 'plan 4'],
  );
  assert.equal(kept(rifle, { ...command, due: '2020-01-03' })[0]?.due, '2020-01-03');
  assert.equal(kept(rifle, { ...command, to: { keeper: 'post' } })[0]?.type, 'transferred');
  assert.equal(kept(rifle, { ...command, type: 'issued', to: { bearer: 'inspector' } })[0]?.type, 'issued');
  const { asked: _asked, ...fact } = command;
  assert.equal(kept(rifle, fact)[0]?.type, 'transferred');
  assert.equal(kept(rifle, ask('hand-over-posted', '2020-01-01', away))[0]?.due, '2020-01-08');
});

test('PoA II.17: only the receiver answers a hand-over, and as it was posted', () => {
  const waiting = given(told('hand-over-posted', '2019-05-05', { to: { keeper: 'other depot' } }));
  refused('hand-over-pending', 'PoA II.17', waiting, ask('issued', '2020-01-01', away));
  for (const type of ['hand-over-confirmed', 'hand-over-refused'] as const) {
    refused('no-hand-over-pending', undefined, rifle, event(type, '2020-01-01', { by: 'other depot' }));
    refused('not-the-receiver', 'PoA II.17', waiting, event(type, '2020-01-01', { by: 'depot' }));
    refused('not-the-receiver', 'PoA II.17', waiting, event(type, '2020-01-01'));
    kept(waiting, event(type, '2020-01-01', { by: 'other depot' }));
  }
  const stolen = event('hand-over-confirmed', '2020-01-01', { by: 'other depot', to: { keeper: 'post' } });
  refused('not-the-receiver', 'PoA II.17', waiting, stolen);
  refused('no-hand-over-pending', undefined, rifle, event('hand-over-withdrawn', '2020-01-01'));
  kept(waiting, event('hand-over-withdrawn', '2020-01-01'));
  assert.deepEqual(kept(waiting, event('hand-over-confirmed', '2020-01-01', { by: 'other depot' }))[0]?.to, {
    keeper: 'other depot',
  });
});

test('ITI 9: a number is assigned once, then tagged, marked, and verified by a second person', () => {
  refused('number-known-already', 'ITI 9', rifle, event('number-assigned', '2020-01-01', { number: 'XA-2' }));
  const { number: _number, ...unnumbered } = armyRifle();
  for (const type of ['number-tagged', 'number-marked', 'number-verified'] as const)
    refused('number-missing', 'ITI 9', armState([unnumbered]), event(type, '2020-01-01'));
  refused('number-not-marked', 'ITI 7', rifle, event('number-verified', '2020-01-01', { by: 'inspector' }));
  const marked = given(told('number-marked', '2019-05-05', { by: 'engraver' }));
  refused('verifier-missing', 'ITI 7', marked, event('number-verified', '2020-01-01'));
  refused(
    'same-person-verifies',
    'ITI 7',
    marked,
    event('number-verified', '2020-01-01', { by: 'engraver' }),
  );
  kept(marked, event('number-verified', '2020-01-01', { by: 'inspector' }));
});

test('a document is recorded with its file or not at all', () => {
  refused('document-missing', undefined, rifle, event('documented', '2020-01-01'));
});

test('recording is not permitting: whatever stands, what happened is recorded', () => {
  const worst = given(
    told('stolen', '2019-02-02'),
    told('destroyed', '2019-03-03'),
    told('seized', '2019-04-04'),
  );
  const answers: ReadonlySet<EventType> = new Set([
    'registered',
    'number-assigned',
    'number-verified',
    'hand-over-confirmed',
    'hand-over-refused',
    'hand-over-withdrawn',
    'documented',
  ]);
  for (const type of Object.keys(LIFE_CYCLE) as EventType[])
    if (!answers.has(type))
      assert.equal(kept(worst, event(type, '2020-01-01', { to: { keeper: 'old unit' } }))[0]?.type, type);
});

after(() => {
  const codes: Record<CustodyRefusal, true> = {
    'arm-unknown': true,
    'arm-known-already': true,
    'not-adequately-marked': true,
    'transfer-mark-missing': true,
    'already-ended': true,
    'arm-is-missing': true,
    'held-as-evidence': true,
    'keeper-is-another': true,
    'party-unknown': true,
    'party-is-gone': true,
    'receiver-is-giver': true,
    'receiver-missing': true,
    'right-missing': true,
    'hand-over-pending': true,
    'no-hand-over-pending': true,
    'not-the-receiver': true,
    'number-known-already': true,
    'number-missing': true,
    'number-not-marked': true,
    'verifier-missing': true,
    'same-person-verifies': true,
    'document-missing': true,
  };
  assert.deepEqual([...reached].sort(), Object.keys(codes).sort());
});
