/** Finding, keeping and exporting over real HTTP: names stand in no address, a search is its owner's, a file says who took it. */
import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import ExcelJS from 'exceljs';
import { sweepSearches } from '../../src/acts/searches.ts';
import { type World, world } from '../world.ts';
import { type Officer, officer, plain } from './officer.ts';
import { arm, party } from './told-arms.ts';
import { servePages } from './visitor.ts';

const HOLDER = 'Zelda Quorn';
const DEPOT = 'Depot Omber';
let here: World;

before(async () => {
  here = await world();
  const keeper = await party(here, 'depot', DEPOT);
  const holder = await party(here, 'person', HOLDER);
  for (let n = 0; n < 120; n++)
    await arm(here, {
      description: { class: 'pistol', maker: n === 0 ? '=SUM(A1)' : 'Tarvos', model: 'PT-58' },
      marks: [{ kind: 'serial', part: 'frame', text: `KJT${82100 + n}`, condition: 'legible' }],
      to: n < 2 ? { keeper: holder, owner: holder } : { keeper },
      happened: '2019-04-01' as never,
    });
  await here.numbering.drain();
});
after(() => here.close());

async function at(t: TestContext, role = 'registry-clerk', more: object = {}): Promise<Officer> {
  const pages = await servePages(t, here.office);
  return officer(here, pages.address, { role, ...more });
}

const numbersIn = (text: string): string[] =>
  [...text.matchAll(/<td class="day"><bdi dir="ltr" class="code">(XA-[0-9A-Z-]+)</g)].map((one) => one[1]!);
const wayTo = (text: string, name: string): string => {
  const [, path] = new RegExp(`href="([^"]*)">${name}</a>`).exec(text) ?? [];
  assert.ok(path, `there is a way to: ${name}`);
  return plain(path);
};

test('a search by a holder is kept under an id, and no name stands in an address', async (t) => {
  const who = await at(t);
  const sent = await who.post('/find', { holder: HOLDER });
  assert.equal(sent.status, 303);
  assert.match(sent.location ?? '', /^\/find\/s\/[0-9a-f-]{36}$/);
  const found = await who.get(sent.location!);
  assert.match(found.text, /2 arms fit/);
  assert.ok(found.text.includes(`value="${HOLDER}"`), 'the form shows what was asked');
  const addresses = [...found.text.matchAll(/(?:href|action)="([^"]*)"/g)].map((one) => plain(one[1]!));
  assert.ok(addresses.every((one) => !one.includes('Zelda') && !one.includes('Quorn')));
  const byAddress = await who.get(`/find?holder=${encodeURIComponent(HOLDER)}&search=all`);
  assert.match(byAddress.text, /120 arms fit/);
});

test('a search is its owner’s alone, and is forgotten after a day unless it has a name', async (t) => {
  const pages = await servePages(t, here.office);
  const [mine, other] = [
    await officer(here, pages.address, { role: 'registry-clerk' }),
    await officer(here, pages.address, { role: 'registry-clerk' }),
  ];
  const { location = '' } = await mine.post('/find', { maker: 'Tarvos' });
  const nameless = await mine.post('/find', { maker: 'Norvik' });
  assert.equal((await other.get(location)).status, 404);
  assert.equal((await other.post(`${location}/name`, { name: 'Theirs' })).status, 404);
  await other.post(`${location}/forget`, {});
  assert.equal((await mine.get(location)).status, 200);
  assert.equal((await mine.post(`${location}/name`, { name: 'All <Tarvos>' })).status, 303);
  assert.match((await mine.get('/find')).text, /All &lt;Tarvos&gt;/);
  const tomorrow = { ...here.office, clock: () => Date.now() + 25 * 3_600_000 };
  assert.ok((await sweepSearches(tomorrow)) >= 1);
  assert.equal((await mine.get(nameless.location!)).status, 404);
  assert.equal((await mine.get(location)).status, 200);
  assert.equal((await mine.post(`${location}/forget`, {})).status, 303);
  assert.equal((await mine.get(location)).status, 404);
});

