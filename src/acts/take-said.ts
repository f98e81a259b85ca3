/**
 * Takes what another State says: a request becomes a trace of our own with its identification begun, anything else goes to the
 * request that it belongs to. A late answer opens a closed trace again, unless its arm is traced anew
 * meanwhile: then it stays with the trace that asked, and waits on the work list. The same for what a node sends and for what a person
 * registers from a letter. Not an act itself.
 *
 * What could go wrong: a partner that says what is not its to say, or photographs that are none. Both are refused, and nothing is
 * kept of them.
 *
 * @clause ITI 18, C-05, C-10
 */
import { createHash } from 'node:crypto';
import { EVERYTHING } from '../domain/access/scope.ts';
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import type { TraceEvent } from '../domain/trace/event.ts';
import { forbiddenBy } from '../domain/trace/limits.ts';
import type { Photograph, TraceRequest } from '../domain/trace/request.ts';
import { SAYS, type Said, type Side } from '../domain/trace/thread.ts';
import { lockArm } from '../store/arm.ts';
import type { Tx } from '../store/database.ts';
import { listTraces } from '../store/trace-lists.ts';
import { openWork } from '../store/work.ts';
import {
  beginTraceInside,
  changeTraceInside,
  saltedBytes,
  type TraceDecision,
  type TraceReceipt,
} from './change-trace.ts';
import { lookAtHome } from './home-look.ts';
import { meetListings } from './meet-listings.ts';
import { encounterWith } from './met-arms.ts';
import { type Actor, newId, nowOf, type Office } from './office.ts';
import { lastOf, type RequestWith, type Told, told, withWhom } from './say-in-request.ts';
import type { TraceFile } from './trace-file.ts';
import { placeOf } from './trace-item.ts';
import { refuseUnnamed } from './trace-officials.ts';
import { readTraceRules } from './trace-rules.ts';
import { undo } from './undone.ts';

/** The kind of the work item; its subject is the arm, and it stands against the trace that asked. */
export const LATE_ANSWER_KIND = 'late-answer';

/** How it came. */
export type Came = Pick<RequestWith, 'thread' | 'channel' | 'country' | 'peer'> &
  Pick<Told, 'message' | 'digest' | 'signed' | 'document' | 'received'> & {
    readonly act: string;
    readonly kind: string;
    /** By the clock of whoever said it. */
    readonly sent: string;
    /** Messages of ours that its sender had taken; of a letter all that were said. */
    readonly seen: number | 'all';
    /** Its place among those of its sender, where it was sent by a node. */
    readonly seq?: number;
    readonly device?: string | undefined;
    /** What else follows from its coming. */
    readonly also?: readonly TraceEvent[];
  };

/** A request begins a trace here. */
export async function takeRequest(
  tx: Tx,
  office: Office,
  actor: Actor,
  came: Came,
  content: TraceRequest,
): Promise<TraceReceipt> {
  if (!areWhole(content)) return undo(refusal('photograph-damaged'));
  const [trace, request, opened] = [newId(office), newId(office), nowOf(office)];
  const { item, recovery } = content;
  const about = saltedBytes(office, { item, recovery });
  const { look } = await lookAtHome(office, item, await readTraceRules(tx), undefined);
  const who: RequestWith = { ...came, request, ours: 'responder' };
  const { events, said } = told(
    who,
    toldOf(office, came, { side: 'requester', seq: 1, seen: 0 }, { kind: 'request', content }),
  );
  const opening: TraceEvent = { type: 'trace-opened', kind: 'asked', recovery: about.digest };
  const decided: TraceDecision = {
    events: [opening, ...events, ...(came.also ?? []), { type: 'looked-at-home', ...look }],
    said,
    content: about,
    threads: [{ request, thread: came.thread, peer: came.peer }],
    made: request,
  };
  const row = {
    ...{ id: trace, kind: 'asked' as const, status: 'open' as const, arm: undefined, agency: undefined },
    ...{ caseReference: undefined, outcome: undefined, failure: undefined, stage: undefined },
    ...{ opened, closed: undefined, touched: opened },
    // What is for authorised officials only is laid beside no other recovery.
    lies: forbiddenBy(content.limits, { to: 'own-officials', isAuthorised: false })
      ? undefined
      : placeOf(item),
  };
  const { act, kind, device } = came;
  const begun = { act, kind, device, trace, row, decided };
  const receipt = await beginTraceInside(tx, office, actor, begun);
  // What was said in a request goes to nobody else by itself.
  await meetListings(tx, office, [encounterWith(item, { trace, isLimited: true })], true);
  return receipt;
}

