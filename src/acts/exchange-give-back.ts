/**
 * A peer was restored from a backup: it gets back every place of what it said since, with the messages that its own signature
 * proves, and everything that it took since is sent once more, as it was. Receipts that it gave stay here. Not an act itself.
 *
 * What could go wrong: a peer that asks again and again, each time for all. While an answer is on its way no other is begun, and what
 * was said is read one message at a time.
 *
 * @clause J-04, C-13
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import {
  type GivenBack,
  type GivenBackBody,
  gapBody,
  NOTHING_GIVEN,
  partsOfSigned,
  restoredBody,
  withPlace,
} from '../domain/exchange/restored.ts';
import type { JsonObject } from '../domain/ledger/canonical.ts';
import type { Statements, Tx } from '../store/database.ts';
import {
  type Came,
  isGivingBack,
  listCameSince,
  listReceiptedSince,
  openAgain,
  readCame,
  readSent,
} from '../store/lost.ts';
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
  const came = await listCameSince(tx, peer.node, since);
  const { kid } = keptOrUndone(await ownCard(tx, office)).card.sign;
  for await (const part of bodiesOf(tx, peer.node, { asked: id, came })) {
    const answer = { peer: peer.node, type: 'peer/given-back', thread, body: part as JsonObject } as const;
    keptOrUndone(await sendSigned(tx, office, answer, kid));
  }
  const again = await sendAgain(tx, office, peer.node, since);
  const told = { type: 'peer-restored', since, message: id, digest, places: came.length, again };
  const actor = machine(`node:${peer.node}`, 'exchange');
  const kept = await appendEntry(tx, office, actor, {
    kind: 'give-back',
    subject: peer.node,
    events: [told],
  });
  return isRefusal(kept) ? kept : undefined;
}

/** The messages in which what came is given back, each made when the one before is gone; the last one says so. */
async function* bodiesOf(
  tx: Statements,
  peer: string,
  { asked, came }: { readonly asked: string; readonly came: readonly Came[] },
): AsyncGenerator<GivenBackBody> {
  let filling = NOTHING_GIVEN;
  for (const one of came) {
    const place = await placeOf(tx, peer, one);
    const more = withPlace(filling, place);
    if (!more) yield { asked, places: filling.places as GivenBack[], last: false };
    filling = more ?? withPlace(NOTHING_GIVEN, place)!;
  }
  yield { asked, places: filling.places as GivenBack[], last: true };
}

async function placeOf(
  tx: Statements,
  peer: string,
  { id, state, code, reason, ...rest }: Came,
): Promise<GivenBack> {
  const signed = await readCame(tx, peer, id);
  const said = signed && partsOfSigned(signed.toString('latin1'));
  const told = { result: RESULT[state], code: code ?? undefined, reason: reason ?? undefined, said };
  return compact({ message: id, ...rest, ...told }) as GivenBack;
}

async function sendAgain(tx: Statements, office: Office, peer: string, since: string): Promise<number> {
  const to = keptOrUndone((await findSealKey(tx, peer)) ?? refusal('peer-not-confirmed', { peer }));
  const receipted = await listReceiptedSince(tx, peer, since);
  for (const id of receipted) {
    const sealed = await sealBytes((await readSent(tx, peer, id)).toString('latin1'), to);
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
