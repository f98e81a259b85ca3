/**
 * The oracle: weighs every arm of the register with the channel, the features and the weights of the program, and so tells
 * at which rank the true arm could stand at best. Worker threads share the arms; each works out its own from the generator
 * and reads no database.
 */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Query } from './queries.ts';

export type OracleShare = {
  readonly arms: number;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
};
export type OracleCount = { readonly before: readonly number[] };

/** The rank of the true arm of each query when all arms are weighed. */
export async function oracleRanks(
  arms: number,
  seed: number,
  queries: readonly Query[],
): Promise<readonly number[]> {
  const many = Math.min(availableParallelism(), Math.ceil(arms / 10_000));
  const counts = await Promise.all(
    Array.from({ length: many }, (_, n) =>
      askWorker(
        {
          arms,
          seed,
          from: Math.floor((arms * n) / many),
          to: Math.floor((arms * (n + 1)) / many),
        },
        queries,
      ),
    ),
  );
  return queries.map((_, at) => 1 + counts.reduce((sum, { before }) => sum + before[at]!, 0));
}

function askWorker(share: OracleShare, queries: readonly Query[]): Promise<OracleCount> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('oracle-worker.ts', import.meta.url), {
      workerData: { share, queries },
    });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
