/**
 * An entry of the list of lost and stolen arms on one node: two officers, a complaint, an end unless renewed, the arm recovered;
 * own hits that are leads until they are answered; arms that are never listed.
 *
 * @clause C-12, E-04
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askHit } from '../../src/acts/ask-hit.ts';
import { closeWork } from '../../src/acts/close-work.ts';
import { confirmListing } from '../../src/acts/confirm-listing.ts';
import { listListings } from '../../src/acts/list-listings.ts';
import { listWork } from '../../src/acts/list-work.ts';
import { openTrace } from '../../src/acts/open-trace.ts';
import { proposeListing } from '../../src/acts/propose-listing.ts';
import { recordParty } from '../../src/acts/record-party.ts';
import { renewListing } from '../../src/acts/renew-listing.ts';
import { setTraceRules } from '../../src/acts/set-trace-rules.ts';
import { sweepListings } from '../../src/acts/sweep-listings.ts';
import { tellHit } from '../../src/acts/tell-hit.ts';
import { viewTrace } from '../../src/acts/view-trace.ts';
import { DAY, introduce, type Node, node } from '../exchange/nodes.ts';
import {
  anArm,
  aStolenArm,
  cancel,
  codeOf,
  entryOf,
  GROUND,
  good,
  happens,
  hitOf,
  hitsOf,
  listed,
  proposed,
  run,
  SECOND,
} from './lists.ts';

let here: Node;
let partner: string;
const closing: (() => unknown)[] = [];
before(async () => {
  const t = { after: (close: () => unknown) => closing.push(close) } as never;
  const there = await node(t, 'XB');
  here = await node(t, 'XA');
  await introduce(here, there);
  partner = there.id;
});
after(async () => {
  for (const close of closing.reverse()) await close();
});

const workOn = async (arm: string): Promise<readonly string[]> =>
  good(await run(here, listWork, { arm })).items.map(({ kind }) => kind);

test('an entry needs a stolen arm with a number, a complaint, and a second officer', async () => {
  const arm = await anArm(here, 'QF-114402');
  const wish = { arm, reference: 'PV 1/2026', ground: GROUND, partners: [partner] };
  assert.equal(codeOf(await run(here, proposeListing, wish)), 'listing-not-missing');
  await happens(here, arm, 'stolen');
  const { reference: _, ...bare } = wish;
  assert.equal(codeOf(await run(here, proposeListing, bare)), 'listing-reference-missing');
  const unread = await aStolenArm(here, '');
  assert.equal(codeOf(await run(here, proposeListing, { ...wish, arm: unread })), 'listing-number-missing');
  const listing = await proposed(here, arm, [partner]);
  assert.equal(codeOf(await run(here, proposeListing, wish)), 'listing-known');
  const before = await entryOf(here, listing);
  assert.deepEqual([before.standing, before.mayConfirm], ['proposed', false]);
  assert.equal(codeOf(await run(here, confirmListing, { listing })), 'listing-second-officer');
  assert.equal((await here.db.rows('select 1 from outbox')).length, 0, 'nothing leaves before that');
  good(await run(here, confirmListing, { listing }, SECOND));
  assert.equal(codeOf(await run(here, confirmListing, { listing }, SECOND)), 'listing-not-proposed');
  const { standing, told } = await entryOf(here, listing);
  assert.deepEqual([standing, told[0]!.country, told[0]!.sent], ['live', 'XB', 'published']);
});

test('partners are told the numbers, and neither owner nor property mark', async () => {
  const owner = good(await run(here, recordParty, { name: 'Gendarmerie of Kelmoor', kind: 'agency' }))
    .parties[0]!;
  const marks = [
    { kind: 'serial', part: 'receiver', text: 'QF-22[17]90' },
    { kind: 'property', part: 'stock', text: 'GENDARMERIE' },
  ];
  const arm = await aStolenArm(here, '', { marks, to: { owner } });
  const listing = await listed(here, arm, [partner], { place: 'Kelmoor' });
  const { thing } = await entryOf(here, listing);
  assert.equal(thing!.owner, 'Gendarmerie of Kelmoor', 'the own page knows whose it is');
  const sent = await here.db.rows<{ signed: Buffer }>('select signed from outbox where thread_id = $1', [
    listing,
  ]);
  const said = Buffer.from(sent[0]!.signed.toString('latin1').split('.')[1]!, 'base64url').toString('utf8');
  assert.ok(said.includes('QF-22[17]90') && said.includes('Kelmoor') && !said.includes('Gendarmerie'));
  assert.ok(!said.includes('GENDARMERIE') && !said.includes(arm), said);
});

test('arms of an agency that is never listed are not published, also those of a unit below it', async () => {
  const defence = good(await run(here, recordParty, { name: 'Defence', kind: 'agency' })).parties[0]!;
  const depot = good(await run(here, recordParty, { name: 'Depot 4', kind: 'depot', parent: defence }))
    .parties[0]!;
  const arm = await aStolenArm(here, 'QF-330001', { to: { unit: depot, keeper: depot } });
  const waiting = await proposed(here, arm, [partner]);
  good(await run(here, setTraceRules, { rules: { neverListed: [defence] } }));
  assert.equal(codeOf(await run(here, confirmListing, { listing: waiting }, SECOND)), 'listing-never');
  const other = await aStolenArm(here, 'QF-330002', { to: { unit: depot, keeper: depot } });
  const wish = { arm: other, reference: 'PV 2', ground: GROUND, partners: [partner] };
  assert.equal(codeOf(await run(here, proposeListing, wish)), 'listing-never');
  good(await run(here, setTraceRules, { rules: {} }));
});

test('a theft ends by itself unless it is renewed, with a reminder before', async () => {
  const arm = await aStolenArm(here, 'QF-440011');
  const [ends, stays] = [
    await listed(here, arm, [partner]),
    await listed(here, await aStolenArm(here, 'QF-440922'), [partner]),
  ];
  const { expires } = await entryOf(here, ends);
  here.pass(Date.parse(expires) - Date.now() - 5 * DAY);
  await sweepListings(here.office);
  assert.ok((await workOn(arm)).includes('listing-ends'));
  good(await run(here, renewListing, { listing: stays }));
  here.pass(7 * DAY);
  await sweepListings(here.office);
  assert.equal((await entryOf(here, ends)).standing, 'expired');
  assert.ok(!(await workOn(arm)).includes('listing-ends'));
  const renewed = await entryOf(here, stays);
  assert.deepEqual([renewed.standing, renewed.renewed], ['live', 1]);
  assert.equal(codeOf(await run(here, renewListing, { listing: ends })), 'listing-not-live');
  await happens(here, await anArm(here, 'QF-440011'), 'seized');
  assert.deepEqual(await hitsOf(here, { listing: ends }), [], 'an ended entry is met no more');
});

test('the recovery of a listed arm opens work that cancelling alone closes', async () => {
  const arm = await aStolenArm(here, 'QF-550077');
  const listing = await listed(here, arm, [partner]);
  await happens(here, arm, 'recovered');
  const { items } = good(await run(here, listWork, { arm }));
  const item = items.find(({ kind }) => kind === 'listed-arm-recovered');
  assert.deepEqual([item?.severity, item?.against], ['highest', listing]);
  const close = await run(here, closeWork, { arm, item: item!.id, why: 'It is back.' });
  assert.equal(codeOf(close), 'work-settled-by-act');
  assert.equal((await entryOf(here, listing)).recovered, true);
  good(await cancel(here, listing, 'recovered'));
  assert.ok(!(await workOn(arm)).includes('listed-arm-recovered'));
  assert.equal(codeOf(await cancel(here, listing)), 'listing-not-live');
});

test('what is met is a hit once: read with an error when seized, registered before, traced; and a false one is cleared', async () => {
  const there = await anArm(here, 'QF-66O155');
  const arm = await aStolenArm(here, 'QF-660155');
  const listing = await listed(here, arm, [partner]);
  const [first] = await hitsOf(here, { listing });
  assert.deepEqual([first!.arm, first!.met, first!.withheld], [there, 'arrival', 'own-entry']);
  const seized = await anArm(here, 'QF-66015?');
  await happens(here, seized, 'seized');
  await happens(here, seized, 'held-as-evidence');
  const second = (await hitsOf(here, { listing })).filter((hit) => hit.arm === seized);
  assert.deepEqual(
    second.map(({ met, isLead }) => [met, isLead]),
    [['seizure', true]],
  );
  const trace = good(await run(here, openTrace, { arm: seized })).trace;
  const { looks } = good(await run(here, viewTrace, { trace }));
  assert.deepEqual(looks[0]!.lists.find(({ name }) => name === 'published')?.hits, 1);
  assert.equal((await hitsOf(here, { listing })).length, 2, 'a trace of the same arm is no second hit');
  const other = await anArm(here, 'QF-991234');
  await happens(here, other, 'seized');
  assert.equal((await hitsOf(here, { arm: other })).length, 0);
  const hit = second[0]!.id;
  good(await run(here, askHit, { hit, words: 'Is the last digit a 5?' }));
  assert.equal((await hitOf(here, hit)).standing, 'asked');
  here.pass(3 * DAY);
  await sweepListings(here.office);
  assert.ok((await workOn(seized)).includes('listing-hit-late'));
  assert.equal((await hitOf(here, hit)).isLate, true);
  good(await run(here, tellHit, { hit, answer: 'not-same', words: 'It is a 9.' }));
  const cleared = await hitOf(here, hit);
  assert.deepEqual([cleared.standing, cleared.isLead, cleared.mayAsk], ['not-same', true, false]);
  assert.deepEqual(await workOn(seized), [], 'nothing of a cleared hit waits');
  good(await run(here, tellHit, { hit: first!.id, answer: 'live-and-same' }));
  assert.equal((await hitOf(here, first!.id)).isLead, false);
  assert.ok((await workOn(there)).includes('listing-hit-confirmed'));
  good(await cancel(here, listing, 'redress'));
  assert.equal((await hitOf(here, first!.id)).isLead, true, 'nothing rests on a cancelled entry');
  assert.equal(codeOf(await run(here, tellHit, { hit, answer: 'live-and-same' })), 'listing-not-live');
});

test('words stay beside the ledger', async () => {
  const arm = await aStolenArm(here, 'QF-770001');
  await proposed(here, arm, [partner], { words: 'Seen with Quenby Ashdowne.' });
  const rows = await here.db.rows<{ body: Buffer }>('select body from ledger_entry');
  assert.ok(!rows.some(({ body }) => body.toString('utf8').includes('Ashdowne')));
  const { listings } = good(await run(here, listListings, { arm }));
  assert.equal((await entryOf(here, listings[0]!.id)).events[0]!.text, 'Seen with Quenby Ashdowne.');
});
