/**
 * An answer that comes when its trace is closed: it opens the trace again, or where the arm is traced anew meanwhile, stays with the trace that
 * asked and waits on the work list.
 *
 * @clause C-11
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { closeTrace } from '../../src/acts/close-trace.ts';
import { closeWork } from '../../src/acts/close-work.ts';
import { listWork } from '../../src/acts/list-work.ts';
import { openTrace } from '../../src/acts/open-trace.ts';
import { reopenTrace } from '../../src/acts/reopen-trace.ts';
import {
  answer,
  ask,
  deliverAll,
  heldOf,
  openStates,
  type StateNode,
  seizeAndOpen,
  viewOf,
} from './states.ts';

const ENDED = { outcome: 'no-record', failure: 'never-answered', words: 'Nobody answered.' } as const;

async function askAndClose(a: StateNode, b: StateNode, serial: string) {
  const { arm, trace } = await seizeAndOpen(a, { serial });
  const thread = await ask(a, trace, [b]);
  await deliverAll([a, b]);
  await a.does(closeTrace, { trace, ...ENDED });
  return { arm, trace, thread };
}

const lateWork = async (at: StateNode) =>
  (await at.does(listWork, {})).items.filter(({ kind }) => kind === 'late-answer');

test('C-11: a late answer stays with the trace that asked where its arm is traced anew, and somebody looks at it', async (t) => {
  const [a, b] = (await openStates('XA', 'XB')) as [StateNode, StateNode];
  t.after(() => Promise.all([a.close(), b.close()]));
  const { arm, trace, thread } = await askAndClose(a, b, 'XL-40117');
  const { trace: newer } = await a.does(openTrace, { arm, circumstances: 'Again.', authority: 'Police' });
  await answer(b, await heldOf(b, thread), { kind: 'no-record' });
  await deliverAll([a, b]);
  const [old, open] = [await viewOf(a, trace), await viewOf(a, newer)];
  assert.deepEqual([old.status, old.reopened, old.requests[0]?.answers.length], ['closed', 0, 1]);
  assert.equal(old.requests[0]?.status, 'no-record');
  assert.deepEqual([open.status, open.requests.length], ['open', 0], 'nothing of it is stolen');
  assert.deepEqual(
    [old.sameArm, open.sameArm].map((others) => others.map(({ trace: id, status }) => [id, status])),
    [[[newer, 'open']], [[trace, 'closed']]],
  );
  const [item] = await lateWork(a);
  assert.deepEqual([item?.subject, item?.against], [arm, trace]);
  await a.does(closeWork, { arm, item: item!.id, why: 'Read; it tells nothing new.' });
  assert.deepEqual(await lateWork(a), []);
  const refused = await a.tries(reopenTrace, { trace, why: 'The answer.' });
  assert.equal('refused' in refused && refused.refused, 'trace-open-already');
  await a.does(closeTrace, { trace: newer, ...ENDED });
  await a.does(reopenTrace, { trace, why: 'The answer.' });
});

test('C-11: where the arm is traced by nobody else a late answer opens its trace again', async (t) => {
  const [a, b] = (await openStates('XA', 'XB')) as [StateNode, StateNode];
  t.after(() => Promise.all([a.close(), b.close()]));
  const { trace, thread } = await askAndClose(a, b, 'XL-40118');
  await answer(b, await heldOf(b, thread), { kind: 'no-record' });
  await deliverAll([a, b]);
  const { status, reopened, requests } = await viewOf(a, trace);
  assert.deepEqual([status, reopened, requests[0]?.answers.length], ['open', 1, 1]);
  assert.deepEqual(await lateWork(a), []);
});
