/**
 * States for tests of tracing: real offices over databases of their own that trust each other, officers who work in them, and a
 * network between them that a test can break. What is not the clock or the network is as it runs.
 */
import assert from 'node:assert/strict';
import { acknowledgeRequest } from '../../src/acts/acknowledge-request.ts';
import { addPeer } from '../../src/acts/add-peer.ts';
import { draftAnswer } from '../../src/acts/draft-answer.ts';
import { deliverDue, type Post } from '../../src/acts/exchange-deliver.ts';
import { takeEnvelope } from '../../src/acts/exchange-take.ts';
import type { Act, Actor } from '../../src/acts/office.ts';
import { newId } from '../../src/acts/office.ts';
import { openTrace } from '../../src/acts/open-trace.ts';
import { ownCard } from '../../src/acts/own-card.ts';
import { publishCard } from '../../src/acts/publish-card.ts';
import { recordEvent } from '../../src/acts/record-event.ts';
import { recordParties } from '../../src/acts/record-party.ts';
import { registerArm } from '../../src/acts/register-arm.ts';
import { releaseAnswer } from '../../src/acts/release-answer.ts';
import { sendRequest } from '../../src/acts/send-request.ts';
import type { TraceView } from '../../src/acts/trace-view-output.ts';
import { viewTrace } from '../../src/acts/view-trace.ts';
import { EVERYTHING } from '../../src/domain/access/scope.ts';
import type { Happened } from '../../src/domain/base/happened.ts';
import { isRefusal, type Refusal } from '../../src/domain/base/refusal.ts';
import { asJson } from '../../src/doors/api/as-json.ts';
import { type World, world } from '../world.ts';

export const DAY_MS = 86_400_000;

export type StateNode = World & {
  readonly state: string;
  readonly node: string;
  readonly address: string;
  /** Drafts answers. */
  readonly first: Actor;
  /** Releases them. */
  readonly second: Actor;
  /** Moves the clock of this State. @unit milliseconds */
  pass(millis: number): void;
  /** Runs an act as the first officer, or as whoever is named; a refusal fails the test. */
  does<Input, Output>(act: Act<Input, Output>, input: object, who?: Actor): Promise<Output>;
  /** The same, where it may be refused. */
  tries<Input, Output>(act: Act<Input, Output>, input: object, who?: Actor): Promise<Output | Refusal>;
};

/** The value of what was not refused. */
export function good<T>(value: T | Refusal): T {
  assert.ok(!isRefusal(value), JSON.stringify(value));
  return value as T;
}

/** Opens a State. The caller closes it. */
export async function openState(state: string): Promise<StateNode> {
  let ahead = 0;
  const here = await world({ state, clock: () => Date.now() + ahead });
  const made = stateOver(here, (millis) => {
    ahead += millis;
  });
  await made.does(publishCard, { address: made.address });
  return made;
}

/** The State that works in an office. */
export function stateOver(here: World, pass: StateNode['pass']): StateNode {
  const { state } = here.office;
  const officer = (): Actor => ({
    operator: newId(here.office),
    purpose: `case ${state} 1`,
    scope: EVERYTHING,
  });
  const first = officer();
  const address = `https://${state.toLowerCase()}.example`;
  const tries: StateNode['tries'] = (act, input, who = first) =>
    act.run(here.office, who, act.input.parse(input));
  return {
    ...here,
    ...{ state, address, first, second: officer(), node: here.office.node, tries, pass },
    does: async (act, input, who) => {
      const done = good(await tries(act, input, who));
      // What is answered is of the shape that every door tells.
      const told = act.output?.safeParse(JSON.parse(asJson(done)));
      assert.ok(told?.success ?? true, `${act.name}: ${told?.error?.message}`);
      return done;
    },
  };
}

/** Opens States that trust each other, their fingerprints compared. */
export async function openStates(...states: readonly string[]): Promise<readonly StateNode[]> {
  const nodes = await Promise.all(states.map(openState));
  await introduceAll(nodes);
  return nodes;
}

/** Each adds the card of each other, its fingerprint compared by voice. */
export async function introduceAll(nodes: readonly StateNode[]): Promise<void> {
  for (const here of nodes)
    for (const there of nodes)
      if (here !== there) {
        const card = await there.db.transaction((tx) => ownCard(tx, there.office));
        const { signed, fingerprint } = good(card);
        await here.does(addPeer, { card: signed, fingerprint });
      }
}

