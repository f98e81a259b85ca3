/**
 * Practices of marking: what cannot be used is told, patterns tell States and years, and described signs find the drawings that
 * have them, in three languages.
 *
 * @clause B-11, ITI 8(b), ITI 31(b)
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPractices, practicesOf } from './find-practices.ts';
import { matchPattern, parsePattern } from './mark-pattern.ts';
import { type Practice, parsePractice } from './practice.ts';
import { parseDrawing, readDescription } from './symbols.ts';

const GOOD = {
  code: 'xa-import',
  countries: ['XA'],
  kind: 'import',
  looks: { en: 'Two letters and a year.' },
  pattern: "'XA' yy",
  drawing: { frame: 'circle', rows: [':star', 'XA 21'] },
  from: 1998,
  source: 'Order 4/1998',
  sure: 'sure',
};
function practice(changed: object = {}): Practice {
  const parsed = parsePractice({ ...GOOD, ...changed });
  assert.ok('practice' in parsed, JSON.stringify(parsed));
  return parsed.practice;
}

test('what cannot be used of a practice is told', () => {
  practice();
  const wrong: readonly (readonly [object, RegExp])[] = [
    [{ countries: [] }, /countries/],
    [{ countries: ['Aldera'] }, /countries/],
    [{ kind: 'spell' }, /kind/],
    [{ looks: {} }, /looks/],
    [{ looks: { de: 'x' } }, /looks/],
    [{ from: 2000, to: 1999 }, /before/],
    [{ pattern: 'zz' }, /pattern/],
    [{ drawing: { rows: ['<svg onload=x>'] } }, /drawing/],
    [{ drawing: { frame: 'cloud', rows: ['A'] } }, /frame/],
    [{ drawing: { rows: [':dragon'] } }, /figure/],
    [{ drawing: { rows: ['A'], svg: '<svg/>' } }, /nothing called/],
    [{ where: ['moon'] }, /where/],
    [{ code: 'X A' }, /code/],
    [{ years: { aa: 1990 } }, /years/],
    [{ more: 1 }, /nothing called/],
  ];
  for (const [changed, says] of wrong) {
    const parsed = parsePractice({ ...GOOD, ...changed });
    assert.ok('says' in parsed, JSON.stringify(changed));
    assert.match(parsed.says, says);
  }
});

const asked = { countries: ['KE', 'UG'], years: { AZ: 1990, BA: 1999 }, from: 1998, to: 2026 };
const match = (written: string, text: string) => {
  const pattern = parsePattern(written);
  assert.ok(!('says' in pattern), JSON.stringify(pattern));
  return matchPattern(pattern, text, asked);
};

test('a pattern tells the State and the year, however the mark is parted', () => {
  for (const text of ['KE 14', 'ke-14', 'KE.14', 'KE١٤'])
    assert.deepEqual(match('cc yy', text), { country: 'KE', years: [2014] }, text);
  assert.equal(match('cc yy', 'TZ 14'), undefined);
  assert.equal(match('cc yy', 'KE 14 5'), undefined, 'the whole mark follows the pattern');
  assert.deepEqual(match('yy', '98')?.years, [1998]);
  assert.equal(match('yy', '97'), undefined, 'a year that cannot be');
  assert.equal(match('code', 'az'), undefined, 'a year before the practice began');
  assert.deepEqual(match('code', 'ba')?.years, [1999]);
  assert.deepEqual(match("'★'? cc a n", '☆ UG UPDF 00123')?.country, 'UG');
  assert.deepEqual(match("'★'? cc a n", 'UG UPDF 00123')?.country, 'UG');
  for (const bad of ['', 'x', "''", "'A'? cc?", 'a n a', 'cc '.repeat(9), '('])
    assert.ok('says' in parsePattern(bad), bad);
});

test('letters of a pattern are letters, and no text makes it take long', () => {
  assert.equal(match("'A.' n", 'AX1'), undefined);
  const pattern = parsePattern("a? n? cc? 'Z'");
  assert.ok(!('says' in pattern));
  // What is beyond the longest mark is not looked at.
  assert.equal(matchPattern(pattern, `${'A1'.repeat(5000)}Z`, asked), undefined);
});

test('signs are read in three languages, the longest name first, beside letters of the mark', () => {
  const signs = (text: string) => [...readDescription(text).symbols].sort();
  assert.deepEqual(signs('an arrow in a triangle'), ['arrow', 'triangle']);
  assert.deepEqual(signs('flèche dans un triangle'), ['arrow', 'triangle']);
  assert.deepEqual(signs('سهم في مثلث'), ['arrow', 'triangle']);
  assert.deepEqual(signs('broad arrow'), ['broad-arrow']);
  assert.deepEqual(signs('two crowns'), ['crown']);
  assert.deepEqual(readDescription('66 in triangle').beside, ['66']);
});

test('a described mark finds what has its signs and its letters, and nothing else', () => {
  const all = [
    practice(),
    practice({
      code: 'b',
      countries: ['XB'],
      pattern: undefined,
      drawing: { frame: 'triangle', rows: ['66'] },
    }),
    practice({
      code: 'c',
      countries: ['XC'],
      pattern: undefined,
      drawing: { frame: 'triangle', rows: [':arrow'] },
    }),
    practice({ code: 'd', countries: ['XD'], pattern: undefined, texts: ['BNP'], drawing: undefined }),
    practice({ code: 'e', countries: ['XA', 'XB', 'XC'], pattern: 'cc yy', drawing: undefined }),
  ];
  const codes = (text: string) => findPractices(all, text, 2026).map(({ practice: { code } }) => code);
  assert.deepEqual(codes('66 in triangle'), ['b']);
  assert.deepEqual(codes('67 in triangle'), []);
  assert.deepEqual(codes('triangle'), ['b', 'c']);
  assert.deepEqual(codes('crown in triangle'), []);
  assert.deepEqual(codes('bnp'), ['d']);
  assert.deepEqual(codes('barrel, BNP, worn'), ['d']);
  assert.deepEqual(codes('XA 21'), ['xa-import', 'e'], 'a State’s own before a rule for several');
  assert.deepEqual(findPractices(all, 'XB 21', 2026)[0]?.fit, {
    how: 'pattern',
    countries: ['XB'],
    from: 2021,
    to: 2021,
  });
  assert.deepEqual(codes('XA 27'), []);
  assert.deepEqual(codes(''), []);
  assert.deepEqual(
    practicesOf(all, 'XA').map(({ code }) => code),
    ['xa-import', 'e'],
  );
});

test('a drawing is data alone', () => {
  for (const bad of [
    undefined,
    'x',
    [],
    { rows: [] },
    { rows: ['A', 'B', 'C', 'D', 'E'] },
    { rows: ['ABCDEFGHIJKLMNOPQ'] },
    { rows: ['"'] },
  ])
    assert.ok('says' in parseDrawing(bad), JSON.stringify(bad));
});
