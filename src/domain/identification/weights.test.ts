/** The weights that come with the program are usable, and whatever is wrong in a file of weights is told. B-12. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { FEATURE_LEVELS, parseWeights, type Weights } from './weights.ts';

const FILE = new URL('../../../reference/identification-weights.json', import.meta.url);
const fresh = (): Record<string, unknown> =>
  JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>;
const problemOf = (contents: unknown): string => {
  const read = parseWeights(contents);
  return 'problem' in read ? read.problem : '';
};
/** The file with one value put elsewhere; undefined leaves it out. */
const withValue = (path: readonly string[], value: unknown): Record<string, unknown> => {
  const contents = fresh();
  const last = path.at(-1)!;
  const holder = path.slice(0, -1).reduce((all, name) => all[name] as Record<string, unknown>, contents);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
  return contents;
};

test('the weights of the program are usable and say what they come from', () => {
  assert.equal(problemOf(fresh()), '');
  const { from } = parseWeights(fresh()) as Weights;
  for (const texts of [from.sets, from.procedure, from.assumed]) assert.ok(texts.join(' ').length > 100);
});

test('agreement speaks for one arm and contradiction against it, in every feature', () => {
  const { features } = parseWeights(fresh()) as Weights;
  for (const [feature, levels] of Object.entries(features)) {
    assert.ok(levels.same!.m > levels.same!.u, feature);
    assert.ok(levels.different!.m < levels.different!.u, feature);
  }
});

test('what happens often to a number has the larger share', () => {
  const { channel: c } = parseWeights(fresh()) as Weights;
  assert.ok(
    c.zeroAgain > c.zero && c.zero > c.alike && c.alike > c.letter / 25 && c.letter / 25 > c.crossed / 26,
  );
  assert.ok(c.alikeDigits > c.digit / 9 && c.leadingLost > c.lost && c.zeroLost > c.lost && c.lost > c.added);
  assert.ok(c.swappedLetters > c.swapped && c.wornAlike > c.alike);
});

test('each share that is none is told by its name', () => {
  const { channel } = fresh() as unknown as Weights;
  const names = Object.keys(channel);
  assert.equal(names.length, 18);
  for (const name of names)
    for (const value of [0, 1, -0.1, 2, '0.1', null, Number.NaN, undefined])
      assert.match(problemOf(withValue(['channel', name], value)), new RegExp(`channel\\.${name}\\b`));
  for (const name of ['overlap', 'registered', 'unseenLot', 'lotMates', 'givenTwice'])
    for (const value of [0, 1, 'x', undefined])
      assert.match(problemOf(withValue([name], value)), new RegExp(`^${name}\\b`));
  for (const value of [0, -3, 64, '14', undefined])
    assert.match(problemOf(withValue(['pairBits'], value)), /pairBits/);
});

test('each level that is missing or adds up to more than all is told by its feature', () => {
  for (const [feature, levels] of Object.entries(FEATURE_LEVELS))
    for (const level of levels) {
      for (const share of ['m', 'u'])
        for (const value of [0, 1.2, undefined])
          assert.match(
            problemOf(withValue(['features', feature, level, share], value)),
            new RegExp(`^${feature}, ${level}`),
          );
      assert.match(
        problemOf(withValue(['features', feature, level], undefined)),
        new RegExp(`^${feature}, ${level}`),
      );
    }
  assert.match(problemOf(withValue(['features', 'maker', 'same', 'm'], 0.5)), /^maker: m /);
  assert.match(problemOf(withValue(['features', 'year', 'near', 'u'], 0.9)), /^year: u /);
});

test('a file without a version, without its figures, or that is none, is told', () => {
  for (const contents of [
    null,
    3,
    'x',
    [],
    {},
    withValue(['version'], undefined),
    withValue(['from', 'sets'], []),
  ])
    assert.match(problemOf(contents), /version/);
});
