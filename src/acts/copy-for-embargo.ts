/**
 * Records that a copy of a request goes to the body that watches over an embargo, where an arm was transferred in breach of one
 * and the rules of the State name that body. The door makes the letter from the same request; a person signs and sends it.
 *
 * What could go wrong: a request of another State passed on against its limits. That takes its written consent.
 *
 * @clause ITI 6(b), C-09, C-16
 */
import { z } from 'zod';
import { refusal } from '../domain/base/refusal.ts';
import { forbiddenBy } from '../domain/trace/limits.ts';
import { changeTrace, type TraceReceipt } from './change-trace.ts';
import { compact, submission, text, uuid } from './input.ts';
import type { Act } from './office.ts';
import { refuseUnnamed } from './trace-officials.ts';
import { traceReceiptOutput } from './trace-output.ts';
import { readTraceRules } from './trace-rules.ts';

const input = z.strictObject({
  ...submission,
  trace: uuid,
  request: uuid,
  consent: text.optional().describe('Reference of the written consent of the State that asked.'),
});

export const copyForEmbargo: Act<z.infer<typeof input>, TraceReceipt> = {
  name: 'copy-for-embargo',
  says: 'Record a copy of a request for the body that watches over an embargo',
  clauses: ['ITI 6(b)', 'C-16'],
  input,
  output: traceReceiptOutput,
  changes: true,
  async run(office, actor, { act, device, trace, request, consent }) {
    return changeTrace(office, actor, {
      ...{ act, device, trace, kind: 'copy-for-embargo' },
      async decide({ tx, file }) {
        const found = file.requests.find(({ note }) => note.request === request);
        if (!found?.state.request) return refusal('request-unknown', { request });
        const closed = refuseUnnamed(file, actor.operator, request);
        if (closed) return closed;
        const { ground, limits } = found.state.request;
        if (!ground.codes.includes('embargo-breached')) return refusal('no-embargo-breached', {}, 'ITI 6(b)');
        const { embargoCopyTo } = await readTraceRules(tx);
        if (!embargoCopyTo) return refusal('embargo-copy-not-allowed');
        const isTheirs = found.note.ours === 'responder';
        const forbidden = isTheirs ? forbiddenBy(limits, { to: 'another-state', consent }) : undefined;
        if (forbidden) return refusal('limit-forbids', { limit: forbidden.code }, 'ITI 15');
        const { to, channel } = embargoCopyTo;
        return { events: [compact({ type: 'embargo-copy-made' as const, request, to, channel, consent })] };
      },
    });
  },
};
