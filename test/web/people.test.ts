/**
 * People, roles, keys and agencies over HTTP: an administrator brings a person in with a link that works once; what the role
 * includes is all there is; what is taken away is gone with the next request; nobody changes their own rights; names from
 * outside are shown and never obeyed; what is sent twice is done once.
 */
import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import { type World, world } from '../world.ts';
import { type Answered, type Officer, officer, plain } from './officer.ts';
import { stranger } from './stranger.ts';
import { servePages } from './visitor.ts';

const PASSWORD = 'kesten bridge under seven lamps';
let here: World;
before(async () => {
  here = await world();
});
after(() => here.close());

type Stage = { readonly address: string; readonly admin: Officer };

async function stage(t: TestContext, language: 'en' | 'fr' | 'ar' = 'en'): Promise<Stage> {
  const { address } = await servePages(t, here.office);
  const admin = await officer(here, address, { role: 'administrator', name: 'Ines Marek', language });
  return { address, admin };
}

/** The account that a page of the person leads to. */
const accountIn = ({ text }: Answered): string => {
  const [, account] = /\/people\/([0-9a-f-]{36})/.exec(text) ?? [];
  assert.ok(account, text.slice(0, 2000));
  return account;
};

const linkIn = ({ text }: Answered): string | undefined => /http:\/\/[^<]*(\/link\/[\w-]+)/.exec(text)?.[1];

type Added = { readonly account: string; readonly path: string };

