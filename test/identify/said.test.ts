/** What is said of an arm is one number beside its marks, the same whoever works it out, and follows every change. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { foundArms } from '../../src/acts/found-arms.ts';
import { identifierOf } from '../../src/acts/identifier.ts';
import { learnDescriptions } from '../../src/acts/learn-descriptions.ts';
import { refoldArm } from '../../src/acts/refold-arm.ts';
import { fold } from '../../src/domain/base/text.ts';
import { makeLookup } from '../../src/domain/reference/lookup.ts';
import type { Database } from '../../src/store/database.ts';
import { saidNumber } from '../../src/store/said.ts';
import { kept, type Registry, registry } from '../acts/registry.ts';
import { registerMarked } from './registered.ts';

let here: Registry;
before(async () => {
  here = await registry();
  await registerMarked(here);
});
after(() => here.close());

/** How the migration works the number out. */
async function inSql(): Promise<string> {
  const migration = await readFile(
    new URL('../../migrations/0025-said-of-marks.sql', import.meta.url),
    'utf8',
  );
  const [, expression] = /set said = ([\s\S]+?)\n\s+from arm a/.exec(migration) ?? [];
  assert.ok(expression);
  return expression;
}

type Counted = { arms: number; descriptions: number; wrong: number };

async function counted(): Promise<Counted> {
  const [row] = await here.db.rows<Counted>(
    `select count(distinct m.arm_id)::int as arms, count(distinct m.said)::int as descriptions,
       count(*) filter (where m.said <> ${await inSql()})::int as wrong
     from arm_mark m join arm a on a.arm_id = m.arm_id`,
  );
  return row!;
}

test('what was learnt before anybody asked is not read again, and arms are weighed by the very words', async () => {
  const { office } = here;
  const identifier = await identifierOf(office);
  const first = await learnDescriptions(office);
  const { descriptions } = await counted();
  assert.ok(first >= descriptions - 1 && first > 5, `${first} of ${descriptions}`);
  assert.equal(await learnDescriptions(office), 0, 'all are known');
  const arms = await here.db.rows<{ id: string; maker: string; said: string }>(
    'select distinct on (arm_id) arm_id as id, maker, said::text as said from arm_mark join arm using (arm_id)',
  );
  let read = 0;
  const db = {
    rows: () => Promise.reject(new Error('not asked for')),
    quick: { rows: () => Promise.resolve((read++, [])) },
  };
  const found = foundArms(
    db as unknown as Pick<Database, 'rows' | 'quick'>,
    identifier,
    [],
    new Map(arms.map(({ id, said }) => [id, said])),
  );
  await found.learn(arms.map(({ id }) => id));
  assert.equal(read, 0);
  for (const { id, maker } of arms)
    assert.equal(found.profileOf(id)?.maker?.text, fold(maker ?? '') || undefined);
});

test('a server that ends stops learning', async () => {
  const { office } = here;
  const slow = {
    ...office,
    reference: async () => {
      const tables = await office.reference();
      return { ...tables, ...makeLookup(tables.reference) };
    },
  };
  let asked = 0;
  const learnt = await learnDescriptions(slow, () => ++asked > 0);
  assert.equal(asked, 1);
  assert.ok(learnt < (await counted()).descriptions, `${learnt}`);
});

test('every mark carries the number that the database works out for what is said of its arm', async () => {
  const { arms, descriptions, wrong } = await counted();
  assert.ok(arms > 90, `${arms}`);
  assert.ok(descriptions > 5 && descriptions < arms / 2, `${descriptions}`);
  assert.equal(wrong, 0);
});

test('nobody writes words that are taken for others: where one word ends is not a sign that can be typed', async () => {
  const words = { class: 'pistol', calibre: undefined, country: undefined, year: undefined };
  for (const sign of ['\u001f', '\n', '\t', ' ', '']) {
    const maker = `Orevall${sign}Works`;
    await here.register({
      description: { class: 'pistol', maker },
      marks: [{ kind: 'serial', text: 'ZQ-77' }],
    });
    const one = saidNumber({ ...words, maker, model: undefined });
    assert.notEqual(one, saidNumber({ ...words, maker: 'Orevall', model: 'Works' }));
  }
  assert.equal((await counted()).wrong, 0);
});

test('when an arm is described anew its marks carry the new number; a number put in its place is seen and mended', async () => {
  const { arm } = await here.register();
  const saidOf = async (): Promise<string> => {
    const [row] = await here.db.rows<{ said: string }>(
      'select said::text as said from arm_mark where arm_id = $1',
      [arm],
    );
    return row!.said;
  };
  const first = await saidOf();
  kept(await here.record(arm, 'sighted', { description: { class: 'assault-rifle', calibre: '5.56x45' } }));
  const second = await saidOf();
  assert.notEqual(second, first);
  assert.equal((await counted()).wrong, 0);
  await here.db.rows('delete from arm_mark where arm_id = $1', [arm]);
  await here.db.rows(
    "insert into arm_mark (arm_id, mark_no, kind, key, fold, said) values ($1, 0, 'serial', 'ZQ0417', '200417', 7)",
    [arm],
  );
  const { differences } = kept(await here.run(refoldArm, { arm }));
  assert.deepEqual(
    differences.map(({ column, is, should }) => [column, is, should]),
    [['said', '7', second]],
  );
  assert.equal(await saidOf(), second);
});
