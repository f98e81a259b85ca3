/**
 * Whoever takes a zero for an O once does so again in the same number: numbers of two cases that are the same but for O and 0,
 * and of their other such places the share that is written otherwise too.
 */
import type { Register } from './records.ts';

export type ZerosCounted = { readonly pairs: number; readonly again: number; readonly places: number };

/** Counts pairs that differ in O and 0 alone, over all registers. */
export function countZeros(registers: readonly Register[]): ZerosCounted {
  let [pairs, again, places] = [0, 0, 0];
  for (const { rows } of registers) {
    const numbers = [...new Set(rows.map(({ serial }) => serial))].filter(
      (serial) => serial.length >= 6 && /[A-NP-Z]/.test(serial),
    );
    for (const group of Map.groupBy(numbers, (serial) => serial.replaceAll('O', '0')).values())
      for (const [at, a] of group.entries())
        for (const b of group.slice(at + 1)) {
          pairs++;
          again += [...a].filter((one, place) => one !== b[place]).length - 1;
          places += a.replaceAll(/[^O0]/g, '').length - 1;
        }
  }
  return { pairs, again, places };
}
