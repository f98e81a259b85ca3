/**
 * Shows the trace desk: what is due with its clocks, the earliest first, and traces by what they are. No words of a case stand
 * in it.
 *
 * @clause C-05, C-20
 */
import { z } from 'zod';
import { FAILURES, OUTCOMES } from '../domain/trace/outcome.ts';
import { REQUEST_STATUSES } from '../domain/trace/thread.ts';
import { listRequests } from '../store/trace.ts';
import { COUNTED_STATES, listDue, listTraces as listRows } from '../store/trace-lists.ts';
import { logAccess } from '../store/work.ts';
import { compact, uuid } from './input.ts';
import type { Act } from './office.ts';
import { id, instant } from './output.ts';
import { referenceOf } from './trace-rows.ts';
import { country } from './trace-shapes.ts';
import { accessOf } from './view-arm.ts';

/** Named limit: traces, and things due, on one list. */
export const TRACES_LISTED_MAX = 100;
const DUE_LISTED_MAX = 100;

const input = z.strictObject({
  status: z.enum(['open', 'closed']).optional(),
  kind: z.enum(['own', 'asked']).optional(),
  country: country.optional().describe('Only those in which this partner is asked or asks.'),
  outcome: z.enum(OUTCOMES).optional(),
  failure: z.enum(FAILURES).optional(),
  year: z.int().min(1990).max(2200).optional().describe('Year in which it was opened.'),
  ours: z
    .enum(['requester', 'responder'])
    .optional()
    .describe('Only those with a request that we sent, or that we received.'),
  asked: z.int().min(1990).max(2200).optional().describe('Year in which such a request was sent.'),
  state: z.enum(COUNTED_STATES).optional().describe('What became of such a request, as it is counted.'),
  limit: z.int().min(1).max(TRACES_LISTED_MAX).default(25),
  after: uuid.optional().describe('Id of the last one of the page before.'),
});
export type ListTraces = z.infer<typeof input>;

const requestShort = z.strictObject({
  id,
  ours: z.enum(['requester', 'responder']),
  country: country.optional(),
  channel: z.string(),
  status: z.enum(REQUEST_STATUSES),
  urgent: z.boolean(),
  asked: instant,
  theirReference: z.string().optional(),
});
const output = z.strictObject({
  due: z.array(
    z.strictObject({
      trace: id,
      reference: z.string(),
      request: id.optional(),
      question: id.optional(),
      what: z.enum([
        'acknowledge',
        'answer',
        'release',
        'review',
        'agency',
        'waiting-for-answer',
        'waiting-for-acknowledgement',
      ]),
      due: instant,
      urgent: z.boolean(),
      isLate: z.boolean(),
      country: country.optional(),
      agency: id.optional(),
    }),
  ),
  traces: z.array(
    z.strictObject({
      id,
      reference: z.string(),
      kind: z.enum(['own', 'asked']),
      status: z.enum(['open', 'closed']),
      arm: id.optional(),
      case: z.string().optional(),
      outcome: z.enum(OUTCOMES).optional(),
      stage: z.string().optional(),
      opened: instant,
      touched: instant,
      requests: z.array(requestShort),
    }),
  ),
  next: id.optional().describe('Id to be given as "after" for the next page.'),
});
export type TraceList = z.infer<typeof output>;

export const listTraces: Act<ListTraces, TraceList> = {
  name: 'list-traces',
  says: 'Show the trace desk: what is due, and traces by what they are',
  clauses: ['ITI 18', 'C-05'],
  input,
  output,
  changes: false,
  async run(office, actor, { limit, ...wanted }) {
    const [found, due] = await Promise.all([
      listRows(office.db, actor.scope, { ...wanted, limit: limit + 1 }),
      wanted.after ? [] : listDue(office.db, actor.scope, DUE_LISTED_MAX),
    ]);
    const shown = found.slice(0, limit);
    await logAccess(office.db, accessOf(office, actor, 'list-traces', shown.map((one) => one.id).join(' ')));
    const requests = await listRequests(
      office.db,
      shown.map((one) => one.id),
    );
    const now = new Date(office.clock()).toISOString();
    const seesCase = actor.scope.sees.has('case');
    return compact({
      due: due.map(({ opened, ...one }) =>
        compact({
          ...one,
          reference: referenceOf(office.state, { id: one.trace, opened }),
          isLate: one.due < now && one.what !== 'release',
        }),
      ),
      traces: shown.map(({ id: trace, caseReference, opened, ...row }) => {
        const { kind, status, arm, outcome, stage, touched } = row;
        return compact({
          ...{ id: trace, kind, status, arm, outcome, stage, opened, touched },
          reference: referenceOf(office.state, { id: trace, opened }),
          case: seesCase ? caseReference : undefined,
          requests: requests
            .filter((one) => one.trace === trace)
            .map(({ id, ours, country, channel, status, urgent, asked, theirReference }) =>
              compact({ id, ours, country, channel, status, urgent, asked, theirReference }),
            ),
        });
      }),
      next: found.length > limit ? shown.at(-1)?.id : undefined,
    }) as TraceList;
  },
};
