/**
 * Receipts: made and sealed for what came, and read where they come back. A receipt that does not verify, or is of no message
 * that was sent, changes nothing. Not an act itself.
 *
 * @clause J-01, C-13
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { isMessageType } from '../domain/exchange/header.ts';
import { parseReceipt, type Receipt, receiptBytes } from '../domain/exchange/receipt.ts';
import type { BareCode, ReceiptCode } from '../domain/exchange/refused.ts';
import type { Statements } from '../store/database.ts';
import { noteRolledBack } from '../store/lost.ts';
import { keepReceipt } from '../store/outbox.ts';
import { findSealKey, noteHeard } from '../store/peer.ts';
import { sealBytes, signBytes } from './exchange-envelope.ts';
import { REFUSED, type Taken } from './exchange-handlers.ts';
import { isBare, type Opened, trustedSender } from './exchange-open.ts';
import { nowOf, type Office } from './office.ts';
import { ownCard, privateKey } from './own-card.ts';

export type Outcome = {
  readonly result: Receipt['result'];
  readonly code?: ReceiptCode;
  readonly reason?: string | undefined;
};

/** The receipt of a message, signed by this node and sealed to the sender. @refuses exchange-key-lost */
export async function makeReceipt(
  tx: Statements,
  office: Office,
  { message, digest }: Taken,
  { result, code, reason }: Outcome,
): Promise<Uint8Array | Refusal> {
  const { id, from } = message.header;
  const bytes = receiptBytes({
    v: 1,
    message: id,
    digest,
    from: office.node,
    to: from,
    result,
    ...(code === undefined ? {} : { code }),
    ...(reason === undefined ? {} : { reason }),
    at: nowOf(office),
  });
  if (isRefusal(bytes)) return bytes;
  const own = await ownCard(tx, office);
  if (isRefusal(own)) return own;
  const key = privateKey(office, own.card.sign.kid);
  if (isRefusal(key)) return key;
  const to = await findSealKey(tx, from);
  if (!to) return refusal('peer-not-confirmed', { peer: from });
  return sealBytes(await signBytes('receipt', bytes, key), to);
}

/**
 * Takes a receipt. Where it is the answer of this very moment, it also tells how far the clock of the peer is ahead.
 * @refuses unreadable, version-unknown, not-for-us, receipt-of-nothing, and why its sender is not trusted
 */
export async function takeReceipt(
  office: Office,
  opened: Opened,
  isAnswer: boolean,
): Promise<Receipt | Refusal<BareCode>> {
  const receipt = parseReceipt(opened.payload);
  if (isRefusal(receipt)) return receipt;
  if (receipt.to !== office.node) return refusal('not-for-us');
  return office.db.transaction(async (tx) => {
    const peer = await trustedSender(tx, office, opened, receipt.from);
    if (isBare(peer)) return peer;
    const { message: id, digest, result, code, reason, at } = receipt;
    const signed = Buffer.from(opened.signed);
    const kept = await keepReceipt(tx, {
      peer: peer.node,
      id,
      digest,
      result,
      code,
      reason,
      receipt: signed,
      at,
    });
    if (!kept) return refusal('receipt-of-nothing');
    const { type, thread, seq, isNew } = kept;
    if (isNew && result === 'refused' && isMessageType(type))
      await REFUSED[type]?.(tx, office, { peer, thread, seq, code: reason ?? code ?? result });
    if (isNew && code === 'place-taken') await noteRolledBack(tx, peer.node, thread, seq);
    const ahead = isAnswer ? Date.parse(at) - office.clock() : undefined;
    await noteHeard(tx, peer.node, nowOf(office), ahead);
    return receipt;
  });
}
