/**
 * Screens many rows over the cores: reads the register into memory once, shares it among threads and gives the answers back in
 * the order of the rows. For whoever may look at every arm; the answers are as of the moment when the register was read. Not
 * an act itself.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { EVERYTHING } from '../domain/access/scope.ts';
import type { Actor, Office } from './office.ts';
import { logScreened, type ScreenRow } from './screen-marks.ts';
import type { Helped, WorkerTask } from './screen-worker.ts';
import { readRegister, type ScreenedRegister } from './screened-register.ts';

/** Named limits: threads, rows that a thread is given at once, and helpings under way for each. */
const THREADS_MAX = 8;
export const HELPING_ROWS = 200;
const AHEAD = 3;

export type Screener = {
  readonly register: ScreenedRegister;
  /** Answers in the order of the rows, each as JSON. */
  readonly screen: (rows: AsyncIterable<readonly ScreenRow[]>) => AsyncGenerator<readonly string[]>;
  readonly close: () => Promise<void>;
};

/** Reads the register and starts the threads. The actor's reach must be all arms. */
export async function openScreener(
  office: Office,
  actor: Actor,
  wide: boolean,
  onProgress: (marks: number) => void = () => {},
): Promise<Screener> {
  if (actor.scope.arms !== EVERYTHING.arms) throw new Error('A register in memory knows no scope.');
  const register = await readRegister(office.db, onProgress);
  const [{ reference }, weights] = await Promise.all([office.reference(), office.weights()]);
  const task: WorkerTask = { register, reference, weights, wide };
  const count = Math.min(THREADS_MAX, Math.max(1, availableParallelism()));
  const threads = Array.from({ length: count }, () => openThread(task));
  return {
    register,
    async *screen(helpings) {
      const waiting: Promise<Helped>[] = [];
      let turn = 0;
      for await (const rows of helpings) {
        waiting.push(threads[turn++ % threads.length]!.answer(rows));
        if (waiting.length < threads.length * AHEAD) continue;
        yield await logged(office, actor, waiting.shift()!);
      }
      for (const one of waiting) yield await logged(office, actor, one);
    },
    close: async () => {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

async function logged(office: Office, actor: Actor, waiting: Promise<Helped>): Promise<readonly string[]> {
  const { answers, lookedAt } = await waiting;
  await logScreened(office, actor, lookedAt);
  return answers;
}

type Thread = {
  readonly answer: (rows: readonly ScreenRow[]) => Promise<Helped>;
  readonly close: () => Promise<unknown>;
};

/** A thread answers its helpings one after the other. */
function openThread(task: WorkerTask): Thread {
  const worker = new Worker(new URL('./screen-worker.ts', import.meta.url), { workerData: task });
  const asked: { resolve: (helped: Helped) => void; reject: (cause: unknown) => void }[] = [];
  worker.on('message', (helped: Helped) => {
    asked.shift()?.resolve(helped);
  });
  worker.on('error', (cause) => {
    const fault = new Error('A thread that screens has stopped.', { cause });
    for (const { reject } of asked.splice(0)) reject(fault);
  });
  return {
    answer: (rows) =>
      new Promise((resolve, reject) => {
        asked.push({ resolve, reject });
        worker.postMessage(rows);
      }),
    close: () => worker.terminate(),
  };
}
