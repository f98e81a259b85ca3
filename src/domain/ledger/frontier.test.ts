/** The growing right edge gives the same roots as the definition, however the leaves arrive. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { appendLeaves, EMPTY_FRONTIER, type Frontier, frontierPlan, openFrontier } from './frontier.ts';
import { sha256 } from './hash.ts';
import { rootOfLeaves } from './merkle.ts';

const LEAVES = Array.from({ length: 1_100 }, (_, i) => sha256(Buffer.from(`leaf ${i}`)));

test('one leaf after the other, the root is that of the definition at every size', () => {
  let frontier: Frontier = EMPTY_FRONTIER;
  for (let size = 1; size <= LEAVES.length; size++) {
    const growth = appendLeaves(frontier, [LEAVES[size - 1]!]);
    frontier = growth.frontier;
    assert.equal(frontier.size, size);
    // Each size up to two tiles, then every seventh, so that the test stays quick.
    if (size <= 520 || size % 7 === 0) assert.deepEqual(growth.root, rootOfLeaves(LEAVES.slice(0, size)));
  }
});

test('leaves in any batches give the same root, the same complete subtrees and an edge that can be kept', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 12 }), (batches) => {
      let frontier: Frontier = EMPTY_FRONTIER;
      const nodes = [];
      for (const count of batches) {
        const batch = LEAVES.slice(frontier.size, frontier.size + count);
        const before = JSON.stringify(frontier);
        const growth = appendLeaves(frontier, batch);
        assert.equal(JSON.stringify(frontier), before, 'the old frontier is left as it was');
        nodes.push(...growth.nodes);
        assert.deepEqual(growth.root, rootOfLeaves(LEAVES.slice(0, growth.frontier.size)));
        frontier = openFrontier(growth.frontier.size, growth.frontier.edges);
      }
      assert.deepEqual(
        nodes.map(({ level, index }) => `${level}/${index}`),
        Array.from({ length: Math.floor(frontier.size / 256) }, (_, i) => `1/${i}`),
      );
      for (const { index, hash } of nodes) {
        assert.deepEqual(hash, rootOfLeaves(LEAVES.slice(index * 256, (index + 1) * 256)));
      }
    }),
    { numRuns: 25 },
  );
});

test('the plan names the incomplete tile of each level', () => {
  assert.deepEqual(frontierPlan(0), []);
  assert.deepEqual(frontierPlan(65_536 + 3), [
    { level: 0, from: 65_536, to: 65_539 },
    { level: 1, from: 256, to: 256 },
    { level: 2, from: 0, to: 1 },
  ]);
  assert.throws(() => openFrontier(3, [[]]), /broken/);
});
