/**
 * The directory of contacts over HTTP: recorded, changed and confirmed through forms that keep what was typed; the reminder on
 * the first page; what is given out; who may not; hostile words stay words.
 *
 * @clause ITI 25, ITI 31(a), C-01, I-01
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { recordContact } from '../../src/acts/record-contact.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { type World, world } from '../world.ts';
import { BREAKERS, listForeign } from './markup.ts';
import { fieldsOf, type Officer, officer, plain } from './officer.ts';
import { servePages } from './visitor.ts';

let here: World;
let address: string;
let contact: Officer;
let reader: Officer;
before(async (t) => {
  here = await world();
  ({ address } = await servePages(t as never, here.office));
  contact = await officer(here, address, { role: 'national-contact', name: 'Rana Keller' });
  reader = await officer(here, address, { role: 'auditor' });
});
after(() => here.close());

const TYPED = {
  state: 'belgium',
  kind: 'tracing',
  office: 'Federal Registry',
  person: 'Odile Harrow',
  address: 'Rue Haute 1\nBrussels',
  phones: '+32 2 000 00 00\n+32 2 000 00 01',
  emails: 'trace@registry.example',
  languages: 'fr, nl',
  hours: 'Mo-Fr 08:00-16:00',
  zone: 'Europe/Brussels',
  'by.letter': 'yes',
  'by.e-mail': 'yes',
  source: 'Letter 12/2026',
};

async function added(typed: Readonly<Record<string, string>>): Promise<string> {
  const done = await contact.fill('/contacts/record', typed);
  const [, id] = /^\/contacts\/([0-9a-f-]{36})\?done=kept$/.exec(done.location ?? '') ?? [];
  assert.ok(id, done.text.slice(0, 3000));
  return id;
}

test('a contact is recorded by a form, shown, changed, and what stood before stays to be seen', async () => {
  const id = await added(TYPED);
  const page = plain((await reader.get(`/contacts/${id}`)).text);
  for (const shown of [
    /Belgium/,
    /Rue Haute 1, Brussels/,
    /Mon-Fri<\/bdi> <bdi[^>]*>08:00-16:00/,
    /Odile Harrow/,
    /to be confirmed/,
  ])
    assert.match(page, shown);
  assert.doesNotMatch(page, /\/change|\/confirm"/, 'who may not change is not offered it');
  const form = fieldsOf((await contact.get(`/contacts/${id}/change`)).text);
  assert.deepEqual(
    [form.state, form.phones, form['by.node'], form['by.letter']],
    ['BE', '+32 2 000 00 00\n+32 2 000 00 01', undefined, 'yes'],
  );
  const changed = await contact.fill(`/contacts/${id}/change`, {
    office: 'Federal Arms Registry',
    source: 'Call',
  });
  assert.equal(changed.status, 303, changed.text.slice(0, 2000));
  const after = plain((await contact.get(`/contacts/${id}`)).text);
  assert.match(after, /<h1><bdi>Federal Arms Registry/);
  assert.match(after, /<td>1<\/td><th scope="row">recorded[\s\S]*What stood then/);
  const late = await contact.post(`/contacts/${id}/change`, { ...form, office: 'X', source: 'y' });
  assert.equal(late.status, 409);
  assert.match(late.text, /Somebody changed this contact meanwhile/);
});

test('it is found by State, kind and words, and no other is', async () => {
  await added({ ...TYPED, state: 'France', office: 'Bureau Zulmar', kind: 'att' });
  for (const query of ['state=france', 'state=FR', 'kind=att', 'q=zulmar'])
    assert.match((await reader.get(`/contacts?${query}`)).text, /Bureau Zulmar/, query);
  for (const query of ['state=belgium', 'kind=poa', 'q=nowhere', 'state=Atlantis'])
    assert.doesNotMatch((await reader.get(`/contacts?${query}`)).text, /Bureau Zulmar/, query);
});

test('what cannot be used is marked, and nothing typed is lost', async () => {
  const phone = await contact.fill('/contacts/record', { ...TYPED, phones: 'call me' });
  assert.equal(phone.status, 422);
  assert.match(phone.text, /id="phones-wrong"/);
  assert.equal(fieldsOf(phone.text).address, 'Rue Haute 1\nBrussels');
  const nobody = await contact.fill('/contacts/record', { ...TYPED, state: '' });
  assert.match(nobody.text, /id="state-wrong"[^<]*>A contact is one of a State or of a body/);
  const node = await contact.fill('/contacts/record', { ...TYPED, 'by.node': 'yes' });
  assert.match(plain(node.text), /The channel “\S*node\S*” lacks what it goes by/);
  const hours = await contact.fill('/contacts/record', { ...TYPED, hours: '8 to 4' });
  assert.match(hours.text, /id="hours-wrong"/);
});

test('a contact to confirm stands on the first page of the national contact, and goes with a confirmation', async () => {
  const id = await added({ ...TYPED, office: 'Registry Quorvan' });
  const due = /Contacts to confirm[\s\S]*Registry Quorvan/;
  assert.match((await contact.get('/')).text, due);
  assert.doesNotMatch((await reader.get('/')).text, /Registry Quorvan/);
  const done = await contact.fill(`/contacts/${id}/confirm`, { source: 'By telephone' });
  assert.equal(done.location, `/contacts/${id}?done=confirmed`, done.text.slice(0, 2000));
  assert.doesNotMatch((await contact.get('/')).text, /Registry Quorvan/);
  const later = await contact.fill(`/contacts/${id}/confirm`, { on: '2099-01-01', source: 'x' });
  assert.match(later.text, /id="on-wrong"/);
});

test('what is given out is the own contacts alone, as a page and as a file that another register records', async () => {
  await added({ ...TYPED, office: 'Registry Elsewhere' });
  const none = await reader.get('/contacts/own');
  assert.match(none.text, /No contact is marked as our own/);
  const own = { ...TYPED, state: 'XA', office: 'Registry of Aldera', own: 'yes', 'by.node': 'yes' };
  await added(own);
  const page = (await reader.get('/contacts/own')).text;
  assert.match(page, /Contacts of \u2068XA/);
  assert.match(page, /Registry of Aldera/);
  assert.doesNotMatch(page, /Registry Elsewhere/);
  const file = await reader.get('/contacts/own.json');
  const given = JSON.parse(file.text) as { state: string; contacts: Record<string, unknown>[] };
  assert.deepEqual([given.state, given.contacts.length], ['XA', 1]);
  assert.equal(given.contacts[0]!.node, here.office.node);
  const taken = await recordContact.run(
    { ...here.office, state: 'XB' },
    here.actor,
    recordContact.input.parse({ ...given.contacts[0], source: 'Their file' }),
  );
  assert.ok(!isRefusal(taken));
});

test('hostile words are shown as words on every page', async () => {
  for (const bad of BREAKERS) {
    const typed = { ...TYPED, office: bad, person: bad, address: bad, body: bad, secure: bad, source: bad };
    const done = await contact.fill('/contacts/record', typed);
    const pages = done.location
      ? [await contact.get(done.location), await contact.get(done.location.replace(/\?.*/, '/change'))]
      : [done];
    for (const { text } of pages) assert.deepEqual(listForeign(text), [], bad);
  }
  assert.deepEqual(listForeign((await contact.get('/contacts')).text), []);
});
