/** Changes come from our own pages or from programs with a key; every answer carries the headers; cookies are our own. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Hono } from 'hono';
import { type Connection, knowConnection, LOOPBACK_ONLY } from '../../src/doors/web/connection.ts';
import { clearSessionCookie, findSessionToken, setSessionCookie } from '../../src/doors/web/cookies.ts';
import { protect } from '../../src/doors/web/guard.ts';
import { type World, world } from '../world.ts';
import { openDoor } from './door.ts';

let here: World;
before(async () => {
  here = await world();
});
after(() => here.close());

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

test('a change that did not come from our own pages is refused, by every sign a browser gives', async (t) => {
  const { ask, port } = await openDoor(t, here.office);
  const host = `127.0.0.1:${port}`;
  const strangers: readonly Readonly<Record<string, string>>[] = [
    {},
    { origin: 'null' },
    { origin: '' },
    { origin: 'https://evil.example' },
    { origin: `http://127.0.0.1:${port + 1}` },
    { origin: `https://${host}` },
    { origin: `http://${host}.evil.example` },
    { origin: `http://localhost:${port}` },
    { origin: `http://${host}`, 'sec-fetch-site': 'cross-site' },
    { origin: `http://${host}`, 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site' },
    { authorization: 'Bearer x', cookie: 'countermark-session=x' },
    { authorization: 'Bearer x', origin: 'https://evil.example' },
  ];
  for (const method of METHODS)
    for (const headers of strangers) {
      const answer = await ask('/find', { method, headers });
      assert.equal(answer.status, 403, `${method} ${JSON.stringify(headers)}`);
      assert.match(answer.text, /did not come from a page of this register/);
    }
});

test('our own pages and programs with a key may send changes', async (t) => {
  const { ask, port } = await openDoor(t, here.office);
  const own: readonly Readonly<Record<string, string>>[] = [
    { origin: `http://127.0.0.1:${port}`, 'sec-fetch-site': 'same-origin' },
    { origin: `http://127.0.0.1:${port}` },
    { 'sec-fetch-site': 'same-origin' },
    { host: `localhost:${port}`, origin: `http://LOCALHOST:${port}` },
    { authorization: 'Bearer x' },
  ];
  for (const headers of own) {
    const answer = await ask('/nothing', { method: 'POST', headers });
    assert.doesNotMatch(answer.text, /did not come from a page/, JSON.stringify(headers));
  }
});

test('every answer carries a strict policy and a number of its own', async (t) => {
  const { ask } = await openDoor(t, here.office);
  const seen = new Set<string>();
  for (const [path, method] of [
    ['/', 'GET'],
    ['/nothing', 'GET'],
    ['/healthz', 'GET'],
    ['/find', 'POST'],
  ] as const) {
    const { headers } = await ask(path, { method });
    assert.equal(
      headers['content-security-policy'],
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self'; font-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'same-origin');
    assert.equal(headers['x-frame-options'], 'DENY');
    assert.equal(headers['cross-origin-opener-policy'], 'same-origin');
    assert.equal(headers['cache-control'], 'no-store');
    assert.equal(
      headers['strict-transport-security'],
      undefined,
      'without TLS there is nothing to insist on',
    );
    assert.match(String(headers.vary), /Cookie/);
    seen.add(String(headers['x-request-id']));
  }
  assert.equal(seen.size, 4);
});

test('more than may be sent is refused before it is read', async (t) => {
  const { ask, port } = await openDoor(t, here.office);
  const headers = { origin: `http://127.0.0.1:${port}`, 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await ask('/nothing', {
    method: 'POST',
    headers: { ...headers, 'content-length': '9000000000' },
  });
  assert.equal(answer.status, 413);
});

/** A small application whose visitors come as we say. */
function cookieJar(secure: boolean): Hono {
  const app = new Hono();
  app.use(knowConnection({ ...LOOPBACK_ONLY, tls: secure }));
  app.get('/in', (context) => {
    setSessionCookie(context, 'token_123-abc', 3600);
    return context.text('in');
  });
  app.get('/out', (context) => {
    clearSessionCookie(context);
    return context.text('out');
  });
  app.get('/who', (context) => context.text(findSessionToken(context) ?? 'nobody'));
  return app;
}

