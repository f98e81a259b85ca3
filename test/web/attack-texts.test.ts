/**
 * Hostile words in every field of every form, in every place of every address and in what follows it: shown as words or not
 * at all, never obeyed by the page, the database, the file system or a header; and nothing breaks.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Answer, encoded, FORM, send, type Target, target } from './attack-world.ts';
import { BREAKERS, listForeign } from './markup.ts';
import type { Officer } from './officer.ts';
import { type Ids, type Known, listVisits } from './routes.ts';
import { arm } from './told-arms.ts';

let t: Target;
let clerk: Officer;
before(async () => {
  t = await target();
  clerk = t.clerk;
});
after(() => t.close());

/** What every answer keeps to, whatever was asked. */
function assertSafe(answer: Answer, why: string): void {
  const { status, headers, text } = answer;
  assert.ok(status < 500, `${why}: ${status}`);
  assert.match(String(headers['content-security-policy']), /default-src 'none'/, why);
  assert.match(String(headers['cache-control']), /no-store/, why);
  assert.equal(headers['x-content-type-options'], 'nosniff', why);
  assert.ok(!String(headers['set-cookie']).includes('zq'), `${why} sets a cookie from outside`);
  assert.ok(
    headers.location === undefined || /^\/(?![/\\])/.test(String(headers.location)),
    `${why} leads away`,
  );
  const type = String(headers['content-type']);
  if (type.startsWith('text/html')) assert.deepEqual(listForeign(text), [], why);
}

function post(path: string, fields: Readonly<Record<string, string>>, who = clerk): Promise<Answer> {
  const headers = { ...FORM, origin: t.pages.address, cookie: who.cookie };
  return send(t.pages.address, path, { method: 'POST', headers, body: encoded(fields) });
}
function get(path: string, who = clerk): Promise<Answer> {
  return send(t.pages.address, path, { headers: { cookie: who.cookie } });
}

/** The fields of a form: those that we know, and those that its page has now. */
async function fieldsOf(visit: Known): Promise<Record<string, string>> {
  const page = await get(visit.path(t.own));
  const names = [...page.text.matchAll(/<(?:input|select|textarea)[^>]* name="([^"]+)"/g)].map(
    ([, name = '']) => [name, ''] as const,
  );
  return { ...Object.fromEntries(names), ...visit.fields };
}

/** Forms that end the session, and so the test, and those with which a password is checked at some cost. */
const APART: ReadonlySet<string> = new Set(['POST /sign-out']);
const COSTLY = /password|sign-in|link|second-factor/;
const POSTS = listVisits().filter(({ method, name }) => method === 'POST' && !APART.has(name));
const ALL_AT_ONCE = BREAKERS.join(' ');

for (const visit of POSTS)
  test(`hostile words in each field of ${visit.name} are words`, async () => {
    const path = visit.path(t.own);
    const fields = await fieldsOf(visit);
    for (const name of Object.keys(fields))
      assertSafe(await post(path, { ...fields, [name]: ALL_AT_ONCE }), `${visit.name} ${name}`);
    for (const words of COSTLY.test(visit.name) ? BREAKERS.slice(0, 4) : BREAKERS) {
      const hostile = Object.fromEntries(Object.keys(fields).map((name) => [name, words]));
      assertSafe(await post(path, hostile), `${visit.name}: ${words}`);
      assertSafe(await post(path, { ...fields, [words]: words }), `${visit.name}, a field called ${words}`);
    }
  });

