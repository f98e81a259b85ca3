/**
 * Runs the packs of an export over the cores and hands their reports on in order. A small export is checked without
 * threads. At most a few packs for each thread are under way, so memory does not grow with the ledger.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { checkPack, type PackReport } from './check-pack.ts';

const THREADS_MAX = 8;
const PACKS_WITHOUT_THREADS = 4;
const AHEAD_PER_THREAD = 4;

export type Run = {
  readonly dir: string;
  readonly size: number;
  readonly packs: number;
  readonly take: (report: PackReport) => void;
};

/** Checks the first `packs` packs and calls `take` with the reports in the order of the ledger. */
export async function checkPacks({ dir, size, packs, take }: Run): Promise<void> {
  if (packs <= PACKS_WITHOUT_THREADS) {
    for (let pack = 0; pack < packs; pack++) take(checkPack({ dir, pack, size }));
    return;
  }
  const count = Math.min(THREADS_MAX, packs, Math.max(1, availableParallelism()));
  const threads = Array.from(
    { length: count },
    () => new Worker(new URL('./pack-worker.ts', import.meta.url)),
  );
  try {
    await runThreads(threads, { dir, size, packs, take });
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

function runThreads(threads: readonly Worker[], { dir, size, packs, take }: Run): Promise<void> {
  const early = new Map<number, PackReport>();
  const idle: Worker[] = [];
  let [nextToSend, nextToTake] = [0, 0];
  return new Promise((resolve, reject) => {
    const send = (thread: Worker) => {
      if (nextToSend >= packs) return;
      if (nextToSend >= nextToTake + threads.length * AHEAD_PER_THREAD) idle.push(thread);
      else thread.postMessage({ dir, size, pack: nextToSend++ });
    };
    const receive = (thread: Worker, report: PackReport) => {
      early.set(report.pack, report);
      for (let ready = early.get(nextToTake); ready; ready = early.get(nextToTake)) {
        early.delete(nextToTake++);
        take(ready);
      }
      send(thread);
      while (idle.length > 0 && nextToSend < nextToTake + threads.length * AHEAD_PER_THREAD)
        send(idle.pop()!);
      if (nextToTake === packs) resolve();
    };
    for (const thread of threads) {
      thread.on('message', (report: PackReport) => {
        try {
          receive(thread, report);
        } catch (error) {
          reject(error);
        }
      });
      thread.on('error', reject);
      send(thread);
    }
  });
}
