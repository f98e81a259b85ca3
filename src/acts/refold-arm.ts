/**
 * Folds an arm again from its entries and mends what is kept beside the ledger where it differs: its row, the marks it is
 * found by, and the decisions on what is of it. Says what differed, and leaves an entry that says so: a row that changed without an act is itself a finding.
 */
import { z } from 'zod';
import { EVERYTHING } from '../domain/access/scope.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { armState } from '../domain/custody/fold.ts';
import { armRowOf, lockArm, replaceMarks, updateArm } from '../store/arm.ts';
import { listMatchDifferences, listRowDifferences, type RowDifference } from '../store/arm-check.ts';
import type { Tx } from '../store/database.ts';
import { ENTRIES_OF_SUBJECT_MAX, isRepeated, listBodiesOf } from '../store/ledger.ts';
import { dropMatches, listMatchEntries, listMatches, saveMatch } from '../store/match.ts';
import { appendEntry } from './append-entry.ts';
import { submission, text } from './input.ts';
import { foldMatches } from './match-entries.ts';
import { type Act, newId } from './office.ts';
import { id } from './output.ts';
import { eventsOfBody } from './seal.ts';
import { armIdOf } from './view-arm.ts';

const input = z.strictObject({ ...submission, arm: text.describe('Id or State number of the arm.') });
export type RefoldArm = z.infer<typeof input>;

export type Refolded = {
  readonly arm: string;
  readonly entries: number;
  /** What differed and was mended. */
  readonly differences: readonly RowDifference[];
};

const output = z.strictObject({
  arm: id,
  entries: z.int(),
  differences: z.array(z.strictObject({ column: z.string(), is: z.string(), should: z.string() })),
});

export const refoldArm: Act<RefoldArm, Refolded> = {
  name: 'refold-arm',
  says: 'Fold an arm again from its entries and mend its row',
  clauses: ['PoA II.9'],
  input,
  output,
  changes: true,
  async run(office, actor, wanted) {
    const arm = await armIdOf(office, actor.scope, wanted.arm);
    if (isRefusal(arm)) return arm;
    // Told again, the same submission finds nothing left to mend; only an id of another act meets a row that is there.
    const again = (error: unknown): Refusal => {
      if (isRepeated(error)) return refusal('act-id-taken', { act: wanted.act ?? '' });
      throw error;
    };
    const mend = async (tx: Tx) => {
      const row = await lockArm(tx, actor.scope, arm);
      if (!row) return refusal('arm-unknown', { arm: wanted.arm });
      const state = armState((await listBodiesOf(tx, arm)).bodies.flatMap(eventsOfBody));
      const should = armRowOf(arm, row.register, state.number?.number ?? row.number, state);
      const kept = await listMatches(tx, EVERYTHING, { arm, limit: ENTRIES_OF_SUBJECT_MAX });
      const matches = foldMatches(await listMatchEntries(tx, arm), kept);
      const differences = [
        ...(await listRowDifferences(tx, should, state.marks)),
        ...listMatchDifferences(kept, matches),
      ];
      if (differences.length === 0) return { arm, entries: state.entries, differences };
      await updateArm(tx, should);
      await replaceMarks(tx, should, state.marks);
      await dropMatches(
        tx,
        arm,
        matches.map(({ id }) => id),
      );
      for (const match of matches) await saveMatch(tx, match);
      const event = { type: 'arm-row-mended', arm, differences };
      const { act, device } = wanted;
      // The entry is about the mending, not about the arm: nothing happened to the arm.
      const entry = { act, device, kind: 'refold-arm', subject: newId(office), events: [event] };
      const noted = await appendEntry(tx, office, actor, entry);
      return isRefusal(noted) ? noted : { arm, entries: state.entries, differences };
    };
    const done = await office.db.transaction(mend).catch(again);
    office.nudge();
    return done;
  },
};
