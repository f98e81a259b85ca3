/** Requests, and all that is said in them, as they come from a State without a node: by letter. */
import { machine, newId, nowOf, type Office } from '../../src/acts/office.ts';
import { takeFurther, takeRequest } from '../../src/acts/take-said.ts';
import type { Happened } from '../../src/domain/base/happened.ts';
import type { TraceRequest } from '../../src/domain/trace/request.ts';
import type { Said } from '../../src/domain/trace/thread.ts';

export type Held = { readonly trace: string; readonly request: string };

const POST = machine('console', 'letters');

/** What a State asks about a pistol with this number. */
export function asksAbout(serial: string, more: Partial<TraceRequest> = {}): TraceRequest {
  return {
    reference: 'XC-118/2026',
    requester: { kind: 'state', name: 'XC', country: 'XC' },
    ground: { codes: ['unlawful-where-found'], law: 'Arms Act, article 14' },
    recovery: {
      ...{ kind: 'seized', happened: '2026-10-12' as Happened, country: 'XC' },
      ...{ authority: 'Police', circumstances: 'At a checkpoint.' },
    },
    item: {
      ...{ kind: 'arm', class: 'pistol', maker: 'Zeta', calibre: '9x19' },
      marks: [{ kind: 'serial', part: 'frame', text: serial, condition: 'legible' }],
    },
    ...{ photographs: [], use: { code: 'criminal-proceedings' }, urgency: { level: 'routine' }, limits: [] },
    ...more,
  };
}

const cameOf = (office: Office, country: string | undefined) => ({
  ...{ act: newId(office), kind: 'register-message', channel: 'letter' as const, country },
  ...{ peer: undefined, document: undefined, sent: nowOf(office), seen: 0 },
});

/** A request that came by letter. */
export async function letterIn(office: Office, content: TraceRequest): Promise<Held> {
  const came = { ...cameOf(office, content.requester.country), thread: newId(office) };
  const { trace, made } = await office.db.transaction((tx) => takeRequest(tx, office, POST, came, content));
  return { trace, request: made! };
}

/** Anything else that came by letter. */
export async function furtherIn(office: Office, held: Held, said: Said): Promise<void> {
  const came = { ...cameOf(office, undefined), ...held, thread: held.request };
  await office.db.transaction((tx) => takeFurther(tx, office, POST, came, said));
}
