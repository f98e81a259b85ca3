/**
 * Agencies are reminded before their day and after it, and no more once they answered.
 *
 * @clause A-13, C-05
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerQuestion } from '../../src/acts/answer-question.ts';
import { askAgency } from '../../src/acts/ask-agency.ts';
import { remindAgencies } from '../../src/acts/remind-agencies.ts';
import { DAY_MS, openState, party, seizeAndOpen, viewOf } from './states.ts';

test('A-13: an agency is reminded two days before its day, then every two days, until it answers', async (t) => {
  const xa = await openState('XA');
  t.after(() => xa.close());
  const { trace } = await seizeAndOpen(xa, { serial: 'XQ-800000017' });
  const agency = await party(xa, 'agency', 'Douanes');
  const { made } = await xa.does(askAgency, { trace, agency, words: 'Did it pass the border?' });
  const reminded = async (): Promise<number | undefined> => (await viewOf(xa, trace)).questions[0]?.reminded;
  assert.equal(await remindAgencies(xa.office), 0, 'its day is ten days away');
  xa.pass(8.5 * DAY_MS);
  assert.equal(await remindAgencies(xa.office), 1);
  assert.equal(await remindAgencies(xa.office), 0, 'once before its day');
  xa.pass(2 * DAY_MS);
  assert.equal(await remindAgencies(xa.office), 1);
  assert.equal(await reminded(), 2);
  await xa.does(answerQuestion, {
    trace,
    question: made,
    outcome: 'not-found',
    words: 'No passage recorded.',
  });
  xa.pass(5 * DAY_MS);
  assert.equal(await remindAgencies(xa.office), 0);
});
