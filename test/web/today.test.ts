/** The first page over real HTTP: for each role what is due for it, a calm word where nothing is, and a refusal for nobody. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newId } from '../../src/acts/office.ts';
import { DEFAULT_ROLES } from '../../src/domain/access/default-roles.data.ts';
import { insertAccount } from '../../src/store/account.ts';
import { savePosting } from '../../src/store/posting.ts';
import { type World, world } from '../world.ts';
import { officer } from './officer.ts';
import { alarmArm } from './told-arms.ts';
import { servePages } from './visitor.ts';

let here: World;
let number: string;
before(async () => {
  here = await world();
  ({ number } = await alarmArm(here));
  await here.numbering.drain();
});
after(() => here.close());

const dayAfter = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('every role that comes with the program has a first page, and nobody is refused there', async (t) => {
  const { address } = await servePages(t, here.office);
  for (const { name, powers } of DEFAULT_ROLES) {
    const who = await officer(here, address, { role: name });
    const { status, text } = await who.get('/');
    assert.equal(status, 200, name);
    assert.equal(text.includes('Arms registered'), 'find-arms' in powers, name);
    assert.doesNotMatch(text, /undefined|\[object/, name);
  }
  const denied = await here.db.rows(
    `select 1 as one from access_log where act like '%(not permitted)' limit 1`,
  );
  assert.equal(denied.length, 0, 'no page tries what its role does not include');
});

test('an administrator sees who never signed in, which postings end soon, and the backup; no arm', async (t) => {
  const { address } = await servePages(t, here.office);
  const admin = await officer(here, address, { role: 'administrator' });
  const ids = [newId(here.office), newId(here.office), newId(here.office)] as const;
  const created = new Date().toISOString();
  for (const [place, id] of ids.entries()) {
    const login = ['never.came', 'ends.soon', 'ends.later'][place]!;
    const state = place === 0 ? ('invited' as const) : ('active' as const);
    await insertAccount(here.db, { id, login, state, mustChange: false, language: 'en', created });
    const until = place === 0 ? undefined : dayAfter(place === 1 ? 10 : 60);
    const posting = { id: newId(here.office), account: id, role: 'keeper', party: undefined };
    await savePosting(here.db, { ...posting, from: '2020-01-01', until }, 'console');
  }
  const { text } = await admin.get('/');
  assert.match(text, /Invited, and never signed in[\s\S]*never\.came/);
  assert.match(text, /Postings that end within thirty days[\s\S]*ends\.soon/);
  assert.doesNotMatch(text, /ends\.later/);
  assert.match(text, /Backup<\/h2>/);
  assert.ok(!text.includes(number));
});

test('a supervisor sees what is to be reviewed and asked about; a clerk keeps a search at hand', async (t) => {
  const { address } = await servePages(t, here.office);
  const detective = await officer(here, address, { role: 'investigator', name: 'Ilse Varn' });
  const reason = 'Shots are reported where this arm is kept';
  assert.equal((await detective.fill(`/arms/${number}/emergency`, { reason })).status, 303);
  const supervisor = await officer(here, address, { role: 'supervisor' });
  const { text } = await supervisor.get('/');
  assert.match(text, /Emergency access to review[\s\S]*Ilse Varn[\s\S]*Shots are reported/);
  assert.match(text, /Looks of the week to ask about/);
  assert.match(text, /Sample of the week/);
  const clerk = await officer(here, address, { role: 'registry-clerk' });
  const { location = '' } = await clerk.post('/find', { maker: 'Norvik' });
  await clerk.post(`${location}/name`, { name: 'The Norvik rifles' });
  assert.match((await clerk.get('/')).text, /href="\/find\/s\/[0-9a-f-]{36}"><bdi>The Norvik rifles/);
  const writer = await officer(here, address, { role: 'exchange-clerk' });
  assert.match((await writer.get('/')).text, /Nothing waits for you/);
});
