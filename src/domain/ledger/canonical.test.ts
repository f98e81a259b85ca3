/** Canonical bytes are the same for the same value, read back to it, and nothing else is read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from '../base/refusal.ts';
import { BODY_BYTES_MAX, canonicalBytes, canonicalText, parseCanonical } from './canonical.ts';

const json = fc.object({
  key: fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.constantFrom('10', '9', '', '__proto__', 'a"b'),
  ),
  values: [
    fc.string({ unit: 'binary', maxLength: 8 }).filter((text) => text.isWellFormed()),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
  ],
  maxDepth: 3,
});

function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).reverse();
  return Object.fromEntries(members.map(([key, member]) => [key, shuffled(member)]));
}

test('RFC 8785: canonical bytes do not depend on the order of members, and read back to the same bytes', () => {
  fc.assert(
    fc.property(json, (value) => {
      const bytes = canonicalBytes(value);
      assert.ok(!isRefusal(bytes));
      assert.deepEqual(canonicalBytes(shuffled(value)), bytes);
      const parsed = parseCanonical(bytes);
      assert.ok('value' in parsed);
      assert.deepEqual(canonicalBytes(parsed.value), bytes);
    }),
    { numRuns: 300 },
  );
});

test('RFC 8785: what has no canonical form is refused by name', () => {
  const refusedOf = (value: unknown) => {
    const text = canonicalText(value);
    return isRefusal(text) ? text.refused : text;
  };
  assert.equal(refusedOf({ a: 2 ** 53 }), 'number-not-safe');
  assert.equal(refusedOf({ a: Number.NaN }), 'number-not-safe');
  assert.equal(refusedOf({ a: Number.POSITIVE_INFINITY }), 'number-not-safe');
  assert.equal(refusedOf({ a: '\ud800' }), 'text-not-well-formed');
  assert.equal(refusedOf({ '\udc00': 1 }), 'text-not-well-formed');
  assert.equal(refusedOf({ a: undefined }), 'value-not-json');
  assert.equal(refusedOf({ a: new Date(0) }), 'value-not-json');
  assert.equal(refusedOf({ a: 1n }), 'value-not-json');
  assert.equal(refusedOf(new Array(3)), 'value-not-json');
  assert.equal(refusedOf('x'.repeat(BODY_BYTES_MAX)), 'body-too-large');
  assert.ok(refusedOf(new Array(BODY_BYTES_MAX).fill(0)) === 'body-too-large');
  assert.equal(refusedOf(-0), '0');
});

test('size is counted in bytes and depth in levels, to the last one allowed', () => {
  const room = BODY_BYTES_MAX - '{"a":""}'.length;
  assert.ok(!isRefusal(canonicalBytes({ a: 'x'.repeat(room) })));
  assert.ok(isRefusal(canonicalBytes({ a: 'é'.repeat(room / 2 + 1) })));
  const deep = (levels: number) => Buffer.from('['.repeat(levels) + ']'.repeat(levels));
  assert.ok('value' in parseCanonical(deep(64)));
  assert.deepEqual(parseCanonical(deep(65)), { refused: 'body-too-deep', facts: { depthMax: 64 } });
  assert.ok('refused' in parseCanonical(deep(30_000)));
});

test('a member called "refused" is data, not a refusal', () => {
  const parsed = parseCanonical(Buffer.from('{"refused":"x"}'));
  assert.deepEqual(parsed, { value: { refused: 'x' } });
});
