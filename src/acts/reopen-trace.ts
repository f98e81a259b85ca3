/**
 * Opens a closed trace again, with the reason, unless its arm is traced anew meanwhile.
 *
 * @clause C-11
 */
import { z } from 'zod';
import { EVERYTHING } from '../domain/access/scope.ts';
import { refusal } from '../domain/base/refusal.ts';
import { lockArm } from '../store/arm.ts';
import { listTraces } from '../store/trace-lists.ts';
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
      async decide({ tx, file }) {
        if (file.state?.status !== 'closed') return refusal('trace-open-already', { trace });
        const { arm, kind } = file.row;
        const open = { arm, kind, status: 'open', limit: 1 } as const;
        if (arm) await lockArm(tx, EVERYTHING, arm);
        const [other] = arm && kind === 'own' ? await listTraces(tx, EVERYTHING, open) : [];
        if (other) return refusal('trace-open-already', { trace: other.id });
        return { events: [{ type: 'trace-reopened', why: salted.digest }], words: salted };
      },
    });
  },
};
