/** From bits to probabilities: they add up, with that of none, and none grows with what speaks for it. A-10, B-08, B-10. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseReading } from '../marks/reading.ts';
import { makeChannel, serialOf } from './channel.ts';
import { WEIGHTS } from './identification-fixtures.ts';
import {
  type Answer,
  type ArmKey,
  type Fit,
  SHORTLIST_MAX,
  type Shortlist,
  shortlist,
  weigh,
} from './weigh.ts';

const channel = makeChannel(WEIGHTS.channel);
const listOf = (read: string, numbers: readonly string[]): Shortlist => {
  const { reading } = parseReading(read);
  const found = numbers.map((key, at) => ({ arms: [`arm-${at}`], serial: serialOf([...key]) }));
  return shortlist(channel, reading, channel.ask(reading), found);
};
const weighOf = (
  read: string,
  list: Shortlist,
  arms: number,
  makerBits: (arm: ArmKey) => number,
  lotOf: (fit: Fit) => string,
): Answer => {
  const words = list.arms.map((arm, place) => ({
    features: { maker: makerBits(arm) },
    lot: lotOf(list.fits[place]!),
  }));
  return weigh(WEIGHTS, parseReading(read).reading, list, { ...list, words }, arms);
};
const answerOf = (
  read: string,
  numbers: readonly string[],
  arms: number,
  makerBits: (arm: ArmKey) => number = () => 2,
): Answer => weighOf(read, listOf(read, numbers), arms, makerBits, () => 'one');
const number = fc.string({ unit: fc.constantFrom(...'01238ABO'), minLength: 3, maxLength: 9 });

test('the probabilities of all candidates and of none add up to one, the likeliest first', () => {
  fc.assert(
    fc.property(
      number,
      fc.array(number, { maxLength: 12 }),
      fc.integer({ min: 0, max: 1e8 }),
      (read, numbers, arms) => {
        const { best, noneProbability } = answerOf(read, numbers, arms);
        const weighed = best();
        const sum = weighed.reduce((all, { probability }) => all + probability, noneProbability);
        assert.ok(Math.abs(sum - 1) < 1e-9, `${sum}`);
        for (const [at, { probability }] of weighed.entries())
          assert.ok(at === 0 || probability <= weighed[at - 1]!.probability);
      },
    ),
  );
});

test('where nothing was found the arm is not here', () => {
  assert.equal(answerOf('KJT55120', [], 1000).noneProbability, 1);
});

test('two candidates that fit equally share equally', () => {
  const { best } = answerOf('KJT5512?', ['KJT55121', 'KJT55122', 'KJT55921'], 1000);
  const weighed = best();
  assert.equal(weighed[0]!.probability, weighed[1]!.probability);
  assert.ok(weighed[1]!.probability > 100 * weighed[2]!.probability);
});

test('words beside the number part those that fit equally', () => {
  const { best } = answerOf('KJT5512?', ['KJT55121', 'KJT55122'], 1000, (arm) => (arm === 'arm-1' ? 2 : -3));
  const weighed = best();
  assert.equal(weighed[0]!.arm, 'arm-1');
  assert.ok(Math.abs(weighed[0]!.probability / weighed[1]!.probability - 2 ** 5) < 1e-6);
});

test('a short number is a weak hit, the weaker the more arms there are; a long one hardly changes', () => {
  const none = (read: string): number[] =>
    [1e3, 1e5, 1e7].map((arms) => answerOf(read, [read], arms).noneProbability);
  const [few, many, most] = none('55120');
  assert.ok(few! < many! && many! < most! && most! > 0.5, `${few} ${many} ${most}`);
  assert.ok(none('KJT5512098').at(-1)! < 0.05);
});

test('the denser the numbers around one that is not here, the likelier that it is an arm of that lot', () => {
  const around = [0, 1, 2, 3, 4, 6, 7, 8].map((last) => `KJT5512${last}`);
  const answers = [1, 3, 8].map((mates) =>
    answerOf('KJT55125', ['KXT55125', ...around.slice(0, mates)], 1e5),
  );
  const none = answers.map(({ noneProbability }) => noneProbability);
  assert.ok(none[0]! < none[1]! && none[1]! < none[2]!, none.join());
  assert.ok(answers[2]!.fromLot > answers[0]!.fromLot && answers[2]!.fromLot > 0.5);
});

test('a whole number that stands in the register outweighs the lot around it', () => {
  const around = [0, 1, 2, 3, 4, 6, 7, 8].map((last) => `KJT5512${last}`);
  const { best } = answerOf('KJT55125', ['KJT55125', ...around], 1e5);
  const weighed = best();
  assert.equal(weighed[0]!.arm, 'arm-0');
  assert.ok(weighed[0]!.probability > 0.9);
});

test('where the very number is registered in a lot, little is left to its mates; beside another lot all of it', () => {
  const noneOf = (lotOf: (place: number) => string): number => {
    const numbers = ['55125', ...[0, 1, 2, 3, 4, 6, 7, 8].map((last) => `5512${last}`)];
    const list = listOf('55125', numbers);
    const isOwn = ({ serialBits }: Fit): boolean => serialBits >= list.wholeBits;
    const answer = weighOf(
      '55125',
      list,
      1e3,
      () => 2,
      (fit) => lotOf(isOwn(fit) ? 0 : 1),
    );
    return answer.noneProbability;
  };
  assert.ok(noneOf(() => 'one') < noneOf((place) => `${place}`) / 2);
});

test('where every number that fits an open reading is registered, hardly any is left to an arm that is not', () => {
  const fits = Array.from({ length: 10 }, (_, last) => `KJT5512${last}`);
  const none = [1, 5, 10].map((some) => answerOf('KJT5512?', fits.slice(0, some), 1e3).noneProbability);
  assert.ok(none[0]! > none[1]! && none[1]! > none[2]! && none[2]! < 0.05, none.join());
});

test('of the marks of one arm the one that fits best counts', () => {
  const { reading } = parseReading('KJT55120');
  const found = ['99999', 'KJT55120', 'KJT55121'].map((key) => ({ arms: ['a'], serial: serialOf([...key]) }));
  const { arms, fits } = shortlist(channel, reading, channel.ask(reading), found);
  assert.deepEqual([arms, fits.map(({ serial }) => serial)], [['a'], [serialOf([...'KJT55120'])]]);
});

test('a neighbour differs in one of the last digits, and only a whole reading has any', () => {
  const isNeighbour = (read: string, stands: string): boolean => listOf(read, [stands]).fits[0]!.isNeighbour;
  assert.ok(isNeighbour('KJT55120', 'KJT55920'));
  for (const [read, stands] of [
    ['KJT55120', 'KJT55120'],
    ['KJT55120', 'KJT95120'],
    ['KJT55120', 'KJT55931'],
    ['KJT55120', 'KJT5512O'],
    ['KJT55120', 'KJT5512'],
    ['KJT5512?', 'KJT55120'],
  ] as const)
    assert.ok(!isNeighbour(read, stands), `${read} ${stands}`);
});

test('a short list is short, unless more fit equally', () => {
  const numbers = Array.from({ length: 100_000 }, (_, n) => String(n).padStart(5, '0'));
  const twoOff = numbers.filter((digits) => digits.replaceAll('0', '').length <= 2).map((one) => `KJT${one}`);
  assert.ok(twoOff.length > 2 * SHORTLIST_MAX);
  assert.equal(listOf('KJT00000', twoOff).arms.length, SHORTLIST_MAX);
  assert.equal(listOf('KJT?????', twoOff).arms.length, twoOff.length);
});

test('of many marks, several of them on one arm, the list is that of looking at every one', () => {
  const near = fc
    .array(fc.constantFrom(...'0123'), { minLength: 3, maxLength: 3 })
    .map((last) => `KJT8${last.join('')}`);
  const marked = fc.record({
    arm: fc.integer({ min: 0, max: 900 }),
    number: fc.oneof({ arbitrary: near, weight: 9 }, number),
  });
  fc.assert(
    fc.property(fc.array(marked, { minLength: 1000, maxLength: 1600 }), (all) => {
      const { reading } = parseReading('KJT8001');
      const asked = channel.ask(reading);
      const marks = all.map((one) => ({ arm: one.arm, serial: serialOf([...one.number]) }));
      const found = [...Map.groupBy(all, (one) => one.number)].map(([key, bearing]) => ({
        arms: bearing.map(({ arm }) => arm),
        serial: serialOf([...key]),
      }));
      const best = new Map<number, number>();
      for (const { arm, serial } of marks)
        best.set(arm, Math.max(best.get(arm) ?? Number.NEGATIVE_INFINITY, channel.bits(asked, serial)));
      const top = Math.max(...best.values());
      const wanted = [...best]
        .filter(([, bits]) => bits >= top - 26)
        .sort(([one, a], [other, b]) => b - a || one - other)
        .slice(0, SHORTLIST_MAX);
      const { arms, fits } = shortlist(channel, reading, asked, found);
      const given = arms
        .map((arm, place) => [Number(arm), fits[place]!.serialBits] as const)
        .sort(([one, a], [other, b]) => b - a || one - other);
      assert.deepEqual(given.slice(0, SHORTLIST_MAX), wanted);
    }),
    { numRuns: 20, endOnFailure: true },
  );
});
