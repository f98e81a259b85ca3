/**
 * The pages of lists of lost and stolen arms and of hits: proposed by one officer, confirmed by another, a hit that says what it is
 * not in three languages, and nothing from a partner obeyed.
 *
 * @clause C-12
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { deliver, introduce, type Node, node } from '../exchange/nodes.ts';
import { BREAKERS, listForeign } from '../web/markup.ts';
import { officer } from '../web/officer.ts';
import { servePages } from '../web/visitor.ts';
import { anArm, aStolenArm, happens, hitsOf, listed } from './lists.ts';

let here: Node;
let there: Node;
const closing: (() => unknown)[] = [];
before(async () => {
  const t = { after: (close: () => unknown) => closing.push(close) } as never;
  there = await node(t, 'XB');
  here = await node(t, 'XA');
  await introduce(here, there);
});
after(async () => {
  for (const close of closing.reverse()) await close();
});

const CAUTION = {
  en: 'Not grounds for arrest. A lead, to be confirmed with the listing agency.',
  fr: 'Pas un motif d’arrestation. Une piste, à confirmer auprès du service qui signale.',
  ar: 'ليس سببًا للتوقيف. خيط يُتحقَّق منه لدى الجهة التي أدرجت السلاح.',
} as const;

test('one officer proposes, another confirms, on pages', async (t) => {
  const { address } = await servePages(t, here.office);
  const [clerk, contact] = [
    await officer(here, address, { role: 'registry-clerk' }),
    await officer(here, address, { role: 'national-contact' }),
  ];
  const arm = await aStolenArm(here, 'QP-114402');
  const page = await clerk.get(`/arms/${arm}`);
  const [, way] = /href="(\/listings\/propose[^"]*)"/.exec(page.text)!;
  const typed = { reference: 'PV 7/2026', ground: 'Arms Act' };
  const lacking = await clerk.fill(way!, typed);
  assert.equal(lacking.status, 422);
  assert.match(lacking.text, /Choose at least one partner/);
  const done = await clerk.fill(way!, { ...typed, [`to.${there.id}`]: 'yes' });
  assert.equal(done.status, 303, done.text.slice(0, 600));
  const entry = done.location!.split('?')[0]!;
  const own = await clerk.get(entry);
  assert.doesNotMatch(own.text, /\/confirm"/, 'whoever proposed it is offered nothing');
  assert.equal((await clerk.post(`${entry}/confirm`, {})).status, 403);
  assert.equal((await contact.post(`${entry}/confirm`, {})).status, 303);
  assert.match((await contact.get(entry)).text, /live/);
  const cancelled = await contact.post(`${entry}/cancel`, { reason: 'mistake', words: 'Misread.' });
  assert.equal(cancelled.status, 303);
  assert.match((await contact.get(entry)).text, /not proved yet/);
});

test('a hit says in three languages that it is no ground for arrest, until it is confirmed', async (t) => {
  const { address } = await servePages(t, here.office);
  const arm = await aStolenArm(here, 'QP-220033');
  await listed(here, arm, [there.id]);
  const seized = await anArm(here, 'QP-22OO33');
  await happens(here, seized, 'seized');
  const [hit] = await hitsOf(here, { arm: seized });
  for (const language of ['en', 'fr', 'ar'] as const) {
    const who = await officer(here, address, { role: 'investigator', language });
    for (const path of ['/hits', `/hits/${hit!.id}`, `/listings/${hit!.listing}`]) {
      const page = await who.get(path);
      assert.equal(page.status, 200);
      assert.ok(page.text.includes(CAUTION[language]), `${language} ${path}`);
      assert.match(page.text, language === 'ar' ? /dir="rtl"/ : /dir="ltr"/);
    }
    assert.doesNotMatch((await who.get(`/hits/${hit!.id}`)).text, /\/tell"/);
  }
  const contact = await officer(here, address, { role: 'national-contact' });
  const work = await contact.get('/to-settle?kind=listing-hit');
  assert.ok(work.text.includes(`/hits/${hit!.id}`));
  assert.equal((await contact.post(`/hits/${hit!.id}/ask`, { words: 'Which digit?' })).status, 303);
  assert.equal((await contact.post(`/hits/${hit!.id}/tell`, {})).status, 422);
  assert.equal((await contact.post(`/hits/${hit!.id}/tell`, { answer: 'live-and-same' })).status, 303);
  const confirmed = await contact.get(`/hits/${hit!.id}`);
  assert.ok(!confirmed.text.includes(CAUTION.en));
});

test('what a partner writes is shown as words', async (t) => {
  const { address } = await servePages(t, here.office);
  const [first = ''] = BREAKERS;
  const description = { class: 'pistol', maker: first.slice(0, 250), model: BREAKERS[1]!.slice(0, 250) };
  const arm = await aStolenArm(there, 'QP-330044', { description });
  const text = BREAKERS.join(' ').slice(0, 280).replaceAll('\0', ' ');
  await listed(there, arm, [here.id], { place: text, reference: text, ground: text });
  await deliver(there, [here, there]);
  const who = await officer(here, address, { role: 'national-contact' });
  const list = await who.get('/listings?side=partner');
  assert.deepEqual(listForeign(list.text), []);
  const [, path] = /href="(\/listings\/[0-9a-f-]{36})"/.exec(list.text)!;
  const page = await who.get(path!);
  assert.equal(page.status, 200);
  assert.deepEqual(listForeign(page.text), []);
  assert.doesNotMatch(page.text, /\/(confirm|renew|cancel)"/, 'nobody here changes the entry of a partner');
});
