/**
 * Delivers what waits: posts each message to its peer and takes the receipt that comes back, again and again until one came,
 * however long the peer is down. Not an act itself.
 *
 * What could go wrong: the process dies between the commit of an act and the delivery, or in the middle of one. The outbox is
 * all that is known: what has no receipt is tried again, and the receiver tells a message that it has already.
 *
 * @clause J-01, C-13
 */
import { addressOf } from '../domain/exchange/card.ts';
import { waitAfter } from '../domain/exchange/retry.ts';
import { claimDue, type Due, makeDue, noteAttempt } from '../store/outbox.ts';
import { askBack } from './exchange-ask-back.ts';
import { signAnewAfter } from './exchange-sign-anew.ts';
import { takeAnswer } from './exchange-take.ts';
import { nowOf, type Office } from './office.ts';

/** What came back, or a word for why nothing did. */
export type Posted = { readonly status: number; readonly body: Uint8Array } | { readonly failed: string };
/** Posts an envelope. */
export type Post = (address: URL, envelope: Uint8Array) => Promise<Posted>;

const CLAIMED_AT_ONCE = 16;
const CLAIM_MS = 5 * 60_000;

export type Delivered = { readonly delivered: number; readonly failed: number };

/** Tries everything that is due, each message once. */
export async function deliverDue(office: Office, post: Post): Promise<Delivered> {
  await askBack(office);
  let [delivered, failed] = [0, 0];
  for (;;) {
    const now = office.clock();
    const due = await claimDue(office.db, iso(now), iso(now + CLAIM_MS), CLAIMED_AT_ONCE);
    const byPeer = [...Map.groupBy(due, (one) => one.peer).values()];
    const done = await Promise.all(byPeer.map((some) => deliverSome(office, post, some)));
    const ended = done.reduce((sum, one) => sum + one, 0);
    delivered += ended;
    failed += due.length - ended;
    if (due.length < CLAIMED_AT_ONCE) return { delivered, failed };
  }
}

/** Tries everything now, for one peer or for all, also what would wait longer. */
export async function deliverNow(office: Office, post: Post, peer?: string): Promise<Delivered> {
  await makeDue(office.db, nowOf(office), peer);
  return deliverDue(office, post);
}

/** One peer's messages in their order; where it is down the others wait for their next turn. */
async function deliverSome(office: Office, post: Post, due: readonly Due[]): Promise<number> {
  let delivered = 0;
  let down: string | undefined;
  for (const one of due) {
    const answer = down ?? (await deliverOne(office, post, one));
    if (answer === undefined) delivered++;
    else {
      if (answer.startsWith('down')) down = answer;
      const [spread] = office.random(1);
      // A peer that compared a newer card may never have learnt of the key this was signed by.
      if (answer.endsWith('sender-refused') && (await signAnewAfter(office, one.peer, one.id))) continue;
      const next = office.clock() + waitAfter(one.attempts, spread! / 255);
      await noteAttempt(office.db, one.peer, one.id, iso(next), answer);
    }
  }
  return delivered;
}

/** Undefined where a receipt ended the message, else a word for what came instead. */
async function deliverOne(
  office: Office,
  post: Post,
  { address, sealed, id }: Due,
): Promise<string | undefined> {
  const to = addressOf({ address, demonstration: office.demonstration });
  if (!to) return 'down: no address';
  const answer = await post(to, sealed);
  if ('failed' in answer) return `down: ${answer.failed}`;
  // Whoever is asked to come later comes later with everything.
  if (answer.status === 429) return 'down: asked to wait';
  if (answer.status !== 200) return `answered ${answer.status}${wordOf(answer.body)}`;
  const receipt = await takeAnswer(office, answer.body);
  if ('code' in receipt && !('message' in receipt)) return `answered with ${receipt.code}`;
  if (!('message' in receipt) || receipt.message !== id) return 'answered with another receipt';
  return receipt.result === 'held' ? 'held' : undefined;
}

/** The word of a bare refusal; only letters of ours are kept of what a stranger may have written. */
function wordOf(body: Uint8Array): string {
  const [, word] =
    /^\{"refused":"([a-z-]{1,40})"\}\s*$/.exec(Buffer.from(body.subarray(0, 100)).toString('latin1')) ?? [];
  return word === undefined ? '' : `: ${word}`;
}

const iso = (millis: number): string => new Date(millis).toISOString();