async function add(
  admin: Officer,
  login: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Added> {
  const answer = await admin.fill('/people/add', { name: 'Tomas Rell', login, role: 'keeper', ...more });
  assert.equal(answer.status, 200, answer.text.slice(0, 3000));
  const path = linkIn(answer);
  assert.ok(path, 'the link is shown');
  return { account: accountIn(answer), path };
}

async function signIn(address: string, login: string) {
  const { ask } = stranger(address);
  const answer = await ask('/sign-in', { login, password: PASSWORD });
  if (answer.status === 303) await ask('/account/purpose', { purpose: 'daily duty', to: '/' });
  return { ask, status: answer.status };
}

async function joined(stage: Stage, login: string, more?: Readonly<Record<string, string>>) {
  const added = await add(stage.admin, login, more);
  const set = await stranger(stage.address).ask(added.path, { password: PASSWORD });
  assert.equal(set.status, 303, set.text.slice(0, 2000));
  return { ...added, ...(await signIn(stage.address, login)) };
}

test('a person is added, the link works once, and the person sees what the role includes and no more', async (t) => {
  const on = await stage(t);
  const { account, path, ask } = await joined(on, 'rell.t');
  assert.equal((await stranger(on.address).ask(path)).status, 409);
  const home = await ask('/');
  assert.equal(home.status, 200);
  assert.match(home.text, /href="\/find"/);
  assert.doesNotMatch(home.text, /href="\/people"/);
  const list = await on.admin.get('/people');
  assert.match(list.text, new RegExp(`/people/${account}"><bdi>Tomas Rell</bdi>`));
  assert.match(list.text, /tag sound">active/);
});

test('addresses forced by another role are refused', async (t) => {
  const on = await stage(t);
  const { account } = await add(on.admin, 'forced.one');
  const keeper = await officer(here, on.address, { role: 'keeper' });
  const paths = ['/people', '/people/add', `/people/${account}`, `/people/${account}/suspend`];
  for (const path of paths) assert.equal((await keeper.get(path)).status, 403, path);
  const act = '0190a1b2-0000-7000-8000-00000000abcd';
  const deeds = ['suspend', 'reset', 'rename', 'post', 'reinstate'].map(
    (deed) => `/people/${account}/${deed}`,
  );
  for (const path of ['/people/add', ...deeds]) {
    const answer = await keeper.post(path, { act, name: 'X', login: 'x.y', role: 'administrator' });
    assert.equal(answer.status, 403, path);
  }
  const auditor = await officer(here, on.address, { role: 'auditor' });
  const page = await auditor.get(`/people/${account}`);
  assert.equal(page.status, 200);
  assert.doesNotMatch(page.text, /\/(suspend|reset|rename|post|end)"/);
  assert.match((await on.admin.get(`/people/${account}`)).text, /has not signed in yet/);
});

test('a posting that is ended and a suspension hold with the next request', async (t) => {
  const on = await stage(t);
  const one = await joined(on, 'ended.one');
  assert.equal((await one.ask('/find')).status, 200);
  const [, end = ''] =
    /href="([^"]*\/end\?posting=[^"]*)"/.exec((await on.admin.get(`/people/${one.account}`)).text) ?? [];
  const ended = await on.admin.fill(end, {});
  assert.equal(ended.location, `/people/${one.account}?done=ended`);
  assert.match((await on.admin.get(ended.location!)).text, /role="status">The posting is ended/);
  assert.equal((await one.ask('/find')).status, 401);

  const two = await joined(on, 'suspended.one');
  const asked = await on.admin.get(`/people/${two.account}/suspend`);
  assert.match(asked.text, /Suspend this person\?/);
  assert.equal((await two.ask('/find')).status, 200, 'asking suspends nobody');
  assert.equal((await on.admin.fill(`/people/${two.account}/suspend`, {})).status, 303);
  assert.equal((await two.ask('/find')).status, 401);
  assert.equal((await signIn(on.address, 'suspended.one')).status, 409);
  assert.equal((await on.admin.fill(`/people/${two.account}/reinstate`, {})).status, 303);
  assert.equal((await signIn(on.address, 'suspended.one')).status, 303);
});

test('nobody changes their own rights', async (t) => {
  const on = await stage(t);
  const list = await on.admin.get('/people?role=administrator');
  const own = [...list.text.matchAll(/\/people\/([0-9a-f-]{36})"><bdi>Ines Marek/g)].map(([, id]) => id!);
  const [account = ''] = own.slice(-1);
  const page = await on.admin.get(`/people/${account}`);
  assert.match(page.text, /your own account/);
  assert.doesNotMatch(page.text, /\/(suspend|reset|post)"|\/end\?/);
  const given = await on.admin.fill(`/people/${account}/post`, { role: 'auditor' });
  assert.equal(given.status, 409);
  assert.match(given.text, /role="alert">Nobody/);
  assert.match(given.text, /value="auditor" selected/, 'what was chosen is kept');
  assert.equal((await on.admin.fill(`/people/${account}/suspend`, {})).status, 409);
});

test('a form that is refused keeps what was typed and marks the field', async (t) => {
  const on = await stage(t);
  await add(on.admin, 'taken.login');
  const typed = { name: 'Second <b>One</b>', login: 'taken.login', role: 'keeper', until: '2031-05-06' };
  const taken = await on.admin.fill('/people/add', typed);
  assert.equal(taken.status, 409);
  assert.match(taken.text, /role="alert"/);
  assert.match(taken.text, /name="login" aria-describedby="[^"]*login-wrong" aria-invalid="true"/);
  assert.ok(taken.text.includes('value="Second &lt;b&gt;One&lt;/b&gt;"'));
  assert.match(taken.text, /value="2031-05-06"/);
  const odd = await on.admin.fill('/people/add', { ...typed, login: 'Not A Login' });
  assert.equal(odd.status, 422);
  assert.match(odd.text, /name="login"[^>]*aria-invalid/);
  const nowhere = await on.admin.fill('/people/add', {
    ...typed,
    login: 'nowhere.one',
    agency: 'No Such Depot',
  });
  assert.equal(nowhere.status, 422);
  assert.match(nowhere.text, /No agency or unit is called \u2068No Such Depot\u2069/);
});

test('the same submission sent twice adds one person and shows the link once', async (t) => {
  const on = await stage(t);
  const [, act = ''] = /name="act" value="([^"]*)"/.exec((await on.admin.get('/people/add')).text) ?? [];
  const fields = { act, name: 'Twice Sent', login: 'twice.sent', language: 'fr', role: 'keeper' };
  const [first, second] = [
    await on.admin.post('/people/add', fields),
    await on.admin.post('/people/add', fields),
  ];
  assert.ok(linkIn(first));
  assert.equal(second.status, 200);
  assert.equal(linkIn(second), undefined);
  assert.match(second.text, /shown when this was sent first/);
  const list = await on.admin.get('/people');
  assert.equal([...list.text.matchAll(/Twice Sent/g)].length, 1);
});

test('script and turned letters in a name are shown and never obeyed', async (t) => {
  const on = await stage(t);
  const name = '<script>alert(1)</script>\u202egnaL';
  const { account } = await add(on.admin, 'turned.name', { name });
  for (const path of ['/people', `/people/${account}`, `/people/${account}/suspend`]) {
    const { text } = await on.admin.get(path);
    assert.ok(text.includes('&lt;script&gt;alert(1)&lt;/script&gt;[U+202E]gnaL'), path);
    assert.doesNotMatch(text, /<script>|\u202e/, path);
  }
});

test('a new way in voids the first link, and no secret stands in an address', async (t) => {
  const on = await stage(t);
  const { account, path } = await add(on.admin, 'reset.one');
  const again = await on.admin.fill(`/people/${account}/reset`, {});
  const fresh = linkIn(again);
  assert.ok(fresh && fresh !== path);
  assert.equal(again.location, undefined);
  assert.match(again.text, /Hand it over in person/);
  assert.match(again.text, /<svg class="square" role="img"/);
  assert.equal((await stranger(on.address).ask(path)).status, 409);
  assert.equal((await stranger(on.address).ask(fresh)).status, 200);
});

test('the list goes by pages, and a person is found by login that stands in no address', async (t) => {
  const on = await stage(t);
  const sent = await on.admin.post('/people', { login: 'Reset.One' });
  assert.match(sent.location ?? '', /^\/people\/[0-9a-f-]{36}$/);
  assert.equal((await on.admin.post('/people', { login: 'nobody.here' })).status, 404);
  const invited = await on.admin.get('/people?state=invited');
  assert.match(plain(invited.text), /has not signed in yet/);
  assert.doesNotMatch(invited.text, /tag sound/);
});
