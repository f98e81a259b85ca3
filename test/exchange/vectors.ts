/**
 * Writes vectors/exchange/envelopes.json: two nodes with fixed keys, and envelopes from one to the other, right and wrong, each with
 * what must become of it. Sealing draws dice, so the file is written once and kept; anybody's implementation can run it.
 *
 *   node test/exchange/vectors.ts --write
 */
import { createHash, createPrivateKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { namesOf, newKeyPair, signBytes } from '../../src/acts/exchange-envelope.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { type Card, cardBytes, fingerprintOf } from '../../src/domain/exchange/card.ts';
import { digestOf, type Header, messageBytes } from '../../src/domain/exchange/header.ts';
import { type Forgery, makeEnvelope } from './forge.ts';

const FILE = join(import.meta.dirname, '..', '..', 'vectors', 'exchange', 'envelopes.json');
const NOW = '2026-03-04T10:30:00.000Z';

export type VectorNode = {
  readonly node: string;
  readonly card: string;
  readonly fingerprint: string;
  /** Private keys, as JWK: for tests alone. */
  readonly sign: JsonWebKey;
  readonly seal: JsonWebKey;
};

export type VectorCase = {
  readonly name: string;
  readonly envelope: string;
  /** taken, held or refused: told in a signed receipt. bare: no receipt is given. */
  readonly outcome: 'taken' | 'held' | 'refused' | 'bare';
  /** Why it was refused in a receipt, or the word of the bare answer. */
  readonly code?: string;
  readonly message?: { readonly header: Header; readonly body: object };
  /** SHA-256 of the canonical message. */
  readonly digest?: string;
};

export type Vectors = {
  readonly about: string;
  readonly now: string;
  readonly sender: VectorNode;
  readonly receiver: VectorNode;
  readonly cases: readonly VectorCase[];
};

/** The vectors as they are published. */
export function readVectors(): Vectors {
  return JSON.parse(readFileSync(FILE, 'utf8')) as Vectors;
}

type Made = { readonly told: VectorNode; readonly card: Card; readonly key: KeyObject };

async function makeNode(node: string, state: string): Promise<Made> {
  const [sign, seal] = [newKeyPair('sign'), newKeyPair('seal')];
  const from = '2026-01-01T00:00:00.000Z';
  const card: Card = {
    ...{
      v: 1,
      node,
      state,
      name: `Node of ${state}`,
      address: `https://${state.toLowerCase()}.example`,
      demonstration: true,
    },
    ...{ seq: 1, made: from, withdrawn: [] },
    sign: { kid: sign.kid, x: sign.x, from },
    seal: { kid: seal.kid, x: seal.x, from },
  };
  const bytes = cardBytes(card);
  if (isRefusal(bytes)) throw new Error(bytes.refused);
  const told = {
    ...{ node, card: await signBytes('card', bytes, sign.key), fingerprint: fingerprintOf(bytes) },
    sign: sign.key.export({ format: 'jwk' }),
    seal: seal.key.export({ format: 'jwk' }),
  };
  return { told, card, key: sign.key };
}

const idOf = (name: string): string => {
  const hex = createHash('sha256').update(name).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

type Wanted = Forgery & {
  readonly of?: Partial<Header>;
  readonly outcome: VectorCase['outcome'];
  readonly code?: string;
};

const CASES: Readonly<Record<string, Wanted>> = {
  'a message that is right': { outcome: 'taken' },
  'ahead of its place': { of: { thread: idOf('thread 2'), seq: 2 }, outcome: 'held' },
  'the place before it': { of: { thread: idOf('thread 2'), seq: 1 }, outcome: 'taken' },
  'the same id with other bytes': {
    of: { id: idOf('a message that is right') },
    body: { text: 'other' },
    outcome: 'refused',
    code: 'id-reused',
  },
  'another message for a place that is taken': {
    of: { thread: idOf('a message that is right/thread') },
    outcome: 'refused',
    code: 'place-taken',
  },
  'a type that is none': {
    of: { type: 'trace/guess' as Header['type'] },
    outcome: 'refused',
    code: 'type-unknown',
  },
  'ended within the tolerance of clocks': { of: { expires: '2026-02-26T00:00:00.000Z' }, outcome: 'taken' },
  'ended before the tolerance of clocks': {
    of: { expires: '2026-02-24T00:00:00.000Z' },
    outcome: 'refused',
    code: 'expired',
  },
  'made by a clock that is years ahead': {
    of: { made: '2031-01-01T00:00:00.000Z', expires: '2031-06-30T00:00:00.000Z' },
    outcome: 'taken',
  },
  'for another node': { of: { to: idOf('somebody') }, outcome: 'bare', code: 'not-for-us' },
  'in the name of another node': { of: { from: idOf('somebody') }, outcome: 'bare', code: 'sender-refused' },
  'of another version': { of: { v: 2 as 1 }, outcome: 'bare', code: 'version-unknown' },
  'too far ahead': { of: { seq: 66 }, outcome: 'bare', code: 'later' },
  'not canonical': { payload: '{ "body":{},"header":{}}', outcome: 'bare', code: 'unreadable' },
  'no JSON': { payload: 'none', outcome: 'bare', code: 'unreadable' },
  'nested too deep': {
    payload: `{"body":{"a":${'['.repeat(40)}${']'.repeat(40)}},"header":{}}`,
    outcome: 'bare',
    code: 'unreadable',
  },
  'a receipt for a message': {
    signedHeader: { typ: 'countermark-receipt' },
    payload: '{}',
    outcome: 'bare',
    code: 'unreadable',
  },
  'another way of sealing': { sealedHeader: { enc: 'A128GCM' }, outcome: 'bare', code: 'unreadable' },
  'no signature': { signed: 'eyJhbGciOiJub25lIn0.e30.', outcome: 'bare', code: 'unreadable' },
};

async function makeVectors(): Promise<Vectors> {
  const [sender, receiver] = [await makeNode(idOf('sender'), 'XA'), await makeNode(idOf('receiver'), 'XB')];
  const hands = { sign: { kid: sender.card.sign.kid, key: sender.key }, seal: receiver.card.seal };
  const cases: VectorCase[] = [];
  for (const [name, { of, outcome, code, ...wrong }] of Object.entries(CASES)) {
    const header = { ...headerFor(name, sender.told.node, receiver.told.node), ...of };
    const body = wrong.body ?? { text: 'a body' };
    const envelope = Buffer.from(await makeEnvelope(hands, header, { ...wrong, body })).toString('latin1');
    const bytes = outcome === 'bare' ? undefined : messageBytes({ header, body });
    const told = bytes && !isRefusal(bytes) ? { message: { header, body }, digest: digestOf(bytes) } : {};
    cases.push({ name, envelope, outcome, ...(code === undefined ? {} : { code }), ...told });
  }
  const stranger = newKeyPair('sign');
  const header = headerFor('a stranger', sender.told.node, receiver.told.node);
  const strange = await makeEnvelope({ ...hands, sign: stranger }, header);
  cases.push({
    name: 'signed by a stranger',
    envelope: Buffer.from(strange).toString('latin1'),
    outcome: 'bare',
    code: 'sender-refused',
  });
  const about =
    'Two nodes with fixed keys; envelopes from sender to receiver, taken in this order by a receiver that trusts the sender and takes every body of trace/request. See docs/exchange.md.';
  return { about, now: NOW, sender: sender.told, receiver: receiver.told, cases };
}

function headerFor(name: string, from: string, to: string): Header {
  return {
    ...{ v: 1, id: idOf(name), type: 'trace/request', from, to, thread: idOf(`${name}/thread`), seq: 1 },
    ...{ made: '2026-03-01T08:00:00.000Z', expires: '2026-08-28T08:00:00.000Z' },
  };
}

/** A private key of the vectors, with its thumbprint. */
export function keyOf(jwk: JsonWebKey): { readonly kid: string; readonly key: KeyObject } {
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  return { kid: namesOf(key).kid, key };
}

if (import.meta.main && process.argv.includes('--write')) {
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, `${JSON.stringify(await makeVectors(), null, 2)}\n`);
}
