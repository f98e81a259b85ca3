/**
 * How something is said in a request: as an event of the trace and a row with what was said; where the other side is a node it is
 * signed, sealed and put into the outbox in the same transaction, else it goes out as a letter that a person signs. Not an act
 * itself.
 *
 * @clause ITI 18, C-13
 */
import { isRefusal, type Refusal, refusal } from '../domain/base/refusal.ts';
import type { JsonObject } from '../domain/ledger/canonical.ts';
import type { Channel, TraceEvent } from '../domain/trace/event.ts';
import { SAYS, type Said, type Side } from '../domain/trace/thread.ts';
import type { Tx } from '../store/database.ts';
import { saltedBytes, type TraceDecision } from './change-trace.ts';
import { sendMessage } from './exchange-send.ts';
import { compact } from './input.ts';
import type { Office } from './office.ts';
import type { RequestFile } from './trace-file.ts';

/** With whom a request is, and how both call it. */
export type RequestWith = {
  readonly request: string;
  readonly thread: string;
  readonly ours: Side;
  readonly channel: Channel;
  readonly country: string | undefined;
  readonly peer: string | undefined;
};

/** With whom a request that stands is. */
export function withWhom({ note, row }: RequestFile): RequestWith {
  const { request, ours, channel, country, peer } = note;
  return { request, ours, channel, country, peer, thread: row?.thread ?? request };
}

/** Says it to the other side. `before` is what was said until now. */
export async function sayInRequest(
  tx: Tx,
  office: Office,
  who: RequestWith,
  before: Pick<RequestFile, 'note' | 'state'> | undefined,
  said: Said,
): Promise<Pick<TraceDecision, 'events' | 'said'> | Refusal> {
  const { ours, peer, thread } = who;
  if (!SAYS[ours].includes(said.kind)) return refusal('not-ours-to-say', { kind: said.kind });
  const seen = lastOf(before, ours === 'requester' ? 'responder' : 'requester');
  const kept = saltedBytes(office, said.content);
  const body: JsonObject = { seen, content: JSON.parse(kept.content.toString('utf8')) };
  const type = `trace/${said.kind}` as const;
  const sent = peer === undefined ? undefined : await sendMessage(tx, office, { peer, type, thread, body });
  if (isRefusal(sent)) return sent;
  const seq = sent?.seq ?? 1 + lastOf(before, ours);
  return told(who, {
    ...{ side: ours, direction: 'out', seq, seen, kind: said.kind },
    ...{ sent: new Date(office.clock()).toISOString(), kept },
    ...(sent ? { message: sent.message, digest: sent.digest, signed: Buffer.from(sent.signed) } : {}),
  });
}

/** The number of the last message of a side; what was refused has its number too. */
export function lastOf(before: Pick<RequestFile, 'note'> | undefined, side: Side): number {
  const numbers = (before?.note.messages ?? []).filter((one) => one.side === side).map(({ seq }) => seq);
  return Math.max(0, ...numbers);
}

export type Told = {
  readonly side: Side;
  readonly direction: 'in' | 'out';
  readonly seq: number;
  readonly seen: number;
  readonly kind: Said['kind'];
  /** By the clock of whoever said it. */
  readonly sent: string;
  readonly kept: { readonly content: Buffer; readonly salt: Buffer; readonly digest: string };
  readonly message?: string;
  /** Of the signed message; else that of what was said. */
  readonly digest?: string;
  readonly signed?: Buffer;
  readonly document?: string | undefined;
  /** The day on which a letter came. */
  readonly received?: string | undefined;
};

/** The event and the row of something that was said, by us or to us. */
export function told(
  who: RequestWith,
  what: Told,
): { readonly events: readonly TraceEvent[]; readonly said: NonNullable<TraceDecision['said']> } {
  const { request, channel, country, peer } = who;
  const { side, direction, seq, seen, kind, sent, kept, message, digest, signed, document, received } = what;
  const event = compact({
    ...{ type: 'message' as const, request, direction, side, kind, seq, channel },
    ...{ digest: digest ?? kept.digest, country, peer, message, received, document },
  });
  const row = {
    ...{
      request,
      side,
      seq,
      kind,
      seen,
      sent,
      channel,
      message: message ?? null,
      document: document ?? null,
    },
    ...{ content: kept.content, salt: kept.salt, signed: signed ?? null },
  };
  return { events: [event], said: [row] };
}
