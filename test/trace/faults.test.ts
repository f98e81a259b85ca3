/**
 * Requests between two States over a way that fails in every way it can: after each run nothing is lost, nothing is answered
 * twice, both sides are of one mind, and both ledgers verify. COUNTERMARK_FAULT_SEEDS tells how many runs, COUNTERMARK_FAULT_FROM
 * the first.
 *
 * @clause ITI 18, C-06
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verifiedLedger } from '../ledger/verified.ts';
import { runFaults } from './fault-run.ts';
import { openStates } from './states.ts';

const SEEDS = Number(process.env.COUNTERMARK_FAULT_SEEDS ?? 200);
const FROM = Number(process.env.COUNTERMARK_FAULT_FROM ?? 1);
/** Runs over one pair of States. */
const TOGETHER = 25;

test(`ITI 18: ${SEEDS} runs of faults from seed ${FROM} on, and nothing is lost, doubled or told otherwise`, async () => {
  const faults = new Map<string, number>();
  let messages = 0;
  for (let from = FROM; from < FROM + SEEDS; from += TOGETHER) {
    const [a, b] = await openStates('XA', 'XB');
    try {
      for (let seed = from; seed < Math.min(from + TOGETHER, FROM + SEEDS); seed++) {
        const run = await runFaults(seed, [a!, b!]).catch((error: unknown) => {
          throw new Error(`seed ${seed}`, { cause: error });
        });
        messages += run.messages;
        for (const [fault, count] of Object.entries(run.faults))
          faults.set(fault, (faults.get(fault) ?? 0) + count);
      }
      for (const side of [a!, b!]) await verifiedLedger(side);
    } finally {
      await Promise.all([a!.close(), b!.close()]);
    }
  }
  console.log(`${messages} messages; ${[...faults].map(([fault, count]) => `${fault} ${count}`).join(', ')}`);
  const seen = [
    'dropped',
    'receipt lost',
    'doubled',
    'delayed',
    'altered',
    'replayed',
    'killed while taking',
    'clock moved',
    'key changed',
    'key withdrawn',
  ];
  if (SEEDS >= 50) for (const fault of seen) assert.ok((faults.get(fault) ?? 0) > 0, `no run met: ${fault}`);
});
