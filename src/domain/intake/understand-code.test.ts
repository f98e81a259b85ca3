/** What is understood of codes on arms: GS1 elements in each writing, State numbers, serials, and what is none of them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { makeStateNumber } from '../arms/number.ts';
import { CODE_TEXT_MAX, shownCode, understandCode } from './understand-code.ts';

const NUMBER = makeStateNumber('XA', Uint8Array.from([7, 1, 9, 30, 4, 22, 11, 2]));
const GTIN = '09501101530003';

const told = (text: string, isGs1 = false): string => {
  const { is, elements, start } = understandCode(text, isGs1);
  const parts = elements.map(({ ai, means, value }) => `${ai} ${means} ${value}`);
  return [is, ...parts, ...(start ? [`-> ${start.by} ${start.text}`] : [])].join(' | ');
};

test('elements of GS1 are taken apart, whichever way they are written', () => {
  const all = `gs1 | 01 gtin ${GTIN} | 21 serial KJT-82103 | -> serial KJT82103`;
  assert.equal(told(`01${GTIN}21KJT-82103`, true), all);
  assert.equal(told(`(01)${GTIN}(21)KJT-82103`), all);
  assert.equal(told(`01${GTIN}21KJT-82103`), all);
  assert.equal(told(`https://id.example/01/${GTIN}/21/KJT-82103?x=1`), all);
  assert.equal(
    told(`21A7\u001d10L1\u001d11240131250B8`, true),
    'gs1 | 21 serial A7 | 10 lot L1 | 11 made 240131 | 250 second-serial B8 | -> serial A7',
  );
  assert.equal(told(`01${GTIN}`, true), `gs1 | 01 gtin ${GTIN}`);
  assert.equal(
    told(`8004A1\u001d3103000750`, true),
    'gs1 | 8004 asset A1 | 3103 other 000750 | -> serial A1',
  );
});

test('a State number is found alone and as the serial of elements, however it is written', () => {
  assert.equal(told(NUMBER), `state-number | -> number ${NUMBER}`);
  assert.equal(told(NUMBER.toLowerCase().replaceAll('-', '')), `state-number | -> number ${NUMBER}`);
  assert.equal(told(`21${NUMBER}`, true), `gs1 | 21 serial ${NUMBER} | -> number ${NUMBER}`);
});

test('a serial is what is made of letters and digits, and its signs mean nothing more', () => {
  assert.equal(told('KJT 82103'), 'serial | -> serial KJT82103');
  assert.equal(told('S/N: KJT82103'), 'serial | -> serial KJT82103');
  assert.equal(told('AB*12#3'), 'serial | -> serial AB123');
  assert.equal(told('SN12'), 'serial | -> serial SN12');
});

test('what is no element, number or serial is something else', () => {
  for (const text of [
    '',
    'Made with care',
    'https://example.org/a1',
    'A'.repeat(41) + 1,
    '<script>1</script>',
  ])
    assert.equal(told(text), 'other');
  // Without its check digit, or cut off, a row of digits is no article number.
  assert.equal(told('01095011015300042'.padEnd(25, '1')).startsWith('serial'), true);
  assert.equal(told('0109501', true), 'serial | -> serial 0109501');
});

test('no text makes it fail, and all that is shown is bounded and seen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 900 }), fc.boolean(), (text, isGs1) => {
      understandCode(text, isGs1);
      const shown = shownCode(text);
      assert.ok(!/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u.test(shown));
      assert.ok(shown.length <= CODE_TEXT_MAX * 9);
    }),
  );
  assert.equal(shownCode('21A\u001d10B\u202e\u007f'), '21A␝10B[U+202E]␡');
  assert.equal(shownCode('7'.repeat(10_000)).length, CODE_TEXT_MAX);
});
