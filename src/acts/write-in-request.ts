/**
 * Says something between request and answer: what more is needed, so that the clock stands (ITI 21), what was asked for, a
 * question about a refusal (ITI 23) and its answer, or that the request is withdrawn.
 *
 * @clause ITI 21, ITI 23, C-07, C-08
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import type { Said } from '../domain/trace/thread.ts';
import type { Deciding } from './change-trace.ts';
import { changeTrace, type TraceReceipt } from './change-trace.ts';
import { compact, NOTE_MAX, submission, uuid } from './input.ts';
import type { Act, Office } from './office.ts';
import { composeRequest, requestFields } from './request-of.ts';
import { sayInRequest, withWhom } from './say-in-request.ts';
import { refuseUnnamed } from './trace-officials.ts';
import { traceReceiptOutput } from './trace-output.ts';
import { readTraceRules } from './trace-rules.ts';

export const WRITTEN_KINDS = [
  'more-wanted',
  'more-given',
  'clarification-wanted',
  'clarification-given',
  'withdrawn',
] as const;
const FIELDS_MAX = 20;

const input = z.strictObject({
  ...submission,
  trace: uuid,
  request: uuid,
  kind: z.enum(WRITTEN_KINDS),
  text: z.string().trim().min(1).max(NOTE_MAX),
  fields: z.array(z.string().max(40)).max(FIELDS_MAX).default([]).describe('What is missing, of ITI 17.'),
  amended: requestFields.optional().describe('The request as it stands with what was asked for.'),
});
export type WriteInRequest = z.infer<typeof input>;

export const writeInRequest: Act<WriteInRequest, TraceReceipt> = {
  name: 'write-in-request',
  says: 'Ask for more, give it, ask for or give a clarification, or withdraw a request',
  clauses: ['ITI 21', 'ITI 23', 'C-07', 'C-08'],
  input,
  output: traceReceiptOutput,
  changes: true,
  async run(office, actor, wanted) {
    const { act, device, trace, request } = wanted;
    return changeTrace(office, actor, {
      ...{ act, device, trace, kind: 'write-in-request' },
      async decide(deciding) {
        const before = deciding.file.requests.find((one) => one.note.request === request);
        if (!before) return refusal('request-unknown', { request });
        const closed = refuseUnnamed(deciding.file, actor.operator, request);
        if (closed) return closed;
        const said = await saidBy(office, deciding, wanted);
        if (isRefusal(said)) return said;
        return sayInRequest(deciding.tx, office, withWhom(before), before, said);
      },
    });
  },
};

async function saidBy(
  office: Office,
  { tx, file }: Deciding,
  { kind, text, fields, amended, request }: WriteInRequest,
): Promise<Said | Refusal> {
  if (kind === 'more-wanted') return { kind, content: { fields, text } };
  if (kind === 'withdrawn') return { kind, content: { reason: text } };
  if (kind !== 'more-given') return { kind, content: { text } };
  if (!amended) return { kind, content: { text } };
  const before = file.requests.find(({ note }) => note.request === request)?.state.request;
  const composed = await composeRequest(tx, office, file, amended, await readTraceRules(tx));
  if (isRefusal(composed)) return composed;
  // A request keeps its reference, and its photographs where none are sent anew.
  const { reference = composed.request.reference, photographs = [] } = before ?? {};
  const whole = { ...composed.request, reference };
  const sent = amended.photographs.length > 0 ? whole : { ...whole, photographs };
  return { kind, content: compact({ text, request: sent }) };
}
