/**
 * Cards and keys: trusted by comparison, renewed by what was trusted, and not trusted any more once withdrawn.
 *
 * @clause J-01, I-01
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addPeer } from '../../src/acts/add-peer.ts';
import { confirmPeer } from '../../src/acts/confirm-peer.ts';
import { sendMessage } from '../../src/acts/exchange-send.ts';
import { sweepExchange } from '../../src/acts/exchange-sweep.ts';
import { listPeers } from '../../src/acts/list-peers.ts';
import { newId } from '../../src/acts/office.ts';
import { publishCard, rotateKeys } from '../../src/acts/publish-card.ts';
import { suspendPeer } from '../../src/acts/suspend-peer.ts';
import { withdrawPeerKey } from '../../src/acts/withdraw-peer-key.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { parseFingerprint } from '../../src/domain/exchange/card.ts';
import { world } from '../world.ts';
import { forge } from './forge.ts';
import {
  CLERK,
  DAY,
  deliver,
  envelopeOf,
  good,
  introduce,
  type Node,
  node,
  pair,
  send,
  take,
} from './nodes.ts';

const add = (at: Node, input: object) => addPeer.run(at.office, CLERK, addPeer.input.parse(input));
const refusalOf = (value: unknown): string => (isRefusal(value) ? value.refused : 'not refused');
const rotate = async (at: Node, lost = false) => good(await rotateKeys.run(at.office, CLERK, { lost }));
const peersOf = async (at: Node) => good(await listPeers.run(at.office, CLERK, { limit: 10 })).peers;
const trySend = (from: Node, to: Node) =>
  from.db.transaction((tx) =>
    sendMessage(tx, from.office, {
      peer: to.id,
      type: 'trace/request',
      thread: newId(from.office),
      body: {},
    }),
  );

test('a peer is trusted by the fingerprint that was heard, in whatever digits it was typed', async (t) => {
  const [a, b] = [await node(t, 'XA'), await node(t, 'XB')];
  const { signed: card, fingerprint } = await b.card();
  assert.match(fingerprint, /^(\d{5} ){7}\d{5}$/);
  assert.equal(refusalOf(await trySend(a, b)), 'peer-unknown');
  assert.equal(refusalOf(await add(a, { card, fingerprint: '1' })), 'fingerprint-unreadable');
  const wrong = fingerprint.replace(/^./, (digit) => String((Number(digit) + 1) % 10));
  assert.equal(refusalOf(await add(a, { card, fingerprint: wrong })), 'fingerprint-differs');
  good(await add(a, { card }));
  assert.equal(refusalOf(await trySend(a, b)), 'peer-not-confirmed');
  const arabic = fingerprint.replace(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit)));
  assert.equal(parseFingerprint(arabic), fingerprint);
  good(await confirmPeer.run(a.office, CLERK, { peer: b.id, fingerprint: arabic }));
  assert.ok(!isRefusal(await trySend(a, b)));
  good(await suspendPeer.run(a.office, CLERK, { peer: b.id, why: 'A drill.' }));
  assert.equal(refusalOf(await trySend(a, b)), 'peer-suspended');
  assert.equal(refusalOf(await add(a, { card })), 'fingerprint-missing');
  const [own] = [await a.card()];
  assert.equal(refusalOf(await add(a, { card: own.signed })), 'card-own');
  assert.equal(refusalOf(await add(a, { card: card.replace(/.{10}$/, 'AAAAAAAAAA') })), 'card-unreadable');
});

test('a demonstration and a real register trust each other never', async (t) => {
  const a = await node(t, 'XA');
  const live = await world({ state: 'XB', demonstration: false });
  t.after(() => live.close());
  const { signed: card } = await a.card();
  const done = await addPeer.run(live.office, CLERK, addPeer.input.parse({ card }));
  assert.equal(refusalOf(done), 'card-of-another-kind');
});

test('keys are rotated: the old one brings the new card, and what was on its way under it still arrives', async (t) => {
  const [a, b] = await pair(t);
  const before = await send(a, b, { text: 'before' });
  const sealedToOld = await envelopeOf(b, (await send(b, a, { text: 'to the old key' })).message);
  await rotate(a);
  const after = await send(a, b, { text: 'after' });
  const early = await envelopeOf(a, after.message);
  assert.deepEqual(await take(b, early), { refused: 'sender-refused', code: 'sender-unknown' });
  const { delivered } = await deliver(a, [a, b]);
  assert.equal(delivered, 3);
  assert.deepEqual(b.handled, ['before', 'after']);
  assert.equal((await peersOf(b))[0]?.fingerprint, (await a.card()).fingerprint);
  assert.equal((await peersOf(b))[0]?.standing, 'confirmed');
  assert.equal(before.seq, 1);
  assert.ok('took' in (await take(a, sealedToOld)));
  await deliver(b, [a, b]);
  assert.deepEqual(a.handled, ['to the old key']);
});

test('a key that was rotated out ends after its days, at both ends', async (t) => {
  const [a, b] = await pair(t);
  const old = { kid: (await a.card()).card.sign.kid, seal: (await a.card()).card.seal.kid };
  const key = a.office.exchange.find(old.kid)!;
  const toOld = await forge(b, a);
  await rotate(a);
  await deliver(a, [a, b]);
  const late = () => forge(a, b, { signKey: key, signedHeader: { kid: old.kid } });
  for (const each of [a, b]) each.pass(199 * DAY);
  assert.ok('took' in (await take(b, await late())));
  for (const each of [a, b]) each.pass(2 * DAY);
  assert.deepEqual(await take(b, await late()), { refused: 'sender-refused', code: 'key-ended' });
  assert.deepEqual(await take(a, toOld), { refused: 'not-for-us', code: 'not-for-us' });
  await sweepExchange(a.office);
  assert.equal(a.office.exchange.find(old.seal), undefined, 'the private key is removed');
  assert.ok(!isRefusal(await trySend(a, b)), 'the new one is there');
});

test('keys rotated while a peer had suspended this node are learnt when it is confirmed again', async (t) => {
  const [a, b] = await pair(t);
  const { fingerprint } = await a.card();
  good(await suspendPeer.run(b.office, CLERK, { peer: a.id, why: 'A drill.' }));
  await rotate(a);
  await send(a, b, { text: 'after' });
  for (let day = 0; day < 3; day++) {
    await deliver(a, [a, b]);
    a.pass(DAY);
  }
  good(await confirmPeer.run(b.office, CLERK, { peer: a.id, fingerprint }));
  await deliver(a, [a, b]);
  a.pass(DAY);
  await deliver(a, [a, b]);
  assert.deepEqual(b.handled, ['after']);
  assert.equal((await peersOf(b))[0]?.fingerprint, (await a.card()).fingerprint);
});

test('an older card, or one of another node, changes nothing', async (t) => {
  const [a, b] = await pair(t);
  const c = await node(t, 'XC');
  const old = (await a.card()).signed;
  await rotate(a);
  await deliver(a, [a, b]);
  const now = (await peersOf(b))[0]?.fingerprint;
  for (const card of [old, (await c.card()).signed]) {
    const sent = await send(a, b, { type: 'peer/card', body: { card } });
    await take(b, await envelopeOf(a, sent.message));
  }
  assert.equal((await peersOf(b))[0]?.fingerprint, now);
  assert.equal((await peersOf(b)).length, 1);
});

test('a stolen key: withdrawn by the peers, and the node is trusted again only by a new card that was compared', async (t) => {
  const [a, b] = await pair(t);
  const stolen = (await a.card()).card.sign.kid;
  const thief = { signKey: a.office.exchange.find(stolen)!, signedHeader: { kid: stolen } };
  const waiting = await send(a, b, { text: 'waiting' });
  const oldCard = await a.card();
  good(await withdrawPeerKey.run(b.office, CLERK, { peer: a.id, why: 'Stolen, as told by telephone.' }));
  assert.deepEqual(await take(b, await forge(a, b, thief)), {
    refused: 'sender-refused',
    code: 'key-withdrawn',
  });
  assert.equal(refusalOf(await trySend(b, a)), 'peer-not-confirmed');
  const again = { peer: a.id, fingerprint: oldCard.fingerprint };
  assert.equal(refusalOf(await confirmPeer.run(b.office, CLERK, again)), 'card-key-withdrawn');
  assert.equal(
    refusalOf(await add(b, { card: oldCard.signed, fingerprint: oldCard.fingerprint })),
    'card-key-withdrawn',
  );
  await rotate(a, true);
  const { signed: card, fingerprint, card: made } = await a.card();
  assert.ok(made.withdrawn.includes(stolen));
  good(await add(b, { card, fingerprint }));
  assert.deepEqual(await take(b, await forge(a, b, thief)), {
    refused: 'sender-refused',
    code: 'key-withdrawn',
  });
  assert.deepEqual(await deliver(a, [a, b]), { delivered: 1, failed: 0 });
  assert.deepEqual(b.handled, ['waiting'], 'what waited was signed anew, under its digest');
  const [row] = await b.db.rows<{ digest: string }>("select digest from inbox where state = 'done'");
  assert.equal(row!.digest, waiting.digest);
});

test('a new card that withdraws the old key ends it with peers that had not heard of the theft', async (t) => {
  const [a, b] = await pair(t);
  const stolen = (await a.card()).card.sign.kid;
  await rotate(a, true);
  const { signed: card, fingerprint } = await a.card();
  good(await add(b, { card, fingerprint }));
  const thief = { signKey: a.office.exchange.find(stolen)!, signedHeader: { kid: stolen } };
  assert.deepEqual(await take(b, await forge(a, b, thief)), {
    refused: 'sender-refused',
    code: 'key-withdrawn',
  });
});

test('where the private keys are lost nothing is sent or opened, and new keys begin anew', async (t) => {
  const [a, b] = await pair(t);
  const { sign, seal } = (await a.card()).card;
  for (const { kid } of [sign, seal]) a.office.exchange.forget(kid);
  assert.equal(refusalOf(await trySend(a, b)), 'exchange-key-lost');
  assert.equal(refusalOf(await publishCard.run(a.office, CLERK, { name: 'Other' })), 'exchange-key-lost');
  const sent = await send(b, a);
  assert.deepEqual(await take(a, await envelopeOf(b, sent.message)), {
    refused: 'not-for-us',
    code: 'not-for-us',
  });
  await rotate(a, true);
  const { signed: card, fingerprint } = await a.card();
  good(await add(b, { card, fingerprint }));
  await deliver(b, [a, b]);
  assert.deepEqual(a.handled, ['hello'], 'what waited was sealed to the new key');
});

test('a new address goes to all peers; one that is none is refused', async (t) => {
  const [a, b] = await pair(t);
  const c = await node(t, 'XC');
  await introduce(a, c);
  for (const address of [
    'http://xa.example',
    'ftp://xa.example',
    'https://user:pass@xa.example',
    'not an address',
  ])
    assert.equal(refusalOf(await publishCard.run(a.office, CLERK, { address })), 'card-address-unfit');
  good(await publishCard.run(a.office, CLERK, { address: 'https://new.xa.example/register' }));
  await deliver(a, [a, b, c]);
  for (const at of [b, c]) assert.equal((await peersOf(at))[0]?.address, 'https://new.xa.example/register');
});
