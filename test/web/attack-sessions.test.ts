/**
 * Forced browsing, sessions and what comes beside a request: ids beyond the reach, planted tokens, postings changed under
 * way, files with lying names, too much of everything, names that are not ours, keys that are none of a form's.
 *
 * @clause J-02
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { makeHasher } from '../../src/acts/hasher.ts';
import { newId } from '../../src/acts/office.ts';
import { insertAccount, saveAccountName, savePassword } from '../../src/store/account.ts';
import { savePosting } from '../../src/store/posting.ts';
import { phonePhotograph } from '../acts/pictures.ts';
import { type Answer, encoded, FORM, ROLES, send, type Target, target } from './attack-world.ts';
import { listForeign } from './markup.ts';
import { type Ids, listVisits, mayVisit, reachOf } from './routes.ts';
import { party } from './told-arms.ts';

const PASSWORD = 'fourmi rouge sous la table';
let t: Target;
let elsewhere: string;
before(async () => {
  t = await target();
  elsewhere = await party(t.w, 'depot', 'Depot Sandor');
});
after(() => t.close());

function ask(path: string, cookie: string, fields?: Readonly<Record<string, string>>): Promise<Answer> {
  const headers = { cookie, origin: t.pages.address, ...(fields ? FORM : {}) };
  const wish = fields ? { method: 'POST', headers, body: encoded(fields) } : { headers };
  return send(t.pages.address, path, wish);
}

/** An answer without what differs at each request, and without the ids that were asked for. */
function bare(answer: Answer, ids: Ids): string {
  const headers = Object.entries(answer.headers).filter(
    ([name]) => !['x-request-id', 'date', 'content-length', 'etag'].includes(name),
  );
  let text = `${answer.status} ${JSON.stringify(headers)} ${answer.text}`;
  for (const id of Object.values(ids)) text = text.replaceAll(id, '·');
  return text;
}

for (const role of ROLES.filter((one) => one.powers['view-arm'] === 'own'))
  test(`what lies beyond the reach of ${role.name} answers byte for byte like what is not there`, async () => {
    const me = await t.staff(role.name, elsewhere);
    let compared = 0;
    for (const visit of listVisits().filter((one) => reachOf(role, one) === 'own' && mayVisit(role, one))) {
      const [beyond, nothing] = [visit.path(t.own), visit.path(t.none)];
      if (beyond === nothing) continue;
      const fields = visit.method === 'POST' ? { ...visit.fields } : undefined;
      const [there, none] = [await ask(beyond, me.cookie, fields), await ask(nothing, me.cookie, fields)];
      assert.equal(bare(there, t.own), bare(none, t.none), `${role.name} ${visit.name}`);
      assert.ok([404, 409].includes(there.status), `${role.name} ${visit.name}: ${there.status}`);
      compared++;
    }
    assert.ok(compared > 3, 'there was something to compare');
  });

/** Somebody with a password and these postings. */
async function hire(login: string, roles: readonly string[]): Promise<string[]> {
  const { office, db } = t.w;
  const account = newId(office);
  const created = new Date(office.clock()).toISOString();
  await insertAccount(db, {
    id: account,
    login,
    state: 'active',
    mustChange: false,
    language: 'en',
    created,
  });
  await saveAccountName(db, account, { salt: new Uint8Array(16), name: 'Awa Sorel' });
  await savePassword(db, account, await (await makeHasher()).hash(PASSWORD));
  const postings = roles.map((role) => ({
    id: newId(office),
    account,
    role,
    party: undefined,
    from: '2020-01-01',
  }));
  for (const posting of postings) await savePosting(db, { ...posting, until: undefined }, 'console');
  return postings.map(({ id }) => id);
}

async function signIn(
  login: string,
  cookie = '',
): Promise<{ readonly answer: Answer; readonly cookie: string }> {
  const answer = await ask('/sign-in', cookie, { login, password: PASSWORD, to: '/' });
  const [set = ''] = [answer.headers['set-cookie']].flat();
  return { answer, cookie: set.split(';')[0] ?? '' };
}

