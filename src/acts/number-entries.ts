/**
 * Numbers what has been committed and waits: the integrator's loop. Any process of the home may run it; one at a time
 * holds the lock. A failure stops nothing: the entries wait in the database until the next step.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../store/database.ts';
import { countWaiting } from '../store/ledger.ts';
import { type Integrator, integratorOf } from '../store/tree.ts';

/** How long an idle integrator sleeps before it looks again, and the pause that lets a batch gather. */
const IDLE_MS = 250;
const GATHER_MS = 25;
const AFTER_FAULT_MS = 1000;

export type Numbering = {
  /** Says that entries wait. */
  nudge(): void;
  /** Numbers everything that waits now. */
  drain(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts numbering in the background. */
export function startNumbering(db: Database, onFault: (error: unknown) => void = () => {}): Numbering {
  const integrator = integratorOf(db);
  let running = true;
  let waiting = false;
  let wake: (() => void) | undefined;
  const idle = (): Promise<void> => {
    if (waiting) {
      waiting = false;
      return sleep(GATHER_MS);
    }
    return new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, IDLE_MS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    }).then(() => {
      wake = undefined;
      waiting = false;
    });
  };
  const loop = (async () => {
    while (running) {
      const numbered = await integrator.step().catch((error) => {
        onFault(error);
        return undefined;
      });
      if (numbered === undefined) await sleep(AFTER_FAULT_MS);
      else if (numbered <= 0) await idle();
      else await sleep(GATHER_MS);
    }
  })();
  return {
    nudge() {
      waiting = true;
      wake?.();
    },
    drain: () => drain(db, integrator),
    async stop() {
      running = false;
      wake?.();
      await loop;
    },
  };
}

/** Numbers until nothing waits, also where another process holds the lock for a while. */
async function drain(db: Database, integrator: Integrator): Promise<void> {
  while ((await countWaiting(db)) > 0) {
    if ((await integrator.step()) < 0) await sleep(20);
  }
}
