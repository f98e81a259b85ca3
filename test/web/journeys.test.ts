/** What people do with the pages: find an arm, open it, read its custody and alarm in three languages, take its proof. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type World, world } from '../world.ts';
import { alarmArm, arm, party } from './told-arms.ts';
import { pagesOf } from './visitor.ts';

let here: World;
let told: { readonly id: string; readonly number: string };

before(async () => {
  here = await world();
  told = await alarmArm(here);
  const keeper = await party(here, 'depot', 'Central depot');
  for (let n = 0; n < 60; n++)
    await arm(here, {
      description: { class: 'pistol', maker: 'Tarvos', model: 'PT-58', calibre: '9x19' },
      marks: [{ kind: 'serial', part: 'frame', text: `KJT82${100 + n}`, condition: 'legible' }],
      to: { keeper },
      happened: '2019-04-01' as never,
    });
  await here.numbering.drain();
});
after(() => here.close());

test('an exact serial finds one arm and leads to its page', async (t) => {
  const pages = await pagesOf(t, here);
  const found = await pages.get('/find?serial=zn-04471o&lang=en');
  assert.equal(found.status, 200);
  assert.match(found.text, /One arm fits/);
  const [, path] = /href="(\/arms\/XA-[0-9A-Z-]+\?lang=en)"/.exec(found.text) ?? [];
  assert.ok(path, 'the row links to the arm');
  const page = await pages.get(path);
  assert.match(page.text, /Answers for it now<\/dt><dd><strong><bdi>Court of Kerem, seal room/);
  assert.match(page.text, /Alarm: recorded as gone, then seen/);
  assert.match(page.text, /recorded destroyed on \u206814 August 2017\u2069; it is recorded seized on/);
  assert.match(page.text, /class="gap"/);
  assert.match(page.text, /nobody answers/);
  assert.match(page.text, /Last recorded lawful holder<\/dt><dd><strong><bdi>Depot Kerem/);
  assert.match(page.text, /<span class="cell unknown"><i><b>\?<\/b><\/i><small>unknown<\/small>/);
  assert.match(page.text, /Diverted between 2017 and 2023/);
});

test('a State number, however it was written, leads straight to its arm', async (t) => {
  const pages = await pagesOf(t, here);
  const typed = told.number.toLowerCase().replaceAll('-', ' ');
  const sent = await pages.get(`/find?serial=${encodeURIComponent(typed)}`);
  assert.equal(sent.status, 303);
  assert.equal(sent.headers.location, `/arms/${told.number}`);
  assert.equal((await pages.get(`/arms/${told.id}`)).status, 200);
});

test('a long list comes in pages that meet without gap or repetition', async (t) => {
  const pages = await pagesOf(t, here);
  const numbers = (text: string): string[] =>
    [...text.matchAll(/href="\/arms\/(XA-[0-9A-Z-]+)"/g)].map((one) => one[1]!);
  const first = await pages.get('/find?maker=tarvos');
  assert.match(first.text, /60 arms fit/);
  const [, next] = /href="(\/find\?[^"]*after=[^"]*)"/.exec(first.text) ?? [];
  assert.ok(next, 'there is a next page');
  const second = await pages.get(next.replaceAll('&amp;', '&'));
  const all = [...numbers(first.text), ...numbers(second.text)];
  assert.equal(all.length, 60);
  assert.equal(new Set(all).size, 60);
});

test('the first page counts, and says the gravest contradiction first', async (t) => {
  const pages = await pagesOf(t, here);
  const page = await pages.get('/?lang=fr');
  assert.match(page.text, /Armes enregistrées<\/dt><dd><a href="[^"]*">\u206661\u2069</);
  assert.match(page.text, /<span class="tag grave">Alerte<\/span>/);
});

test('every page stands whole in every language, with its direction', async (t) => {
  const pages = await pagesOf(t, here);
  for (const path of [
    '/',
    '/find',
    '/find?maker=tarvos',
    `/arms/${told.number}`,
    '/nothing-here',
    '/arms/XA-1',
  ]) {
    for (const language of ['en', 'fr', 'ar']) {
      const { text } = await pages.get(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      const direction = language === 'ar' ? 'rtl' : 'ltr';
      assert.ok(text.includes(`<html lang="${language}" dir="${direction}">`), `${path} ${language}`);
      assert.doesNotMatch(text, /undefined|\[object|NaN|=>/, `${path} in ${language} lacks a word`);
    }
  }
  const hers = await pagesOf(t, here, { role: 'registry-clerk', language: 'ar' });
  const arabic = await hers.get(`/arms/${told.number}`, { headers: { 'accept-language': 'de, fr;q=0.2' } });
  assert.match(arabic.text, /14 أغسطس 2017/);
  assert.match(arabic.text, /<bdi dir="ltr" class="code">7\.62x39<\/bdi>/);
});

test('the proof of an arm is handed out as a file and names its leaves', async (t) => {
  const pages = await pagesOf(t, here);
  const { status, headers, text } = await pages.get(`/arms/${told.number}/proof.json`);
  assert.equal(status, 200);
  assert.match(String(headers['content-disposition']), /^attachment; filename="proof-[0-9a-f-]{36}\.json"$/);
  const proof = JSON.parse(text) as { arm: string; entries: { leaf: number }[]; demonstration?: boolean };
  assert.equal(proof.arm, told.id);
  assert.equal(proof.demonstration, true);
  assert.equal(proof.entries.length, 11);
});

test('a page is small on a slow link', async (t) => {
  const pages = await pagesOf(t, here);
  const page = await pages.get(`/arms/${told.number}`, { headers: { 'accept-encoding': 'gzip' } });
  assert.equal(page.headers['content-encoding'], 'gzip');
  const plain = await pages.get(`/arms/${told.number}`);
  const [, style = ''] = /href="(\/assets\/app\.[0-9a-f]{12}\.css)"/.exec(plain.text) ?? [];
  const css = await pages.get(style, { headers: { 'accept-encoding': 'gzip' } });
  assert.equal(css.status, 200);
  assert.match(String(css.headers['cache-control']), /immutable/);
  assert.ok(page.bytes + css.bytes < 60_000, `${page.bytes + css.bytes} bytes`);
  assert.doesNotMatch(
    plain.text,
    /<script(?! src="\/assets\/|[^>]*src="\/assets\/)|<style|\sstyle=|\son\w+=/,
  );
});
