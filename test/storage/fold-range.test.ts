/** Which way folds are looked for: each once, and those of one reading close together. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { keysOf } from '../../src/domain/identification/keys.ts';
import { parseReading } from '../../src/domain/marks/reading.ts';
import { waysOf } from '../../src/store/fold-range.ts';

const turn = (fold: string): string => [...fold].reverse().join('');
const listed = (text: string | undefined): string[] => text?.split(',') ?? [];
const fold = fc.stringMatching(/^[0-9A-Zgdlpoytsw?~]{1,12}$/);

test('every fold goes one way, in the order of the index of that way', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fold, { maxLength: 60 }), (folds) => {
      const { forwards, backwards } = waysOf(folds);
      assert.deepEqual([...listed(forwards), ...listed(backwards).map(turn)].sort(), [...folds].sort());
      for (const way of [forwards, backwards]) assert.deepEqual(listed(way), listed(way).sort());
    }),
  );
});

test('folds that differ late from the first go forwards, those that differ early backwards', () => {
  const { forwards, backwards } = waysOf([
    'AB1234',
    'AB1235',
    'AB12344',
    'XB1234',
    'B1234',
    'AB1243',
    'BA1234',
  ]);
  assert.equal(forwards, 'AB1234,AB12344,AB1235,AB1243');
  assert.equal(backwards, '4321AB,4321B,4321BX');
});

test('the keys of a reading with an edit stand close together in each way', () => {
  const { forwards, backwards } = waysOf(keysOf(parseReading('KH123456').reading).whole);
  const beginnings = new Set(listed(forwards).map((one) => one.slice(0, 3)));
  const endings = new Set(listed(backwards).map((one) => one.slice(0, 3)));
  assert.deepEqual([...beginnings], ['KH1']);
  assert.deepEqual([...endings], ['654']);
});
