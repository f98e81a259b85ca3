/**
 * What a peer gives back after this node was restored: each place that was used counts as used, and each message that our own
 * signature proves is ours again, in the outbox and in the request that it belongs to. With the last part the node writes to the peer
 * again. Not an act itself.
 *
 * What could go wrong: a peer that gives back what was never said. What no key of ours signed takes its place in the thread and
 * nothing else, and people are told.
 *
 * @clause J-04, C-13
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { digestOf, parseMessage } from '../domain/exchange/header.ts';
import { EXPIRY_MS } from '../domain/exchange/limits.ts';
import { type GivenBack, givenBackBody, isOfPlace, signedFromParts } from '../domain/exchange/restored.ts';
import type { Statements, Tx } from '../store/database.ts';
import { endLost, findAsked, insertGivenBack, isSent } from '../store/lost.ts';
import { findOwnCard, findSealKey, listOwnCards, type Peer, saveOwnCard } from '../store/peer.ts';
import { appendEntry } from './append-entry.ts';
import { fillHoles } from './exchange-ask-back.ts';
import { isSignedBy, namesOf, readSigned, sealBytes } from './exchange-envelope.ts';
import type { Taken } from './exchange-handlers.ts';
import { closePeerWork, GAP_KIND, openPeerWork, RESTORED_KIND } from './exchange-work.ts';
import { machine, newId, type Office } from './office.ts';
import { heldCard } from './own-card.ts';
import { takeBackSaid } from './trace-given-back.ts';
import { keptOrUndone } from './undone.ts';

/** What became of the places of one message; all but `known` and `proven` are for people to look at. */
type Outcome = 'known' | 'proven' | 'unproven' | 'clash' | 'alone';

/** Takes back what this node said and lost. @refuses content-unreadable */
export async function takeGivenBack(
  tx: Tx,
  office: Office,
  { peer, message, digest }: Taken,
): Promise<undefined | Refusal> {
  const body = givenBackBody.safeParse(message.body);
  if (!body.success) return refusal('content-unreadable');
  const counts: Record<Outcome, number> = { known: 0, proven: 0, unproven: 0, clash: 0, alone: 0 };
  const threads = new Set<string>();
  for (const place of body.data.places) {
    const outcome = await takePlace(tx, office, peer, place);
    counts[outcome]++;
    if (outcome === 'proven' && place.type.startsWith('trace/')) threads.add(place.thread);
  }
  for (const thread of threads) counts.alone += await takeBackSaid(tx, office, peer, thread);
  const isEnd = body.data.last && (await findAsked(tx, peer.node)) === body.data.asked;
  const holes = isEnd ? await fillHoles(tx, office, peer.node) : 0;
  const event = { type: 'peer-gave-back', message: message.header.id, digest, ...counts, holes, last: isEnd };
  const actor = machine(`node:${peer.node}`, 'exchange');
  const kept = await appendEntry(tx, office, actor, {
    kind: 'take-back',
    subject: peer.node,
    events: [event],
  });
  if (isRefusal(kept)) return kept;
  if (counts.unproven + counts.clash + counts.alone + holes > 0)
    await openPeerWork(tx, office, peer.node, GAP_KIND, kept.entry);
  if (!isEnd) return undefined;
  await endLost(tx, peer.node);
  await closePeerWork(tx, office, peer.node, [RESTORED_KIND]);
  return undefined;
}

async function takePlace(tx: Tx, office: Office, peer: Peer, place: GivenBack): Promise<Outcome> {
  if (await isSent(tx, peer.node, place.message)) return 'known';
  const signed = await provenText(tx, office, peer.node, place);
  const { message: id, thread, seq, type, digest, made, result, code, reason } = place;
  const to = result === 'held' && signed !== undefined ? await findSealKey(tx, peer.node) : undefined;
  const isKept = await insertGivenBack(tx, {
    ...{ peer: peer.node, id, thread, seq, type, digest, made, result, code, reason },
    expires: expiryOf(signed) ?? new Date(Date.parse(made) + EXPIRY_MS).toISOString(),
    signed: Buffer.from(signed ?? ''),
    sealed: to && (await sealBytes(signed!, to)),
    isProven: signed !== undefined,
  });
  if (!isKept) return 'clash';
  // What was refused there counts on neither side; that it was said is known again, and more is not to be had.
  if (result === 'refused') return 'proven';
  if (signed === undefined) return 'unproven';
  if (type === 'peer/card') await takeBackCard(tx, office, signed);
  // The record of a listed arm is its own; that something was said of it is all that came back.
  return type.startsWith('listing/') ? 'alone' : 'proven';
}

/** The message as this node signed it; undefined where it is none of ours, or another than its place says. */
async function provenText(
  tx: Statements,
  office: Office,
  peer: string,
  place: GivenBack,
): Promise<string | undefined> {
  const text = place.said && signedFromParts(place.said);
  const read = text === undefined ? undefined : readSigned(text);
  const message = read && parseMessage(read.payload);
  if (read?.kind !== 'message' || !message || isRefusal(message)) return undefined;
  const { from, to } = message.header;
  if (from !== office.node || to !== peer || !isOfPlace(message, place)) return undefined;
  if (digestOf(read.payload) !== place.digest) return undefined;
  const x = await ownPublicKey(tx, office, read.kid);
  return x !== undefined && (await isSignedBy(text!, x)) ? text : undefined;
}

/** The public half of a signing key of this node: one that a card names, or one whose private half is here without its card. */
async function ownPublicKey(tx: Statements, office: Office, kid: string): Promise<string | undefined> {
  const cards = (await listOwnCards(tx, office.node)).map(({ signed }) => heldCard(signed).card);
  const named = cards.find(({ sign }) => sign.kid === kid)?.sign.x;
  const held = named === undefined ? office.exchange.find(kid) : undefined;
  return named ?? (held && namesOf(held).x);
}

function expiryOf(signed: string | undefined): string | undefined {
  const message = signed === undefined ? undefined : parseMessage(readSigned(signed)!.payload);
  return message && !isRefusal(message) ? message.header.expires : undefined;
}

/** A newer card of this node than it knows, whose keys are here, is its card again. */
async function takeBackCard(tx: Statements, office: Office, signed: string): Promise<void> {
  const message = parseMessage(readSigned(signed)!.payload);
  const { card: text } = isRefusal(message) ? { card: undefined } : message.body;
  const read = typeof text === 'string' ? readSigned(text) : undefined;
  if (typeof text !== 'string' || read?.kind !== 'card') return;
  const { card } = heldCard(text);
  const newest = await findOwnCard(tx, office.node);
  const isOurs = card.node === office.node && card.sign.kid === read.kid;
  const isHere = office.exchange.find(card.sign.kid) && office.exchange.find(card.seal.kid);
  if (!isOurs || !isHere || card.seq <= (newest?.seq ?? 0) || !(await isSignedBy(text, card.sign.x))) return;
  const event = { type: 'own-card-taken-back', seq: card.seq, sign: card.sign.kid, seal: card.seal.kid };
  const actor = machine('countermark', 'exchange');
  const kept = await appendEntry(tx, office, actor, {
    kind: 'take-back-card',
    subject: office.node,
    events: [event],
  });
  const { entry } = keptOrUndone(kept);
  await saveOwnCard(tx, office.node, {
    seq: card.seq,
    signed: text,
    made: card.made,
    entry: entry ?? newId(office),
  });
}
