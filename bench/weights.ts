/**
 * Estimates the weights of identification from real records: `npm run bench -- weights [--data DIR] [--write]`. The records stay
 * where they are; the figures go into reference/identification-weights.json with what they were counted in and how. The same
 * records give the same figures. B-12.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseWeights, type Weights } from '../src/domain/identification/weights.ts';
import { readReference } from '../src/doors/reference/read-reference.ts';
import { say } from './office.ts';
import { DATA, SKIPPED } from './real/tables.ts';
import { countDamage, DAMAGES, type DamageCounted } from './weights/damage.ts';
import { ASSUMED_PRIORS, estimateChannel, estimateFeatures, rounded, together } from './weights/estimates.ts';
import { countLevels, type LevelsCounted } from './weights/levels.ts';
import { shareWithoutMates } from './weights/lots.ts';
import { fitOverlap } from './weights/overlap.ts';
import { ASSUMED_TEXTS, PROCEDURE } from './weights/procedure.ts';
import { type Register, readRegisters } from './weights/records.ts';
import { formatWeights } from './weights/write.ts';
import { countZeros, type ZerosCounted } from './weights/zeros.ts';

const FILE = join(import.meta.dirname, '../reference/identification-weights.json');

type Figures = {
  readonly register: Register;
  readonly damage: DamageCounted;
  readonly levels: LevelsCounted;
};

/** Estimates all weights, and writes them to their file where `--write` is given. */
export async function benchWeights(options: Readonly<Record<string, string | undefined>>): Promise<unknown> {
  const registers = readRegisters(options.data ?? DATA);
  if (registers.length === 0) return SKIPPED;
  const lookup = await readReference();
  const figures = registers.map((register): Figures => {
    say(`${register.name}: levels of agreement`);
    const levels = countLevels(lookup, register);
    say(`${register.name}: damages`);
    return { register, levels, damage: countDamage(register) };
  });
  const zeros = countZeros(registers);
  const before = JSON.parse(await readFile(FILE, 'utf8')) as Weights;
  const plain: Weights = {
    version: nextVersion(before.version),
    from: fromOf(figures, zeros),
    channel: estimateChannel(
      figures.map(({ damage }) => damage),
      zeros,
    ),
    features: estimateFeatures(figures.map(({ levels }) => levels)),
    overlap: 0.999,
    ...ASSUMED_PRIORS,
    ...rounded({ unseenLot: shareWithoutMates(registers) }),
  };
  const overlap = Math.min(0.999, fitOverlap(lookup, plain, figures[0]!.levels.sample));
  const weights = { ...plain, ...rounded({ overlap }) };
  const read = parseWeights(weights);
  if ('problem' in read) throw new Error(`The estimates cannot be used: ${read.problem}.`);
  if (options.write !== undefined) {
    await writeFile(FILE, formatWeights(weights));
    say(`written: ${FILE}`);
  }
  return weights;
}

/** The month, and how many versions it has had. */
function nextVersion(before: string): string {
  const month = new Date().toISOString().slice(0, 7).replace('-', '.');
  const number = before.startsWith(`${month}.`) ? Number(before.slice(month.length + 1)) + 1 : 1;
  return `${month}.${number}`;
}

function fromOf(figures: readonly Figures[], zeros: ZerosCounted): Weights['from'] {
  const damages = figures.map(({ damage }) => damage);
  const counts = DAMAGES.map((damage) => {
    const { found, byChance, places } = together(damages, damage);
    return [damage, `${found} found, ${byChance.toFixed(1)} by chance, at ${Math.round(places)} places`];
  });
  return {
    estimated: new Date().toISOString().slice(0, 10),
    sets: figures.map(
      ({ register: { name, rows, told }, damage, levels }) =>
        `${name} (${told}): ${rows.length} whole numbers; ${levels.arms} arms in two cases or more; ` +
        `${levels.random} pairs of different arms at random, ${levels.offered} as a search offers them; ` +
        `${damage.numbers} numbers with letters, those of two cases or more read ${damage.readings} times.`,
    ),
    procedure: PROCEDURE,
    counts: {
      ...Object.fromEntries(counts),
      zeroAgain: `${zeros.again} of ${zeros.places} further places, in ${zeros.pairs} pairs that differ in O and 0 alone`,
    },
    assumed: ASSUMED_TEXTS,
  };
}
