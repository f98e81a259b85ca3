/**
 * The glossary keeps its promises: every word once, in order, with its French term, one sentence and a clause that
 * exists; every event of an arm's life and every kind of right is a word of it.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { LIFE_CYCLE } from '../src/domain/custody/life-cycle.ts';
import { RIGHT_KINDS } from '../src/domain/licence/right.ts';
import { parseCitation, readCitableIds } from './clause-ids.ts';

const ROOT = join(import.meta.dirname, '..');
const ROWS = readFileSync(join(ROOT, 'GLOSSARY.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) => line.slice(2, -2).split(' | '));
const WORDS = ROWS.map(([word = '']) => word);
const asWord = (code: string): string => code.replaceAll('-', ' ').toLowerCase();
const KNOWN = new Set(WORDS.map(asWord));

test('every row has a word, a French term, one sentence and a clause that exists', () => {
  const citable = readCitableIds(join(ROOT, 'instruments'));
  assert.ok(ROWS.length > 150);
  for (const row of ROWS) {
    assert.equal(row.length, 4, row[0]);
    const [word = '', french = '', meaning = '', clause = ''] = row;
    assert.ok(french.length > 1, `${word} has no French term`);
    assert.match(meaning, /^[A-Z].*\.$/, word);
    for (const id of clause === 'own' ? [] : parseCitation(clause))
      assert.ok(citable.has(id), `${word}: ${id}`);
  }
});

test('every word stands once, in order', () => {
  assert.equal(KNOWN.size, WORDS.length);
  const sorted = WORDS.map(asWord).toSorted((a, b) => (a < b ? -1 : 1));
  assert.deepEqual(WORDS.map(asWord), sorted);
});

test('every event of an arm and every kind of right is a word of the glossary', () => {
  for (const code of Object.keys(LIFE_CYCLE))
    assert.ok(KNOWN.has(asWord(code)), `the event ${code} is missing`);
  for (const code of RIGHT_KINDS) {
    if (code === 'manufacturer') assert.ok(KNOWN.has('maker'));
    else assert.ok(KNOWN.has(asWord(code)), `the right ${code} is missing`);
  }
});
