/** What is an adequate mark, what is a conflict of readings, and what a mark is found by. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_SERIAL, SERIAL, TRANSFER_MARK } from '../../../test/custody/telling.ts';
import { hasReadableSerial, hasTransferMark, isSerialConflict, searchKey } from './adequate.ts';
import { MARK_CONDITIONS } from './mark.ts';

test('PoA II.8: only a legible or restored serial is an adequate mark', () => {
  const good = MARK_CONDITIONS.filter((condition) => hasReadableSerial([{ ...SERIAL, condition }]));
  assert.deepEqual(good, ['legible', 'restored']);
  assert.ok(!hasReadableSerial([{ ...SERIAL, text: '' }]));
  assert.ok(!hasReadableSerial([{ ...SERIAL, kind: 'maker' }]));
});

test('PoA II.8: a serial that was ground off since is not believed in', () => {
  const read = { ...SERIAL, entry: 'a' };
  assert.ok(!hasReadableSerial([read, { ...NO_SERIAL, entry: 'b' }]));
  assert.ok(hasReadableSerial([read, { ...NO_SERIAL, part: 'slide', entry: 'b' }]));
  assert.ok(hasReadableSerial([read, { ...NO_SERIAL, condition: 'not-examined', entry: 'b' }]));
  assert.ok(
    hasReadableSerial([
      { ...NO_SERIAL, entry: 'a' },
      { ...SERIAL, condition: 'restored', entry: 'b' },
    ]),
  );
  assert.ok(hasReadableSerial([SERIAL, NO_SERIAL]), 'two readings of one entry stand side by side');
});

test('FP 8(1)(c): a transfer mark counts where it can be read', () => {
  assert.ok(hasTransferMark([SERIAL, TRANSFER_MARK]));
  assert.ok(!hasTransferMark([{ ...TRANSFER_MARK, condition: 'overstamped' }]));
});

test('another serial on the same part is a conflict; another part, a worse look or another spelling is none', () => {
  assert.ok(isSerialConflict([SERIAL], { ...SERIAL, text: 'ZQ-0471' }));
  assert.ok(!isSerialConflict([SERIAL], { ...SERIAL, text: 'zq 0417' }));
  assert.ok(!isSerialConflict([SERIAL], { ...SERIAL, part: 'slide', text: 'ZQ-0471' }));
  assert.ok(!isSerialConflict([SERIAL], { ...SERIAL, text: 'ZQ-04', condition: 'partly-legible' }));
  assert.ok(!isSerialConflict([], SERIAL));
});

test('a search key leaves out separators, case and what cannot be seen, and no sign that tells arms apart', () => {
  assert.equal(searchKey(' zq‑0417 '.normalize()), searchKey('ZQ‑0417'));
  assert.equal(searchKey('ＺＱ.04/1\u200e7'), 'ZQ0417');
  assert.equal(searchKey('*0417'), '*0417');
  assert.notEqual(searchKey('O417'), searchKey('0417'));
});
