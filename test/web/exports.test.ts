/** Files with names over real HTTP: asked for from a list, decided by another, drawn once; nothing leaks on the way. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, test } from 'node:test';
import ExcelJS from 'exceljs';
import { type World, world } from '../world.ts';
import { type Officer, officer, plain } from './officer.ts';
import { arm, party } from './told-arms.ts';
import { servePages } from './visitor.ts';

const HOLDER = 'Zelda Quorn';
const TRICKY = '=HYPERLINK("http://x")';
const DEPOT = 'Depot Omber';
const REASON = 'The court asks who has these arms';
let here: World;

before(async () => {
  here = await world();
  const keeper = await party(here, 'depot', DEPOT);
  for (const name of [HOLDER, TRICKY]) {
    const owner = await party(here, 'person', name);
    await arm(here, {
      description: { class: 'pistol', maker: 'Tarvos', model: 'PT-58' },
      to: { owner, keeper },
      happened: '2019-04-01' as never,
    });
  }
  await here.numbering.drain();
});
after(() => here.close());

type Opens = (role: string, name?: string, more?: object) => Promise<Officer>;
const people =
  (address: string): Opens =>
  (role, name = 'Awa Sorel', more = {}) =>
    officer(here, address, { role, name, ...more });

/** Finds, asks, and gives the path of the request. */
async function asks(who: Officer, search: Record<string, string>, kinds: object): Promise<string> {
  const begun = await who.post('/exports/search', search);
  assert.match(begun.location ?? '', /^\/exports\/ask\/[0-9a-f-]{36}$/);
  const sent = await who.fill(begun.location!, { ...kinds, purpose: 'case 9/26', reason: REASON });
  assert.equal(sent.status, 303, sent.text.slice(0, 2000));
  assert.match(sent.location ?? '', /^\/exports\/[0-9a-f-]{36}$/);
  return sent.location!;
}

