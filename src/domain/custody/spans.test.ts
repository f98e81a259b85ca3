/** From when to when somebody answered for the arm, and the times in which nobody did. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { armyRifle, at, told } from '../../../test/custody/telling.ts';
import { armState } from './fold.ts';

test('A-03: the time between theft and recovery is a gap, named after what began it', () => {
  const theft = told('stolen', '2020-01-01');
  assert.deepEqual(armState([armyRifle(), theft]).gaps, [{ from: at('2020-01-01'), after: 'stolen' }]);
  const state = armState([armyRifle(), theft, told('recovered', '2020-03-01')]);
  assert.deepEqual(state.gaps, [{ from: at('2020-01-01'), to: at('2020-03-01'), after: 'stolen' }]);
});

test('A-03: an arm for which nobody was ever named is one gap', () => {
  const nobody = told('registered', '2020-01-01', { arm: { class: 'pistol' } });
  assert.deepEqual(armState([nobody]).gaps, [{ from: at('2020-01-01'), after: 'registered' }]);
  const found = armState([nobody, told('received', '2021-01-01', { to: { keeper: 'depot' } })]);
  assert.deepEqual(found.gaps, [{ from: at('2020-01-01'), to: at('2021-01-01'), after: 'registered' }]);
});

test('A-03: no gap after the end; a gap again where the arm is seen after its end', () => {
  const destroyed = told('destroyed', '2020-01-01');
  assert.deepEqual(armState([armyRifle(), destroyed]).gaps, []);
  const seized = told('seized', '2021-01-01', { to: { keeper: 'police' } });
  assert.deepEqual(armState([armyRifle(), destroyed, seized]).gaps, [
    { from: at('2020-01-01'), to: at('2021-01-01'), after: 'destroyed' },
  ]);
});

test('spans tell from when to when, by which events, and on what basis', () => {
  const basis = { kind: 'voucher', number: 'B 4' };
  const moved = told('transferred', '2020-01-01', { to: { keeper: 'other depot' }, basis });
  const [first, second] = armState([armyRifle(), moved]).spans.filter((span) => span.lane === 'keeper');
  assert.deepEqual(
    [first?.party, first?.from, first?.to, first?.by, first?.endedBy],
    ['depot', '2019-01-10', '2020-01-01', 'registered', 'transferred'],
  );
  assert.deepEqual([second?.party, second?.to, second?.basis], ['other depot', undefined, basis]);
});
