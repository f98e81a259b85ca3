/**
 * A thread that checks packs: a task comes in, its report goes out. It keeps nothing between two packs.
 */
import { parentPort } from 'node:worker_threads';
import { checkPack, type PackTask } from './check-pack.ts';

parentPort?.on('message', (task: PackTask) => parentPort?.postMessage(checkPack(task)));
