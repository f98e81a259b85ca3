/** Arms entered twice are proposed with their evidence: by numbers that look alike, and by what is said beside them. A-12. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { listWork } from '../../src/acts/list-work.ts';
import { machine } from '../../src/acts/office.ts';
import { registerArm } from '../../src/acts/register-arm.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { type World, world } from '../world.ts';

let here: World;
before(async () => {
  here = await world({});
});
after(() => here.close());

const actor = machine('tester', '');

async function register(serial: string, said: Readonly<Record<string, string>>): Promise<string> {
  const input = registerArm.input.parse({
    act: randomUUID(),
    description: { class: 'pistol', ...said },
    marks: [{ kind: 'serial', part: 'frame', text: serial, condition: 'legible' }],
  });
  const done = await registerArm.run(here.office, actor, input);
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return done.arm;
}

async function proposalsOf(arm: string) {
  const list = await listWork.run(
    here.office,
    actor,
    listWork.input.parse({ arm, kind: 'perhaps-same-arm' }),
  );
  if (isRefusal(list)) throw new Error(JSON.stringify(list));
  return list.items.map(({ id, against }) => ({ against, evidence: list.evidence.get(id) }));
}

test('a number written with an O for a zero, and a maker as another clerk writes it, is proposed with its evidence', async () => {
  const first = await register('AO142349', { maker: 'Taurus', calibre: '.38 Special' });
  const second = await register('A0142349', { maker: 'tauros', calibre: '.38' });
  const [found, ...others] = await proposalsOf(second);
  assert.equal(found?.against, first);
  assert.deepEqual(others, []);
  const { evidence } = found!;
  assert.ok(evidence!.probability > 0.9, String(evidence?.probability));
  assert.ok(evidence!.bits.serial! > 10 && evidence!.bits.maker! > 0);
  assert.deepEqual(
    evidence!.steps.map(({ is }) => is),
    ['alike'],
  );
});

test('a neighbour of the lot, and equal digits on an arm of another kind and maker, are not proposed', async () => {
  await register('KDT55125', { maker: 'Taurus', calibre: '.380' });
  assert.deepEqual(await proposalsOf(await register('KDT55126', { maker: 'Taurus', calibre: '.380' })), []);
  await register('20567', { class: 'assault-rifle', maker: 'FN', calibre: '7.62x51' });
  const other = await register('20567', { class: 'shotgun', maker: 'Boito', calibre: '36' });
  assert.deepEqual(await proposalsOf(other), []);
});
