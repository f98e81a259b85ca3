/**
 * The writer's reading of canonical JSON and the verifier's scanner were written apart; here they are set against each
 * other on bytes that are canonical, nearly canonical and damaged. One that takes what the other refuses is a fault.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { canonicalBytes, parseCanonical } from '../../src/domain/ledger/canonical.ts';
import { isCanonicalObject } from '../../src/doors/verify/scan-json.ts';

const value = fc.dictionary(
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme' }),
  { maxKeys: 5 },
);

function agree(bytes: Buffer): boolean {
  const writer = bytes[0] === 0x7b && 'value' in parseCanonical(bytes);
  assert.equal(isCanonicalObject(bytes, 0, bytes.length), writer, bytes.toString());
  return writer;
}

test('writer and verifier agree on random objects and on each damaged by a byte', () => {
  let taken = 0;
  const damage = fc.record({
    at: fc.nat(),
    byte: fc.constantFrom(...Buffer.from('019-.e+"\\,:{}[]u \n\x80\xc3', 'latin1')),
  });
  fc.assert(
    fc.property(value, fc.array(damage, { maxLength: 12 }), (object, damages) => {
      const written = canonicalBytes(object);
      if (isRefusal(written)) return;
      const bytes = Buffer.from(written);
      assert.ok(agree(bytes));
      for (const { at, byte } of damages) {
        const bent = Buffer.from(bytes);
        bent[at % bytes.length] = byte;
        if (agree(bent)) taken++;
        const longer = Buffer.concat([
          bytes.subarray(0, at % bytes.length),
          Buffer.from([byte]),
          bytes.subarray(at % bytes.length),
        ]);
        if (agree(longer)) taken++;
      }
    }),
    { numRuns: 1_500 },
  );
  assert.ok(taken > 50, 'some damage leaves canonical JSON, so both answers are met');
});

test('writer and verifier end at the same depth and the same size', () => {
  for (const levels of [62, 63, 64, 65]) {
    assert.equal(agree(Buffer.from(`{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`)), levels <= 63);
  }
  const room = 65_536 - '{"a":""}'.length;
  assert.ok(agree(Buffer.from(`{"a":"${'x'.repeat(room)}"}`)));
  assert.ok(!agree(Buffer.from(`{"a":"${'x'.repeat(room + 1)}"}`)));
});
