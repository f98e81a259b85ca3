/**
 * Records what happened to an arm, or asks leave for what is about to happen. A fact is always recorded, and where it
 * contradicts what stands both are kept and an alarm is raised; what is asked can be refused with its clause.
 */
import { z } from 'zod';
import { changeArm, type Receipt } from './change-arm.ts';
import { armEvent, eventOf, submission, uuid } from './input.ts';
import type { Act } from './office.ts';
import { receiptOutput } from './output.ts';

const input = z.strictObject({ ...submission, arm: uuid, ...armEvent.shape });
export type RecordEvent = z.infer<typeof input>;

export const recordEvent: Act<RecordEvent, Receipt> = {
  name: 'record-event',
  says: 'Record what happened to an arm, or ask leave for it',
  clauses: ['PoA II.9', 'ITI 11', 'PoA II.8'],
  input,
  output: receiptOutput,
  changes: true,
  async run(office, actor, wanted) {
    const { act, device, arm } = wanted;
    return changeArm(office, actor, {
      act,
      device,
      kind: 'record-event',
      arm,
      asks: wanted.asked,
      commands: (recorded) => [eventOf(wanted, recorded)],
    });
  },
};
