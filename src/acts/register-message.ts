/**
 * Registers what came by letter, e-mail, INTERPOL, embassy, a panel of the United Nations or as a filled document: a request,
 * or anything said in a request that stands. What it says is typed once in the shapes that travel between nodes and goes the
 * same way as what a node sends, so that clocks, identification and work list are the same; the clocks run from the day on which
 * the paper came.
 *
 * What could go wrong: one letter registered twice, as it came by e-mail and by post. A reference that is known is refused with
 * its trace, unless the person says that it is another one.
 *
 * @clause ITI 17, ITI 18, C-05, C-13
 */
import { z } from 'zod';
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import type { DocumentFact } from '../domain/documents/document.ts';
import { CHANNELS } from '../domain/trace/event.ts';
import { listMissing, listWarnings, type Missing, type Warning } from '../domain/trace/request.ts';
import type { Said } from '../domain/trace/thread.ts';
import type { Tx } from '../store/database.ts';
import { findDocument, givePaper } from '../store/document.ts';
import { findByReference, findTrace, listRequests } from '../store/trace.ts';
import { onceInside, type TraceReceipt } from './change-trace.ts';
import { compact, submission, uuid } from './input.ts';
import { type Act, type Actor, newId, type Office } from './office.ts';
import { type Came, takeFurther, takeRequest } from './take-said.ts';
import { mayTouch } from './trace-file.ts';
import { traceReceiptOutput } from './trace-output.ts';
import { country, SAID_CONTENT } from './trace-shapes.ts';
import { undo } from './undone.ts';

const NAME = 'register-message';
/** Ways by which a paper comes; what a node sends is taken by the exchange. */
export const PAPER_CHANNELS = CHANNELS.filter((channel) => channel !== 'node') as readonly Exclude<
  (typeof CHANNELS)[number],
  'node'
>[];

const day = z.iso.date();
const said = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('request'), content: SAID_CONTENT.request }),
  z.strictObject({ kind: z.literal('acknowledged'), content: SAID_CONTENT.acknowledged }),
  z.strictObject({ kind: z.literal('more-wanted'), content: SAID_CONTENT['more-wanted'] }),
  z.strictObject({ kind: z.literal('more-given'), content: SAID_CONTENT['more-given'] }),
  z.strictObject({ kind: z.literal('answer'), content: SAID_CONTENT.answer }),
  z.strictObject({ kind: z.literal('clarification-wanted'), content: SAID_CONTENT['clarification-wanted'] }),
  z.strictObject({ kind: z.literal('clarification-given'), content: SAID_CONTENT['clarification-given'] }),
  z.strictObject({ kind: z.literal('withdrawn'), content: SAID_CONTENT.withdrawn }),
  z.strictObject({ kind: z.literal('closed'), content: SAID_CONTENT.closed }),
]);

const input = z.strictObject({
  ...submission,
  said: said.describe('What it says, in the shape in which it would come from a node.'),
  trace: uuid.optional().describe('The trace, where it is said in a request that stands.'),
  request: uuid.optional().describe('The request in which it is said; absent of a new one.'),
  channel: z.enum(PAPER_CHANNELS),
  country: country.optional().describe('Where it comes from, where its writer does not say.'),
  dated: day.optional().describe('The date on the paper.'),
  received: day.describe('The day on which it came: the clocks run from here.'),
  document: uuid.optional().describe('Its scan: a paper that waits, or one of the same trace.'),
  anew: z.boolean().default(false).describe('It is another request, though its reference is known.'),
});
export type RegisterMessage = z.infer<typeof input>;

export type Registered = TraceReceipt & {
  /** What ITI 17 asks for and the request does not say: it can be asked for at once. */
  readonly missing: readonly Missing[];
  readonly warnings: readonly Warning[];
};

export const registerMessage: Act<RegisterMessage, Registered> = {
  name: NAME,
  says: 'Register a request or a message that came as a paper',
  clauses: ['ITI 17', 'ITI 18', 'C-05', 'C-13'],
  input,
  output: traceReceiptOutput.extend({
    missing: z.array(z.string()).describe('What ITI 17 asks for and the request does not say.'),
    warnings: z.array(z.string()),
  }),
  changes: true,
  async run(office, actor, wanted) {
    const wrong = wrongDays(office, wanted);
    if (wrong) return wrong;
    const { act, said: told } = wanted;
    const done = await onceInside(office, actor, { act, kind: NAME }, (tx, id) =>
      register(tx, office, actor, { ...wanted, act: id }),
    );
    if (isRefusal(done)) return done;
    const request = told.kind === 'request' ? compact(told.content) : undefined;
    return {
      ...done,
      missing: request ? listMissing(request) : [],
      warnings: request ? listWarnings(request) : [],
    };
  },
};

