/**
 * Roles, keys and agencies over HTTP: a role is copied, changed and held at once; nobody widens their own; what somebody else
 * changed meanwhile is not undone unseen; a key works until it is ended; agencies keep their names, and what was merged says so.
 */
import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import { listAgencies } from '../../src/acts/list-agencies.ts';
import { recordCourtOrder } from '../../src/acts/record-court-order.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { type World, world } from '../world.ts';
import { type Answered, fieldsOf, type Officer, officer, plain } from './officer.ts';
import { servePages } from './visitor.ts';

let here: World;
before(async () => {
  here = await world();
});
after(() => here.close());

async function stage(t: TestContext): Promise<{ readonly address: string; readonly admin: Officer }> {
  const { address } = await servePages(t, here.office);
  return { address, admin: await officer(here, address, { role: 'administrator', name: 'Ines Marek' }) };
}

const WHEN = { 'when.year': '2014', 'when.month': '5' };

/** Records an agency; gives its id. */
async function agency(
  admin: Officer,
  name: string,
  more: Readonly<Record<string, string>> = {},
): Promise<string> {
  const made = await admin.fill('/agencies/add', { name, kind: 'agency', ...WHEN, ...more });
  const [, id] = /^\/agencies\/([0-9a-f-]{36})\?done=recorded$/.exec(made.location ?? '') ?? [];
  assert.ok(id, made.text.slice(0, 3000));
  return id;
}

const cellsOf = ({ text }: Answered, act: string): string =>
  new RegExp(`<tr><th scope="row">${act}</th>(.*?)</tr>`).exec(text)?.[1] ?? '';

test('a role is copied under a new name, changed, and holds with the next request', async (t) => {
  const { address, admin } = await stage(t);
  const copied = await admin.fill('/roles/keeper/copy', { name: 'port-keeper', 'power.export-arms': '' });
  assert.equal(copied.location, '/roles/port-keeper?done=defined');
  const page = await admin.get(copied.location!);
  assert.match(page.text, /<bdi>port keeper<\/bdi>/);
  assert.match(page.text, /Finding arms<\/th><td>own arms/);
  assert.doesNotMatch(page.text, /Exporting arms/);
  const table = await admin.get('/rights');
  assert.match(cellsOf(table, 'Finding arms'), /port keeper/);
  assert.doesNotMatch(cellsOf(table, 'Exporting arms'), /port keeper/);

  const holder = await officer(here, address, { role: 'port-keeper' });
  assert.equal((await holder.get('/find')).status, 200);
  const changed = await admin.fill('/roles/port-keeper/change', { 'power.find-arms': '' });
  assert.equal(changed.status, 303, changed.text.slice(0, 2000));
  assert.equal((await holder.get('/find?maker=tarvos')).status, 403);
});

test('a name that is taken, a name that cannot be, and what changed meanwhile are said, all choices kept', async (t) => {
  const { admin } = await stage(t);
  const taken = await admin.fill('/roles/customs/copy', { name: 'keeper' });
  assert.equal(taken.status, 409);
  assert.match(taken.text, /role="alert">There is a role of that name already/);
  assert.match((await admin.get('/roles/keeper')).text, /as it came/);
  const odd = await admin.fill('/roles/customs/copy', { name: 'Port Keeper', 'sees.case': 'yes' });
  assert.equal(odd.status, 409);
  assert.match(odd.text, /name="name"[^>]*aria-invalid="true"/);
  assert.match(odd.text, /name="sees\.case" checked/);

  const stale = fieldsOf((await admin.get('/roles/reporting/change')).text);
  assert.equal((await admin.fill('/roles/reporting/change', { 'sees.site': 'yes' })).status, 303);
  const late = await admin.post('/roles/reporting/change', { ...stale, 'sees.case': 'yes' });
  assert.equal(late.status, 409);
  assert.match(late.text, /Somebody has changed this role meanwhile/);
  assert.match((await admin.get('/roles/reporting')).text, /units, depots and sites/);
});

