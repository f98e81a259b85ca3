/** What keeps the exchange in order from day to day: held messages, old counts, keys that no longer open anything. Not an act itself. */
import { KEY_GRACE_MS } from '../domain/exchange/limits.ts';
import { dropRefusedBefore } from '../store/inbox.ts';
import { listOwnCards } from '../store/peer.ts';
import { handleReady } from './exchange-receive.ts';
import type { Office } from './office.ts';
import { heldCard } from './own-card.ts';

const COUNTS_KEPT_MS = 400 * 86_400_000;

/** Handles what was held and left over, forgets old counts and private keys whose time has ended. */
export async function sweepExchange(office: Office): Promise<void> {
  await handleReady(office);
  const before = new Date(office.clock() - COUNTS_KEPT_MS).toISOString().slice(0, 10);
  await dropRefusedBefore(office.db, before);
  await forgetKeys(office);
}

/** Removes private keys that were rotated out longer ago than any message to them may live. */
async function forgetKeys(office: Office): Promise<void> {
  const cards = (await listOwnCards(office.db, office.node)).map(({ signed }) => heldCard(signed).card);
  const ended = cards.filter((_, place) => {
    const next = cards[place - 1];
    return next !== undefined && office.clock() > Date.parse(next.made) + KEY_GRACE_MS;
  });
  const kept = new Set(cards.filter((card) => !ended.includes(card)).flatMap(kidsOf));
  for (const kid of new Set(ended.flatMap(kidsOf))) if (!kept.has(kid)) office.exchange.forget(kid);
}

const kidsOf = ({
  sign,
  seal,
}: {
  readonly sign: { kid: string };
  readonly seal: { kid: string };
}): string[] => [sign.kid, seal.kid];
