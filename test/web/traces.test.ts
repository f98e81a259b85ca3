/**
 * The trace desk on the pages: a recovered arm becomes a trace, an agency is asked and answers, a finding closes it; a request
 * goes out by letter and one that came by letter is acknowledged, drafted, released by another and told; nothing typed is lost,
 * and nobody does what the role does not include.
 *
 * @clause C-02, C-05, C-08, J-02, J-03
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { DEVICE, PLACE } from '../acts/pictures.ts';
import { type World, world } from '../world.ts';
import { fieldsOf, type Officer, officer, plain } from './officer.ts';
import { done, idIn, letterCame, openedTrace, type Recovered, recoveredArm, seen } from './told-traces.ts';
import { servePages } from './visitor.ts';

let here: World;
let recovered: Recovered;
before(async () => {
  here = await world();
  recovered = await recoveredArm(here);
});
after(() => here.close());

/** Opens the trace of a new arm. */
const opened = (who: Officer, serial: string): Promise<string> => openedTrace(here, who, serial);

test('a domestic trace: opened from the arm, an agency asked and answering, a finding, closed', async (t) => {
  const { address } = await servePages(t, here.office);
  const contact = await officer(here, address, { role: 'national-contact' });
  const arm = await contact.get(`/arms/${recovered.number}`);
  assert.match(
    arm.text,
    new RegExp(`/traces/open\\?arm=${recovered.number}`),
    'offered on the page of the arm',
  );
  const first = await done(contact, `/traces/open?arm=${recovered.number}`, {
    case: '118/26',
    circumstances: 'Under the seat of a lorry.',
  });
  const trace = idIn(first.path);
  assert.match(seen(first.text), /Done and recorded\. .*The entry that proves it/);
  for (const said of [
    /QRT04417/,
    /Under the seat of a lorry/,
    /118\/26/,
    /Ask XB/,
    /A witness, not a suspect/,
    /stolen/i,
  ])
    assert.match(seen(first.text), said);

  const again = await contact.fill(`/traces/open?arm=${recovered.number}`, {});
  assert.equal(again.status, 409, 'one open trace for an arm');
  assert.match(again.text, new RegExp(`href="/traces/${trace}"`), 'with the way to it');

  const lacking = await contact.fill(`/traces/${trace}/ask`, {
    agency: recovered.policeName,
    words: '',
    due: 'soon',
  });
  assert.equal(lacking.status, 422);
  assert.equal(fieldsOf(lacking.text).agency, recovered.policeName, 'what was typed is there');
  assert.match(lacking.text, /id="words-wrong"/);
  const asked = await done(contact, `/traces/${trace}/ask`, {
    agency: recovered.policeName,
    words: 'Who held it before 2019?',
  });
  assert.match(seen(asked.text), /Waiting for the answer of an agency|Ask XB/);

  const clerk = await officer(here, address, { role: 'licensing', party: recovered.police });
  const today = await clerk.get('/');
  assert.match(seen(today.text), /Questions to answer .*Who held it before 2019\?/);
  assert.equal(
    (await clerk.get(`/traces/${trace}`)).status,
    403,
    'the trace itself stays closed to the agency',
  );
  const list = await clerk.get('/traces/questions');
  const [, way = ''] = /href="(\/traces\/questions\/[0-9a-f-]+\/[0-9a-f-]+)"/.exec(list.text) ?? [];
  const short = await clerk.fill(way, { words: 'Sold to us in 2015.' });
  assert.equal(short.status, 422);
  assert.equal(fieldsOf(short.text).words, 'Sold to us in 2015.');
  await done(clerk, way, { outcome: 'found', words: 'Sold to us in 2015.' });
  assert.match(seen((await contact.get(`/traces/${trace}`)).text), /found Sold to us in 2015\./);

  const early = await contact.fill(`/traces/${trace}/close`, {
    outcome: 'traced-to-point-of-diversion',
    words: 'Stolen.',
  });
  assert.equal(early.status, 409, 'no point of diversion without a finding');
  assert.equal(fieldsOf(early.text).words, 'Stolen.');
  const finding = {
    finding: 'point-of-diversion',
    authority: 'Court of Kerem',
    words: 'Complaint C-311/19.',
    'when.year': '2019',
  };
  assert.equal((await contact.fill(`/traces/${trace}/finding`, finding)).status, 422, 'a stage is needed');
  const found = await done(contact, `/traces/${trace}/finding`, { ...finding, stage: 'civil-possession' });
  assert.match(seen(found.text), /Point of diversion.*found by Court of Kerem/i);
  const closed = await done(contact, `/traces/${trace}/close`, {
    outcome: 'traced-to-point-of-diversion',
    words: 'Stolen from its holder.',
  });
  assert.match(seen(closed.text), /This trace is closed/);
  const desk = await contact.get('/traces?status=closed&outcome=traced-to-point-of-diversion');
  assert.match(desk.text, new RegExp(`/traces/${trace}`));
  assert.match(
    seen((await done(contact, `/traces/${trace}/reopen`, { why: 'A late answer.' })).text),
    /Opened again 1 times/,
  );
});

