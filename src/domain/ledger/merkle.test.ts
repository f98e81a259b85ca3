/** Every proof verifies, every bent proof fails, and a proof reads no more than its plan names. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { appendLeaves, EMPTY_FRONTIER } from './frontier.ts';
import { sha256 } from './hash.ts';
import {
  consistencyPlan,
  consistencyProof,
  type HashRange,
  type HashReader,
  inclusionProof,
  proofPlan,
  rootOfLeaves,
  rootOfTree,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts';

const LEAVES = Array.from({ length: 70_000 }, (_, i) => sha256(Buffer.from(`leaf ${i}`)));
const nodes = new Map(
  appendLeaves(EMPTY_FRONTIER, LEAVES).nodes.map(({ level, index, hash }) => [`${level}/${index}`, hash]),
);

function readerWithin(plan: readonly HashRange[]): HashReader {
  return (level, index) => {
    const isPlanned = plan.some((range) => range.level === level && range.from <= index && index < range.to);
    assert.ok(isPlanned, `hash ${index} of level ${level} is in the plan`);
    return level === 0 ? LEAVES[index]! : nodes.get(`${level}/${index}`)!;
  };
}
const anyHash: HashReader = (level, index) =>
  level === 0 ? LEAVES[index]! : nodes.get(`${level}/${index}`)!;

function bent(hash: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(hash);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
}

test('every inclusion and consistency proof of small trees verifies', () => {
  for (let size = 1; size <= 40; size++) {
    const root = rootOfLeaves(LEAVES.slice(0, size));
    for (let index = 0; index < size; index++) {
      const proof = inclusionProof(index, size, readerWithin(proofPlan(index, size)));
      assert.ok(verifyInclusion({ leaf: LEAVES[index]!, index, size, root, proof }));
      for (let other = 0; other < size; other++) {
        if (other !== index)
          assert.ok(!verifyInclusion({ leaf: LEAVES[index]!, index: other, size, root, proof }));
      }
    }
    for (let oldSize = 0; oldSize <= size; oldSize++) {
      const proof = consistencyProof(oldSize, size, readerWithin(consistencyPlan(oldSize, size)));
      const oldRoot = rootOfLeaves(LEAVES.slice(0, oldSize));
      assert.ok(verifyConsistency({ oldSize, newSize: size, oldRoot, newRoot: root, proof }));
    }
  }
});

const place = fc.integer({ min: 1, max: LEAVES.length }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    index: fc.integer({ min: 0, max: size - 1 }),
    bit: fc.nat(255),
    pick: fc.nat(1000),
  }),
);

test('inclusion proofs in large trees verify, stay within the plan, and fail with any bit flipped', () => {
  fc.assert(
    fc.property(place, ({ size, index, bit, pick }) => {
      const plan = proofPlan(index, size);
      assert.ok(plan.length <= 6 && plan.every(({ from, to }) => to - from <= 256 && to > from));
      const proof = inclusionProof(index, size, readerWithin(plan));
      const claim = { leaf: LEAVES[index]!, index, size, root: rootOfTree(size, anyHash), proof };
      assert.ok(verifyInclusion(claim));
      assert.ok(!verifyInclusion({ ...claim, leaf: bent(claim.leaf, bit) }));
      assert.ok(!verifyInclusion({ ...claim, root: bent(claim.root, bit) }));
      assert.ok(!verifyInclusion({ ...claim, proof: [...proof, claim.leaf] }));
      if (proof.length === 0) return;
      const at = pick % proof.length;
      assert.ok(!verifyInclusion({ ...claim, proof: proof.with(at, bent(proof[at]!, bit)) }));
      assert.ok(!verifyInclusion({ ...claim, proof: proof.slice(1) }));
    }),
    { numRuns: 150 },
  );
});

test('consistency proofs in large trees verify, stay within the plan, and fail with any bit flipped', () => {
  fc.assert(
    fc.property(place, ({ size: newSize, index, bit, pick }) => {
      const oldSize = index + 1;
      const proof = consistencyProof(oldSize, newSize, readerWithin(consistencyPlan(oldSize, newSize)));
      const [oldRoot, newRoot] = [rootOfTree(oldSize, anyHash), rootOfTree(newSize, anyHash)];
      const claim = { oldSize, newSize, oldRoot, newRoot, proof };
      assert.ok(verifyConsistency(claim));
      assert.ok(!verifyConsistency({ ...claim, oldRoot: bent(oldRoot, bit) }));
      assert.ok(!verifyConsistency({ ...claim, newRoot: bent(newRoot, bit) }));
      if (proof.length === 0) return;
      const at = pick % proof.length;
      assert.ok(!verifyConsistency({ ...claim, proof: proof.with(at, bent(proof[at]!, bit)) }));
      assert.ok(!verifyConsistency({ ...claim, proof: proof.slice(0, -1) }));
    }),
    { numRuns: 150 },
  );
});

test('claims that make no sense are false and do not throw', () => {
  const leaf = LEAVES[0]!;
  assert.ok(!verifyInclusion({ leaf, index: 1, size: 1, root: leaf, proof: [] }));
  assert.ok(!verifyInclusion({ leaf, index: -1, size: 1, root: leaf, proof: [] }));
  assert.ok(!verifyInclusion({ leaf, index: 0, size: Number.NaN, root: leaf, proof: [] }));
  assert.ok(!verifyInclusion({ leaf, index: 0, size: 2, root: leaf, proof: [new Uint8Array(31)] }));
  assert.ok(!verifyConsistency({ oldSize: 2, newSize: 1, oldRoot: leaf, newRoot: leaf, proof: [] }));
  assert.ok(!verifyConsistency({ oldSize: 1, newSize: 2, oldRoot: leaf, newRoot: leaf, proof: [] }));
});
