/**
 * Other nodes over HTTP: a card added with the fingerprint as it was heard, confirmed, suspended, its keys withdrawn; what was typed
 * stays where it is refused; the state of the exchange in three languages; hostile words stay words.
 *
 * @clause J-01, I-01
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addPeer } from '../../src/acts/add-peer.ts';
import { EXCHANGE_KINDS, openPeerWork } from '../../src/acts/exchange-work.ts';
import { newId } from '../../src/acts/office.ts';
import { ownCard } from '../../src/acts/own-card.ts';
import { publishCard } from '../../src/acts/publish-card.ts';
import { CLERK, good } from '../exchange/nodes.ts';
import { type World, world } from '../world.ts';
import { listForeign } from './markup.ts';
import { fieldsOf, type Officer, officer, plain } from './officer.ts';
import { servePages } from './visitor.ts';

const HOSTILE = '<script>alert(1)</script> \u202eelif';

let here: World;
let there: World;
let contact: Officer;
let reader: Officer;
let address: string;
before(async (t) => {
  [here, there] = [await world(), await world({ state: 'XB' })];
  ({ address } = await servePages(t as never, here.office));
  contact = await officer(here, address, { role: 'national-contact' });
  reader = await officer(here, address, { role: 'auditor' });
  good(await publishCard.run(there.office, CLERK, { name: HOSTILE, address: 'https://xb.example' }));
});
after(() => Promise.all([here.close(), there.close()]));

test('a node is added, confirmed and suspended by voice, and its keys withdrawn', async () => {
  const { signed: card, fingerprint } = good(await there.db.transaction((tx) => ownCard(tx, there.office)));
  const own = await contact.get('/peers');
  assert.match(own.text, /class="fingerprint">.*(\d{5} ){7}\d{5}/);
  assert.match((await contact.get('/peers/card.txt')).text, /^ey[\w-]+\.[\w-]+\.[\w-]{86}\n$/);
  const refused = await contact.fill('/peers/add', { card, fingerprint: '1234' });
  assert.equal(refused.status, 409);
  assert.ok(refused.text.includes(card), 'what was typed stays');
  assert.match(refused.text, /id="fingerprint-wrong"/);
  assert.equal((await contact.fill('/peers/add', { card })).location, '/peers?done=added');
  const { node } = there.office;
  const page = await reader.get('/peers');
  assert.ok(page.text.includes(fingerprint));
  assert.ok(!page.text.includes('<script>alert'), 'hostile words stay words');
  assert.match(plain(page.text), /\[U\+202E\]/);
  assert.ok(!page.text.includes(`/peers/${node}/confirm`), 'an auditor changes nothing');
  assert.equal((await reader.get(`/peers/${node}/confirm`)).status, 403);
  assert.ok(
    !(await contact.get(`/peers/${node}/confirm`)).text.includes(fingerprint),
    'it is heard, never copied',
  );
  assert.equal(
    (await contact.fill(`/peers/${node}/confirm`, { fingerprint })).location,
    '/peers?done=confirm',
  );
  assert.equal(
    (await contact.fill(`/peers/${node}/suspend`, { why: 'A letter.' })).location,
    '/peers?done=suspend',
  );
  const why = { why: 'Told by telephone.' };
  assert.equal((await contact.fill(`/peers/${node}/withdraw-key`, why)).location, '/peers?done=withdraw-key');
  const again = await contact.fill(`/peers/${node}/confirm`, { fingerprint });
  assert.match(plain(again.text), /names a key that was withdrawn/);
});

test('the state of the exchange is told in three languages', async () => {
  await fetch(`${address}/exchange/v1/inbox`, { method: 'POST', body: 'nothing' });
  const says = {
    en: 'no message of another node',
    fr: 'pas un message d’un autre nœud',
    ar: 'ليس رسالة من عقدة أخرى',
  };
  for (const [language, words] of Object.entries(says))
    assert.ok(plain((await reader.get(`/exchange?lang=${language}`)).text).includes(words), language);
});

test('after a restore the pages say who has yet to give back what was said, and a person may go on without', async () => {
  const { node } = there.office;
  await here.db.rows("update peer set lost_since = '2026-03-04T10:30:00Z' where node_id = $1", [node]);
  await here.db.transaction(async (tx) => {
    for (const kind of EXCHANGE_KINDS) await openPeerWork(tx, here.office, node, kind, newId(here.office));
  });
  const says = {
    en: ['It waits for this one to give back', 'is missing'],
    fr: ['Il attend que celui-ci lui rende', 'manque'],
    ar: ['تنتظر أن تعيد إليها تلك ما قيل', 'مفقود'],
  };
  for (const [language, [page, work]] of Object.entries(says)) {
    assert.ok(plain((await reader.get(`/peers?lang=${language}`)).text).includes(page!), language);
    assert.ok(plain((await reader.get(`/to-settle?lang=${language}`)).text).includes(work!), language);
  }
  assert.ok(
    !(await reader.get('/to-settle')).text.includes(`/peers/${node}/resume`),
    'an auditor settles nothing',
  );
  assert.ok((await contact.get('/to-settle')).text.includes(`/peers/${node}/resume`));
  const done = await contact.fill(`/peers/${node}/resume`, { why: 'Settled by telephone.' });
  assert.equal(done.location, '/peers?done=resume');
  assert.ok(!(await contact.get('/to-settle')).text.includes(node));
  assert.ok(!plain((await reader.get('/peers')).text).includes('It waits for this one to give back'));
  const again = await contact.fill(`/peers/${node}/resume`, { why: 'Once more.' });
  assert.match(plain(again.text), /Nothing is missing of what passed/);
});

test('the own card is renewed in two steps: what would happen is said first, and nothing is done by that', async () => {
  const now = () => here.db.transaction((tx) => ownCard(tx, here.office)).then(good);
  const before = await now();
  assert.equal((await reader.get('/peers/own/card')).status, 403);
  assert.equal((await reader.post('/peers/own/keys', { how: 'lost', do: 'sure' })).status, 403);
  assert.match(
    (await contact.get('/peers')).text,
    /href="\/peers\/own\/card"[\s\S]*href="\/peers\/own\/keys"/,
  );
  const card = '/peers/own/card';
  const bad = await contact.fill(card, { name: HOSTILE, address: 'ftp://nowhere' });
  assert.equal(bad.status, 422);
  assert.match(bad.text, /id="address-wrong"/);
  assert.equal(fieldsOf(bad.text).name, HOSTILE, 'what was typed stays');
  const typed = { name: HOSTILE, address: 'https://xa.example' };
  const asked = await contact.fill(card, typed);
  assert.equal(asked.status, 200);
  assert.deepEqual(listForeign(asked.text), []);
  assert.match(plain(asked.text), /Is this what you want\?[\s\S]*https:\/\/xa\.example/);
  assert.equal((await now()).fingerprint, before.fingerprint, 'nothing is done yet');
  const fields = fieldsOf(asked.text);
  const edit = await contact.post(card, { ...fields, do: 'edit' });
  assert.equal(fieldsOf(edit.text).address, typed.address, 'what was typed goes along');
  const unsure = await contact.post(card, { ...fields, address: 'ftp://nowhere', do: 'sure' });
  assert.equal(unsure.status, 422);
  assert.equal((await now()).fingerprint, before.fingerprint);
  const done = await contact.post(card, { ...fields, do: 'sure' });
  assert.equal(done.location, '/peers?done=published');
  await contact.post(card, { ...fields, do: 'sure' });
  const after = await now();
  assert.equal(after.card.seq, before.card.seq + 1, 'sent twice, done once');
  assert.equal(after.card.address, typed.address);
  const page = await contact.get(done.location!);
  assert.match(page.text, new RegExp(`class="fingerprint">.*${after.fingerprint}`));
});

test('keys are made anew: in the ordinary course they are told, and lost ones are withdrawn', async () => {
  const now = () => here.db.transaction((tx) => ownCard(tx, here.office)).then(good);
  const third = await world({ state: 'XD' });
  const { signed, fingerprint } = good(await third.db.transaction((tx) => ownCard(tx, third.office)));
  good(await addPeer.run(here.office, CLERK, { card: signed, fingerprint }));
  await third.close();
  const keys = '/peers/own/keys';
  assert.match((await contact.fill(keys, {})).text, /id="how-wrong"/);
  const waiting = async (): Promise<number> =>
    (await here.db.rows("select 1 from outbox where type = 'peer/card'")).length;
  const [first, sent] = [await now(), await waiting()];
  const ordinary = await contact.fill(keys, { how: 'ordinary' });
  assert.match(plain(ordinary.text), /Confirmed nodes[\s\S]*XD/);
  assert.equal(
    (await contact.post(keys, { ...fieldsOf(ordinary.text), do: 'sure' })).location,
    '/peers?done=rotated',
  );
  const second = await now();
  assert.notEqual(second.card.sign.kid, first.card.sign.kid);
  assert.deepEqual(second.card.withdrawn, []);
  assert.equal(await waiting(), sent + 1, 'the confirmed node is told');
  const lost = await contact.fill(keys, { how: 'lost' });
  assert.match(plain(lost.text), /compared its fingerprint by voice/);
  assert.equal(
    (await contact.post(keys, { ...fieldsOf(lost.text), do: 'sure' })).location,
    '/peers?done=lost',
  );
  const last = await now();
  assert.ok(last.card.withdrawn.includes(second.card.sign.kid));
  assert.equal(await waiting(), sent + 1, 'nothing is told by a withdrawn key');
});
