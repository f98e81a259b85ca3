/**
 * Every address of the pages, by everybody who should not come to it: nobody, each role, an account that was suspended, a
 * session that ended; and every change sent from a stranger's page.
 *
 * @clause J-02
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { signOut } from '../../src/acts/end-sessions.ts';
import { suspendPerson } from '../../src/acts/suspend-person.ts';
import { deleteSessionsOf } from '../../src/store/session.ts';
import {
  type Answer,
  encoded,
  FORM,
  NO_TOKEN,
  ROLES,
  SECRETS,
  send,
  type Target,
  target,
} from './attack-world.ts';
import type { Officer } from './officer.ts';
import { type Known, listRoutes, listVisits, mayVisit, ROUTES } from './routes.ts';

let t: Target;
before(async () => {
  t = await target();
});
after(() => t.close());

/** Visits to a page as somebody, under the address of this register. */
function come(visit: Known, path: string, headers: Readonly<Record<string, string>>): Promise<Answer> {
  const own = { origin: t.pages.address, ...headers };
  if (visit.method === 'GET') return send(t.pages.address, path, { headers: own });
  const body = encoded(visit.fields ?? {});
  return send(t.pages.address, path, { method: 'POST', headers: { ...FORM, ...own }, body });
}

function assertTellsNothing(answer: Answer, why: string): void {
  for (const secret of SECRETS) assert.ok(!answer.text.includes(secret), `${why} tells "${secret}"`);
}

/** True of an answer that treats its visitor as nobody: asked to sign in, and told nothing. */
function assertNobody(visit: Known, answer: Answer, why: string): void {
  assertTellsNothing(answer, why);
  if (visit.who === 'own') {
    assert.equal(answer.status, 303, why);
    assert.equal(answer.headers.location, '/sign-in', why);
  } else {
    assert.equal(answer.status, 401, why);
    assert.match(answer.text, /name="password"/, why);
  }
}

const ASKED = listVisits().filter(({ who }) => who !== 'anybody');

test('every route of the application is known to these attacks', () => {
  assert.deepEqual(listRoutes().toSorted(), Object.keys(ROUTES).toSorted());
});

test('nobody is shown a record or let do anything, on any route', async () => {
  const kept = await t.countKept();
  for (const visit of ASKED)
    for (const cookie of [
      '',
      `countermark-session=${NO_TOKEN}`,
      `__Host-countermark-session=${t.clerk.cookie}`,
    ]) {
      const answer = await come(visit, visit.path(t.own), cookie ? { cookie } : {});
      assertNobody(visit, answer, `${visit.name} ${cookie.slice(0, 20)}`);
    }
  assert.equal(await t.countKept(), kept);
});

for (const role of ROLES)
  test(`${role.name}: on every route what the role includes, and a plain no to all else`, async () => {
    const me = await t.staff(role.name, t.unit);
    for (const visit of listVisits()) {
      // Signing out would end the journey here.
      if (visit.name === 'POST /sign-out') continue;
      const why = `${role.name}: ${visit.name}`;
      const answer = await come(visit, visit.path(t.idsFor(role, visit)), { cookie: me.cookie });
      assert.ok(answer.status < 500 && answer.status !== 401, `${why}: ${answer.status}`);
      if (!mayVisit(role, visit)) {
        // A form of a search that is refused keeps what was asked; a kept search is another's in any case.
        assert.ok(answer.status === 403 || answer.status === 303, `${why}: ${answer.status}`);
        if (answer.status === 303) assert.equal(await leadsTo(me, answer), 403, why);
        assertTellsNothing(answer, why);
      } else assert.notEqual(answer.status, 403, why);
      const isShown =
        visit.method === 'GET' &&
        Array.isArray(visit.who) &&
        !visit.absent &&
        visit.name !== 'GET /find/s/:id';
      if (mayVisit(role, visit) && isShown)
        assert.ok([200, 303].includes(answer.status), `${why}: ${answer.status}`);
    }
  });

async function leadsTo(me: Officer, answer: Answer): Promise<number> {
  return (await me.get(String(answer.headers.location))).status;
}

test("another person's draft and search are not there, for any role", async () => {
  for (const role of ROLES) {
    const me = await t.staff(role.name, t.unit);
    const gone: [string, string | undefined, number[]][] = [
      [`/drafts/${t.own.draft}`, undefined, [404]],
      [`/find/s/${t.own.search}`, undefined, [404, 403]],
      [`/find/s/${t.own.search}/name`, 'name', [404, 403]],
      [`/exports/ask/${t.own.search}`, undefined, [404, 403]],
      [`/exports/ask/${t.own.search}`, 'purpose', [404, 403]],
    ];
    for (const [path, field, statuses] of gone) {
      const answer = field ? await me.post(path, { [field]: 'mine now' }) : await me.get(path);
      assert.ok(statuses.includes(answer.status), `${role.name} ${path}: ${answer.status}`);
      assert.ok(!SECRETS.some((secret) => answer.text.includes(secret)));
    }
    await me.post(`/drafts/${t.own.draft}/forget`, {});
    await me.post(`/find/s/${t.own.search}/forget`, {});
    await me.post('/drafts', { draft: t.own.draft, path: '/register', place: 'overwritten' });
    const opened = await me.get(`/register?draft=${t.own.draft}`);
    assert.ok(!opened.text.includes('value="Depot Umbril"'), `${role.name} opens another's draft`);
  }
  assert.match((await t.clerk.get(`/register?draft=${t.own.draft}`)).text, /value="Depot Umbril"/);
  assert.equal((await t.clerk.get(`/find/s/${t.own.search}`)).status, 200);
});