test('a session: a new token each time, in a cookie that no script reads, in no page and no address', async () => {
  await hire('session-1', ['registry-clerk']);
  const planted = `countermark-session=${'P'.repeat(43)}`;
  const { answer, cookie } = await signIn('session-1', planted);
  assert.equal(answer.status, 303);
  assert.match(String(answer.headers['set-cookie']), /; Path=\/; HttpOnly; SameSite=Strict$/);
  assert.notEqual(cookie, planted);
  assert.equal((await ask('/', planted)).status, 401, 'a token that was planted opens nothing');
  const token = cookie.split('=')[1]!;
  for (const visit of listVisits().filter(({ method }) => method === 'GET')) {
    const shown = await ask(visit.path(t.own), cookie);
    assert.ok(!shown.text.includes(token) && !String(shown.headers.location).includes(token), visit.name);
    assert.match(
      String(shown.headers['cache-control']),
      /no-store/,
      `${visit.name} is not shown by going back`,
    );
  }
  const again = await signIn('session-1', cookie);
  assert.notEqual(again.cookie, cookie);
});

test('two sessions of one account: signing out ends the one for good and leaves the other', async () => {
  await hire('session-2', ['registry-clerk']);
  const [one, two] = [await signIn('session-2'), await signIn('session-2')];
  for (const { cookie } of [one, two]) await ask('/account/purpose', cookie, { purpose: 'case 118/23' });
  const out = await ask('/sign-out', one.cookie, {});
  assert.match(String(out.headers['set-cookie']), /^countermark-session=; Max-Age=0/);
  assert.equal((await ask(`/arms/${t.own.number}`, one.cookie)).status, 401);
  assert.equal((await ask(`/arms/${t.own.number}`, two.cookie)).status, 200);
});

test('another posting counts from the next request on, its rights never beside those before, and nobody takes another’s', async () => {
  const [, , strange] = [
    ...(await hire('session-3', ['registry-clerk', 'administrator'])),
    ...(await hire('session-4', ['auditor'])),
  ];
  const [clerk = '', admin = ''] = (
    await t.w.db.rows<{ id: string }>(
      "select posting_id as id from posting join account using (account_id) where login = 'session-3' order by role desc",
    )
  ).map(({ id }) => id);
  const { cookie } = await signIn('session-3');
  assert.equal((await ask('/arms/x', cookie)).status, 303, 'without a posting there is nothing to see');
  await ask('/account/posting', cookie, { posting: clerk });
  await ask('/account/purpose', cookie, { purpose: 'case 118/23' });
  const path = `/arms/${t.own.number}/record/sighted`;
  const form = await ask(path, cookie);
  assert.equal(form.status, 200);
  assert.equal((await ask('/account/posting', cookie, { posting: strange! })).status, 404);
  await ask('/account/posting', cookie, { posting: admin });
  const [, act = ''] = /name="act" value="([^"]*)"/.exec(form.text) ?? [];
  const sent = {
    act,
    'when.year': '2024',
    how: 'scanned',
    why: 'from an old tab',
    posting: clerk,
    role: 'registry-clerk',
  };
  assert.equal(
    (await ask(path, cookie, sent)).status,
    403,
    'a form that was opened under the posting before',
  );
  assert.equal((await ask(`/arms/${t.own.number}`, cookie)).status, 403);
});

test('mass assignment: what a form has no field for is not taken from it', async () => {
  const { cookie } = t.clerk;
  const path = `/arms/${t.own.number}/record/sighted`;
  const form = await ask(path, cookie);
  const [, act = ''] = /name="act" value="([^"]*)"/.exec(form.text) ?? [];
  const own = { act, 'when.day': '3', 'when.month': '2', 'when.year': '2024', how: 'scanned', mode: 'fact' };
  const planted = {
    ...{ operator: 'somebody-else', role: 'administrator', scope: 'all', purpose: 'planted', account: 'x' },
    ...{
      recorded: '1999-01-01',
      entry: '1',
      arm: t.civil.number,
      type: 'destroyed',
      events: 'all',
      'to.owner': 'Depot Umbril',
    },
    ...{
      __proto__x: '1',
      'constructor.prototype.role': 'administrator',
      'arms[all]': 'all',
      state: 'destroyed',
    },
  };
  const done = await ask(path, cookie, {
    ...own,
    ...planted,
    ['__proto__']: 'all',
    '__proto__.powers': 'all',
  });
  assert.equal(done.status, 303);
  const [last] = await t.w.db.rows<{ body: unknown }>(
    'select body from ledger_entry order by entry_id desc limit 1',
  );
  const body = Buffer.isBuffer(last!.body) ? last!.body.toString('utf8') : JSON.stringify(last!.body);
  assert.match(body, /sighted/);
  assert.doesNotMatch(body, /planted|somebody-else|1999-01-01|destroyed|administrator|"owner"/);
  assert.equal(({} as Record<string, unknown>).powers, undefined);
});

