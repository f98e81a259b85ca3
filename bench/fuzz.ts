/** A hundred thousand requests made from the API's own description; the fuzz stops at the first thing that may not be. */
import { fuzz } from '../test/api/fuzz.ts';
import { say } from './office.ts';

const REQUESTS = 100_000;

/** Fuzzes the API with `--requests` and `--seed`. */
export async function benchFuzz(options: Readonly<Record<string, string | undefined>>): Promise<object> {
  const seed = Number(options.seed ?? Date.now() % 1_000_000);
  say(`seed ${seed}`);
  const began = performance.now();
  const fuzzed = await fuzz(Number(options.requests ?? REQUESTS), seed, say);
  return { ...fuzzed, seconds: Math.round((performance.now() - began) / 1000), faults: 0 };
}
