/** Slowing down: free tries first, doubling waits, a bound, forgetting, and clocks that go back. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  BY_ACCOUNT,
  countFailures,
  NO_FAILURES,
  type SlowingRule,
  waitSeconds,
  withFailure,
} from './slowing.ts';

const RULE: SlowingRule = { free: 3, waitMaxSeconds: 20, forgetsSeconds: 600 };

test('the first failures are free, then each doubles the wait up to the bound', () => {
  let [counter, now] = [NO_FAILURES, 1e12];
  const waits: number[] = [];
  for (let turn = 0; turn < 10; turn++) {
    const wait = waitSeconds(counter, RULE, now);
    waits.push(wait);
    now += wait * 1000;
    assert.equal(waitSeconds(counter, RULE, now), 0, 'a wait that has passed lets the try through');
    counter = withFailure(counter, RULE, now);
  }
  assert.deepEqual(waits, [0, 0, 0, 1, 2, 4, 8, 16, 20, 20]);
});

test('failures are forgotten one by one', () => {
  const now = 1e12;
  let counter = NO_FAILURES;
  for (let turn = 0; turn < 4; turn++) counter = withFailure(counter, RULE, now);
  const after = (seconds: number): number => countFailures(counter, RULE, now + seconds * 1000);
  assert.deepEqual([after(0), after(600), after(1199), after(1200), after(2400)], [4, 3, 3, 2, 0]);
});

test('whatever the clock does, no wait is longer than the rule says and every counter clears', () => {
  const jumps = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { maxLength: 60 });
  fc.assert(
    fc.property(jumps, (steps) => {
      let [counter, now] = [NO_FAILURES, 1e12];
      for (const step of steps) {
        now += step;
        counter = withFailure(counter, BY_ACCOUNT, now);
        const wait = waitSeconds(counter, BY_ACCOUNT, now);
        assert.ok(wait >= 0 && wait <= BY_ACCOUNT.waitMaxSeconds);
      }
      assert.ok(counter.clearsAt - now <= 4 * 3600 * 1000, 'forgotten within four hours');
    }),
  );
});
