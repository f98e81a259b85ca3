/**
 * Takes what a peer sent: once, in its place, in one transaction with what it does and the receipt that goes back. What comes
 * before its turn is held and handled when the gap has closed. Not an act itself.
 *
 * What could go wrong: a message is acted upon twice, or acted upon and not receipted. Both stand in one transaction under
 * the lock of the peer, and what comes again gets the receipt that was given.
 *
 * @clause J-01, C-13
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { digestOf, isMessageType, type Message, parseMessage } from '../domain/exchange/header.ts';
import {
  CLOCK_TOLERANCE_MS,
  HELD_BYTES_MAX,
  HELD_MESSAGES_MAX,
  MESSAGES_PER_DAY_MAX,
} from '../domain/exchange/limits.ts';
import { reasonOf } from '../domain/exchange/receipt.ts';
import type { BareCode } from '../domain/exchange/refused.ts';
import { placingOf } from '../domain/exchange/sequence.ts';
import type { Tx } from '../store/database.ts';
import {
  endHeld,
  findReceipt,
  type Incoming,
  insertIncoming,
  listReady,
  loadOf,
  noteConflict,
  replaceReceipt,
  standingOf,
} from '../store/inbox.ts';
import { findPeer, findSealKey, lockPeer, noteHeard, type Peer } from '../store/peer.ts';
import { inPart } from '../store/savepoint.ts';
import { readSealed, readSigned } from './exchange-envelope.ts';
import { HANDLERS, type Handlers, type Taken } from './exchange-handlers.ts';
import { isBare, type Opened, trustedSender } from './exchange-open.ts';
import { makeReceipt, type Outcome } from './exchange-receipts.ts';
import { nowOf, type Office } from './office.ts';
import { ownCard } from './own-card.ts';
import { keptOrUndone, refusalOf } from './undone.ts';

const DAY_MS = 86_400_000;

export type Way = {
  /** True where it came in a file: then its receipt goes back in one. */
  readonly byFile: boolean;
  readonly handlers?: Handlers;
};

/** The receipt of a message, sealed to its sender, or the code of a bare refusal. */
export async function takeMessage(
  office: Office,
  opened: Opened,
  { byFile, handlers = HANDLERS }: Way,
): Promise<Uint8Array | Refusal<BareCode>> {
  const message = parseMessage(opened.payload);
  if (isRefusal(message)) return message;
  if (message.header.to !== office.node) return refusal('not-for-us');
  const took = await office.db
    .transaction(async (tx) => {
      await lockPeer(tx, message.header.from);
      const peer = await trustedSender(tx, office, opened, message.header.from);
      if (isBare(peer)) return peer;
      await noteHeard(tx, peer.node, nowOf(office));
      const signed = Buffer.from(opened.signed);
      const taken = { peer, message, digest: digestOf(opened.payload), signed };
      return takeInside(tx, office, taken, byFile, handlers);
    })
    .catch((error): Refusal<BareCode> => {
      // No receipt can be given, as where the own keys are lost: so nothing is taken.
      refusalOf(error);
      return refusal('not-ready');
    });
  if (isRefusal(took)) return took;
  office.nudge();
  // The receipt of this message stands whatever becomes of those that waited for it.
  await handleReady(office, message.header.from, handlers);
  return took;
}

async function takeInside(
  tx: Tx,
  office: Office,
  taken: Taken,
  receiptDue: boolean,
  handlers: Handlers,
): Promise<Uint8Array | Refusal<BareCode>> {
  const { peer, message, digest } = taken;
  const { id, thread, seq, type, made } = message.header;
  const key = { peer: peer.node, id, thread, seq };
  const placing = placingOf({ digest, seq }, await standingOf(tx, key));
  if (placing === 'out-of-place') return refusal('out-of-place');
  if (placing === 'repeated') return givenReceipt(tx, office, taken, receiptDue);
  if (placing === 'id-reused' || placing === 'place-taken') {
    await noteConflict(tx, key);
    return keptOrUndone(await makeReceipt(tx, office, taken, { result: 'refused', code: placing }));
  }
  if (waits(peer, type)) return refusal('catching-up');
  const full = await refuseLoad(tx, office, peer, placing === 'ahead' ? taken.signed.length : 0);
  if (full) return full;
  const outcome: Outcome =
    placing === 'ahead' ? { result: 'held' } : await handle(tx, office, taken, handlers);
  const receipt = keptOrUndone(await makeReceipt(tx, office, taken, outcome));
  const signed = outcome.result === 'refused' ? undefined : taken.signed;
  const received = nowOf(office);
  await insertIncoming(tx, {
    ...key,
    type,
    digest,
    made,
    received,
    ...keptAs(outcome),
    signed,
    receipt,
    receiptDue,
  });
  return receipt;
}

