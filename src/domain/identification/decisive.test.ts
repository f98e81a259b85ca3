/** What to look at next: the place or the word on which likely candidates differ most. B-08. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decisiveOf, type Likely } from './decisive.ts';
import { LOOKUP } from './identification-fixtures.ts';
import { profileOf } from './profile.ts';

const NOTHING = profileOf(LOOKUP, {});
const likely = (probability: number, at: string, described: Likely['described'] = {}): Likely => ({
  probability,
  at: [...at].map((one) => (one === ' ' ? undefined : one)),
  described,
});

test('one candidate that is sure, or none at all, leaves nothing to decide', () => {
  assert.equal(decisiveOf([], NOTHING), undefined);
  assert.equal(decisiveOf([likely(0.98, 'AB1')], NOTHING), undefined);
});

test('the place on which they differ most decides, with what may stand there, the likeliest first', () => {
  const told = decisiveOf([likely(0.5, 'AB13'), likely(0.3, 'AB14'), likely(0.15, 'AX14')], NOTHING);
  assert.deepEqual(told, { what: 'place', place: 4, may: ['3', '4'] });
});

test('what nothing stands for at a place says nothing of it', () => {
  const told = decisiveOf([likely(0.5, 'A 1'), likely(0.4, 'AB2')], NOTHING);
  assert.deepEqual(told, { what: 'place', place: 3, may: ['1', '2'] });
});

test('where no place tells them apart, a word does that was not said yet', () => {
  const both = [
    likely(0.5, 'AB1', { maker: 'Northgate', calibre: '9x19' }),
    likely(0.4, 'AB1', { maker: 'Hillside', calibre: '9x19' }),
  ];
  assert.deepEqual(decisiveOf(both, NOTHING), { what: 'maker', may: ['Northgate', 'Hillside'] });
  const asked = profileOf(LOOKUP, { maker: 'Northgate' });
  assert.deepEqual(decisiveOf(both, asked), { what: 'another-mark' });
});

test('where nothing tells them apart, another number of the arm would', () => {
  assert.deepEqual(decisiveOf([likely(0.5, 'AB1'), likely(0.4, 'AB1')], NOTHING), { what: 'another-mark' });
});
