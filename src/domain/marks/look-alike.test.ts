/** What looks alike: both ways, across scripts, never a character for itself; and the fold that makes one key of it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ANY, alikeOf, COMMON_CLASSES, classOf, foldMark, RARE_CLASSES } from './look-alike.ts';

const LETTERS =
  'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯІЇЄЈΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ';

test('what is taken for each other is told, also across scripts', () => {
  for (const [a, b] of ['0O', '8B', '1I', '2Z', '5S', 'UV', 'BВ', 'AА', 'CС', '17', 'PR', 'IJ'])
    assert.ok(alikeOf(a!).includes(b!) && alikeOf(b!).includes(a!), `${a} ${b}`);
  assert.ok(!alikeOf('3').includes('7'));
  assert.equal(alikeOf('字'), '');
  for (const one of LETTERS) assert.ok(!alikeOf(one).includes(one), one);
});

test('what is taken for each other folds to one key; what truly differs does not', () => {
  for (const [a, b] of [
    ['KJT82100', 'KJTB2IOO'],
    ['A0142349', 'ao-142349'],
    ['АВ 1234', 'AB1234'],
    ['GC5', 'CG5'],
    ['٠١٢٣', '0123'],
  ] as const)
    assert.equal(foldMark(a), foldMark(b), `${a} ${b}`);
  assert.notEqual(foldMark('KJT82100'), foldMark('KJT82300'));
  assert.equal(foldMark('D8624[60]?'), `08624${ANY}${ANY}`);
});

test('every letter and digit of Latin, Cyrillic and Greek has a class of its own kind, and each stands in one', () => {
  for (const letter of LETTERS) assert.notEqual(classOf(letter), '~', letter);
  const classes = [...COMMON_CLASSES, ...RARE_CLASSES];
  assert.equal(new Set(classes).size, classes.length);
});

test('whatever was typed folds to at most forty bytes, never to nothing, and blanks between change nothing', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 90, unit: 'binary' }), (text) => {
      const folded = foldMark(text);
      assert.match(folded, /^[0-9A-Z?~a-z]{1,40}$/);
    }),
  );
  const character = fc.constantFrom(...LETTERS);
  fc.assert(
    fc.property(fc.array(character, { minLength: 1, maxLength: 20 }), (characters) => {
      assert.equal(foldMark(characters.join('')).length, characters.length);
      assert.equal(foldMark(characters.join('-')), foldMark(characters.join('')));
    }),
  );
});
