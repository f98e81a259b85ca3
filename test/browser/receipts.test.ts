/** A receipt in a real browser: open to everybody, kept within paper of any width, and silent of who printed it. */
import assert from 'node:assert/strict';
import { proveArm } from '../../src/acts/prove-arm.ts';
import { alarmArm, got } from '../web/told-arms.ts';
import { servePages } from '../web/visitor.ts';
import { world } from '../world.ts';
import { journey } from './browser.ts';
import { checkPage } from './page-checks.ts';
import { signedIn } from './people.ts';

/** Widths of A4 and of receipt rolls of 80 and 58 mm, less their margins. @unit pixels of 1/96 inch */
const PAPERS = [688, 196, 150];

journey('a receipt goes on paper of any width in every language and is checked again', async (t, open) => {
  const here = await world();
  t.after(() => here.close());
  const { id, number } = await alarmArm(here);
  await here.numbering.drain();
  const { entries } = got(await proveArm.run(here.office, here.actor, { arm: id }));
  const { address } = await servePages(t, here.office);
  for (const language of ['en', 'fr', 'ar'] as const) {
    const session = await signedIn(here, address, { role: 'registry-clerk', language, name: 'Awa Sorel' });
    const page = await open({ session, language });
    await page.goto(`${address}/receipts/${entries.at(-1)!.entry}?arm=${number}`);
    await checkPage(page, 'receipt');
    const code = (await page.locator('.receipt-code').innerText()).trim();
    assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}$/);
    await page.emulateMedia({ media: 'print' });
    for (const width of PAPERS) {
      await page.setViewportSize({ width, height: 1000 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${language}: ${wide} wide on paper of ${width}`);
    }
    const printed = await page.locator('body').innerText();
    assert.ok(!printed.includes('Awa Sorel') && !printed.includes('118/23'), 'who printed it stays out');
    await page.emulateMedia({ media: 'screen' });
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(`${address}/check`);
    if (language === 'ar') await checkPage(page, 'check');
    await page.fill('#number', number.toLowerCase());
    await page.fill('#code', code.toLowerCase());
    await page.click('main form button');
    assert.ok((await page.locator('[role=status]').innerText()).includes(entries.at(-1)!.entry));
    if (language === 'ar') await checkPage(page, 'checked', { wire: false });
  }
});
