/**
 * The State's own rows of the reference tables from the command line: edited, shown, taken back, and known to another process.
 *
 * @clause B-12, PoA II.9
 */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { fileOf, run as runApart } from './hands.ts';
import { endSo, folder, home, letIn, run, runJson } from './staff.ts';

type Candidates = { readonly candidates: readonly { readonly code: string }[] };

test('a keeper of the tables adds a maker, and takes it back; others may look and not touch', async () => {
  await letIn('r.keeper', '--role', 'reference-keeper');
  const by = ['--operator', 'r.keeper', '--purpose', 'tables of 2026'];
  const row = { code: 'zerbin', name: 'Zerbin Waffen', aliases: 'Zerbinwerk', source: 'Order 12/2026' };
  const file = fileOf(folder, 'zerbin.json', JSON.stringify(row));
  const edit = ['reference', 'edit', '--table', 'maker', '--file', file, '--why', 'Licensed since 2026'];
  const first = async () =>
    (await runJson<Candidates>('normalise', 'maker', 'zerbinwerk')).json.candidates[0]?.code;
  assert.notEqual(await first(), 'zerbin');
  const wrong = fileOf(folder, 'wrong.json', JSON.stringify({ ...row, country: 'Belgium' }));
  const list = fileOf(folder, 'list.json', '[]');
  await endSo([
    [[...edit, '--operator', 'k.aldo'], 1, /Your role does not include this: changing the reference tables/],
    [['reference', 'edit', '--table', 'maker', '--file', file, ...by], 2, /Missing: --why/],
    [
      [...edit, ...by, '--file', wrong],
      1,
      /column country needs two capital letters of ISO 3166-1; Belgium came/,
    ],
    [[...edit, ...by, '--file', list], 2, /holds no row/],
    [[...edit, ...by, '--file', path.join(folder, 'absent.json')], 3, /cannot be read/],
    [[...edit, ...by, '--table', 'spear'], 2, /table/],
  ]);
  await endSo([[[...edit, ...by, '--add'], 0, /Kept\. zerbin stands/]]);
  assert.equal(await first(), 'zerbin');
  const apart = await runApart(home, 'normalise', 'maker', 'zerbinwerk', '--json');
  assert.equal(
    (JSON.parse(apart.out) as Candidates).candidates[0]?.code,
    'zerbin',
    'another process knows it',
  );
  await endSo([
    [[...edit, ...by, '--add'], 1, /There is an entry zerbin already/],
    [['reference', 'history', ...by], 0, /maker zerbin {2}by Name of r\.keeper: Licensed since 2026/],
    [['reference', 'history', '--code', 'zerbin', '--operator', 'k.aldo'], 0, /maker zerbin: Licensed/],
  ]);
  const back = ['reference', 'remove', '--table', 'maker', '--code', 'zerbin', '--why', 'Was a mistake'];
  await endSo([[[...back, ...by], 0, /Taken back/]]);
  assert.notEqual(await first(), 'zerbin');
  const { json } = await runJson<{ changes: { why: string }[] }>('reference', 'history', '--table', 'maker');
  assert.deepEqual(
    json.changes.map(({ why }) => why),
    ['Was a mistake', 'Licensed since 2026'],
  );
  assert.equal((await run(...back, ...by)).code, 1, 'it is taken back once');
});
