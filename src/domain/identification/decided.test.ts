/** What decisions on one reading and arm open, and to whom: every way in which they do not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALONE_FROM, type Decided, type Decision, MATCH_OPENS_DAYS, opensUntil } from './decided.ts';

const AT = '2026-03-01T00:00:00.000Z';
const UNTIL = '2026-03-31T00:00:00.000Z';
const NOW = Date.parse(AT) + 1000;
const by = (operator: string, decision: Decision, probability = ALONE_FROM): Decided => ({
  operator,
  at: AT,
  decision,
  probability,
});

test('the latest counts, one’s own must be the same, and one alone must have the machine with him', () => {
  assert.equal(MATCH_OPENS_DAYS, 30);
  const open = { until: UNTIL };
  const cases: readonly (readonly [readonly Decided[], ReturnType<typeof opensUntil>, string])[] = [
    [[by('me', 'same')], open, 'alone, from half on'],
    [[by('me', 'same', 0.4999)], { closed: 'second-needed' }, 'alone, below half'],
    [[by('you', 'same', 0.1), by('me', 'same', 0.1)], open, 'a second officer after'],
    [[by('me', 'same', 0.1), by('you', 'same', 0.1)], open, 'a second officer before'],
    [[by('me', 'same', 0.1), by('you', 'unsure')], { closed: 'second-needed' }, 'the other is not sure'],
    [[by('you', 'same'), by('me', 'unsure')], { closed: 'not-same' }, 'the other is sure and I am not'],
    [[by('you', 'same'), by('me', 'not-same')], { closed: 'not-same' }, 'the other says so and I do not'],
    [[by('you', 'not-same'), by('me', 'same')], { closed: 'not-same' }, 'denied since'],
    [[by('you', 'unsure'), by('me', 'same')], { closed: 'not-same' }, 'doubted since'],
    [[by('me', 'same'), by('you', 'not-same')], open, 'denied before'],
    [[by('you', 'same')], { closed: 'not-same' }, 'only the other decided'],
    [[], { closed: 'not-same' }, 'nobody decided'],
  ];
  for (const [decided, wanted, name] of cases) assert.deepEqual(opensUntil(decided, 'me', NOW), wanted, name);
});

test('it ends at the moment it is said to end', () => {
  const ends = Date.parse(UNTIL);
  assert.deepEqual(opensUntil([by('me', 'same')], 'me', ends - 1), { until: UNTIL });
  assert.deepEqual(opensUntil([by('me', 'same')], 'me', ends), { closed: 'ended' });
});
