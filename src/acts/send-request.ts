/**
 * Sends a request to trace to one or several addressees: a node, or a State by letter, e-mail, INTERPOL, embassy or document.
 * It cannot leave without what ITI 17 asks for; where photographs are missing it leaves with a warning.
 *
 * What could go wrong: a request to two States of which one is refused. Nothing leaves then; they go together or not at all.
 *
 * @clause ITI 16, ITI 17, C-03, C-04
 */
import { z } from 'zod';
import { isRefusal, refusal } from '../domain/base/refusal.ts';
import { CHANNELS } from '../domain/trace/event.ts';
import { logAccess } from '../store/work.ts';
import { changeTrace, type TraceDecision, type TraceReceipt } from './change-trace.ts';
import { compact, submission, uuid } from './input.ts';
import { type Act, newId } from './office.ts';
import { composeRequest, REQUEST_FIELDS } from './request-of.ts';
import { type RequestWith, sayInRequest } from './say-in-request.ts';
import { refuseUnnamed } from './trace-officials.ts';
import { traceReceiptOutput } from './trace-output.ts';
import { readTraceRules } from './trace-rules.ts';
import { country } from './trace-shapes.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: addressees of one request. */
export const ADDRESSEES_MAX = 10;

const input = z.strictObject({
  ...submission,
  trace: uuid,
  to: z
    .array(
      z.strictObject({
        country,
        peer: uuid.optional().describe('Its node, where it has one.'),
        channel: z.enum(CHANNELS).optional().describe('How it goes where it has none.'),
      }),
    )
    .min(1)
    .max(ADDRESSEES_MAX),
  ...REQUEST_FIELDS,
});

export const sendRequest: Act<z.infer<typeof input>, TraceReceipt> = {
  name: 'send-request',
  says: 'Send a request to trace to other States',
  clauses: ['ITI 16', 'ITI 17', 'C-03', 'C-04'],
  input,
  output: traceReceiptOutput,
  changes: true,
  async run(office, actor, { act, device, trace, to, ...fields }) {
    await logAccess(office.db, accessOf(office, actor, 'send-request', trace));
    return changeTrace(office, actor, {
      ...{ act, device, trace, kind: 'send-request' },
      async decide({ tx, file }) {
        if (file.state?.status !== 'open') return refusal('trace-closed', { trace });
        const closed = refuseUnnamed(file, actor.operator);
        if (closed) return closed;
        const composed = await composeRequest(tx, office, file, fields, await readTraceRules(tx));
        if (isRefusal(composed)) return composed;
        const { request: content, missing } = composed;
        const [first] = missing;
        if (first) return refusal('request-incomplete', { missing: missing.join(', ') }, 'ITI 17');
        let decided: TraceDecision = { events: [] };
        for (const [place, addressee] of to.entries()) {
          const request = newId(office);
          const reference = place === 0 ? content.reference : `${content.reference}-${place + 1}`;
          const who: RequestWith = {
            ...{
              request,
              thread: request,
              ours: 'requester',
              country: addressee.country,
              peer: addressee.peer,
            },
            channel: addressee.peer ? 'node' : (addressee.channel ?? 'letter'),
          };
          const said = { kind: 'request' as const, content: compact({ ...content, reference }) };
          const done = await sayInRequest(tx, office, who, undefined, said);
          if (isRefusal(done)) return done;
          decided = {
            events: [...decided.events, ...done.events],
            said: [...(decided.said ?? []), ...(done.said ?? [])],
            threads: [...(decided.threads ?? []), { request, thread: request, peer: addressee.peer }],
            made: decided.made ?? request,
          };
        }
        return decided;
      },
    });
  },
};
