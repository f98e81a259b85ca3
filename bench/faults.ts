/** Kills at random moments, as many as asked for: `npm run bench -- faults --kills 500 --seed 7`. */
import { runFaults } from '../test/faults/harness.ts';
import { say } from './office.ts';

/** Runs the kills and reports what was wrong afterwards: nothing should be. */
export function benchFaults(options: Readonly<Record<string, string | undefined>>): Promise<object> {
  const kills = Number(options.kills ?? 100);
  const seed = Number(options.seed ?? Date.now() % 1_000_000);
  say(`seed ${seed}`);
  return runFaults({ seed, kills, rows: Number(options.rows ?? 1000 * kills), say });
}
