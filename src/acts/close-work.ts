/**
 * Closes an item of the work list. A person looked at it and says why it is settled: that stands in the arm's own ledger as
 * a finding about the entry that raised it, so an alarm is never simply gone.
 */
import { z } from 'zod';
import type { Happened } from '../domain/base/happened.ts';
import { refusal } from '../domain/base/refusal.ts';
import { closeWork as closeItem, findOpenWork } from '../store/work.ts';
import { changeArm, type Receipt } from './change-arm.ts';
import { EXCHANGE_KINDS } from './exchange-work.ts';
import { NOTE_MAX, submission, uuid } from './input.ts';
import { SETTLED_BY_ACT } from './listing-work.ts';
import type { Act } from './office.ts';
import { EMERGENCY_KIND, MATCH_OPENED_KIND } from './opened-kinds.ts';
import { receiptOutput } from './output.ts';

const input = z.strictObject({
  ...submission,
  arm: uuid,
  item: uuid.describe('The item of the work list.'),
  why: z.string().trim().min(3).max(NOTE_MAX).describe('What was looked at, and why it is settled.'),
});
export type CloseWork = z.infer<typeof input>;

export const closeWork: Act<CloseWork, Receipt> = {
  name: 'close-work',
  says: 'Close an item of the work list, with the reason',
  clauses: ['PoA II.17'],
  input,
  output: receiptOutput,
  changes: true,
  async run(office, actor, { act, device, arm, item, why }) {
    const found = await findOpenWork(office.db, arm, item);
    const numbers = { item, ...(found ? { alarm: found.kind } : {}) };
    return changeArm(office, actor, {
      act,
      device,
      kind: 'close-work',
      arm,
      commands: (recorded) => [
        { type: 'finding', happened: recorded as Happened, about: found?.entry ?? item, numbers, why },
      ],
      async also(tx, recorded) {
        // What was opened is settled by its review alone.
        if (found?.kind === EMERGENCY_KIND || found?.kind === MATCH_OPENED_KIND)
          return refusal('not-permitted', { act: 'review-emergency-access' });
        if (found && (SETTLED_BY_ACT.has(found.kind) || EXCHANGE_KINDS.includes(found.kind)))
          return refusal('work-settled-by-act', { item });
        // Two people may close one item at once: the row tells who was first.
        const closed = await closeItem(tx, arm, item, recorded);
        return closed ? undefined : refusal('work-not-open', { item });
      },
    });
  },
};
