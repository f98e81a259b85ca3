/** The fold of serials: the same for what looks alike, one byte a place, for every script that is met. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ANY, CLASS_BYTES, classOf, foldSerial, looksAlike } from './look-alike.ts';
import { parseReading } from './reading.ts';

test('what is taken for each other folds to one key', () => {
  for (const [a, b] of [
    ['KJT82100', 'KJTB2IOO'],
    ['A0142349', 'AO142349'],
    ['АВ1234', 'AB1234'],
    ['GC5', 'CG5'],
    ['ZZ17', '2271'],
  ] as const)
    assert.equal(foldSerial(a), foldSerial(b), `${a} ${b}`);
  assert.notEqual(foldSerial('KJT82100'), foldSerial('KJT82300'));
  assert.ok(looksAlike('0', 'O') && looksAlike('8', 'B') && looksAlike('В', '8'));
  assert.ok(!looksAlike('0', '0') && !looksAlike('3', '8') && !looksAlike('ʔ', 'ƍ'));
});

test('the fold has one byte for each place, and its classes are all told', () => {
  const character = fc.constantFrom(
    ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯΑΒΓΔΩ',
    ANY,
    '字',
  );
  fc.assert(
    fc.property(fc.array(character, { maxLength: 20 }), (characters) => {
      const folded = foldSerial(characters.join(''));
      assert.equal(folded.length, characters.length);
      assert.match(folded, /^[\x21-\x7e]*$/);
      for (const byte of folded) assert.ok(byte === ANY || CLASS_BYTES.includes(byte), byte);
      assert.equal([...folded].reverse().join(''), foldSerial([...characters].reverse().join('')));
    }),
  );
});

test('every letter and digit that a reading of Latin, Cyrillic or Greek can hold has a class of its own kind', () => {
  const letters =
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЇЄЈΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ';
  for (const { may } of parseReading(letters.slice(0, 40)).reading.places)
    assert.notEqual(classOf(may), '~', may);
  for (const letter of letters) assert.notEqual(classOf(letter), '~', letter);
});
