/**
 * What is left of a number, in a real browser: typed and answered by keyboard alone, live and without scripts, compared;
 * a photograph beside it that does not leave the device; held to axe, narrow screens and paper in every language.
 */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { drawCode, photographOf } from '../acts/code-pictures.ts';
import { arm, party } from '../web/told-arms.ts';
import { servePages } from '../web/visitor.ts';
import { type World, world } from '../world.ts';
import { journey, type Open, type Wish } from './browser.ts';
import { listFindings } from './page-checks.ts';
import { signedIn } from './people.ts';

let here: World;
before(async () => {
  here = await world();
  const keeper = await party(here, 'depot', 'Depot Omber');
  for (const text of ['KJT82103', 'KJT82183', 'KIT82103', 'KJT82109'])
    await arm(here, {
      description: { class: 'pistol', maker: 'Taurus', model: 'PT 58', calibre: '.380 ACP', year: 1998 },
      marks: [{ kind: 'serial', part: 'frame', text, condition: 'legible' }],
      to: { keeper },
      happened: '2019-04-01' as never,
    });
});
after(() => here.close());

async function at(open: Open, address: string, wish: Wish = {}): Promise<Page> {
  const { language = 'en' } = wish;
  const page = await open({
    ...wish,
    session: await signedIn(here, address, { role: 'investigator', language }),
  });
  await page.goto(`${address}/identify`);
  return page;
}

/** Goes on by Tab until this stands in focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 120; steps++) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`no way by keyboard to ${selector}`);
}

journey(
  'by keyboard alone: typed place by place, answered live, opened, compared, on to a decision',
  async (t, open) => {
    const { address } = await servePages(t, here.office);
    const page = await at(open, address);
    await tabTo(page, '[data-entry]');
    await page.keyboard.type('KJT821 3');
    await page.locator('.candidate').first().waitFor();
    const isEntry = () => page.evaluate(() => document.activeElement?.matches('[data-entry]'));
    assert.ok(await isEntry(), 'the focus stays where one types');
    assert.match(await page.locator('[data-told]').innerText(), /arms may be it\. First: .*KJT821/);
    assert.match(await page.locator('.decides').innerText(), /seventh character decides/);
    assert.ok(!page.url().includes('KJT'), 'nothing that was typed stands in the address');
    assert.deepEqual(await listFindings(page, 'identify-live', { wire: false, print: false }), []);

    await tabTo(page, '.weighs > summary');
    const first = page.locator('.candidate details.weighs').first();
    await tabTo(page, '.candidate .weighs > summary');
    await page.keyboard.press('Enter');
    assert.ok(await first.locator('svg.fall').first().isVisible());
    for (const which of [0, 1]) {
      const name = await page.locator('.pick input').nth(which).getAttribute('name');
      await page.locator('.pick input').nth(which).focus();
      await page.keyboard.press('Space');
      assert.ok(await page.locator(`[name="${name}"]`).isChecked());
    }
    await page.getByLabel('Maker', { exact: true }).focus();
    await page.keyboard.type('tauros');
    await page.locator('.reasons', { hasText: 'typed \u2068tauros' }).first().waitFor();
    assert.equal(await page.locator('.pick input:checked').count(), 2, 'what was ticked stays ticked');
    assert.ok(await first.evaluate((one) => (one as HTMLDetailsElement).open), 'what was opened stays open');

    await page.getByRole('button', { name: 'Compare side by side' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.side-by-side').waitFor();
    assert.equal(await page.locator('.side-by-side thead th').count(), 3);
    assert.deepEqual(await listFindings(page, 'identify-compare', { wire: false }), []);
    await page.getByRole('button', { name: 'Back to the answer' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.candidate').first().waitFor();

    await page.locator('details:has(.decide) > summary').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('.decide [value=unsure]').first().focus();
    await page.keyboard.press('Enter');
    await page.locator('#why').waitFor();
    assert.ok(!page.url().includes('KJT'), 'nor does it on the way to a decision');
  },
);

journey(
  'a photograph is shown, moved and kept on the device; a code is read from it at a press',
  async (t, open) => {
    const { address } = await servePages(t, here.office);
    const page = await at(open, address);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
    const code = await drawCode({ text: 'KJT82103' });
    const buffer = await (await photographOf(1000, 800, [{ code, left: 300, top: 200 }])).png().toBuffer();
    await page
      .getByLabel('Choose a photograph')
      .setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer });
    const canvas = page.getByRole('img', { name: 'The chosen photograph' });
    await canvas.waitFor();
    const drawn = () => canvas.evaluate((one) => (one as HTMLCanvasElement).toDataURL());
    const whole = await drawn();
    await canvas.focus();
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowLeft');
    const near = await drawn();
    assert.notEqual(near, whole);
    await page.keyboard.press('0');
    assert.equal(await drawn(), whole);
    await page.getByLabel('Maker', { exact: true }).fill('Taurus');
    await page.getByLabel('Class', { exact: true }).selectOption('pistol');
    await page.locator('.arm-drawing').waitFor();
    assert.ok(
      sent.every((one) => one === 'POST /identify/answer'),
      `nothing else was sent: ${sent.join(', ')}`,
    );
    await page.getByRole('button', { name: 'Read a code from the photograph' }).click();
    await page.locator('[data-note]', { hasText: 'Read from the code' }).waitFor();
    assert.equal(await page.locator('#reading').inputValue(), 'KJT82103');
    await page.locator('.candidate').first().waitFor();
    assert.equal(await page.locator('[data-cells] .cell').count(), 8, 'the strip shows it too');
  },
);

for (const wish of [
  { language: 'en' },
  { language: 'fr', scripts: false },
  { language: 'ar', width: 390 },
  { language: 'fr', width: 390, dark: true },
] as const)
  journey(`the page and its answer hold in ${JSON.stringify(wish)}`, async (t, open) => {
    const { address } = await servePages(t, here.office);
    const page = await at(open, address, wish);
    const findings = await listFindings(page, 'identify');
    await page.locator('#reading').fill('KJT821?~3');
    await page.locator('#maker').fill('tauros');
    await page.locator('#class').selectOption('pistol');
    await page.locator('[data-show]').click();
    await page.locator('.candidate').first().waitFor();
    for (const summary of await page.locator('.candidate summary').all()) await summary.click();
    findings.push(...(await listFindings(page, 'identified', { wire: false })));
    assert.deepEqual(findings, []);
  });

journey('where no answer comes, it is said, and the form goes the way without scripts', async (t, open) => {
  const { address } = await servePages(t, here.office);
  const page = await at(open, address);
  await page.route('**/identify/answer', (route) => route.abort());
  await page.locator('#reading').fill('KJT82103');
  await page.locator('[data-told]', { hasText: 'No answer came' }).waitFor();
  await page.locator('[data-show]').click();
  await page.locator('.candidate').first().waitFor();
  assert.equal(await page.locator('#reading').inputValue(), 'KJT82103');
});
