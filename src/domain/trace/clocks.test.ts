/** Clocks by the rules of a State; while the requester is asked for more the clock of the answer stands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { acknowledgeDue, answerDue, CLOCK_RULES, daysAfter } from './clocks.ts';

const RECEIVED = '2026-03-01T10:00:00.000Z';

test('ITI 19: a person acknowledges within the days of the rules, an urgent request sooner', () => {
  assert.equal(acknowledgeDue(RECEIVED, false, CLOCK_RULES), '2026-03-08T10:00:00.000Z');
  assert.equal(acknowledgeDue(RECEIVED, true, CLOCK_RULES), '2026-03-02T10:00:00.000Z');
});

test('ITI 18: an answer is due within the days of the rules', () => {
  assert.equal(answerDue(RECEIVED, false, [], CLOCK_RULES), '2026-03-31T10:00:00.000Z');
  assert.equal(
    answerDue(RECEIVED, true, [], { ...CLOCK_RULES, answerUrgentDays: 5 }),
    daysAfter(RECEIVED, 5),
  );
});

test('ITI 21: the clock stands while more is wanted, and goes on for the days that it stood', () => {
  const pause = { from: '2026-03-05T00:00:00.000Z', to: '2026-03-15T00:00:00.000Z' };
  assert.equal(answerDue(RECEIVED, false, [pause], CLOCK_RULES), '2026-04-10T10:00:00.000Z');
  assert.equal(
    answerDue(RECEIVED, false, [pause, { from: '2026-03-20T00:00:00.000Z' }], CLOCK_RULES),
    undefined,
  );
  const backwards = { from: pause.to, to: pause.from };
  assert.equal(answerDue(RECEIVED, false, [backwards], CLOCK_RULES), '2026-03-31T10:00:00.000Z');
});

test('the due moment moves by exactly what the pauses amount to', () => {
  const days = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(fc.array(days, { maxLength: 6 }), fc.boolean(), (lengths, isUrgent) => {
      const pauses = lengths.map((length, at) => {
        const from = daysAfter(RECEIVED, at * 401);
        return { from, to: daysAfter(from, length) };
      });
      const unmoved = answerDue(RECEIVED, isUrgent, [], CLOCK_RULES)!;
      const total = lengths.reduce((sum, length) => sum + length, 0);
      assert.equal(answerDue(RECEIVED, isUrgent, pauses, CLOCK_RULES), daysAfter(unmoved, total));
    }),
  );
});
