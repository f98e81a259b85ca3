/** The page about the life of an arm is current. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LIFE_CYCLE } from '../src/domain/custody/life-cycle.ts';
import { formatTable, PAGE, withTable } from './life-cycle-table.ts';

test('docs/life-cycle.md says what the code does; else: node test/life-cycle-table.ts --write', () => {
  const page = readFileSync(PAGE, 'utf8');
  assert.equal(page, withTable(page));
});

test('every event has its row', () => {
  assert.equal(formatTable().split('\n').length, Object.keys(LIFE_CYCLE).length + 2);
});
