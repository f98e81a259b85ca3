/** An answer rests on what it says: a ground and a reason for a no, registers where nothing was found. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Happened } from '../base/happened.ts';
import { type AnswerFault, listAnswerFaults, type TraceAnswer } from './answer.ts';

const BARE: TraceAnswer = {
  ...{ reference: 'XA-1', kind: 'full', chain: [], searched: [], withheld: [], limits: [] },
};
const exportedTo = { country: 'XB', happened: '2014' as Happened };
const searched = [{ register: 'XA', outcome: 'not-found' as const }];

test('ITI 22, ITI 23: what an answer needs is named by its kind', () => {
  const cases: readonly (readonly [Partial<TraceAnswer>, readonly AnswerFault[]])[] = [
    [{}, ['nothing-told']],
    [{ note: 'Made before our books begin.' }, []],
    [{ exportedTo }, []],
    [{ kind: 'partial' }, ['nothing-told']],
    [{ kind: 'no-record' }, ['searched-missing']],
    [{ kind: 'no-record', searched }, []],
    [{ kind: 'no-record', searched, exportedTo }, ['chain-with-no-record']],
    [{ kind: 'refused' }, ['ground-missing', 'reason-missing']],
    [{ kind: 'refused', ground: 'national-security', reason: ' ' }, ['reason-missing']],
    [{ kind: 'restricted', ground: 'confidentiality-law', reason: 'Article 9.' }, []],
    [{ kind: 'delayed', ground: 'ongoing-investigation', reason: 'Trial.' }, ['expected-missing']],
    [{ kind: 'delayed', ground: 'ongoing-investigation', reason: 'Trial.', expected: '2026-09-01' }, []],
  ];
  for (const [change, faults] of cases)
    assert.deepEqual(listAnswerFaults({ ...BARE, ...change }), faults, JSON.stringify(change));
});
