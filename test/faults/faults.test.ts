/** Kills at random moments; the long run is `npm run bench -- faults --kills 500`. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { runFaults } from './harness.ts';

test('killed at 25 random moments, the register loses nothing acknowledged and goes on', {
  timeout: 600_000,
}, async (t) => {
  const seed = Number(process.env.COUNTERMARK_SEED ?? Date.now() % 1_000_000);
  t.diagnostic(`seed ${seed} (COUNTERMARK_SEED=${seed} makes the same plan again)`);
  const report = await runFaults({ seed, kills: 25, rows: 40_000, say: () => {} });
  t.diagnostic(JSON.stringify(report));
  assert.deepEqual(report.faults, []);
  assert.equal(report.importDone, true);
  assert.ok(report.acknowledged > 0, 'some acts were acknowledged before a kill');
});
