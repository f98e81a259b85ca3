/**
 * Lets others have the thread for a moment: a long computation that runs beside a transaction must not keep that
 * transaction from going on.
 */
import { setImmediate } from 'node:timers/promises';

/** Waits until what else is ready has had its turn. */
export function breathe(): Promise<void> {
  return setImmediate();
}
