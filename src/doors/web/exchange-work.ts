/** Work about other nodes in words: what a restore on either side left behind, and where it is settled. */
import { EXCHANGE_KINDS, GAP_KIND, RESTORED_KIND } from '../../acts/exchange-work.ts';
import type { WorkItem } from '../../acts/list-work.ts';
import { link, offers, type Visit } from './visit.ts';
import { PEER_WORDS } from './words/peers.ts';

/** The kinds of such work, for a choice. */
export function exchangeWorkKinds({
  words,
}: Visit): readonly { readonly value: string; readonly label: string }[] {
  const { workNames } = PEER_WORDS[words.language];
  return [
    { value: RESTORED_KIND, label: workNames.restored },
    { value: GAP_KIND, label: workNames.gap },
  ];
}

/** What an item is about and where it is settled; undefined where it is about no other node. */
export function exchangeWork(
  visit: Visit,
  { kind, subject }: WorkItem,
): { readonly name: string; readonly says: string; readonly to: string } | undefined {
  if (!EXCHANGE_KINDS.includes(kind)) return undefined;
  const { workNames, workSays } = PEER_WORDS[visit.words.language];
  const which = kind === GAP_KIND ? 'gap' : 'restored';
  const to = offers(visit, 'resume-peer') ? link(visit, `/peers/${subject}/resume`) : '';
  return { name: workNames[which], says: workSays[which], to };
}
