/** What the events of a trace amount to, from its opening to its end and beyond. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordedTraceEvent, TraceEvent } from './event.ts';
import { foldTrace } from './fold.ts';

const HOUR_MS = 3_600_000;

/** Events as recorded one hour after another. */
function recorded(...events: readonly TraceEvent[]): readonly RecordedTraceEvent[] {
  return events.map((event, at) => ({
    ...event,
    entry: `entry-${at}`,
    recorded: new Date(Date.UTC(2026, 2, 1) + at * HOUR_MS).toISOString(),
    operator: at % 2 === 0 ? 'ada' : 'ben',
  }));
}
const at = (hour: number): string => new Date(Date.UTC(2026, 2, 1) + hour * HOUR_MS).toISOString();
const OPENED: TraceEvent = { type: 'trace-opened', kind: 'own', arm: 'arm-1', case: '118' };
const message = (more: Partial<Extract<TraceEvent, { type: 'message' }>>): TraceEvent => ({
  ...{ type: 'message', request: 'r', direction: 'out', side: 'requester', kind: 'request', seq: 1 },
  ...{ channel: 'letter', digest: 'd', country: 'XB' },
  ...more,
});
const closed: TraceEvent = { type: 'trace-closed', outcome: 'no-record', failure: 'too-old', words: 'w' };

test('C-02: a trace is what its opening says, and nothing before it counts', () => {
  assert.equal(foldTrace([]), undefined);
  assert.equal(foldTrace(recorded(closed)), undefined);
  const state = foldTrace(recorded(OPENED));
  assert.deepEqual(
    [state?.status, state?.arm, state?.case, state?.openedBy],
    ['open', 'arm-1', '118', 'ada'],
  );
  const twice = foldTrace(recorded(OPENED, { type: 'trace-opened', kind: 'asked' }));
  assert.equal(twice?.kind, 'own');
});

test('C-11: it closes with its outcome, without the digest of words, and a late answer opens it again', () => {
  const state = foldTrace(recorded(OPENED, closed));
  assert.deepEqual(state?.closing, { outcome: 'no-record', failure: 'too-old', at: at(1), by: 'ben' });
  const again = foldTrace(recorded(OPENED, closed, { type: 'trace-reopened', why: 'late-answer' }));
  assert.deepEqual([again?.status, again?.closing, again?.reopened], ['open', undefined, 1]);
  assert.equal(again?.lastAt, at(2));
});

test('A-13: a question counts its reminders and keeps its answer', () => {
  const asked: TraceEvent = { type: 'agency-asked', question: 'q', agency: 'army', due: 'd', words: 'w' };
  const reminded: TraceEvent = { type: 'agency-reminded', question: 'q' };
  const other: TraceEvent = { ...asked, question: 'other' };
  const answered: TraceEvent = { type: 'agency-answered', question: 'q', outcome: 'partly', words: 'v' };
  const questions = foldTrace(recorded(OPENED, asked, other, reminded, reminded, answered))?.questions;
  assert.deepEqual(
    questions?.map(({ reminded: times }) => times),
    [2, 0],
  );
  assert.deepEqual(questions?.[0]?.answered, { at: at(5), outcome: 'partly', words: 'v' });
  assert.equal(questions?.[1]?.answered, undefined);
});

test('C-05: what we are in a request follows from who spoke first and which way it went', () => {
  const ours = (more: object) => foldTrace(recorded(OPENED, message(more)))?.requests[0]?.ours;
  assert.equal(ours({}), 'requester');
  assert.equal(ours({ direction: 'in' }), 'responder');
  assert.equal(ours({ direction: 'in', side: 'responder', kind: 'answer' }), 'requester');
});

test('J-02: a draft waits, is released by whom and when, sent back, or reviewed where one released alone', () => {
  const draft = (name: string): TraceEvent => ({
    ...{ type: 'answer-drafted', request: 'r', draft: name, kind: 'full', digest: 'd' },
  });
  const state = foldTrace(
    recorded(
      { type: 'trace-opened', kind: 'asked' },
      message({ direction: 'in' }),
      ...[draft('one'), draft('two'), draft('three')],
      { type: 'answer-sent-back', request: 'r', draft: 'two', why: 'w' },
      { type: 'answer-released', request: 'r', draft: 'three', alone: 'w', persons: false, units: false },
      { type: 'release-reviewed', request: 'r', draft: 'three', good: true, why: 'w' },
    ),
  );
  const [one, two, three] = state!.requests[0]!.drafts;
  assert.deepEqual([one?.state, two?.state, three?.state], ['waiting', 'sent-back', 'released']);
  assert.deepEqual([three?.isAlone, three?.releasedBy, three?.releasedAt], [true, 'ada', at(6)]);
  assert.deepEqual(three?.reviewed, { by: 'ben', good: true, at: at(7) });
  const stray = foldTrace(recorded(OPENED, draft('stray')));
  assert.deepEqual(stray?.requests, [], 'nothing of a request stands before its first message');
});

test('findings stand beside each other; the arm it was taken for is the arm', () => {
  const finding: TraceEvent = {
    ...{
      type: 'trace-finding',
      finding: 'point-of-diversion',
      authority: 'Court',
      stage: 'import',
      words: 'w',
    },
    happened: '' as never,
  };
  const state = foldTrace(
    recorded(OPENED, finding, { ...finding, authority: 'Police' }, { type: 'arm-taken-for', arm: 'arm-2' }),
  );
  assert.deepEqual(
    state?.findings.map(({ authority }) => authority),
    ['Court', 'Police'],
  );
  assert.equal(state?.arm, 'arm-2');
});
