/** The written grammar of readings: what each sign means, that nothing breaks it, and that writing and parsing are inverse. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  CHOICES_MAX,
  factsOf,
  formatReading,
  isWhole,
  PLACES_MAX,
  parseReading,
  READING_TEXT_MAX,
  type Reading,
} from './reading.ts';

const written = (text: string): string => formatReading(parseReading(text).reading);

test('a plain serial is a place for each character, whatever parts its groups', () => {
  for (const text of [
    'KTJ82103',
    'ktj82103',
    'KTJ 82103',
    'KTJ-821.03',
    'KTJ/82103',
    ' KTJ_82103'.replace('_', '-'),
  ])
    assert.equal(written(text), 'KTJ82103', text);
  assert.ok(isWhole(parseReading('KTJ 82103').reading));
});

test('each sign of the grammar means one thing', () => {
  assert.equal(written('AB1?3'), 'AB1?3');
  assert.equal(written('AB1_3'), 'AB1?3');
  assert.equal(written('D8624[60]'), 'D8624[06]');
  assert.equal(written('D8624[6/0]'), 'D8624[06]');
  assert.equal(written('D8624(6|0)'), 'D8624[06]');
  assert.equal(
    written('D8624[6 or 0]'),
    'D8624[06OR]',
    'words are no part of the grammar: letters are letters',
  );
  assert.equal(written('...03971'), '…03971');
  assert.equal(written('*03971'), '…03971');
  assert.equal(written('AB….12*'), 'AB…12…');
  assert.equal(written('AB7~1'), 'AB7~1');
  assert.equal(written('(AB)12'), 'AB12', 'brackets around a group are only brackets');
  assert.deepEqual(factsOf(parseReading('…A7~?[60]').reading), {
    read: 1,
    worn: [2],
    unknown: [3],
    either: [{ place: 4, may: '06' }],
    lost: ['beginning'],
  });
});

test('digits of other scripts are digits, letters keep their script', () => {
  assert.equal(written('١٢٣٤٥'), '12345');
  assert.equal(written('۱۲۳'), '123');
  assert.equal(written('ＡＢ１２'), 'AB12');
  assert.equal(written('ав 1234'), 'АВ1234');
  assert.notEqual(written('АВ1234'), 'AB1234');
  assert.equal(written('AB\u202e12\u200f'), 'AB12', 'marks that turn writing round are not seen');
});

test('what is no part of the grammar is left out and said', () => {
  assert.deepEqual(parseReading('AB🔫12').leftOut, [{ why: 'no-character', text: '🔫' }]);
  assert.equal(written('AB🔫12'), 'AB12');
  assert.equal(written('[AB12'), 'AB12', 'a bracket that stays open is no choice');
  assert.equal(written('A[]B'), 'AB');
  assert.equal(written('A[0123456789]B'), 'A?B', 'one of ten is no knowledge');
  assert.deepEqual(parseReading('').reading, { places: [], gaps: [] });
  assert.deepEqual(parseReading('…').reading, { places: [], gaps: [] }, 'a gap alone is no reading');
});

test('a text without end is bounded', () => {
  const { reading, leftOut } = parseReading('1'.repeat(10_000));
  assert.equal(reading.places.length, PLACES_MAX);
  assert.ok(leftOut.some(({ why }) => why === 'too-long'));
  assert.ok(parseReading('🔫'.repeat(READING_TEXT_MAX)).leftOut.length <= 5);
});

const place = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'ABKXZ0179ВΩЖ').map((may) => ({ may })) },
  { weight: 1, arbitrary: fc.constant({ may: '' }) },
  { weight: 1, arbitrary: fc.constantFrom('06', '8B', '017').map((may) => ({ may })) },
  { weight: 1, arbitrary: fc.constantFrom('A', '7').map((may) => ({ may, worn: true as const })) },
);
const reading: fc.Arbitrary<Reading> = fc
  .record({
    places: fc.array(place, { minLength: 1, maxLength: PLACES_MAX }),
    gaps: fc.uniqueArray(fc.nat(PLACES_MAX), { maxLength: 3 }),
  })
  .map(({ places, gaps }) => ({
    places,
    gaps: gaps.filter((at) => at <= places.length).sort((a, b) => a - b),
  }));

test('writing a reading and parsing it gives the same reading', () => {
  fc.assert(
    fc.property(reading, (one) => {
      const parsed = parseReading(formatReading(one));
      assert.deepEqual(parsed, { reading: one, leftOut: [] });
    }),
    { numRuns: 500 },
  );
});

test('no text breaks the parser, and what it makes of one is its own canonical form', () => {
  const signs = fc.constantFrom(
    ...'AB019?_*…~[]()|/ .-',
    '...',
    'ß',
    'İ',
    '٣',
    '\ud800',
    '🔫',
    '\u0323',
    '\u0000',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.array(signs).map((all) => all.join('')),
      ),
      (text) => {
        const { reading: one } = parseReading(text);
        assert.ok(one.places.length <= PLACES_MAX);
        assert.ok(one.places.every(({ may }) => [...may].length <= CHOICES_MAX));
        assert.deepEqual(parseReading(formatReading(one)).reading, one);
      },
    ),
    { numRuns: 1000 },
  );
});
