/**
 * A person acknowledges a request: it is here, under this reference. The receipt that the machine gave at once is no
 * acknowledgement.
 *
 * @clause ITI 19, C-05
 */
import { z } from 'zod';
import { parseUuid } from '../domain/base/id.ts';
import { refusal } from '../domain/base/refusal.ts';
import { receiversOf } from '../domain/trace/officials.ts';
import { changeTrace, type TraceReceipt } from './change-trace.ts';
import { compact, NOTE_MAX, submission, uuid } from './input.ts';
import type { Act } from './office.ts';
import { sayInRequest, withWhom } from './say-in-request.ts';
import { refuseUnnamed } from './trace-officials.ts';
import { traceReceiptOutput } from './trace-output.ts';
import { referenceOf } from './trace-rows.ts';

const input = z.strictObject({
  ...submission,
  trace: uuid,
  request: uuid,
  note: z.string().trim().max(NOTE_MAX).optional(),
});

export const acknowledgeRequest: Act<z.infer<typeof input>, TraceReceipt> = {
  name: 'acknowledge-request',
  says: 'Acknowledge a request to trace to whoever sent it',
  clauses: ['ITI 19', 'C-05'],
  input,
  output: traceReceiptOutput,
  changes: true,
  async run(office, actor, { act, device, trace, request, note }) {
    if (!parseUuid(actor.operator)) return refusal('account-needed');
    return changeTrace(office, actor, {
      ...{ act, device, trace, kind: 'acknowledge-request' },
      async decide({ tx, file }) {
        const before = file.requests.find((one) => one.note.request === request);
        if (!before) return refusal('request-unknown', { request });
        if (before.state.acknowledged) return refusal('request-acknowledged', { request });
        // Whoever acknowledges what nobody received yet takes it, and is named by that.
        const closed =
          receiversOf(before).length > 0 ? refuseUnnamed(file, actor.operator, request) : undefined;
        if (closed) return closed;
        const reference = referenceOf(office.state, file.row);
        const content = compact({ reference, note });
        return sayInRequest(tx, office, withWhom(before), before, { kind: 'acknowledged', content });
      },
    });
  },
};
