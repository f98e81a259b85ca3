/**
 * Another officer reviews an answer that went out on the word of one.
 *
 * @clause J-02, J-06
 */
import { z } from 'zod';
import { parseUuid } from '../domain/base/id.ts';
import { refusal } from '../domain/base/refusal.ts';
import { changeTrace, saltedWords, type TraceReceipt } from './change-trace.ts';
import { NOTE_MAX, submission, uuid } from './input.ts';
import type { Act } from './office.ts';
import { traceReceiptOutput } from './trace-output.ts';

const input = z.strictObject({
  ...submission,
  trace: uuid,
  draft: uuid,
  good: z.boolean().describe('It was right to release it alone.'),
  why: z.string().trim().min(1).max(NOTE_MAX),
});

export const reviewRelease: Act<z.infer<typeof input>, TraceReceipt> = {
  name: 'review-release',
  says: 'Review an answer that one officer released alone',
  clauses: ['J-02', 'J-06'],
  input,
  output: traceReceiptOutput,
  changes: true,
  async run(office, actor, { act, device, trace, draft, good, why }) {
    if (!parseUuid(actor.operator)) return refusal('account-needed');
    const salted = saltedWords(office, why);
    return changeTrace(office, actor, {
      ...{ act, device, trace, kind: 'review-release' },
      decide({ file }) {
        const before = file.requests.find(({ note }) => note.drafts.some((one) => one.draft === draft));
        const released = before?.note.drafts.find((one) => one.draft === draft);
        if (!before || !released?.isAlone || released.reviewed) return refusal('draft-unknown', { draft });
        if (released.releasedBy === actor.operator) return refusal('second-officer-needed', {}, 'J-02');
        const { request } = before.note;
        return {
          events: [{ type: 'release-reviewed', request, draft, good, why: salted.digest }],
          words: salted,
        };
      },
    });
  },
};
