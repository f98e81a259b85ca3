/** What people type of a mark becomes readings: the grammar as it is, sentences part by part, rubbish as nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatReading } from '../marks/reading.ts';
import { READING_WORDS_MAX, understandReading } from './understand-reading.ts';

const seen = (text: string): readonly (readonly [string, string, string])[] =>
  understandReading(text).readings.map(({ part, condition, reading }) => [
    part,
    condition,
    formatReading(reading),
  ]);

test('the written grammar is taken as it is', () => {
  assert.deepEqual(seen('KJT 82100'), [['arm', 'legible', 'KJT82100']]);
  assert.deepEqual(seen('AB1?3'), [['arm', 'partly-legible', 'AB1?3']]);
  assert.deepEqual(seen('…03971'), [['arm', 'partly-legible', '…03971']]);
  assert.deepEqual(seen('D8624[60]'), [['arm', 'partly-legible', 'D8624[06]']]);
});

test('sentences give a reading for each part, with what is said of it', () => {
  assert.deepEqual(seen('slide Q17942 frame Q17959'), [
    ['slide', 'legible', 'Q17942'],
    ['frame', 'legible', 'Q17959'],
  ]);
  assert.deepEqual(seen('number removed, restored by etching QXJ 82103'), [['arm', 'restored', 'QXJ82103']]);
});

test('a place that may be one of two is said in words', () => {
  assert.deepEqual(seen('Q86243? (o último pode ser 6 ou 0)'), [['arm', 'partly-legible', 'Q86243[06]']]);
  assert.deepEqual(seen('Q862436 (last digit 6 or 0)').at(0)?.[2], 'Q86243[06]');
});

test('what holds no character of a mark is no reading, and a text without end is bounded', () => {
  for (const nothing of ['', '   ', 'removed', 'sem numeração', '🔫🔫', '…', '---'])
    assert.deepEqual(seen(nothing), [], nothing);
  const endless = understandReading('Q1 '.repeat(5_000));
  assert.ok(endless.leftOut.some(({ why }) => why === 'too-long'));
  assert.ok(endless.readings.every(({ reading }) => reading.places.length <= 40));
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: READING_WORDS_MAX + 50 }), (text) => {
      for (const { reading } of understandReading(text).readings) assert.ok(reading.places.length > 0);
    }),
  );
});
