/** Identifying over real HTTP, without scripts: leads without holders or sites, nothing of what was typed lost or obeyed. */
import assert from 'node:assert/strict';
import { after, before, type TestContext, test } from 'node:test';
import { drawCode, photographOf } from '../acts/code-pictures.ts';
import { type World, world } from '../world.ts';
import { type Officer, officer, plain } from './officer.ts';
import { arm, party } from './told-arms.ts';
import { servePages } from './visitor.ts';

const HOLDER = 'Zelda Quorn';
const DEPOT = 'Depot Omber';
const UNIT = 'Ninth Company of Savelle';
let here: World;

before(async () => {
  here = await world();
  const [keeper, unit, holder] = [
    await party(here, 'depot', DEPOT),
    await party(here, 'unit', UNIT),
    await party(here, 'person', HOLDER),
  ];
  for (const [at, text] of ['KJT82103', 'KJT82183', 'KIT82103', 'XQ-00001383'].entries())
    await arm(here, {
      description: {
        class: 'pistol',
        maker: at === 2 ? 'Im<b>bra' : 'Taurus',
        model: 'PT-58',
        calibre: '9x19',
        year: 1998,
      },
      marks: [{ kind: 'serial', part: 'frame', text, condition: 'legible' }],
      to: at === 0 ? { keeper: holder, owner: holder } : { keeper, unit },
      happened: '2019-04-01' as never,
    });
});
after(() => here.close());

async function at(t: TestContext, role = 'investigator', more: object = {}): Promise<Officer> {
  const { address } = await servePages(t, here.office);
  return officer(here, address, { role, ...more });
}

async function pictureOf(codes: Parameters<typeof photographOf>[2]): Promise<File> {
  const bytes = await (await photographOf(1000, 800, codes)).png().toBuffer();
  return new File([Uint8Array.from(bytes)], 'left.png', { type: 'image/png' });
}

/** The words of a page, without what isolates them from each other. */
const wordsOf = (text: string): string =>
  plain(text.replace(/<[^>]*>/g, ' '))
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ');