test('what was sent above is stored as words: every page that shows it is whole', async () => {
  const search = await post('/find', { maker: BREAKERS[1]!, model: ALL_AT_ONCE.slice(0, 110) });
  const kept = String(search.headers.location);
  assertSafe(await post(`${kept}/name`, { name: BREAKERS[1]! }), 'the name of a search');
  const words = BREAKERS.join('\n');
  const { number } = await arm(t.w, {
    description: { class: 'pistol', maker: BREAKERS[0]!, model: BREAKERS[1]!, calibre: BREAKERS[2]! },
    marks: BREAKERS.filter((one) => !one.includes('\0')).map((text) => ({
      kind: 'serial',
      part: 'frame',
      text,
      condition: 'legible',
      note: words.replaceAll('\0', ''),
    })) as never,
    happened: '2020-01-02' as never,
  });
  const bad = BREAKERS[3]!;
  const said = {
    'when.year': '2024',
    mode: 'fact',
    place: bad,
    why: bad,
    'basis.kind': 'voucher',
    'basis.number': bad,
  };
  const told = await post(`/arms/${number}/record/found`, { ...said, 'to.keeper': bad });
  assertSafe(told, 'an event');
  const places = [
    '',
    '/record',
    '/record/sighted',
    '/hand-over',
    '/answer',
    '/correct',
    '/documents',
    '/registered',
  ];
  for (const lang of ['en', 'fr', 'ar'])
    for (const path of [
      kept,
      '/find',
      '/find?search=all',
      '/',
      '/drafts',
      ...places.map((one) => `/arms/${number}${one}`),
    ]) {
      const answer = await get(`${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      assert.equal(answer.status, 200, path);
      assertSafe(answer, path);
    }
});

test('hostile ids in every place of every address are ids of nothing', async () => {
  const ids = [
    '..%2f..%2f..%2fetc%2fpasswd',
    '%2e%2e%2f%2e%2e%2fkeys',
    '..%5c..%5ckeys',
    '%00',
    '%ff%fe',
    '%E2%80%AE',
    '%0d%0aset-cookie:%20zq=1',
    "'%20or%20'1'='1",
    '1;drop%20table%20arm',
    '%22%3E%3Czq-tag%3E',
    '__proto__',
    'constructor',
    'toString',
    '-1',
    '99999999999999999999',
    '%7B%22$gt%22:%22%22%7D',
    'x'.repeat(1500),
    '%C3%A9'.repeat(200),
    'null',
    'undefined',
    'NaN',
  ];
  const places: readonly (keyof Ids)[] = ['number', 'entry', 'document', 'draft', 'search', 'token', 'type'];
  for (const visit of listVisits().filter(({ name }) => !APART.has(name)))
    for (const place of places) {
      const own = visit.path(t.own);
      for (const id of ids) {
        const path = visit.path({ ...t.own, [place]: id });
        if (path === own) break;
        const answer = visit.method === 'GET' ? await get(path) : await post(path, visit.fields ?? {});
        assertSafe(answer, `${visit.name} ${place}=${id.slice(0, 40)}`);
        const isNothing =
          [400, 403, 404, 409, 414, 422, 503].includes(answer.status) || visit.name.endsWith('/forget');
        assert.ok(
          isNothing && answer.status !== 503,
          `${visit.name} ${place}=${id.slice(0, 40)}: ${answer.status}`,
        );
      }
    }
});

test('hostile words after any address are words, and lead nowhere', async () => {
  const names = [
    'lang',
    'to',
    'entry',
    'draft',
    'arm',
    'after',
    'last',
    'search',
    'serial',
    'maker',
    'class',
    'from',
    'path',
  ];
  for (const visit of listVisits().filter(({ method }) => method === 'GET'))
    for (const words of [...BREAKERS, '//evil.example', '/\\evil.example', 'x'.repeat(300)]) {
      const query = encoded(
        Object.fromEntries([...names, '__proto__', 'constructor', words].map((name) => [name, words])),
      );
      const path = visit.path(t.own).split('?')[0];
      assertSafe(await get(`${path}?${query}`), `${visit.name}?${words}`);
    }
});

test('a way back that came from outside leads to a page of this register', async () => {
  const away = [
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    ' //evil.example',
    '/\t/evil.example',
    '/\r\nset-cookie: zq=1',
    '%2f%2fevil.example',
    '/%0d%0aset-cookie:zq=1',
    '@evil.example',
    '.evil.example',
    '/..//evil.example',
    '/./\\evil.example',
  ];
  for (const to of away) {
    const asked = await get(`/account/purpose?to=${encodeURIComponent(to)}`);
    assertSafe(asked, `asked with ${to}`);
    const went = await post('/account/purpose', { purpose: 'case 118/23', to });
    assertSafe(went, `after ${to}`);
    const where = new URL(String(went.headers.location), t.pages.address);
    assert.equal(where.origin, t.pages.address, to);
    await post(`/find/s/${t.none.search}/forget`, { to }).then((answer) =>
      assertSafe(answer, `forgotten to ${to}`),
    );
    const signIn = await send(t.pages.address, '/sign-in', {
      method: 'POST',
      headers: { ...FORM, origin: t.pages.address },
      body: encoded({ login: 'nobody', password: 'q', to }),
    });
    assertSafe(signIn, `signing in with ${to}`);
  }
});

test('no wildcard, quote or comment in a field of a search finds more than its letters do', async () => {
  for (const name of ['serial', 'maker', 'model', 'calibre', 'keeper', 'unit', 'holder'])
    for (const words of ['%', '_______', "' or '1'='1", '\\', '*', "QXJ'||'7741"]) {
      const { location } = (await post('/find', { [name]: words })).headers;
      const found = location === undefined ? undefined : await get(String(location));
      assert.ok(found === undefined || !found.text.includes(t.own.number), `${name}=${words} finds an arm`);
    }
  assert.equal((await get(`/arms/${t.own.number}`)).status, 200, 'and every table stands');
});
