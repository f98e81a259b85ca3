/** Two thousand requests made from the API's own description. The seed is printed; FUZZ_SEED=<number> repeats one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fuzz } from './fuzz.ts';

const REQUESTS = 2000;

test('whatever is sent, no answer is a fault or outside its schema, and nothing is kept by halves', async (t) => {
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000);
  t.diagnostic(`seed ${seed}`);
  const { answers, done } = await fuzz(REQUESTS, seed);
  t.diagnostic(`${JSON.stringify(answers)}; done: ${done.join(' ')}`);
  assert.ok((answers[200] ?? 0) > REQUESTS / 20, 'requests get past the door');
  assert.ok(done.length > 10, 'and many acts are done');
});
