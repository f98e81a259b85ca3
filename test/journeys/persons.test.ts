/** Persons in files: their names stand apart from the ledger, and two of one name are never made one in silence. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type World, world } from '../world.ts';
import { bringIn, fileOf, folderOf } from './hands.ts';

let w: World;
before(async () => {
  w = await world();
});
after(() => w.close());

const HEADINGS = ['Serial number', 'Maker', 'Model', 'Calibre', 'Owner', 'Licence number'];
const row = (serial: string, owner: string, licence: string) => [
  serial,
  'Kestrane Sporting',
  'Wren 22',
  '.22 LR',
  owner,
  licence,
];

/** Which owner each serial has, by the order in which the owners first came. */
async function ownersOf(serials: readonly string[]): Promise<readonly number[]> {
  const rows = await w.db.rows<{ serial: string; owner_id: string }>(
    'select serial, owner_id from arm where serial = any($1)',
    [serials],
  );
  const ids = serials.map((serial) => rows.find((one) => one.serial === serial)!.owner_id);
  return ids.map((id) => ids.indexOf(id));
}

test('two persons of one name with different rights stay two, in one batch and across files', async (t) => {
  const folder = folderOf(t);
  const options = { register: 'Civil holders' };
  const first = fileOf(folder, 'a.xlsx', [
    HEADINGS,
    row('QZ 910001', 'Adela Quirane', 'L-100'),
    row('QZ 910002', 'Adela Quirane', 'L-200'),
    row('QZ 910003', 'ADELA QUIRANE', 'l-100'),
    row('QZ 910004', 'Adela Quirane', ''),
  ]);
  await bringIn(w, first, options);
  const second = fileOf(folder, 'b.xlsx', [
    HEADINGS,
    row('QZ 910005', 'Adela Quirane', 'L-200'),
    row('QZ 910006', 'Adela Quirane', 'L-300'),
    row('QZ 910007', 'Adela Quirane', ''),
  ]);
  await bringIn(w, second, options);
  const serials = [1, 2, 3, 4, 5, 6, 7].map((n) => `QZ 91000${n}`);
  assert.deepEqual(await ownersOf(serials), [0, 1, 0, 3, 1, 5, 3]);
});

test('bodies of one name are one, whatever rights stand beside them', async (t) => {
  const headings = ['Serial number', 'Maker', 'Model', 'Calibre', 'Dealer', 'Licence number'];
  const rows = [row('QZ 920001', 'Arms of Hollin', 'T-1'), row('QZ 920002', 'ARMS OF HOLLIN', 'T-2')];
  await bringIn(w, fileOf(folderOf(t), 'c.xlsx', [headings, ...rows]), { register: 'Trade' });
  const units = await w.db.rows("select 1 from party where name_key = 'ARMSOFHOLLIN'");
  assert.equal(units.length, 1);
});

test('no name of a person stands in an entry or in the table of parties', async (t) => {
  const headings = ['Serial number', 'Maker', 'Model', 'Calibre', 'Owner', 'Bearer', 'Observations'];
  const table = [
    headings,
    [
      'QZ 930001',
      'Kestrane',
      'Heron',
      '12/70',
      'Zebulon Owneriade',
      'Quasimir Bearerand',
      'seen by Tertius Noteman',
    ],
  ];
  await bringIn(w, fileOf(folderOf(t), 'd.xlsx', table), { register: 'Licences' });
  const persons = await w.db.rows<{ data: string }>(
    "select data from person_data where data like '%Owneriade%' or data like '%Bearerand%'",
  );
  assert.equal(persons.length, 2, 'the names stand where they can be erased');
  const bodies = await w.db.rows<{ body: Buffer }>('select body from ledger_entry');
  assert.ok(bodies.length > 5);
  for (const name of ['Owneriade', 'Bearerand', 'Noteman', 'Quirane'])
    for (const { body } of bodies)
      assert.ok(!body.toString('utf8').toLowerCase().includes(name.toLowerCase()), name);
  const parties = await w.db.rows('select 1 from party where name ~* $1 or name_key ~* $1', [
    'Owneriade|Bearerand|Quirane',
  ]);
  assert.equal(parties.length, 0);
});
