/** Two sides of a hand-over, corrections, registering, photographs, and what is left unfinished, through their pages. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sweepDrafts } from '../../src/acts/drafts.ts';
import { viewArm } from '../../src/acts/view-arm.ts';
import { phonePhotograph } from '../acts/pictures.ts';
import { type World, world } from '../world.ts';
import { fieldsOf, officer, plain } from './officer.ts';
import { arm, got, party } from './told-arms.ts';
import { servePages } from './visitor.ts';

let here: World;
let unit: string;
let depot: string;
before(async () => {
  here = await world();
  unit = await party(here, 'unit', '2nd Company');
  depot = await party(here, 'depot', 'Depot Kerem');
});
after(() => here.close());

let serial = 0;
const newArm = () =>
  arm(here, {
    description: { class: 'rifle', maker: 'Norvik', model: 'M70' },
    marks: [{ kind: 'serial', part: 'receiver', text: `ZN8${1000 + serial++}`, condition: 'legible' }],
    to: { owner: unit, unit, keeper: unit },
    happened: '2019-04-01' as never,
  });
const view = async (id: string) => got(await viewArm.run(here.office, here.actor, { arm: id }));

test('PoA II.17: one posts, another finds it on the first page and confirms; nobody answers for the other side', async (t) => {
  const pages = await servePages(t, here.office);
  const giver = await officer(here, pages.address, { role: 'armourer', party: unit });
  const receiver = await officer(here, pages.address, { role: 'keeper', party: depot });
  const { arm: id, number } = await newArm();
  const nobody = await giver.fill(`/arms/${number}/hand-over`, { why: 'kept' });
  assert.equal(nobody.status, 422);
  assert.match(nobody.text, /id="to\.keeper-wrong"/);
  assert.equal(fieldsOf(nobody.text).why, 'kept');
  const posted = await giver.fill(`/arms/${number}/hand-over`, {
    'to.keeper': 'depot kerem',
    due: '2030-01-01',
  });
  assert.equal(posted.status, 303, plain(posted.text));
  assert.equal((await view(id)).state.pending?.due, '2030-01-01');
  assert.equal((await view(id)).state.now.keeper, unit, 'the giver still answers for it');
  const first = await receiver.get('/');
  assert.match(first.text, new RegExp(`href="/arms/${number}/answer"><span class="tag late">Waits for you`));
  const path = `/arms/${number}/answer`;
  assert.doesNotMatch((await giver.get(path)).text, /value="hand-over-confirmed"/);
  const own = fieldsOf((await giver.get(path)).text);
  const forged = await giver.post(path, { ...own, do: 'hand-over-confirmed' });
  assert.equal(forged.status, 409, 'the giver confirms nothing');
  assert.doesNotMatch((await receiver.get(path)).text, /value="hand-over-withdrawn"/);
  const confirmed = await receiver.fill(path, { do: 'hand-over-confirmed', how: 'read' });
  assert.equal(confirmed.status, 303, plain(confirmed.text));
  assert.equal((await view(id)).state.now.keeper, depot);
  assert.match((await receiver.get(path)).text, /No hand-over of this arm waits/);
});

test('ITI 11: an entry is corrected from the table, with its own words to change, and stays to be seen', async (t) => {
  const pages = await servePages(t, here.office);
  const me = await officer(here, pages.address, { role: 'armourer', party: unit });
  const { arm: id, number } = await newArm();
  await me.fill(`/arms/${number}/record/lost`, { 'when.year': '2023', 'when.month': '5', 'when.day': '' });
  const page = await me.get(`/arms/${number}`);
  const [, path = ''] =
    /href="(\/arms\/[^"]*\/correct\?entry=[^"]+)">Correct/.exec(
      page.text.split('<th scope="row">lost<')[1] ?? '',
    ) ?? [];
  const form = await me.get(plain(path));
  const first = fieldsOf(form.text);
  assert.equal(first.instead, 'lost');
  assert.deepEqual([first['when.year'], first['when.month'], first['when.day']], ['2023', '05', '']);
  assert.equal((await me.post(plain(path), { ...first, because: '' })).status, 422);
  const sent = await me.post(plain(path), {
    ...first,
    because: 'It was the year before.',
    'when.year': '2022',
  });
  assert.equal(sent.status, 303, plain(sent.text));
  const { events, state } = await view(id);
  const lost = events.filter((one) => one.type === 'lost');
  assert.deepEqual(
    lost.map((one) => [one.happened, one.corrected]),
    [
      ['2022-05', false],
      ['2023-05', true],
    ],
  );
  assert.equal(state.status, 'lost');
  const other = await me.post(plain(path), {
    ...first,
    because: 'It is not lost.',
    instead: 'sighted',
    do: 'show',
  });
  assert.equal(fieldsOf(other.text).shown, 'sighted');
  assert.equal(fieldsOf(other.text).because, 'It is not lost.');
});

test('ITI 11: an arm is registered with several marks and gets its number, large', async (t) => {
  const pages = await servePages(t, here.office);
  const me = await officer(here, pages.address, { role: 'registry-clerk', party: unit });
  const page = await me.get('/register');
  const fields: Record<string, string> = {
    ...fieldsOf(page.text),
    'arm.maker': 'Norvik',
    'mark.0.text': 'ZN 99',
    'mark.1.condition': 'removed',
  };
  const more = await me.post('/register', { ...fields, do: 'more' });
  assert.equal(more.status, 200);
  const wider = fieldsOf(more.text);
  assert.deepEqual([wider.rows, wider['mark.0.text'], wider.act], ['5', 'ZN 99', fields.act]);
  assert.equal((await me.post('/register', wider)).status, 422, 'a class is needed');
  const sent = await me.post('/register', {
    ...wider,
    'arm.class': 'rifle',
    'mark.4.text': 'XA 05',
    'mark.4.kind': 'import',
  });
  assert.equal(sent.status, 303, plain(sent.text));
  const [, number = ''] = /\/arms\/(XA-[0-9A-Z-]+)\/registered/.exec(sent.location ?? '') ?? [];
  assert.match((await me.get(sent.location!)).text, new RegExp(`class="number"><bdi[^>]*>${number}`));
  const { state } = await view(number);
  assert.deepEqual(
    state.marks.map((mark) => [mark.kind, mark.text, mark.condition]),
    [
      ['serial', 'ZN 99', 'legible'],
      ['serial', '', 'removed'],
      ['import', 'XA 05', 'legible'],
    ],
  );
  assert.equal(state.now.keeper, unit);
});

test('a photograph is added by a plain form, shown as a copy, and given out whole only to those who may', async (t) => {
  const pages = await servePages(t, here.office);
  const expert = await officer(here, pages.address, { role: 'forensic' });
  const investigator = await officer(here, pages.address, { role: 'investigator' });
  const { arm: id, number } = await newArm();
  const path = `/arms/${number}/documents`;
  const fields = fieldsOf((await expert.get(path)).text);
  const { file: _none, ...typed } = fields;
  const missing = await expert.post(path, { ...typed, title: 'Left side' }, true);
  assert.equal(missing.status, 422);
  assert.equal(fieldsOf(missing.text).title, 'Left side');
  const photograph = await phonePhotograph();
  const file = new File([Uint8Array.from(photograph)], 'left.jpg', { type: 'image/jpeg' });
  const sent = await expert.post(path, { ...typed, title: '<b>Left</b> side', part: 'receiver', file }, true);
  assert.equal(sent.status, 303, plain(sent.text));
  const page = await expert.get(`/arms/${number}`);
  const [, document = ''] = /src="\/documents\/([0-9a-f-]{36})\/small"/.exec(page.text) ?? [];
  assert.ok(document, 'the strip shows it');
  assert.match(page.text, /&lt;b&gt;Left&lt;\/b&gt; side/);
  const copy = await investigator.get(`/documents/${document}/large`);
  assert.equal(copy.headers.get('content-type'), 'image/jpeg');
  assert.equal(copy.headers.get('content-security-policy'), "sandbox; default-src 'none'");
  const original = await expert.get(`/documents/${document}/original`);
  assert.equal(original.status, 200);
  assert.match(original.headers.get('content-disposition') ?? '', /^attachment/);
  assert.equal(Number(original.headers.get('content-length')), photograph.length);
  assert.equal((await investigator.get(`/documents/${document}/original`)).status, 403);
  const clerk = await officer(here, pages.address, { role: 'registry-clerk' });
  assert.equal((await clerk.get(`/documents/${document}/large`)).status, 403);
  assert.equal((await view(id)).events.at(-1)?.type, 'documented');
  const big = new File([new Uint8Array(3 * 1024 * 1024)], 'x.jpg', { type: 'image/jpeg' });
  const refused = await expert.post(path, { ...typed, act: '', file: big, title: 'kept' }, true);
  assert.equal(refused.status, 422, 'larger than other bodies may be, and judged by what it holds');
  assert.equal(fieldsOf(refused.text).title, 'kept');
});

test('what is typed is kept: two tabs apart, nobody else’s, until it is sent', async (t) => {
  const pages = await servePages(t, here.office);
  const me = await officer(here, pages.address, { role: 'armourer', party: unit });
  const other = await officer(here, pages.address, { role: 'armourer', party: unit });
  const { arm: id, number } = await newArm();
  const path = `/arms/${number}/record/lost`;
  const tabs = [fieldsOf((await me.get(path)).text), fieldsOf((await me.get(path)).text)];
  const words = ['Zeile \u202E <eins>', 'zwei\nlines & "quotes"'];
  for (const [n, tab] of tabs.entries()) {
    const sent = await me.post('/drafts', { ...tab, draft: tab.act!, path, why: words[n]! });
    assert.equal(sent.status, 204);
  }
  const list = await me.get('/drafts');
  const ids = [...list.text.matchAll(/href="\/drafts\/([0-9a-f-]{36})"/g)].map((one) => one[1]!);
  assert.deepEqual(ids.toSorted(), tabs.map((tab) => tab.act).toSorted());
  assert.match((await me.get('/')).text, /Not finished/);
  for (const [n, tab] of tabs.entries()) {
    const open = await me.get(`/drafts/${tab.act}`);
    assert.equal(open.location, `${path}?draft=${tab.act}`);
    const restored = fieldsOf((await me.get(open.location!)).text);
    assert.deepEqual([restored.act, restored.why?.replaceAll('\r', '')], [tab.act, words[n]]);
    assert.equal((await other.get(`/drafts/${tab.act}`)).status, 404, 'a draft is its owner’s alone');
    assert.notEqual(fieldsOf((await other.get(`${path}?draft=${tab.act}`)).text).why, words[n]);
  }
  assert.doesNotMatch((await other.get('/drafts')).text, /href="\/drafts\//);
  assert.equal((await other.post(`/drafts/${tabs[0]!.act}/forget`, {})).status, 303);
  const done = await me.post(path, { ...tabs[0]!, why: words[0]! });
  assert.equal(done.status, 303);
  assert.equal((await me.get(`/drafts/${tabs[0]!.act}`)).status, 404, 'sent, so no draft any more');
  const late = await me.post('/drafts', { ...tabs[0]!, draft: tabs[0]!.act!, path });
  assert.equal(late.status, 200, 'what was sent is not kept again');
  assert.equal((await me.get(`/drafts/${tabs[0]!.act}`)).status, 404);
  const kept = await me.post(path, { ...tabs[1]!, why: 'later', do: 'keep' });
  assert.equal(kept.location, '/drafts');
  assert.equal((await view(id)).events.filter((one) => one.type === 'lost').length, 1);
  await me.post(`/drafts/${tabs[1]!.act}/forget`, {});
  assert.doesNotMatch((await me.get('/drafts')).text, /href="\/drafts\//);
});

test('drafts are bounded, go to forms of ours only, and are thrown away after thirty days', async (t) => {
  const pages = await servePages(t, here.office);
  const me = await officer(here, pages.address, { role: 'armourer', party: unit });
  const { number } = await newArm();
  const path = `/arms/${number}/record/lost`;
  const tab = fieldsOf((await me.get(path)).text);
  for (const wrong of [
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/people',
    '/arms/x/record/nothing',
  ])
    assert.equal((await me.post('/drafts', { draft: tab.act!, path: wrong, why: 'x' })).status, 422, wrong);
  const large = Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`field${n}`, 'é'.repeat(15_000)]));
  assert.equal((await me.post('/drafts', { ...large, draft: tab.act!, path })).status, 409);
  assert.match((await me.post(path, { ...tab, ...large, do: 'keep' })).text, /role="alert">[^<]*64/);
  assert.equal((await me.post('/drafts', { ...tab, draft: tab.act!, path })).status, 204);
  const in29 = { ...here.office, clock: () => Date.now() + 29 * 86_400_000 };
  const in31 = { ...here.office, clock: () => Date.now() + 31 * 86_400_000 };
  assert.equal(await sweepDrafts(in29), 0);
  assert.ok((await sweepDrafts(in31)) >= 1);
});

test('what was typed when a session ran out is shown again after signing in, and done only when it is sent', async (t) => {
  const pages = await servePages(t, here.office);
  const me = await officer(here, pages.address, { role: 'armourer', party: unit });
  const { arm: id, number } = await newArm();
  const path = `/arms/${number}/record/lost`;
  const fields = { ...fieldsOf((await me.get(path)).text), why: 'typed an hour ago' };
  const out = await fetch(`${pages.address}${path}`, {
    method: 'POST',
    headers: { origin: pages.address },
    body: new URLSearchParams(fields),
  });
  assert.equal(out.status, 401);
  assert.match(await out.text(), /name="kept\.why" value="typed an hour ago"/);
  const back = await me.post(path, { ...fields, restored: 'yes' });
  assert.equal(back.status, 200);
  assert.equal(fieldsOf(back.text).why, 'typed an hour ago');
  assert.equal((await view(id)).events.length, 1, 'nothing was recorded yet');
  assert.equal((await me.post(path, fieldsOf(back.text))).status, 303);
});
