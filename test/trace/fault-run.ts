/**
 * One seeded run of faults between two States: requests, questions and answers while the way between them loses, doubles,
 * reorders, delays, alters and replays what it carries, keys are changed and withdrawn, databases drop their connections in the
 * middle of an act, and clocks are off by days. Then the way heals, and everything must have come to rest: no request lost, none
 * answered twice, and both sides of one mind. The same seed gives the same run.
 */
import assert from 'node:assert/strict';
import { acknowledgeRequest } from '../../src/acts/acknowledge-request.ts';
import { closeTrace } from '../../src/acts/close-trace.ts';
import { draftAnswer } from '../../src/acts/draft-answer.ts';
import type { Post } from '../../src/acts/exchange-deliver.ts';
import { deliverDue } from '../../src/acts/exchange-deliver.ts';
import type { Act, Actor } from '../../src/acts/office.ts';
import { newId } from '../../src/acts/office.ts';
import { rotateKeys } from '../../src/acts/publish-card.ts';
import { releaseAnswer } from '../../src/acts/release-answer.ts';
import { writeInRequest } from '../../src/acts/write-in-request.ts';
import { Fault } from '../../src/domain/base/refusal.ts';
import { connect } from '../../src/store/database.ts';
import { ask, DAY_MS, introduceAll, postTo, type StateNode, seizeAndOpen, viewOf } from './states.ts';

/** Dice that fall the same way for the same seed (xorshift32). */
export function diceOf(seed: number): { below(most: number): number; chance(share: number): boolean } {
  let state = (seed * 2_654_435_761 + 1) | 0 || 1;
  const next = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return { below: (most) => Math.floor(next() * most), chance: (share) => next() < share };
}
type Dice = ReturnType<typeof diceOf>;

export type RunOutcome = {
  readonly thread: string;
  readonly faults: Readonly<Record<string, number>>;
  readonly messages: number;
};

/** Runs a seed over two States that trust each other. */
export async function runFaults(seed: number, [a, b]: readonly [StateNode, StateNode]): Promise<RunOutcome> {
  const dice = diceOf(seed);
  const faults: Record<string, number> = {};
  const note = (fault: string): void => {
    faults[fault] = (faults[fault] ?? 0) + 1;
  };
  const way = brokenWay([a, b], dice, note);
  const { trace } = await seizeAndOpen(a, { serial: `XQ-8${String(seed).padStart(6, '0')}7` });
  const thread = await ask(a, trace, [b]);
  for (let step = 0; step < 14; step++) await takeStep({ dice, note, way, a, b, trace, thread });
  way.heal();
  // Where a key was withdrawn, somebody calls and compares the new card.
  await introduceAll([a, b]);
  await settle(way.post, [a, b]);
  await settle(way.post, [a, b]);
  const messages = await assertAgreed(a, b, trace, thread);
  return { thread, faults, messages };
}

type Way = { readonly post: Post; heal(): void; old(): readonly (readonly [StateNode, Uint8Array])[] };

/** The way between States, broken by dice until it heals. */
function brokenWay(nodes: readonly StateNode[], dice: Dice, note: (fault: string) => void): Way {
  let isHealed = false;
  const carried: [StateNode, Uint8Array][] = [];
  const late: [StateNode, Uint8Array][] = [];
  const post: Post = async (address, envelope) => {
    const to = nodes.find((one) => one.address === address.origin);
    if (!to) return { failed: 'ECONNREFUSED' };
    carried.push([to, envelope]);
    if (isHealed) return postTo(to, envelope);
    switch (dice.below(9)) {
      case 0:
        note('dropped');
        return { failed: 'ETIMEDOUT' };
      case 1:
        note('receipt lost');
        await postTo(to, envelope);
        return { failed: 'ECONNRESET' };
      case 2:
        note('doubled');
        await Promise.all([postTo(to, envelope), postTo(to, envelope)]);
        return postTo(to, envelope);
      case 3:
        note('delayed');
        late.push([to, envelope]);
        return { failed: 'ETIMEDOUT' };
      case 4: {
        note('altered');
        const bent = Buffer.from(envelope);
        bent[dice.below(bent.length)]! ^= 1 << dice.below(7);
        return postTo(to, bent);
      }
      case 5: {
        const [at, old] = carried[dice.below(carried.length)]!;
        note('replayed');
        await postTo(at, old);
        return postTo(to, envelope);
      }
      case 6: {
        note('killed while taking');
        const [taken] = await Promise.all([postTo(to, envelope).catch(asFailed), dropConnections(to)]);
        return taken;
      }
      default:
        // What was late arrives before what is new: out of its order.
        for (const [at, old] of late.splice(0)) await postTo(at, old).catch(asFailed);
        return postTo(to, envelope);
    }
  };
  return {
    post,
    heal() {
      isHealed = true;
    },
    old: () => carried,
  };
}

function asFailed(): { readonly failed: string } {
  return { failed: 'ECONNRESET' };
}

/** Cuts every connection of a State's register to its database, as a process that is killed does. */
async function dropConnections(at: StateNode): Promise<void> {
  const owner = connect(at.connection, { owner: true, connections: 1 });
  try {
    await owner.rows(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'",
    );
  } finally {
    await owner.close();
  }
}

type Running = {
  readonly dice: Dice;
  readonly note: (fault: string) => void;
  readonly way: Way;
  readonly a: StateNode;
  readonly b: StateNode;
  readonly trace: string;
  readonly thread: string;
};