test('of a field that comes twice one value counts, wherever it comes from', async () => {
  const { cookie } = t.clerk;
  const headers = { cookie, origin: t.pages.address, ...FORM };
  const body = 'purpose=first&purpose=case+7%2F26&to=//evil.example&to=/find';
  const went = await send(t.pages.address, '/account/purpose?purpose=address&to=/ledger', {
    method: 'POST',
    headers,
    body,
  });
  assert.deepEqual([went.status, went.headers.location], [303, '/find']);
  assert.match((await ask('/find', cookie)).text, /case 7\/26/);
});

test('a file with a lying name is kept under a name of ours, and goes out as a file', async () => {
  const expert = await t.staff('ballistics-expert');
  const names = [
    '../../keys/x.jpg',
    'x"\r\nset-cookie: zq=1.jpg',
    'x\u202egnp.exe',
    '<zq-tag>.jpg',
    'x'.repeat(3000),
    'a\0b.jpg',
  ];
  const path = `/arms/${t.own.number}/documents`;
  for (const name of names) {
    const form = await expert.get(path);
    const [, act = ''] = /name="act" value="([^"]*)"/.exec(form.text) ?? [];
    const file = new File([Uint8Array.from(await phonePhotograph())], name, { type: 'image/jpeg' });
    const done = await expert.post(path, { act, kind: 'photograph', title: name.slice(0, 100), file }, true);
    assert.equal(done.status, name.endsWith('.exe') ? 409 : 303, name.slice(0, 40));
    const shown = await expert.get(`/arms/${t.own.number}`);
    assert.deepEqual(listForeign(shown.text), [], name);
  }
  const documents = await t.w.db.rows<{ id: string }>('select document_id as id from document');
  for (const { id } of documents) {
    const original = await expert.get(`/documents/${id}/original`);
    assert.match(original.headers.get('content-disposition') ?? '', /^attachment; filename="[\w-]+\.\w+"$/);
    assert.equal(original.headers.get('content-type'), 'application/octet-stream');
    assert.match(original.headers.get('content-security-policy') ?? '', /^sandbox/);
    assert.equal(original.headers.get('set-cookie'), null);
  }
});

test('too much of anything is refused or left out, and never breaks a page', async () => {
  const { cookie } = t.clerk;
  const headers = { cookie, origin: t.pages.address, ...FORM };
  const large = encoded({ place: 'ا'.repeat(150_000), why: 'x' });
  const many = Array.from({ length: 60_000 }, (_, n) => `f${n}=1`).join('&');
  for (const visit of listVisits().filter(
    ({ method, name }) => method === 'POST' && name !== 'POST /sign-out',
  )) {
    for (const body of [large, many, '='.repeat(500_000), '%'.repeat(500_000), '%ED%A0%80=%ED%A0%80&a=%00'])
      assert.ok(
        (await send(t.pages.address, visit.path(t.own), { method: 'POST', headers, body })).status < 500,
        visit.name,
      );
    if (visit.files) continue;
    const over = Buffer.alloc(1_100_000, 'a');
    const wish = { method: 'POST', headers, body: over };
    // The answer may come, and the connection end, before all was sent; then the system may tell only of the end.
    const cutOff = (error: NodeJS.ErrnoException) => (/ECONNRESET|EPIPE/.test(String(error.code)) ? 413 : 0);
    const status = await send(t.pages.address, visit.path(t.own), wish).then((one) => one.status, cutOff);
    assert.equal(status, 413, visit.name);
  }
});

test('under a name that is not ours nothing is answered, and no header makes another name ours', async () => {
  const { cookie } = t.clerk;
  const port = new URL(t.pages.address).port;
  for (const host of [
    'evil.example',
    `evil.example:${port}`,
    `127.0.0.1:${port}@evil.example`,
    `127.0.0.1:${port}.evil.example`,
  ])
    for (const path of ['/', `/arms/${t.own.number}`, '/sign-in', '/account']) {
      const { status } = await send(t.pages.address, path, { headers: { host, cookie } });
      assert.ok(status === 421 || status === 400, `${host} ${path}: ${status}`);
    }
  const forwarded = {
    cookie,
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    forwarded: 'host=evil.example',
  };
  for (const visit of listVisits().filter(({ method }) => method === 'GET')) {
    const answer = await send(t.pages.address, visit.path(t.own), { headers: forwarded });
    assert.ok(
      !answer.text.includes('evil.example') && !String(answer.headers.location).includes('evil'),
      visit.name,
    );
    assert.equal(answer.headers['access-control-allow-origin'], undefined);
  }
});
