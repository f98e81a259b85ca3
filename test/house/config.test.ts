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

test('an address that others can reach needs TLS or a proxy that speaks it', () => {
  for (const host of ['0.0.0.0', '::', '192.0.2.7', '10.0.0.1'])
    assert.match(refusedBy({ HOST: host }), /setting HOST.*COUNTERMARK_TLS=local.*other machines can reach/);
  const names = { COUNTERMARK_HOSTS: 'register.example,192.168.1.10' };
  const doorOf = (env: Record<string, string>) => {
    const config = parseConfig(env);
    assert.ok(!isRefusal(config), JSON.stringify(config));
    return config.door;
  };
  const known = ['register.example', '192.168.1.10'];
  assert.deepEqual(doorOf({ HOST: '0.0.0.0', COUNTERMARK_TLS: 'local', ...names }), {
    tls: { kind: 'local' },
    proxies: [],
    names: known,
  });
  assert.deepEqual(doorOf({ HOST: '192.0.2.7', COUNTERMARK_TLS_CERT: '/c', COUNTERMARK_TLS_KEY: '/k' }), {
    tls: { kind: 'files', cert: '/c', key: '/k' },
    proxies: [],
    names: ['192.0.2.7'],
  });
  assert.deepEqual(doorOf({ HOST: '0.0.0.0', COUNTERMARK_PROXY: '10.0.0.2, 10.1.0.0/16', ...names }), {
    proxies: ['10.0.0.2', '10.1.0.0/16'],
    names: known,
  });
});

test('half a setting of the door, or two that exclude each other, is refused', () => {
  const tls = { COUNTERMARK_TLS: 'local' };
  const cases: readonly (readonly [Record<string, string>, RegExp])[] = [
    [{ ...tls, HOST: '0.0.0.0' }, /COUNTERMARK_HOSTS.*nothing came/],
    [{ COUNTERMARK_PROXY: '127.0.0.1' }, /COUNTERMARK_HOSTS.*nothing came/],
    [{ COUNTERMARK_HOSTS: 'register.example' }, /TLS or a proxy beside it/],
    [{ COUNTERMARK_TLS: 'yes' }, /the word local/],
    [{ COUNTERMARK_TLS_CERT: '/c' }, /COUNTERMARK_TLS_KEY.*only one of them/],
    [{ COUNTERMARK_TLS_KEY: '/k' }, /COUNTERMARK_TLS_CERT.*only one of them/],
    [{ ...tls, COUNTERMARK_TLS_CERT: '/c', COUNTERMARK_TLS_KEY: '/k' }, /both came/],
    [{ ...tls, COUNTERMARK_PROXY: '10.0.0.2' }, /COUNTERMARK_PROXY.*both came/],
    [{ ...tls, COUNTERMARK_HOSTS: 'a.example,b_c' }, /"b_c" came/],
    [{ ...tls, COUNTERMARK_HOSTS: 'http://a.example' }, /COUNTERMARK_HOSTS/],
    [{ ...tls, COUNTERMARK_HOSTS: Array(21).fill('a.example').join() }, /at most 20.*21 came/],
    [{ COUNTERMARK_BACKUP_HOURS: '0' }, /COUNTERMARK_BACKUP_HOURS/],
  ];
  for (const [env, says] of cases) assert.match(refusedBy(env), says);
  for (const proxy of ['*', '0.0.0.0/0', '10.0.0.0/4', 'proxy.example', '10.0.0.1/33', '::/0', '1.2.3.4/8/8'])
    assert.match(
      refusedBy({ COUNTERMARK_PROXY: proxy, COUNTERMARK_HOSTS: 'a.example' }),
      /none of them everybody/,
    );
});
