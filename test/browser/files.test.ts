/**
 * Bringing in a file in a real browser, with scripts and without: chosen, looked at, confirmed, followed to its end, in three
 * languages and two widths; each page on the way is held to what every page is held to.
 */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { dirtyWorkbook } from '../../src/doors/demo/dirty-workbook.ts';
import { serve } from '../../src/main/serve.ts';
import { type World, world } from '../world.ts';
import { journey, type Wish } from './browser.ts';
import { checkPage } from './page-checks.ts';
import { signedIn } from './people.ts';

const ROWS = 160;
const WAIT_MS = 60_000;

async function served(t: TestContext, here: World): Promise<{ address: string; folder: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'files-'));
  const config = { home: path.join(folder, 'data'), databaseUrl: undefined, host: '127.0.0.1', port: 0 };
  const serving = await serve(here.office, config, () => {});
  if (isRefusal(serving)) throw new Error(JSON.stringify(serving));
  t.after(async () => {
    await serving.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return { address: serving.address, folder };
}

/** From the list to the result; `seed` makes another file of each walk. */
async function walk(page: Page, address: string, folder: string, seed: number): Promise<void> {
  const file = path.join(folder, `registre-${seed}.xlsx`);
  writeFileSync(file, dirtyWorkbook(seed, ROWS));
  await page.goto(`${address}/files`);
  await page.setInputFiles('#file', file);
  await page.fill('#newRegister', `Dunmarra ${seed}`);
  await page.click('main form.record button');
  await page.waitForSelector('button[name="do"][value="begin"]', { timeout: WAIT_MS });
  assert.equal(await page.locator('#first ~ .scroll tbody tr').count(), 20);
  await checkPage(page, 'file-look');
  await page.click('button[name="do"][value="begin"]');
  await page.waitForSelector('#result', { timeout: WAIT_MS });
  await checkPage(page, 'file-result');
  const [read = 0, ...parts] = (await page.locator('#result ~ dl dd').allInnerTexts()).map((text) =>
    Number(text.replace(/\D/g, '')),
  );
  assert.equal(
    read,
    parts.slice(0, 4).reduce((sum, one) => sum + one, 0),
    'every row is accounted for',
  );
  await page.goto(`${address}/files`);
  await checkPage(page, 'files');
}

journey('a file is brought in by keyboard and pointer in every language and width', async (t, open) => {
  const here = await world();
  t.after(() => here.close());
  const { address, folder } = await served(t, here);
  const wishes: readonly Wish[] = [
    { language: 'en', width: 1280 },
    { language: 'fr', width: 390, scripts: false },
    { language: 'ar', width: 390 },
    { language: 'ar', width: 1280, scripts: false },
  ];
  for (const [seed, wish] of wishes.entries()) {
    const { language = 'en' } = wish;
    const session = await signedIn(here, address, { role: 'registry-clerk', language });
    await walk(await open({ ...wish, session }), address, folder, seed + 1);
  }
});

journey('a run is followed without leaving its page, stopped and let go on', async (t, open) => {
  const here = await world();
  t.after(() => here.close());
  const { address, folder } = await served(t, here);
  const session = await signedIn(here, address, { role: 'registry-clerk' });
  const page = await open({ session });
  const lines = Array.from({ length: 20_000 }, (_, n) => `QW${100_000 + n},Zorvan,M4${n % 7},9x19`);
  const file = path.join(folder, 'long.csv');
  writeFileSync(file, ['Serial,Maker,Model,Calibre', ...lines].join('\n'));
  await page.goto(`${address}/files`);
  await page.setInputFiles('#file', file);
  await page.fill('#newRegister', 'Long');
  await page.click('main form.record button');
  await page.waitForSelector('button[value="begin"]', { timeout: WAIT_MS });
  await page.click('button[value="begin"]');
  await page.waitForFunction(
    () => /\d rows/.test(document.querySelector('[role=status]')?.textContent ?? ''),
    undefined,
    { timeout: WAIT_MS },
  );
  await checkPage(page, 'file-runs', { wire: false, print: false });
  await page.click('form[action$="/stop"] button');
  await page.waitForSelector('form[action$="/go-on"]', { timeout: WAIT_MS });
  await checkPage(page, 'file-stopped', { wire: false, print: false });
  await page.click('form[action$="/go-on"] button');
  await page.waitForSelector('#result', { timeout: WAIT_MS });
  assert.equal(await page.locator('#result ~ dl dd').first().innerText(), '20,000');
});
