/** A receipt's code survives paper, voices and keyboards, and one changed letter never passes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LETTERS } from '../base/letters.ts';
import { commitment, leafHash } from './hash.ts';
import { formatReceipt, parseReceipt, parseReceiptCode, receiptCode } from './receipt.ts';

const salt = fc.uint8Array({ minLength: 16, maxLength: 16 });
const body = fc.uint8Array({ minLength: 2, maxLength: 60 });
const codes = fc.tuple(salt, body).map(([salt, body]) => receiptCode(salt, body));
const SAMPLE = receiptCode(Buffer.alloc(16, 7), Buffer.from('{"v":1}'));
const bare = (code: string): string => code.replaceAll('-', '');

test('a code is the same for the same entry, for ever, and another for another salt or body', () => {
  assert.equal(SAMPLE, receiptCode(Buffer.alloc(16, 7), Buffer.from('{"v":1}')));
  assert.equal(SAMPLE, 'SASE-V2DZ-EQP');
  assert.notEqual(SAMPLE, receiptCode(Buffer.alloc(16, 8), Buffer.from('{"v":1}')));
  assert.notEqual(SAMPLE, receiptCode(Buffer.alloc(16, 7), Buffer.from('{"v":2}')));
});

test('the published tree does not give the code away: the same leaf under another salt has another code', () => {
  const [one, other] = [Buffer.alloc(16, 1), Buffer.alloc(17, 1)];
  // The same bytes split elsewhere between salt and body make the same leaf.
  const [first, second] = [Buffer.from('\u0001x'), Buffer.from('x')];
  assert.deepEqual(leafHash(commitment(one, first)), leafHash(commitment(other, second)));
  assert.notEqual(receiptCode(one, first), receiptCode(other, second));
});

test('a code is read back however it was written or said', () => {
  fc.assert(
    fc.property(codes, (code) => {
      assert.match(code, /^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}$/);
      const plain = bare(code);
      const ways = [
        code,
        code.toLowerCase(),
        plain,
        ` ${plain.slice(0, 3)} ${plain.slice(3)}\n`,
        code.replaceAll('-', ' – '),
        `\u2066${code}\u2069`,
        code.replaceAll('0', 'O').replaceAll('1', 'I'),
        code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('v', 'u'),
        code.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit))),
      ];
      for (const way of ways) assert.deepEqual(parseReceiptCode(way), { code }, way);
    }),
  );
});

test('one changed letter never passes, and no exchange of two', () => {
  fc.assert(
    fc.property(codes, (code) => {
      const plain = bare(code);
      for (let place = 0; place < plain.length; place++) {
        for (const letter of LETTERS) {
          if (letter === plain[place]) continue;
          const wrong = `${plain.slice(0, place)}${letter}${plain.slice(place + 1)}`;
          assert.deepEqual(parseReceiptCode(wrong), { wrong: 'check' }, wrong);
        }
        for (let other = place + 1; other < plain.length; other++) {
          const letters = [...plain];
          [letters[place], letters[other]] = [letters[other]!, letters[place]!];
          if (letters.join('') === plain) continue;
          assert.deepEqual(parseReceiptCode(letters.join('')), { wrong: 'check' });
        }
      }
    }),
    { numRuns: 20 },
  );
});

test('what has not the shape of a code is told apart, and nothing long is looked at', () => {
  for (const text of [
    '',
    'SOMETHING',
    `${bare(SAMPLE)}0`,
    bare(SAMPLE).slice(1),
    '?'.repeat(11),
    '0'.repeat(100_000),
  ])
    assert.deepEqual(parseReceiptCode(text), { wrong: 'shape' });
  fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => void parseReceiptCode(text)));
});

test('codes use all their bits: no letter tells anything of the next one', () => {
  const pairs = Array.from({ length: 10 }, () => new Set<string>());
  for (let number = 0; number < 4000; number++) {
    const code = bare(receiptCode(Buffer.alloc(16, number & 255), Buffer.from(`entry ${number}`)));
    for (const [place, seen] of pairs.entries()) seen.add(code.slice(place, place + 2));
  }
  // Of 1024 pairs, 4000 even draws leave some 20 out.
  for (const seen of pairs) assert.ok(seen.size > 960, String(seen.size));
});

test('the text of the two-dimensional code is short, in capitals, and read back in any case', () => {
  const count = fc.nat({ max: 2 ** 31 - 2 });
  fc.assert(
    fc.property(codes, fc.uuid({ version: 7 }), count, count, (code, entry, leaf, more) => {
      const facts = { about: 'XA-7K4Q9-2MTKP', entry, leaf, size: leaf + 1 + more, code };
      const text = formatReceipt(facts);
      // Only what the dense mode of a QR code can hold.
      assert.match(text, /^CM1:[0-9A-Z:/-]+$/);
      assert.ok(text.length < 100, text);
      assert.deepEqual(parseReceipt(text), facts);
      assert.deepEqual(parseReceipt(`${text.toLowerCase()} `), facts);
      assert.deepEqual(parseReceipt(formatReceipt({ ...facts, about: entry })), { ...facts, about: entry });
    }),
  );
});

test('a two-dimensional code of another kind, cut or bent is none of ours', () => {
  const entry = '0190a1b2-0000-7000-8000-000000000001';
  const good = formatReceipt({ about: 'XA-7K4Q9-2MTKP', entry, leaf: 4, size: 5, code: SAMPLE });
  assert.ok(parseReceipt(good));
  const last = good.at(-1)!;
  const bent = [
    good.slice(1),
    good.slice(0, -1),
    `${good}/1`,
    good.replace('CM1', 'CM2'),
    good.replace('/4/5/', '/5/5/'),
    good.replace('/4/5/', '/04/5/'),
    good.replace('XA-', 'X1-'),
    `${good.slice(0, -1)}${last === 'A' ? 'B' : 'A'}`,
    `https://example.org/${good}`,
  ];
  for (const text of bent) assert.equal(parseReceipt(text), undefined, text);
});
