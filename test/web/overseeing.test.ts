/** Emergency access and who looked, over real HTTP: opened with a reason, told to those who oversee, reviewed by another. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type World, world } from '../world.ts';
import { type Officer, officer } from './officer.ts';
import { arm, party } from './told-arms.ts';
import { servePages } from './visitor.ts';

const HOLDER = 'Zelda Quorn';
const DEPOT = 'Depot Omber';
const REASON = 'Shots are reported where this arm is kept';
let here: World;
let number: string;

before(async () => {
  here = await world();
  const [keeper, owner] = [await party(here, 'depot', DEPOT), await party(here, 'person', HOLDER)];
  const told = await arm(here, {
    marks: [{ kind: 'serial', part: 'frame', text: 'KJT82100', condition: 'legible' }],
    to: { keeper, owner },
    happened: '2019-04-01' as never,
  });
  number = told.number;
  await here.numbering.drain();
});
after(() => here.close());

type Opens = (role: string, name?: string) => Promise<Officer>;
const people =
  (address: string): Opens =>
  (role, name = 'Awa Sorel') =>
    officer(here, address, { role, name });

test('J-02: a reason opens one arm at once, a band says until when, and a supervisor’s verdict ends it', async (t) => {
  const opens = people((await servePages(t, here.office)).address);
  const [detective, other] = [await opens('investigator', 'Ilse Varn'), await opens('investigator')];
  const path = `/arms/${number}`;
  const closed = (await detective.get(path)).text;
  assert.ok(closed.includes(`${path}/emergency`));
  assert.ok(!closed.includes(HOLDER) && !closed.includes(DEPOT));
  const short = await detective.fill(`${path}/emergency`, { reason: 'soon' });
  assert.equal(short.status, 422);
  assert.match(short.text, /<textarea id="reason"[^>]*aria-invalid="true"[^>]*>soon</);
  const sent = await detective.fill(`${path}/emergency`, { reason: REASON });
  assert.deepEqual([sent.status, sent.location], [303, path]);
  const open = (await detective.get(path)).text;
  assert.ok(open.includes(HOLDER) && open.includes(DEPOT));
  assert.match(open, /class="alarm doubt emergency" role="status">Emergency access: .* until /);
  assert.ok(!(await other.get(path)).text.includes(HOLDER), 'it opens for one person');
  assert.ok(!(await detective.get('/find?search=all')).text.includes(DEPOT), 'it opens this page alone');
  const supervisor = await opens('supervisor');
  const list = (await supervisor.get('/emergencies')).text;
  assert.ok(list.includes(REASON) && list.includes('Ilse Varn') && list.includes(number));
  const [, review = ''] = /href="(\/emergencies\/[0-9a-f-]{36})"/.exec(list) ?? [];
  assert.match((await supervisor.get(review)).text, /looking at an arm/);
  const empty = await supervisor.fill(review, { words: 'No call was logged.' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /No call was logged\./);
  const done = await supervisor.fill(review, { verdict: 'not-justified', words: 'No call was logged.' });
  assert.deepEqual([done.status, done.location], [303, '/emergencies']);
  assert.ok(!(await detective.get(path)).text.includes(HOLDER), 'a bad verdict ends it');
  assert.match((await supervisor.get('/emergencies')).text, /None waits for review/);
  assert.match((await supervisor.get('/emergencies?all=1')).text, /Not justified/);
  assert.equal((await supervisor.get(review)).status, 409);
});

test('who sees everything of an arm is offered no emergency access, and whom it is not for is refused', async (t) => {
  const opens = people((await servePages(t, here.office)).address);
  const clerk = await opens('registry-clerk');
  assert.ok(!(await clerk.get(`/arms/${number}`)).text.includes('/emergency"'));
  assert.equal((await clerk.get(`/arms/${number}/emergency`)).status, 403);
  assert.equal((await clerk.post(`/arms/${number}/emergency`, { reason: REASON })).status, 403);
  assert.equal((await clerk.get('/emergencies')).status, 403);
});

test('J-04: who looked at an arm is told by name and purpose, to those whose role says so', async (t) => {
  const opens = people((await servePages(t, here.office)).address);
  const clerk = await opens('registry-clerk', 'Oda Pell');
  await clerk.get(`/arms/${number}`);
  const auditor = await opens('auditor');
  const looks = (await auditor.get(`/arms/${number}/reads`)).text;
  assert.match(looks, /Oda Pell[\s\S]*?looking at an arm[\s\S]*?case 118\/23/);
  assert.equal((await clerk.get(`/arms/${number}/reads`)).status, 403);
  assert.equal((await auditor.get(`/reads?arm=${number}`)).location, `/arms/${number}/reads`);
  assert.equal((await auditor.get('/reads?from=2020-01-01&to=2021-01-01')).status, 409);
});

test('J-11: searches by a name, for oneself, and refused tries are told from other looks', async (t) => {
  const opens = people((await servePages(t, here.office)).address);
  const [curious, plain] = [await opens('registry-clerk', HOLDER), await opens('registry-clerk', 'Oda Pell')];
  for (const who of [curious, plain]) {
    const { location = '' } = await who.post('/find', { holder: HOLDER });
    assert.equal((await who.get(location)).status, 200);
    await who.get('/find?search=all');
    await who.get('/emergencies');
  }
  const supervisor = await opens('supervisor');
  const flagged = (await supervisor.get('/reads?flagged=yes')).text;
  assert.match(flagged, /finding arms <span class="tag grave">for oneself/);
  assert.match(flagged, /finding arms <span class="tag late">by a holder’s name/);
  assert.match(flagged, /not permitted/);
  assert.doesNotMatch(flagged, /finding arms<\/td>/);
  assert.match((await supervisor.get('/reads')).text, /finding arms<\/td>/);
});

test('J-11: a sample keeps its lot in its address and draws the same looks again', async (t) => {
  const opens = people((await servePages(t, here.office)).address);
  const supervisor = await opens('supervisor');
  const drawn = await supervisor.get('/reads/sample');
  assert.equal(drawn.status, 303);
  assert.match(drawn.location ?? '', /^\/reads\/sample\?lot=\d+$/);
  const page = await supervisor.get(drawn.location!);
  assert.match(page.text, /Lot /);
  assert.match(page.text, /<td class="day">/);
});

test('J-11: a pattern is a sentence with a way to its looks, on the first page and on its own', async (t) => {
  const opens = people((await servePages(t, here.office)).address);
  const kin = await opens('registry-clerk', 'Mirko Quorn');
  assert.equal((await kin.get(`/arms/${number}`)).status, 200);
  const supervisor = await opens('supervisor');
  for (const path of ['/', '/reads/patterns?lang=en']) {
    const { text } = await supervisor.get(path);
    assert.match(text, /Mirko Quorn[^<]*: arms of a person of the same family name \([^)]*1[^)]*\)/, path);
    assert.doesNotMatch(text, /The person is/, 'a supervisor learns no holder');
    assert.match(text, /href="\/reads\?operator=[0-9a-f-]{36}&amp;from=/);
  }
  assert.match((await (await opens('auditor')).get('/reads/patterns')).text, /The person is .?Zelda Quorn/);
  const says = { fr: /armes d’une personne portant le même nom de famille/, ar: /يحمل اسم العائلة نفسه/ };
  for (const [language, sentence] of Object.entries(says))
    assert.match((await supervisor.get(`/reads/patterns?lang=${language}`)).text, sentence);
  assert.equal((await kin.get('/reads/patterns')).status, 403);
});

test('J-04: an auditor’s first page tells changes of the day and what was recorded late, each with its way', async (t) => {
  const opens = people((await servePages(t, here.office)).address);
  const admin = await opens('administrator', 'Vera Adomi');
  const added = await admin.fill('/people/add', { name: 'Tomas Rell', login: 'tomas.rell', role: 'keeper' });
  assert.equal(added.status, 200, added.text);
  const slow = await opens('registry-clerk', 'Slow Hand');
  const sent = await slow.fill(`/arms/${number}/record/sighted`, { 'when.year': '2021', how: 'read' });
  assert.equal(sent.status, 303, sent.text);
  const auditor = await opens('auditor', 'Pia Lund');
  const { text } = await auditor.get('/');
  assert.match(text, /Changes of accounts, roles and keys in the last 24 hours[\s\S]*?bringing in a person/);
  assert.match(text, /Recorded late in the last seven days[\s\S]*?Slow Hand[\s\S]*?1[^<]* of [^<]*1/);
  for (const path of ['/changes', '/late']) assert.ok(text.includes(`href="${path}"`), path);
  const changes = (await auditor.get('/changes')).text;
  assert.match(changes, /<a href="\/people\/[0-9a-f-]{36}">bringing in a person[\s\S]*?Tomas Rell/);
  const late = (await auditor.get('/late')).text;
  assert.match(late, new RegExp(`href="/arms/${number}"[\\s\\S]*?Slow Hand`));
  assert.equal((await slow.get('/changes')).status, 403);
  assert.equal((await slow.get('/late')).status, 403);
});
