/**
 * After a restore: asks each peer that is trusted for what this node said to it since the backup and took from it, and fills the places that
 * nobody holds any more. Not an act itself.
 *
 * What could go wrong: the keys are lost with the rest. Then nobody can be asked before there are new ones, whose fingerprint every peer
 * compared; until then nothing is sent either.
 *
 * @clause J-04, C-13
 */
import { isRefusal } from '../domain/base/refusal.ts';
import type { Statements, Tx } from '../store/database.ts';
import { listHoles, listUnasked, noteAsked } from '../store/lost.ts';
import { lockPeer } from '../store/peer.ts';
import { appendEntry } from './append-entry.ts';
import { sendSigned } from './exchange-send.ts';
import { openPeerWork, RESTORED_KIND } from './exchange-work.ts';
import { machine, newId, type Office } from './office.ts';
import { ownCard, privateKey } from './own-card.ts';
import { keptOrUndone } from './undone.ts';

const CLERK = machine('countermark', 'exchange');

/** Asks every peer that was not asked yet. */
export async function askBack(office: Office): Promise<void> {
  for (const { node } of await listUnasked(office.db))
    await office.db.transaction(async (tx) => {
      await lockPeer(tx, node);
      const since = (await listUnasked(tx)).find((one) => one.node === node)?.since;
      if (since !== undefined) await ask(tx, office, node, since);
    });
}

async function ask(tx: Tx, office: Office, peer: string, since: string): Promise<void> {
  const own = await ownCard(tx, office);
  if (isRefusal(own) || isRefusal(privateKey(office, own.card.sign.kid))) return;
  const message = { peer, type: 'peer/restored', thread: newId(office), body: { since } } as const;
  const sent = keptOrUndone(await sendSigned(tx, office, message, own.card.sign.kid));
  await noteAsked(tx, peer, sent.message);
  const event = { type: 'peer-asked-back', since, message: sent.message, digest: sent.digest };
  const kept = await appendEntry(tx, office, CLERK, { kind: 'ask-back', subject: peer, events: [event] });
  await openPeerWork(tx, office, peer, RESTORED_KIND, keptOrUndone(kept).entry);
}

/**
 * Says in each place that nobody holds any more that what stood there is lost, so that what the peer holds behind it is handled; gives how
 * many these were.
 */
export async function fillHoles(tx: Statements, office: Office, peer: string): Promise<number> {
  const holes = await listHoles(tx, peer);
  const kid = keptOrUndone(await ownCard(tx, office)).card.sign.kid;
  for (const { thread, seq } of holes)
    keptOrUndone(await sendSigned(tx, office, { peer, type: 'peer/gap', thread, seq, body: {} }, kid));
  return holes.length;
}
