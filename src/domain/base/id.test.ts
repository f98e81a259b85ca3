/** Ids are made in the order of time and read back, and nothing else is read as one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseUuid, uuidV7 } from './id.ts';

const random = fc.uint8Array({ minLength: 12, maxLength: 12 });

test('an id that was made is read back, in capitals too', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), random, (millis, bytes) => {
      const id = uuidV7(millis, bytes, 2);
      assert.equal(parseUuid(id.toUpperCase()), id);
      assert.equal(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16), millis);
      assert.match(id, /^.{14}7.{4}[89ab]/);
    }),
  );
});

test('ids follow each other in the order of time', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 47 }),
      fc.integer({ min: 1, max: 1e9 }),
      random,
      (at, more, bytes) => {
        assert.ok(uuidV7(at, bytes) < uuidV7(at + more, bytes));
      },
    ),
  );
});

test('what is no id is not read as one', () => {
  const good = uuidV7(1, new Uint8Array(10));
  for (const text of [
    '',
    good.slice(1),
    `${good}0`,
    good.replace('-', ' '),
    ` ${good}`,
    good.replace(/7/, '0'),
  ])
    assert.equal(parseUuid(text), undefined, text);
  assert.equal(parseUuid('00000000-0000-0000-0000-000000000000'), undefined);
});
