/** Several numbers of one arm: each is read with its own signs and part, and the answer tells which of them its places are of. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Identify, identifyArm } from '../../src/acts/identify-arm.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { arm, got } from '../web/told-arms.ts';
import { type World, world } from '../world.ts';

let here: World;
before(async () => {
  here = await world();
  await arm(here, {
    description: { class: 'pistol', maker: 'Tarvos', model: 'PT-58', calibre: '9x19' },
    marks: [
      { kind: 'serial', part: 'frame', text: 'KJT82103', condition: 'legible' },
      { kind: 'serial', part: 'slide', text: '17942', condition: 'legible' },
    ],
  });
});
after(() => here.close());

const ask = async (wanted: Partial<Identify>) =>
  got(await identifyArm.run(here.office, here.actor, identifyArm.input.parse(wanted)));

test('numbers of further parts are read with their signs, and the one that tells most comes first', async () => {
  const told = await ask({
    reading: '1?94[27]',
    part: 'slide',
    more: [{ part: 'frame', reading: 'KJ~T82?03' }],
  });
  assert.deepEqual(
    told.understood.readings.map(({ part, written }) => [part, written]),
    [
      ['frame', 'KJ~T82?03'],
      ['slide', '1?94[27]'],
    ],
  );
  const [first] = told.candidates;
  assert.ok(first && (first.bits.parts ?? 0) > 5, 'the number of the slide speaks for it');
  assert.equal(first.mark.map(({ stands }) => stands).join(''), 'KJT82103');
  const alone = await ask({ reading: 'KJ~T82?03' });
  assert.ok(first.totalBits > alone.candidates[0]!.totalBits);
});

test('each character of the number that fits is told with the place at which it was read', async () => {
  const placesOf = async (reading: string): Promise<string | undefined> => {
    const { candidates, priorBits } = await ask({ reading });
    assert.ok(priorBits < 0);
    return candidates[0]?.mark.map(({ stands, place }) => `${stands}${place}`).join(' ');
  };
  assert.equal(await placesOf('…82103'), 'K0 J0 T0 81 22 13 04 35');
  assert.equal(await placesOf('KJT82130'), 'K1 J2 T3 84 25 16 08 37');
  assert.equal(await placesOf('KJ82103'), 'K1 J2 T0 83 24 15 06 37');
});

test('a number on a further part alone is enough, and nothing on any of them is refused', async () => {
  const alone = await ask({ reading: '', more: [{ part: 'slide', reading: '17942' }] });
  assert.equal(alone.understood.readings[0]?.part, 'slide');
  const nothing = await identifyArm.run(
    here.office,
    here.actor,
    identifyArm.input.parse({ reading: '??', more: [{ reading: '' }] }),
  );
  assert.ok(isRefusal(nothing) && nothing.refused === 'reading-says-nothing');
});
