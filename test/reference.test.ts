/** The tables of makers, calibres and models: whole, sound, and what typed words are taken for. B-12. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listUnknownCodes, parseCalibres, parseMakers, parseModels } from '../src/domain/reference/parse.ts';
import { readReference, rowsOf } from '../src/doors/reference/read-reference.ts';

const lookup = await readReference();
const first = (kind: 'maker' | 'calibre' | 'model', text: string): string | undefined =>
  lookup[kind](text).candidates[0]?.code;

test('the tables are as large as the field asks, and every row of them can be used', async () => {
  const { makers, calibres, models } = lookup.reference;
  assert.ok(makers.size >= 400 && calibres.size >= 150 && models.size >= 1200);
  const spellings = [...calibres.values()].reduce((sum, { aliases }) => sum + aliases.length, 0);
  assert.ok(spellings > 1000, `${spellings}`);
  for (const [parse, file] of [
    [parseMakers, 'makers.csv'],
    [parseCalibres, 'calibres.csv'],
    [parseModels, 'models-handguns.csv'],
    [parseModels, 'models-long.csv'],
  ] as const)
    assert.deepEqual(parse(await rowsOf(file)).problems, [], file);
});

test('no entry names one that is not there', () => {
  assert.deepEqual(listUnknownCodes(lookup.reference), []);
});

test('a row that cannot be used is told with its line, and the others stand', () => {
  const row = { code: 'kerem', name: 'Kerem', country: 'XA', from: '1950' };
  const { entries, problems } = parseMakers([
    row,
    { ...row, code: 'a b' },
    row,
    { ...row, code: 'c', from: 'old' },
  ]);
  assert.deepEqual([...entries.keys()], ['kerem']);
  assert.deepEqual(
    problems.map(({ line }) => line),
    [3, 4, 5],
  );
});

test('makers are known in the spellings in which they are typed', () => {
  for (const [text, code] of [
    ['Taurus', 'taurus'],
    ['tauros', 'taurus'],
    ['taurus 24/7', 'taurus'],
    ['taurus24/7', 'taurus'],
    ['TUARUS', 'taurus'],
    ['S&W', 'smith-wesson'],
    ['smithwess', 'smith-wesson'],
    ['smith e wesson', 'smith-wesson'],
    ['glockg22', 'glock'],
    ['Beretta Pietro', 'beretta'],
    ['ИЖМАШ', 'izhmash'],
    ['hk', 'heckler-koch'],
    ['F.N.', 'fn-herstal'],
  ] as const)
    assert.equal(first('maker', text), code, text);
});

test('calibres are known in metric and inch, with comma or point, in several scripts', () => {
  for (const [text, code] of [
    ['9mm Luger', '9x19'],
    ['9 X 19 MM', '9x19'],
    ['7,62x39', '7.62x39'],
    ['7,62х39 мм', '7.62x39'],
    ['5.56x45 mm NATO', '5.56x45'],
    ['.40 S&W (10 X 22)', '40-sw'],
    ['.38 SPL', '38-special'],
    ['calibre 12', 'gauge-12'],
    ['12/70', 'gauge-12'],
    ['.380 ACP (9X17)', '380-acp'],
  ] as const)
    assert.equal(first('calibre', text), code, text);
});

test('words that fit several are never one bare guess; words that fit nothing stay unknown', () => {
  const bare = lookup.calibre('7.62');
  assert.ok(bare.candidates.length >= 3, 'a bare bore has several candidates');
  assert.ok(bare.candidates[0]!.probability < 0.6);
  for (const nothing of ['', 'qqwxzv', '🔫', '####', 'x'.repeat(5000)]) {
    const { candidates, noneProbability } = lookup.maker(nothing);
    assert.ok(noneProbability > 0.5, nothing.slice(0, 10));
    assert.ok(candidates.every(({ probability }) => probability < 0.5));
  }
});

test('probabilities of the candidates and of none make a whole, in any text', () => {
  for (const text of ['taurus', '38', 'pistola', '9', 'ak', 'norinco 56', '7.62x51/308'])
    for (const kind of ['maker', 'calibre', 'model'] as const) {
      const { candidates, noneProbability } = lookup[kind](text);
      const sum = candidates.reduce((all, { probability }) => all + probability, noneProbability);
      assert.ok(sum <= 1.000001 && sum > 0, `${kind} ${text} ${sum}`);
      assert.deepEqual(
        candidates.map(({ probability }) => probability),
        candidates.map(({ probability }) => probability).sort((a, b) => b - a),
      );
    }
});
