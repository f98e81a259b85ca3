/** Two descriptions of one arm or of two: damages of a number speak little against, a neighbour of the lot much. A-10, B-10. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseReading } from '../marks/reading.ts';
import { type Comparison, compareSides, sideOf } from './compare.ts';
import { LOOKUP, WEIGHTS } from './identification-fixtures.ts';
import { makeIdentifier } from './identifier.ts';
import type { Described } from './profile.ts';

const identifier = makeIdentifier(LOOKUP, WEIGHTS);
const RIFLE: Described = {
  maker: 'Northgate',
  model: 'N4',
  calibre: '7.62x39',
  class: 'assault-rifle',
  country: 'BR',
};
const compare = (a: string, b: string, ofA: Described = RIFLE, ofB: Described = RIFLE): Comparison => {
  const side = (text: string, said: Described) =>
    sideOf(identifier, text === '' ? undefined : parseReading(text).reading, identifier.profile(said));
  return compareSides(identifier, side(a, ofA), side(b, ofB));
};

const prefix = fc.string({ unit: fc.constantFrom(...'ABCDEFGHJKLMNPRSTUVWXYZ'), minLength: 3, maxLength: 3 });
const digits = fc.integer({ min: 10_000, max: 99_999 });

test('one number in one description is one arm, even where the words beside it are unknown', () => {
  fc.assert(
    fc.property(prefix, digits, (letters, number) => {
      const text = `${letters}${number}`;
      assert.ok(compare(text, text).probability > 0.999);
      assert.ok(compare(text, text, RIFLE, {}).probability > 0.99);
    }),
  );
});

test('neighbours in a lot are never taken for one arm, however well the words agree', () => {
  fc.assert(
    fc.property(prefix, digits, fc.integer({ min: 1, max: 999 }), (letters, number, apart) => {
      const other = number + apart > 99_999 ? number - apart : number + apart;
      const { probability } = compare(`${letters}${number}`, `${letters}${other}`);
      assert.ok(probability < 0.5, `${letters}${number} ${letters}${other}: ${probability}`);
    }),
    { numRuns: 300 },
  );
});

test('what hurried people do to a number leaves one arm one arm', () => {
  for (const [a, b] of [
    ['KVW00796', 'KVK00796'],
    ['A0142349', 'AO142349'],
    ['LR020865', 'LRO20865'],
    ['SNE52342', 'SEN52342'],
    ['AJA04052', 'AJA4052'],
    ['AJA04148', 'JA04148'],
    ['331-380??', '33138059'],
  ] as const) {
    const { probability } = compare(a, b);
    assert.ok(probability > 0.9, `${a} ${b}: ${probability}`);
  }
});

test('a number of five digits alone is weak evidence, and none where maker and class contradict', () => {
  const other: Described = { maker: 'Hillside', calibre: '9x19 Luger', class: 'pistol' };
  assert.ok(compare('16368', '16368', RIFLE, other).probability < 0.05);
  assert.ok(
    compare('16368', '16368', {}, {}).probability < compare('AJK16368', 'AJK16368', {}, {}).probability,
  );
});

test('short numbers that differ give a figure too', () => {
  for (const [a, b] of [
    ['00', '03'],
    ['7', '8'],
    ['A12', 'A13'],
  ] as const)
    assert.ok(compare(a, b, {}, {}).probability < 0.01, `${a} ${b}`);
});

test('a letter misread speaks less against than a last digit that differs', () => {
  assert.ok(compare('AHA04148', 'AJA04148').totalBits > compare('AHA04148', 'AHA04149').totalBits + 5);
});

test('without a number there are words alone; with nothing, the prior', () => {
  assert.equal(compare('', 'AHA04148').bits.serial, undefined);
  assert.ok(compare('', '').probability < 0.05);
  const { totalBits, probability } = compare('', '', {}, {});
  assert.equal(totalBits, 0);
  assert.ok(Math.abs(probability - 1 / (1 + 2 ** WEIGHTS.pairBits)) < 1e-9);
});

test('it does not matter which description comes first', () => {
  const number = fc.string({ unit: fc.constantFrom(...'0123AB?'), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(number, number, (a, b) => {
      assert.ok(Math.abs(compare(a, b).totalBits - compare(b, a).totalBits) < 1e-9, `${a} ${b}`);
    }),
  );
});
