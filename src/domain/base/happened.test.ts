/** Times with their precision: reading them, comparing them, and where each stands in the order of happening. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  dayOf,
  earliestOf,
  type Happened,
  isSurelyBefore,
  latestOf,
  parseHappened,
  placeOf,
  precisionOf,
} from './happened.ts';

const at = (text: string): Happened => parseHappened(text)!;

test('a time carries its precision and is read back as it was written', () => {
  const precisions = { '': 'unknown', '2021': 'year', '2021-03': 'month', '2021-03-04': 'day' } as const;
  for (const [text, precision] of Object.entries(precisions)) {
    assert.equal(parseHappened(text), text);
    assert.equal(precisionOf(at(text)), precision);
  }
  assert.equal(precisionOf(at('2021-03-04T10:30:00.5Z')), 'instant');
});

test('what is no calendar date is refused, and nothing is guessed', () => {
  const wrong = [
    '2021-02-29',
    '2021-13',
    '2021-00-01',
    '0021',
    '21-03-04',
    '2021-03-04T24:00:00Z',
    '2021-3-4',
  ];
  for (const text of [...wrong, '2021-03-04T10:30Z', '2021-03-04 ', 'yesterday', '2021-03-04T10:30:00+01:00'])
    assert.equal(parseHappened(text), undefined, text);
  assert.equal(parseHappened('2024-02-29'), '2024-02-29');
});

test('an instant with a fraction comes after the same second without one', () => {
  assert.ok(earliestOf(at('2021-03-04T10:30:00Z')) < earliestOf(at('2021-03-04T10:30:00.5Z')));
  assert.ok(isSurelyBefore(at('2021-03-04T10:30:00.2Z'), at('2021-03-04T10:30:00.25Z')) === false);
  assert.ok(isSurelyBefore(at('2021-03-04T10:30:00.100Z'), at('2021-03-04T10:30:00.200Z')));
});

test('only what cannot overlap is surely before', () => {
  assert.ok(isSurelyBefore(at('2020'), at('2021-01-01')));
  assert.ok(isSurelyBefore(at('2021-03-04'), at('2021-03-05T00:00:00Z')));
  assert.ok(!isSurelyBefore(at('2021'), at('2021-06')));
  assert.ok(!isSurelyBefore(at('2021-03-04'), at('2021-03-04T23:00:00Z')));
  assert.ok(!isSurelyBefore(at(''), at('2021')));
  assert.ok(!isSurelyBefore(at('2021'), at('')));
});

test('the day is given only where it is known', () => {
  assert.equal(dayOf(at('2021-03-04T10:30:00Z')), '2021-03-04');
  assert.equal(dayOf(at('2021-03')), undefined);
});

test('an event stands at the last moment it can have happened, never after it was recorded', () => {
  const recorded = '2021-07-01T09:00:00.000Z';
  assert.equal(placeOf(at('2021'), recorded), recorded);
  assert.equal(placeOf(at('2020'), recorded), latestOf(at('2020')));
  assert.equal(placeOf(at(''), recorded), recorded);
  assert.equal(placeOf(at('2021-03-04T10:30:00Z'), recorded), '2021-03-04T10:30:00.999Z');
  assert.equal(placeOf(at('2023'), recorded), earliestOf(at('2023')));
});

test('a place never leaves what the time may mean, and keeps the order of times that do not overlap', () => {
  const time = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .chain((date) => fc.constantFrom(4, 7, 10, 24).map((length) => at(date.toISOString().slice(0, length))));
  const recorded = fc
    .date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString());
  fc.assert(
    fc.property(time, time, recorded, recorded, (a, b, first, second) => {
      const place = placeOf(a, first);
      assert.ok(earliestOf(a) <= place && place <= latestOf(a));
      if (isSurelyBefore(a, b)) assert.ok(place < placeOf(b, second));
    }),
  );
});
