/**
 * An agency answers what it was asked of a traced thing, in its own words; what it holds stays its own.
 *
 * @clause A-13, C-05
 */
import { z } from 'zod';
import { EVERYTHING } from '../domain/access/scope.ts';
import { refusal } from '../domain/base/refusal.ts';
import { AGENCY_OUTCOMES } from '../domain/trace/event.ts';
import { changeTrace, saltedWords, type TraceReceipt } from './change-trace.ts';
import { NOTE_MAX, submission, uuid } from './input.ts';
import type { Act } from './office.ts';
import { traceReceiptOutput } from './trace-output.ts';

const input = z.strictObject({
  ...submission,
  trace: uuid,
  question: uuid,
  outcome: z.enum(AGENCY_OUTCOMES),
  words: z.string().trim().min(1).max(NOTE_MAX).describe('What the agency tells.'),
});

export const answerQuestion: Act<z.infer<typeof input>, TraceReceipt> = {
  name: 'answer-question',
  says: 'Answer what one’s agency was asked of a traced thing',
  clauses: ['A-13', 'C-05'],
  input,
  output: traceReceiptOutput,
  changes: true,
  async run(office, actor, { act, device, trace, question, outcome, words }) {
    const salted = saltedWords(office, words);
    // Whoever works at the agency that was asked may answer, whatever else of the trace is closed to him.
    const asking = { ...actor, scope: EVERYTHING };
    return changeTrace(office, asking, {
      ...{ act, device, trace, kind: 'answer-question' },
      decide({ file }) {
        const asked = file.state?.questions.find((one) => one.question === question);
        const { scope } = actor;
        if (!asked || (scope.arms !== 'all' && !scope.parties.includes(asked.agency)))
          return refusal('question-unknown', { question });
        if (asked.answered) return refusal('question-answered', { question });
        return {
          events: [{ type: 'agency-answered', question, outcome, words: salted.digest }],
          words: salted,
        };
      },
    });
  },
};
