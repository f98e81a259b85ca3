/**
 * Hostile peers and strangers: each thing that is wrong is refused with its code, nothing stays of it but the refusal, and the
 * answer tells nothing that a stranger could use.
 *
 * @clause J-01, ITI 15
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { suspendPeer } from '../../src/acts/suspend-peer.ts';
import { OUTSIDE_CODES, type OutsideCode } from '../../src/domain/exchange/refused.ts';
import { type Forgery, forge, headerOf, strangersKeys } from './forge.ts';
import { CLERK, count, DAY, envelopeOf, good, type Node, node, pair, send, take } from './nodes.ts';

const TABLES = [
  'inbox',
  'outbox',
  'peer',
  'peer_key',
  'ledger_entry',
  'ledger_act',
  'access_log',
  'exchange_card',
];

async function held(at: Node): Promise<readonly number[]> {
  return Promise.all(TABLES.map((table) => count(at, table)));
}

async function refusedAs(
  at: Node,
  bytes: Uint8Array,
  code: string,
  outside: OutsideCode,
  what: string,
): Promise<void> {
  const before = await held(at);
  const outcome = await take(at, bytes);
  assert.deepEqual(outcome, { refused: outside, code }, what);
  assert.deepEqual(await held(at), before, `${what}: nothing is kept`);
}

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

test('what is wrong is refused with its code, and nothing of it is kept', async (t) => {
  const [a, b] = await pair(t);
  const c = await node(t, 'XC');
  const { sign, seal } = strangersKeys();
  const header = headerOf(a, b);
  const text = (body: string) =>
    `{"body":{"a":${body}},"header":${JSON.stringify(header, Object.keys(header).sort())}}`;
  const cases: readonly (readonly [string, string, OutsideCode, Forgery])[] = [
    ['another audience', 'not-for-us', 'not-for-us', { header: { to: c.id } }],
    ['another sender', 'sender-mismatch', 'sender-refused', { header: { from: c.id } }],
    [
      'a stranger',
      'sender-unknown',
      'sender-refused',
      { signKey: sign.key, signedHeader: { kid: sign.kid } },
    ],
    ['the key of a peer only named', 'signature-wrong', 'sender-refused', { signKey: sign.key }],
    ['sealed to another under our name', 'unreadable', 'unreadable', { sealTo: seal }],
    ['sealed to another', 'not-for-us', 'not-for-us', { sealTo: seal, sealedHeader: { kid: sign.kid } }],
    [
      'a receipt in the place of a message',
      'unreadable',
      'unreadable',
      { signedHeader: { typ: 'countermark-receipt' } },
    ],
    [
      'a card in the place of a message',
      'unreadable',
      'unreadable',
      { signedHeader: { typ: 'countermark-card' } },
    ],
    ['a key that it brings itself', 'unreadable', 'unreadable', { signedHeader: { jwk: { kty: 'OKP' } } }],
    ['another sealing', 'unreadable', 'unreadable', { sealedHeader: { enc: 'A128GCM' } }],
    ['more beside the seal', 'unreadable', 'unreadable', { sealedHeader: { cty: 'JWT' } }],
    ['no signature', 'unreadable', 'unreadable', { signed: 'eyJhbGciOiJub25lIn0.e30.' }],
    ['no JSON', 'unreadable', 'unreadable', { payload: 'not json' }],
    ['JSON cut short', 'unreadable', 'unreadable', { payload: text('1').slice(0, -1) }],
    ['not canonical', 'unreadable', 'unreadable', { payload: ` ${text('1')}` }],
    ['a member twice', 'unreadable', 'unreadable', { payload: text('1,"a":2') }],
    [
      'no UTF-8',
      'unreadable',
      'unreadable',
      { payload: Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]) },
    ],
    ['nested 40 deep', 'too-deep', 'unreadable', { payload: text(nested(40)) }],
    ['nested 100,000 deep', 'too-deep', 'unreadable', { payload: text(nested(100_000)) }],
    ['another version', 'version-unknown', 'version-unknown', { header: { v: 2 } }],
    ['a member too many', 'unreadable', 'unreadable', { header: { more: 1 } }],
    ['a place that is none', 'unreadable', 'unreadable', { header: { seq: 0 } }],
    ['a script for an id', 'unreadable', 'unreadable', { header: { thread: '<script>alert(1)</script>' } }],
    ['a script for a type', 'unreadable', 'unreadable', { header: { type: '<script>alert(1)</script>' } }],
    ['a time that is none', 'unreadable', 'unreadable', { header: { made: '2026-13-99T99:99:99.999Z' } }],
    ['far ahead of its place', 'out-of-place', 'later', { header: { seq: 66 } }],
    ['a mark of 10 MB', 'oversize', 'too-large', { payload: text(`"${'7'.repeat(10_000_000)}"`) }],
    ['a mark of 4.2 MB', 'oversize', 'too-large', { payload: text(`"${'7'.repeat(4_200_000)}"`) }],
  ];
  for (const [what, code, outside, wrong] of cases)
    await refusedAs(b, await forge(a, b, wrong), code, outside, what);
  const bare = [
    Buffer.alloc(0),
    Buffer.from('....'),
    Buffer.from('{"a":1}'),
    Buffer.from([0, 255, 1]),
    Buffer.from('a.b.c.d.e'),
  ];
  for (const bytes of bare) await refusedAs(b, bytes, 'unreadable', 'unreadable', bytes.toString('hex'));
  await refusedAs(b, Buffer.alloc(8 * 1024 * 1024 + 1, 65), 'oversize', 'too-large', 'oversize');
  const [row] = await b.db.rows<{ count: number }>('select sum(count)::int as count from exchange_refused');
  assert.equal(row!.count, cases.length + bare.length + 1);
  assert.ok('took' in (await take(b, await forge(a, b))), 'what is right is taken');
});

test('unknown, unconfirmed and suspended senders cannot be told apart from outside', async (t) => {
  const [a, b] = await pair(t);
  const envelope = await forge(a, b);
  good(await suspendPeer.run(b.office, CLERK, { peer: a.id, why: 'A drill.' }));
  await refusedAs(b, envelope, 'sender-suspended', 'sender-refused', 'suspended');
  await b.db.rows("update peer set standing = 'unconfirmed'");
  await refusedAs(b, envelope, 'sender-unconfirmed', 'sender-refused', 'unconfirmed');
  await b.db.rows("update peer_key set until_at = now() - interval '1 day'");
  await refusedAs(b, envelope, 'key-ended', 'sender-refused', 'ended');
  await b.db.rows('update peer_key set withdrawn_at = now()');
  await refusedAs(b, envelope, 'key-withdrawn', 'sender-refused', 'withdrawn');
});

test('another message under the same id or for the same place is refused for good, and shown', async (t) => {
  const [a, b] = await pair(t);
  const header = headerOf(a, b);
  assert.ok('took' in (await take(b, await forge(a, b, { header }))));
  const forged = [{ header, body: { text: 'other' } }, { header: { ...header, id: headerOf(a, b).id } }];
  for (const wrong of forged) assert.ok('took' in (await take(b, await forge(a, b, wrong))));
  assert.deepEqual(b.handled, ['forged']);
  const rows = await b.db.rows<{ conflicts: number }>('select conflicts from inbox');
  assert.deepEqual(rows, [{ conflicts: 2 }]);
});

test('what is held and what is sent in a day is bounded for each peer', async (t) => {
  const [a, b] = await pair(t);
  for (let i = 0; i < 200; i += 10) {
    const some = Array.from({ length: 10 }, async () => take(b, await forge(a, b, { header: { seq: 2 } })));
    assert.ok((await Promise.all(some)).every((one) => 'took' in one));
  }
  await refusedAs(
    b,
    await forge(a, b, { header: { seq: 2 } }),
    'held-full',
    'later',
    'one more that would be held',
  );
  assert.ok('took' in (await take(b, await forge(a, b))), 'what is next in its thread is taken still');
  await b.db.rows(
    `insert into inbox (node_id, message_id, thread_id, seq, type, digest, made_at, received_at, state, code, receipt, receipt_due)
     select $1, gen_random_uuid(), gen_random_uuid(), 1, 'trace/request', repeat('0', 64), now(), now(), 'refused', 'expired', '', false
     from generate_series(1, 20000)`,
    [a.id],
  );
  await refusedAs(b, await forge(a, b), 'too-many-messages', 'later', 'one more in a day');
});

test('receipts count only from the peer that the message was for, and of what was sent', async (t) => {
  const [a, b] = await pair(t);
  const sent = await send(a, b);
  const taken = await take(b, await envelopeOf(a, sent.message));
  assert.ok('took' in taken && taken.took === 'message');
  const other = await send(b, a);
  const receipt = {
    v: 1,
    message: other.message,
    digest: '0'.repeat(64),
    from: a.id,
    to: b.id,
    result: 'taken',
    at: new Date().toISOString(),
  };
  const forged = await forge(a, b, {
    payload: canonical(receipt),
    signedHeader: { typ: 'countermark-receipt' },
  });
  await refusedAs(b, forged, 'receipt-of-nothing', 'sender-refused', 'a receipt of something else');
  const [row] = await b.db.rows<{ result: string | null }>('select result from outbox');
  assert.equal(row!.result, null);
});

const canonical = (value: object): string => JSON.stringify(value, Object.keys(value).sort());

test('of 10,000 envelopes that were changed none is taken for what it is not', {
  timeout: 140_000,
}, async (t) => {
  const [a, b] = await pair(t);
  const right = Buffer.from(await forge(a, b)).toString('latin1');
  const before = await held(b);
  const changed = fc.tuple(
    fc.nat(),
    fc.constantFrom('flip', 'cut', 'drop', 'double', 'swap'),
    fc.integer({ min: 1, max: 255 }),
  );
  const changes = fc.sample(changed, { numRuns: 10_000, seed: 20_261_122 });
  const codes = new Set<string>();
  for (let from = 0; from < changes.length; from += 100) {
    const some = changes.slice(from, from + 100).map(async ([place, how, by]) => {
      const bytes = mutated(Buffer.from(right, 'latin1'), place, how, by);
      // The last sign of a part may carry bits that count for nothing: then it is the same envelope.
      if (isSame(bytes, right)) return;
      const outcome = await take(b, bytes);
      assert.ok('refused' in outcome && OUTSIDE_CODES.includes(outcome.refused), `${place} ${how} ${by}`);
      codes.add(outcome.code);
    });
    await Promise.all(some);
  }
  assert.deepEqual(await held(b), before);
  assert.ok(codes.has('unreadable') && codes.has('not-for-us'), [...codes].join());
});

function mutated(bytes: Buffer, place: number, how: string, by: number): Buffer {
  const at = place % bytes.length;
  if (how === 'flip') bytes[at]! ^= by;
  if (how === 'cut') return bytes.subarray(0, at);
  if (how === 'drop') return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]);
  if (how === 'double') return Buffer.concat([bytes.subarray(0, at), bytes.subarray(Math.max(0, at - by))]);
  if (how === 'swap') return swapped(bytes, at, (at + by) % bytes.length);
  return bytes;
}

function swapped(bytes: Buffer, one: number, other: number): Buffer {
  const kept = bytes[one]!;
  bytes[one] = bytes[other]!;
  bytes[other] = kept;
  return bytes;
}

function isSame(bytes: Buffer, right: string): boolean {
  const parts = (text: string) =>
    text.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex'));
  return JSON.stringify(parts(bytes.toString('latin1'))) === JSON.stringify(parts(right));
}

test('what a peer signs is read without trust: changed messages and headers are refused or receipted, never thrown', async (t) => {
  const [a, b] = await pair(t);
  const values = fc.oneof(
    fc.jsonValue(),
    fc.string({ maxLength: 300 }),
    fc.constant('<script>'),
    fc.bigInt().map(String),
  );
  const members = ['v', 'id', 'type', 'from', 'to', 'thread', 'seq', 'made', 'expires'];
  const samples = fc.sample(fc.tuple(fc.constantFrom(...members), values), { numRuns: 400, seed: 5 });
  for (let from = 0; from < samples.length; from += 20) {
    const some = samples.slice(from, from + 20).map(async ([member, value]) => {
      const header = { ...headerOf(a, b), [member]: value };
      const outcome = await take(b, await forge(a, b, { payload: sortedJson({ body: {}, header }) }));
      assert.ok('refused' in outcome || outcome.took === 'message');
    });
    await Promise.all(some);
  }
  b.pass(DAY);
  assert.ok('took' in (await take(b, await forge(a, b))));
});

function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${sortedJson(member)}`).join(',')}}`;
}
