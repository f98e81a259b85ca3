/**
 * Nodes for tests of the exchange: real offices over databases of their own, with a clock that a test moves and a network
 * that it can break. What is not the clock or the network is as it runs.
 */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { addPeer } from '../../src/acts/add-peer.ts';
import { appendEntry } from '../../src/acts/append-entry.ts';
import { deliverDue, type Post } from '../../src/acts/exchange-deliver.ts';
import type { Handler } from '../../src/acts/exchange-handlers.ts';
import { HANDLERS, type Handlers } from '../../src/acts/exchange-handlers.ts';
import { type Sending, type Sent, sendMessage } from '../../src/acts/exchange-send.ts';
import { type NotTaken, type TakenEnvelope, takeEnvelope } from '../../src/acts/exchange-take.ts';
import { machine, newId } from '../../src/acts/office.ts';
import { type HeldCard, ownCard } from '../../src/acts/own-card.ts';
import { publishCard } from '../../src/acts/publish-card.ts';
import { isRefusal, type Refusal, refusal } from '../../src/domain/base/refusal.ts';
import { type World, world } from '../world.ts';

export const DAY = 86_400_000;
export const CLERK = machine('tester', 'test');

export type Node = World & {
  readonly id: string;
  /** Moves the clock of this node. @unit milliseconds */
  readonly pass: (millis: number) => void;
  /** Bodies of the messages that were handled here, in their order. */
  readonly handled: string[];
  /** What it does with each type of message; a test that takes one away makes a node of an earlier version. */
  readonly handlers: { -readonly [Type in keyof Handlers]: Handlers[Type] };
  card(): Promise<HeldCard>;
};

/** A node of a State that is reached at an address of its own on the test's network. */
export async function node(t: TestContext, state: string): Promise<Node> {
  let ahead = 0;
  const here = await world({ state, clock: () => Date.now() + ahead });
  t.after(() => here.close());
  const handled: string[] = [];
  const made: Node = {
    ...here,
    id: here.office.node,
    pass: (millis) => {
      ahead += millis;
    },
    handled,
    handlers: { ...HANDLERS, 'trace/request': noting(handled), 'trace/answer': noting(handled) },
    card: async () => good(await here.db.transaction((tx) => ownCard(tx, here.office))),
  };
  good(await publishCard.run(here.office, CLERK, { address: addressFor(state) }));
  return made;
}

const addressFor = (state: string): string => `https://${state.toLowerCase()}.example`;

/** Handles what a test sends: refuses what asks for it, breaks where it is told to, and else writes an entry. */
function noting(handled: string[]): Handler {
  return async (tx, office, { message, digest }) => {
    const { text, refuse, break: breaks } = message.body as Record<string, string>;
    const kept = await appendEntry(tx, office, CLERK, {
      kind: 'test-taken',
      subject: newId(office),
      events: [{ type: 'test-taken', digest }],
    });
    if (isRefusal(kept)) return kept;
    if (refuse !== undefined) return refusal(refuse);
    if (breaks !== undefined) throw new Error('a handler that breaks');
    handled.push(text ?? '');
    return undefined;
  };
}

/** The value of what was not refused. */
export function good<T>(value: T | Refusal): T {
  assert.ok(!isRefusal(value), JSON.stringify(value));
  return value as T;
}

/** Lets two nodes trust each other, their fingerprints compared. */
export async function introduce(one: Node, other: Node): Promise<void> {
  for (const [here, there] of [
    [one, other],
    [other, one],
  ] as const) {
    const { signed, fingerprint } = await there.card();
    good(await addPeer.run(here.office, CLERK, addPeer.input.parse({ card: signed, fingerprint })));
  }
}

/** Two nodes that trust each other. */
export async function pair(t: TestContext): Promise<readonly [Node, Node]> {
  const nodes = [await node(t, 'XA'), await node(t, 'XB')] as const;
  await introduce(...nodes);
  return nodes;
}

/** Sends one message in a transaction of its own. */
export async function send(
  from: Node,
  to: Node,
  more: Partial<Sending> & { readonly text?: string } = {},
): Promise<Sent> {
  const { text = 'hello', ...rest } = more;
  const message = {
    peer: to.id,
    type: 'trace/request',
    thread: newId(from.office),
    body: { text },
    ...rest,
  } as const;
  return good(await from.db.transaction((tx) => sendMessage(tx, from.office, message)));
}

/** The envelope of a message as it travels. */
export async function envelopeOf(from: Node, message: string): Promise<Buffer> {
  const [row] = await from.db.rows<{ sealed: Buffer }>('select sealed from outbox where message_id = $1', [
    message,
  ]);
  return row!.sealed;
}

/** Takes an envelope as it came. */
export function take(at: Node, bytes: Uint8Array, byFile = false): Promise<TakenEnvelope | NotTaken> {
  return takeEnvelope(at.office, bytes, { byFile, handlers: at.handlers });
}

/** The network between nodes: posts reach the node whose address it is, unless the test says that it is down. */
export function network(nodes: readonly Node[], down: ReadonlySet<string> = new Set()): Post {
  return async (address, envelope) => {
    const to = nodes.find(({ office }) => addressFor(office.state) === address.origin);
    if (!to || down.has(to.id)) return { failed: 'ECONNREFUSED' };
    const taken = await take(to, envelope).catch(() => undefined);
    if (!taken) return { status: 500, body: Buffer.from('') };
    if ('refused' in taken)
      return { status: 403, body: Buffer.from(JSON.stringify({ refused: taken.refused })) };
    return taken.took === 'message'
      ? { status: 200, body: taken.receipt }
      : { status: 204, body: Buffer.alloc(0) };
  };
}

/** Delivers what is due at a node. */
export function deliver(from: Node, nodes: readonly Node[], down?: ReadonlySet<string>) {
  return deliverDue(from.office, network(nodes, down));
}

/** How many rows a table of a node holds. */
export async function count(at: Node, table: string): Promise<number> {
  const [row] = await at.db.rows<{ count: number }>(`select count(*) as count from ${table}`);
  return row!.count;
}