test('the session cookie is for this host alone, read by no script, and sent from no other page', async () => {
  const peer = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
  const get = (secure: boolean, path: string, cookie = ''): Promise<Response> =>
    Promise.resolve(cookieJar(secure).request(path, { headers: { cookie } }, peer));
  assert.equal(
    (await get(true, '/in')).headers.get('set-cookie'),
    '__Host-countermark-session=token_123-abc; Max-Age=3600; Path=/; HttpOnly; Secure; SameSite=Strict',
  );
  assert.equal(
    (await get(false, '/in')).headers.get('set-cookie'),
    'countermark-session=token_123-abc; Max-Age=3600; Path=/; HttpOnly; SameSite=Strict',
  );
  assert.match(
    (await get(true, '/out')).headers.get('set-cookie') ?? '',
    /^__Host-countermark-session=; Max-Age=0; Path=\/; Secure/,
  );
  assert.equal(await (await get(true, '/who', '__Host-countermark-session=abc')).text(), 'abc');
  assert.equal(
    await (await get(true, '/who', 'countermark-session=abc')).text(),
    'nobody',
    'a neighbour can set that name',
  );
  assert.equal(await (await get(false, '/who', 'countermark-session=abc')).text(), 'abc');
  assert.equal(await (await get(false, '/who', 'countermark-session=a%0Ab')).text(), 'nobody');
  assert.equal(await (await get(false, '/who', `countermark-session=${'a'.repeat(300)}`)).text(), 'nobody');
});

test('forwarding headers are believed from named proxies alone', async () => {
  const seen = async (
    proxies: string[],
    peer: string,
    headers: Record<string, string>,
  ): Promise<Connection | number> => {
    const app = new Hono<{ Variables: { connection: Connection } }>();
    protect(app as unknown as Hono, { hosts: () => ['register.example'], reach: { tls: false, proxies } });
    app.get('/', (context) => context.json(context.get('connection')));
    const answer = await app.request(
      '/',
      { headers: { host: 'register.example', ...headers } },
      { incoming: { socket: { remoteAddress: peer } } },
    );
    return answer.status === 200 ? ((await answer.json()) as Connection) : answer.status;
  };
  const https = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '198.51.100.7' };
  assert.deepEqual(await seen(['10.0.0.0/8'], '10.1.2.3', https), {
    address: '198.51.100.7',
    secure: true,
    local: false,
  });
  assert.deepEqual(await seen(['10.1.2.3'], '::ffff:10.1.2.3', https), {
    address: '198.51.100.7',
    secure: true,
    local: false,
  });
  assert.equal(await seen(['10.1.2.3'], '10.1.2.4', https), 403, 'a neighbour of the proxy is no proxy');
  assert.equal(await seen([], '198.51.100.9', https), 403);
  assert.equal(await seen(['10.1.2.3'], '10.1.2.3', { 'x-forwarded-proto': 'http' }), 403);
  assert.equal(
    await seen(['10.1.2.3'], '10.1.2.3', {}),
    403,
    'a proxy that tells nothing is not believed to be safe',
  );
  assert.equal(await seen(['127.0.0.1'], '127.0.0.1', {}), 403, 'nor taken for a local visitor');
  assert.deepEqual(
    await seen([], '127.0.0.1', https),
    { address: '127.0.0.1', secure: false, local: true },
    'nobody is believed where no proxy is named',
  );
  const long = { ...https, 'x-forwarded-for': '6.6.6.6, 198.51.100.7, 10.9.9.9' };
  assert.deepEqual(
    await seen(['10.0.0.0/8'], '10.1.2.3', long),
    { address: '198.51.100.7', secure: true, local: false },
    'what a visitor wrote before the proxy is not his address',
  );
  assert.deepEqual(await seen(['10.0.0.0/8'], '10.1.2.3', { ...https, 'x-forwarded-for': 'rubbish' }), {
    address: '10.1.2.3',
    secure: true,
    local: false,
  });
});
