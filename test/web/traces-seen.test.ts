/**
 * What a trace shows on the pages beside itself: whoever opened one without seeing cases sees how it goes on; whom to ask stands with
 * its contacts, and the thing beside how such arms are marked.
 *
 * @clause ITI 17, C-04, B-11, J-02
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type World, world } from '../world.ts';
import { listForeign } from './markup.ts';
import { type Officer, officer } from './officer.ts';
import { done, idIn, openedTrace, recoveredArm, seen } from './told-traces.ts';
import { servePages } from './visitor.ts';

let here: World;
before(async () => {
  here = await world();
});
after(() => here.close());

/** Opens the trace of a new arm. */
const opened = (who: Officer, serial: string): Promise<string> => openedTrace(here, who, serial);

test('customs open a trace, see what the thing is, how it goes on and ends, and answer what their agency is asked; no words of the case', async (t) => {
  const { address } = await servePages(t, here.office);
  const contact = await officer(here, address, { role: 'national-contact' });
  const arm = await recoveredArm(here, 'QRT07731');
  const [customs, colleague] = await Promise.all(
    [1, 2].map(() => officer(here, address, { role: 'customs', party: arm.police })),
  );
  const supervisor = await officer(here, address, { role: 'supervisor', party: arm.police });
  const words = 'Behind a wall in Zelkin';
  const first = await done(customs!, `/traces/open?arm=${arm.number}`, {
    case: 'ZK-44',
    circumstances: words,
  });
  const trace = idIn(first.path);
  const look = async (who: Officer): Promise<string> => seen((await who.get(`/traces/${trace}`)).text);
  const own = await look(customs!);
  for (const told of [
    /QRT07731/,
    /Tarvos/,
    /words and papers of this case are not for your role/,
    /The national point of contact decides/,
  ])
    assert.match(own, told);
  for (const who of [colleague!, supervisor]) assert.doesNotMatch(await look(who), /PT-9/);
  assert.match((await colleague!.get(`/traces/${trace}`)).text, new RegExp(`href="/arms/${arm.id}"`));
  await done(contact, `/traces/${trace}/ask`, { agency: arm.policeName, words: 'Who brought it in?' });
  const asked = await customs!.get(`/traces/${trace}`);
  const [, way = ''] = /href="(\/traces\/questions\/[0-9a-f-]+\/[0-9a-f-]+)"/.exec(asked.text) ?? [];
  assert.match(seen((await customs!.get('/')).text), /Questions to answer .*Who brought it in\?/);
  await done(customs!, way, { outcome: 'found', words: 'A lorry.' });
  const typed = { law: 'Arms Act', circumstances: words, authority: 'Police of Kerem' };
  await done(contact, `/traces/${trace}/request`, typed);
  assert.match(await look(customs!), /We ask XB .*Waiting for the answer|Waiting for the answer.*We ask XB/);
  await done(contact, `/traces/${trace}/close`, {
    outcome: 'unmarked',
    failure: 'unmarked',
    words,
    measure: words,
  });
  const ended = await look(customs!);
  assert.match(ended, /How it ended/);
  for (const secret of [words, 'ZK-44', 'Who brought it in?', 'A lorry.'])
    for (const page of [own, ended, await look(colleague!)]) assert.ok(!page.includes(secret), secret);
});

test('whom to ask is shown with its contacts and how it marks; on the page of a trace the practices of maker and importer', async (t) => {
  const { address } = await servePages(t, here.office);
  const contact = await officer(here, address, { role: 'national-contact' });
  const trace = await opened(contact, 'QRT08812');
  const path = `/traces/${trace}/request`;
  assert.match(seen((await contact.get(path)).text), /No contact of this State is known/);
  assert.doesNotMatch((await contact.get(`/traces/${trace}`)).text, /id="marking"/);
  const office = {
    kind: 'tracing',
    office: 'Registry of Borrane',
    source: 'Note 4',
    'by.letter': 'yes',
    address: 'Velmar',
  };
  await contact.fill('/contacts/record', { ...office, state: 'XB', confirmed: '2026-03-01' });
  await contact.fill('/contacts/record', { ...office, state: 'XB', kind: 'att', office: 'Treaty desk' });
  await contact.fill('/contacts/record', {
    ...office,
    state: 'XB',
    office: 'Old registry',
    until: '2020-01-01',
  });
  const shown = await contact.get(path);
  assert.match(seen(shown.text), /Registry of Borrane .*letter .*Last confirmed: 1 March 2026/);
  assert.match(shown.text, /href="\/contacts\/[0-9a-f-]{36}"/);
  assert.doesNotMatch(shown.text, /Treaty desk|Old registry/);
  const practice = {
    kind: 'manufacture',
    countries: 'XB',
    'looks.en': 'A swan over BR',
    source: 'Order 2',
    sure: 'sure',
    why: 'w',
  };
  const kept = await contact.fill('/marking-practices/record', { ...practice, code: 'xb-made' });
  assert.equal(kept.status, 303, seen(kept.text).slice(0, 800));
  const page = await contact.get(`/traces/${trace}`);
  assert.deepEqual(listForeign(page.text), []);
  assert.match(seen(page.text), /How such an arm is marked .*Made in XB .*A swan over BR/);
});
