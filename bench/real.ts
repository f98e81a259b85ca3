/**
 * Measures on records that nobody here wrote: `npm run bench -- real [--data DIR]`. The records stay where they are, beside
 * the checkout; where they are absent the bench says so and ends well. None of their rows belongs in the project.
 */
import { join } from 'node:path';
import { measureNormalising } from './real/normalising.ts';

const DATA = join(import.meta.dirname, '../../shared/data');

/** Measures all parts on the records in `--data`. */
export async function benchReal(options: Readonly<Record<string, string | undefined>>): Promise<object> {
  const folder = options.data ?? DATA;
  return { normalising: await measureNormalising(folder) };
}
