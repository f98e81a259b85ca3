/** What a record answers: the steps between those who had the arm, where it went, and what was first not in order. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { armyRifle, told } from '../../../test/custody/telling.ts';
import type { RecordedEvent } from '../custody/event.ts';
import { armState } from '../custody/fold.ts';
import { byHappening } from '../custody/order.ts';
import type { PartyTold } from './answer.ts';
import { chainOf, sentMarks } from './chain.ts';

const tell = (party: string): PartyTold => ({
  ...{ kind: party === 'xb' ? 'state' : 'unit', country: party === 'xb' ? 'XB' : 'XA', name: party },
});
const chain = (...events: readonly RecordedEvent[]) => chainOf(byHappening(events), armState(events), tell);

test('ITI 20: what an arm went through between its holders is a step; what happens inside a service is none', () => {
  const { chain: steps } = chain(
    armyRifle(),
    told('issued', '2020-01-01', { to: { bearer: 'soldier' } }),
    told('sighted', '2020-02-01'),
    told('stolen', '2021-05-01'),
  );
  const kinds = steps.map(({ event }) => event);
  assert.equal(kinds.at(-1), 'stolen');
  assert.ok(!kinds.includes('issued') && !kinds.includes('sighted'));
});

test('C-10: where it was exported is told with licence and day, until it came back', () => {
  const out = told('exported', '2020-03-04', {
    to: { owner: 'xb' },
    basis: { kind: 'licence', number: 'E-12' },
  });
  assert.deepEqual(chain(armyRifle(), out).exportedTo, {
    country: 'XB',
    happened: '2020-03-04',
    licence: 'E-12',
  });
  const back = told('imported', '2021-01-01', { to: { keeper: 'depot' } });
  assert.equal(chain(armyRifle(), out, back).exportedTo, undefined);
  assert.equal(chain(armyRifle()).exportedTo, undefined);
});

test('C-06: the last lawful holder and the first irregularity, with its reference', () => {
  const stolen = told('stolen', '2021-05-01', { basis: { kind: 'complaint', number: 'P-7' } });
  const answer = chain(armyRifle(), stolen);
  assert.equal(answer.lastLawful?.holder.kind, 'unit');
  assert.deepEqual(answer.irregularity, { event: 'stolen', happened: '2021-05-01', reference: 'P-7' });
});

test('hidden marks and numbers of the State are never told, nor who read a mark', () => {
  const mark = { part: 'receiver', condition: 'legible', readBy: 'somebody', entry: 'e' } as const;
  const sent = sentMarks([
    { ...mark, kind: 'serial', text: 'ZQ-0417' },
    { ...mark, kind: 'security', text: 'HID-7731' },
    { ...mark, kind: 'state-number', text: 'XA-7K4Q9-2MTKP' },
  ]);
  assert.deepEqual(sent, [{ kind: 'serial', part: 'receiver', text: 'ZQ-0417', condition: 'legible' }]);
});
