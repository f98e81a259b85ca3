/** Tells whoever counts how an act ended: its name and the outcome, nothing of what it was about. Not an act itself. */
import { channel } from 'node:diagnostics_channel';

export type ActEnded = { readonly act: string; readonly outcome: 'done' | 'refused' | 'failed' };

const ENDED = channel('countermark:act-ended');

/** Tells how an act ended. */
export function tellActEnded(ended: ActEnded): void {
  if (ENDED.hasSubscribers) ENDED.publish(ended);
}

/** Listens to how acts end in this process; gives the way to stop listening. */
export function onActEnded(listener: (ended: ActEnded) => void): () => void {
  const heard = (message: unknown): void => listener(message as ActEnded);
  ENDED.subscribe(heard);
  return () => ENDED.unsubscribe(heard);
}
