/**
 * Recoveries that point to one consignment: same maker, same letters before the number, numbers close to each other. The
 * exporting State is asked once for the lot, not once for each arm.
 *
 * What could go wrong: two lots that happen to lie side by side. A lot is proposed to a person, with its numbers; nobody is
 * asked by itself.
 *
 * @clause C-17, C-20
 */

export type RecoveredNumber = {
  readonly trace: string;
  readonly arm?: string | undefined;
  readonly maker: string;
  readonly prefix: string;
  readonly number: number;
  readonly digits: number;
};

export type SuspectedLot = {
  readonly maker: string;
  readonly prefix: string;
  readonly digits: number;
  readonly from: number;
  readonly to: number;
  readonly traces: readonly string[];
};

/** Named limit: how far the next number of a lot may be from the one before. */
export const LOT_GAP_MAX = 500;
/** Named limit: recoveries that make a lot. */
export const LOT_RECOVERIES_MIN = 3;

/** Groups of recoveries close in maker, prefix and number, the largest first. */
export function suspectLots(recovered: readonly RecoveredNumber[]): readonly SuspectedLot[] {
  const sorted = [...recovered].sort(
    (a, b) => compareTexts(keyOf(a), keyOf(b)) || a.number - b.number || compareTexts(a.trace, b.trace),
  );
  const groups: RecoveredNumber[][] = [];
  for (const one of sorted) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (before && keyOf(before) === keyOf(one) && one.number - before.number <= LOT_GAP_MAX) last!.push(one);
    else groups.push([one]);
  }
  return groups
    .map(lotOf)
    .filter(({ traces }) => traces.length >= LOT_RECOVERIES_MIN)
    .sort((a, b) => b.traces.length - a.traces.length);
}

function keyOf({ maker, prefix, digits }: RecoveredNumber): string {
  return JSON.stringify([maker, prefix, digits]);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function lotOf(group: readonly RecoveredNumber[]): SuspectedLot {
  const [first] = group;
  const { maker, prefix, digits, number } = first!;
  return {
    ...{ maker, prefix, digits, from: number, to: group.at(-1)!.number },
    traces: [...new Set(group.map(({ trace }) => trace))],
  };
}

const NUMBER = /^(.{0,30}?)(\d{1,12})$/;

/** A number split into the letters before it and its digits, or undefined where it has no number. */
export function splitNumber(
  searchKey: string,
): Pick<RecoveredNumber, 'prefix' | 'number' | 'digits'> | undefined {
  const [, prefix, digits] = NUMBER.exec(searchKey) ?? [];
  if (prefix === undefined || digits === undefined) return undefined;
  return { prefix, number: Number(digits), digits: digits.length };
}
