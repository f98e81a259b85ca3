/** Kills at random moments, as many as asked for of each kind: `npm run bench -- faults --kills 500 --seed 7`. */
import { runExchangeFaults } from '../test/faults/exchange-harness.ts';
import { runFaults } from '../test/faults/harness.ts';
import { say } from './office.ts';

/** Kills of one pair of States: a pair that grows without end takes ever longer to look at. */
const KILLS_OF_A_PAIR = 25;

/** Runs the kills of one register, then those of States that write to each other, and reports what was wrong afterwards: nothing should be. */
export async function benchFaults(options: Readonly<Record<string, string | undefined>>): Promise<object> {
  const kills = Number(options.kills ?? 100);
  const seed = Number(options.seed ?? Date.now() % 1_000_000);
  say(`seed ${seed}`);
  const register = await runFaults({ seed, kills, rows: Number(options.rows ?? 1000 * kills), say });
  const exchange: object[] = [];
  for (let from = 0; from < kills; from += KILLS_OF_A_PAIR)
    exchange.push(
      await runExchangeFaults({ seed: seed + from, kills: Math.min(KILLS_OF_A_PAIR, kills - from), say }),
    );
  return { register, exchange };
}
