/**
 * Letters and papers over HTTP: a scan taken in and registered beside its fields, a filled form read before it is registered, what is
 * missing asked for at once, documents and copy-sheets given out.
 *
 * @clause C-05, C-13
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { listPapers } from '../../src/acts/list-papers.ts';
import { viewTrace } from '../../src/acts/view-trace.ts';
import { WORD } from '../../src/domain/documents/document.ts';
import { emptyForm } from '../../src/doors/papers/paper.ts';
import { readDocument } from '../../src/doors/papers/read-document.ts';
import { valuesOfSaid } from '../../src/doors/papers/values.ts';
import { writeDocument } from '../../src/doors/papers/write-document.ts';
import { DEVICE, PLACE, phonePhotograph, plainPicture } from '../acts/pictures.ts';
import { kept } from '../acts/registry.ts';
import { changed, fill, withPictures } from '../trace/filled.ts';
import { requestFrom } from '../trace/said.ts';
import { type World, world } from '../world.ts';
import { type Officer, officer, plain } from './officer.ts';
import { servePages } from './visitor.ts';

let here: World;
let address: string;
let contact: Officer;
let stranger: Officer;
before(async (t) => {
  here = await world();
  ({ address } = await servePages(t as never, here.office));
  contact = await officer(here, address, { role: 'national-contact', name: 'Rana Keller' });
  stranger = await officer(here, address, { role: 'registry-clerk' });
});
after(() => here.close());

const typed = (reference: string, more: object = {}): Record<string, string> => ({
  ...Object.fromEntries(valuesOfSaid({ kind: 'request', content: requestFrom('XC', { reference }) })),
  ...{ kind: 'request', channel: 'letter', received: '2026-01-12', dated: '2026-01-02', paper: 'none' },
  ...more,
});

async function upload(path: string, bytes: Buffer, name: string, type: string): Promise<Response> {
  const form = new FormData();
  form.set('title', 'Letter of XC');
  form.set('file', new File([Uint8Array.from(bytes)], name, { type }));
  return fetch(`${address}${path}`, {
    method: 'POST',
    body: form,
    redirect: 'manual',
    headers: { cookie: contact.cookie, origin: address },
  });
}

test('a scan is taken in, stands beside the fields, and belongs to the trace of what it says', async () => {
  const taken = await upload('/traces/register/paper', await plainPicture('png'), 'letter.png', 'image/png');
  const to = taken.headers.get('location') ?? '';
  assert.match(to, /^\/traces\/register\?paper=[0-9a-f-]{36}$/, await taken.text());
  const paper = to.split('=')[1]!;
  const shown = (await contact.get(to)).text;
  assert.ok(shown.includes(`/documents/${paper}/large`) && shown.includes('name="mark.1.text"'));
  const wrong = await contact.post(
    '/traces/register',
    typed('XC-1', { paper, 'recovery.happened': '03/04/2019' }),
  );
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /value="03\/04\/2019"/);
  assert.match(plain(wrong.text), /This is no date/);
  const done = await contact.post(
    '/traces/register',
    typed('XC-1', { paper, 'ground.law': '', 'ground.unlawful-where-found': '' }),
  );
  const [, trace] = /^\/traces\/([0-9a-f-]{36})\/papers$/.exec(done.location ?? '') ?? [];
  assert.ok(trace, done.text.slice(0, 2000));
  const page = await contact.get(`/traces/${trace}/papers`);
  assert.ok(page.text.includes(`/documents/${paper}/small`));
  assert.match(plain(page.text), /does not say/);
  const { papers } = kept(await listPapers.run(here.office, here.actor, listPapers.input.parse({ trace })));
  assert.equal(papers[0]?.id, paper);

  const view = kept(await viewTrace.run(here.office, here.actor, { trace }));
  const request = view.requests[0]!.id;
  const asked = await contact.post(`/traces/${trace}/papers/ask`, {
    request,
    fields: 'ground law',
    text: 'Please.',
  });
  assert.equal(asked.status, 303, asked.text.slice(0, 1000));
  const translated = { request, side: 'requester', seq: '1', language: 'fr', text: 'Une arme.' };
  assert.equal((await contact.post(`/traces/${trace}/papers/translate`, translated)).status, 303);
  const after_ = (await contact.get(`/traces/${trace}/papers?lang=ar`)).text;
  assert.match(plain(after_), /Une arme\./);
  const letter = await fetch(
    `${address}/traces/${trace}/requests/${request}/document?side=responder&seq=1&language=ar`,
    { headers: { cookie: contact.cookie } },
  );
  assert.match(
    letter.headers.get('content-disposition') ?? '',
    /^attachment; filename="[A-Za-z0-9._-]+\.docx"$/,
  );
  assert.deepEqual(
    kept(await readDocument(Buffer.from(await letter.arrayBuffer()))).said.map(({ kind }) => kind),
    ['more-wanted'],
  );
  assert.match(
    plain((await contact.get(`/traces/${trace}/requests/${request}/print?language=ru`)).text),
    /Запрос об отслеживании/,
  );
  const sheet = await contact.get(`/traces/${trace}/requests/${request}/sheet/atf`);
  assert.match(sheet.text, /value="ZQ-0417"/);
  assert.match(
    (await contact.get(`/traces/${trace}/requests/${request}/sheet/iarms?as=csv`)).text,
    /"ZQ-0417"/,
  );
});

test('a filled form is read and shown before anything is registered', async () => {
  const before_ = await here.db.rows('select trace_id from trace');
  const form = changed(await writeDocument(emptyForm('fr')), (xml) =>
    fill(fill(fill(xml, 'request.reference', 'XC-55'), 'item.maker', 'Zeta'), 'item.country', 'Atlantide'),
  );
  const taken = await upload('/traces/register/paper', form, 'form.docx', WORD);
  const shown = await contact.get(taken.headers.get('location') ?? '');
  assert.match(shown.text, /value="XC-55"/);
  assert.match(shown.text, /value="Zeta"/);
  assert.match(plain(shown.text), /Atlantide.*This country is not known/s);
  assert.deepEqual(await here.db.rows('select trace_id from trace'), before_);
  const bad = await upload(
    '/traces/register/paper',
    changed(form, (xml) => xml.replace('</w:body>', '')),
    'form.docx',
    WORD,
  );
  const said = await contact.get(bad.headers.get('location') ?? '');
  assert.match(plain(said.text), /no document of Word, or it is damaged/);
});

test('whoever is no contact point sees none of it; forms are for everybody', async () => {
  for (const path of ['/traces/register', `/traces/${here.office.node}/papers`])
    assert.equal((await stranger.get(path)).status, 403, path);
  assert.equal((await stranger.get('/traces/forms/zh')).status, 200);
  assert.equal((await contact.get('/traces/forms/xx')).status, 404);
});

test('photographs in a filled form are shown as they would be kept, chosen, and go with the request', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  const filled = changed(await writeDocument(emptyForm('fr')), (xml) => {
    const values = valuesOfSaid({ kind: 'request', content: requestFrom('XC', { reference: 'XC-PIC' }) });
    return [...values].reduce((whole, [tag, value]) => fill(whole, tag, value), xml);
  });
  const document = withPictures(filled, [
    { bytes: await phonePhotograph() },
    { bytes: svg, name: 'a.svg' },
    { target: 'https://elsewhere.example/t.png', isOutside: true },
    { bytes: await plainPicture('png') },
  ]);
  const taken = await upload('/traces/register/paper', document, 'form.docx', WORD);
  const to = taken.headers.get('location') ?? '';
  const paper = to.split('=')[1]!;
  const shown = (await contact.get(to)).text;
  assert.match(plain(shown), /Photographs in the form/);
  assert.match(plain(shown), /points at a picture that is not in it/);
  const path = `/traces/paper/${paper}/pictures`;
  const pictures = [...shown.matchAll(/<img src="([^"]+)"/g)].map(([, at]) => at);
  assert.deepEqual(pictures, [`${path}/1`, `${path}/4`]);
  const copy = await fetch(`${address}${path}/1`, { headers: { cookie: contact.cookie } });
  assert.equal(copy.headers.get('content-type'), 'image/jpeg');
  const bytes = Buffer.from(await copy.arrayBuffer());
  assert.ok(bytes.length > 1000 && !bytes.includes(DEVICE) && !bytes.includes(PLACE));
  for (const [place, status] of [
    ['2', 404],
    ['3', 409],
    ['9', 404],
  ] as const)
    assert.equal((await contact.get(`${path}/${place}`)).status, status, place);
  assert.equal((await stranger.get(`${path}/1`)).status, 403);
  const done = await contact.post(
    '/traces/register',
    typed('XC-PIC', {
      paper,
      ...{ 'picture.1.side': 'left', 'picture.1.scale': 'yes', 'picture.2.side': 'mark' },
      ...{ 'picture.4.side': 'none' },
    }),
  );
  const [, trace] = /^\/traces\/([0-9a-f-]{36})\/papers$/.exec(done.location ?? '') ?? [];
  assert.ok(trace, done.text.slice(0, 2000));
  const view = kept(await viewTrace.run(here.office, here.actor, { trace }));
  const [request] = view.requests;
  assert.deepEqual(
    request!.content!.photographs.map(({ side, hasScale }) => [side, hasScale]),
    [['left', true]],
    'what was left out or never taken does not come by naming it',
  );
  const kept_ = await fetch(`${address}/traces/${trace}/photographs/${request!.id}/1`, {
    headers: { cookie: contact.cookie },
  });
  assert.equal(kept_.status, 200);
});
