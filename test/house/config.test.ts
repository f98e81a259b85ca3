/** Settings are understood or refused with a sentence; a password never shows. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { parseConfig } from '../../src/main/config.ts';
import { formatSettingRefused, type SettingRefused } from '../../src/main/setting.ts';

function refusedBy(env: Record<string, string>): string {
  const config = parseConfig(env);
  assert.ok(isRefusal(config), JSON.stringify(env));
  return formatSettingRefused(config as SettingRefused);
}

test('with nothing set everything has a value, and only this machine can reach it', () => {
  const home = path.resolve(import.meta.dirname, '../../data');
  assert.deepEqual(parseConfig({}), { home, databaseUrl: undefined, host: '127.0.0.1', port: 3000 });
  assert.deepEqual(parseConfig({ PORT: '', HOST: '' }), parseConfig({}), 'an empty setting is none');
});

test('good values are taken', () => {
  const env = {
    COUNTERMARK_HOME: '/srv/register',
    COUNTERMARK_DATABASE_URL: 'postgresql://u@h/d',
    PORT: '0',
    HOST: '::1',
  };
  assert.deepEqual(parseConfig(env), {
    home: '/srv/register',
    databaseUrl: 'postgresql://u@h/d',
    host: '::1',
    port: 0,
  });
});

test('bad values are refused with what was expected and what came', () => {
  for (const port of ['65536', '-1', '3e3', ' 80', '0x50', '80 ', '999999999']) {
    assert.match(refusedBy({ PORT: port }), /setting PORT.*from 1 to 65535.*came/);
  }
  for (const host of ['example', '1.2.3', 'x'.repeat(500)]) assert.match(refusedBy({ HOST: host }), /HOST/);
  assert.ok(refusedBy({ HOST: 'x'.repeat(500) }).length < 300);
});

test('a refused database address does not show its password', () => {
  const sentence = refusedBy({ COUNTERMARK_DATABASE_URL: 'mysql://u:sesame@h/d' });
  assert.match(sentence, /postgresql:\/\//);
  assert.ok(!sentence.includes('sesame'));
});
