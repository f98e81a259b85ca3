/**
 * Records what a named authority found in a trace: since when the arm is illicit and on which ground, or where in its life it
 * left lawful hands. Findings are acts of people; a later one stands beside an earlier one. The last lawful holder is a
 * witness, not a suspect.
 *
 * @clause ITI 5, ITI 6, C-11
 */
import { z } from 'zod';
import { refusal } from '../domain/base/refusal.ts';
import { FINDING_KINDS } from '../domain/trace/event.ts';
import { LIFE_STAGES } from '../domain/trace/outcome.ts';
import { GROUNDS } from '../domain/trace/request.ts';
import { changeTrace, saltedWords, type TraceReceipt } from './change-trace.ts';
import { compact, happened, NOTE_MAX, submission, text, uuid } from './input.ts';
import type { Act } from './office.ts';
import { traceReceiptOutput } from './trace-output.ts';
import { country } from './trace-shapes.ts';

const input = z.strictObject({
  ...submission,
  trace: uuid,
  finding: z.enum(FINDING_KINDS),
  authority: text.min(1).describe('The authority that found it, by name.'),
  happened: happened.describe('Since when, or when it left lawful hands, as far as known.'),
  ground: z.enum(GROUNDS).optional().describe('Why it is illicit (ITI 6).'),
  stage: z.enum(LIFE_STAGES).optional().describe('Where in its life it left lawful hands.'),
  country: country.optional(),
  words: z.string().trim().min(1).max(NOTE_MAX).describe('What it rests on.'),
});

export const recordTraceFinding: Act<z.infer<typeof input>, TraceReceipt> = {
  name: 'record-trace-finding',
  says: 'Record what an authority found in a trace: illicit since, point of diversion',
  clauses: ['ITI 5', 'ITI 6', 'C-11'],
  input,
  output: traceReceiptOutput,
  changes: true,
  async run(office, actor, { act, device, trace, words, ...found }) {
    if (found.finding === 'point-of-diversion' && !found.stage) return refusal('finding-stage-missing');
    if (found.finding === 'illicit-since' && !found.ground) return refusal('finding-ground-missing');
    const salted = saltedWords(office, words);
    return changeTrace(office, actor, {
      ...{ act, device, trace, kind: 'record-trace-finding' },
      decide: () => ({
        events: [compact({ type: 'trace-finding' as const, ...found, words: salted.digest })],
        words: salted,
      }),
    });
  },
};