/** A paper cannot have come tomorrow, nor before it was written. */
function wrongDays(office: Office, { dated, received }: RegisterMessage): Refusal | undefined {
  // Somewhere it is tomorrow already: a State east of Greenwich writes its own date.
  const latest = new Date(office.clock() + HOURS_AHEAD_MAX * 3_600_000).toISOString().slice(0, 10);
  if (received > latest) return refusal('received-later', { received });
  return dated !== undefined && dated > received
    ? refusal('dated-after-it-came', { dated, received })
    : undefined;
}
const HOURS_AHEAD_MAX = 14;

type Registering = RegisterMessage & { readonly act: string };

async function register(tx: Tx, office: Office, actor: Actor, wanted: Registering): Promise<TraceReceipt> {
  const told = wanted.said as Said;
  const paper = await paperOf(tx, actor, wanted);
  const came = cameOf(office, wanted, paper?.waits ? paper.fact : undefined);
  const receipt =
    told.kind === 'request'
      ? await takeNew(tx, office, actor, { came, wanted, content: told.content })
      : await takeMore(tx, office, actor, { came, wanted, told });
  if (paper?.waits && !(await givePaper(tx, paper.fact.id, receipt.trace)))
    return undo(refusal('paper-unknown', { document: paper.fact.id }));
  return receipt;
}

function cameOf(office: Office, wanted: Registering, paper: DocumentFact | undefined): Came {
  const { act, device, channel, country: from, dated, received, document } = wanted;
  const sent = `${dated ?? received}T00:00:00.000Z`;
  return {
    ...{ act, kind: NAME, device, thread: newId(office), channel, peer: undefined, country: from },
    ...{ sent, received, seen: 0, document },
    ...(paper ? { also: [{ type: 'paper-added' as const, document: paper }] } : {}),
  };
}

async function takeNew(
  tx: Tx,
  office: Office,
  actor: Actor,
  {
    came,
    wanted,
    content,
  }: { came: Came; wanted: Registering; content: Extract<Said, { kind: 'request' }>['content'] },
): Promise<TraceReceipt> {
  if (actor.scope.arms !== 'all') return undo(refusal('not-permitted', { act: NAME, role: 'own' }));
  if (wanted.trace !== undefined || wanted.request !== undefined)
    return undo(refusal('request-stands-alone'));
  const from = content.requester.country ?? wanted.country;
  const known = wanted.anew ? undefined : await findByReference(tx, content.reference, from);
  if (known !== undefined)
    return undo(refusal('letter-known', { trace: known, reference: content.reference }));
  return takeRequest(tx, office, actor, { ...came, country: from }, content);
}

async function takeMore(
  tx: Tx,
  office: Office,
  actor: Actor,
  { came, wanted, told }: { came: Came; wanted: Registering; told: Said },
): Promise<TraceReceipt> {
  const { trace, request } = wanted;
  if (trace === undefined || request === undefined)
    return undo(refusal('request-missing', { kind: told.kind }));
  const row = await findTrace(tx, trace);
  if (!row || !mayTouch(actor.scope, row)) return undo(refusal('trace-unknown', { trace }));
  const standing = (await listRequests(tx, [trace])).find(({ id }) => id === request);
  if (!standing) return undo(refusal('request-unknown', { request }));
  if (standing.peer !== undefined) return undo(refusal('goes-between-nodes'));
  return takeFurther(tx, office, actor, { ...came, seen: 'all', trace, request }, told);
}

type Scan = { readonly fact: DocumentFact; readonly waits: boolean };

/** The scan, where it may be shown with this: one that waits, or one of the same trace. */
async function paperOf(tx: Tx, actor: Actor, { document, trace }: Registering): Promise<Scan | undefined> {
  if (document === undefined) return undefined;
  const found = await findDocument(tx, document);
  const waits = found !== undefined && found.arm === undefined && found.trace === undefined;
  const isFit = waits
    ? actor.scope.arms === 'all'
    : found !== undefined && found.trace === trace && trace !== undefined;
  if (!found || found.erased !== undefined || !isFit) return undo(refusal('paper-unknown', { document }));
  const { id, kind, media, digest, bytes, taken } = found;
  return { fact: compact({ id, kind, media, digest, bytes, taken }), waits };
}
