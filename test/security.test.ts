/** The map of threats: every test that it names exists, and every requirement of the standard's two levels has its answer once. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '..');
const PAGE = readFileSync(path.join(ROOT, 'docs/security.md'), 'utf8');
/** How many requirements levels 1 and 2 of ASVS 5.0 have. */
const REQUIREMENTS = 253;

test('every test that docs/security.md names exists', () => {
  const named = [...PAGE.matchAll(/`([\w./-]+)` "([^"]+)"/g)];
  assert.ok(named.length > 100, `only ${named.length} were read`);
  const missing = named.flatMap(([, file = '', words = '']) => {
    const place = path.join(ROOT, file.startsWith('src/') ? '' : 'test', `${file}.test.ts`);
    const text = existsSync(place) ? readFileSync(place, 'utf8').replaceAll("\\'", "'") : '';
    return ["test('", 'test("', 'test(`', 'test(\n  '].some((begin) => text.includes(`${begin}${words}`))
      ? []
      : [`${file} "${words}"`];
  });
  assert.deepEqual(missing, []);
});

test('every requirement has one answer, and no row is without a test or a reason', () => {
  const rows = [...PAGE.matchAll(/^\| ((?:\d+\.\d+\.\d+ ?)+)\| ([^|]+) \| ([^|]+) \|$/gm)];
  const ids = rows.flatMap(([, list = '']) => list.trim().split(' '));
  assert.equal(ids.length, REQUIREMENTS);
  assert.equal(new Set(ids).size, ids.length);
  for (const [row, , , answer = ''] of rows) assert.ok(answer.trim().length > 3, row);
});
