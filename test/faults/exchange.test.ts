/**
 * Two States as processes that are killed while they take, send and answer; the long run is `npm run bench -- faults --kills 500`.
 *
 * @clause ITI 18, C-13
 */
import assert from 'node:assert/strict';
import test from 'node:test';
import { runExchangeFaults } from './exchange-harness.ts';

/** With these seeds both servers, an officer and a database are killed. */
const KILLS = 4;

for (const seed of [4, 18])
  test(`killed at ${KILLS} moments of seed ${seed}, two States lose nothing and answer nothing twice`, {
    timeout: 600_000,
  }, async (t) => {
    const report = await runExchangeFaults({ seed, kills: KILLS, say: (text) => t.diagnostic(text) });
    t.diagnostic(JSON.stringify(report));
    assert.deepEqual(report.faults, []);
    assert.ok(report.requests > 0 && report.messages > report.requests, 'something passed between them');
  });
