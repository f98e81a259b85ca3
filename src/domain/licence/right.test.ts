/** Rights at their borders: the first day, the last day, suspension, vague times. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, right } from '../../../test/custody/telling.ts';
import { isRightValid } from './right.ts';

const year2020 = { from: at('2020-01-01'), until: at('2020-12-31') };

test('PoA II.3: a right covers its first and its last day, not the day before or after', () => {
  const held = right('hunter', year2020);
  assert.ok(isRightValid(held, at('2020-01-01')));
  assert.ok(isRightValid(held, at('2020-12-31T23:59:59.999Z')));
  assert.ok(!isRightValid(held, at('2019-12-31')));
  assert.ok(!isRightValid(held, at('2021-01-01T00:00:00Z')));
});

test('PoA II.3: a right without an end has none; one of unknown beginning has begun', () => {
  assert.ok(isRightValid(right('hunter', { until: at('') }), at('2099-01-01')));
  assert.ok(isRightValid(right('hunter', { from: at('') }), at('1990')));
});

test('PoA II.3: suspension and revocation count from their day, and not before', () => {
  for (const state of ['suspended', 'revoked'] as const) {
    const stopped = right('hunter', { state, stateSince: at('2020-06-01') });
    assert.ok(isRightValid(stopped, at('2020-05-31')));
    assert.ok(!isRightValid(stopped, at('2020-06-01')));
    assert.ok(!isRightValid(stopped, at('')));
    assert.ok(!isRightValid({ ...stopped, stateSince: at('') }, at('2016-01-01')));
  }
});

test('PoA II.3: a vague time is covered where some moment of it is', () => {
  assert.ok(isRightValid(right('hunter', { from: at('2020-06-01') }), at('2020')));
  assert.ok(!isRightValid(right('hunter', { from: at('2021-06-01') }), at('2020')));
  assert.ok(isRightValid(right('hunter'), at('')));
});
