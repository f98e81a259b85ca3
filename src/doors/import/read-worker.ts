/**
 * The thread that reads and understands: opens the file for itself and sends one batch for each that is asked for. Started
 * by read-batches.ts: node src/doors/import/read-worker.ts.
 */
import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { isRefusal } from '../../domain/base/refusal.ts';
import { openSheet, SheetProblemError } from '../sheets/sheet.ts';
import { prepareBatches } from './prepare.ts';
import type { FromReader, ReadTask } from './read-batches.ts';

const { path, options, columns, skip, digest } = workerData as ReadTask;

function send(message: FromReader): void {
  parentPort!.postMessage(message);
}

async function read(): Promise<void> {
  const sheet = await openSheet(path, options);
  if (isRefusal(sheet)) return send({ problem: sheet });
  if (sheet.digest !== digest) return send({ changed: true });
  try {
    for await (const rows of prepareBatches(sheet, columns, skip)) {
      // A text is handed over whole; of an object each member would be copied on both sides.
      send({ rows: JSON.stringify(rows), share: sheet.progress() });
      await once(parentPort!, 'message');
    }
    send({ end: true, detail: sheet.detail });
  } finally {
    await sheet.close();
  }
}

try {
  await read();
} catch (error) {
  if (error instanceof SheetProblemError) send({ problem: error.problem });
  else throw error;
} finally {
  parentPort!.close();
}