/**
 * The receipt that a message got. Where a key has changed since, on either side, its sender may not be able to open it or to
 * trust it: then the same receipt is signed and sealed anew.
 */
async function givenReceipt(tx: Tx, office: Office, taken: Taken, due: boolean): Promise<Uint8Array> {
  const { id, from } = taken.message.header;
  const given = (await findReceipt(tx, from, id, due))!;
  const [own, to] = [keptOrUndone(await ownCard(tx, office)), await findSealKey(tx, from)];
  const isStill = readSealed(given.receipt)?.kid === to?.kid && own.card.sign.from <= given.received;
  if (isStill) return given.receipt;
  const { state, code, reason } = given;
  const outcome: Outcome = {
    result: state === 'done' ? 'taken' : state,
    ...(code === null ? {} : { code }),
    ...(reason === null ? {} : { reason }),
  };
  const again = keptOrUndone(await makeReceipt(tx, office, taken, outcome));
  await replaceReceipt(tx, from, id, again);
  return again;
}

/** How an outcome stands in the inbox. */
function keptAs({ result, code, reason }: Outcome): Pick<Incoming, 'state' | 'code' | 'reason'> {
  return { state: result === 'taken' ? 'done' : result, code, reason };
}

/** True for what waits until a peer has given back what this node lost: it may belong to what is not here again yet. */
function waits({ lost }: Peer, type: string): boolean {
  return lost !== undefined && !type.startsWith('peer/');
}

async function refuseLoad(
  tx: Tx,
  office: Office,
  peer: Peer,
  heldBytes: number,
): Promise<Refusal<BareCode> | undefined> {
  const since = new Date(office.clock() - DAY_MS).toISOString();
  const { held, bytes, came } = await loadOf(tx, peer.node, since);
  if (came >= MESSAGES_PER_DAY_MAX) return refusal('too-many-messages');
  if (heldBytes === 0) return undefined;
  return held >= HELD_MESSAGES_MAX || bytes + heldBytes > HELD_BYTES_MAX ? refusal('held-full') : undefined;
}

/** Does what the message says, or gives why not; of what is refused nothing stays. */
async function handle(tx: Tx, office: Office, taken: Taken, handlers: Handlers): Promise<Outcome> {
  const { type, expires } = taken.message.header;
  if (office.clock() > Date.parse(expires) + CLOCK_TOLERANCE_MS)
    return { result: 'refused', code: 'expired' };
  const handler = isMessageType(type) ? handlers[type] : undefined;
  if (!handler) return { result: 'refused', code: 'type-unknown' };
  const refused = await inPart(tx, () => handler(tx, office, taken), isRefusal);
  if (!isRefusal(refused)) return { result: 'taken' };
  if (refused.refused === 'content-unreadable') return { result: 'refused', code: refused.refused };
  return { result: 'refused', code: 'refused-here', reason: reasonOf(refused.refused) };
}

/** Handles held messages whose turn has come, of one peer or of all, one after the other, each in its own transaction. */
export async function handleReady(
  office: Office,
  peer?: string,
  handlers: Handlers = HANDLERS,
): Promise<number> {
  let handled = 0;
  for (;;) {
    const ready = await listReady(office.db, peer);
    const done = await Promise.all(ready.map((one) => handleHeld(office, one, handlers)));
    handled += done.filter(Boolean).length;
    if (!done.some(Boolean)) return handled;
    office.nudge();
  }
}

type Held = { readonly peer: string; readonly id: string; readonly signed: Buffer };

async function handleHeld(office: Office, held: Held, handlers: Handlers): Promise<boolean> {
  return office.db.transaction(async (tx) => {
    await lockPeer(tx, held.peer);
    // Another process may have handled it meanwhile.
    const isReady = (await listReady(tx, held.peer)).some(({ id }) => id === held.id);
    const peer = await findPeer(tx, held.peer);
    if (!isReady || peer?.standing !== 'confirmed') return false;
    const payload = readSigned(held.signed.toString('latin1'))!.payload;
    const message = parseMessage(payload) as Message;
    if (waits(peer, message.header.type)) return false;
    const taken = { peer, message, digest: digestOf(payload), signed: held.signed };
    const outcome = await handle(tx, office, taken, handlers);
    const receipt = await makeReceipt(tx, office, taken, outcome);
    if (isRefusal(receipt)) return false;
    await endHeld(tx, held.peer, held.id, { ...keptAs(outcome), receipt });
    return true;
  });
}
