/** No name of a person or a unit leaves without a decision, and what is left out is named with its ground. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Happened } from '../base/happened.ts';
import { PARTY_KINDS_TOLD, type PartyTold, type TraceAnswer, type WithheldThing } from './answer.ts';
import { releasedAnswer, withoutWithheld } from './release.ts';

const on = '2019' as Happened;
const GROUND = 'confidentiality-law' as const;
const PERSON: PartyTold = { kind: 'person', country: 'XA', name: 'Zorvane Delacruse' };
const UNIT: PartyTold = { kind: 'unit', country: 'XA', name: 'Kelquarry Magazine' };
const MAKER: PartyTold = { kind: 'maker', country: 'XA', name: 'Tannegg Arms' };
const answerWith = (more: Partial<TraceAnswer> = {}): TraceAnswer => ({
  ...{ reference: 'XA-1', kind: 'full', searched: [], withheld: [], limits: [] },
  chain: [
    { event: 'sold', happened: on, from: MAKER, to: UNIT },
    { event: 'transferred', happened: on, from: UNIT, to: PERSON },
  ],
  lastLawful: { holder: PERSON },
  ...more,
});
const names = (answer: TraceAnswer): string => JSON.stringify(answer);

test('J-03: without a decision neither persons nor units are named; both are withheld on the ground', () => {
  const sent = releasedAnswer(answerWith(), { persons: false, units: false, ground: GROUND });
  assert.doesNotMatch(names(sent), /Zorvane|Kelquarry/);
  assert.match(names(sent), /Tannegg Arms/);
  assert.deepEqual(sent.withheld.map(({ what, ground }) => `${what} ${ground}`).sort(), [
    `persons ${GROUND}`,
    `units ${GROUND}`,
  ]);
  assert.equal(sent.chain[1]?.to?.kind, 'person', 'that there was a person is told');
});

test('J-03: each decision tells what it is about and no more', () => {
  const persons = releasedAnswer(answerWith(), { persons: true, units: false, ground: GROUND });
  assert.match(names(persons), /Zorvane/);
  assert.doesNotMatch(names(persons), /Kelquarry/);
  const units = releasedAnswer(answerWith(), { persons: false, units: true, ground: GROUND });
  assert.match(names(units), /Kelquarry/);
  assert.doesNotMatch(names(units), /Zorvane/);
  const whole = answerWith();
  assert.deepEqual(releasedAnswer(whole, { persons: true, units: true, ground: GROUND }), whole);
});

test('what the drafter withheld keeps its ground, and where nothing is left out nothing is withheld', () => {
  const withheld = [{ what: 'persons' as const, ground: 'national-security' as const }];
  const sent = releasedAnswer(answerWith({ withheld }), { persons: false, units: true, ground: GROUND });
  assert.deepEqual(sent.withheld, withheld);
  const bare = answerWith({ chain: [], lastLawful: { holder: { kind: 'person', country: 'XA' } } });
  assert.deepEqual(releasedAnswer(bare, { persons: false, units: false, ground: GROUND }).withheld, []);
});

test('what the drafter withheld stays withheld, whatever the release decides on names', () => {
  const withheld = [{ what: 'persons' as const, ground: 'national-security' as const }];
  const sent = releasedAnswer(answerWith({ withheld }), { persons: true, units: true, ground: GROUND });
  assert.doesNotMatch(names(sent), /Zorvane/);
  assert.match(names(sent), /Kelquarry/);
});

test('C-08: what is named as withheld is not told beside it', () => {
  const exportedTo = { country: 'XB', licence: 'E-12', happened: on };
  const irregularity = { event: 'stolen', happened: on, reference: 'P-7' };
  const chain = answerWith().chain.map((link) => ({ ...link, reference: 'L-1' }));
  const tells = (what: WithheldThing): string => {
    const withheld = [{ what, ground: GROUND }];
    return names(
      withoutWithheld(answerWith({ chain, exportedTo, irregularity, item: { marks: [] }, withheld })),
    );
  };
  assert.doesNotMatch(tells('chain'), /"sold"|stolen/);
  assert.match(tells('chain'), /lastLawful.*E-12|E-12.*lastLawful/);
  assert.doesNotMatch(tells('holder'), /lastLawful/);
  assert.doesNotMatch(tells('licences'), /E-12|L-1|P-7/);
  assert.match(tells('licences'), /"XB"/);
  assert.doesNotMatch(tells('all'), /sold|stolen|XB|lastLawful|"item"/);
  assert.match(tells('documents'), /sold.*stolen|stolen.*sold/);
});

test('whatever the parties are, no name of a person, of an unnamed kind or of a unit is left', () => {
  const party = fc.record({ kind: fc.constantFrom(...PARTY_KINDS_TOLD), name: fc.constant('Secretname') });
  const link = fc.record({
    event: fc.constant('sold' as const),
    happened: fc.constant(on),
    from: party,
    to: party,
  });
  fc.assert(
    fc.property(fc.array(link, { maxLength: 5 }), party, (chain, holder) => {
      const sent = releasedAnswer(answerWith({ chain, lastLawful: { holder } }), {
        ...{ persons: false, units: false, ground: GROUND },
      });
      for (const one of [...sent.chain.flatMap(({ from, to }) => [from, to]), sent.lastLawful?.holder])
        assert.equal(
          one?.name === undefined,
          ['person', 'other', 'unit'].includes(one?.kind ?? ''),
          one?.kind,
        );
    }),
  );
});
