/** Recoveries close in maker, letters and number point to one consignment; such as only look so do not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LOT_GAP_MAX, type RecoveredNumber, splitNumber, suspectLots } from './lots.ts';

const recovered = (trace: string, number: number, more: Partial<RecoveredNumber> = {}): RecoveredNumber => ({
  ...{ trace, maker: 'zeta', prefix: 'ZQ', number, digits: 4, ...more },
});

test('C-17: three recoveries close together are one lot, with its first and last number', () => {
  const lots = suspectLots([recovered('c', 420), recovered('a', 100), recovered('b', 110)]);
  assert.deepEqual(lots, [
    { maker: 'zeta', prefix: 'ZQ', digits: 4, from: 100, to: 420, traces: ['a', 'b', 'c'] },
  ]);
});

test('two are none; another maker, other letters, other digits or a wide gap part them', () => {
  const near = [recovered('a', 100), recovered('b', 101)];
  assert.deepEqual(suspectLots(near), []);
  for (const other of [
    recovered('c', 102, { maker: 'eta' }),
    recovered('c', 102, { prefix: 'ZR' }),
    recovered('c', 102, { digits: 5 }),
    recovered('c', 102 + LOT_GAP_MAX),
  ])
    assert.deepEqual(suspectLots([...near, other]), []);
  assert.equal(suspectLots([...near, recovered('c', 101 + LOT_GAP_MAX)]).length, 1);
});

test('one trace counts once, and the largest lot comes first', () => {
  assert.deepEqual(suspectLots([recovered('a', 1), recovered('a', 2), recovered('b', 3)]), []);
  const small = [1, 2, 3].map((n) => recovered(`s${n}`, n));
  const large = [1, 2, 3, 4].map((n) => recovered(`l${n}`, n, { maker: 'eta' }));
  assert.deepEqual(
    suspectLots([...small, ...large]).map(({ maker }) => maker),
    ['eta', 'zeta'],
  );
});

test('the order in which recoveries come changes nothing', () => {
  const one = fc.record({
    trace: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    ...{ maker: fc.constantFrom('eta', 'zeta'), prefix: fc.constantFrom('', 'ZQ') },
    ...{ number: fc.integer({ min: 0, max: 2000 }), digits: fc.constantFrom(4, 5) },
  });
  const both = fc
    .array(one, { maxLength: 20 })
    .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
  const sorted = (all: readonly RecoveredNumber[]) =>
    suspectLots(all)
      .map((lot) => JSON.stringify({ ...lot, traces: [...lot.traces].sort() }))
      .sort();
  fc.assert(fc.property(both, ([all, shuffled]) => assert.deepEqual(sorted(shuffled), sorted(all))));
});

test('a number is its letters and its digits; what has no digits at its end has no place', () => {
  assert.deepEqual(splitNumber('ZQ0417'), { prefix: 'ZQ', number: 417, digits: 4 });
  assert.deepEqual(splitNumber('12A034'), { prefix: '12A', number: 34, digits: 3 });
  for (const text of ['', 'ZQ', '0417A', '9'.repeat(60)]) assert.equal(splitNumber(text), undefined, text);
});
