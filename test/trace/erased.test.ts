/**
 * What was said and told in traces, lists and hits is erased by order: no word of it stands in any table of the State, its pages go
 * on, and every proof stays whole.
 *
 * @clause B7 40, J-05
 */
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { addPaper } from '../../src/acts/add-paper.ts';
import { askAgency } from '../../src/acts/ask-agency.ts';
import { cancelListing } from '../../src/acts/cancel-listing.ts';
import { closeTrace } from '../../src/acts/close-trace.ts';
import { confirmListing } from '../../src/acts/confirm-listing.ts';
import { erasePersonalData } from '../../src/acts/erase-personal-data.ts';
import { listHits } from '../../src/acts/list-hits.ts';
import { listPapers } from '../../src/acts/list-papers.ts';
import { openTrace } from '../../src/acts/open-trace.ts';
import { proposeListing } from '../../src/acts/propose-listing.ts';
import { recordEvent } from '../../src/acts/record-event.ts';
import { tellHit } from '../../src/acts/tell-hit.ts';
import { viewHit } from '../../src/acts/view-hit.ts';
import { viewListing } from '../../src/acts/view-listing.ts';
import { viewTraceReceipt } from '../../src/acts/view-trace-receipt.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { erasureLog, readErasureLog } from '../../src/doors/backup/erasure-log.ts';
import { PDF } from '../acts/pictures.ts';
import { exportAndVerify, folder } from '../backup/backup-world.ts';
import {
  answer,
  ask,
  deliverAll,
  GROUND,
  good,
  heldOf,
  openStates,
  party,
  registerPistol,
  type StateNode,
  seizeAndOpen,
  viewOf,
} from './states.ts';

const NAME = 'Zephyrine Quillfeather';
const ORDER = { authority: 'High Court of XA', number: '12/2026', date: '2026-01-05' };
let here: StateNode;
let there: StateNode;
let elsewhere: readonly StateNode[];
before(async () => {
  elsewhere = await openStates('XC', 'XA');
  [here, there] = elsewhere as [StateNode, StateNode];
});
after(async () => {
  for (const one of elsewhere) await one.close();
});

/** Tables of a State in which the name stands, as text, as bytes, or within a signed message. */
async function tablesWith({ db }: StateNode, name: string): Promise<readonly string[]> {
  const columns = await db.rows<{ table: string; column: string; type: string }>(
    `select table_name as table, column_name as column, data_type as type from information_schema.columns
     where table_schema = 'public' and data_type in ('text', 'bytea', 'jsonb')`,
  );
  const found = new Set<string>();
  for (const { table, column, type } of columns) {
    const rows = await db.rows<{ value: string | Buffer }>(
      `select ${column}${type === 'jsonb' ? '::text' : ''} as value from ${table} where ${column} is not null`,
    );
    for (const { value } of rows) {
      const text = Buffer.isBuffer(value) ? value.toString('utf8') : value;
      const inside = text.split('.').map((part) => Buffer.from(part, 'base64url').toString('utf8'));
      if ([text, ...inside].some((one) => one.includes(name))) found.add(table);
    }
  }
  return [...found].sort();
}

async function erase(at: StateNode, wanted: object, log: string) {
  const act = erasePersonalData(erasureLog(log));
  const input = act.input.parse({ ground: 'court-order', order: ORDER, ...wanted });
  return act.run(at.office, at.actor, input);
}
const refusedAs = (value: unknown) => (isRefusal(value) ? value.refused : value);

