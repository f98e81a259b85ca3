/**
 * The directory of contacts: versions that stay, details of persons apart from the ledger, confirmations and their reminders,
 * what is refused, and what an erasure takes.
 *
 * @clause ITI 25, ITI 31(a), C-01, I-01, J-05
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { confirmContact } from '../../src/acts/confirm-contact.ts';
import { type ErasureNote, erasePersonalData } from '../../src/acts/erase-personal-data.ts';
import { type ContactTold, contactOutput, listContacts } from '../../src/acts/list-contacts.ts';
import { type Act, newId } from '../../src/acts/office.ts';
import { recordContact } from '../../src/acts/record-contact.ts';
import { viewContact } from '../../src/acts/view-contact.ts';
import { isRefusal, type Refusal } from '../../src/domain/base/refusal.ts';
import { commitment } from '../../src/domain/ledger/hash.ts';
import { applyErasures } from '../../src/store/erasure.ts';
import { type World, world } from '../world.ts';

const START = Date.parse('2026-03-02T09:30:00Z');
let now = START;
let here: World;
before(async () => {
  here = await world({ clock: () => now });
});
after(() => here.close());

const run = <I, O>(act: Act<I, O>, input: object): Promise<O | Refusal> =>
  act.run(here.office, here.actor, act.input.parse(input));
async function ask<I, O>(act: Act<I, O>, input: object): Promise<O> {
  const done = await run(act, input);
  assert.ok(!isRefusal(done), JSON.stringify(done));
  return done as O;
}
async function refused<I, O>(act: Act<I, O>, input: object): Promise<string> {
  const done = await run(act, input);
  assert.ok(isRefusal(done), JSON.stringify(done));
  return done.refused;
}

const BORRANE = {
  state: 'XB',
  kind: 'tracing',
  office: 'Registre des armes',
  person: 'Quillemette Sorane',
  phones: ['+999 27 20 00 11'],
  emails: ['q.sorane@registre.example'],
  address: '12, place des Tanneurs, Velmar',
  languages: ['fr'],
  hours: 'Mo-Fr 08:00-16:00',
  zone: 'Africa/Abidjan',
  channels: ['e-mail', 'letter'],
  confirmed: '2026-02-10',
  source: 'Note verbale 4/2026',
};
const idsOf = (contacts: readonly ContactTold[]): string[] => contacts.map(({ id }) => id);

test('a contact is recorded, found by State and words, and tells whether it is open now', async () => {
  const { subject } = await ask(recordContact, BORRANE);
  for (const wanted of [{ state: 'XB' }, { text: 'tanneurs' }, { kind: 'tracing' }])
    assert.ok(idsOf((await ask(listContacts, wanted)).contacts).includes(subject), JSON.stringify(wanted));
  for (const wanted of [
    { state: 'XC' },
    { text: 'elsewhere' },
    { kind: 'att' },
    { own: true },
    { toConfirm: true },
  ])
    assert.ok(!idsOf((await ask(listContacts, wanted)).contacts).includes(subject), JSON.stringify(wanted));
  const { contact } = await ask(viewContact, { contact: subject });
  contactOutput.parse(contact);
  assert.deepEqual([contact.channels, contact.there, contact.open], [['letter', 'e-mail'], 'Mo 09:30', true]);
  now += 7 * 3_600_000;
  assert.equal((await ask(viewContact, { contact: subject })).contact.open, false);
  now = START;
});

test('a change is a version, the former ones stay to be seen, and one that was seen no more is refused', async () => {
  const { subject, version } = await ask(recordContact, BORRANE);
  assert.equal(version, 1);
  const second = await ask(recordContact, {
    ...BORRANE,
    contact: subject,
    seen: 1,
    office: 'Agence des armes',
  });
  assert.deepEqual([second.subject, second.version], [subject, 2]);
  assert.equal(await refused(recordContact, { ...BORRANE, contact: subject, seen: 1 }), 'contact-changed');
  const { contact, versions } = await ask(viewContact, { contact: subject });
  assert.equal(contact.office, 'Agence des armes');
  assert.deepEqual(
    versions.map((one) => [one.version, one.contact.office]),
    [
      [2, 'Agence des armes'],
      [1, 'Registre des armes'],
    ],
  );
  assert.equal(await refused(recordContact, { ...BORRANE, contact: newId(here.office) }), 'contact-unknown');
});

test('what is sent twice is kept once, with the first answer', async () => {
  const act = newId(here.office);
  const first = await ask(recordContact, { ...BORRANE, act });
  assert.deepEqual(await ask(recordContact, { ...BORRANE, act }), first);
  assert.equal((await ask(viewContact, { contact: first.subject })).versions.length, 1);
});

test('names and numbers stand beside the ledger, which holds their salted digest', async () => {
  const { subject, entry } = await ask(recordContact, BORRANE);
  const [row] = await here.db.rows<{ body: Buffer }>('select body from ledger_entry where entry_id = $1', [
    entry,
  ]);
  const body = row!.body.toString('utf8');
  assert.doesNotMatch(body, /Quillemette|Sorane|sorane|999 27/);
  assert.match(body, /12, place des Tanneurs/);
  const [kept] = await here.db.rows<{ person: string; salt: Buffer }>(
    'select person, salt from contact where contact_id = $1',
    [subject],
  );
  const digest = Buffer.from(commitment(kept!.salt, Buffer.from(kept!.person))).toString('hex');
  assert.equal(JSON.parse(body).events[0].person, digest);
});

test('a contact that nobody confirmed for a year is to be confirmed, and a confirmation keeps all else', async () => {
  const { subject } = await ask(recordContact, BORRANE);
  now = Date.parse('2027-02-10T09:00:00Z');
  assert.ok(idsOf((await ask(listContacts, { toConfirm: true })).contacts).includes(subject));
  assert.equal(
    await refused(confirmContact, { contact: subject, on: '2027-02-11', source: 'By telephone' }),
    'contact-confirmed-later',
  );
  await ask(confirmContact, { contact: subject, source: 'By telephone' });
  const { contact, versions } = await ask(viewContact, { contact: subject });
  assert.deepEqual(
    [contact.confirmed, contact.toConfirm, contact.person],
    ['2027-02-10', false, BORRANE.person],
  );
  assert.deepEqual(
    versions.map(({ how }) => how),
    ['confirmed', 'recorded'],
  );
  assert.ok(!idsOf((await ask(listContacts, { toConfirm: true })).contacts).includes(subject));
  now = START;
});

test('what has ended is left out, shown when asked for, and confirmed no more', async () => {
  const { subject } = await ask(recordContact, { ...BORRANE, until: '2026-03-01' });
  assert.ok(!idsOf((await ask(listContacts, {})).contacts).includes(subject));
  assert.ok(idsOf((await ask(listContacts, { ended: true })).contacts).includes(subject));
  assert.equal(await refused(confirmContact, { contact: subject, source: 'x' }), 'contact-ended');
});

test('a contact of one’s own comes first, and only one of this State is one', async () => {
  assert.equal(await refused(recordContact, { ...BORRANE, own: true }), 'contact-own-elsewhere');
  const { subject } = await ask(recordContact, { ...BORRANE, state: 'XA', own: true, kind: 'other' });
  assert.equal((await ask(listContacts, {})).contacts[0]?.id, subject);
  assert.deepEqual(idsOf((await ask(listContacts, { own: true })).contacts), [subject]);
});

test('a list goes on by pages, each contact once', async () => {
  const all = idsOf((await ask(listContacts, { ended: true, limit: 200 })).contacts);
  const paged: string[] = [];
  let after: string | undefined;
  do {
    const page = await ask(listContacts, { ended: true, limit: 2, ...(after ? { after } : {}) });
    paged.push(...idsOf(page.contacts));
    after = page.next;
  } while (after !== undefined);
  assert.deepEqual(paged, all);
});

test('an erasure takes names and numbers of all versions that stood, and of none recorded since', async () => {
  const { subject } = await ask(recordContact, BORRANE);
  await ask(recordContact, { ...BORRANE, contact: subject, person: 'Quillemette S.' });
  const notes: ErasureNote[] = [];
  const erase = erasePersonalData(async (more) => {
    notes.push(...more);
  });
  await ask(erase, { what: 'contact', target: subject, ground: 'request' });
  const named = async () =>
    (await ask(viewContact, { contact: subject })).versions.map(({ contact }) => contact.person);
  assert.deepEqual(await named(), [undefined, undefined]);
  assert.equal(
    await refused(erase, { what: 'contact', target: subject, ground: 'request' }),
    'contact-unknown',
  );
  now += 1000;
  await ask(recordContact, { ...BORRANE, contact: subject, person: 'Aurel Tamsin' });
  // As a restore does it again.
  await applyErasures(here.db, notes);
  assert.deepEqual(await named(), ['Aurel Tamsin', undefined, undefined]);
  const look = await here.db.rows("select 1 from access_log where act = 'view-contact' and subjects = $1", [
    subject,
  ]);
  assert.equal(look.length, 2);
});