/** The network between States: a post reaches the one whose address it is. */
export function networkOf(nodes: readonly StateNode[]): Post {
  return async (address, envelope) => {
    const to = nodes.find((one) => one.address === address.origin);
    if (!to) return { failed: 'ECONNREFUSED' };
    return postTo(to, envelope);
  };
}

/** One post as the door of a State answers it. */
export async function postTo(to: StateNode, envelope: Uint8Array): ReturnType<Post> {
  const taken = await takeEnvelope(to.office, envelope, { byFile: false });
  if ('refused' in taken)
    return { status: 403, body: Buffer.from(JSON.stringify({ refused: taken.refused })) };
  return taken.took === 'message'
    ? { status: 200, body: Buffer.from(taken.receipt) }
    : { status: 204, body: Buffer.alloc(0) };
}

/** Delivers everything that is due, in both directions, until nothing moves. */
export async function deliverAll(nodes: readonly StateNode[], post: Post = networkOf(nodes)): Promise<void> {
  for (let round = 0; round < 20; round++) {
    let delivered = 0;
    for (const node of nodes) delivered += (await deliverDue(node.office, post)).delivered;
    if (delivered === 0) return;
  }
}

export type Pistol = { readonly serial: string; readonly maker?: string; readonly condition?: string };

const DESCRIBED = {
  class: 'pistol',
  model: 'BH 7',
  calibre: '7.65 Browning',
  country: 'XA',
  production: 'industrial',
} as const;

/** Registers a pistol; what further happened to it follows. */
export async function registerPistol(
  at: StateNode,
  { serial, maker = 'Belmor-Hask', condition = 'legible' }: Pistol,
  events: readonly object[] = [],
): Promise<string> {
  const registered = await at.does(registerArm, {
    description: { ...DESCRIBED, maker },
    marks: [{ kind: 'serial', part: 'frame', text: serial, condition }],
    happened: '2019-02-04',
  });
  for (const event of events) await at.does(recordEvent, { arm: registered.arm, ...event });
  return registered.arm;
}

/** A party of a State: an agency, a dealer, a person, another State. */
export async function party(at: StateNode, kind: string, name: string): Promise<string> {
  const id = newId(at.office);
  const wish = {
    party: id,
    type: 'party-recorded',
    kind,
    name,
    happened: '' as Happened,
    usesRegister: false,
  } as const;
  good(await recordParties(at.office, at.actor, newId(at.office), [wish as never]));
  return id;
}

/** A pistol seized on the road, and its trace. */
export async function seizeAndOpen(
  at: StateNode,
  pistol: Pistol,
): Promise<{ readonly arm: string; readonly trace: string }> {
  const arm = await registerPistol(at, pistol, [
    {
      type: 'seized',
      happened: '2026-10-12',
      place: 'Route de Kerem, PK 40',
      basis: { kind: 'case', number: 'RP 810/2026', authority: 'Parquet' },
      why: 'Contrôle routier.',
    },
  ]);
  const { trace } = await at.does(openTrace, {
    arm,
    circumstances: 'Contrôle routier.',
    authority: 'Police',
  });
  return { arm, trace };
}

export const GROUND = { codes: ['transferred-without-licence'], law: 'Loi sur les armes, art. 12' } as const;

/** Sends a request of a trace to some States. */
export async function ask(
  at: StateNode,
  trace: string,
  to: readonly StateNode[],
  more: object = {},
): Promise<string> {
  const addressees = to.map(({ state, node }) => ({ country: state, peer: node }));
  const sent = await at.does(sendRequest, { trace, to: addressees, ground: GROUND, ...more });
  return sent.made!;
}

/** A trace as its own State sees it. */
export function viewOf(at: StateNode, trace: string): Promise<TraceView> {
  return at.does(viewTrace, { trace });
}

/** The trace and request that a thread is here. */
export async function heldOf(
  at: StateNode,
  thread: string,
): Promise<{ readonly trace: string; readonly request: string }> {
  const [row] = await at.db.rows<{ trace: string; request: string }>(
    'select trace_id as trace, request_id as request from trace_thread where thread_id = $1',
    [thread],
  );
  assert.ok(row, `${at.state} knows no thread ${thread}`);
  return row;
}

/** Acknowledges, drafts and releases an answer. */
export async function answer(
  at: StateNode,
  held: { readonly trace: string; readonly request: string },
  draft: object,
  release: object = {},
): Promise<void> {
  await at.does(acknowledgeRequest, held);
  const { made } = await at.does(draftAnswer, { ...held, ...draft });
  await at.does(
    releaseAnswer,
    { trace: held.trace, draft: made, decision: 'release', ...release },
    at.second,
  );
}
