/** A maker that no table knows is told as such, not taken for the next best name. B-12. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeLookup } from '../src/domain/reference/lookup.ts';
import { findSure } from '../src/domain/reference/normalise.ts';
import { surpriseAmong } from '../src/domain/reference/surprise.ts';
import { readReference } from '../src/doors/reference/read-reference.ts';

const lookup = await readReference();

test('a maker of no table is none, however much of it are words that many makers share', () => {
  for (const text of [
    'Tannegg',
    'Tannegg Arms',
    'Tannegg Arms Ltd',
    'Zweiholz Werke',
    'Oskara',
    'Kolibrin Firearms',
  ])
    assert.ok(lookup.maker(text).noneProbability > 0.9, `${text}: ${JSON.stringify(lookup.maker(text))}`);
});

test('words that many makers share name none of them', () => {
  for (const text of ['Arms', 'Manufacturing', 'arms factory', 'firearms company'])
    assert.ok(lookup.maker(text).noneProbability > 0.9, text);
});

test('a maker is known by the word it is mostly called by, whatever is glued to it', () => {
  for (const [text, code] of [
    ['bereta950b', 'beretta'],
    ['boito mod', 'boito'],
    ['rossi hammerless', 'rossi'],
    ['tauros', 'taurus'],
    ['S. Wesson', 'smith-wesson'],
  ])
    assert.equal(findSure(lookup.maker(text!))?.code, code, text);
});

test('of makers that are taken out of the table, few are taken for another one for sure', () => {
  const { reference } = lookup;
  const every = [...reference.makers.values()].filter((_, place) => place % 20 === 7);
  const taken = every.filter((maker) => {
    const makers = new Map(reference.makers);
    makers.delete(maker.code);
    const models = new Map([...reference.models].filter(([, model]) => model.maker !== maker.code));
    const name = maker.name.replace(/\([^)]*\)/g, ' ').trim();
    return findSure(makeLookup({ ...reference, makers, models }).maker(name)) !== undefined;
  });
  // Among all 862 it is a fifth, most of them houses of one name ("Mauser Borsigwalde") or of one succession.
  assert.ok(taken.length <= every.length * 0.3, taken.map(({ name }) => name).join('; '));
});

test('what many entries have is no surprise, what one alone has is as much of one as if it were not there', () => {
  const names = ['tannegg arms', 'ober arms', 'unter arms', 'hinter arms'].map((name) => [name]);
  const of = surpriseAmong(() => names);
  const without = surpriseAmong(() => names.slice(1));
  const sum = (bits: Float64Array): number => bits.reduce((all, one) => all + one, 0);
  assert.ok(sum(of('arms')) < 8);
  assert.ok(sum(of('tannegg')) > 20);
  assert.ok(sum(of('tannegg')) > sum(without('tannegg')) * 0.8);
  assert.equal(of('a b  c').length, 3);
  assert.equal(of('').length, 0);
});
