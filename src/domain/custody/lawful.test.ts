/** The last recorded lawful holder: before a seizure, after a recovery, with until when and by what right. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { armyRifle, at, huntingRifle, told } from '../../../test/custody/telling.ts';
import { armState } from './fold.ts';

const seizure = told('seized', '2021-05-05', { to: { keeper: 'police' } });
const licence = { kind: 'licence', number: 'L 77' };

test('A-03: before a seizure: the last lawful holder, until when, and by what right', () => {
  const state = armState([...huntingRifle(), seizure]);
  assert.deepEqual(state.lastLawful, {
    holder: 'hunter',
    from: at('2019-01-10'),
    until: at('2021-05-05'),
    basis: licence,
  });
  assert.deepEqual(state.firstIrregularity, { type: 'seized', at: at('2021-05-05'), entry: seizure.entry });
  assert.equal(state.outside, true);
});

test('A-03: a licence recorded later is the right by which the same holder holds', () => {
  const renewed = told('licensed', '2020-01-01', { basis: { kind: 'licence', number: 'L 78' } });
  assert.equal(armState([...huntingRifle(), renewed]).lastLawful?.basis?.number, 'L 78');
  assert.equal(armState([...huntingRifle(), renewed]).lastLawful?.from, '2019-01-10');
});

test('A-03: after recovery and restitution the holder is lawful again, with the right of the restitution', () => {
  const restored = told('restored-to-owner', '2022-01-01', { basis: { kind: 'court-order', number: 'J 5' } });
  const state = armState([...huntingRifle(), told('stolen', '2020-06-01'), seizure, restored]);
  assert.deepEqual(state.lastLawful, {
    holder: 'hunter',
    from: at('2022-01-01'),
    basis: { kind: 'court-order', number: 'J 5' },
  });
  assert.equal(state.outside, false);
  assert.equal(state.firstIrregularity?.type, 'stolen');
});

test('A-03: custody of an authority makes it no lawful holder', () => {
  const held = [
    told('held-as-evidence', '2021-06-01', { to: { keeper: 'court' } }),
    told('sent-to-laboratory', '2021-07-01', { to: { keeper: 'laboratory' } }),
    told('returned-from-laboratory', '2021-08-01'),
  ];
  const state = armState([...huntingRifle(), seizure, ...held]);
  assert.deepEqual(
    [state.now.keeper, state.lastLawful?.holder, state.lastLawful?.until],
    ['court', 'hunter', '2021-05-05'],
  );
});

test('A-03: whoever buys a stolen, lent or destroyed arm does not become its lawful holder', () => {
  const sold = told('sold', '2022-01-01', { to: { owner: 'buyer' } });
  const stolen = armState([...huntingRifle(), told('stolen', '2020-06-01'), sold]);
  assert.deepEqual([stolen.lastLawful?.holder, stolen.outside, stolen.now.keeper], ['hunter', true, 'buyer']);
  const lent = armState([
    ...huntingRifle(),
    seizure,
    told('loaned', '2022-01-01', { to: { keeper: 'friend' } }),
  ]);
  assert.deepEqual([lent.lastLawful?.holder, lent.outside], ['hunter', true]);
  const gone = armState([
    ...huntingRifle(),
    told('destroyed', '2021-01-01'),
    told('received', '2022-01-01', { to: { keeper: 'depot' } }),
  ]);
  assert.deepEqual([gone.lastLawful?.holder, gone.lastLawful?.until], ['hunter', '2021-01-01']);
});

test('A-03: after forfeiture and receipt into stock the State holds lawfully', () => {
  const forfeited = told('forfeited', '2022-01-01', { to: { owner: 'State' } });
  const stock = told('received', '2022-02-01', {
    to: { unit: 'battalion', keeper: 'depot' },
    basis: { kind: 'court-order' },
  });
  const state = armState([...huntingRifle(), seizure, forfeited, stock]);
  assert.deepEqual(state.lastLawful, {
    holder: 'depot',
    from: at('2022-02-01'),
    basis: { kind: 'court-order' },
  });
});

test('A-03: whoever reports an arm stolen that nobody knew of is its last recorded holder', () => {
  const state = armState([
    told('registered', '2020-01-01', { arm: { class: 'pistol' } }),
    told('stolen', '2019-12-24', { from: { owner: 'widow' }, basis: { kind: 'complaint', number: 'K 1' } }),
  ]);
  assert.deepEqual(
    [state.lastLawful?.holder, state.lastLawful?.until, state.now.keeper],
    ['widow', '2019-12-24', undefined],
  );
});

test('A-03: an arm written off or deactivated while stolen is no more lawfully held than before', () => {
  for (const type of ['written-off', 'deactivated'] as const)
    assert.equal(
      armState([armyRifle(), told('stolen', '2020-01-01'), told(type, '2021-01-01')]).outside,
      true,
    );
});
