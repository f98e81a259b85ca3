/**
 * Over HTTP: whoever holds a role that demands a second factor and came in by the password alone is led to setting one up
 * from every address, told so on every page, and goes on at once when it is done. The page of a role shows and changes it.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import { CATALOGUES } from '../../src/doors/web/words/languages.ts';
import { type World, world } from '../world.ts';
import { officer, plain } from './officer.ts';
import { listVisits } from './routes.ts';
import { stranger } from './stranger.ts';
import { servePages } from './visitor.ts';

const PASSWORD = 'kesten bridge under seven lamps';
const SET_UP = '/account/second-factor';
let here: World;
let address: string;
before(async (t) => {
  here = await world({ demonstration: false });
  address = (await servePages(t as never, here.office)).address;
});
after(() => here.close());

const LACKING = /role="status">The role “\u2068?auditor\u2069?” demands a second factor\. Set one up now/;
/** Where a second factor is set up, and the language. */
const OPEN = /^(GET|POST) \/account\/(second-factor(\/confirm)?|passkey(\/confirm)?|language)$/;
const NOTHING = '0198c000-0000-7000-8000-0000000000ff';
const IDS = {
  ...{ number: 'XA-1', entry: NOTHING, document: NOTHING, draft: NOTHING, search: NOTHING, token: NOTHING },
  ...{ type: 'sighted', account: NOTHING, role: 'auditor', agency: NOTHING, contact: NOTHING },
  ...{ trace: NOTHING, request: NOTHING },
};

test('from every address the way leads to setting it up, and nothing is done on the way', async () => {
  const auditor = await officer(here, address, { role: 'auditor', secondFactor: false });
  const count = async () =>
    (await here.db.rows<{ n: number }>('select count(*) as n from ledger_entry'))[0]!.n;
  const before = await count();
  let tried = 0;
  for (const visit of listVisits().filter(({ who }) => who !== 'anybody')) {
    const path = visit.path(IDS);
    const answer = await (visit.method === 'GET'
      ? auditor.get(path)
      : auditor.post(path, visit.fields ?? {}));
    if (OPEN.test(visit.name)) {
      assert.notEqual(answer.location, SET_UP, visit.name);
      if (answer.headers.get('content-type')?.startsWith('text/html') && answer.status !== 303)
        assert.match(answer.text, LACKING, visit.name);
      continue;
    }
    // What was typed waits beside the way to set it up; where nothing was, that way is all there is.
    if (answer.status === 403) {
      assert.match(answer.text, new RegExp(`href="${SET_UP}"`), visit.name);
      const sent = Object.keys(visit.fields ?? {});
      for (const name of sent)
        assert.match(answer.text, new RegExp(`type="hidden" name="${name}"`), visit.name);
    } else assert.deepEqual([answer.status, answer.location?.split('?')[0]], [303, SET_UP], visit.name);
    tried++;
  }
  assert.ok(tried > 80, `${tried} addresses`);
  assert.equal(await count(), before);
  const missing = await auditor.get('/no-such-page');
  assert.equal(missing.status, 404);
  assert.match(missing.text, LACKING, 'on every page');
  assert.doesNotMatch(missing.text, /class="way"|class="quick"/, 'and no way about');
});

test('it is said in every language, and the language and signing out stay open', async () => {
  const auditor = await officer(here, address, { role: 'auditor', secondFactor: false });
  for (const [language, says] of [
    ['fr', /exige un second facteur/],
    ['ar', /يشترط الدور/],
  ] as const) {
    await auditor.post('/account/language', { language });
    const page = await auditor.get(SET_UP);
    assert.match(page.text, new RegExp(`<html lang="${language}" dir="${CATALOGUES[language].direction}"`));
    assert.match(page.text, says);
  }
  assert.equal((await auditor.post('/sign-out', {})).location, '/sign-in');
  assert.equal((await auditor.get(SET_UP)).location, '/sign-in');
});

