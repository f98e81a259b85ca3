/** Every kind of contradiction reached, and the ordinary things beside each that must not raise it. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import {
  armyRifle,
  huntingRifle,
  NO_SERIAL,
  SERIAL,
  TRANSFER_MARK,
  told,
} from '../../../test/custody/telling.ts';
import type { ContradictionKind } from './arm-state.ts';
import type { RecordedEvent } from './event.ts';
import { armState } from './fold.ts';

const reached = new Set<ContradictionKind>();

/** The contradictions of a story, as "kind severity". */
function clashes(...events: readonly RecordedEvent[]): readonly string[] {
  const { contradictions, entries } = armState(events);
  assert.equal(entries, new Set(events.map((event) => event.entry)).size, 'every entry is kept');
  for (const one of contradictions) reached.add(one.kind);
  return contradictions.map(({ kind, severity }) => `${kind} ${severity}`);
}

const to = (keeper: string) => ({ to: { keeper } });

test('FP 6(2): recorded destroyed, then seized: the highest alarm, and both are kept', () => {
  const destroyed = told('destroyed', '2020-01-01');
  const seized = told('seized', '2021-01-01', to('police'));
  assert.deepEqual(clashes(armyRifle(), destroyed, seized), ['ended-then-seen highest']);
  const state = armState([armyRifle(), seized, destroyed]);
  assert.deepEqual(
    [state.contradictions[0]?.against, state.ended?.at, state.now.keeper],
    [destroyed.entry, '2020-01-01', 'police'],
  );
  assert.deepEqual(clashes(armyRifle(), seized, told('destroyed', '2022-01-01')), []);
});

test('FP 6(2): the record may go on after the end of the arm', () => {
  const destroyed = told('destroyed', '2018-01-01');
  const papers = [
    told('forfeited', '2020-01-01'),
    told('finding', '2020-01-02'),
    told('written-off', '2020-01-03'),
  ];
  assert.deepEqual(clashes(destroyed, armyRifle(), ...papers), []);
});

test('PoA II.16: destroyed twice is grave where the times differ', () => {
  assert.deepEqual(clashes(armyRifle(), told('destroyed', '2020-01-01'), told('destroyed', '2022-01-01')), [
    'ended-twice high',
  ]);
  assert.deepEqual(clashes(armyRifle(), told('destroyed', '2020-01-01'), told('expended', '2020')), [
    'ended-twice low',
  ]);
});

test('PoA II.17: given by somebody who does not keep it', () => {
  const given = told('transferred', '2020-01-01', {
    from: { keeper: 'stranger' },
    to: { keeper: 'other depot' },
  });
  assert.deepEqual(clashes(armyRifle(), given), ['given-by-another high']);
  assert.deepEqual(clashes(armyRifle(), { ...given, from: { keeper: 'depot' } }), []);
});

test('PoA II.17: two depots that both received it on one day; a day out and back is no clash', () => {
  const both = [told('received', '2020-01-01', to('one')), told('received', '2020-01-01', to('two'))];
  assert.deepEqual(clashes(armyRifle(), ...both), ['two-keepers-at-once high']);
  const outAndBack = [told('issued', '2020-01-01', to('post')), told('returned', '2020-01-01', to('depot'))];
  assert.deepEqual(clashes(armyRifle(), ...outAndBack), []);
  const taken = [told('issued', '2020-01-01', to('post')), told('seized', '2020-01-01', to('police'))];
  assert.deepEqual(clashes(armyRifle(), ...taken), []);
  const came = [told('issued', '2020-01-01', to('post')), told('received', '2020-01-01', to('depot'))];
  assert.deepEqual(clashes(armyRifle(), ...came), []);
});

test('PoA II.17: moved while it is missing; recovery and seizure are no such moves', () => {
  const stolen = told('stolen', '2020-01-01');
  assert.deepEqual(clashes(armyRifle(), stolen, told('transferred', '2020-02-01', to('x'))), [
    'moved-while-missing high',
  ]);
  for (const type of ['recovered', 'seized', 'found', 'surrendered', 'held-as-evidence'] as const)
    assert.deepEqual(clashes(armyRifle(), stolen, told(type, '2020-02-01', to('police'))), [], type);
});

test('PoA II.11: seen here after it left the country, unless it was imported or another State tells', () => {
  const exported = told('exported', '2020-01-01', { to: { owner: 'buyer abroad' } });
  assert.deepEqual(clashes(armyRifle(), exported, told('sighted', '2021-01-01')), ['abroad-then-here high']);
  assert.deepEqual(clashes(armyRifle(), exported, told('imported', '2021-01-01', to('depot'))), []);
  assert.deepEqual(clashes(armyRifle(), exported, told('seized', '2021-01-01', to('police abroad'))), []);
});

