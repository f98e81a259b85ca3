/** What words beside a number say: levels of agreement, names that may stand for several, and bits that are not said twice. B-12. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type FeatureBits, makeFeatureComparer, makeLevelComparer } from './features.ts';
import { LOOKUP, WEIGHTS } from './identification-fixtures.ts';
import { type Described, profileOf } from './profile.ts';

const compare = makeFeatureComparer(LOOKUP, WEIGHTS);
const levels = makeLevelComparer(LOOKUP);
const bitsOf = (a: Described, b: Described): FeatureBits =>
  compare(profileOf(LOOKUP, a), profileOf(LOOKUP, b));
/** The level on which two descriptions agree most likely. */
const levelOf = (feature: keyof Described & keyof FeatureBits, a: string, b: string): string | undefined => {
  const shares = levels(profileOf(LOOKUP, { [feature]: a }), profileOf(LOOKUP, { [feature]: b }))[feature];
  return Object.entries(shares ?? {}).sort((x, y) => y[1] - x[1])[0]?.[0];
};

test('makers are the same in any spelling, related by licence, or different', () => {
  assert.equal(levelOf('maker', 'Northgate', 'NORTHGATE'), 'same');
  assert.equal(levelOf('maker', 'Northgate', 'nortgate'), 'same');
  assert.equal(levelOf('maker', 'Northgate', 'Rivermouth'), 'related');
  assert.equal(levelOf('maker', 'Hillside', 'Rivermouth'), 'different');
  // Makers of no table are the same where one is called by a word of the other.
  assert.equal(levelOf('maker', 'Oldforge Works', 'oldforge'), 'same');
});

test('calibres that fit each other are the same, those of one bore are near', () => {
  assert.equal(levelOf('calibre', '.308 Winchester', '7.62x51 NATO'), 'same');
  assert.equal(levelOf('calibre', '.308 Winchester', '7.62x39'), 'bore');
  assert.equal(levelOf('calibre', '.308 Winchester', '9x19 Luger'), 'different');
});

test('models agree in their words, in a number of several digits, or not', () => {
  assert.equal(levelOf('model', 'PT 940', 'pt-940'), 'same');
  assert.equal(levelOf('model', 'PT 940', '940 Compact'), 'series');
  assert.equal(levelOf('model', 'M 5', 'K 5'), 'different');
  assert.equal(levelOf('class', 'pistol', 'sub-machine-gun'), 'near');
  assert.equal(levelOf('class', 'pistol', 'shotgun'), 'different');
});

test('agreement speaks for, disagreement against, and unknown words for nothing', () => {
  const full: Described = {
    maker: 'Northgate',
    model: 'N4',
    calibre: '9x19 Luger',
    class: 'pistol',
    country: 'BR',
  };
  for (const [feature, bits] of Object.entries(bitsOf(full, full))) assert.ok(bits > 0, feature);
  const other: Described = {
    maker: 'Hillside',
    model: 'X',
    calibre: '7.62x39',
    class: 'shotgun',
    country: 'FR',
  };
  for (const [feature, bits] of Object.entries(bitsOf(full, other))) assert.ok(bits < 0, feature);
  assert.deepEqual(bitsOf(full, {}), {});
  assert.deepEqual(bitsOf(full, { maker: 'unknown', model: '-', calibre: 'n/a', class: 'unknown' }), {});
});

test('the bits are log2 m/u of the level, by the share that is not said twice', () => {
  const { same } = WEIGHTS.features.country;
  const { country } = bitsOf({ country: 'BR' }, { country: 'BR' });
  assert.ok(Math.abs(country! - WEIGHTS.overlap * Math.log2(same!.m / same!.u)) < 1e-9);
});

test('a year beside says the more the nearer it is', () => {
  const bits = [0, 1, 3, 20].map((apart) => bitsOf({ year: 1990 }, { year: 1990 + apart }).year!);
  assert.equal(bits[0], bits[1]);
  assert.ok(bits[1]! > bits[2]! && bits[2]! > bits[3]! && bits[3]! < 0, bits.join());
});

test('a misspelt name that may be another says less than the name itself', () => {
  const sure = bitsOf({ maker: 'Hillside' }, { maker: 'Hillside' }).maker!;
  const doubtful = bitsOf({ maker: 'Hilsde' }, { maker: 'Hillside' }).maker!;
  assert.ok(doubtful < sure && doubtful > 0, `${doubtful} ${sure}`);
});

test('it does not matter which of two descriptions comes first', () => {
  const a: Described = {
    maker: 'Nortgate',
    model: 'N4',
    calibre: '.308 Winchester',
    class: 'rifle',
    year: 1980,
  };
  const b: Described = {
    maker: 'Rivermouth',
    model: 'N4 B',
    calibre: '7.62x39',
    class: 'carbine',
    year: 1984,
  };
  assert.deepEqual(bitsOf(a, b), bitsOf(b, a));
});
