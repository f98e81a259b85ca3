/**
 * A named officer says which arm of the register the traced thing is, resting on a decision on a match (or on its own record);
 * from then on the chain of that arm is the chain of the trace. Nothing of the arm changes.
 *
 * @clause C-02, J-06
 */
import { z } from 'zod';
import { parseUuid } from '../domain/base/id.ts';
import { refusal } from '../domain/base/refusal.ts';
import { findMatch } from '../store/match.ts';
import { changeTrace, type TraceReceipt } from './change-trace.ts';
import { submission, uuid } from './input.ts';
import type { Act } from './office.ts';
import { traceReceiptOutput } from './trace-output.ts';

const input = z.strictObject({
  ...submission,
  trace: uuid,
  match: uuid.describe('The decision "same" on which it rests.'),
});

export const takeArm: Act<z.infer<typeof input>, TraceReceipt> = {
  name: 'take-arm',
  says: 'Say which arm of the register the traced thing is, by a decision on a match',
  clauses: ['C-02', 'ITI 11'],
  input,
  output: traceReceiptOutput,
  changes: true,
  async run(office, actor, { act, device, trace, match }) {
    if (!parseUuid(actor.operator)) return refusal('account-needed');
    const decided = await findMatch(office.db, actor.scope, match);
    if (decided?.decision !== 'same') return refusal('trace-match-not-same', { match });
    return changeTrace(office, actor, {
      ...{ act, device, trace, kind: 'take-arm' },
      decide: () => ({ events: [{ type: 'arm-taken-for', arm: decided.arm, match }] }),
    });
  },
};
