/**
 * A second officer releases a drafted answer, or sends it back. What leaves names natural persons and units only where this
 * officer decides so. Where the rules of the State allow it, an urgent answer is released by its drafter alone and reviewed
 * within days.
 *
 * @clause ITI 15, ITI 20, J-02, J-03
 */
import { z } from 'zod';
import { parseUuid } from '../domain/base/id.ts';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import { REFUSAL_GROUNDS, type TraceAnswer } from '../domain/trace/answer.ts';
import { releasedAnswer } from '../domain/trace/release.ts';
import { type DraftRow, listDrafts } from '../store/trace-said.ts';
import {
  changeTrace,
  type Deciding,
  saltedWords,
  type TraceDecision,
  type TraceReceipt,
} from './change-trace.ts';
import { compact, NOTE_MAX, submission, uuid } from './input.ts';
import type { Act, Actor, Office } from './office.ts';
import { sayInRequest, withWhom } from './say-in-request.ts';
import type { RequestFile } from './trace-file.ts';
import { refuseUnnamed } from './trace-officials.ts';
import { traceReceiptOutput } from './trace-output.ts';
import { readTraceRules } from './trace-rules.ts';

const input = z.strictObject({
  ...submission,
  trace: uuid,
  draft: uuid,
  decision: z.enum(['release', 'send-back']),
  persons: z.boolean().default(false).describe('Natural persons are named in what leaves.'),
  units: z.boolean().default(false).describe('Units and depots are named in what leaves.'),
  ground: z
    .enum(REFUSAL_GROUNDS)
    .optional()
    .describe('On which ground names are withheld; else by the rules of the State.'),
  why: z
    .string()
    .trim()
    .max(NOTE_MAX)
    .optional()
    .describe('Why it is sent back, why one officer releases alone, or why names are told.'),
});
export type ReleaseAnswer = z.infer<typeof input>;

export const releaseAnswer: Act<ReleaseAnswer, TraceReceipt> = {
  name: 'release-answer',
  says: 'Release the answer that another officer drafted, or send it back',
  clauses: ['ITI 15', 'ITI 20', 'J-02', 'J-03'],
  input,
  output: traceReceiptOutput,
  changes: true,
  async run(office, actor, wanted) {
    const { act, device, trace } = wanted;
    if (!parseUuid(actor.operator)) return refusal('account-needed');
    return changeTrace(office, actor, {
      ...{ act, device, trace, kind: 'release-answer' },
      async decide(deciding) {
        const { tx, file } = deciding;
        const draft = (await listDrafts(tx, trace)).find((one) => one.draft === wanted.draft);
        const before = file.requests.find(({ note }) => note.request === draft?.request);
        if (draft?.state !== 'waiting' || !before) return refusal('draft-unknown', { draft: wanted.draft });
        const closed = refuseUnnamed(file, actor.operator, before.note.request);
        if (closed) return closed;
        return wanted.decision === 'release'
          ? release(office, actor, deciding, { wanted, draft, before })
          : sendBack(office, wanted, draft);
      },
    });
  },
};

function sendBack(office: Office, { why }: ReleaseAnswer, draft: DraftRow): TraceDecision | Refusal {
  if (!why) return refusal('why-missing');
  const salted = saltedWords(office, why);
  const { request } = draft;
  return {
    events: [{ type: 'answer-sent-back', request, draft: draft.draft, why: salted.digest }],
    words: salted,
    drafts: [{ ...draft, state: 'sent-back' }],
  };
}

type Releasing = { readonly wanted: ReleaseAnswer; readonly draft: DraftRow; readonly before: RequestFile };

async function release(
  office: Office,
  actor: Actor,
  { tx }: Deciding,
  { wanted, draft, before }: Releasing,
): Promise<TraceDecision | Refusal> {
  const { persons, units, why } = wanted;
  const rules = await readTraceRules(tx);
  const isAlone = draft.by === actor.operator;
  const isUrgent = before.state.request?.urgency.level === 'urgent';
  if (isAlone && !(rules.aloneWhenUrgent && isUrgent)) return refusal('second-officer-needed', {}, 'J-02');
  if ((isAlone || persons || units) && !why) return refusal('why-missing');
  if (!draft.content) return refusal('draft-unknown', { draft: draft.draft });
  const whole = JSON.parse(draft.content.toString('utf8')) as TraceAnswer;
  const content = releasedAnswer(whole, { persons, units, ground: wanted.ground ?? rules.withholdGround });
  const done = await sayInRequest(tx, office, withWhom(before), before, { kind: 'answer', content });
  if (isRefusal(done)) return done;
  const salted = why ? saltedWords(office, why) : undefined;
  const { request } = draft;
  const released = compact({
    ...{ type: 'answer-released' as const, request, draft: draft.draft, persons, units },
    alone: isAlone ? salted?.digest : undefined,
  });
  return {
    ...done,
    events: [released, ...done.events],
    drafts: [{ ...draft, state: 'released' }],
    ...(salted ? { words: salted } : {}),
  };
}