test('B-15: moved without a readable mark; to a store of evidence it may go', () => {
  const bare = { ...armyRifle(), marks: [NO_SERIAL] };
  assert.deepEqual(clashes(bare, told('issued', '2020-01-01', to('post'))), ['moved-unmarked high']);
  assert.deepEqual(clashes(bare, told('held-as-evidence', '2020-01-01', to('court'))), []);
  assert.deepEqual(
    clashes(bare, told('number-marked', '2020-01-01'), told('issued', '2020-02-01', to('post'))),
    [],
  );
});

test('B-15: what was read at registration stood on the arm before; what was engraved later did not', () => {
  const moved = told('transferred', '2018-01-01', {
    ...to('old depot'),
    recorded: '2023-01-01T00:00:00.000Z',
  });
  assert.deepEqual(clashes(moved, told('sighted', '2017-01-01'), armyRifle()), []);
  const bare = { ...armyRifle('2017-05-05'), marks: [NO_SERIAL] };
  assert.deepEqual(clashes(bare, moved, told('marked', '2020-01-01', { marks: [SERIAL] })), [
    'moved-unmarked high',
  ]);
});

test('B-03: sold out of State stocks without the transfer mark', () => {
  const sold = told('sold', '2020-01-01', { to: { owner: 'hunter' } });
  assert.deepEqual(clashes(armyRifle(), sold), ['sold-without-transfer-mark high']);
  assert.deepEqual(clashes(armyRifle(), told('sold-to-trade', '2020-01-01')), [
    'sold-without-transfer-mark high',
  ]);
  assert.deepEqual(clashes(armyRifle(), { ...sold, marks: [TRANSFER_MARK] }), []);
  assert.deepEqual(clashes(...huntingRifle(), sold), []);
});

test('times that cannot be: before it was made, and in the future', () => {
  const early = told('received', '1986-05-05', to('old depot'));
  assert.deepEqual(clashes(armyRifle(), early), ['before-made low']);
  const ahead = told('sighted', '2020-01-05', { recorded: '2020-01-01T12:00:00.000Z' });
  assert.deepEqual(clashes(armyRifle(), ahead), ['in-the-future low']);
  const year = told('sighted', '2030', { recorded: '2020-01-01T12:00:00.000Z' });
  assert.deepEqual(clashes(armyRifle(), year), ['in-the-future low']);
  const east = told('sighted', '2020-01-02', { recorded: '2020-01-01T14:00:00.000Z' });
  assert.deepEqual(clashes(armyRifle(), east), [], 'a morning in the east is not the future');
});

test('PoA II.3: a doubt that was known at recording becomes an alarm', () => {
  const sold = told('sold', '2020-01-01', { to: { owner: 'dealer' }, doubts: ['right-not-valid'] });
  assert.deepEqual(clashes(...huntingRifle(), sold), ['right-not-valid high']);
});

test('PoA II.17: the same party, or the same person, on both sides', () => {
  const self = told('transferred', '2020-01-01', { from: { keeper: 'depot' }, to: { keeper: 'depot' } });
  assert.deepEqual(clashes(armyRifle(), self), ['self-hand-over low']);
  const posted = told('hand-over-posted', '2020-01-01', { to: { keeper: 'other' }, operator: 'corporal' });
  const confirmed = told('hand-over-confirmed', '2020-01-02', { by: 'other', operator: 'corporal' });
  assert.deepEqual(clashes(armyRifle(), posted, confirmed), ['self-hand-over low']);
  assert.deepEqual(clashes(armyRifle(), posted, { ...confirmed, operator: 'sergeant' }), []);
});

test('FP 9: reactivated', () => {
  assert.deepEqual(clashes(armyRifle(), told('reactivated', '2020-01-01')), ['reactivated high']);
});

test('ITI 11: another serial read on the same part', () => {
  const other = { ...SERIAL, text: 'ZQ-0471' };
  assert.deepEqual(clashes(armyRifle(), told('mark-read', '2020-01-01', { marks: [other] })), [
    'mark-conflict low',
  ]);
  assert.deepEqual(clashes(armyRifle(), told('re-marked', '2020-01-01', { marks: [other] })), []);
});

test('the first irregularity is the first in time, whether an event or a contradiction', () => {
  const stolen = told('stolen', '2020-01-01');
  const late = told('transferred', '2019-05-05', { from: { keeper: 'stranger' }, to: { keeper: 'other' } });
  assert.equal(armState([armyRifle(), stolen]).firstIrregularity?.type, 'stolen');
  assert.equal(armState([armyRifle(), stolen, late]).firstIrregularity?.type, 'given-by-another');
});

after(() => {
  const kinds: Record<ContradictionKind, true> = {
    'ended-then-seen': true,
    'ended-twice': true,
    'given-by-another': true,
    'two-keepers-at-once': true,
    'moved-while-missing': true,
    'abroad-then-here': true,
    'moved-unmarked': true,
    'sold-without-transfer-mark': true,
    'before-made': true,
    'in-the-future': true,
    'right-not-valid': true,
    'self-hand-over': true,
    reactivated: true,
    'mark-conflict': true,
  };
  assert.deepEqual([...reached].sort(), Object.keys(kinds).sort());
});
