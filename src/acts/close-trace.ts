/**
 * Closes a trace with how it ended and, where it failed, why; one that reached the point of diversion rests on the finding of a
 * named authority. Partners whose nodes were asked are told. A late answer opens it again.
 *
 * @clause C-11, C-18, C-20
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import type { TraceState } from '../domain/trace/fold.ts';
import { EXEMPTIONS, FAILURES, LIFE_STAGES, OUTCOMES, SUCCEEDED } from '../domain/trace/outcome.ts';
import {
  changeTrace,
  type Deciding,
  saltedWords,
  type TraceDecision,
  type TraceReceipt,
} from './change-trace.ts';
import { compact, NOTE_MAX, submission, text, uuid } from './input.ts';
import type { Act, Office } from './office.ts';
import { sayInRequest, withWhom } from './say-in-request.ts';
import { traceReceiptOutput } from './trace-output.ts';

const input = z.strictObject({
  ...submission,
  trace: uuid,
  outcome: z.enum(OUTCOMES),
  failure: z.enum(FAILURES).optional().describe('Why it failed, where it did.'),
  exemption: z.enum(EXEMPTIONS).optional().describe('Why the arm is not traced (C-18).'),
  stage: z.enum(LIFE_STAGES).optional().describe('Where in its life the arm left lawful hands.'),
  action: text.optional().describe('What is done so that it does not happen again.'),
  words: z.string().trim().min(1).max(NOTE_MAX).describe('How it ended, in words.'),
  tell: z.boolean().default(true).describe('Tell the partners that were asked.'),
});
export type CloseTrace = z.infer<typeof input>;

export const closeTrace: Act<CloseTrace, TraceReceipt> = {
  name: 'close-trace',
  says: 'Close a trace with its outcome, the point of diversion and what is done about it',
  clauses: ['C-11', 'C-18', 'C-20'],
  input,
  output: traceReceiptOutput,
  changes: true,
  async run(office, actor, wanted) {
    const { act, device, trace } = wanted;
    return changeTrace(office, actor, {
      ...{ act, device, trace, kind: 'close-trace' },
      decide: (deciding) => close(office, deciding, wanted),
    });
  },
};

async function close(
  office: Office,
  { tx, file }: Deciding,
  wanted: CloseTrace,
): Promise<TraceDecision | Refusal> {
  const { state } = file;
  if (state?.status !== 'open') return refusal('trace-closed', { trace: wanted.trace });
  const wrong = whyNot(state, wanted);
  if (wrong) return wrong;
  const { outcome, failure, exemption, action } = wanted;
  const stage =
    wanted.stage ?? state.findings.findLast(({ finding }) => finding === 'point-of-diversion')?.stage;
  const salted = saltedWords(office, wanted.words);
  const closed = compact({
    ...{ type: 'trace-closed' as const, outcome, failure, exemption, stage, action, words: salted.digest },
  });
  const decided: TraceDecision = { events: [closed], words: salted };
  if (!wanted.tell) return decided;
  let { events, said = [] }: Pick<TraceDecision, 'events' | 'said'> = decided;
  for (const request of file.requests) {
    if (request.note.ours !== 'requester' || request.note.peer === undefined) continue;
    if (request.state.status === 'withdrawn' || request.state.closed) continue;
    const told = { kind: 'closed' as const, content: compact({ outcome, stage }) };
    const done = await sayInRequest(tx, office, withWhom(request), request, told);
    if (isRefusal(done)) return done;
    events = [...events, ...done.events];
    said = [...said, ...(done.said ?? [])];
  }
  return { ...decided, events, said };
}

function whyNot(state: TraceState, { outcome, failure, exemption }: CloseTrace): Refusal | undefined {
  if (outcome === 'exempt' && !exemption) return refusal('close-exemption-missing', {}, 'C-18');
  const isDiverted = state.findings.some(({ finding }) => finding === 'point-of-diversion');
  if (outcome === 'traced-to-point-of-diversion' && !isDiverted)
    return refusal('close-finding-missing', {}, 'C-11');
  const isFailed = !SUCCEEDED.has(outcome) && outcome !== 'exempt' && outcome !== 'not-attempted';
  return isFailed && !failure ? refusal('close-failure-missing', {}, 'C-20') : undefined;
}
