/** What view-trace answers, as JSON tells it. Not an act itself. */
import { z } from 'zod';
import { AGENCY_OUTCOMES, CASE_KINDS, CHANNELS, FINDING_KINDS } from '../domain/trace/event.ts';
import { EXEMPTIONS, FAILURES, LIFE_STAGES, OUTCOMES } from '../domain/trace/outcome.ts';
import { GROUNDS } from '../domain/trace/request.ts';
import { REQUEST_STATUSES, SAYS } from '../domain/trace/thread.ts';
import { happened, id, instant } from './output.ts';
import { answerContent, country, item, photograph, recovery, requestContent } from './trace-shapes.ts';

const KINDS = [...SAYS.requester, ...SAYS.responder] as const;
const words = z.string().optional().describe('Absent where it is withheld or was erased.');
const person = z.string().describe('Name of whoever did it; empty where it may not be known.');

const requestView = z.strictObject({
  trace: id,
  id,
  ours: z.enum(['requester', 'responder']),
  channel: z.enum(CHANNELS),
  country: country.optional(),
  peer: id.optional(),
  thread: id,
  status: z.enum(REQUEST_STATUSES),
  urgent: z.boolean(),
  ourReference: z.string(),
  theirReference: z.string().optional(),
  asked: instant,
  acknowledged: instant.optional(),
  settled: instant.optional(),
  acknowledgeDue: instant.optional(),
  answerDue: instant.optional().describe('Absent while the requester is asked for more: the clock stands.'),
  reviewDue: instant.optional(),
  content: requestContent.extend({ photographs: z.array(photograph.omit({ bytes: true })) }).optional(),
  answers: z.array(answerContent),
  wanted: z.strictObject({ fields: z.array(z.string()), text: z.string() }).optional(),
  clarifying: z.boolean(),
  closed: z.boolean().describe('The requester said that its trace is closed.'),
  officialsOnly: z
    .enum(['named', 'not-named'])
    .optional()
    .describe('What was told is for authorised officials only: whether whoever looks is one of them.'),
  refused: z
    .array(
      z.strictObject({
        side: z.enum(['requester', 'responder']),
        seq: z.int(),
        code: z.string(),
        at: instant,
      }),
    )
    .describe('Messages of ours that the other side would not take.'),
  said: z.array(
    z.strictObject({
      side: z.enum(['requester', 'responder']),
      seq: z.int(),
      kind: z.enum(KINDS),
      sent: instant.describe('By the clock of whoever said it.'),
      at: instant.optional().describe('When it reached this side.'),
      channel: z.enum(CHANNELS).optional(),
      entry: id.optional(),
      receipt: z
        .enum(['waiting', 'taken', 'held', 'refused'])
        .optional()
        .describe('What the machine of the partner said of it; no acknowledgement (ITI 19).'),
      text: words,
      document: id.optional().describe('Its scan.'),
      translations: z
        .array(z.strictObject({ language: z.string(), at: instant, by: person, entry: id, text: words }))
        .describe('Working translations, which replace nothing.'),
    }),
  ),
  embargoCopies: z
    .array(z.strictObject({ to: z.string(), channel: z.enum(CHANNELS), at: instant, by: person }))
    .describe('Copies for the body that watches over an embargo.'),
  drafts: z.array(
    z.strictObject({
      draft: id,
      kind: z.string(),
      by: person,
      byId: z.string().describe('Account of whoever drafted it; empty where it may not be known.'),
      at: instant,
      state: z.enum(['waiting', 'released', 'sent-back']),
      releasedBy: person.optional(),
      releasedAt: instant.optional(),
      isAlone: z.boolean().optional(),
      reviewed: z.strictObject({ by: person, good: z.boolean(), at: instant }).optional(),
      answer: answerContent.optional().describe('As it would leave without a decision on names.'),
    }),
  ),
});
export type RequestView = z.infer<typeof requestView>;

const look = z.strictObject({
  at: instant,
  reading: z.string().optional(),
  candidates: z.int(),
  noneProbability: z.number().optional(),
  arm: id.optional(),
  registers: z.array(
    z.strictObject({ name: z.string(), outcome: z.enum(['found', 'not-found', 'to-be-asked']) }),
  ),
  lists: z.array(z.strictObject({ name: z.string(), hits: z.int() })),
});

export const traceViewOutput = z.strictObject({
  id,
  kind: z.enum(['own', 'asked']),
  status: z.enum(['open', 'closed']),
  reference: z.string(),
  arm: id.optional().describe('The arm of the register that the thing is.'),
  sameArm: z
    .array(
      z.strictObject({
        trace: id,
        reference: z.string(),
        status: z.enum(['open', 'closed']),
        opened: instant,
      }),
    )
    .describe('Other traces of the arm that was recovered here, the newest first.'),
  agency: id.optional(),
  opened: instant,
  openedBy: person,
  lastAt: instant,
  case: z.string().optional(),
  item: item.optional(),
  recovery: recovery.optional(),
  looks: z.array(look),
  chain: answerContent
    .pick({ chain: true, lastLawful: true, exportedTo: true, irregularity: true, item: true })
    .optional(),
  questions: z.array(
    z.strictObject({
      question: id,
      agency: id,
      agencyName: z.string(),
      asked: instant,
      due: instant,
      reminded: z.int(),
      text: words,
      answered: z.strictObject({ at: instant, outcome: z.enum(AGENCY_OUTCOMES), text: words }).optional(),
    }),
  ),
  requests: z.array(requestView),
  officials: z
    .array(
      z.strictObject({
        name: person,
        received: z.boolean().describe('Received it, and is named by that.'),
        at: instant.optional().describe('When it was named by others.'),
      }),
    )
    .describe('Who may read what came for authorised officials only.'),
  findings: z.array(
    z.strictObject({
      entry: id,
      recorded: instant,
      finding: z.enum(FINDING_KINDS),
      authority: z.string(),
      happened,
      ground: z.enum(GROUNDS).optional(),
      stage: z.enum(LIFE_STAGES).optional(),
      country: country.optional(),
      by: person,
      text: words,
    }),
  ),
  cases: z.array(z.strictObject({ case: z.enum(CASE_KINDS), reference: z.string(), entry: id })),
  closing: z
    .strictObject({
      outcome: z.enum(OUTCOMES),
      failure: z.enum(FAILURES).optional(),
      exemption: z.enum(EXEMPTIONS).optional(),
      stage: z.enum(LIFE_STAGES).optional(),
      action: z.string().optional(),
      at: instant,
      by: person,
    })
    .optional(),
  reopened: z.int(),
  addressees: z
    .array(z.strictObject({ country, reason: z.string(), licence: z.string().optional() }))
    .describe('Whom to ask next, with the reason.'),
  events: z.array(
    z.strictObject({
      type: z.string(),
      at: instant,
      by: person,
      entry: id,
      request: id.optional(),
      kind: z.string().optional(),
      direction: z.enum(['in', 'out']).optional(),
    }),
  ),
});
export type TraceView = z.infer<typeof traceViewOutput>;
