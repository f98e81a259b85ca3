/** The frozen benchmark of identification: a change of the search shows which cases moved. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatMoved, frozenLines, listMoved, readFrozen } from './frozen.ts';

test('no case of the frozen benchmark moved; else: node test/identify/frozen.ts --write', async () => {
  const moved = formatMoved(readFrozen(), await frozenLines());
  assert.equal(moved, '', moved);
});

test('what moved is told from what to what', () => {
  const head =
    'case\ton the arm\tread\tsaid beside it\tcandidates\trank of the true arm\ttold of it\ttold of the first\ttold of none';
  const before = [
    head,
    'exact 0\tA0\tA0\t\t5\t1\t90 %\t90 %\t2 %',
    'exact 1\tA1\tA1\t\t5\t1\t90 %\t90 %\t2 %',
    'exact 2\tB2\tB2\t\t5\t1\t90 %\t90 %\t2 %',
  ];
  const now = [
    head,
    'exact 0\tA0\tA0\t\t5\t1\t91 %\t91 %\t2 %',
    'exact 1\tA1\tA1\t\t5\t3\t40 %\t50 %\t2 %',
    'exact 3\tC3\tC3\t\t5\t1\t90 %\t90 %\t2 %',
  ];
  assert.deepEqual(listMoved(before, now), [
    'exact 1 (A1 read A1): rank of the true arm 1 → 3, told of it 90 % → 40 %, told of the first 90 % → 50 %',
    'exact 3 is new',
    'exact 2 is gone',
    'exact 0 (A0 read A0): told of it 90 % → 91 %, told of the first 90 % → 91 %',
  ]);
  assert.deepEqual(listMoved(before, before), []);
});
