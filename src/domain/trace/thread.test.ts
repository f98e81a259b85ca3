/**
 * A request is what both sides said, whichever way it came: any order, any number of times, and both sides see the same once
 * both have the same.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Happened } from '../base/happened.ts';
import { ANSWER_KINDS, type AnswerKind, type TraceAnswer } from './answer.ts';
import type { TraceRequest } from './request.ts';
import { foldThread, SAYS, type Said, type SaidKind, type Side, type ThreadMessage } from './thread.ts';

const request = (reference = 'XC-1'): TraceRequest => ({
  reference,
  requester: { kind: 'state', name: 'XC', country: 'XC' },
  ground: { codes: ['unlawful-where-found'], law: 'Arms Act' },
  recovery: {
    ...{
      kind: 'seized',
      happened: '2026' as Happened,
      country: 'XC',
      authority: 'Police',
      circumstances: '',
    },
  },
  item: { kind: 'arm', class: 'rifle', marks: [] },
  ...{ photographs: [], use: { code: 'finding-diversion' }, urgency: { level: 'routine' }, limits: [] },
});
const answer = (kind: AnswerKind): TraceAnswer => ({
  ...{ reference: 'XA-1', kind, chain: [], searched: [], withheld: [], limits: [] },
});

function saidOf(kind: SaidKind, answered: AnswerKind = 'full'): Said {
  switch (kind) {
    case 'request':
      return { kind, content: request() };
    case 'answer':
      return { kind, content: answer(answered) };
    case 'acknowledged':
      return { kind, content: { reference: 'XA-1' } };
    case 'more-wanted':
      return { kind, content: { fields: ['marks'], text: 'A photograph.' } };
    case 'more-given':
      return { kind, content: { text: 'Here.', request: request('XC-1 amended') } };
    case 'withdrawn':
      return { kind, content: { reason: 'Solved.' } };
    case 'closed':
      return { kind, content: { outcome: 'no-record' } };
    default:
      return { kind, content: { text: 'Which ground?' } };
  }
}

/** A conversation in which each side has taken all before it speaks. */
function inTurn(...kinds: readonly (SaidKind | Said)[]): readonly ThreadMessage[] {
  const last = { requester: 0, responder: 0 };
  return kinds.map((one) => {
    const said = typeof one === 'string' ? saidOf(one) : one;
    const side: Side = SAYS.requester.includes(said.kind) ? 'requester' : 'responder';
    const seen = last[side === 'requester' ? 'responder' : 'requester'];
    return { ...said, side, seq: ++last[side], seen, sent: '2026-03-01T00:00:00.000Z' };
  });
}
const statusOf = (...kinds: readonly (SaidKind | Said)[]) => foldThread(inTurn(...kinds)).status;

test('ITI 18 to 23: where a request stands after what was said', () => {
  assert.equal(foldThread([]).status, 'nothing');
  assert.equal(statusOf('answer'), 'nothing', 'nothing counts before the request');
  assert.equal(statusOf('request'), 'asked');
  assert.equal(statusOf('request', 'acknowledged'), 'acknowledged');
  assert.equal(statusOf('request', 'more-wanted'), 'more-wanted');
  assert.equal(statusOf('request', 'more-wanted', 'more-given'), 'asked');
  assert.equal(statusOf('request', 'acknowledged', 'more-wanted', 'more-given'), 'acknowledged');
  assert.equal(statusOf('request', 'withdrawn', 'more-wanted'), 'withdrawn');
  const statuses = ANSWER_KINDS.map((kind) => statusOf('request', { kind: 'answer', content: answer(kind) }));
  assert.deepEqual(statuses, [
    ...['answered', 'partly-answered', 'no-record', 'delayed', 'restricted', 'refused'],
  ]);
});

test('ITI 21: what was given later stands as the request, and the first request stands for all else', () => {
  const given = foldThread(inTurn('request', 'more-wanted', 'more-given'));
  assert.equal(given.request?.reference, 'XC-1 amended');
  assert.equal(given.wanted, undefined);
  const again = foldThread(inTurn('request', { kind: 'request', content: request('another') }));
  assert.equal(again.request?.reference, 'XC-1');
});

test('ITI 23: a clarification is open until it is given or the answer comes', () => {
  const refused: Said = { kind: 'answer', content: answer('refused') };
  const wanted = inTurn('request', refused, 'clarification-wanted');
  assert.equal(foldThread(wanted).clarifying, true);
  assert.equal(foldThread(wanted).status, 'refused');
  assert.equal(
    foldThread(inTurn('request', refused, 'clarification-wanted', 'clarification-given')).clarifying,
    false,
  );
  assert.equal(foldThread(inTurn('request', refused, 'clarification-wanted', 'answer')).status, 'answered');
});

