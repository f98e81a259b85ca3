/** Envelopes as a hostile peer or a stranger may make them: right in all but what a test makes wrong. */
import { createPublicKey, type KeyObject } from 'node:crypto';
import { CompactEncrypt, CompactSign } from 'jose';
import { newKeyPair } from '../../src/acts/exchange-envelope.ts';
import { newId } from '../../src/acts/office.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import type { Header } from '../../src/domain/exchange/header.ts';
import { canonicalText, type JsonObject } from '../../src/domain/ledger/canonical.ts';
import { DAY, type Node } from './nodes.ts';

export type Forgery = {
  readonly header?: object;
  readonly body?: JsonObject;
  /** In the place of the canonical bytes of header and body. */
  readonly payload?: string | Uint8Array;
  readonly signedHeader?: object;
  readonly signKey?: KeyObject;
  /** In the place of what was signed. */
  readonly signed?: string;
  readonly sealedHeader?: object;
  readonly sealTo?: KeyObject;
};

/** A header that is right. */
export function headerOf(from: Node, to: Node): Header {
  const now = from.office.clock();
  return {
    v: 1,
    id: newId(from.office),
    type: 'trace/request',
    from: from.id,
    to: to.id,
    thread: newId(from.office),
    seq: 1,
    made: new Date(now).toISOString(),
    expires: new Date(now + 180 * DAY).toISOString(),
  };
}

/** Keys by which an envelope is made. */
export type Hands = {
  readonly sign: { readonly kid: string; readonly key: KeyObject };
  readonly seal: { readonly kid: string; readonly x: string };
};

/** The envelope of a message from one node to another, wrong where it is asked. */
export async function forge(from: Node, to: Node, wrong: Forgery = {}): Promise<Uint8Array> {
  const { kid } = (await from.card()).card.sign;
  const { seal } = (await to.card()).card;
  const key = wrong.signKey ?? from.office.exchange.find(kid)!;
  return makeEnvelope({ sign: { kid, key }, seal }, { ...headerOf(from, to), ...wrong.header }, wrong);
}

/** The envelope that these keys make, wrong where it is asked. */
export async function makeEnvelope(
  { sign, seal }: Hands,
  header: object,
  wrong: Forgery = {},
): Promise<Uint8Array> {
  const message = canonicalText({ header, body: wrong.body ?? { text: 'forged' } });
  if (isRefusal(message)) throw new Error(message.refused);
  const signed =
    wrong.signed ??
    (await new CompactSign(Buffer.from(wrong.payload ?? message))
      .setProtectedHeader({ alg: 'EdDSA', kid: sign.kid, typ: 'countermark-message', ...wrong.signedHeader })
      .sign(wrong.signKey ?? sign.key));
  const sealed = await new CompactEncrypt(Buffer.from(signed))
    .setProtectedHeader({
      alg: 'ECDH-ES+A256KW',
      enc: 'A256GCM',
      kid: seal.kid,
      typ: 'countermark-sealed',
      ...wrong.sealedHeader,
    })
    .encrypt(wrong.sealTo ?? { kty: 'OKP', crv: 'X25519', x: seal.x });
  return Buffer.from(sealed);
}

/** Keys of nobody. */
export function strangersKeys(): { readonly sign: ReturnType<typeof newKeyPair>; readonly seal: KeyObject } {
  return { sign: newKeyPair('sign'), seal: createPublicKey(newKeyPair('seal').key) };
}
