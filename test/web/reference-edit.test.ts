/**
 * A State's own rows of the reference tables over HTTP: added, changed and taken back through forms that keep what was typed,
 * by names as by codes; told on the pages with the program's row beside; hostile words stay words.
 *
 * @clause B-12, PoA II.9
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { normalise } from '../../src/acts/normalise.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { type World, world } from '../world.ts';
import { listForeign } from './markup.ts';
import { fieldsOf, type Officer, officer, plain } from './officer.ts';
import { servePages } from './visitor.ts';

let here: World;
let keeper: Officer;
let reader: Officer;
let address: string;
before(async (t) => {
  here = await world();
  ({ address } = await servePages(t as never, here.office));
  keeper = await officer(here, address, { role: 'reference-keeper', name: 'Rana Keller' });
  reader = await officer(here, address, { role: 'reporting' });
});
after(() => here.close());

async function first(what: string, text: string): Promise<string | undefined> {
  const found = await normalise.run(here.office, here.actor, normalise.input.parse({ what, text }));
  assert.ok(!isRefusal(found));
  return found.candidates[0]?.code;
}

const why = 'Order 12/2026';

test('a maker is added with a code of its own making, found at once, changed, and taken back', async () => {
  const typed = {
    name: 'Zérbin Waffen',
    country: 'belgium',
    aliases: 'Zerbinwerk\nZerbin GmbH ?',
    source: 'Order',
    why,
  };
  const added = await keeper.fill('/reference/add/makers', typed);
  assert.equal(added.location, '/reference/makers/zerbin-waffen?done=kept', added.text.slice(0, 2000));
  assert.equal(await first('maker', 'zerbinwerk'), 'zerbin-waffen');
  const page = (await reader.get('/reference/makers/zerbin-waffen')).text;
  assert.match(page, /Added by the State on \S+\d/);
  assert.match(page, /Belgium/);
  assert.match(page, /Zerbin GmbH<\/bdi> <span class="quiet">\(used for others too\)/);
  assert.doesNotMatch(page, /\/reference\/change\//, 'who may not change is not offered it');
  const form = fieldsOf((await keeper.get('/reference/change/makers/zerbin-waffen')).text);
  assert.deepEqual([form.country, form.aliases], ['BE', 'Zerbinwerk\nZerbin GmbH ?'.replace(' ?', ' ?')]);
  const changed = await keeper.fill('/reference/change/makers/zerbin-waffen', {
    to: '1999',
    from: '1950',
    why,
  });
  assert.equal(changed.status, 303, changed.text.slice(0, 2000));
  assert.match((await reader.get('/reference/makers/zerbin-waffen')).text, /1950 to 1999/);
  const gone = await keeper.fill('/reference/take-back/makers/zerbin-waffen', { why: 'A mistake' });
  assert.equal(gone.location, '/reference/makers?done=taken-back');
  assert.notEqual(await first('maker', 'zerbinwerk'), 'zerbin-waffen');
  assert.equal((await reader.get('/reference/makers/zerbin-waffen')).status, 404);
  const history = (await keeper.get('/reference/changes')).text;
  assert.match(history, /A mistake[\s\S]*Order 12\/2026[\s\S]*Order 12\/2026/, 'each version stands');
  assert.match(history, /Rana Keller/);
  assert.doesNotMatch((await reader.get('/reference/changes')).text, /Rana Keller/);
});

test('a model: maker, calibres and look-alikes by name or code, places of marks chosen by words', async () => {
  const typed = {
    name: 'Z9',
    maker: 'Taurus',
    class: 'pistol',
    action: 'semi-automatic',
    calibres: '9 mm Luger\n40-sw',
    look_alikes: 'beretta/92',
    'at.0.kind': 'serial',
    'at.0.part': 'frame',
    'at.0.side': 'right',
    'at.2.kind': 'year',
    'at.2.part': 'slide',
    'at.2.side': 'left',
    tell_apart: 'Three lines\r\nin one',
    why,
  };
  const added = await keeper.fill('/reference/add/models', typed);
  assert.equal(added.location, '/reference/models/taurus/z9?done=kept', added.text.slice(0, 3000));
  const form = fieldsOf((await keeper.get('/reference/change/models/taurus/z9')).text);
  assert.deepEqual(
    [form.maker, form.calibres, form['at.1.kind'], form['at.1.side'], form['at.2.kind'], form.tell_apart],
    ['taurus', '9x19\n40-sw', 'year', 'left', '', 'Three lines in one'],
  );
  const page = plain((await reader.get('/reference/models/taurus/z9')).text);
  assert.match(page, /frame, right side/i);
  const listed = (await reader.get('/reference/models?own=yes')).text;
  assert.match(listed, /<bdi>Z9<\/bdi><\/a> <span class="tag">of the State<\/span>/);
});

test('what cannot be used is marked, and nothing typed is lost', async () => {
  const typed = {
    name: 'Z10',
    maker: 'Qqwxzv',
    class: 'pistol',
    aliases: 'one\ntwo',
    from: '19x9',
    'at.0.kind': 'serial',
    why,
  };
  const no = await keeper.fill('/reference/add/models', typed);
  assert.equal(no.status, 422);
  assert.match(no.text, /Choose the mark, the part and the side/);
  assert.match(plain(no.text), /Nothing in these tables is called \u2068Qqwxzv/);
  const again = fieldsOf(no.text);
  for (const [name, value] of Object.entries(typed)) assert.equal(again[name], value, name);
  const year = await keeper.post('/reference/add/models', { ...again, maker: 'taurus', 'at.0.kind': '' });
  assert.equal(year.status, 409);
  assert.match(plain(year.text), /id="from-wrong">It needs a year of four digits; \u2066?\u2068?19x9/);
  assert.equal(fieldsOf(year.text).aliases, 'one\ntwo');
  const several = await keeper.post('/reference/add/models', {
    ...again,
    maker: 'taurus',
    calibres: '7.62',
    'at.0.kind': '',
  });
  assert.match(plain(several.text), /is not clear\. Perhaps .*: write the code/);
  const taken = await keeper.fill('/reference/add/makers', { name: 'Another', code: 'glock', why });
  assert.equal(taken.status, 409);
  assert.match(plain(taken.text), /There is an entry \S*glock\S* already/);
  const silent = await keeper.fill('/reference/add/makers', { name: 'Another', why: ' ' });
  assert.equal(silent.status, 422);
  assert.match(silent.text, /id="why-wrong"/);
  const nameless = await keeper.fill('/reference/add/makers', { name: 'مصنع', why });
  assert.match(nameless.text, /No code can be made from this name/);
  const arabic = await keeper.post('/reference/add/makers', { ...fieldsOf(nameless.text), code: 'masna' });
  assert.equal(arabic.location, '/reference/makers/masna?done=kept');
});

test('a row of the program is shown beside the one in its place; a change by somebody else is not undone unseen', async () => {
  const path = '/reference/change/calibres/9x19';
  const open = fieldsOf((await keeper.get(path)).text);
  const one = await keeper.post(path, { ...open, name: 'Nine by nineteen', why });
  assert.equal(one.status, 303, one.text.slice(0, 2000));
  const other = await keeper.post(path, {
    ...fieldsOf((await keeper.get(path)).text),
    ...open,
    act: '',
    name: 'Nine',
    why,
  });
  assert.equal(other.status, 409);
  assert.match(plain(other.text), /Somebody else changed/);
  assert.equal(fieldsOf(other.text).name, 'Nine');
  const page = plain((await reader.get('/reference/calibres/9x19')).text);
  assert.match(page, /Changed by the State on/);
  assert.match(page, /<td><bdi>Nine by nineteen<\/bdi><\/td><td><bdi>9/);
  const back = await keeper.fill('/reference/take-back/calibres/9x19', { why });
  assert.equal(back.location, '/reference/calibres/9x19?done=taken-back');
  assert.doesNotMatch(
    (await reader.get('/reference/calibres/9x19')).text,
    /Changed by the State|Nine by nineteen<\/h1>/,
  );
});

test('hostile words are shown as words, on every page and in the files', async () => {
  const evil = '<script>alert(1)</script>"&\'';
  const formula = '=cmd|calc';
  const typed = { name: evil, code: 'evil', aliases: `=1+1\n${evil}`, source: evil, why: evil };
  const added = await keeper.fill('/reference/add/makers', typed);
  assert.equal(added.status, 303, added.text.slice(0, 2000));
  await keeper.fill('/reference/add/calibres', {
    name: formula,
    code: 'evil-c',
    kind: 'other',
    family: 'x',
    why,
  });
  for (const path of [
    'makers/evil',
    'makers?own=yes',
    'changes',
    'change/makers/evil',
    'take-back/makers/evil',
  ]) {
    const { status, text } = await keeper.get(`/reference/${path}`);
    assert.equal(status, 200, path);
    assert.deepEqual(listForeign(text), [], path);
    assert.ok(!text.includes('<script>alert'), path);
  }
  const csv = await reader.get('/reference/files/makers-own.csv');
  assert.match(csv.headers.get('content-disposition') ?? '', /attachment; filename="makers-own\.csv"/);
  assert.match(csv.text, /^\ufeff?code,name,country/);
  assert.match(csv.text, /'=1\+1 \| </);
  assert.match((await reader.get('/reference/files/calibres-own.csv')).text, /'=cmd/);
});

test('tables are taken as files, the State’s alone or all', async () => {
  const all = await reader.get('/reference/files/makers.csv');
  assert.match(all.text, /state_since\r\n/);
  assert.match(all.text, /\r\nglock,Glock,/);
  assert.match(all.text, /\r\nmasna,مصنع,.*,2\d{3}-[^,]+Z\r\n/);
  const own = await reader.get('/reference/files/makers-own.csv');
  assert.match(own.text, /masna/);
  assert.doesNotMatch(own.text, /glock/);
  const grammars = JSON.parse((await reader.get('/reference/files/grammars.json')).text) as { id: string }[];
  assert.ok(grammars.length > 100 && grammars.every(({ id }) => id !== ''));
  assert.equal((await reader.get('/reference/files/arms.csv')).status, 404);
});

test('the pages stand in French and Arabic too', async () => {
  for (const [language, added, form] of [
    ['fr', /Ajouté par l’État le/, /Ajouter un modèle/],
    ['ar', /أضافته الدولة في/, /إضافة طراز/],
  ] as const) {
    const who = await officer(here, address, { role: 'reference-keeper', language });
    assert.match((await who.get('/reference/makers/masna')).text, added);
    const page = (await who.get('/reference/add/models')).text;
    assert.match(page, form);
    const no = await who.fill('/reference/add/models', {
      name: 'x',
      maker: 'taurus',
      class: 'pistol',
      from: 'x',
      why,
    });
    assert.doesNotMatch(no.text, /year of four digits/);
    assert.match(no.text, /id="from-wrong"/);
  }
});
