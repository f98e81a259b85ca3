/** Readings on pages: each place as what it is, one sentence for those who listen, and other marks left as they stand. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseReading } from '../../src/domain/marks/reading.ts';
import { markStrip, readingStrip } from '../../src/doors/web/strip.ts';
import { CATALOGUES } from '../../src/doors/web/words/languages.ts';

const { en, fr, ar } = CATALOGUES;
const drawn = (text: string, words = en, size: 'small' | 'large' = 'large'): string =>
  String(readingStrip(words, parseReading(text).reading, size));
const kinds = (page: string): readonly string[] =>
  [...page.matchAll(/class="cell (\w+)"/g)].map(([, kind]) => kind!);
const aloud = (page: string): string =>
  (/<span class="aloud">([^<]*)</.exec(page)?.[1] ?? '').replace(/[\u2066-\u2069]/g, '');

test('each place has a shape of its own, a word where it is large, and the strip runs left to right', () => {
  const large = drawn('…K~[2Z]?A');
  assert.deepEqual(kinds(large), ['lost', 'worn', 'either', 'unknown', 'legible']);
  assert.deepEqual(
    [...large.matchAll(/<small>(\w+)</g)].map(([, word]) => word),
    ['lost', 'worn', 'either', 'unknown'],
  );
  const small = drawn('…K~[2Z]?A', ar, 'small');
  assert.deepEqual(kinds(small), kinds(large));
  assert.doesNotMatch(small, /<small>/);
  for (const one of [large, small])
    assert.match(one, /<bdi dir="ltr" class="code cells" aria-hidden="true">/);
});

test('whoever listens gets one sentence in the language of the page', () => {
  assert.equal(
    aloud(drawn('K~[2Z]?3…')),
    'Read place by place: K worn, either 2 or Z, one unknown, 3, a stretch lost.',
  );
  assert.equal(aloud(drawn('K~[2Z]', fr)), 'Lu place par place : K usé, ou bien 2 ou Z.');
  assert.equal(aloud(drawn('A?', ar)), 'القراءة خانة بخانة: A، خانة مجهولة.');
});

test('a mark that tells its places has its text beside it; any other stands as it was written', () => {
  const told = String(markStrip(en, 'ZQ-04[17]', { size: 'large' }));
  assert.deepEqual(kinds(told), ['legible', 'legible', 'legible', 'legible', 'either']);
  assert.match(told, /as written: <bdi[^>]*>ZQ-04\[17\]</);
  assert.doesNotMatch(String(markStrip(en, 'ZQ-04[17]', { size: 'small' })), /as written/);
  for (const text of ['ZQ-0417', 'MADE IN ?', '<b>?', `?${'A'.repeat(40)}`, '***'])
    assert.deepEqual(kinds(String(markStrip(en, text, { size: 'large', worn: true }))), [], text);
  assert.doesNotMatch(String(markStrip(en, '<b>?', { size: 'large' })), /<b>/);
});
