/**
 * Shows one message of a request whole, or the request as it stands, with its photographs: what a document, a letter or a sheet
 * for another system is made of. Drafts are none: only what was said can be put on paper.
 *
 * @clause ITI 18, C-13, J-04
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import type { Said, SaidKind } from '../domain/trace/thread.ts';
import { SAYS } from '../domain/trace/thread.ts';
import { logAccess } from '../store/work.ts';
import { compact, uuid } from './input.ts';
import type { Act, Office } from './office.ts';
import { id, instant } from './output.ts';
import { openFile, type RequestFile, type TraceFile } from './trace-file.ts';
import { refuseUnnamed } from './trace-officials.ts';
import { referenceOf } from './trace-rows.ts';
import { type LetterTemplate, letterTemplate, readTraceRules } from './trace-rules.ts';
import { country, SAID_CONTENT } from './trace-shapes.ts';
import { accessOf } from './view-arm.ts';

const KINDS: readonly SaidKind[] = [...SAYS.requester, ...SAYS.responder];

const input = z.strictObject({
  trace: uuid,
  request: uuid,
  side: z.enum(['requester', 'responder']).optional(),
  seq: z.int().min(1).optional().describe('Place of the message; without it, the request as it stands.'),
});

export type MessageView = Said & {
  readonly trace: string;
  readonly request: string;
  /** Our side in it. */
  readonly ours: 'requester' | 'responder';
  readonly direction: 'in' | 'out';
  readonly country?: string;
  readonly state: string;
  readonly ourReference: string;
  readonly theirReference?: string;
  /** Our reference for the trace. */
  readonly traceReference: string;
  readonly at: string;
  readonly letter: LetterTemplate;
};

const contentOutput = z.union(Object.values(SAID_CONTENT) as unknown as readonly [z.ZodType, z.ZodType]);

export const viewMessage: Act<z.infer<typeof input>, MessageView> = {
  name: 'view-message',
  says: 'Show a message of a trace whole, as a document is made of it',
  clauses: ['ITI 18', 'C-13'],
  input,
  output: z.strictObject({
    trace: id,
    request: id,
    ours: z.enum(['requester', 'responder']),
    direction: z.enum(['in', 'out']),
    country: country.optional(),
    state: z.string(),
    ourReference: z.string(),
    theirReference: z.string().optional(),
    traceReference: z.string(),
    at: instant,
    letter: letterTemplate,
    kind: z.enum(KINDS as readonly [SaidKind, ...SaidKind[]]),
    content: contentOutput,
  }),
  changes: false,
  async run(office, actor, wanted) {
    const { trace, request } = wanted;
    await logAccess(office.db, accessOf(office, actor, 'view-message', trace));
    if (!actor.scope.sees.has('case')) return refusal('documents-not-seen', {}, 'J-02');
    const file = await openFile(office.db, actor.scope, trace);
    if (isRefusal(file)) return file;
    const found = file.requests.find(({ note }) => note.request === request);
    if (!found) return refusal('request-unknown', { request });
    const closed = refuseUnnamed(file, actor.operator, request);
    if (closed) return closed;
    return viewOf(office, file, found, wanted);
  },
};

async function viewOf(
  office: Office,
  file: TraceFile,
  { note, state, row }: RequestFile,
  { side = 'requester', seq }: z.infer<typeof input>,
): Promise<MessageView | Refusal> {
  const said =
    seq === undefined
      ? state.request && { kind: 'request' as const, content: state.request }
      : state.order.find((one) => one.side === side && one.seq === seq);
  const told = note.messages.find((one) => one.side === side && one.seq === (seq ?? 1));
  if (!said || !told) return refusal('message-unknown', { seq: seq ?? 1 });
  const { ours, country: with_, request } = note;
  return compact({
    ...({ kind: said.kind, content: said.content } as Said),
    ...{ trace: file.row.id, request, ours, country: with_, state: office.state, at: told.at },
    direction: side === ours ? ('out' as const) : ('in' as const),
    ourReference: row?.ourReference ?? '',
    theirReference: row?.theirReference,
    traceReference: referenceOf(office.state, file.row),
    letter: (await readTraceRules(office.db)).letter,
  }) as MessageView;
}
