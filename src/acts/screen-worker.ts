/** A thread that answers rows from a register in memory which it shares with others; started by screen-in-memory.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { makeIdentifier } from '../domain/identification/identifier.ts';
import type { Weights } from '../domain/identification/weights.ts';
import type { Reference } from '../domain/reference/entry.ts';
import { makeLookup } from '../domain/reference/lookup.ts';
import { answerTo } from './answer-to.ts';
import { lookedAt, type ScreenRow, screenedOf, wantedOf } from './screen-marks.ts';
import { makeRegisterSearch } from './screen-register.ts';
import type { ScreenedRegister } from './screened-register.ts';

export type WorkerTask = {
  readonly register: ScreenedRegister;
  readonly reference: Reference;
  readonly weights: Weights;
  readonly wide: boolean;
};

/** Answers go between threads as the texts that are printed, for objects would be taken apart and put together again. */
export type Helped = {
  /** The answer of each row, as JSON. */
  readonly answers: readonly string[];
  /** The arms that they put forward. */
  readonly lookedAt: readonly string[];
};

const { register, reference, weights, wide } = workerData as WorkerTask;
const lookup = makeLookup(reference);
const identifier = makeIdentifier(lookup, weights);
const search = makeRegisterSearch(register, identifier);

parentPort!.on('message', async (rows: readonly ScreenRow[]) => {
  const answers: string[] = [];
  const shown: string[] = [];
  for (const row of rows) {
    const answer = screenedOf(await answerTo(identifier, lookup, wantedOf(row, wide), search));
    answers.push(JSON.stringify(answer));
    shown.push(...lookedAt(answer));
  }
  parentPort!.postMessage({ answers, lookedAt: shown } satisfies Helped);
});
