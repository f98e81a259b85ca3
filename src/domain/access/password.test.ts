/** Which passwords can be chosen: long ones in any script, not the first to be tried, not the login. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal } from '../base/refusal.ts';
import { isPasswordSized, normalisePassword, PASSWORD_LENGTH_MAX, refusePassword } from './password.ts';

const judged = (password: string, login = 'm.kasonga'): string => {
  const refused = refusePassword(password, login);
  return isRefusal(refused) ? refused.refused : 'taken';
};

test('long passwords are taken, whatever they are made of', () => {
  for (const password of [
    'marmite jaune',
    'tulipes et tramways',
    'كلمة سر طويلة',
    '7291 0382 4465',
    '🦉🌵🚲🎻🧲🪁🧭🪵🧶🫖🛶🪨',
  ])
    assert.equal(judged(password), 'taken', password);
  assert.equal(judged('x7!'.padEnd(PASSWORD_LENGTH_MAX, 'abcdefgh-ijk')), 'taken');
});

test('short ones are refused by the characters a person counts', () => {
  assert.equal(judged('marmite ver'), 'password-too-short');
  assert.equal(judged('🦉🌵🚲🎻🧲🪁'), 'password-too-short');
  assert.equal(judged(''), 'password-too-short');
});

test('what is tried first is refused, however it is dressed', () => {
  const common = [
    'password1234',
    'PassWord 1234',
    'Administrateur',
    'administrator-2026',
    'aaaaaaaaaaaa',
    'abababababab',
  ];
  for (const password of [
    ...common,
    '123456789012',
    'abcdefghijkl',
    'motdepasse!!!',
    'soleilsoleil',
    'Azertyuiop12',
  ])
    assert.equal(judged(password), 'password-too-common', password);
});

test('the login in it is refused, with and without its marks', () => {
  assert.equal(judged('m.kasonga-tramway'), 'password-holds-login');
  assert.equal(judged('Tramway MKasonga'), 'password-holds-login');
  assert.equal(judged('tramways et tulipes', 'tr'), 'taken', 'two letters stand in many words');
});

test('what is too long is refused before any work, and spellings of one password are one', () => {
  assert.equal(judged('ab'.repeat(1e6)), 'password-too-long');
  assert.ok(!isPasswordSized('a'.repeat(PASSWORD_LENGTH_MAX + 1)));
  assert.equal(
    normalisePassword('e\u0301te\u0301 a\u0300 la mer'),
    normalisePassword('\u00e9t\u00e9 \u00e0 la mer'),
  );
});