test('a request goes out by letter: what ITI 17 lacks is said first, nothing typed is lost, several at once', async (t) => {
  const { address } = await servePages(t, here.office);
  const contact = await officer(here, address, { role: 'national-contact' });
  const trace = await opened(contact, 'QRT09001');
  const path = `/traces/${trace}/request`;
  const page = await contact.get(path);
  assert.match(seen(page.text), /It cannot leave yet\. ITI 17 asks for: .*how it came to light/);
  assert.match(seen(page.text), /no photograph of the left side/);
  const fields = fieldsOf(page.text);
  assert.equal(fields.maker, 'Tarvos', 'nobody types what is known');
  assert.equal(fields['to.XB'], 'yes', 'the country of manufacture is proposed');
  const typed = {
    law: 'Arms Act, article 3',
    circumstances: 'At a road block.',
    authority: 'Police of Kerem',
    other: 'fr',
  };
  const shown = await contact.post(path, { ...fields, ...typed, do: 'show' });
  assert.match(seen(shown.text), /What would leave To XB and France\./);
  assert.match(seen(shown.text), /It says everything that ITI 17 asks for/);
  const nobody = await contact.post(path, { ...fields, ...typed, other: '', 'to.XB': '' });
  assert.equal(nobody.status, 422);
  assert.equal(fieldsOf(nobody.text).law, typed.law);
  const wrong = await contact.post(path, { ...fields, ...typed, country: 'Borland' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /id="country-wrong"/);
  const short = await contact.post(path, {
    ...fields,
    ...typed,
    circumstances: '',
    'ground.unlawful-where-found': '',
  });
  assert.equal(short.status, 409, 'it cannot leave incomplete');
  const sent = await done(contact, path, typed);
  assert.match(seen(sent.text), /We ask XB .*We ask France/);
  assert.match(seen(sent.text), /not yet, by a person/);
  const due = await contact.get('/traces');
  assert.match(seen(due.text), /Owed to us .*another State owes an acknowledgement/i);
  const counts = await contact.get('/traces/statistics');
  const [, figure = ''] =
    /href="(\/traces\?ours=requester[^"]*country=XB[^"]*)"/.exec(plain(counts.text)) ?? [];
  assert.match(
    (await contact.get(figure)).text,
    new RegExp(`/traces/${trace}`),
    'a figure leads to what it counted',
  );
});

test('a request that came by letter: acknowledged, more asked, drafted, released by another with a second decision', async (t) => {
  const { address } = await servePages(t, here.office);
  const [contact, second] = await Promise.all(
    [1, 2].map(() => officer(here, address, { role: 'national-contact' })),
  );
  const { trace, request } = await letterCame(here);
  const page = await contact!.get(`/traces/${trace}`);
  assert.match(seen(page.text), /XB asks us .*Acknowledge the request/s);
  const [, picture = ''] = /src="(\/traces\/[^"]*\/photographs\/[^"]*)"/.exec(page.text) ?? [];
  const shown = await contact!.get(picture);
  assert.equal(shown.headers.get('content-type'), 'image/jpeg');
  assert.match(String(shown.headers.get('content-security-policy')), /sandbox/);
  assert.ok(!shown.text.includes(DEVICE) && !shown.text.includes(PLACE), 'no device and no position');
  await done(contact!, `/traces/${trace}/acknowledge/${request}`, {});
  const more = await done(contact!, `/traces/${trace}/more/${request}`, {
    text: 'The number on the slide.',
    'field.marks': 'yes',
  });
  assert.match(seen(more.text), /The clock stands/);
  const answer = `/traces/${trace}/answer/${request}`;
  const bare = await contact!.fill(answer, { kind: 'refused', reason: '' });
  assert.equal(bare.status, 422);
  assert.match(bare.text, /id="ground-wrong"[\s\S]*id="reason-wrong"/);
  await done(contact!, answer, { kind: 'no-record', note: 'No record in our registers.' });
  const draft = /\/release\/([0-9a-f-]{36})/.exec((await contact!.get(`/traces/${trace}`)).text)![1]!;
  const release = `/traces/${trace}/release/${draft}`;
  const own = await contact!.fill(release, { decision: 'release', why: 'Mine.' });
  assert.equal(own.status, 409, 'not by its drafter');
  assert.equal(fieldsOf(own.text).why, 'Mine.');
  const told = await done(second!, release, { decision: 'release' });
  assert.match(seen(told.text), /no record found/);
  const stranger = await officer(here, address, { role: 'keeper', party: recovered.police });
  for (const one of [
    `/traces/${trace}`,
    release,
    answer,
    `/traces/${trace}/request`,
    picture,
    '/traces',
    '/traces/statistics',
  ])
    assert.equal((await stranger.get(one)).status, 403, one);
});

test('every form of a trace stands in three languages and is kept as a draft', async (t) => {
  const { address } = await servePages(t, here.office);
  const contact = await officer(here, address, { role: 'national-contact' });
  const trace = await opened(contact, 'QRT09101');
  for (const lang of ['en', 'fr', 'ar'])
    for (const deed of ['ask', 'finding', 'case', 'close', 'take', 'request']) {
      const page = await contact.get(`/traces/${trace}/${deed}?lang=${lang}`);
      assert.equal(page.status, 200, `${deed} ${lang}`);
      assert.doesNotMatch(seen(page.text), /undefined|\[object/, `${deed} ${lang}`);
    }
  const fields = fieldsOf((await contact.get(`/traces/${trace}/case`)).text);
  const kept = await contact.post(`/traces/${trace}/case`, { ...fields, reference: 'LA-9', do: 'keep' });
  assert.equal(kept.location, '/drafts');
  const [, way = ''] = /href="(\/drafts\/[0-9a-f-]+)"/.exec((await contact.get('/drafts')).text) ?? [];
  const { location = '' } = await contact.get(way);
  assert.equal(fieldsOf((await contact.get(location)).text).reference, 'LA-9');
});
