/** Agencies and units have a history of their own. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, party } from '../../../test/custody/telling.ts';
import { evolveParty, isCivil, PARTY_KINDS, type PartyEvent } from './party.ts';

const fold = (...events: readonly PartyEvent[]) =>
  events.reduce<ReturnType<typeof evolveParty> | undefined>(
    (unit, event) => evolveParty('u', unit, event),
    undefined,
  )!;

const recorded: PartyEvent = {
  type: 'party-recorded',
  happened: at('1990'),
  kind: 'unit',
  name: 'First Company',
  parent: 'army',
  usesRegister: true,
};

test('a unit that is renamed, placed elsewhere and merged keeps its id, its names and where it went', () => {
  const unit = fold(
    recorded,
    { type: 'party-renamed', happened: at('2001'), name: 'Second Company' },
    { type: 'party-placed', happened: at('2005'), parent: 'gendarmerie' },
    { type: 'party-merged', happened: at('2010'), into: 'third' },
  );
  assert.deepEqual(unit, {
    id: 'u',
    kind: 'unit',
    name: 'Second Company',
    names: [
      { name: 'First Company', from: '1990' },
      { name: 'Second Company', from: '2001' },
    ],
    parent: 'gendarmerie',
    state: 'merged',
    into: 'third',
    usesRegister: true,
  });
});

test('a disbanded unit is gone; what was never recorded is of unknown kind', () => {
  assert.equal(fold(recorded, { type: 'party-disbanded', happened: at('2010') }).state, 'disbanded');
  assert.equal(fold({ type: 'party-disbanded', happened: at('2010') }).kind, 'unknown');
});

test('FP 8(1)(c): companies, dealers, makers, guards and persons are no State bodies', () => {
  const civil = PARTY_KINDS.filter((kind) => isCivil(party('p', kind)));
  assert.deepEqual(civil, ['company', 'guard-company', 'dealer', 'maker', 'person']);
});
