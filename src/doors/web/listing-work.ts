/** Work about listed arms, hits, other nodes and late answers in words, and where it is settled. */
import type { WorkItem } from '../../acts/list-work.ts';
import { HIT_KINDS, LISTING_KINDS, SETTLED_BY_ACT } from '../../acts/listing-work.ts';
import { exchangeWork, exchangeWorkKinds } from './exchange-work.ts';
import type { Html } from './text.ts';
import { traceWork, traceWorkKinds } from './trace-work.ts';
import { link, offers, type Visit } from './visit.ts';
import { LISTING_WORDS } from './words/listing.ts';

type Kind = keyof (typeof LISTING_WORDS)['en']['workNames'];

/** The kinds of such work, for a choice. */
export function listedWorkKinds(visit: Visit): readonly { readonly value: string; readonly label: string }[] {
  const { workNames } = LISTING_WORDS[visit.words.language];
  const listed = Object.entries(workNames).map(([value, label]) => ({ value, label }));
  return [...listed, ...exchangeWorkKinds(visit), ...traceWorkKinds(visit)];
}

/** What an item is about and where its own act settles it; undefined where it is about neither them nor another node. */
export function listedWork(
  visit: Visit,
  item: WorkItem,
): { readonly name: string; readonly says: Html | string; readonly to: string | undefined } | undefined {
  const other = exchangeWork(visit, item) ?? traceWork(visit, item);
  if (other) return other;
  const isHit = HIT_KINDS.includes(item.kind);
  if (!isHit && !LISTING_KINDS.includes(item.kind)) return undefined;
  const { workNames, workSays } = LISTING_WORDS[visit.words.language];
  const kind = item.kind as Kind;
  const path = `/${isHit ? 'hits' : 'listings'}/${item.against ?? ''}`;
  const isOpen = offers(visit, isHit ? 'view-hit' : 'view-listing');
  // Whoever may not see it has no way to it, and nobody closes it with a mere reason.
  const to = SETTLED_BY_ACT.has(kind) ? (isOpen ? link(visit, path) : '') : undefined;
  return { name: workNames[kind], says: workSays[kind], to };
}
