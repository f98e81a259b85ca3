/**
 * How the answer times grow with the register: exact find, holder and date search, last page of a list, arm page, at 10
 * thousand, 100 thousand, 1 and 10 million arms, through the acts (access log included). The homes are built once.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { findArms } from '../src/acts/find-arms.ts';
import { machine } from '../src/acts/office.ts';
import { viewArm } from '../src/acts/view-arm.ts';
import { isRefusal } from '../src/domain/base/refusal.ts';
import { benchHome } from './data/home.ts';
import { type BenchOffice, benchOffice, quantile, round, say } from './office.ts';

const ACTOR = machine('bench', 'measuring');
/** Rows of a page: as many as a holder has even where the register is small, so that equal pages are compared. */
const PAGE_ROWS = 10;
const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];

type Taken = { readonly p50Ms: number; readonly p95Ms: number; readonly firstTimeP50Ms: number };

type Sample = { id: string; number: string; serial: string; keeper_id: string; last_on: string };

/** Measures every size up to `--arms`. */
export async function benchGrowth(options: Readonly<Record<string, string | undefined>>): Promise<object> {
  const largest = Number(options.arms ?? 10_000_000);
  const results: Record<string, Record<string, Taken>> = {};
  for (const arms of SIZES.filter((size) => size <= largest)) {
    say(`a home of ${arms} arms`);
    const bench = await benchOffice('growth', await benchHome(arms, { say }));
    try {
      await settle(bench);
      results[arms] = await measure(bench);
    } finally {
      await bench.close();
    }
    await sleep(500);
  }
  const sizes = Object.keys(results);
  const [first, last] = [results[sizes[0]!]!, results[sizes.at(-1)!]!];
  const ratios = Object.keys(first).map((name) => [
    name,
    {
      p50: round(last[name]!.p50Ms / first[name]!.p50Ms),
      p95: round(last[name]!.p95Ms / first[name]!.p95Ms),
    },
  ]);
  return { results, [`${sizes.at(-1)} against ${sizes[0]} arms`]: Object.fromEntries(ratios), bar: 1.5 };
}

/** The statistics that a running register has from its housekeeping. */
async function settle(bench: BenchOffice): Promise<void> {
  await bench.owner(async (owner) => {
    for (const table of ['arm', 'arm_mark', 'arm_number', 'ledger_entry', 'ledger_leaf', 'party'])
      await owner.rows(`vacuum analyze ${table}`);
  });
}

async function measure(bench: BenchOffice): Promise<Record<string, Taken>> {
  const { office } = bench;
  const spread = await spreadSamples(bench);
  const find = (input: object) =>
    findArms.run(office, ACTOR, findArms.input.parse({ ...input, limit: PAGE_ROWS }));
  return {
    exactFind: await timed(spread, (one) => find({ serial: one.serial })),
    keeperAndDate: await timed(spread, (one) =>
      find({ keeper: one.keeper_id, from: `${one.last_on.slice(0, 4)}-01-01`, to: one.last_on }),
    ),
    lastPage: await timed(spread, (one) => find({ keeper: one.keeper_id, last: true })),
    lastPageOfAll: await timed(spread, () => find({ last: true })),
    armPage: await timed(spread, (one) => viewArm.run(office, ACTOR, { arm: one.number })),
  };
}

/** Arms from all over the register, not from one corner of it. */
async function spreadSamples(bench: BenchOffice): Promise<readonly Sample[]> {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const found: Sample[] = [];
  for (const a of alphabet)
    for (const b of alphabet.slice(0, 12)) {
      const [row] = await bench.office.db.rows<Sample>(
        `select a.arm_id as id, a.number, a.serial, a.keeper_id, a.last_on from arm_number n join arm a on a.arm_id = n.arm_id
         where n.number >= $1 and a.serial is not null and a.keeper_id is not null and a.last_on is not null order by n.number limit 1`,
        [`XA-${a}${b}`],
      );
      if (row) found.push(row);
    }
  if (found.length === 0) throw new Error('The home has no arm with serial, keeper and date.');
  return found;
}

/**
 * Asks for every sample once, when its pages come from the disk where the home is larger than the memory, and once more,
 * as people do who come back to the arms of their day. The second time is compared, the first is said beside it.
 */
async function timed(samples: readonly Sample[], run: (sample: Sample) => Promise<unknown>): Promise<Taken> {
  const took: [number[], number[]] = [[], []];
  for (const pass of took)
    for (const sample of samples) {
      const began = performance.now();
      const result = await run(sample);
      pass.push(performance.now() - began);
      if (isRefusal(result)) throw new Error(`refused: ${JSON.stringify(result)}`);
    }
  const [first, again] = took;
  return {
    p50Ms: quantile(again, 0.5),
    p95Ms: quantile(again, 0.95),
    firstTimeP50Ms: quantile(first, 0.5),
  };
}