test('an account that was suspended and a session that ended count for nothing on every route', async () => {
  const { w } = t;
  const ways: [string, (me: Officer, account: string) => Promise<unknown>][] = [
    [
      'suspended',
      (_, account) => suspendPerson.run(w.office, w.actor, suspendPerson.input.parse({ account })),
    ],
    ['signed out', (me) => signOut(w.office, me.cookie.split('=')[1]!)],
    ['ended by others', (_, account) => deleteSessionsOf(w.db, account)],
  ];
  for (const [how, end] of ways) {
    const me = await t.staff('registry-clerk');
    assert.equal((await me.get(`/arms/${t.own.number}`)).status, 200);
    const [last] = await w.db.rows<{ id: string }>(
      'select account_id as id from account order by account_id desc limit 1',
    );
    await end(me, last!.id);
    const kept = await t.countKept();
    for (const visit of ASKED)
      assertNobody(
        visit,
        await come(visit, visit.path(t.own), { cookie: me.cookie }),
        `${how}: ${visit.name}`,
      );
    assert.equal(await t.countKept(), kept);
  }
});

test("CSRF: no change is taken from a stranger's page, in whatever dress, on any route", async () => {
  const { address } = t.pages;
  const port = Number(new URL(address).port);
  const strangers: readonly Readonly<Record<string, string>>[] = [
    {},
    { origin: 'null' },
    { origin: 'https://evil.example' },
    { origin: `http://127.0.0.1:${port + 1}` },
    { origin: `${address}.evil.example` },
    { origin: address, 'sec-fetch-site': 'cross-site' },
    { origin: address, 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { referer: `${address}/` },
    { origin: 'https://evil.example', 'x-http-method-override': 'GET' },
    { origin: 'https://evil.example', authorization: 'Bearer x' },
    { origin: 'https://evil.example', 'x-forwarded-host': `127.0.0.1:${port}` },
  ];
  const types = [FORM['content-type'], 'text/plain', 'application/json', 'multipart/form-data; boundary=x'];
  const kept = await t.countKept();
  const { cookie } = t.clerk;
  for (const visit of listVisits().filter(({ method }) => method === 'POST'))
    for (const headers of strangers)
      for (const type of types) {
        const path = visit.path(t.own);
        const body = encoded(visit.fields ?? {});
        const wish = { method: 'POST', headers: { 'content-type': type, cookie, ...headers }, body };
        const answer = await send(address, path, wish);
        assert.equal(answer.status, 403, `${visit.name} ${JSON.stringify(headers)} ${type}`);
        assert.equal(answer.headers['set-cookie'], undefined);
        assert.match(answer.text, /did not come from a page of this register/);
      }
  assert.equal(await t.countKept(), kept);
  assert.equal((await t.clerk.get('/')).status, 200, 'nor was anybody signed out');
});

test('no page changes anything by being looked at, also under another method or a header that names one', async () => {
  const { cookie } = t.clerk;
  const kept = await t.countKept();
  for (const visit of listVisits().filter(({ method }) => method === 'POST')) {
    const path = visit.path(t.own);
    const query = `${path}${path.includes('?') ? '&' : '?'}${encoded({ ...visit.fields, _method: 'POST' })}`;
    for (const method of ['GET', 'HEAD']) {
      const headers = {
        cookie,
        'x-http-method-override': 'POST',
        'x-http-method': 'POST',
        'x-method-override': 'POST',
      };
      const answer = await send(t.pages.address, query, { method, headers });
      assert.ok(answer.status < 500, `${method} ${visit.name}: ${answer.status}`);
    }
  }
  assert.equal(await t.countKept(), kept);
  assert.equal((await t.clerk.get('/')).status, 200);
  for (const method of ['PUT', 'PATCH', 'DELETE', 'TRACE', 'OPTIONS', 'PROPFIND']) {
    const headers = { cookie, origin: t.pages.address };
    const answer = await send(t.pages.address, `/arms/${t.own.number}`, { method, headers });
    assert.ok([403, 404, 405, 501].includes(answer.status), `${method}: ${answer.status}`);
    assertTellsNothing(answer, method);
  }
});