/** Anything else is said in a request that stands. */
export async function takeFurther(
  tx: Tx,
  office: Office,
  actor: Actor,
  came: Came & { readonly trace: string; readonly request: string },
  said: Said,
): Promise<TraceReceipt> {
  let traced: string | undefined;
  const receipt = await changeTraceInside(tx, office, actor, {
    ...{ act: came.act, kind: came.kind, device: came.device, trace: came.trace },
    async decide({ file }): Promise<TraceDecision | Refusal> {
      const before = file.requests.find(({ note }) => note.request === came.request);
      if (!before) return refusal('request-unknown', { request: came.request });
      // A person who registers a letter reads it; what a node sends is taken by nobody in person.
      const closed = came.peer === undefined ? refuseUnnamed(file, actor.operator, came.request) : undefined;
      if (closed) return closed;
      const theirs: Side = before.note.ours === 'requester' ? 'responder' : 'requester';
      if (said.kind === 'request' || !SAYS[theirs].includes(said.kind))
        return refusal('not-theirs-to-say', { kind: said.kind });
      if (said.kind === 'more-given' && !areWhole(said.content.request)) return refusal('photograph-damaged');
      const last = lastOf(before, theirs);
      // What lies between was refused here, and its sender knows.
      const seq = came.seq ?? last + 1;
      if (seq <= last) return refusal('out-of-place', { seq, last });
      const ours = before.note.ours;
      const seen = came.seen === 'all' ? lastOf(before, ours) : came.seen;
      const who = { ...withWhom(before), channel: came.channel };
      const message = told(who, toldOf(office, came, { side: theirs, seq, seen }, said));
      const kept = { ...message, events: [...message.events, ...(came.also ?? [])] };
      if (said.kind !== 'answer' || file.state?.status !== 'closed') return { ...kept, made: came.request };
      traced = await tracedAnew(tx, file);
      if (traced !== undefined) return { ...kept, made: came.request };
      const again: TraceEvent = { type: 'trace-reopened', why: 'late-answer' };
      return { ...kept, events: [...kept.events, again], made: came.request };
    },
  });
  if (traced !== undefined) await noteLate(tx, office, traced, receipt);
  return receipt;
}

/** The arm of a closed trace where another trace of it is open: there is one open trace of an arm. */
async function tracedAnew(tx: Tx, { row }: TraceFile): Promise<string | undefined> {
  const { arm, kind } = row;
  if (arm === undefined || kind !== 'own') return undefined;
  await lockArm(tx, EVERYTHING, arm);
  const [newer] = await listTraces(tx, EVERYTHING, { arm, kind, status: 'open', limit: 1 });
  return newer && arm;
}

/** A person looks at a late answer, and decides what it is worth for the trace that is open. */
async function noteLate(tx: Tx, office: Office, arm: string, { trace, entry, recorded }: TraceReceipt) {
  const item = { id: newId(office), kind: LATE_ANSWER_KIND, severity: 'high', entry, against: trace };
  await openWork(tx, [{ subject: arm, ...item, opened: recorded, due: undefined }]);
}

/** The other side would not take a message of ours: it counts on neither side, and is shown. */
export async function noteRefused(
  tx: Tx,
  office: Office,
  actor: Actor,
  refused: {
    readonly trace: string;
    readonly request: string;
    readonly seq: number;
    readonly code: string;
  },
): Promise<TraceReceipt> {
  const { trace, request, seq, code } = refused;
  return changeTraceInside(tx, office, actor, {
    ...{ act: newId(office), kind: 'note-refused', trace },
    decide({ file }): TraceDecision | Refusal {
      const before = file.requests.find(({ note }) => note.request === request);
      if (!before) return refusal('request-unknown', { request });
      return { events: [{ type: 'message-refused', request, side: before.note.ours, seq, code }] };
    },
  });
}

type Place = { readonly side: Side; readonly seq: number; readonly seen: number };

function toldOf(office: Office, came: Came, { side, seq, seen }: Place, said: Said): Told {
  const { sent, message, digest, signed, document, received } = came;
  return {
    ...{ side, direction: 'in', seq, seen, kind: said.kind, sent, kept: saltedBytes(office, said.content) },
    ...(message ? { message } : {}),
    ...(digest ? { digest } : {}),
    ...(signed ? { signed } : {}),
    ...{ document, received },
  };
}

function areWhole(request: TraceRequest | undefined): boolean {
  return (request?.photographs ?? []).every(isWhole);
}

/** True where the bytes are those that were named, and begin like a JPEG. */
function isWhole({ bytes, digest }: Photograph): boolean {
  const content = Buffer.from(bytes, 'base64url');
  const isJpeg = content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]));
  return isJpeg && createHash('sha256').update(content).digest('hex') === digest;
}
