/**
 * Looks at a file in a thread of its own, whose memory is bounded: a file made to fill it ends that thread and no more.
 */
import { Worker } from 'node:worker_threads';
import { Fault, type Refusal, refusal } from '../../domain/base/refusal.ts';
import type { Look, LookProgress, Told } from './look.ts';

/** Named limit: memory of the thread; what sheets may take at most stays below it. */
const MEMORY_MB_MAX = 1024;

export type LookTask = { readonly path: string; readonly told: Told | undefined };
export type FromLooker = { readonly progress: LookProgress } | { readonly look: Look | Refusal };

/** Looks at a file apart; undefined where it was told to stop before the end. */
export function lookApart(
  task: LookTask,
  signal: AbortSignal,
  onProgress: (progress: LookProgress) => void,
): Promise<Look | Refusal | undefined> {
  const worker = new Worker(new URL('./look-worker.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB_MAX },
  });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop);
  return new Promise<Look | Refusal | undefined>((resolve, reject) => {
    worker.on('message', (message: FromLooker) => {
      if ('progress' in message) onProgress(message.progress);
      else resolve(message.look);
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(refusal('upload-memory'));
      else reject(error);
    });
    worker.on('exit', () => {
      if (signal.aborted) resolve(undefined);
      else reject(new Fault('file', 'The look at the file broke off. Bring it again.', { retry: true }));
    });
  }).finally(() => signal.removeEventListener('abort', stop));
}
