/** Kinds of browsers: each by what it really sends, and nothing of what is sent in what is kept. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browserKind } from './browser.ts';

const SENT: readonly (readonly [string, string])[] = [
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Windows'],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
    'Chrome, Linux',
  ],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
    'Edge, Windows',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
    'Samsung Internet, Android',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.3 Safari/605.1.15',
    'Safari, macOS',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/142.0 Mobile/15E148 Safari/604.1',
    'Chrome, iOS',
  ],
];

test('a browser is known by what it sends', () => {
  for (const [sent, kind] of SENT) assert.equal(browserKind(sent), kind, sent);
});

test('of what is unknown or made up nothing is kept', () => {
  for (const sent of [
    undefined,
    '',
    'curl/8.5.0',
    '<script>alert(1)</script>',
    `${'x'.repeat(600)} Firefox/1`,
  ])
    assert.equal(browserKind(sent), '', String(sent));
  assert.equal(browserKind('Firefox/<b>9 Linux'), 'Firefox, Linux');
});
