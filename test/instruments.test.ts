/**
 * The instruments as data: every file has one shape, no clause stands twice, every requirement leads to clauses that
 * exist and every clause back to the requirements that name it. The clauses a builder leans on most are counted by
 * instrument, so that a file lost or cut short is seen.
 */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { listKnownIds, parseCitation, readInstruments, readRequirements } from './clause-ids.ts';

const FOLDER = join(import.meta.dirname, '..', 'instruments');
const INSTRUMENTS = readInstruments(FOLDER);
const REQUIREMENTS = readRequirements(FOLDER);
const CLAUSES = INSTRUMENTS.flatMap(({ clauses }) => clauses);
const SAYS_CHARS_MAX = 260;

/** How many clauses each instrument holds at the least: all paragraphs of the texts that were read in full. */
const CLAUSES_MIN: Readonly<Record<string, number>> = {
  bms7: 122,
  'res-75-241': 29,
  'sg-report-2022': 73,
  revcon2: 75,
  'untoc-11-6': 30,
  iti: 38,
  poa: 40,
  'firearms-protocol': 45,
  att: 40,
  'eu-2021-555': 8,
  mosaic: 20,
  'sdg-16-4-2': 8,
  ecowas: 12,
  kinshasa: 10,
};

/** How many requirements each part holds. */
const REQUIREMENTS_BY_PART = { A: 14, B: 15, C: 21, D: 25, E: 12, F: 16, G: 12, H: 15, I: 29, J: 11 };

test('every instrument has the one shape', () => {
  for (const instrument of INSTRUMENTS) {
    const { id, title, symbol, year, force, clauses } = instrument;
    assert.deepEqual(Object.keys(instrument), ['id', 'title', 'symbol', 'year', 'force', 'clauses'], id);
    assert.ok(title.length > 10 && typeof symbol === 'string', id);
    assert.ok(year >= 2001 && year <= 2100, id);
    assert.ok(['political', 'binding', 'guidance'].includes(force), id);
    for (const clause of clauses) {
      assert.deepEqual(Object.keys(clause), ['id', 'says', 'requirement', 'verified'], clause.id);
      assert.match(clause.says, /^[A-Z].*\.$/, `${clause.id}: one whole sentence`);
      assert.ok(clause.says.length <= SAYS_CHARS_MAX, `${clause.id}: a sentence, not a page`);
      assert.equal(typeof clause.verified, 'boolean', clause.id);
    }
  }
});

test('every instrument is there with all its clauses', () => {
  const counted = Object.fromEntries(INSTRUMENTS.map(({ id, clauses }) => [id, clauses.length]));
  for (const [id, least] of Object.entries(CLAUSES_MIN)) {
    assert.ok(
      (counted[id] ?? 0) >= least,
      `${id}: expected at least ${least} clauses, found ${counted[id] ?? 0}`,
    );
  }
  assert.equal(INSTRUMENTS.length, Object.keys(CLAUSES_MIN).length);
});

test('no clause id stands twice, and each is in canonical form', () => {
  const seen = new Set<string>();
  for (const { id } of CLAUSES) {
    assert.ok(!seen.has(id), `${id} stands twice`);
    assert.deepEqual(parseCitation(id), [id], `${id} is not as citations are read`);
    seen.add(id);
  }
});

test('the regional conventions say that their text was not read', () => {
  for (const { id, clauses } of INSTRUMENTS) {
    if (id !== 'ecowas' && id !== 'kinshasa') continue;
    assert.deepEqual(
      clauses.filter(({ verified }) => verified),
      [],
    );
  }
});

test('the requirements are complete, in order, and each has a title and clauses', () => {
  const expected = Object.entries(REQUIREMENTS_BY_PART).flatMap(([part, count]) =>
    Array.from({ length: count }, (_, i) => `${part}-${String(i + 1).padStart(2, '0')}`),
  );
  assert.deepEqual(
    REQUIREMENTS.map(({ id }) => id),
    expected,
  );
  for (const { id, title, clauses } of REQUIREMENTS) {
    assert.ok(title.length >= 3, id);
    assert.ok(clauses.length > 0, `${id} rests on no clause`);
    assert.equal(new Set(clauses).size, clauses.length, `${id} names a clause twice`);
  }
});

test('every clause that a requirement names exists, and names the requirement in return', () => {
  const byId = new Map(CLAUSES.map((clause) => [clause.id, clause]));
  for (const { id, clauses } of REQUIREMENTS) {
    for (const cited of clauses.flatMap(parseCitation)) {
      assert.ok(byId.has(cited), `${id} names ${cited}, which stands in no instrument`);
      assert.ok(byId.get(cited)?.requirement.includes(id), `${cited} does not lead back to ${id}`);
    }
  }
  for (const { id, requirement } of CLAUSES) {
    for (const named of requirement) {
      const found = REQUIREMENTS.find((one) => one.id === named);
      assert.ok(found?.clauses.includes(id), `${id} leads to ${named}, which does not name it`);
    }
  }
});

test('citations: one form for the many ways to write a clause', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['ITI §8(a)', ['ITI 8(a)']],
    ['ITI 8(a)-(c)', ['ITI 8(a)', 'ITI 8(b)', 'ITI 8(c)']],
    ['ITI 22-23', ['ITI 22', 'ITI 23']],
    ['PoA II.18-19', ['PoA II.18', 'PoA II.19']],
    ['ATT 11(4)-(6)', ['ATT 11(4)', 'ATT 11(5)', 'ATT 11(6)']],
    ['RC2-T 2b.', ['RC2-T 2(b)']],
    ['C11 15', ['C11 op15']],
    ['MOSAIC 05.30', ['M 05.30']],
    ['SDG-M', ['SDG 16.4.2']],
    ['ITI 9-4', ['ITI 9-4']],
    ['ITI 1-999999999', ['ITI 1-999999999']],
  ];
  for (const [written, ids] of cases) assert.deepEqual(parseCitation(written), ids, written);
});

test('a clause is known by itself and by its parts', () => {
  const known = listKnownIds(INSTRUMENTS);
  for (const id of ['ITI 8', 'ITI 8(a)', 'FP 8', 'FP 8(1)', 'SDG 16.4.2', 'R75 pp'])
    assert.ok(known.has(id), id);
  for (const id of ['ITI 99', 'FP', 'ITI 8(z)', '']) assert.ok(!known.has(id), id);
});