test('pages go forward, back, to the last and to the first, without gap or repetition', async (t) => {
  const who = await at(t);
  const { location = '' } = await who.post('/find', { maker: 'Tarvos' });
  const first = (await who.get(location)).text;
  const second = (await who.get(wayTo(first, 'Next page'))).text;
  const third = (await who.get(wayTo(second, 'Next page'))).text;
  const all = [first, second, third].flatMap(numbersIn);
  assert.deepEqual([all.length, new Set(all).size], [119, 119]);
  assert.deepEqual(numbersIn((await who.get(wayTo(second, 'Page before'))).text), numbersIn(first));
  assert.deepEqual(numbersIn((await who.get(wayTo(third, 'First page'))).text), numbersIn(first));
  const last = (await who.get(wayTo(first, 'Last page'))).text;
  assert.deepEqual(numbersIn(last), all.slice(-50));
  assert.deepEqual(numbersIn((await who.get(wayTo(last, 'Page before'))).text), all.slice(19, 69));
});

test('fields by which a role may not look are not there, and are refused when forced', async (t) => {
  const who = await at(t, 'investigator');
  const form = (await who.get('/find')).text;
  assert.doesNotMatch(form, /name="holder"|name="unit"|name="keeper"/);
  const forced = await who.post('/find', { holder: HOLDER });
  const answer = await who.get(forced.location!);
  assert.equal(answer.status, 403);
  assert.match(answer.text, /role="alert"/);
});

test('a field that cannot be used keeps the form as it was typed', async (t) => {
  const who = await at(t);
  const answer = await who.post('/find', { from: 'yesterday', maker: 'Tar"vos' });
  assert.equal(answer.status, 400);
  assert.match(answer.text, /id="from"[^>]*aria-invalid="true"/);
  assert.ok(answer.text.includes('value="Tar&quot;vos"'));
});

test('a file says who took it, what for and by which entry; it names neither holder nor site and runs nothing', async (t) => {
  const pages = await servePages(t, here.office);
  const who = await officer(here, pages.address, { role: 'auditor' });
  const csv = await who.post('/find/export', { model: 'PT-58', purpose: 'case 9/26', format: 'csv' });
  assert.equal(csv.status, 200);
  assert.match(csv.headers.get('content-disposition') ?? '', /^attachment; filename="arms-[\d-]+-\w+\.csv"$/);
  const lines = csv.text.replace('\ufeff', '').trimEnd().split('\r\n');
  assert.equal(lines[0], 'DEMONSTRATION');
  const [operator, at_, purpose, entry] = lines[1]!.split(',');
  assert.match(operator!, /^[0-9a-f-]{36}$/);
  assert.match(at_!, /^\d{4}-\d\d-\d\dT/);
  assert.equal(purpose, 'case 9/26');
  const kept = await here.db.rows<{ body: string }>(
    `select convert_from(body, 'UTF8') as body from ledger_entry where entry_id = $1`,
    [entry],
  );
  assert.match(kept[0]!.body, /"arms":120.*"purpose":"case 9\/26"/);
  assert.equal(lines.length, 3 + 120);
  assert.ok(csv.text.includes("'=SUM(A1)") && !/(^|,)=SUM/m.test(csv.text));
  assert.ok(!csv.text.includes(HOLDER) && !csv.text.includes(DEPOT));
  const workbook = await fetch(`${pages.address}/find/export`, {
    method: 'POST',
    headers: { cookie: who.cookie, origin: pages.address },
    body: new URLSearchParams({ model: 'PT-58', purpose: 'case 9/26', format: 'xlsx' }),
  });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await workbook.arrayBuffer());
  const first = book.worksheets[0]!.getColumn(1).values.slice(3);
  assert.deepEqual(
    first,
    lines.slice(2).map((line) => line.split(',')[0]),
  );
});

test('a file needs a purpose and the power to take it', async (t) => {
  const clerk = await at(t);
  assert.equal((await clerk.post('/find/export', { format: 'csv' })).status, 422);
  const customs = await at(t, 'customs');
  assert.doesNotMatch((await customs.get('/find?search=all')).text, /find\/export/);
  assert.equal((await customs.post('/find/export', { purpose: 'x', format: 'csv' })).status, 403);
});

test('J-02: a role that finds no arms is told so instead of given an empty form, and the try leaves its line', async (t) => {
  const { address } = await servePages(t, here.office);
  const reporting = await officer(here, address, { role: 'reporting' });
  const tries = async (): Promise<number> => {
    const lines = await here.db.rows(
      "select 1 as one from access_log where act = 'find-arms (not permitted)'",
    );
    return lines.length;
  };
  const before = await tries();
  const { status, text } = await reporting.get('/find');
  assert.equal(status, 403);
  assert.match(text, /Your role does not include this/);
  assert.doesNotMatch(text, /name="serial"/);
  assert.equal((await reporting.post('/find', { serial: 'KJT82100' })).status, 403);
  assert.equal(await tries(), before + 2);
});
