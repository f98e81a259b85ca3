/**
 * What this node had said in requests, lost by a restore and got back from its partner, as part of these requests again. A request
 * whose own trace is lost begins one anew, from what it said. What answers a request that is not here again waits until that comes. Not
 * an act itself.
 *
 * What could go wrong: something is told twice. What stands in the file of the trace already is passed over.
 *
 * @clause J-04, C-10
 */
import { EVERYTHING } from '../domain/access/scope.ts';
import { isRefusal } from '../domain/base/refusal.ts';
import { parseMessage } from '../domain/exchange/header.ts';
import type { TraceEvent } from '../domain/trace/event.ts';
import type { Said, SaidKind } from '../domain/trace/thread.ts';
import type { Tx } from '../store/database.ts';
import { listProvenIn } from '../store/lost.ts';
import type { Peer } from '../store/peer.ts';
import { findThread } from '../store/trace.ts';
import { findOwnTrace } from '../store/trace-lists.ts';
import { beginTraceInside, changeTraceInside, saltedBytes } from './change-trace.ts';
import { readSigned } from './exchange-envelope.ts';
import { lookAtHome } from './home-look.ts';
import { machine, newId, nowOf, type Office } from './office.ts';
import { lastOf, type RequestWith, told, withWhom } from './say-in-request.ts';
import { openFile } from './trace-file.ts';
import { placeOf } from './trace-item.ts';
import { readTraceRules } from './trace-rules.ts';
import { SAID_CONTENT, traceBodyOf } from './trace-shapes.ts';
import { keptOrUndone } from './undone.ts';

const CLERK = machine('countermark', 'exchange');

type Back = {
  readonly seq: number;
  readonly seen: number;
  readonly said: Said;
  readonly sent: string;
  readonly message: string;
  readonly digest: string;
  readonly signed: Buffer;
};

/** Puts what was given back of a thread into its request; gives how many traces had to be begun anew. */
export async function takeBackSaid(tx: Tx, office: Office, peer: Peer, thread: string): Promise<number> {
  let begun = 0;
  for (const row of await listProvenIn(tx, peer.node, thread)) {
    const back = backOf(row);
    if (!back) continue;
    const known = await findThread(tx, thread, peer.node);
    if (known) await sayAgain(tx, office, known, back);
    else if (back.said.kind === 'request') begun += await askAgain(tx, office, peer, thread, back);
  }
  return begun;
}

function backOf(row: Awaited<ReturnType<typeof listProvenIn>>[number]): Back | undefined {
  const { seq, id, digest, signed } = row;
  const message = parseMessage(readSigned(signed.toString('latin1'))!.payload);
  if (isRefusal(message)) return undefined;
  const { type, made } = message.header;
  const [, kind] = type.split('/');
  if (!Object.hasOwn(SAID_CONTENT, kind ?? '')) return undefined;
  const body = traceBodyOf(kind as SaidKind).safeParse(message.body);
  if (!body.success) return undefined;
  const { seen, content } = body.data;
  return { seq, seen, said: { kind, content } as Said, sent: made, message: id, digest, signed };
}

const toldBack = (office: Office, who: RequestWith, { said, ...back }: Back) =>
  told(who, {
    ...{
      side: who.ours,
      direction: 'out',
      kind: said.kind,
      kept: saltedBytes(office, said.content),
      ...back,
    },
  });

async function sayAgain(
  tx: Tx,
  office: Office,
  { trace, request }: { readonly trace: string; readonly request: string },
  back: Back,
): Promise<void> {
  const file = keptOrUndone(await openFile(tx, EVERYTHING, trace));
  const before = file.requests.find(({ note }) => note.request === request);
  if (!before || lastOf(before, before.note.ours) >= back.seq) return;
  await changeTraceInside(tx, office, CLERK, {
    ...{ act: newId(office), kind: 'take-back', trace },
    decide: () => toldBack(office, withWhom(before), back),
  });
}

/** A request of ours: in the trace that it was sent from where that is here, else in one begun anew, without its arm. */
async function askAgain(tx: Tx, office: Office, peer: Peer, thread: string, back: Back): Promise<number> {
  if (back.said.kind !== 'request') return 0;
  const { reference, item, recovery } = back.said.content;
  const who: RequestWith = {
    ...{ request: thread, thread, ours: 'requester', channel: 'node', country: peer.state, peer: peer.node },
  };
  const threads = [{ request: thread, thread, peer: peer.node }];
  const said = toldBack(office, who, back);
  const [, end] = /-([0-9A-F]{8})(?:\/\d+(?:-\d+)?)?$/.exec(reference) ?? [];
  const standing = end === undefined ? undefined : await findOwnTrace(tx, end.toLowerCase());
  const change = { act: newId(office), kind: 'take-back' };
  if (standing !== undefined) {
    const decided = { ...said, threads };
    await changeTraceInside(tx, office, CLERK, { ...change, trace: standing, decide: () => decided });
    return 0;
  }
  const about = saltedBytes(office, { item, recovery });
  const { look } = await lookAtHome(office, item, await readTraceRules(tx), undefined);
  const [trace, opened] = [newId(office), nowOf(office)];
  const opening: TraceEvent = { type: 'trace-opened', kind: 'own', recovery: about.digest };
  const row = {
    ...{ id: trace, kind: 'own' as const, status: 'open' as const, arm: undefined, agency: undefined },
    ...{ caseReference: undefined, outcome: undefined, failure: undefined, stage: undefined },
    ...{ opened, closed: undefined, touched: opened, lies: placeOf(item) },
  };
  const events = [opening, ...said.events, { type: 'looked-at-home' as const, ...look }];
  await beginTraceInside(tx, office, CLERK, {
    ...{ ...change, trace, row },
    decided: { ...said, events, content: about, threads },
  });
  return 1;
}
