/**
 * Lists of lost and stolen arms between two real offices: an entry is published, met, asked after, answered, cancelled and the
 * cancellation proved; and what a partner may not do.
 *
 * @clause C-12
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askHit } from '../../src/acts/ask-hit.ts';
import { confirmPeer } from '../../src/acts/confirm-peer.ts';
import { listListings } from '../../src/acts/list-listings.ts';
import { recordParty } from '../../src/acts/record-party.ts';
import { setTraceRules } from '../../src/acts/set-trace-rules.ts';
import { suspendPeer } from '../../src/acts/suspend-peer.ts';
import { sweepListings } from '../../src/acts/sweep-listings.ts';
import { tellHit } from '../../src/acts/tell-hit.ts';
import { LEARNED_PER_DAY_MAX, PUBLISHED_PER_DAY_MAX } from '../../src/domain/trace/listing.ts';
import { deliver, envelopeOf, pair, send, take } from '../exchange/nodes.ts';
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
} from './lists.ts';

test('the whole life: published, met by a seizure, asked, confirmed, recovered, cancelled everywhere and proved', async (t) => {
  const [xa, xb] = await pair(t);
  const arm = await aStolenArm(xa, 'ZQ-0417336');
  const listing = await listed(xa, arm, [xb.id]);
  await deliver(xa, [xa, xb]);
  const theirs = good(await run(xb, listListings, { side: 'partner' })).listings;
  assert.deepEqual(
    theirs.map(({ country, standing, status }) => [country, standing, status]),
    [['XA', 'live', 'stolen']],
  );
  const met = await anArm(xb, 'ZQ-O417336');
  await happens(xb, met, 'seized');
  const [hit] = await hitsOf(xb);
  assert.deepEqual([hit!.standing, hit!.isLead, hit!.isTold, hit!.arm], ['open', true, true, met]);
  await deliver(xb, [xa, xb]);
  const [told] = await hitsOf(xa);
  assert.deepEqual(
    [told!.side, told!.listing, told!.country, told!.arm],
    ['lister', listing, 'XB', undefined],
  );
  good(await run(xb, askHit, { hit: hit!.id, words: 'Second digit may be O.' }));
  await deliver(xb, [xa, xb]);
  const asked = await hitOf(xa, told!.id);
  assert.equal(asked.standing, 'asked');
  assert.equal(asked.events.at(-1)!.text, 'Second digit may be O.');
  assert.equal(
    codeOf(await run(xb, tellHit, { hit: hit!.id, answer: 'live-and-same' })),
    'hit-not-ours-to-tell',
  );
  good(await run(xa, tellHit, { hit: told!.id, answer: 'live-and-same' }));
  await deliver(xa, [xa, xb]);
  const confirmed = await hitOf(xb, hit!.id);
  assert.deepEqual([confirmed.standing, confirmed.isLead], ['confirmed', false]);
  await happens(xa, arm, 'recovered');
  good(await cancel(xa, listing, 'recovered'));
  const before = await entryOf(xa, listing);
  assert.equal(before.told[0]!.cancelTold, undefined, 'nothing is proved that was not told');
  await deliver(xa, [xa, xb]);
  const [gone] = good(await run(xb, listListings, { side: 'partner' })).listings;
  assert.equal(gone!.standing, 'cancelled');
  assert.equal((await hitOf(xb, hit!.id)).isLead, true, 'whose entry was cancelled is no ground any more');
  await deliver(xb, [xa, xb]);
  const after = await entryOf(xa, listing);
  assert.deepEqual([after.told[0]!.sent, after.told[0]!.receipt], ['cancelled', 'taken']);
  assert.ok(after.told[0]!.cancelTold);
  const again = await anArm(xb, 'ZQ-0417336');
  await happens(xb, again, 'seized');
  assert.equal((await hitsOf(xb, { arm: again })).length, 0, 'what was cancelled is met no more');
});

test('a partner that was away when an entry was cancelled is told when it is back', async (t) => {
  const [xa, xb] = await pair(t);
  const arm = await aStolenArm(xa, 'ZQ-0550911');
  const listing = await listed(xa, arm, [xb.id]);
  await deliver(xa, [xa, xb]);
  good(await run(xa, suspendPeer, { peer: xb.id, why: 'A key was lost.' }));
  good(await cancel(xa, listing, 'redress'));
  assert.equal(
    (await entryOf(xa, listing)).told[0]!.sent,
    'published',
    'the page says that it does not know',
  );
  const { fingerprint } = await xb.card();
  good(await run(xa, confirmPeer, { peer: xb.id, fingerprint }));
  await sweepListings(xa.office);
  await deliver(xa, [xa, xb]);
  await deliver(xb, [xa, xb]);
  assert.ok((await entryOf(xa, listing)).told[0]!.cancelTold);
});

test('what a partner may publish and learn in a day is bounded, and defence holdings are told to nobody', async (t) => {
  const [xa, xb] = await pair(t);
  const defence = good(await run(xb, recordParty, { name: 'Defence', kind: 'agency' })).parties[0]!;
  good(await run(xb, setTraceRules, { rules: { neverListed: [defence] } }));
  const kept = await anArm(xb, 'ZQ-0771234', { to: { owner: defence } });
  const listing = await listed(xa, await aStolenArm(xa, 'ZQ-0771234'), [xb.id]);
  await deliver(xa, [xa, xb]);
  const [hit] = await hitsOf(xb, { arm: kept });
  assert.deepEqual([hit!.isTold, hit!.withheld], [false, 'never-listed']);
  assert.equal(codeOf(await run(xb, askHit, { hit: hit!.id })), 'hit-never-told');
  await deliver(xb, [xa, xb]);
  assert.deepEqual(await hitsOf(xa, { listing }), []);
  const filler = `insert into listing (listing_id, side, peer_id, their_id, country, listed_as, standing, expires_on, came_at,
      touched_at, class) select gen_random_uuid(), 'partner', $1, gen_random_uuid(), 'XA', 'lost', 'live', '2030-01-01', now(), now(),
      'rifle' from generate_series(1, $2)`;
  await xb.db.rows(filler, [xa.id, PUBLISHED_PER_DAY_MAX]);
  const beyond = await listed(xa, await aStolenArm(xa, 'ZQ-0880001'), [xb.id]);
  await deliver(xa, [xa, xb]);
  assert.equal((await entryOf(xa, beyond)).told[0]!.receipt, 'refused');
  const met = `insert into listing_hit (listing_id, hit_id, met_with, side, peer_id, country, met, probability, standing, told, met_at,
      touched_at) select listing_id, gen_random_uuid(), gen_random_uuid(), 'finder', $1, 'XA', 'arrival', 900, 'open', true, now(),
      now() from listing where side = 'partner' limit $2`;
  await xb.db.rows(met, [xa.id, LEARNED_PER_DAY_MAX]);
  const seized = await anArm(xb, 'ZQ-0771235');
  await xb.db.rows("update listing set standing = 'live' where side = 'partner'");
  await happens(xb, seized, 'seized');
  for (const { withheld } of await hitsOf(xb, { arm: seized })) assert.equal(withheld, 'budget');
  const twin = await anArm(xb, 'ZQ-O771234');
  const [untold] = await hitsOf(xb, { arm: twin });
  assert.deepEqual([untold!.isTold, untold!.withheld], [false, 'budget']);
  good(await run(xb, askHit, { hit: untold!.id }));
  await deliver(xb, [xa, xb]);
  assert.equal((await hitsOf(xa, { listing }))[0]!.standing, 'asked', 'a person may still decide to ask');
});

test('a partner speaks of its own entries alone, and hostile content is refused with nothing kept', async (t) => {
  const [xa, xb] = await pair(t);
  const listing = await listed(xa, await aStolenArm(xa, 'ZQ-0990001'), [xb.id]);
  await deliver(xa, [xa, xb]);
  const entry = {
    ...{ status: 'stolen', happened: '2026-03-04', class: 'rifle', reference: 'PV 9', ground: GROUND },
    marks: [{ kind: 'serial', part: 'receiver', text: 'XX-1', condition: 'legible' }],
  };
  const expires = '2026-12-01';
  const unlisted = await proposed(xa, await aStolenArm(xa, 'ZQ-0990002'), [xb.id]);
  const said: readonly (readonly [string, object, string?])[] = [
    ['listing/published', { entry: { ...entry, marks: [] }, expires }],
    [
      'listing/published',
      { entry: { ...entry, marks: [{ ...entry.marks[0], text: 'A'.repeat(10_000) }] }, expires },
    ],
    ['listing/published', { entry: { ...entry, maker: 'a\u0000b' }, expires }],
    ['listing/published', { entry: { ...entry, holder: 'Quenby Ashdowne' }, expires }],
    ['listing/published', { entry: { ...entry, reference: '' }, expires }],
    ['listing/published', { entry, expires: 'tomorrow' }],
    ['listing/cancelled', { reason: 'mistake' }],
    ['listing/cancelled', { reason: 'mistake' }, listing],
    ['listing/hit', { listing: unlisted, country: 'XB' }],
    ['listing/hit', { listing, country: 'XC' }],
    ['listing/hit', { listing: xa.id, country: 'XB' }],
    ['listing/asked', {}],
    ['listing/told', { answer: 'live-and-same' }],
    ['listing/told', { cancelled: true }, listing],
  ];
  for (const [type, body, thread] of said) {
    const { message } = await send(xb, xa, { type, body, ...(thread ? { thread } : {}) } as never);
    const taken = await take(xa, await envelopeOf(xb, message));
    assert.ok('took' in taken, JSON.stringify([type, body]));
    const rows = await xa.db.rows<{ state: string }>('select state from inbox where message_id = $1', [
      message,
    ]);
    assert.equal(rows[0]!.state, 'refused', JSON.stringify([type, body]));
  }
  assert.deepEqual((await entryOf(xa, listing)).standing, 'live');
  assert.deepEqual(await hitsOf(xa), []);
  assert.equal((await xa.db.rows("select 1 from listing where side = 'partner'")).length, 0);
});
