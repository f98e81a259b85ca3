/** Requests for files that name persons come by pages, to those who oversee them and to who asked. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askExport } from '../src/acts/ask-export.ts';
import type { Exports } from '../src/acts/export-requests.ts';
import { listExports } from '../src/acts/list-exports.ts';
import { listOwnExports } from '../src/acts/list-own-exports.ts';
import { kept } from './acts/registry.ts';
import { as, person, plant, r } from './planted.ts';

const ASKED = {
  search: { maker: 'Zeta' },
  fields: ['holder'],
  purpose: 'case 9/26',
  reason: 'The court asks who keeps the arms of Zorvane Delacruse',
};

before(plant);
after(() => r.close());

test('requests come page by page as they do at once, to who oversees them and to who asked', async () => {
  const clerk = await person('registry-clerk');
  const supervisor = await person('supervisor');
  const asked: string[] = [];
  for (let n = 0; n < 3; n++) asked.push(kept(await as(clerk, askExport, ASKED)).request);
  const paged = async (read: (after: object) => Promise<unknown>): Promise<readonly string[]> => {
    const ids: string[] = [];
    for (let after = {}, page = 0; page < 50; page++) {
      const { exports, next } = kept((await read(after)) as Exports);
      ids.push(...exports.map(({ id }) => id));
      if (next === undefined) return ids;
      after = { after: next };
    }
    throw new Error('the list has no end');
  };
  const own = await paged((after) => as(clerk, listOwnExports, { limit: 1, ...after }));
  assert.deepEqual(own, [...asked].reverse());
  for (const waiting of [true, false]) {
    const all = kept(await as(supervisor, listExports, { waiting, limit: 200 })).exports.map(({ id }) => id);
    assert.deepEqual(
      await paged((after) => as(supervisor, listExports, { waiting, limit: 2, ...after })),
      all,
    );
    assert.ok(asked.every((id) => all.includes(id)));
  }
});
