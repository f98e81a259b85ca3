/**
 * A peer was restored from a backup: it gets back every place of what it said since, with the messages that its own signature
 * proves, and everything that it took since is sent once more, as it was. Receipts that it gave stay here. Not an act itself.
 *
 * What could go wrong: a peer that asks again and again, each time for all. While an answer is on its way no other is begun.
 *
 * @clause J-04, C-13
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import {
  bodiesOf,
  type GivenBack,
  gapBody,
  partsOfSigned,
  restoredBody,
} from '../domain/exchange/restored.ts';
import type { JsonObject } from '../domain/ledger/canonical.ts';
import type { Statements, Tx } from '../store/database.ts';
import { type Came, isGivingBack, listCameSince, listReceiptedSince, openAgain } from '../store/lost.ts';
import { findSealKey } from '../store/peer.ts';
import { appendEntry } from './append-entry.ts';
import { sealBytes } from './exchange-envelope.ts';
import type { Taken } from './exchange-handlers.ts';
import { sendSigned } from './exchange-send.ts';
import { GAP_KIND, openPeerWork } from './exchange-work.ts';
import { compact } from './input.ts';
import { machine, nowOf, type Office } from './office.ts';
import { ownCard } from './own-card.ts';
import { keptOrUndone } from './undone.ts';

const RESULT = { held: 'held', done: 'taken', refused: 'refused' } as const;

/** Gives a peer back what it lost. @refuses content-unreadable, still-giving-back */
export async function takeRestored(
  tx: Tx,
  office: Office,
  { peer, message, digest }: Taken,
): Promise<undefined | Refusal> {
  const body = restoredBody.safeParse(message.body);
  if (!body.success) return refusal('content-unreadable');
  if (await isGivingBack(tx, peer.node)) return refusal('still-giving-back');
  const { since } = body.data;
  const { id, thread } = message.header;
  const places = (await listCameSince(tx, peer.node, since)).map(placeOf);
  const { kid } = keptOrUndone(await ownCard(tx, office)).card.sign;
  for (const part of bodiesOf(id, places)) {
    const answer = { peer: peer.node, type: 'peer/given-back', thread, body: part as JsonObject } as const;
    keptOrUndone(await sendSigned(tx, office, answer, kid));
  }
  const again = await sendAgain(tx, office, peer.node, since);
  const told = { type: 'peer-restored', since, message: id, digest, places: places.length, again };
  const actor = machine(`node:${peer.node}`, 'exchange');
  const kept = await appendEntry(tx, office, actor, {
    kind: 'give-back',
    subject: peer.node,
    events: [told],
  });
  return isRefusal(kept) ? kept : undefined;
}

function placeOf({ id, state, code, reason, signed, ...rest }: Came): GivenBack {
  const said = signed === null ? undefined : partsOfSigned(signed.toString('latin1'));
  const place = {
    message: id,
    ...rest,
    result: RESULT[state],
    code: code ?? undefined,
    reason: reason ?? undefined,
  };
  return compact({ ...place, said }) as GivenBack;
}

async function sendAgain(tx: Statements, office: Office, peer: string, since: string): Promise<number> {
  const to = keptOrUndone((await findSealKey(tx, peer)) ?? refusal('peer-not-confirmed', { peer }));
  const receipted = await listReceiptedSince(tx, peer, since);
  for (const { id, signed } of receipted) {
    const sealed = await sealBytes(signed.toString('latin1'), to);
    await openAgain(tx, peer, { id, sealed }, nowOf(office));
  }
  return receipted.length;
}

/** A place of a thread of the peer is lost for good: it counts as taken, and people are told. @refuses content-unreadable */
export async function takeGap(
  tx: Tx,
  office: Office,
  { peer, message, digest }: Taken,
): Promise<undefined | Refusal> {
  if (!gapBody.safeParse(message.body).success) return refusal('content-unreadable');
  const { id, thread, seq } = message.header;
  const event = { type: 'peer-gap', thread, seq, message: id, digest };
  const actor = machine(`node:${peer.node}`, 'exchange');
  const kept = await appendEntry(tx, office, actor, {
    kind: 'take-gap',
    subject: peer.node,
    events: [event],
  });
  if (isRefusal(kept)) return kept;
  await openPeerWork(tx, office, peer.node, GAP_KIND, kept.entry);
  return undefined;
}
