/**
 * Measures on records that nobody here wrote: `npm run bench -- real [--data DIR]`. The records stay where they are, beside
 * the checkout; where they are absent the bench says so and ends well. None of their rows belongs in the project.
 */
import { existsSync } from 'node:fs';
import { benchOffice, say } from './office.ts';
import { measureNormalising } from './real/normalising.ts';
import { measurePairs } from './real/pairs.ts';
import { measurePartlyRead } from './real/partly-read.ts';
import { DATA, SKIPPED } from './real/tables.ts';

/** Measures all parts on the records in `--data`. */
export async function benchReal(options: Readonly<Record<string, string | undefined>>): Promise<unknown> {
  const folder = options.data ?? DATA;
  if (!existsSync(folder)) {
    say(`${folder}: ${SKIPPED}`);
    return SKIPPED;
  }
  const bench = await benchOffice('real');
  try {
    return {
      pairs: await measurePairs(bench.office, folder),
      partlyRead: await measurePartlyRead(bench, folder),
      normalising: await measureNormalising(folder),
    };
  } finally {
    await bench.close();
  }
}
