/** Which numbers stand alone in their lot: a lot is all numbers that agree but for the last three digits. */
import type { Register } from './records.ts';

const IN_LOT = /^(.*[A-Z].*)\d{3}$/;

/** The share of numbers with letters that share their lot with no other number of the register, over all registers. */
export function shareWithoutMates(registers: readonly Register[]): number {
  let [alone, all] = [0, 0];
  for (const { rows } of registers) {
    const numbers = [...new Set(rows.map(({ serial }) => serial))];
    const lots = Map.groupBy(
      numbers.filter((serial) => IN_LOT.test(serial)),
      (serial) => IN_LOT.exec(serial)![1]!,
    );
    for (const { length } of lots.values()) {
      all += length;
      if (length === 1) alone++;
    }
  }
  return alone / all;
}
