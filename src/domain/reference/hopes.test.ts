/** What a name could reach at most is never less than what it reaches: else names would be left aside that were meant. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alignedBits, askedOf, typedOf } from './alignment.ts';
import { hopesOf } from './hopes.ts';
import { LETTER_BITS } from './surprise.ts';

/** Numbers below a limit, the same at each run. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test('no name is hoped less of than it has, over texts of every length, slips and scripts', () => {
  const draw = dice(7);
  const letters = [...'abcdeorstu015жи\u0720\u0721'];
  const word = (most: number): string =>
    Array.from({ length: 1 + draw(most) }, () => letters[draw(letters.length)]!).join('');
  for (let round = 0; round < 20_000; round++) {
    const names = [word(8), word(20), word(38)];
    const slipped = [...names[draw(3)]!];
    for (let slips = draw(4); slips > 0; slips--) {
      const at = draw(slipped.length);
      const kind = draw(4);
      if (kind === 0 && slipped.length > 1) slipped.splice(at, 1);
      else if (kind === 1) slipped.splice(at, 0, slipped[at]!);
      else if (kind === 2) slipped[at] = letters[draw(letters.length)]!;
      else [slipped[at], slipped[at + 1]] = [slipped[at + 1] ?? slipped[at]!, slipped[at]!];
    }
    const typed = draw(3) === 0 ? `${word(6)} ${slipped.join('')}` : slipped.join('');
    const asked = askedOf(
      typedOf(typed),
      Float64Array.from([...typed.replaceAll(' ', '')], () => (draw(5) * LETTER_BITS) / 4),
    );
    const glued = names.join('');
    const codes = Uint16Array.from(glued, (one) => one.charCodeAt(0));
    const starts = Uint32Array.of(0, names[0]!.length, names[0]!.length + names[1]!.length, glued.length);
    const hopes = hopesOf(asked, codes, starts);
    for (const [place, name] of names.entries()) {
      const has = alignedBits(asked, codes, starts[place]!, starts[place + 1]!);
      assert.ok(hopes[place]! >= has - 1e-9, `${name} read ${typed}: ${hopes[place]} hoped, ${has} reached`);
    }
  }
});
