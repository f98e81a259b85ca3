/**
 * Reads a file in a thread of its own, so that one core reads and understands while the other folds, seals and keeps. At
 * most two batches are under way: one here, one being made.
 */
import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { PreparedRow } from '../../acts/import-run.ts';
import { Fault } from '../../domain/base/refusal.ts';
import { type SheetOptions, type SheetProblem, SheetProblemError } from '../sheets/sheet.ts';
import type { Columns } from './columns.ts';

export type ReadTask = {
  readonly path: string;
  readonly options: SheetOptions;
  readonly columns: Columns;
  /** Rows that were kept before. */
  readonly skip: number;
  /** SHA-256 of the file as it was opened: what is read must be what was mapped. */
  readonly digest: string;
};

export type FromReader =
  | { readonly rows: string; readonly share: number }
  | { readonly end: true; readonly detail: Readonly<Record<string, string>> }
  | { readonly problem: SheetProblem }
  | { readonly changed: true };

export type ReadBatch = { readonly rows: readonly PreparedRow[]; readonly share: number };

/** The batches of a file, in order; gives what was found out about it on the way as the last value. */
export async function* readBatches(
  task: ReadTask,
): AsyncGenerator<ReadBatch, Readonly<Record<string, string>>> {
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), { workerData: task });
  try {
    for await (const [message] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[FromReader]>) {
      if ('problem' in message) throw new SheetProblemError(message.problem);
      if ('changed' in message)
        throw new Fault(
          'file',
          'The file changed while it was read. Nothing more of it was kept; start again.',
        );
      if ('end' in message) return message.detail;
      worker.postMessage('next');
      yield { rows: JSON.parse(message.rows) as PreparedRow[], share: message.share };
    }
    throw new Fault(
      'file',
      'The reading of the file broke off. Start again: it goes on after the last row that was kept.',
      { retry: true },
    );
  } finally {
    await worker.terminate();
  }
}
