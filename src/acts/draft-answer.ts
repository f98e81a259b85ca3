/**
 * Drafts the answer to a request: the chain as the record tells it, the registers that were searched and what agencies told, or
 * a delay, restriction or refusal on a ground of ITI 22 with its reason. A draft leaves only by a second officer.
 *
 * What could go wrong: names in the draft that its drafter may not see. They stand in it for the release to decide on, and are
 * shown to nobody who does not see them elsewhere.
 *
 * @clause ITI 18, ITI 20, ITI 22, ITI 23, C-06, C-08
 */
import { z } from 'zod';
import { EVERYTHING } from '../domain/access/scope.ts';
import { parseUuid } from '../domain/base/id.ts';
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import {
  ANSWER_KINDS,
  GROUNDED,
  listAnswerFaults,
  REFUSAL_GROUNDS,
  type TraceAnswer,
} from '../domain/trace/answer.ts';
import { proposedLimits } from '../domain/trace/limits.ts';
import { withoutWithheld } from '../domain/trace/release.ts';
import { chainTold } from './chain-told.ts';
import { changeTrace, type Deciding, saltedBytes, type TraceReceipt } from './change-trace.ts';
import { compact, NOTE_MAX, submission, uuid } from './input.ts';
import { type Act, newId, type Office } from './office.ts';
import { refuseUnnamed } from './trace-officials.ts';
import { traceReceiptOutput } from './trace-output.ts';
import { referenceOf } from './trace-rows.ts';
import { answerContent, limits } from './trace-shapes.ts';

const note = z.string().trim().max(NOTE_MAX);
const input = z.strictObject({
  ...submission,
  trace: uuid,
  request: uuid,
  kind: z.enum(ANSWER_KINDS),
  ground: z
    .enum(REFUSAL_GROUNDS)
    .optional()
    .describe('The ground of a delay, restriction or refusal (ITI 22).'),
  reason: note.optional().describe('Its reason, which the requester is told (ITI 23).'),
  expected: z.iso.date().optional().describe('By when more is expected, of a delayed answer.'),
  withheld: answerContent.shape.withheld.default([]),
  searched: answerContent.shape.searched.optional(),
  limits: limits
    .optional()
    .describe('How the answer may be handled; else what is proposed for whoever asks.'),
  note: note.optional(),
});
export type DraftAnswer = z.infer<typeof input>;

export const draftAnswer: Act<DraftAnswer, TraceReceipt> = {
  name: 'draft-answer',
  says: 'Draft the answer to a request to trace, for a second officer to release',
  clauses: ['ITI 20', 'ITI 22', 'C-06', 'C-08'],
  input,
  output: traceReceiptOutput,
  changes: true,
  async run(office, actor, wanted) {
    const { act, device, trace, request, kind } = wanted;
    if (!parseUuid(actor.operator)) return refusal('account-needed');
    const draft = newId(office);
    return changeTrace(office, actor, {
      ...{ act, device, trace, kind: 'draft-answer' },
      async decide(deciding) {
        const closed = refuseUnnamed(deciding.file, actor.operator, request);
        if (closed) return closed;
        const answer = await answerOf(office, deciding, wanted);
        if ('refused' in answer) return answer;
        const { digest, content, salt } = saltedBytes(office, answer);
        const { recorded: at } = deciding;
        return {
          events: [{ type: 'answer-drafted', request, draft, kind, digest }],
          drafts: [{ draft, request, at, by: actor.operator, state: 'waiting', content, salt }],
          made: draft,
        };
      },
    });
  },
};

async function answerOf(
  office: Office,
  { tx, file }: Deciding,
  wanted: DraftAnswer,
): Promise<TraceAnswer | Refusal> {
  const { request, kind, searched, act: _, device: __, trace: ___, ...said } = wanted;
  const before = file.requests.find((one) => one.note.request === request);
  if (before?.note.ours !== 'responder') return refusal('request-unknown', { request });
  if (before.note.drafts.some(({ state }) => state === 'waiting')) return refusal('draft-waits', { request });
  const arm = file.state?.arm;
  const tells = !GROUNDED.has(kind) && kind !== 'no-record';
  if (tells && arm === undefined && (said.note ?? '') === '') return refusal('answer-without-arm');
  const chain =
    tells && arm !== undefined ? await chainTold(tx, EVERYTHING, arm, office.state) : { chain: [] };
  const { request: _r, ...rest } = { request, ...said };
  const whole: TraceAnswer = compact({
    ...chain,
    ...rest,
    kind,
    reference: referenceOf(office.state, file.row),
    limits: said.limits ?? [...proposedLimits(before.state.request?.requester.kind ?? 'state')],
    searched: searched ?? searchedIn(file.state),
  });
  const answer = compact(withoutWithheld(whole));
  const [fault] = listAnswerFaults(answer);
  return fault ? refusal('answer-incomplete', { fault }) : answer;
}

/** Registers looked into and agencies asked, as the trace tells it. */
function searchedIn(state: Deciding['file']['state']): TraceAnswer['searched'] {
  const look = state?.looks.at(-1);
  const read = (look?.registers ?? []).filter(({ outcome }) => outcome !== 'to-be-asked');
  return [
    ...read.map(({ name, outcome }) => ({
      register: name,
      outcome: outcome === 'found' ? ('found' as const) : ('not-found' as const),
    })),
    ...(state?.questions ?? []).map(({ answered }, at) => ({
      register: `agency ${at + 1}`,
      outcome: !answered
        ? ('not-answered' as const)
        : answered.outcome === 'found' || answered.outcome === 'partly'
          ? ('found' as const)
          : ('not-found' as const),
    })),
  ];
}
