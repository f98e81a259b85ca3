/** The channel of reading: each kind of damage costs what its kind costs, and what happened is told place by place. A-10, B-10. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseReading } from '../marks/reading.ts';
import { SURPRISE, symbolOf } from './alphabet.ts';
import { charactersOf, type Explained, makeChannel, serialOf } from './channel.ts';
import { WEIGHTS } from './identification-fixtures.ts';

const channel = makeChannel(WEIGHTS.channel);
const bits = (read: string, stands: string): number =>
  channel.bits(channel.ask(parseReading(read).reading), serialOf([...stands]));
const explain = (read: string, stands: string): Explained =>
  channel.steps(channel.ask(parseReading(read).reading), serialOf([...stands]), [...stands]);
const whole = (text: string): number => bits(text, text);
/** What a character says by agreeing. */
const worth = (character: string): number => -SURPRISE[symbolOf(character)]!;
const near = (a: number, b: number, within = 0.05): void =>
  assert.ok(Math.abs(a - b) < within, `${a} is not about ${b}`);

const character = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const number = fc.string({ unit: character, minLength: 4, maxLength: 10 });

test('a digit that agrees says a choice among ten, a letter one among 26, less what may have gone wrong', () => {
  near(whole('55120'), 5 * Math.log2(10), 0.3);
  near(whole('KJT55120'), 5 * Math.log2(10) + 3 * Math.log2(26), 0.4);
});

test('no number fits a reading better than the one that stands as it was read, and none is read better than as it stands', () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      assert.ok(bits(a, b) <= whole(a) + 1e-9);
      assert.ok(bits(a, b) <= whole(b) + 1e-9);
    }),
    { numRuns: 500 },
  );
});

test('a number damaged in one place stays far above chance, and below the whole', () => {
  fc.assert(
    fc.property(number, character, fc.nat(9), (text, other, place) => {
      const at = place % text.length;
      if (text[at] === other) return;
      const read = text.slice(0, at) + other + text.slice(at + 1);
      const share = Math.log2(WEIGHTS.channel.crossed / 26);
      assert.ok(bits(read, text) < whole(read) - 3);
      assert.ok(bits(read, text) >= whole(text) - worth(text[at]!) + share - 0.1);
    }),
    { numRuns: 300 },
  );
});

test('an O for a zero costs least, then what looks alike, any other letter, and a digit for a letter most', () => {
  const costs = [
    ['AJO04148', 'AJ004148'],
    ['AJB04148', 'AJD04148'],
    ['AJB04148', 'AJT04148'],
    ['AJ704148', 'AJK04148'],
  ].map(([read, stands]) => whole(read!) - bits(read!, stands!));
  assert.deepEqual(
    costs.toSorted((a, b) => a - b),
    costs,
  );
  assert.ok(costs[0]! < 6 && costs[3]! > 14, costs.join());
});

test('whoever took a zero for an O did so elsewhere in the number too', () => {
  const { zero, zeroAgain } = WEIGHTS.channel;
  const letters = 2 * (worth('O') - worth('0'));
  near(bits('AOO14239', 'A0014239'), whole('A0014239') + Math.log2(zero * zeroAgain) + letters, 0.2);
  near(bits('A0014239', 'AOO14239'), whole('AOO14239') + Math.log2(zero * zeroAgain) - letters, 0.2);
  // One slip among several that were written rightly stays one slip.
  near(bits('AO014239', 'A0014239'), whole('A0014239') + Math.log2(zero) + letters / 2, 0.2);
  assert.deepEqual(
    explain('AOO14239', 'A0014239').steps.map(({ is, place }) => `${is} ${place}`),
    ['alike 2', 'alike 3'],
  );
});

test('each loss costs as much as its kind: the first letter, a zero after letters and an end less than one between', () => {
  const { leadingLost, zeroLost, lost, endLost } = WEIGHTS.channel;
  for (const [read, stands, share] of [
    ['JT55121', 'KJT55121', leadingLost],
    ['KJT5512', 'KJT05512', zeroLost],
    ['KJT5121', 'KJT59121', lost],
    ['KJT5512', 'KJT55129', endLost],
    ['55120', '955120', endLost],
  ] as const)
    near(bits(read, stands), whole(read) + Math.log2(share), 0.2);
});

test('a character too many costs more where it is not the one before it', () => {
  const { doubled, added } = WEIGHTS.channel;
  // Which character is written twice is no surprise.
  near(bits('KJTT5512', 'KJT5512'), whole('KJT5512') + Math.log2(doubled) + worth('T'), 0.2);
  near(bits('KJTX5512', 'KJT5512'), whole('KJT5512') + Math.log2(added), 0.2);
});

