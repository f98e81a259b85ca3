/**
 * Corrects an entry: a new entry names the wrong one, says why, and tells what holds instead. The wrong one stays in the
 * ledger and in the audit; the fold goes by the correction.
 */
import { z } from 'zod';
import type { Happened } from '../domain/base/happened.ts';
import { refusal } from '../domain/base/refusal.ts';
import { listEntriesOf } from '../store/ledger.ts';
import { changeArm, type Receipt } from './change-arm.ts';
import { armEvent, eventOf, NOTE_MAX, submission, uuid } from './input.ts';
import type { Act } from './office.ts';
import { receiptOutput } from './output.ts';

const input = z.strictObject({
  ...submission,
  arm: uuid,
  entry: uuid.describe('The entry that is wrong.'),
  why: z.string().trim().min(3).max(NOTE_MAX),
  instead: z.array(armEvent).max(20).default([]),
});
export type CorrectEntry = z.infer<typeof input>;

export const correctEntry: Act<CorrectEntry, Receipt> = {
  name: 'correct-entry',
  says: 'Correct an entry',
  clauses: ['ITI 11'],
  input,
  output: receiptOutput,
  changes: true,
  async run(office, actor, wanted) {
    const known = await listEntriesOf(office.db, wanted.arm);
    if (!known.some((one) => one.entry === wanted.entry))
      return refusal('entry-unknown', { entry: wanted.entry });
    const { act, device, arm, entry, why } = wanted;
    return changeArm(office, actor, {
      act,
      device,
      kind: 'correct-entry',
      arm,
      commands: (recorded) => [
        { type: 'corrected', happened: recorded as Happened, about: entry, why },
        ...wanted.instead.map((event) => eventOf(event, recorded)),
      ],
    });
  },
};
