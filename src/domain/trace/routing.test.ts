/** Whom to ask comes in the order of C-04, each country once, none asked again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Happened } from '../base/happened.ts';
import type { TraceAnswer } from './answer.ts';
import { proposeAddressees } from './routing.ts';

const NOBODY = { own: 'XC', asked: [], answers: [], tied: [] };
const exported = (country: string): TraceAnswer => ({
  ...{ reference: 'XA-1', kind: 'full', chain: [], searched: [], withheld: [], limits: [] },
  exportedTo: { country, licence: 'E-12', happened: '2014' as Happened },
});
const told = (...given: Parameters<typeof proposeAddressees>) =>
  proposeAddressees(...given).map(({ country, reason }) => `${country} ${reason}`);

test('C-04: last import, then manufacture, then what the case ties in', () => {
  const item = { country: 'XA', importCountry: 'XB' };
  assert.deepEqual(told(item, { ...NOBODY, tied: ['XD', 'XA'] }), [
    ...['XB last-import', 'XA manufacture', 'XD tied-to-the-case'],
  ]);
});

test('C-10: where an answer says that it went on, that country stands first, with its licence', () => {
  const known = { ...NOBODY, asked: ['XA'], answers: [exported('XB')] };
  assert.deepEqual(proposeAddressees({ country: 'XA', importCountry: 'XD' }, known), [
    { country: 'XB', reason: 'exported-there', licence: 'E-12' },
    { country: 'XD', reason: 'last-import' },
  ]);
});

test('nobody asks the own State, a State that was asked, or one State twice', () => {
  const answers = [exported('XB'), exported('XC'), exported('XB')];
  assert.deepEqual(told({ country: 'XB' }, { ...NOBODY, answers }), ['XB exported-there']);
  assert.deepEqual(told({ country: 'XB' }, { ...NOBODY, asked: ['XB'], answers }), []);
  assert.deepEqual(told({}, NOBODY), []);
});