test('B-08: candidates come with reasons, how sure, none of these and where to look, and no holder, site or unit', async (t) => {
  const who = await at(t);
  const asked = { reading: 'KJT821?3', maker: 'tauros' };
  const { status, text } = await who.post('/identify', asked);
  const says = wordsOf(text);
  assert.equal(status, 200);
  assert.match(says, /Investigative lead, to be confirmed by an expert/);
  assert.match(says, /seventh character unknown/);
  assert.match(says, /The seventh character decides: (0 or 8|8 or 0)/);
  assert.match(says, /The number fits every mark seen/);
  assert.match(says, /The maker fits once the spelling is mended: Taurus, typed tauros/);
  assert.match(says, /None of these/);
  assert.match(says, /\d+%/);
  assert.equal(text.match(/<article class="candidate"/g)?.length, 2);
  for (const secret of [HOLDER, DEPOT, UNIT]) assert.ok(!text.includes(secret), secret);
  assert.doesNotMatch(text, /href="\/arms\//, 'no way leads from a candidate to its arm');
});

test('three reasons stand at first, the strongest; all of them are one step further', async (t) => {
  const who = await at(t);
  const beside = { maker: 'tauros', model: 'PT-58', calibre: '9x19', class: 'pistol', year: '1998' };
  const { text } = await who.post('/identify', { reading: 'KJT82103', ...beside });
  const [first = ''] = /<ul class="reasons">.*?<\/ul>/.exec(text) ?? [];
  assert.equal(first.match(/<li/g)?.length, 3);
  assert.match(wordsOf(first), /^ For: The number fits every mark seen/);
  const [, weighs = ''] =
    /<details class="weighs" data-keep="bits-[^>]*>([\s\S]*?)<\/details>/.exec(text) ?? [];
  for (const name of ['Number', 'Maker', 'Model', 'Calibre', 'Class', 'Year'])
    assert.ok(weighs.includes(`<th scope="row">${name}</th>`), name);
});

test('what was read otherwise is said place by place, and names from outside are escaped', async (t) => {
  const who = await at(t);
  const { text } = await who.post('/identify', { reading: 'KJT82103', maker: '<i>Imbra' });
  assert.match(wordsOf(text), /but for: the second character is I, read as J/);
  assert.ok(text.includes('Im&lt;b&gt;bra') && !text.includes('Im<b>bra'));
  assert.ok(text.includes('value="&lt;i&gt;Imbra"') && !text.includes('<i>Imbra'));
});

test('the bits are one step further, from the prior on, and come to what is shown', async (t) => {
  const who = await at(t);
  const { text } = await who.post('/identify', { reading: 'KJT821?3' });
  const [, first = ''] =
    /<details class="weighs" data-keep="bits-[^>]*>([\s\S]*?)<\/details>/.exec(text) ?? [];
  const bits = [...first.matchAll(/<bdi dir="ltr">([+−\d.]+)<\/bdi>/g)].map((one) =>
    Number(one[1]!.replace('−', '-')),
  );
  const result = bits.pop()!;
  assert.ok(bits.length >= 3 && bits[0]! < 0, 'the prior comes first');
  assert.ok(Math.abs(bits.reduce((sum, one) => sum + one, 0) - result) < 0.3);
  const [, share] = /<strong>(\d+)%<\/strong>/.exec(text) ?? [];
  assert.ok(Math.abs(Number(share) / 100 - 2 ** result / (1 + 2 ** result)) < 0.02);
});

test('rubbish gets a sentence and stays as it was typed', async (t) => {
  const who = await at(t);
  const rubbish = [
    '😀😀😀',
    '????',
    '   ',
    '<script>alert(1)</script>'.repeat(20),
    '\u202e\u2066',
    '…',
    '[[[]]',
    '~~~',
  ];
  for (const reading of rubbish) {
    const { status, text } = await who.post('/identify', { reading, maker: 'Tar"vos' });
    assert.ok(status === 422 || status === 200, `${status} for ${reading}`);
    if (status === 422) assert.match(text, /role="alert"/);
    assert.ok(text.includes('value="Tar&quot;vos"'), 'what was typed beside it is there');
    assert.ok(plain(text).includes(`value="${reading.trim()}"`) || reading.trim() === '', reading);
    assert.ok(!text.includes('<script>alert'));
  }
  const long = 'K'.repeat(10_000);
  const kept = await who.post('/identify', { reading: long });
  assert.ok(kept.text.includes(`value="${long}"`));
  assert.equal(kept.status, 422);
  assert.match(wordsOf(kept.text), /too long to be a number/);
  const year = await who.post('/identify', { reading: 'KJT82103', year: 'long ago' });
  assert.equal(year.status, 422);
  assert.match(year.text, /id="year"[^>]*aria-invalid="true"/);
  assert.ok(year.text.includes('value="long ago"') && year.text.includes('value="KJT82103"'));
});

test('the answer alone comes for a script, with a line for whoever listens', async (t) => {
  const who = await at(t);
  const { status, text } = await who.post('/identify/answer', { reading: 'KJT821?3' });
  assert.equal(status, 200);
  assert.doesNotMatch(text, /<html|<form id="identify"/);
  assert.match(wordsOf(/<p data-told>[\s\S]*/.exec(text)![0]), /arms may be it\. First: KJT82\d\d3, \d+%/);
  const nothing = await who.post('/identify/answer', { reading: '??' });
  assert.equal(nothing.status, 200);
  assert.match(wordsOf(nothing.text), /No character of a number was understood/);
});

test('candidates stand side by side with what is seen; others than the candidates are not shown', async (t) => {
  const who = await at(t);
  const asked = { reading: 'KJT821?3', maker: 'Norinco', calibre: '9x19' };
  const { text } = await who.post('/identify', asked);
  const ids = [...text.matchAll(/name="with\.([0-9a-f-]{36})"/g)].map((one) => one[1]!);
  const picked = Object.fromEntries(ids.slice(0, 2).map((id) => [`with.${id}`, id]));
  const page = await who.post('/identify/compare', { ...asked, ...picked });
  const says = wordsOf(page.text);
  assert.equal(page.status, 200);
  assert.match(says, /Side by side.*Investigative lead.*What is seen/);
  assert.match(page.text, /class="clashes"><bdi>Taurus/);
  assert.match(says, /Taurus Against −/);
  for (const secret of [HOLDER, DEPOT, UNIT]) assert.ok(!page.text.includes(secret), secret);
  const none = await who.post('/identify/compare', asked);
  assert.equal(none.status, 422);
  assert.match(wordsOf(none.text), /Tick the candidates/);
  const other = await who.post('/identify/compare', {
    ...asked,
    'with.1': '0198c000-0000-7000-8000-0000000000ff',
  });
  assert.match(wordsOf(other.text), /no longer stands among the candidates/);
});

test('a code of a photograph fills the number, and what was typed beside it stays', async (t) => {
  const who = await at(t);
  const code = await drawCode({ text: 'KJT82103' });
  const photo = await pictureOf([{ code, left: 300, top: 200 }]);
  const { status, text } = await who.post('/identify/code', { photo, maker: 'Tarvos' }, true);
  assert.equal(status, 200);
  assert.match(text, /name="reading"[^>]*value="KJT82103"/);
  assert.ok(text.includes('value="Tarvos"'));
  assert.match(wordsOf(text), /Read from the code: KJT82103/);
  const none = await who.post('/identify/code', { photo: await pictureOf([]), reading: 'KJ?' }, true);
  assert.equal(none.status, 409);
  assert.match(wordsOf(none.text), /No Data Matrix or QR code could be read/);
  assert.ok(none.text.includes('value="KJ?"'));
  const empty = await who.post('/identify/code', { reading: 'KJ?' }, true);
  assert.ok(empty.status >= 400 && empty.status < 500);
  assert.ok(empty.text.includes('value="KJ?"'));
});

test('two errors are looked for where somebody widens, and only then', async (t) => {
  const who = await at(t);
  const asked = { reading: 'XQ-00771383' };
  const near = await who.post('/identify', asked);
  assert.match(near.text, /name="wide" value="yes" data-widen/);
  assert.doesNotMatch(near.text, /class="candidate"/);
  assert.match(wordsOf(near.text), /No arm here fits.*None of these/);
  const wide = await who.post('/identify', { ...asked, wide: 'yes' });
  assert.match(wordsOf(wide.text), /XQ00001383/);
  assert.match(wide.text, /id="wide"[^>]* checked/);
  assert.doesNotMatch(wide.text, /data-widen/);
});

test('before any number a named class or model shows where such an arm carries its own', async (t) => {
  const who = await at(t);
  const drawn = await who.post('/identify', { model: 'AKM' });
  assert.equal(drawn.status, 200);
  assert.match(drawn.text, /class="arm-drawing"/);
  assert.doesNotMatch(drawn.text, /not drawn yet/);
  assert.match((await who.post('/identify/answer', { class: 'pistol' })).text, /class="arm-drawing"/);
  assert.equal((await who.post('/identify', { maker: 'Taurus' })).status, 422);
});

test('what is not found as typed leads to what comes near it', async (t) => {
  const who = await at(t);
  const found = await who.get('/find?serial=KJT82104&maker=Taurus');
  const [, path = ''] = /href="(\/identify\?[^"]*)"/.exec(found.text) ?? [];
  const near = await who.get(plain(path));
  assert.equal(near.status, 200);
  assert.match(near.text, /class="candidate"/);
  assert.match(near.text, /name="maker"[^>]*value="Taurus"/);
});

