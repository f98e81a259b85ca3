/**
 * What messages of a trace do when they are taken: a request begins a trace, all else goes to the request that its thread is.
 * Not an act itself.
 *
 * What could go wrong: a partner that writes in a thread of somebody else. A thread is known by its id and its partner together.
 *
 * @clause ITI 18, ITI 19, C-05
 */
import { type Refusal, refusal } from '../domain/base/refusal.ts';
import type { MessageType } from '../domain/exchange/header.ts';
import type { Said, SaidKind } from '../domain/trace/thread.ts';
import type { Tx } from '../store/database.ts';
import { findThread } from '../store/trace.ts';
import type { Handler, Handlers, RefusedHandler, Taken } from './exchange-handlers.ts';
import { machine, newId, type Office } from './office.ts';
import { type Came, noteRefused, takeFurther, takeRequest } from './take-said.ts';
import { takeBackSaid } from './trace-given-back.ts';
import { SAID_CONTENT, traceBodyOf } from './trace-shapes.ts';
import { refusalOf } from './undone.ts';

const PARTNER = machine('countermark', 'exchange');

/** One handler for each kind of what is said. */
export const TRACE_HANDLERS: Handlers = Object.fromEntries(
  (Object.keys(SAID_CONTENT) as SaidKind[]).map((kind) => [`trace/${kind}`, handlerOf(kind)]),
);

/** What is done where the other side would not take what was said in a request. */
export const TRACE_REFUSED: Readonly<Partial<Record<MessageType, RefusedHandler>>> = Object.fromEntries(
  (Object.keys(SAID_CONTENT) as SaidKind[]).map((kind) => [`trace/${kind}`, noteThere]),
);

async function noteThere(
  tx: Tx,
  office: Office,
  { peer, thread, seq, code }: Parameters<RefusedHandler>[2],
): Promise<void> {
  const known = await findThread(tx, thread, peer.node);
  if (known) await noteRefused(tx, office, PARTNER, { ...known, seq, code });
}

function handlerOf(kind: SaidKind): Handler {
  return async (tx, office, taken) => {
    const parsed = traceBodyOf(kind).safeParse(taken.message.body);
    if (!parsed.success) return refusal('content-unreadable');
    const said = { kind, content: parsed.data.content } as Said;
    const { peer, message, digest, signed } = taken;
    const { thread, seq, made, id } = message.header;
    const came: Came = {
      ...{ thread, seq, channel: 'node', country: peer.state, peer: peer.node, message: id, digest },
      ...{
        signed: Buffer.from(signed),
        act: newId(office),
        kind: 'take-message',
        sent: made,
        seen: parsed.data.seen,
      },
    };
    try {
      return await take(tx, office, came, said, taken);
    } catch (error) {
      return refusalOf(error);
    }
  };
}

async function take(
  tx: Tx,
  office: Office,
  came: Came,
  said: Said,
  { peer }: Taken,
): Promise<undefined | Refusal> {
  const known = await findThread(tx, came.thread, peer.node);
  if (said.kind === 'request') {
    if (known) return refusal('request-known');
    await takeRequest(tx, office, PARTNER, came, said.content);
    // Where it comes once more after a restore, what was said to it before is here already.
    await takeBackSaid(tx, office, peer, came.thread);
    return undefined;
  }
  if (!known) return refusal('thread-unknown');
  await takeFurther(tx, office, PARTNER, { ...came, ...known }, said);
  return undefined;
}
