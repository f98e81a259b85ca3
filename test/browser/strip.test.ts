/**
 * A reading typed place by place in a real browser: keys and buttons fill the cells and the line of text follows; the line
 * fills the cells; without scripts the line alone does the work; and the strip reads well in every language and on paper.
 * No page holds the field alone, so it stands here on a page of the tests, under the headers of all pages.
 */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { Page } from 'playwright-core';
import { formatReading, parseReading } from '../../src/domain/marks/reading.ts';
import { FACES } from '../../src/doors/web/fonts.ts';
import { protect } from '../../src/doors/web/guard.ts';
import { ICON, ICON_PATH, page, STYLE, STYLE_PATH } from '../../src/doors/web/page.ts';
import { READING_PATH, READING_SCRIPT, readingField } from '../../src/doors/web/reading-field.ts';
import { readingStrip } from '../../src/doors/web/strip.ts';
import type { Visit } from '../../src/doors/web/visit.ts';
import { CATALOGUES } from '../../src/doors/web/words/languages.ts';
import { journey, type Open } from './browser.ts';
import { checkPage } from './page-checks.ts';

const LANGUAGES = ['en', 'fr', 'ar'] as const;
const LABELS = { en: 'Serial', fr: 'Numéro de série', ar: 'الرقم التسلسلي' };
const SENDS = { en: 'Look', fr: 'Voir', ar: 'عرض' };