test('two letters swapped are one slip, and no two', () => {
  const { swappedLetters, swapped } = WEIGHTS.channel;
  near(bits('KTJ55120', 'KJT55120'), whole('K55120') + Math.log2(swappedLetters) + 2 * worth('T'), 0.2);
  near(bits('KJT55210', 'KJT55120'), whole('KJT550') + Math.log2(swapped) + 2 * worth('1'), 0.2);
  near(bits('KJ5T5120', 'KJT55120'), whole('KJ5120') + Math.log2(swapped) + worth('5') + worth('T'), 0.2);
});

test('a place that was not read costs and says nothing, whatever stands there', () => {
  fc.assert(
    fc.property(number, character, fc.nat(9), (text, other, place) => {
      const at = place % text.length;
      const read = `${text.slice(0, at)}?${text.slice(at + 1)}`;
      const stands = text.slice(0, at) + other + text.slice(at + 1);
      assert.ok(bits(read, stands) >= bits(read, text) - 1e-9 || stands === text);
      assert.ok(bits(read, text) >= whole(text) - worth(text[at]!) - 1e-9);
    }),
  );
});

test('one of several places says which of them it may be, a worn one forgives what looks alike', () => {
  near(bits('5512[60]', '55126'), bits('5512[60]', '55120'));
  assert.ok(bits('5512[60]', '55126') < whole('55126'));
  assert.ok(bits('5512[60]', '55123') < bits('5512[60]', '55120') - 5);
  assert.ok(bits('551B~20', '551820') > bits('551B20', '551820') + 3);
  assert.ok(bits('551B~20', '551B20') < whole('551B20'));
});

test('a stretch that is gone costs a little for each character, as long as it is marked', () => {
  const rest = whole('04148');
  assert.ok(bits('…04148', 'AJA04148') > rest - 1);
  assert.ok(bits('04148', 'AJA04148') < rest - 8);
  assert.ok(bits('AJ…48', 'AJA04148') > whole('AJ48') - 1.5);
  assert.ok(bits('AJA04…', 'AJA04148') > whole('AJA04') - 1);
});

test('an unknown place of the register speaks neither way', () => {
  const stands = parseReading('AJ?04148').reading;
  for (const read of ['AJA04148', 'AJA~04148', 'AJ[AH]04148']) {
    const asked = channel.ask(parseReading(read).reading);
    near(channel.bits(asked, serialOf(charactersOf(stands))), whole('AJ04148'), 0.2);
  }
});

test('the steps and what stands at each place give the number back', () => {
  fc.assert(
    fc.property(number, number, fc.nat(9), fc.boolean(), (text, other, place, isDamaged) => {
      const at = place % text.length;
      const read = isDamaged ? text.slice(0, at) + other.slice(0, 1) + text.slice(at + 1) : other;
      assert.equal(standing(explain(read, text), read.length), text);
    }),
    { numRuns: 500 },
  );
});

/** The number that an explanation tells of. */
function standing({ steps, at }: Explained, places: number): string {
  const lostAt = (place: number): string =>
    steps.flatMap((step) => (step.is === 'lost' && step.place === place ? [step.stands] : [])).join('');
  let text = lostAt(0);
  for (let place = 1; place <= places; place++) {
    const swap = steps.find((step) => step.is === 'swapped' && step.place === place);
    if (swap) text += swap.stands + lostAt(++place);
    else text += (at[place - 1] ?? '') + lostAt(place);
  }
  return text;
}

test('each kind of damage is told by its name and place', () => {
  const stepsOf = (read: string, stands: string): string =>
    explain(read, stands)
      .steps.map((step) => `${step.is} ${step.place} ${step.stands ?? ''}`.trim())
      .join(', ');
  assert.equal(stepsOf('KJT55120', 'KJT55120'), '');
  assert.equal(stepsOf('KJT5512O', 'KJT55120'), 'alike 8 0');
  assert.equal(stepsOf('KXT55120', 'KJT55120'), 'other 2 J');
  assert.equal(stepsOf('JT55120', 'KJT55120'), 'lost 0 K');
  assert.equal(stepsOf('KTJ55120', 'KJT55120'), 'swapped 2 JT');
  assert.equal(stepsOf('KJTX55120', 'KJT55120'), 'added 4');
  assert.equal(stepsOf('KJ?55120', 'KJT55120'), '');
});
