/**
 * Keeps a batch of new arms as one act of its own, once: a batch that was kept before is not made again, so a long load
 * that was stopped goes on where it stood. Not an act that a door offers.
 */
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import { DRAWS_MAX, isDrawnTwice } from './draw-number.ts';
import { keepInBulk, type NewArm } from './keep-in-bulk.ts';
import type { Actor, Office } from './office.ts';
import { type Once, once } from './once.ts';

export type BatchKept = { readonly arms: number; readonly entries: number };

/**
 * Keeps the arms that `make` gives; it is not called where the batch was kept before, and called again with the number of
 * the attempt where a State number was taken.
 */
export async function keepBatch(
  office: Office,
  actor: Actor,
  act: string,
  kind: string,
  make: (attempt: number) => readonly NewArm[],
): Promise<Once<BatchKept> | Refusal> {
  return once(office, act, async () => {
    for (let attempt = 0; ; attempt++) {
      const arms = make(attempt);
      const entries = arms.reduce((sum, arm) => sum + arm.entries.length, 0);
      const kept: BatchKept = { arms: arms.length, entries };
      try {
        const done = await office.db.transaction((tx) =>
          keepInBulk(tx, office, actor, { id: act, kind, result: JSON.stringify(kept) }, arms),
        );
        return isRefusal(done) ? done : kept;
      } catch (error) {
        if (!isDrawnTwice(error) || attempt >= DRAWS_MAX) throw error;
      }
    }
  });
}
