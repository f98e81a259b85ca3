/** How acts that change what stands between this node and a peer are kept: once, under one lock, with an entry. Not an act itself. */
import type { Refusal } from '../domain/base/refusal.ts';
import { isRefusal } from '../domain/base/refusal.ts';
import type { Tx } from '../store/database.ts';
import { lockPeer } from '../store/peer.ts';
import type { Kept } from './append-entry.ts';
import { type Actor, newId, type Office } from './office.ts';
import { once } from './once.ts';
import { keptOrUndone, refusalOf } from './undone.ts';

export type Submitted = { readonly act?: string | undefined; readonly device?: string | undefined };

/** Runs an act about a node in one transaction; a refusal undoes all of it. */
export async function changePeers(
  office: Office,
  actor: Actor,
  kind: string,
  node: string,
  { act: given, device }: Submitted,
  run: (tx: Tx, submitted: Submitted & { readonly kind: string }) => Promise<Kept | Refusal>,
): Promise<Kept | Refusal> {
  const act = given ?? newId(office);
  const change = (): Promise<Kept | Refusal> =>
    office.db
      .transaction(async (tx) => {
        await lockPeer(tx, node);
        return keptOrUndone(await run(tx, { act, device, kind }));
      })
      .catch(refusalOf);
  const done = await once(office, act, change, { kind, operator: actor.operator });
  return isRefusal(done) ? done : done.result;
}
