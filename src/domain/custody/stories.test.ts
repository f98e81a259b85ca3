/** What a registry officer tells, and what the register then has to answer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { armyRifle, at, huntingRifle, SERIAL, told } from '../../../test/custody/telling.ts';
import { armState } from './fold.ts';

const seizure = told('seized', '2021-05-05', {
  to: { unit: 'evidence room', keeper: 'police' },
  basis: { kind: 'case', number: 'PV 9' },
});

test('FP 6(1): seizure changes the keeper; owner and accounting unit stand', () => {
  const state = armState([armyRifle(), told('issued', '2020-01-01', { to: { bearer: 'guard' } }), seizure]);
  assert.deepEqual(state.now, { owner: 'army', unit: 'battalion', keeper: 'police' });
  assert.equal(state.status, 'seized');
});

test('FP 6(1): an arm in no books comes into those of the authority that seized it', () => {
  assert.equal(armState([...huntingRifle(), seizure]).now.unit, 'evidence room');
});

test('FP 6(1): only forfeiture changes the owner, and moves the arm nowhere', () => {
  const forfeited = told('forfeited', '2022-01-01', {
    to: { owner: 'State' },
    basis: { kind: 'court-order' },
  });
  const state = armState([...huntingRifle(), seizure, forfeited]);
  assert.deepEqual([state.now.owner, state.now.keeper, state.status], ['State', 'police', 'forfeited']);
  assert.equal(state.lastLawful?.holder, 'hunter');
  assert.deepEqual(state.contradictions, []);
});

test('PoA II.17: a guard relieves another: the bearer changes and nothing else', () => {
  const issues = [
    told('issued', '2020-01-01', { to: { bearer: 'guard one' } }),
    told('issued', '2020-01-02', { to: { bearer: 'guard two' } }),
  ];
  const state = armState([armyRifle(), ...issues]);
  assert.deepEqual(state.now, { owner: 'army', unit: 'battalion', keeper: 'depot', bearer: 'guard two' });
  const back = armState([armyRifle(), ...issues, told('returned', '2020-01-02')]);
  assert.deepEqual(back.now, { owner: 'army', unit: 'battalion', keeper: 'depot' });
  assert.deepEqual(back.contradictions, []);
});

test('PoA II.17: what was lent comes back to the lender where nobody else is named', () => {
  const loan = told('loaned', '2020-01-01', { to: { keeper: 'academy', bearer: 'cadet' } });
  assert.equal(armState([armyRifle(), loan]).now.keeper, 'academy');
  const back = armState([armyRifle(), loan, told('loan-returned', '2020-03-01')]);
  assert.deepEqual(back.now, { owner: 'army', unit: 'battalion', keeper: 'depot' });
  const elsewhere = told('loan-returned', '2020-03-01', { to: { keeper: 'other depot' } });
  assert.equal(armState([armyRifle(), loan, elsewhere]).now.keeper, 'other depot');
});

test('a hunting rifle comes back from repair to its owner, not into State stock', () => {
  const repair = [
    told('sent-to-repair', '2020-01-01', { to: { keeper: 'gunsmith' } }),
    told('repaired', '2020-02-01'),
  ];
  const state = armState([...huntingRifle(), ...repair]);
  assert.deepEqual([state.status, state.now.keeper], ['in-civil-possession', 'hunter']);
});

test('a hunting rifle deposited with the police stays a civil arm', () => {
  const deposited = told('deposited', '2020-01-01', { to: { keeper: 'police' } });
  const state = armState([...huntingRifle(), deposited]);
  assert.deepEqual(
    [state.status, state.now.owner, state.now.keeper],
    ['in-civil-possession', 'hunter', 'police'],
  );
  assert.equal(
    armState([...huntingRifle(), deposited, told('withdrawn', '2020-02-01')]).now.keeper,
    'hunter',
  );
});

test('PoA II.16: a stolen State arm that is recovered comes back to its unit', () => {
  const state = armState([armyRifle(), told('stolen', '2020-01-01'), told('recovered', '2020-03-01')]);
  assert.deepEqual(state.now, { owner: 'army', unit: 'battalion', keeper: 'battalion' });
  assert.equal(state.status, 'in-stock');
  assert.equal(state.outside, false);
});

test('FP 6(1): an arm restored to a person is in civil possession; one restored to the army is in its books', () => {
  const restored = told('restored-to-owner', '2022-01-01');
  const civil = armState([...huntingRifle(), seizure, restored]);
  assert.deepEqual(civil.now, { owner: 'hunter', keeper: 'hunter' });
  assert.equal(civil.status, 'in-civil-possession');
  const military = armState([armyRifle(), told('received', '2019-02-01'), seizure, restored]);
  assert.deepEqual(military.now, { owner: 'army', unit: 'battalion', keeper: 'battalion' });
  assert.equal(military.status, 'in-stock');
});

test('PoA II.11: an arm is exported and imported back; the time abroad is no gap', () => {
  const exported = told('exported', '2020-01-01', { to: { owner: 'buyer abroad' } });
  const away = armState([armyRifle(), exported]);
  assert.deepEqual([away.now, away.gaps], [{ owner: 'buyer abroad' }, []]);
  const imported = told('imported', '2021-01-01', {
    to: { owner: 'army', unit: 'battalion', keeper: 'depot' },
  });
  const back = armState([armyRifle(), exported, imported]);
  assert.deepEqual([back.now.keeper, back.gaps, back.contradictions], ['depot', [], []]);
});

test('FP 9: a deactivated arm that is seized is still known to be deactivated, until it is found reactivated', () => {
  const state = armState([...huntingRifle(), told('deactivated', '2020-01-01'), seizure]);
  assert.equal(state.deactivated?.at, '2020-01-01');
  assert.equal(state.status, 'seized');
  const live = armState([
    ...huntingRifle(),
    told('deactivated', '2020-01-01'),
    seizure,
    told('reactivated', '2021-06-01'),
  ]);
  assert.equal(live.deactivated, undefined);
  assert.equal(live.status, 'seized');
});

test('PoA II.18: an arm written off the books stays stolen, seized or destroyed', () => {
  const off = told('written-off', '2022-01-01');
  assert.equal(armState([armyRifle(), told('stolen', '2021-01-01'), off]).status, 'stolen');
  assert.equal(armState([armyRifle(), seizure, off]).status, 'seized');
  const destroyed = armState([armyRifle(), told('destroyed', '2021-01-01'), off]);
  assert.deepEqual([destroyed.status, destroyed.contradictions], ['destroyed', []]);
  assert.equal(armState([armyRifle(), off]).status, 'written-off');
});

test('A-08: the parts of an arm are known over time; a barrel replaces a barrel and its mark is found', () => {
  const barrel = (id: string) => ({
    part: 'barrel' as const,
    id,
    marks: [{ ...SERIAL, part: 'barrel' as const, text: id }],
  });
  const fit = told('part-fitted', '2020-01-01', { part: barrel('B-1') });
  const again = told('part-fitted', '2021-01-01', { part: barrel('B-2') });
  const state = armState([armyRifle(), fit, again]);
  assert.deepEqual(
    state.parts.map((part) => part.id),
    ['B-2'],
  );
  assert.deepEqual(
    state.marks.map((mark) => mark.text),
    ['ZQ-0417', 'B-1', 'B-2'],
  );
  const removed = told('part-removed', '2022-01-01', { part: { part: 'barrel' } });
  assert.deepEqual(armState([armyRifle(), fit, again, removed]).parts, []);
  assert.equal(armState([armyRifle(), told('cannibalised', '2022-01-01')]).status, 'written-off');
});

test('FP 5(1)(a): a converted arm is from then on described as converted', () => {
  const state = armState([armyRifle(), told('converted', '2020-01-01')]);
  assert.deepEqual([state.description.production, state.description.class], ['converted', 'assault-rifle']);
});

test('ITI 9: assigned, tagged, marked and verified are four facts; a new mark has to be verified anew', () => {
  const marked = told('number-marked', '2020-02-01', { by: 'engraver' });
  const verified = told('number-verified', '2020-03-01', { by: 'inspector' });
  const facts = armState([armyRifle(), told('number-tagged', '2020-01-01'), marked, verified]).number;
  assert.deepEqual(facts, {
    number: 'XA-DTRC5-4GCS7',
    assigned: '2019-01-10',
    tagged: '2020-01-01',
    marked: '2020-02-01',
    markedBy: 'engraver',
    verified: '2020-03-01',
    verifiedBy: 'inspector',
  });
  const anew = armState([
    armyRifle(),
    marked,
    verified,
    told('number-marked', '2021-01-01', { by: 'engraver' }),
  ]);
  assert.equal(anew.number?.verified, undefined);
});

test('PoA II.17: a confirmed hand-over has the effect for which it was posted', () => {
  const posted = told('hand-over-posted', '2020-01-01', {
    meant: 'sold-to-trade',
    to: { owner: 'dealer', keeper: 'dealer' },
    due: '2020-01-08',
    basis: { kind: 'contract', number: 'C 3' },
  });
  const waiting = armState([armyRifle(), posted]);
  assert.deepEqual([waiting.now.keeper, waiting.pending?.due], ['depot', '2020-01-08']);
  const confirmed = told('hand-over-confirmed', '2020-01-03', { by: 'dealer', operator: 'other clerk' });
  const state = armState([armyRifle(), posted, confirmed]);
  assert.deepEqual(
    [state.now, state.status, state.pending],
    [{ owner: 'dealer', keeper: 'dealer' }, 'in-trade', undefined],
  );
  assert.deepEqual(state.lastLawful, {
    holder: 'dealer',
    from: at('2020-01-03'),
    basis: { kind: 'contract', number: 'C 3' },
  });
});

test('PoA II.17: a hand-over that waits is overtaken by whatever takes the arm from its giver', () => {
  const posted = told('hand-over-posted', '2020-01-01', { to: { keeper: 'other depot' } });
  for (const type of [
    'stolen',
    'captured-in-combat',
    'seized',
    'destroyed',
    'expended',
    'received',
  ] as const) {
    const taken = told(type, '2020-01-02', { to: { keeper: 'police' } });
    assert.equal(armState([armyRifle(), posted, taken]).pending, undefined, type);
  }
  assert.ok(armState([armyRifle(), posted, told('sighted', '2020-01-02')]).pending);
  for (const type of ['hand-over-refused', 'hand-over-withdrawn'] as const)
    assert.equal(armState([armyRifle(), posted, told(type, '2020-01-02')]).pending, undefined);
});