test('a trace is erased by order on both sides of a request, papers too, and its receipts and proofs stand', async (t) => {
  const log = path.join(folder(t), 'erasures.jsonl');
  const { trace } = await seizeAndOpen(here, { serial: 'BH-77104' });
  const police = await party(here, 'agency', 'Police of Kerem');
  await here.does(askAgency, { trace, agency: police, words: `Does ${NAME} hold it?` });
  await here.does(addPaper(PDF), { trace, title: `Letter about ${NAME}` });
  const request = await ask(here, trace, [there], {
    ground: { ...GROUND, law: `Taken from ${NAME}.` },
  });
  assert.equal(refusedAs(await erase(here, { what: 'trace', target: trace }, log)), 'erasure-underway');
  await deliverAll(elsewhere);
  const held = await heldOf(there, request);
  await answer(there, held, { kind: 'no-record', note: `${NAME} is not known.` });
  await deliverAll(elsewhere);
  await here.does(closeTrace, { trace, outcome: 'unmarked', failure: 'unmarked', words: `${NAME} said so.` });
  await deliverAll(elsewhere);
  const before = await tablesWith(here, NAME);
  for (const table of ['outbox', 'inbox', 'trace_message', 'trace_words', 'document'])
    assert.ok(before.includes(table), `${table} held the name: ${before}`);
  assert.equal(
    refusedAs(await erase(here, { what: 'trace', target: trace, ground: 'request', order: undefined }, log)),
    'order-missing',
  );
  const { recorded: _, ...receipt } = await receiptOfOpening(trace);
  good(await erase(here, { what: 'trace', target: trace }, log));
  assert.deepEqual(await tablesWith(here, NAME), []);
  assert.equal(refusedAs(await erase(here, { what: 'trace', target: trace }, log)), 'trace-unknown');
  const view = await viewOf(here, trace);
  assert.equal(view.item, undefined);
  assert.equal(view.events.at(-1)!.type, 'personal-data-erased');
  assert.equal(view.status, 'closed');
  const { papers } = await here.does(listPapers, { trace });
  assert.ok(papers[0]!.erased !== undefined);
  const { recorded: __, ...after_ } = await receiptOfOpening(trace);
  assert.equal(after_.code, receipt.code, 'a receipt that was given out before still fits');
  assert.equal((await exportAndVerify(t, here)).ok, true);
  assert.notDeepEqual(await tablesWith(there, NAME), [], 'the other State decides on its own');
  good(await erase(there, { what: 'trace', target: held.trace }, log));
  assert.deepEqual(await tablesWith(there, NAME), []);
  assert.equal((await viewOf(there, held.trace)).requests.length, 1);
  assert.equal((await exportAndVerify(t, there)).ok, true);
  const noted = good(await readErasureLog(log));
  assert.deepEqual(
    noted.map(({ what }) => what),
    ['trace', 'document', 'trace'],
  );

  async function receiptOfOpening(of: string) {
    const [first] = (await viewOf(here, of)).events;
    return here.does(viewTraceReceipt, { trace: of, entry: first!.entry });
  }
});

test('what an entry of a list tells and the words of it and its hits are erased, and the proof stays', async (t) => {
  const log = path.join(folder(t), 'erasures.jsonl');
  const arm = await registerPistol(here, { serial: 'BH-88231' }, [
    { type: 'stolen', happened: '2026-01-02' },
  ]);
  const wish = { arm, ground: 'Arms Act', partners: [there.node], place: `House of ${NAME}` };
  const { subject: listing } = await here.does(proposeListing, {
    ...wish,
    ...{ reference: `Complaint of ${NAME}`, words: `${NAME} came in person.` },
  });
  await here.does(confirmListing, { listing }, here.second);
  await deliverAll(elsewhere);
  const twin = await registerPistol(here, { serial: 'BH-88231' });
  await here.does(recordEvent, { arm: twin, type: 'seized', happened: '2026-04-01' });
  await here.does(openTrace, { arm: twin });
  const { hits } = await here.does(listHits, {});
  const hit = hits.find((one) => one.listing === listing)!.id;
  await here.does(tellHit, { hit, answer: 'not-same', words: `${NAME} has it again.` });
  await here.does(cancelListing, { listing, reason: 'mistake', words: `${NAME} found it.` });
  await deliverAll(elsewhere);
  const before = await tablesWith(here, NAME);
  for (const table of ['listing', 'listing_words', 'outbox'])
    assert.ok(before.includes(table), `${table}: ${before}`);
  good(await erase(here, { what: 'hit', target: hit }, log));
  const still = await here.does(viewHit, { hit });
  assert.ok(still.events.every(({ text }) => text === undefined));
  assert.equal(refusedAs(await erase(here, { what: 'hit', target: hit }, log)), 'hit-unknown');
  assert.equal(
    refusedAs(await erase(here, { what: 'listing', target: listing, ground: 'request' }, log)),
    'order-missing',
  );
  good(await erase(here, { what: 'listing', target: listing }, log));
  assert.deepEqual(await tablesWith(here, NAME), []);
  const view = await here.does(viewListing, { listing });
  assert.deepEqual([view.thing, view.standing], [undefined, 'cancelled']);
  assert.equal(view.events.at(-1)!.type, 'personal-data-erased');
  assert.equal((await exportAndVerify(t, here)).ok, true);
  const [theirs] = await there.db.rows<{ id: string }>(
    'select listing_id as id from listing where their_id = $1',
    [listing],
  );
  good(await erase(there, { what: 'listing', target: theirs!.id }, log));
  assert.deepEqual(await tablesWith(there, NAME), [], 'the copy of a partner, by its own order');
});
