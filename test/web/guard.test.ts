/** What the pages keep from strangers: arms of a live home, answers under a false name, markup and signs from outside. */
import assert from 'node:assert/strict';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { serve } from '../../src/main/serve.ts';
import { world } from '../world.ts';
import { alarmArm, arm } from './told-arms.ts';
import { pagesOf, servePages } from './visitor.ts';

test('whoever is not signed in sees no arm, in a live home and in a demonstration', async (t) => {
  for (const demonstration of [false, true]) {
    const home = await world({ demonstration });
    t.after(() => home.close());
    const { number } = await alarmArm(home);
    await home.numbering.drain();
    const pages = await servePages(t, home.office);
    for (const path of [
      '/',
      `/arms/${number}`,
      `/arms/${number}/proof.json`,
      '/find?serial=ZN04471O',
      '/find',
    ]) {
      const answer = await pages.get(path, { headers: { 'accept-language': 'en' } });
      assert.equal(answer.status, 401, path);
      assert.match(answer.text, /Sign in/);
      assert.doesNotMatch(answer.text, /Kerem|Norvik|7\.62x39|<dt>/);
    }
  }
});

test('what stands on an arm is shown and never obeyed', async (t) => {
  const here = await world();
  t.after(() => here.close());
  const { number } = await arm(here, {
    description: { class: 'pistol', maker: '<script>alert(1)</script>', model: 'M\u202e07' },
    marks: [
      {
        kind: 'serial',
        part: 'frame',
        text: 'AB\u202e12"<b>\u0007',
        condition: 'legible',
        note: '</td><img src=x>',
      },
    ],
    happened: '2020-01-02' as never,
  });
  const pages = await pagesOf(t, here);
  for (const path of [
    `/arms/${number}`,
    '/find?search=all',
    '/find?maker=%3Cscript%3E&model=%22%3E%3Cb%3E',
  ]) {
    const { text } = await pages.get(`${path}${path.includes('?') ? '&' : '?'}lang=ar`);
    assert.doesNotMatch(text, /<script(?![^>]*src="\/assets\/)|<img|<b>/i, path);
    assert.ok(
      !text.includes('\u202e') && !text.includes('\u0007'),
      `${path} holds a sign that would be obeyed`,
    );
  }
  const page = await pages.get(`/arms/${number}?lang=en`);
  assert.ok(page.text.includes('[U+202E]') && page.text.includes('[U+0007]'));
  assert.ok(page.text.includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
});

test('every answer carries the policy, errors too, and no cookie', async (t) => {
  const here = await world();
  t.after(() => here.close());
  const pages = await pagesOf(t, here);
  const long = `/find?serial=${'A'.repeat(3000)}`;
  const asked: readonly (readonly [string, number])[] = [
    ['/', 200],
    ['/find?from=yesterday', 400],
    ['/find?class=tank', 400],
    ['/nothing', 404],
    ['/arms/XA-00000-00001', 404],
    [long, 414],
  ];
  for (const [path, status] of asked) {
    const answer = await pages.get(path);
    assert.equal(answer.status, status, path.slice(0, 40));
    assert.match(
      String(answer.headers['content-security-policy']),
      /^default-src 'none'; style-src 'self'; /,
    );
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
    assert.equal(answer.headers['referrer-policy'], 'same-origin');
    assert.equal(answer.headers['set-cookie'], undefined);
    assert.match(String(answer.headers['cache-control']), /no-store/);
    assert.match(answer.text, /<main id="main">/);
  }
});

test('a request under a name that is not ours is turned away', async (t) => {
  const here = await world();
  t.after(() => here.close());
  const pages = await servePages(t, here.office);
  const port = new URL(pages.address).port;
  for (const host of ['evil.example', `evil.example:${port}`, `127.0.0.1:${Number(port) + 1}`, 'localhost'])
    assert.equal((await pages.get('/', { headers: { host } })).status, 421, host);
  for (const host of [`127.0.0.1:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`])
    assert.equal((await pages.get('/', { headers: { host } })).status, 401, host);
});

test('a fault is said in words, and the log keeps what was searched for out', async (t) => {
  const here = await world();
  const pages = await pagesOf(t, here);
  await here.close();
  const answer = await pages.get('/find?serial=SECRET123&lang=en');
  assert.equal(answer.status, 500);
  assert.match(answer.text, /The page could not be made|Something went wrong/);
  assert.ok(pages.log.length > 0);
  assert.doesNotMatch(pages.log.join(), /SECRET123/);
});

test('an address that others could reach is refused without TLS', async (t) => {
  const here = await world();
  t.after(() => here.close());
  for (const host of ['0.0.0.0', '::', '192.0.2.7']) {
    const served = await serve(
      here.office,
      { home: tmpdir(), databaseUrl: undefined, host, port: 0 },
      () => {},
    );
    assert.ok(isRefusal(served) && served.refused === 'host-needs-tls', host);
  }
});