test('a person who came by a link sets up an authenticator and is in at once, and keeps it', async () => {
  const admin = await officer(here, address, { role: 'administrator' });
  const wish = { name: 'Tomas Rell', login: 'rell.t', role: 'auditor' };
  const [, path = ''] =
    /http:\/\/[^<]*(\/link\/[\w-]+)/.exec((await admin.fill('/people/add', wish)).text) ?? [];
  const { ask } = stranger(address);
  assert.equal((await ask(path, { password: PASSWORD })).location, '/sign-in');
  const signedIn = await ask('/sign-in', { login: 'rell.t', password: PASSWORD, to: '/find' });
  assert.equal(signedIn.location, '/find');
  assert.equal((await ask('/find')).location, SET_UP);
  assert.match((await ask(SET_UP)).text, LACKING);
  const offer = await ask(SET_UP, { password: PASSWORD });
  assert.match(offer.text, LACKING);
  const field = (name: string) =>
    plain(new RegExp(`name="${name}" value="([^"]*)"`).exec(offer.text)?.[1] ?? '');
  const [uri, secret] = [field('uri'), field('secret')];
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const code = totp.generate({ timestamp: here.office.clock() });
  const wrong = await ask(`${SET_UP}/confirm`, {
    uri,
    secret,
    code: code === '000000' ? '000001' : '000000',
  });
  assert.equal(wrong.status, 409);
  assert.match(wrong.text, LACKING);
  const done = await ask(`${SET_UP}/confirm`, { uri, secret, code });
  assert.equal(done.status, 200);
  assert.doesNotMatch(done.text, LACKING);
  assert.match(done.text, /class="way"/, 'everything of the role is open');
  assert.equal((done.text.match(/<li><bdi dir="ltr" class="code">[A-Z0-9-]{29}/g) ?? []).length, 10);
  assert.equal((await ask('/account/purpose', { purpose: 'yearly audit', to: '/find' })).location, '/find');
  assert.equal((await ask('/find')).status, 200);

  const account = await ask('/account');
  assert.match(account.text, /demands it, so it cannot be removed/);
  assert.doesNotMatch(account.text, /second-factor\/remove/);
  const kept = await ask(`${SET_UP}/remove`, { password: PASSWORD });
  assert.equal(kept.status, 409);
  assert.match(
    kept.text,
    /role="alert">The role “[^”]*auditor[^”]*”, which you hold, demands a second factor/,
  );
  assert.equal((await ask('/find')).status, 200);
});

test('an administrator changes what a role demands, and it holds with the next request', async () => {
  const admin = await officer(here, address, { role: 'administrator' });
  const customs = await officer(here, address, { role: 'customs', secondFactor: false });
  assert.equal((await customs.get('/find')).status, 200);
  assert.match((await admin.get('/roles/customs')).text, /Not demanded: a password alone/);
  const form = await admin.get('/roles/customs/change');
  assert.doesNotMatch(form.text, /name="secondFactor"[^>]* checked/);
  assert.equal((await admin.fill('/roles/customs/change', { secondFactor: 'yes' })).status, 303);
  assert.match((await admin.get('/roles/customs')).text, /Demanded: whoever holds this role/);
  assert.match((await admin.get('/roles/customs/change')).text, /name="secondFactor"[^>]* checked/);
  assert.match((await admin.get('/rights')).text, /<h2 id="factor">/);
  assert.equal((await customs.get('/find')).location, SET_UP);
});

test('in a demonstration no role demands it, and the page of a role says why', async (t) => {
  const demo = await world();
  t.after(() => demo.close());
  const pages = await servePages(t, demo.office);
  const auditor = await officer(demo, pages.address, { role: 'auditor', secondFactor: false });
  assert.equal((await auditor.get('/find')).status, 200);
  const role = await auditor.get('/roles/administrator');
  assert.match(role.text, /No role of this invented State demands one/);
  assert.match(role.text, /as it came/);
  assert.doesNotMatch((await auditor.get('/roles/customs')).text, /invented State demands/);
});