async function takeStep(run: Running): Promise<void> {
  const { dice, note, way, a, b, trace, thread } = run;
  const request = thread;
  switch (dice.below(11)) {
    case 0:
    case 1:
    case 2:
      return quietly(() => deliverDue((dice.chance(0.6) ? a : b).office, way.post));
    case 3: {
      const days = dice.below(20);
      note('clock moved');
      return (dice.chance(0.5) ? a : b).pass((dice.chance(0.2) ? -days / 4 : days) * DAY_MS);
    }
    case 4:
      return answers(run);
    case 5:
      return answers(run);
    case 6: {
      const held = await findHeld(b, thread);
      if (held)
        await tryAct(b, writeInRequest, { ...held, kind: 'more-wanted', text: 'Photograph of the number?' });
      return;
    }
    case 7:
      return tryAct(a, writeInRequest, { trace, request, kind: 'more-given', text: 'Here it is.' });
    case 8:
      return tryAct(a, writeInRequest, {
        trace,
        request,
        kind: 'clarification-wanted',
        text: 'Which register?',
      });
    case 9:
      if (dice.chance(0.4)) {
        const lost = dice.chance(0.4);
        note(lost ? 'key withdrawn' : 'key changed');
        await tryAct(dice.chance(0.5) ? a : b, rotateKeys, { lost });
      }
      return;
    default:
      if (dice.chance(0.2))
        await tryAct(a, closeTrace, {
          trace,
          outcome: 'no-record',
          failure: 'never-answered',
          words: 'Nobody answered.',
        });
  }
}

/** The responder acknowledges, or drafts and releases: each only as far as the rules let it. */
async function answers({ b, thread, dice }: Running): Promise<void> {
  const held = await findHeld(b, thread);
  if (!held) return;
  await tryAct(b, acknowledgeRequest, held);
  const kind = dice.chance(0.5) ? 'no-record' : 'refused';
  const why = kind === 'refused' ? { ground: 'national-security', reason: 'An inquiry of the army.' } : {};
  await tryAct(b, draftAnswer, { ...held, kind, ...why });
  const [draft] = await b.db
    .rows<{ draft: string }>(
      "select draft_id as draft from trace_draft where trace_id = $1 and state = 'waiting'",
      [held.trace],
    )
    .catch(() => []);
  if (draft)
    await tryAct(b, releaseAnswer, { trace: held.trace, draft: draft.draft, decision: 'release' }, b.second);
}

/** Does an act, again with the same id where the database dropped it; a refusal is an answer like any other. */
async function tryAct<Input, Output>(
  at: StateNode,
  act: Act<Input, Output>,
  input: object,
  who?: Actor,
): Promise<void> {
  const whole = { act: newId(at.office), ...input };
  for (let attempt = 0; attempt < 5; attempt++)
    try {
      await at.tries(act, whole, who);
      return;
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
    }
}

async function quietly(run: () => Promise<unknown>): Promise<void> {
  await run().catch((error: unknown) => {
    if (!(error instanceof Fault)) throw error;
  });
}

async function findHeld(
  at: StateNode,
  thread: string,
): Promise<{ trace: string; request: string } | undefined> {
  const [row] = await at.db
    .rows<{ trace: string; request: string }>(
      'select trace_id as trace, request_id as request from trace_thread where thread_id = $1',
      [thread],
    )
    .catch(() => []);
  return row;
}

/** Carries everything that waits, over whole days, until nothing does. */
async function settle(post: Post, nodes: readonly StateNode[]): Promise<void> {
  for (let day = 0; day < 12; day++) {
    for (const node of nodes) await deliverDue(node.office, post);
    if ((await Promise.all(nodes.map(waiting))).every((count) => count === 0)) return;
    for (const node of nodes) node.pass(DAY_MS);
  }
  const left = await Promise.all(nodes.map(waitingRows));
  assert.fail(`Messages wait that nobody takes: ${JSON.stringify(left)}`);
}

async function waitingRows(at: StateNode): Promise<object> {
  return at.db.rows(
    'select type, seq, attempts, next_at, last_answer, result from outbox where sealed is not null',
  );
}

async function waiting(at: StateNode): Promise<number> {
  const [row] = await at.db.rows<{ count: number }>(
    'select count(*) as count from outbox where sealed is not null',
  );
  return row!.count;
}

/** Both sides tell one story of the request, and nothing of it was lost or done twice. */
async function assertAgreed(a: StateNode, b: StateNode, trace: string, thread: string): Promise<number> {
  const held = await findHeld(b, thread);
  assert.ok(held, 'the request was lost');
  const [asked] = (await viewOf(a, trace)).requests;
  const [taken] = (await viewOf(b, held.trace)).requests;
  assert.ok(asked && taken);
  const story = ({ said }: typeof asked) =>
    said.map(({ side, seq, kind, text }) => ({ side, seq, kind, text }));
  assert.deepEqual(story(taken), story(asked), 'what was said differs');
  assert.equal(taken.status, asked.status, 'the status differs');
  assert.deepEqual(taken.answers, asked.answers, 'the answers differ');
  const released = taken.drafts.filter(({ state }) => state === 'released').length;
  assert.equal(asked.answers.length, released, 'answered more or less often than released');
  const [twice] = await b.db.rows<{ count: number }>(
    'select count(*) as count from trace_thread where thread_id = $1',
    [thread],
  );
  assert.equal(twice!.count, 1, 'one request became several');
  return asked.said.length;
}
