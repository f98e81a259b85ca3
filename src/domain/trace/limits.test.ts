/** Handling limits bind whoever holds what was told; one that cannot be read binds the most. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forbiddenBy, type Handling } from './limits.ts';
import { type HandlingLimit, LIMIT_CODES, type LimitCode, USES } from './request.ts';

const under = (code: string): readonly HandlingLimit[] => [{ code: code as LimitCode }];
const may = (code: string, handling: Handling): boolean => forbiddenBy(under(code), handling) === undefined;
const ONWARD: Handling = { to: 'another-state' };
const AGREED: Handling = { to: 'another-state', consent: 'Note 14/2026 of XA' };

test('ITI 15: what may not be passed on goes to another State only by a written consent', () => {
  for (const code of ['no-release-to-others', 'authorised-officials', 'other']) {
    assert.equal(may(code, ONWARD), false, code);
    assert.equal(may(code, { to: 'another-state', consent: '  ' }), false, code);
    assert.equal(may(code, AGREED), true, code);
  }
  assert.equal(may('purposes-of-the-iti', ONWARD), true);
});

test('ITI 15: the purposes of the instrument, and officials who are authorised', () => {
  const allowed = USES.filter((use) => may('purposes-of-the-iti', { to: 'proceedings', use }));
  assert.deepEqual(allowed, ['criminal-proceedings', 'finding-diversion', 'embargo-monitoring']);
  assert.equal(may('authorised-officials', { to: 'own-officials', isAuthorised: false }), false);
  assert.equal(may('authorised-officials', { to: 'own-officials', isAuthorised: true }), true);
  assert.equal(may('no-release-to-others', { to: 'own-officials', isAuthorised: false }), true);
});

test('C-09: a limit that is not known forbids even what a consent would allow; figures are never forbidden', () => {
  assert.equal(may('tomorrow-s-limit', AGREED), false);
  for (const code of [...LIMIT_CODES, 'tomorrow-s-limit']) assert.equal(may(code, { to: 'aggregate' }), true);
});

test('of several limits the one that forbids is told', () => {
  const limits: readonly HandlingLimit[] = [
    { code: 'purposes-of-the-iti' },
    { code: 'no-release-to-others' },
  ];
  assert.equal(forbiddenBy(limits, ONWARD)?.code, 'no-release-to-others');
  assert.equal(forbiddenBy([], ONWARD), undefined);
});
