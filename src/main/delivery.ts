/**
 * The loop that delivers what waits for other nodes, beside the pages: it looks every few seconds, one round at a time, and
 * breaks off the round that runs when the server stops. What it cannot deliver waits in the outbox.
 */
import { deliverDue, type Post } from '../acts/exchange-deliver.ts';
import type { Office } from '../acts/office.ts';
import { postEnvelope } from '../doors/peers/post.ts';
import type { Log } from './log.ts';

const EVERY_MS = 2_000;

export type Delivery = { stop(): Promise<void> };

/** Starts delivering. */
export function startDelivery(office: Office, log: Log): Delivery {
  const stopping = new AbortController();
  const post: Post = (address, envelope) => postEnvelope(address, envelope, stopping.signal);
  let round: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    round ??= deliverDue(office, post)
      .catch((error: unknown) => log.failed('The delivery of messages to other nodes', error))
      .finally(() => {
        round = undefined;
      });
  }, EVERY_MS);
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await round;
    },
  };
}
