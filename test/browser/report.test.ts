/** A certified report in a real browser: open to everybody, on paper whole, and silent of who printed it. */
import assert from 'node:assert/strict';
import { nameOfficial } from '../../src/acts/name-official.ts';
import { kept, registry } from '../acts/registry.ts';
import { reported } from '../acts/reported.ts';
import { servePages } from '../web/visitor.ts';
import { journey } from './browser.ts';
import { checkPage } from './page-checks.ts';
import { signedIn } from './people.ts';

journey('a report is read, printed and made in every language', async (t, open) => {
  const r = await registry();
  t.after(() => r.close());
  const here = await reported(r);
  const { entry } = kept(
    await here.certify({ use: 'record-keeping', units: true, why: 'Ordered, 44/2026.' }),
  );
  const { address } = await servePages(t, r.office);
  for (const language of ['en', 'fr', 'ar'] as const) {
    const session = await signedIn(r, address, { role: 'national-contact', language, name: 'Awa Sorel' });
    // What a partner told stands under a limit: whoever reads the report is named for it.
    const { login } = session;
    kept(await r.run(nameOfficial, { trace: here.trace, login, why: 'Makes the report.' }, here.contact));
    const page = await open({ session, language });
    await page.goto(`${address}/traces/${here.trace}/report`);
    await checkPage(page, 'report-form');
    await page.goto(`${address}/traces/${here.trace}/report?entry=${entry}`);
    await checkPage(page, 'report');
    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('body').innerText();
    assert.ok(!printed.includes('Awa Sorel'), 'who printed it stays out');
    assert.ok(printed.includes('ZQ-04?7'));
  }
});
