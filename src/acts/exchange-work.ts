/** Kinds of the work items about other nodes, whose subject is the node; both are closed by resume-peer. Not an act itself. */
import type { Statements } from '../store/database.ts';
import { closeWorkOf, hasOpenWork, openWork } from '../store/work.ts';
import { newId, nowOf, type Office } from './office.ts';

/** This node was restored, and the other has not given back yet what was said since. */
export const RESTORED_KIND = 'exchange-restored';
/** What was said is lost on one side or came back without its record. */
export const GAP_KIND = 'exchange-gap';
export const EXCHANGE_KINDS: readonly string[] = [RESTORED_KIND, GAP_KIND];

/** Opens an item about a node, unless one of its kind is open already. */
export async function openPeerWork(
  tx: Statements,
  office: Office,
  peer: string,
  kind: string,
  entry: string,
): Promise<void> {
  if (await hasOpenWork(tx, peer, kind)) return;
  const [severity, opened] = [kind === RESTORED_KIND ? 'highest' : 'high', nowOf(office)];
  const rest = { against: undefined, due: undefined };
  await openWork(tx, [{ subject: peer, id: newId(office), kind, severity, entry, opened, ...rest }]);
}

/** Closes the items of some kinds about a node. */
export async function closePeerWork(
  tx: Statements,
  office: Office,
  peer: string,
  kinds: readonly string[],
): Promise<void> {
  await closeWorkOf(tx, peer, kinds, nowOf(office));
}
