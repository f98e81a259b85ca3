/** Parties, rights, lots and holdings: kept whole or not at all, once, and no name of a person in the ledger. */
import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { world } from '../../test/world.ts';
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import { isRightValid } from '../domain/licence/right.ts';
import { listLotsOfSerial } from '../store/lot.ts';
import { findPerson, listParties, listRights } from '../store/party.ts';
import { declareHolding } from './declare-holding.ts';
import { declareLot } from './declare-lot.ts';
import { type Act, newId } from './office.ts';
import { type PartyWish, recordParties, recordParty } from './record-party.ts';
import { recordRight } from './record-right.ts';

async function open(t: TestContext) {
  const here = await world();
  t.after(() => here.close());
  const { office, actor, db } = here;
  const count = async (table: string): Promise<number> =>
    (await db.rows<{ n: number }>(`select count(*) as n from ${table}`))[0]!.n;
  const run = <I, O>(act: Act<I, O>, input: object) => act.run(office, actor, act.input.parse(input));
  return { office, actor, db, count, run };
}

const got = <T>(result: T | Refusal): T => {
  assert.ok(!isRefusal(result), JSON.stringify(result));
  return result;
};
const refusedAs = (result: unknown): string => (isRefusal(result) ? result.refused : 'was not refused');

test('a unit is recorded, renamed, merged; each act once', async (t) => {
  const { office, db, run, count } = await open(t);
  const act = newId(office);
  const first = got(await run(recordParty, { act, kind: 'unit', name: 'Compagnie de Kelmoor' }));
  const [unit = ''] = first.parties;
  assert.deepEqual(got(await run(recordParty, { act, kind: 'unit', name: 'Compagnie de Kelmoor' })), first);
  assert.equal(await count('party'), 1);
  const [other = ''] = got(await run(recordParty, { kind: 'unit', name: 'Compagnie de Hollin' })).parties;
  const renamed = { party: unit, type: 'party-renamed', name: 'Compagnie mobile', happened: '2014-03' };
  got(await run(recordParty, renamed));
  got(await run(recordParty, { party: unit, type: 'party-merged', into: other, happened: '2017' }));
  const now = (await listParties(db, [unit])).get(unit);
  assert.deepEqual([now?.name, now?.state, now?.into], ['Compagnie mobile', 'merged', other]);
  assert.equal(
    refusedAs(await run(recordParty, { party: unit, kind: 'unit', name: 'x' })),
    'party-known-already',
  );
  assert.equal(
    refusedAs(await run(recordParty, { party: newId(office), type: 'party-disbanded' })),
    'party-unknown',
  );
  assert.equal(refusedAs(await run(recordParty, { kind: 'unit' })), 'party-incomplete');
});

test('where one of many is refused, none is kept', async (t) => {
  const { office, actor, count } = await open(t);
  const entries = await count('ledger_entry');
  const good: PartyWish = { type: 'party-recorded', kind: 'depot', name: 'Dépôt de Savelle' };
  const bad: PartyWish = { ...good, parent: newId(office) };
  assert.equal(refusedAs(await recordParties(office, actor, newId(office), [good, bad])), 'party-unknown');
  assert.deepEqual([await count('party'), await count('ledger_entry')], [0, entries]);
});

test('the name of a person stands apart from the ledger', async (t) => {
  const { db, run } = await open(t);
  const [id = ''] = got(await run(recordParty, { kind: 'person', name: 'Adela Bakshane' })).parties;
  const rows = await db.rows<{ body: Buffer }>('select body from ledger_entry where subject_id = $1', [id]);
  const body = rows.map((row) => row.body.toString('utf8')).join('');
  assert.ok(!body.includes('Bakshane'));
  assert.match(body, /"person":"[0-9a-f]{64}"/);
  assert.match((await findPerson(db, id))?.data ?? '', /Adela Bakshane/);
  assert.equal((await listParties(db, [id])).get(id)?.name, '');
});

test('a right is recorded, then revoked from a day on', async (t) => {
  const { db, run } = await open(t);
  const [holder = ''] = got(await run(recordParty, { kind: 'dealer', name: 'Armurerie Corvado' })).parties;
  const facts = { kind: 'dealer', number: 'XA/DE/1', authority: 'Préfecture', from: '2018' };
  const [right = ''] = got(await run(recordRight, { holder, ...facts })).rights;
  got(await run(recordRight, { right, state: 'revoked', since: '2020-05-01' }));
  const [now] = await listRights(db, [holder]);
  assert.equal(now?.number, 'XA/DE/1');
  assert.deepEqual(
    ['2020-04-30', '2020-05-02'].map((day) => isRightValid(now!, day as never)),
    [true, false],
  );
  assert.equal(refusedAs(await run(recordRight, { holder, kind: 'dealer' })), 'right-incomplete');
  assert.equal(refusedAs(await run(recordRight, { ...facts, holder: right })), 'party-unknown');
});

test('a lot is found by a serial inside its range only', async (t) => {
  const { db, run } = await open(t);
  const [maker = ''] = got(await run(recordParty, { kind: 'maker', name: 'Tannegg Arms' })).parties;
  const lot = { maker, class: 'pistol', prefix: 'ZQ', first: 100, last: 199, digits: 7, quantity: 100 };
  got(await run(declareLot, lot));
  const at = async (number: number, digits = 7) =>
    (await listLotsOfSerial(db, { prefix: 'ZQ', number, digits })).length;
  assert.deepEqual(
    [await at(99), await at(100), await at(199), await at(200), await at(150, 8)],
    [0, 1, 1, 0, 0],
  );
  assert.equal(refusedAs(await run(declareLot, { ...lot, last: 99 })), 'lot-range');
  assert.equal(refusedAs(await run(declareLot, { ...lot, quantity: 101 })), 'lot-range');
});

test('a holding is declared once and counts no arm', async (t) => {
  const { office, run, count } = await open(t);
  const act = newId(office);
  for (let turn = 0; turn < 2; turn++) got(await run(declareHolding, { act, class: 'pistol', quantity: 40 }));
  assert.deepEqual([await count('arm_holding'), await count('arm')], [1, 0]);
});

test('no agency comes to stand below itself, however long the way round', async (t) => {
  const { office, run } = await open(t);
  const ids = ['Top agency', 'Middle agency', 'Low unit'].map(() => newId(office));
  for (const [n, name] of ['Top agency', 'Middle agency', 'Low unit'].entries())
    got(
      await run(recordParty, {
        party: ids[n],
        kind: 'agency',
        name,
        ...(n > 0 ? { parent: ids[n - 1] } : {}),
      }),
    );
  const round = { party: ids[0], type: 'party-placed', parent: ids[2] };
  assert.equal(refusedAs(await run(recordParty, round)), 'party-circle');
  got(await run(recordParty, { party: ids[2], type: 'party-placed', parent: ids[0] }));
});