test('nobody changes a role that they hold, and others get no form at all', async (t) => {
  const { address, admin } = await stage(t);
  assert.doesNotMatch((await admin.get('/roles/administrator')).text, /administrator\/change/);
  const own = await admin.fill('/roles/administrator/change', { 'power.find-arms': 'all' });
  assert.equal(own.status, 409);
  assert.match(own.text, /role="alert">Nobody/);
  const auditor = await officer(here, address, { role: 'auditor' });
  assert.equal((await auditor.get('/roles')).status, 200);
  assert.doesNotMatch((await auditor.get('/roles/keeper')).text, /\/(change|copy)"/);
  const keeper = await officer(here, address, { role: 'keeper' });
  for (const path of [
    '/roles',
    '/rights',
    '/roles/keeper',
    '/roles/keeper/change',
    '/keys',
    '/keys/make',
    '/agencies/add',
  ])
    assert.equal((await keeper.get(path)).status, 403, path);
  for (const path of ['/roles/keeper/change', '/roles/keeper/copy', '/keys/make', '/agencies/add'])
    assert.equal((await keeper.post(path, { name: 'x' })).status, 403, path);
  assert.equal((await auditor.post('/roles/keeper/change', { 'power.find-arms': 'all' })).status, 403);
});

test('a key shows its secret once, works, and is nothing after its end', async (t) => {
  const { address, admin } = await stage(t);
  const form = fieldsOf((await admin.get('/keys/make')).text);
  const name = 'Desk <i>1</i>\u202e';
  const typed = { ...form, name, role: 'exchange-clerk', perMinute: '30' };
  const [made, again] = [await admin.post('/keys/make', typed), await admin.post('/keys/make', typed)];
  const [, secret = ''] = /one-time-link"><bdi dir="ltr" class="code">([^<]+)</.exec(made.text) ?? [];
  assert.ok(secret.length > 30, made.text.slice(0, 3000));
  assert.match(again.text, /shown when this was sent first/);
  const asks = (): Promise<Response> =>
    fetch(`${address}/api/v1/find-arms`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}` },
      body: '{}',
    });
  const before_ = (await asks()).status;
  const list = await admin.get('/keys');
  assert.ok(list.text.includes('Desk &lt;i&gt;1&lt;/i&gt;[U+202E]'));
  assert.equal([...list.text.matchAll(/\/keys\/[0-9a-f-]{36}\/end/g)].length, 1, 'sent twice, made once');
  const [end = ''] = /\/keys\/[0-9a-f-]{36}\/end/.exec(list.text) ?? [];
  assert.equal((await admin.fill(end, {})).location, '/keys?done=ended');
  assert.equal((await asks()).status, 401);
  assert.notEqual(before_, 401);
  const wrong = await admin.fill('/keys/make', {
    name: 'Old',
    role: 'exchange-clerk',
    expires: '2001-01-01',
  });
  assert.equal(wrong.status, 409);
  assert.match(wrong.text, /name="expires"[^>]*aria-invalid="true"/);
  const rights = await admin.fill('/keys/make', { name: 'Mighty', role: 'administrator' });
  assert.equal(rights.status, 409);
});

test('agencies stand as a tree, keep every name with its time, and say what was merged into what', async (t) => {
  const { admin } = await stage(t);
  const guard = await agency(admin, 'Garde de Kerem');
  const depot = await agency(admin, 'Dépôt <Nord>', { kind: 'depot', agency: 'garde de kerem' });
  const old = await agency(admin, 'Port police', { kind: 'unit', agency: 'Garde de Kerem' });
  const renamed = await admin.fill(`/agencies/${depot}/rename`, { name: 'Dépôt Est', 'when.year': '2019' });
  assert.equal(renamed.status, 303, renamed.text.slice(0, 2000));
  const page = await admin.get(`/agencies/${depot}`);
  assert.match(
    page.text,
    /<bdi>Dépôt &lt;Nord&gt;<\/bdi><\/th><td class="day">May 2014<\/td><td class="day">2019/,
  );
  assert.match(page.text, /<bdi>Dépôt Est<\/bdi><\/th><td class="day">2019<\/td><td class="day">today/);
  const merged = await admin.fill(`/agencies/${old}/merge`, { agency: 'Dépôt Est', 'when.unknown': 'yes' });
  assert.equal(merged.status, 303, merged.text.slice(0, 2000));
  assert.match(
    (await admin.get(`/agencies/${old}`)).text,
    new RegExp(`Merged into</dt><dd><strong><a href="/agencies/${depot}"`),
  );
  assert.match(
    (await admin.get(`/agencies/${depot}`)).text,
    new RegExp(`Was merged into it.*/agencies/${old}"`, 's'),
  );
  const tree = await admin.get('/agencies');
  assert.match(
    tree.text,
    new RegExp(`${guard}"><bdi>Garde de Kerem</bdi></a>.*?<ul><li><a href="/agencies/${depot}"`, 's'),
  );
  assert.doesNotMatch(tree.text, /Port police/);
  assert.match((await admin.get('/agencies?gone=yes')).text, /Port police/);
  const gone = await admin.fill(`/agencies/${old}/rename`, { name: 'Anew', ...WHEN });
  assert.equal(gone.status, 409);
});

test('a name that two bear comes back as a choice; an agency that is named by nobody is said', async (t) => {
  const { admin } = await stage(t);
  const one = await agency(admin, 'Twin depot', { kind: 'depot' });
  await agency(admin, 'Twin Depot', { kind: 'unit' });
  const asked = await admin.fill('/people/add', {
    name: 'A B',
    login: 'twin.one',
    role: 'keeper',
    agency: 'twin depot',
  });
  assert.equal(asked.status, 422);
  assert.match(asked.text, new RegExp(`type="radio" name="agency.is" id="agency.${one}"`));
  const chosen = await admin.post('/people/add', { ...fieldsOf(asked.text), 'agency.is': one });
  assert.equal(chosen.status, 200);
  assert.match(chosen.text, /class="card slip"/);
  const posted = await admin.get(`/people?party=${one}`);
  assert.match(posted.text, /twin\.one/);
  assert.doesNotMatch(posted.text, /Ines Marek<\/bdi><\/a><\/th>/);
  const typed = { name: 'Lost', ...WHEN, agency: 'No such body' };
  const nowhere = await admin.fill('/agencies/add', typed);
  assert.equal(nowhere.status, 422);
  assert.match(plain(nowhere.text), /No agency or unit is called/);
  const undated = await admin.fill('/agencies/add', { name: 'Undated' });
  assert.equal(undated.status, 422);
  assert.match(undated.text, /value="Undated"/);
});

test("a court's order about an agency stands in its history, on its page and for programs", async (t) => {
  const { admin } = await stage(t);
  const id = await agency(admin, 'Ordered');
  const order = { authority: 'Court of Norveth', number: '3/26', date: '2026-02-28' };
  const ordered = { subject: id, order };
  const done = await recordCourtOrder.run(here.office, here.actor, recordCourtOrder.input.parse(ordered));
  assert.ok(!isRefusal(done), JSON.stringify(done));
  const page = await admin.get(`/agencies/${id}`);
  assert.equal(page.status, 200);
  assert.match(cellsOf(page, 'order of a court'), /28 February 2026/);
  const asked = listAgencies.input.parse({ ids: [id], history: true });
  const told = await listAgencies.run(here.office, here.actor, asked);
  assert.ok(!isRefusal(told));
  listAgencies.output!.parse(JSON.parse(JSON.stringify(told)));
});
