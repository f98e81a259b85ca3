/** Reads the weights of identification that come with the program; once, when first asked for. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../../domain/base/refusal.ts';
import { parseWeights, type Weights } from '../../domain/identification/weights.ts';

const FILE = 'identification-weights.json';

let kept: Promise<Weights> | undefined;

/** The weights of the program; the same promise for all who ask. */
export function readWeights(): Promise<Weights> {
  kept ??= read().catch((error: unknown) => {
    kept = undefined;
    throw error;
  });
  return kept;
}

async function read(): Promise<Weights> {
  const text = await readFile(join(import.meta.dirname, '../../../reference', FILE), 'utf8');
  const weights = parseWeights(JSON.parse(text));
  if ('problem' in weights)
    throw new Fault(
      'file',
      `The file ${FILE} cannot be used: ${weights.problem}. Put back the file that came with the program.`,
    );
  return weights;
}
