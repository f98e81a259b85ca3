/** Late records, events of one time, corrections and corrections of corrections. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { armyRifle, huntingRifle, SERIAL, told } from '../../../test/custody/telling.ts';
import { armState } from './fold.ts';
import { byHappening, correctionsIn, inOrder } from './order.ts';
import { isLate } from './spans.ts';

const recorded = (day: string) => ({ recorded: `${day}T12:00:00.000Z` });

test('A-02: a correction takes the wrong entry out of the fold, and the audit keeps both', () => {
  const wrong = told('destroyed', '2020-01-01');
  const corrected = told('corrected', '2020-02-01', { about: wrong.entry, why: 'another serial' });
  const events = [armyRifle(), wrong, corrected];
  assert.equal(armState(events).ended, undefined);
  assert.equal(armState(events).entries, 3);
  assert.deepEqual([...correctionsIn(events)], [[wrong.entry, corrected.entry]]);
  assert.equal(byHappening(events).length, 3);
});

test('A-02: a correction that was wrong itself no longer holds', () => {
  const destroyed = told('destroyed', '2020-01-01');
  const corrected = told('corrected', '2020-02-01', { about: destroyed.entry });
  const again = told('corrected', '2020-03-01', { about: corrected.entry });
  assert.equal(armState([armyRifle(), destroyed, corrected, again]).ended?.at, '2020-01-01');
});

test('A-02: a corrected registration leaves the arm registered, with what the correction does not replace', () => {
  const rifle = armyRifle();
  const entry = 'entry-z';
  const corrected = told('corrected', '2020-02-01', { about: rifle.entry, entry });
  const keeper = told('received', '2019-01-10', {
    entry,
    to: { keeper: 'right depot' },
    ...recorded('2020-02-01'),
  });
  const state = armState([rifle, corrected, keeper]);
  assert.deepEqual(state.now, { keeper: 'right depot' });
  assert.deepEqual(
    [state.description.class, state.marks[0]?.text, state.number?.number],
    ['assault-rifle', 'ZQ-0417', 'XA-DTRC5-4GCS7'],
  );
  const reread = told('mark-read', '2020-02-01', { entry, marks: [{ ...SERIAL, text: 'ZQ-0471' }] });
  const marks = armState([rifle, corrected, reread]).marks.map((mark) => mark.text);
  assert.deepEqual(marks, ['ZQ-0471']);
});

test('a correction of itself or of nothing harms nothing', () => {
  const self = told('corrected', '2020-01-01', { entry: 'self', about: 'self' });
  const nothing = told('corrected', '2020-01-02', { about: 'not there' });
  assert.equal(armState([armyRifle(), self, nothing]).now.keeper, 'depot');
});

test('events of one entry keep their order; of two at one time the one recorded first comes first', () => {
  const [registered, held] = huntingRifle();
  const day = '2020-01-01';
  const one = told('issued', `${day}T10:00:00Z`, recorded('2020-01-03'));
  const two = told('returned', `${day}T10:00:00Z`, recorded('2020-01-02'));
  const types = inOrder([one, two, held!, registered!]).map((event) => event.type);
  assert.deepEqual(types, ['registered', 'held-under-right', 'returned', 'issued']);
});

test('recorded late means later than a week after the last moment it can have happened', () => {
  const late = (happened: string, when: string) => isLate({ ...told('sighted', happened), recorded: when });
  assert.ok(!late('2020-01-01', '2020-01-08T23:59:59.000Z'));
  assert.ok(late('2020-01-01', '2020-01-09T12:00:00.000Z'));
  assert.ok(late('2015', '2020-01-01T00:00:00.000Z'));
  assert.ok(!late('2019', '2020-01-05T00:00:00.000Z'));
  assert.ok(!late('', '2020-01-05T00:00:00.000Z'));
});