test('J-02, J-06: a list with names is asked for, granted by another, and drawn once with its watermark', async (t) => {
  const opens = people((await servePages(t, here.office)).address);
  const clerk = await opens('registry-clerk', 'Ilse Varn');
  assert.match((await clerk.get('/find?maker=Tarvos&search=all')).text, /action="\/exports\/search"/);
  const request = await asks(clerk, { maker: 'Tarvos' }, { holder: 'yes', site: 'yes' });
  const early = await clerk.post(`${request}/draw`, { format: 'csv' });
  assert.equal(early.status, 409);
  assert.ok(!early.text.includes(HOLDER) && !(await clerk.get(request)).text.includes('/draw'));
  const supervisor = await opens('supervisor', 'Oskar Lind');
  const today = (await supervisor.get('/')).text;
  assert.ok(today.includes('Files with names to decide on') && today.includes('Ilse Varn'));
  const page = (await supervisor.get(request)).text;
  for (const told of ['Ilse Varn', 'case 9/26', REASON, 'Tarvos', 'persons and companies'])
    assert.ok(page.includes(told), told);
  assert.ok(![HOLDER, DEPOT].some((name) => page.includes(name) || today.includes(name)));
  const empty = await supervisor.fill(request, { words: 'The order was read.' });
  assert.equal(empty.status, 422);
  assert.match(empty.text, /The order was read\.<\/textarea>/);
  const done = await supervisor.fill(request, { verdict: 'approved', words: 'The order was read.' });
  assert.deepEqual([done.status, done.location], [303, '/exports']);
  assert.match((await clerk.get('/')).text, /Files granted to you, to be drawn/);
  assert.ok((await clerk.get(request)).text.includes('The order was read.'));
  const other = await opens('registry-clerk');
  for (const forced of [await other.get(request), await other.post(`${request}/draw`, { format: 'csv' })]) {
    assert.equal(forced.status, 404);
    assert.ok(!forced.text.includes('Tarvos'));
  }
  const file = await clerk.post(`${request}/draw`, { format: 'csv' });
  assert.equal(file.status, 200);
  assert.match(
    file.headers.get('content-disposition') ?? '',
    /^attachment; filename="names-[\d-]+-\w+\.csv"$/,
  );
  assert.match(file.headers.get('cache-control') ?? '', /no-store/);
  const lines = file.text.replace('\ufeff', '').trimEnd().split('\r\n');
  assert.match(lines[2]!, /^Ilse Varn,[^,]+,case 9\/26,Oskar Lind,/);
  assert.equal(lines.length, 6);
  assert.ok(file.text.includes(HOLDER) && file.text.includes(DEPOT));
  assert.ok(!/(^|,)"?=/m.test(file.text), 'nothing in it runs');
  const digest = createHash('sha256')
    .update(`\ufeff${file.text.replace('\ufeff', '')}`)
    .digest('hex');
  const auditor = await opens('auditor');
  assert.match((await auditor.get('/')).text, /Files with names, drawn this week/);
  assert.ok((await auditor.get(request)).text.includes(digest), 'the auditor sees the digest of the file');
  assert.equal((await clerk.post(`${request}/draw`, { format: 'csv' })).status, 409);
});

test('a workbook holds the same, and is drawn under the same rights', async (t) => {
  const pages = await servePages(t, here.office);
  const opens = people(pages.address);
  const clerk = await opens('registry-clerk');
  const request = await asks(clerk, { holder: HOLDER }, { holder: 'yes' });
  const officerOf = await opens('privacy-officer');
  assert.ok((await officerOf.get(request)).text.includes(HOLDER), 'a privacy officer sees holders');
  await officerOf.fill(request, { verdict: 'approved', words: 'Seen.' });
  const answer = await fetch(`${pages.address}${request}/draw`, {
    method: 'POST',
    headers: { cookie: clerk.cookie, origin: pages.address },
    body: new URLSearchParams({ format: 'xlsx' }),
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await answer.arrayBuffer());
  const rows = book.worksheets[0]!.getSheetValues().map((row) => JSON.stringify(row));
  assert.ok(rows.at(-1)!.includes(HOLDER) && !rows.join().includes(DEPOT));
});

test('a supervisor is not told the name that was looked for, in any language', async (t) => {
  const opens = people((await servePages(t, here.office)).address);
  const clerk = await opens('registry-clerk');
  const request = await asks(clerk, { holder: HOLDER }, { holder: 'yes' });
  for (const language of ['en', 'fr', 'ar']) {
    const supervisor = await opens('supervisor', 'Oskar Lind', { language });
    const texts = [
      await supervisor.get(request),
      await supervisor.get('/exports'),
      await supervisor.get('/'),
    ];
    for (const { status, text } of texts) {
      assert.equal(status, 200);
      assert.ok(!text.includes(HOLDER));
    }
  }
  const addresses = [...(await clerk.get(request)).text.matchAll(/(?:href|action)="([^"]*)"/g)];
  assert.ok(addresses.every(([, one]) => !plain(one!).includes('Quorn')));
});

test('a form that lacks something keeps what was typed, and asks for no kind that the role does not show', async (t) => {
  const opens = people((await servePages(t, here.office)).address);
  const clerk = await opens('registry-clerk');
  const { location = '' } = await clerk.post('/exports/search', { maker: 'Tarvos' });
  const bare = await clerk.fill(location, { reason: 'soon', purpose: 'case "9"' });
  assert.equal(bare.status, 422);
  assert.match(bare.text, /<textarea id="reason"[^>]*aria-invalid="true"[^>]*>soon</);
  assert.match(bare.text, /id="holder"[^>]*aria-invalid="true"/);
  assert.ok(bare.text.includes('value="case &quot;9&quot;"'));
  const nothing = await clerk.post('/exports/search', { maker: 'Nobody' });
  const none = await clerk.fill(nothing.location!, { holder: 'yes', purpose: 'x', reason: REASON });
  assert.equal(none.status, 409);
  assert.match(none.text, /No arm fits/);
  const keeper = await opens('keeper');
  const its = await keeper.post('/exports/search', { maker: 'Tarvos' });
  assert.doesNotMatch((await keeper.get(its.location!)).text, /name="holder"/);
  const forced = await keeper.fill(its.location!, { holder: 'yes', purpose: 'x', reason: REASON });
  assert.equal(forced.status, 403);
  const auditor = await opens('auditor');
  assert.doesNotMatch((await auditor.get('/find?maker=Tarvos&search=all')).text, /exports\/search/);
});

test('sent twice, asked once; and ids that are none are told as such', async (t) => {
  const opens = people((await servePages(t, here.office)).address);
  const clerk = await opens('registry-clerk');
  const { location = '' } = await clerk.post('/exports/search', { maker: 'Tarvos' });
  const act = '0198c000-0000-7000-8000-00000000ac70';
  const fields = { act, holder: 'yes', purpose: 'case 1/26', reason: REASON };
  const [first, second] = [await clerk.post(location, fields), await clerk.post(location, fields)];
  assert.deepEqual([first.status, second.location], [303, first.location]);
  const supervisor = await opens('supervisor');
  for (const id of ['nothing', '%00', '0198c000-0000-7000-8000-0000000000fe', 'a'.repeat(300)]) {
    assert.equal((await supervisor.get(`/exports/${id}`)).status, 404, id);
    assert.equal((await clerk.get(`/exports/ask/${id}`)).status, 404, id);
    assert.equal((await clerk.post(`/exports/${id}/draw`, {})).status, 404, id);
    const decided = await supervisor.post(`/exports/${id}`, { verdict: 'approved', words: 'yes' });
    assert.equal(decided.status, 404, id);
  }
});
