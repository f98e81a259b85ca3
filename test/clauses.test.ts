/**
 * The page of clauses tells what code cites and which tests name it, and does not hide a clause that nobody serves;
 * the steps of a check are sound.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { STEPS } from './check.ts';
import { formatClauses, formatRun } from './clauses.ts';

const CLAUSES = [
  { id: 'ITI 8(a)', says: 'One.', requirement: ['B-01'], verified: true },
  { id: 'ITI 9', says: 'Two.', requirement: ['B-05'], verified: false },
  { id: 'ITI 10', says: 'Three.', requirement: ['B-06'], verified: true },
  { id: 'ITI 11', says: 'Four.', requirement: ['A-01'], verified: true },
];
const FILES: Readonly<Record<string, string>> = {
  'instruments/iti.json': JSON.stringify({
    id: 'iti',
    title: 'T',
    symbol: 'S',
    year: 2005,
    force: 'political',
    clauses: CLAUSES,
  }),
  'src/domain/marks/m.ts': '/** @clause ITI 8(a), ITI 8 */\nexport const m = 1;\n',
  'src/domain/custody/c.ts': "export const c = rule(['ITI 9']);\n",
  'src/domain/marks/m.test.ts': "test('ITI 8(a): a mark is read', () => {});\n",
};

test('the page names code and tests for each clause, and lists what nobody cites', () => {
  const root = mkdtempSync(join(tmpdir(), 'clauses-'));
  try {
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const page = formatClauses(root);
    assert.ok(page.includes('| ITI 8(a) | B-01 | `domain/marks/m.ts` | `domain/marks/m.test.ts` |'), page);
    assert.ok(page.includes('| ITI 9 ○ | B-05 | `domain/custody/c.ts` | **none** |'), page);
    assert.ok(page.includes('cited by no code yet: ITI 10 to 11.'), page);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('clauses in a row are told as a range, others one by one', () => {
  assert.equal(
    formatRun(['B7 5', 'B7 6', 'B7 7', 'B7 9', 'C11 op1', 'C11 op2']),
    'B7 5 to 7, B7 9, C11 op1 to 2',
  );
  assert.equal(
    formatRun(['ITI 8(a)', 'ITI 8(b)', 'M 05.30', 'M 05.31']),
    'ITI 8(a), ITI 8(b), M 05.30 to 31',
  );
  assert.equal(formatRun([]), '');
});

test('every step of the check has its own name and a program that exists', () => {
  assert.equal(new Set(STEPS.map(({ name }) => name)).size, STEPS.length);
  for (const { name, run, needs } of STEPS) {
    const script = run.find((word) => word.endsWith('.ts'));
    if (script !== undefined && script !== needs)
      assert.ok(existsSync(join(import.meta.dirname, '..', script)), name);
  }
});
