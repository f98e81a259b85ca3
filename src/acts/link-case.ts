/**
 * Links a trace to a criminal case, a request for legal assistance, a joint team or a liaison officer, by its number.
 *
 * @clause C-14
 */
import { z } from 'zod';
import { CASE_KINDS } from '../domain/trace/event.ts';
import { changeTrace, type TraceReceipt } from './change-trace.ts';
import { submission, text, uuid } from './input.ts';
import type { Act } from './office.ts';
import { traceReceiptOutput } from './trace-output.ts';

const input = z.strictObject({
  ...submission,
  trace: uuid,
  case: z.enum(CASE_KINDS),
  reference: text.min(1).describe('Its number.'),
});

export const linkCase: Act<z.infer<typeof input>, TraceReceipt> = {
  name: 'link-case',
  says: 'Link a trace to a case, a request for legal assistance or a joint team',
  clauses: ['C-14'],
  input,
  output: traceReceiptOutput,
  changes: true,
  async run(office, actor, { act, device, trace, case: kind, reference }) {
    return changeTrace(office, actor, {
      ...{ act, device, trace, kind: 'link-case' },
      decide: () => ({ events: [{ type: 'case-linked', case: kind, reference }] }),
    });
  },
};
