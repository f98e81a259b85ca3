/** The thread that looks at a file, so that the pages are served meanwhile; started by look-apart.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { SheetProblemError } from '../sheets/sheet.ts';
import { lookAt } from './look.ts';
import type { FromLooker, LookTask } from './look-apart.ts';

const { path, told } = workerData as LookTask;
const send = (message: FromLooker): void => parentPort!.postMessage(message);

try {
  send({ look: await lookAt(path, told, (progress) => send({ progress })) });
} catch (error) {
  if (!(error instanceof SheetProblemError)) throw error;
  send({ look: error.problem });
}