/** Serves a page with the field and, beneath it, what the server read of the line that was sent. */
async function serveField(t: TestContext): Promise<string> {
  const app = new Hono();
  let host = '';
  protect(app, { hosts: () => [host] });
  const asset = (path: string, type: string, body: string | Uint8Array<ArrayBuffer>) =>
    app.get(path, (context) =>
      context.body(body, 200, { 'Content-Type': type, 'Cache-Control': 'max-age=9' }),
    );
  asset(STYLE_PATH, 'text/css; charset=utf-8', STYLE);
  asset(ICON_PATH, 'image/svg+xml', ICON);
  asset(READING_PATH, 'text/javascript; charset=utf-8', READING_SCRIPT);
  for (const { path, bytes, type } of FACES) asset(path, type, bytes);
  app.get('/try', (context) => {
    const language = LANGUAGES.find((one) => one === context.req.query('lang')) ?? 'en';
    const words = CATALOGUES[language];
    const visit: Visit = { words, path: '/try', query: {}, demonstration: false, signedIn: undefined };
    const value = context.req.query('serial') ?? '';
    const { reading } = parseReading(value);
    const field = readingField(visit, { name: 'serial', label: LABELS[language], value });
    const seen = html`<section class="card" id="seen"><p>${readingStrip(words, reading, 'large')}</p><p>${readingStrip(words, reading, 'small')}</p><p id="written"><bdi dir="ltr">${formatReading(reading)}</bdi></p></section>`;
    const form = html`<form class="card" action="/try"><input type="hidden" name="lang" value="${language}">${field}<p class="do"><button>${SENDS[language]}</button></p></form>`;
    const title = LABELS[language];
    return context.html(page(visit, title, html`<h1>${title}</h1>${form}${value === '' ? '' : seen}`));
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => new Promise((done) => server.close(done)));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return `http://${host}`;
}

const line = (on: Page) => on.locator('input[name=serial]');
const cells = (on: Page, within = '.reading-edit') =>
  on
    .locator(`${within} .cell`)
    .evaluateAll((all) =>
      all.map((one) => `${one.className.replace('cell ', '')} ${one.querySelector('i')?.textContent}`),
    );

async function opened(t: TestContext, open: Open, wish: Parameters<Open>[0] = {}, query = ''): Promise<Page> {
  const address = await serveField(t);
  const on = await open(wish);
  await on.goto(`${address}/try?lang=${wish?.language ?? 'en'}${query}`);
  return on;
}

journey('a reading is typed by keys alone, mended, and sent as its line', async (t, open) => {
  const on = await opened(t, open);
  await on.keyboard.press('Tab');
  await on.getByLabel('Serial: next character').focus();
  await on.keyboard.type('kj~t82/z1 3.');
  assert.equal(await line(on).inputValue(), 'KJ~T8[2Z]1?3…');
  assert.deepEqual(await cells(on), [
    ...['legible K', 'worn J', 'legible T', 'legible 8', 'either 2Z', 'legible 1', 'unknown ?', 'legible 3'],
    'lost …',
  ]);
  for (const key of ['Home', 'Delete', 'ArrowRight', 'ArrowRight', 'Backspace']) await on.keyboard.press(key);
  assert.equal(await line(on).inputValue(), 'J~8[2Z]1?3…');
  await on.keyboard.press('Home');
  await on.keyboard.type('.A~~');
  assert.equal(await line(on).inputValue(), '…AJ~8[2Z]1?3…');
  await on.keyboard.press('End');
  await on.keyboard.type('.');
  await on.keyboard.press('Backspace');
  await on.keyboard.type('/8/b');
  assert.equal(await line(on).inputValue(), '…AJ~8[2Z]1?[38B]');
  await on.keyboard.press('Enter');
  await on.waitForURL(/serial=/);
  assert.equal(await on.locator('#written').innerText(), '…AJ~8[2Z]1?[38B]');
});

journey('a finger does with buttons what keys do, and the line of text fills the cells', async (t, open) => {
  const on = await opened(t, open, { width: 390 });
  const press = (name: string) => on.getByRole('button', { name }).click();
  await on.getByLabel('Serial: next character').fill('A');
  await on.getByLabel('Serial: next character').fill('B');
  await press('Worn');
  await press('Cannot read');
  await press('One place back');
  await press('Remove');
  await press('Either');
  await on.getByLabel('Serial: next character').fill('4');
  await press('One place on');
  await press('Lost part');
  assert.equal(await line(on).inputValue(), '[4A]?…');
  assert.match(await on.locator('[data-says]').innerText(), /lost/);
  await line(on).fill('AB-1?3[6/0]9~*');
  assert.deepEqual(await cells(on), [
    ...['legible A', 'legible B', 'legible 1', 'unknown ?', 'legible 3', 'either 06', 'worn 9', 'lost …'],
  ]);
  await on.locator('.reading-edit .cell').nth(1).click();
  await on.keyboard.press('Backspace');
  assert.equal(await line(on).inputValue(), 'A1?3[06]9~…');
  await on.getByLabel('Serial: next character').fill('x'.repeat(60));
  assert.equal(parseReading(await line(on).inputValue()).reading.places.length, 40);
  const sizes = await on.locator('.reading-edit button, .reading-edit .entry').evaluateAll((all) =>
    all.map((one) => {
      const { width, height } = one.getBoundingClientRect();
      return Math.min(width, height);
    }),
  );
  assert.ok(Math.min(...sizes) >= 24, `targets of ${Math.min(...sizes)} px`);
});

journey('without scripts the line alone is typed, and the strip shows what was read', async (t, open) => {
  const on = await opened(t, open, { scripts: false });
  assert.equal(await on.locator('.reading-edit').isVisible(), false);
  await on.getByLabel('Serial', { exact: true }).fill('…kj~ [2Z]?');
  await on.getByRole('button', { name: 'Look' }).click();
  await on.waitForURL(/serial=/);
  const seen = ['lost …', 'legible K', 'worn J', 'either 2Z', 'unknown ?'];
  assert.deepEqual(await cells(on, '#seen .large'), seen);
  const plain = (text: string | null) => (text ?? '').replace(/[\u2066\u2069]/g, '');
  assert.equal(
    plain(await on.locator('#seen .large .aloud').textContent()),
    'Read place by place: a stretch lost, K, J worn, either 2 or Z, one unknown.',
  );
});

for (const language of LANGUAGES)
  for (const width of [1280, 390])
    journey(`the strip and its field hold in ${language} at ${width}`, async (t, open) => {
      const serial = encodeURIComponent('…KJ~T8[2Z]1?3[0DO]~A?7Q~…');
      const on = await opened(t, open, { language, width }, `&serial=${serial}`);
      await on.locator('.reading-edit').waitFor();
      await checkPage(on, 'reading-strip', { wire: false });
    });
