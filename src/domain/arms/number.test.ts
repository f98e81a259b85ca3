/** The State number survives a bad telephone line: every wrong character and every exchange is noticed, exhaustively on samples. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeStateNumber, parseStateNumber } from './number.ts';

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const random = fc.uint8Array({ minLength: 8, maxLength: 8 });
const SAMPLES = [
  [0, 0, 0, 0, 0, 0, 0, 0],
  [1, 2, 3, 4, 5, 6, 7, 8],
  [31, 0, 31, 5, 17, 22, 9, 30],
  [255, 7, 99, 140, 3, 3, 3, 200],
];

const numbers = SAMPLES.map((bytes) => makeStateNumber('XA', Uint8Array.from(bytes)));
const bodyOf = (number: string): string => number.slice(3).replace('-', '');

test('ITI 9: a State number that was made is read back, however it was written or said', () => {
  fc.assert(
    fc.property(random, (bytes) => {
      const number = makeStateNumber('XA', bytes);
      assert.match(number, /^XA-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
      const body = bodyOf(number);
      const ways = [number, number.toLowerCase(), `XA ${body}`, `xa.${body.slice(0, 3)} ${body.slice(3)}`];
      const said = `XA${body.replaceAll('0', 'O').replaceAll('1', 'I')}`;
      for (const way of [...ways, said, said.replaceAll('I', 'l')])
        assert.deepEqual(parseStateNumber(way), { number }, way);
    }),
  );
});

test('ITI 9: every single wrong character is noticed, and the right number is offered, never taken', () => {
  for (const number of numbers) {
    const body = bodyOf(number);
    for (let place = 0; place < 10; place++)
      for (const letter of ALPHABET) {
        if (letter === body[place]) continue;
        const wrong = `XA${body.slice(0, place)}${letter}${body.slice(place + 1)}`;
        assert.deepEqual(parseStateNumber(wrong), { wrong: 'check', perhaps: number }, wrong);
      }
  }
});

test('ITI 9: every exchange of two characters is noticed', () => {
  for (const number of numbers) {
    const body = bodyOf(number);
    for (let a = 0; a < 10; a++)
      for (let b = a + 1; b < 10; b++) {
        if (body[a] === body[b]) continue;
        const letters = [...body];
        [letters[a], letters[b]] = [letters[b]!, letters[a]!];
        assert.ok(!('number' in parseStateNumber(`XA${letters.join('')}`)), letters.join(''));
      }
  }
});

test('ITI 9: any two wrong characters are noticed', () => {
  fc.assert(
    fc.property(random, fc.nat(9), fc.nat(9), fc.nat(30), fc.nat(30), (bytes, a, b, first, second) => {
      fc.pre(a !== b);
      const letters = [...bodyOf(makeStateNumber('XA', bytes))];
      for (const [place, step] of [
        [a, first + 1],
        [b, second + 1],
      ] as const)
        letters[place] = ALPHABET[(ALPHABET.indexOf(letters[place]!) + step) % 32]!;
      assert.ok(!('number' in parseStateNumber(`XA${letters.join('')}`)));
    }),
  );
});

test('what has not the shape of a State number is said to have another', () => {
  for (const text of [
    '',
    'XA',
    'XA-DTRC5-4GCS',
    'X1-DTRC5-4GCS7',
    'XA-DTRC5-4GCSU',
    `XA-DTRC5-4GCS7${'0'.repeat(5000)}`,
  ])
    assert.deepEqual(parseStateNumber(text), { wrong: 'shape' });
});

test('State numbers do not count the arms: neighbouring draws have nothing in common', () => {
  const bytes = [Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 1]), Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 2])];
  const [one, two] = bytes.map((draw) => makeStateNumber('XA', draw));
  assert.notEqual(one!.slice(-2), two!.slice(-2));
});
