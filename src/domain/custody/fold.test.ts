/** The fold: total, the same in any order of recording, and true to the rule of every event. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { armyRifle, at, told } from '../../../test/custody/telling.ts';
import type { Mark } from '../marks/mark.ts';
import type { RecordedEvent } from './event.ts';
import { armState, fold, foldOn, stateOf } from './fold.ts';
import { type EventType, LANES, LIFE_CYCLE } from './life-cycle.ts';

const TYPES = Object.keys(LIFE_CYCLE) as EventType[];
const someone = fc.constantFrom('army', 'police', 'depot', 'battalion', 'court', 'hunter');
const parties = fc.record(
  { owner: someone, unit: someone, keeper: someone, bearer: someone },
  { requiredKeys: [] },
);
const vague = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .chain((date) => fc.constantFrom(0, 4, 7, 10, 24).map((length) => date.toISOString().slice(0, length)));

const anyEvent: fc.Arbitrary<RecordedEvent> = fc
  .record({
    type: fc.constantFrom(...TYPES),
    happened: vague,
    more: fc.record(
      {
        from: parties,
        to: parties,
        asked: fc.constant(true as const),
        meant: fc.constantFrom(...TYPES),
        about: fc.integer({ min: 1, max: 20 }).map((entry) => `entry-${entry}`),
        number: fc.constant('XA-DTRC5-4GCS7'),
        arm: fc.record({ class: fc.constant('pistol' as const), year: fc.integer({ min: 1900, max: 2030 }) }),
        due: fc.constant('2024-01-01'),
        by: someone,
      },
      { requiredKeys: [] },
    ),
    recorded: fc.date({ min: new Date('2000-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
    entry: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ type, happened, more, recorded, entry }) => ({
    ...more,
    type,
    happened: at(happened),
    entry: `entry-${entry}`,
    recorded: recorded.toISOString(),
    operator: 'clerk',
  }));

test('A-02: the fold is total: no list of events makes it fail, and each lane names one at a time', () => {
  fc.assert(
    fc.property(fc.array(anyEvent, { maxLength: 25 }), (events) => {
      const state = armState(events);
      for (const lane of LANES) {
        const open = state.spans.filter((span) => span.lane === lane && span.to === undefined);
        assert.ok(open.length <= 1, lane);
        assert.equal(open[0]?.party, state.now[lane]);
      }
    }),
    { numRuns: 300 },
  );
});

test('A-02: a fold that is gone on with amounts to what folding everything anew does, wherever it was cut', () => {
  const mark = fc
    .constantFrom('A1', 'B2')
    .map((text): Mark => ({ kind: 'serial', part: 'frame', condition: 'legible', text }));
  const seldom = <Value>(arbitrary: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
    fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
  const drawn = fc.record({
    event: anyEvent,
    // What tells of the time before makes a fold begin anew, so few events tell such things.
    tells: seldom(fc.constant(true)),
    mark: seldom(mark),
    takesBack: seldom(fc.integer({ min: 0, max: 11 })),
  });
  type Drawn = typeof drawn extends fc.Arbitrary<infer One> ? One : never;
  const toldAs = ({ event, tells, mark, takesBack }: Drawn, n: number): RecordedEvent => {
    const { number: _number, arm: _arm, ...bare } = event;
    return {
      ...(tells ? event : bare),
      ...(mark ? { marks: [mark] } : {}),
      ...(takesBack === undefined ? {} : { type: 'corrected', about: `entry-${takesBack}` }),
      entry: `entry-${n}`,
    };
  };
  fc.assert(
    fc.property(fc.array(drawn, { maxLength: 12 }), fc.nat(12), fc.boolean(), (list, cut, isLatest) => {
      // Most of what is recorded happened last: half of the lists are such, the others come in any order.
      const events = list
        .map(toldAs)
        .map((event, n) => (isLatest ? { ...event, happened: at(`${1990 + n}-01-01`) } : event));
      const before = fold(events.slice(0, cut));
      assert.deepEqual(stateOf(foldOn(before, events.slice(cut))), armState(events));
      const steps = events.reduce((folded, event) => foldOn(folded, [event]), fold([]));
      assert.deepEqual(stateOf(steps), armState(events));
    }),
    { numRuns: 1000 },
  );
});

test('A-02: an event that a later version wrote changes nothing and hides nothing', () => {
  const unknown = told('teleported' as EventType, '2020-01-01');
  const inherited = told('constructor' as EventType, '2020-01-02');
  const state = armState([armyRifle(), unknown, inherited]);
  assert.equal(state.now.keeper, 'depot');
  assert.deepEqual(state.contradictions, []);
});

test('A-02: whatever the order of recording, events of distinct times amount to the same', () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(
      days,
      fc.array(anyEvent, { minLength: 12, maxLength: 12 }),
      fc.infiniteStream(fc.nat(1e6)),
      (when, drawn, stream) => {
        const shuffle = () => stream.next().value;
        // Corrections name what was recorded before them; here every event tells of the arm itself.
        const events = when.map((day, place) => {
          const { about: _about, ...event } = drawn[place]!;
          const happened = at(new Date(day * 86_400_000).toISOString().slice(0, 10));
          return { ...event, happened, entry: `entry-${place}` };
        });
        // Numbers are read from the first event that gives one, and lateness is about recording: neither is compared.
        const bare = (state: ReturnType<typeof armState>) => ({
          ...state,
          contradictions: state.contradictions.filter((one) => one.kind !== 'in-the-future'),
          since: Object.entries(state.since).map(([lane, { at, entry }]) => [lane, at, entry]),
          spans: state.spans.map(({ late: _late, ...span }) => span),
          findings: state.findings.map(({ recorded: _recorded, ...finding }) => finding),
        });
        const again = events
          .map((event) => ({ event, key: shuffle() }))
          .sort((a, b) => a.key - b.key)
          .map(({ event }, place) => ({ ...event, recorded: new Date(1.7e12 + place * 1000).toISOString() }));
        assert.deepEqual(bare(armState(again)), bare(armState(events)));
      },
    ),
    { numRuns: 200 },
  );
});

test('A-02: every event of the life cycle folds, with the status and lanes that its rule promises', () => {
  const to = { owner: 'o', unit: 'u', keeper: 'k', bearer: 'b' };
  for (const type of TYPES) {
    if (type === 'hand-over-confirmed' || type === 'corrected') continue;
    const state = armState([armyRifle(), told(type, '2020-02-02', { to })]);
    const rule = LIFE_CYCLE[type] as import('./life-cycle.ts').EventRule;
    assert.ok(state.exists);
    for (const lane of LANES) {
      const stood = { owner: 'army', unit: 'battalion', keeper: 'depot', bearer: undefined }[lane];
      const expected = rule.sets.includes(lane) ? to[lane] : rule.clears?.includes(lane) ? undefined : stood;
      if (lane === 'bearer' && rule.fills?.includes('bearer')) continue;
      assert.equal(state.now[lane], expected, `${type} ${lane}`);
    }
    if (rule.status && !rule.goesBack) assert.equal(state.status, rule.status, type);
    assert.equal(state.lastSeen !== undefined, rule.seen === true, type);
  }
});

test('A-02: what is recorded late takes its place in time, and is shown as late', () => {
  const issued = told('issued', '2020-05-01', { to: { bearer: 'guard' } });
  const moved = told('transferred', '2019-06-01', {
    to: { keeper: 'old depot' },
    recorded: '2023-01-01T00:00:00.000Z',
  });
  const back = told('received', '2019-09-01', { to: { keeper: 'depot' } });
  const state = armState([armyRifle(), issued, back, moved]);
  assert.equal(state.now.keeper, 'depot');
  assert.deepEqual(
    state.spans.filter((span) => span.lane === 'keeper').map(({ party, late }) => [party, late]),
    [
      ['depot', false],
      ['old depot', true],
      ['depot', false],
    ],
  );
});

test('a statement of unknown time counts as of when it was made', () => {
  const issued = told('issued', '2020-05-01', { to: { bearer: 'guard' } });
  const stolen = told('stolen', '', { recorded: '2021-03-01T09:00:00.000Z' });
  const state = armState([stolen, armyRifle(), issued]);
  assert.equal(state.status, 'stolen');
  assert.equal(state.lastLawful?.until, '');
});

test('a statement known to the year does not run ahead of what happened before it was made', () => {
  const issued = told('issued', '2021-03-01', { to: { bearer: 'guard' } });
  const lost = told('lost', '2021', { recorded: '2021-07-01T09:00:00.000Z' });
  const recovered = told('recovered', '2021-09-09', { to: { keeper: 'depot' } });
  assert.equal(armState([armyRifle(), issued, lost]).status, 'lost');
  assert.equal(armState([armyRifle(), lost, issued, recovered]).status, 'in-stock');
});

test('a vague beginning stays the beginning', () => {
  const made = told('manufactured', '2018', { to: { owner: 'maker' } });
  const exported = told('exported', '2018-06-01', { to: { owner: 'buyer' } });
  assert.equal(armState([exported, made]).status, 'exported');
});

test('PoA II.17: every arm shows when it was last seen and how; a way that was not stated is not taken for reading', () => {
  const seal = told('sighted', '2022-01-01', { how: 'sealed-crate', by: 'inspector' });
  const late = told('sighted', '2020-06-01', { how: 'scanned', recorded: '2023-01-01T00:00:00.000Z' });
  const undated = told('sighted', '', { how: 'read', recorded: '2023-01-01T00:00:00.000Z' });
  assert.equal(armState([armyRifle()]).lastSeen, undefined);
  const { lastSeen } = armState([armyRifle(), seal, late, undated]);
  assert.deepEqual([lastSeen?.at, lastSeen?.how, lastSeen?.by], ['2022-01-01', 'sealed-crate', 'inspector']);
  assert.equal(armState([armyRifle(), told('received', '2020-01-01')]).lastSeen?.how, 'not-stated');
  assert.deepEqual(armState([armyRifle(), seal]).now, armState([armyRifle()]).now);
});

test('a document added to the record moves nothing and is no sight of the arm', () => {
  const document = { id: 'd', kind: 'photograph', media: 'image/jpeg', digest: 'ff', bytes: 1 } as const;
  for (const before of [[], [told('stolen', '2019-02-02')], [told('destroyed', '2019-03-03')]]) {
    const events = [armyRifle(), ...before];
    const was = armState(events);
    const is = armState([...events, told('documented', '2020-01-01', { document })]);
    const answers = ({ now, status, lastSeen, contradictions, pending, lastLawful, spans }: typeof is) => [
      now,
      status,
      lastSeen,
      contradictions,
      pending,
      lastLawful,
      spans,
    ];
    assert.deepEqual(answers(is), answers(was));
  }
});
