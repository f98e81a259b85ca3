/**
 * The published vectors of the ledger, read by the writer's code and by the verifier's own: the same facts any other
 * program can be held against.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { canonicalBytes, canonicalText, parseCanonical } from '../../src/domain/ledger/canonical.ts';
import { commitment, EMPTY_ROOT, leafHash } from '../../src/domain/ledger/hash.ts';
import {
  consistencyProof,
  inclusionProof,
  rootOfLeaves,
  verifyConsistency,
  verifyInclusion,
} from '../../src/domain/ledger/merkle.ts';
import { formatNote, isSignedBy, parseNote, parseVerifierKey } from '../../src/domain/ledger/note.ts';
import { isCanonicalObject } from '../../src/doors/verify/scan-json.ts';

const vectorsOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../vectors/${name}`, import.meta.url), 'utf8'));
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const unhex = (text: string) => Buffer.from(text, 'hex');

test('RFC 9162: roots and proofs of the known leaves', () => {
  const { leafData, leafHashes, roots, inclusion, consistency } = vectorsOf('merkle.json');
  const leaves: Uint8Array[] = leafData.map((data: string) => leafHash(unhex(data)));
  assert.deepEqual(leaves.map(hex), leafHashes);
  assert.equal(hex(EMPTY_ROOT), roots[0]);
  for (let n = 0; n <= leaves.length; n++) assert.equal(hex(rootOfLeaves(leaves.slice(0, n))), roots[n]);
  const get = (_: number, index: number) => leaves[index]!;
  assert.equal(inclusion.length, 36);
  for (const { index, size, proof } of inclusion) {
    assert.deepEqual(inclusionProof(index, size, get).map(hex), proof);
    const claim = { leaf: leaves[index]!, index, size, root: unhex(roots[size]), proof: proof.map(unhex) };
    assert.ok(verifyInclusion(claim));
  }
  assert.equal(consistency.length, 36);
  for (const { oldSize, newSize, proof } of consistency) {
    assert.deepEqual(consistencyProof(oldSize, newSize, get).map(hex), proof);
    const [oldRoot, newRoot] = [unhex(roots[oldSize]), unhex(roots[newSize])];
    assert.ok(verifyConsistency({ oldSize, newSize, oldRoot, newRoot, proof: proof.map(unhex) }));
  }
});

test('RFC 8785: numbers of appendix B, as far as the ledger takes them', () => {
  for (const { ieee, text, accepted } of vectorsOf('canonical.json').numbers) {
    const number = unhex(ieee).readDoubleBE(0);
    const written = canonicalText({ n: number });
    assert.equal(isRefusal(written) ? 'refused' : written, accepted ? `{"n":${text}}` : 'refused');
    const bytes = Buffer.from(`{"n":${text}}`);
    assert.equal(isCanonicalObject(bytes, 0, bytes.length), accepted, text);
  }
});

test('RFC 8785: members are sorted by UTF-16 code units', () => {
  const { members, order } = vectorsOf('canonical.json').sorting;
  const written = canonicalText(Object.fromEntries(members));
  assert.ok(!isRefusal(written));
  const found = [...written.matchAll(/("(?:[^"\\]|\\.)*"):/g)].map(([, key]) => JSON.parse(key!));
  assert.deepEqual(found, order);
});

test('writer and verifier agree on what is canonical', () => {
  const { valid, invalid, invalidBytesHex } = vectorsOf('canonical.json');
  for (const text of valid) {
    const bytes = Buffer.from(text);
    const parsed = parseCanonical(bytes);
    assert.ok('value' in parsed, text);
    assert.deepEqual(canonicalBytes(parsed.value), bytes);
    assert.ok(isCanonicalObject(bytes, 0, bytes.length), text);
  }
  const bad: Buffer[] = [...invalid.map((text: string) => Buffer.from(text)), ...invalidBytesHex.map(unhex)];
  for (const bytes of bad) {
    assert.ok(!isCanonicalObject(bytes, 0, bytes.length), bytes.toString());
    const isObject = bytes[0] === 0x7b;
    if (isObject) assert.ok(!('value' in parseCanonical(bytes)), bytes.toString());
  }
});

test('C2SP signed-note: the known note is signed by the known key', () => {
  const { key: keyText, note: noteText } = vectorsOf('note.json');
  const [key, note] = [parseVerifierKey(keyText), parseNote(noteText)];
  assert.ok(!isRefusal(key) && !isRefusal(note));
  assert.ok(isSignedBy(note, key));
  assert.equal(formatNote(note), noteText);
  assert.ok(!isSignedBy({ ...note, text: note.text.replace('answer', 'Answer') }, key));
});

test('commitment and leaf hash of an entry', () => {
  const { saltHex, body, commitmentHex, leafHashHex } = vectorsOf('entry.json');
  const made = commitment(unhex(saltHex), Buffer.from(body));
  assert.equal(hex(made), commitmentHex);
  assert.equal(hex(leafHash(made)), leafHashHex);
});
