/**
 * Erases the data of persons whose time has ended: a batch of bounded size in one transaction, for a daily job. Who still
 * answers for an arm is passed over; where a minimum or a court's order reaches further, the day is put off until then.
 *
 * @clause J-05
 */
import { isRefusal, type Refusal } from '../domain/base/refusal.ts';
import { lockDuePersons, retainPerson } from '../store/erasure.ts';
import { eraseInside, type NoteErasures, refuseErasure, type ToErase } from './erase-personal-data.ts';
import { type Actor, nowOf, type Office } from './office.ts';

/** Named limit: persons of one batch; each costs two readings of all bodies. */
export const PRUNE_BATCH_MAX = 20;

export type Pruned = {
  readonly persons: number;
  readonly rows: number;
  /** Persons whose day was put off. */
  readonly postponed: number;
  /** More are due. */
  readonly more: boolean;
};

/** Erases one batch of those that are due. */
export async function prunePersonData(
  office: Office,
  actor: Actor,
  note: NoteErasures,
  limit = PRUNE_BATCH_MAX,
): Promise<Pruned | Refusal> {
  const done = await office.db.transaction(async (tx): Promise<Pruned | Refusal> => {
    const due = await lockDuePersons(tx, nowOf(office).slice(0, 10), Math.min(limit, PRUNE_BATCH_MAX) + 1);
    const batch = due.slice(0, Math.min(limit, PRUNE_BATCH_MAX));
    let [persons, rows, postponed] = [0, 0, 0];
    for (const target of batch) {
      const wanted: ToErase = { what: 'person', target, ground: 'retention-ended' };
      const refused = await refuseErasure(tx, office, wanted);
      if (refused) {
        await retainPerson(tx, target, String(refused.facts?.until));
        postponed++;
        continue;
      }
      const erased = await eraseInside(tx, office, actor, wanted, note);
      if (isRefusal(erased)) return erased;
      persons++;
      rows += erased.rows;
    }
    return { persons, rows, postponed, more: due.length > batch.length };
  });
  if (!isRefusal(done) && done.persons > 0) office.nudge();
  return done;
}