test('C-10: a late answer counts; closing does not undo what was answered', () => {
  assert.equal(statusOf('request', 'closed'), 'closed');
  assert.equal(statusOf('request', 'closed', 'answer'), 'answered');
  assert.equal(statusOf('request', 'withdrawn', 'answer'), 'answered');
  const closed = foldThread(inTurn('request', 'answer', 'closed', 'more-wanted'));
  assert.deepEqual([closed.status, closed.closed], ['answered', true]);
  const delayed: Said = { kind: 'answer', content: answer('delayed') };
  assert.equal(statusOf('request', delayed, 'closed'), 'closed');
});

test('of two messages that crossed the requester’s stands first, on both sides', () => {
  const [asked, told] = inTurn('request', 'answer');
  const crossed: ThreadMessage = {
    ...saidOf('withdrawn'),
    side: 'requester',
    seq: 2,
    seen: 0,
    sent: told!.sent,
  };
  const state = foldThread([asked!, told!, crossed]);
  assert.deepEqual(
    state.order.map(({ kind }) => kind),
    ['request', 'withdrawn', 'answer'],
  );
  assert.equal(state.status, 'answered');
  assert.deepEqual(foldThread([crossed, told!, asked!]), state);
});

test('a message that was refused leaves its number empty and counts on neither side', () => {
  const [asked, acknowledged, , told] = inTurn('request', 'acknowledged', 'more-wanted', 'answer');
  const state = foldThread([asked!, acknowledged!, told!]);
  assert.deepEqual([state.status, state.last], ['answered', { requester: 1, responder: 3 }]);
});

type Step = { readonly side: Side; readonly kind: number; readonly takes: number; readonly refuses: boolean };
const step: fc.Arbitrary<Step> = fc.record({
  ...{ side: fc.constantFrom<Side>('requester', 'responder'), kind: fc.nat(50) },
  ...{ takes: fc.nat(3), refuses: fc.boolean() },
});

/** Two sides that speak while messages of the other are on their way; each takes them in their order, and may refuse one. */
function converse(steps: readonly Step[]): Readonly<Record<Side, readonly ThreadMessage[]>> {
  const known: Record<Side, ThreadMessage[]> = { requester: [], responder: [] };
  const underWay: Record<Side, ThreadMessage[]> = { requester: [], responder: [] };
  const last = { requester: 0, responder: 0 };
  const taken = { requester: 0, responder: 0 };
  const say = (side: Side, said: Said): void => {
    const other: Side = side === 'requester' ? 'responder' : 'requester';
    const message = { ...said, side, seq: ++last[side], seen: taken[side], sent: '2026-03-01T00:00:00.000Z' };
    known[side].push(message);
    underWay[other].push(message);
  };
  const take = (side: Side, refuses: boolean): void => {
    const message = underWay[side].shift();
    if (!message) return;
    taken[side] = message.seq;
    if (!refuses || message.kind === 'request') known[side].push(message);
    // The sender is told, and leaves it out as well.
    else known[message.side] = known[message.side].filter((one) => one !== message);
  };
  say('requester', saidOf('request'));
  for (const { side, kind, takes, refuses } of steps) {
    for (let n = 0; n < takes; n++) take(side, refuses);
    const kinds = SAYS[side];
    say(side, saidOf(kinds[kind % kinds.length]!, ANSWER_KINDS[kind % ANSWER_KINDS.length]));
  }
  for (const side of ['requester', 'responder'] as const) while (underWay[side].length > 0) take(side, false);
  return known;
}

test('any order of arrival, with duplicates, gives one state, and both sides agree on it', () => {
  const arrivals = fc.array(step, { maxLength: 14 }).chain((steps) => {
    const both = converse(steps);
    const arrived = (all: readonly ThreadMessage[]) =>
      fc
        .tuple(fc.shuffledSubarray([...all], { minLength: all.length }), fc.shuffledSubarray([...all]))
        .chain(([whole, twice]) =>
          fc.shuffledSubarray([...whole, ...twice], { minLength: whole.length + twice.length }),
        );
    return fc.tuple(fc.constant(both), arrived(both.requester), arrived(both.responder));
  });
  fc.assert(
    fc.property(arrivals, ([both, atRequester, atResponder]) => {
      const state = foldThread(both.requester);
      assert.deepEqual(foldThread(atRequester), state);
      assert.deepEqual(foldThread(atResponder), state);
      assert.equal(state.order.length, both.requester.length, 'nothing is lost');
      for (const [at, { side, seen }] of state.order.entries())
        for (const later of state.order.slice(at + 1))
          assert.ok(later.side === side || later.seq > seen, 'nobody answers what comes after');
    }),
    { numRuns: 300 },
  );
});