test('J-02: a role without identification is told so, and is offered no way there', async (t) => {
  const who = await at(t, 'reporting');
  assert.doesNotMatch((await who.get('/')).text, /href="\/identify"/);
  for (const path of ['/identify', '/identify?reading=KJT82103'])
    assert.equal((await who.get(path)).status, 403);
  for (const path of ['/identify', '/identify/answer', '/identify/compare'])
    assert.equal((await who.post(path, { reading: 'KJT82103' })).status, 403, path);
});

test('each language says it in its own words, with marks kept apart from the sentence', async (t) => {
  for (const [language, says] of [
    ['fr', /Piste d’enquête, à confirmer par un expert.*septième caractère inconnu/],
    ['ar', /قرينة للتحقيق، يؤكدها خبير.*الحرف السابع مجهول/],
  ] as const) {
    const who = await at(t, 'investigator', { language });
    const { text } = await who.post('/identify', { reading: 'KJT821?3' });
    assert.match(wordsOf(text), says);
    assert.match(text, /[\u2066][08][\u2069] (ou|أو) [\u2066][08][\u2069]/);
    const either = await who.post('/identify', { reading: 'KJT821[08]3' });
    assert.match(either.text, /[\u2066]0[\u2069] (ou|أو) [\u2066]8[\u2069]/);
    assert.doesNotMatch(either.text, /[^\u2069] (ou|أو) [08]/);
  }
});
