/**
 * Keeps the working translation of a message, by whoever made it. It stands beside the original and replaces nothing; a later
 * one stands beside an earlier one.
 *
 * @clause C-13
 */
import { z } from 'zod';
import { refusal } from '../domain/base/refusal.ts';
import { changeTrace, saltedWords, type TraceReceipt } from './change-trace.ts';
import { submission, uuid } from './input.ts';
import type { Act } from './office.ts';
import { refuseUnnamed } from './trace-officials.ts';
import { traceReceiptOutput } from './trace-output.ts';

/** Named limit: characters of a translation, that of a letter of ten pages. */
export const TRANSLATION_MAX = 20_000;
const SEQ_MAX = 100_000;

const input = z.strictObject({
  ...submission,
  trace: uuid,
  request: uuid,
  side: z.enum(['requester', 'responder']),
  seq: z.int().min(1).max(SEQ_MAX).describe('Place of the message among those of its side.'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, 'Expected the code of a language, such as fr or zh-Hans.')
    .describe('The language of the translation (BCP 47).'),
  text: z.string().trim().min(1).max(TRANSLATION_MAX),
});

export const translateMessage: Act<z.infer<typeof input>, TraceReceipt> = {
  name: 'translate-message',
  says: 'Keep a working translation beside a message of a trace',
  clauses: ['C-13'],
  input,
  output: traceReceiptOutput,
  changes: true,
  async run(office, actor, { act, device, trace, request, side, seq, language, text }) {
    const salted = saltedWords(office, text);
    return changeTrace(office, actor, {
      ...{ act, device, trace, kind: 'translate-message' },
      decide({ file }) {
        const note = file.requests.find((one) => one.note.request === request)?.note;
        if (!note) return refusal('request-unknown', { request });
        const closed = refuseUnnamed(file, actor.operator, request);
        if (closed) return closed;
        if (!note.messages.some((one) => one.side === side && one.seq === seq))
          return refusal('message-unknown', { seq });
        const { digest: words } = salted;
        return {
          events: [{ type: 'message-translated', request, side, seq, language, words }],
          words: salted,
        };
      },
    });
  },
};
