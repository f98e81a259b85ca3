/** The custody drawing keeps its promises whatever the dates: no label over another, none over a pole, none beyond the edge. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  placeBars,
  placeClashes,
  placeFlags,
  scaleOf,
  ticksOf,
  WIDTH,
  widthOf,
  xOf,
} from '../../src/doors/web/custody-layout.ts';
import { inSentence, visible } from '../../src/doors/web/text.ts';

const label = fc.string({ minLength: 1, maxLength: 40 });
const DAY = 86_400_000;
const time = fc.integer({ min: Date.UTC(1950, 0), max: Date.UTC(2030, 0) });
const NOW = Date.UTC(2026, 0);

test('flags never lie over each other or over a pole, and stay on the drawing', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ at: time, label }), { minLength: 1, maxLength: 25 }), (events) => {
      const short = events.map((one) => ({ ...one, label: one.label.slice(0, 22) }));
      const scale = scaleOf(
        short.map((one) => one.at),
        NOW,
        short,
      );
      const placed = placeFlags(short.map((one) => ({ ...one, x: xOf(scale, one.at) })));
      const shown = placed.flatMap((one) => (one.row === undefined ? [] : [{ ...one, row: one.row }]));
      assert.ok(shown.length > 0);
      for (const a of shown) {
        assert.ok(a.x + 5 + widthOf(a.label) <= WIDTH, `${a.label} leaves the drawing`);
        for (const b of shown) {
          if (a === b) continue;
          const apart = a.x + 5 + widthOf(a.label) <= b.x || b.x + 5 + widthOf(b.label) <= a.x;
          assert.ok(a.row !== b.row || apart, `${a.label} lies over ${b.label}`);
          const crossed = b.row > a.row && b.x > a.x + 3 && b.x < a.x + 5 + widthOf(a.label);
          assert.ok(!crossed, `the pole of ${b.label} crosses ${a.label}`);
        }
      }
    }),
  );
});

test('labels of bars are whole or absent, never over the next bar', () => {
  const bar = fc.record({
    x: fc.integer({ min: 112, max: 900 }),
    width: fc.integer({ min: 3, max: 130 }),
    label,
  });
  fc.assert(
    fc.property(fc.array(bar, { maxLength: 12 }), (bars) => {
      const placed = placeBars(bars, WIDTH);
      placed.forEach((one, index) => {
        if (one.labelX === undefined) return;
        const end = one.labelX + widthOf(one.label);
        const limit = one.inside ? one.x + one.width : (placed[index + 1]?.x ?? WIDTH);
        assert.ok(end <= limit, `${one.label} is cut or collides`);
      });
    }),
  );
});

test('names of contradictions never meet in a row', () => {
  const bar = fc.record({
    x: fc.integer({ min: 112, max: 1000 }),
    width: fc.integer({ min: 12, max: 300 }),
    label,
  });
  fc.assert(
    fc.property(fc.array(bar, { maxLength: 10 }), (bars) => {
      const placed = placeClashes(bars).filter((one) => one.row !== undefined);
      const extent = (one: (typeof placed)[number]): readonly [number, number] => {
        const from = one.end ? one.labelX - widthOf(one.label) : one.x;
        const to = one.end || one.inside ? one.x + one.width : one.labelX + widthOf(one.label);
        return [from, to];
      };
      for (const a of placed)
        for (const b of placed) {
          if (a === b || a.row !== b.row) continue;
          const [[aFrom, aTo], [bFrom, bTo]] = [extent(a), extent(b)];
          assert.ok(aTo <= bFrom || bTo <= aFrom, `${a.label} meets ${b.label}`);
        }
    }),
  );
});

test('a scale has between one and a dozen ticks, from days to centuries', () => {
  for (const days of [1, 20, 100, 400, 3000, 9000, 40_000]) {
    const ticks = ticksOf(scaleOf([NOW - days * DAY], NOW, []));
    assert.ok(ticks.length <= 12, `${days} days give ${ticks.length} ticks`);
    if (days > 60) assert.ok(ticks.length >= 1, `${days} days give no tick`);
    for (const [index, tick] of ticks.entries()) if (index > 0) assert.ok(tick.x - ticks[index - 1]!.x > 50);
  }
});

test('hidden characters become signs, letters stay', () => {
  assert.equal(visible('A\u202eB\u0000C\u200fD'), 'A[U+202E]B[U+0000]C[U+200F]D');
  assert.equal(visible('Zoë عربي 東京'), 'Zoë عربي 東京');
  assert.equal(inSentence('x\u2069y'), '\u2068x[U+2069]y\u2069');
});
