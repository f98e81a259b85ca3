/**
 * Asks an agency of the State what it knows of a traced thing: its registers are its own and may be asked rather than read. The
 * question has a day; the agency is reminded before and after it.
 *
 * @clause A-13, C-05
 */
import { z } from 'zod';
import { refusal } from '../domain/base/refusal.ts';
import { daysAfter } from '../domain/trace/clocks.ts';
import { listParties } from '../store/party.ts';
import { changeTrace, saltedWords, type TraceReceipt } from './change-trace.ts';
import { NOTE_MAX, submission, uuid } from './input.ts';
import { type Act, newId } from './office.ts';
import { traceReceiptOutput } from './trace-output.ts';
import { readTraceRules } from './trace-rules.ts';

const input = z.strictObject({
  ...submission,
  trace: uuid,
  agency: uuid.describe('The agency that is asked.'),
  words: z.string().trim().min(1).max(NOTE_MAX).describe('What it is asked.'),
  due: z.iso.date().optional().describe('Day by which it is to answer; else by the rules of the State.'),
});

export const askAgency: Act<z.infer<typeof input>, TraceReceipt> = {
  name: 'ask-agency',
  says: 'Ask an agency of the State what it knows of a traced thing, by a day',
  clauses: ['A-13', 'C-05'],
  input,
  output: traceReceiptOutput,
  changes: true,
  async run(office, actor, { act, device, trace, agency, words, due }) {
    if (!(await listParties(office.db, [agency])).has(agency))
      return refusal('party-unknown', { party: agency });
    const salted = saltedWords(office, words);
    const question = newId(office);
    return changeTrace(office, actor, {
      ...{ act, device, trace, kind: 'ask-agency' },
      async decide({ tx, file, recorded }) {
        if (file.state?.status !== 'open') return refusal('trace-closed', { trace });
        const rules = await readTraceRules(tx);
        const isUrgent = file.requests.some(({ state }) => state.request?.urgency.level === 'urgent');
        const days = isUrgent ? rules.agencyUrgentDays : rules.agencyDays;
        const by = due === undefined ? daysAfter(recorded, days) : `${due}T23:59:59.000Z`;
        return {
          events: [{ type: 'agency-asked', question, agency, due: by, words: salted.digest }],
          words: salted,
          made: question,
        };
      },
    });
  },
};
