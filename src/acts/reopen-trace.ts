/**
 * Opens a closed trace again, with the reason.
 *
 * @clause C-11
 */
import { z } from 'zod';
import { refusal } from '../domain/base/refusal.ts';
import { changeTrace, saltedWords, type TraceReceipt } from './change-trace.ts';
import { NOTE_MAX, submission, uuid } from './input.ts';
import type { Act } from './office.ts';
import { traceReceiptOutput } from './trace-output.ts';

const input = z.strictObject({ ...submission, trace: uuid, why: z.string().trim().min(1).max(NOTE_MAX) });

export const reopenTrace: Act<z.infer<typeof input>, TraceReceipt> = {
  name: 'reopen-trace',
  says: 'Open a closed trace again',
  clauses: ['C-11'],
  input,
  output: traceReceiptOutput,
  changes: true,
  async run(office, actor, { act, device, trace, why }) {
    const salted = saltedWords(office, why);
    return changeTrace(office, actor, {
      ...{ act, device, trace, kind: 'reopen-trace' },
      decide({ file }) {
        if (file.state?.status !== 'closed') return refusal('trace-open-already', { trace });
        return { events: [{ type: 'trace-reopened', why: salted.digest }], words: salted };
      },
    });
  },
};
