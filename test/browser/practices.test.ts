/** Marking practices in a real browser: the list with drawings, one practice, its form, and the States offered at an identification. */
import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import { servePages } from '../web/visitor.ts';
import { type World, world } from '../world.ts';
import { journey, type Open } from './browser.ts';
import { listFindings } from './page-checks.ts';
import { signedIn } from './people.ts';

type Language = 'en' | 'fr' | 'ar';
let here: World;
before(async () => {
  here = await world();
});
after(() => here.close());

async function walk(t: TestContext, open: Open, language: Language, width: number): Promise<string[]> {
  const { address } = await servePages(t, here.office);
  const session = await signedIn(here, address, { role: 'national-contact', language });
  const page = await open({ language, width, session });
  const findings: string[] = [];
  const look = async (name: string, path?: string): Promise<void> => {
    if (path !== undefined) await page.goto(address + path);
    const wide = width === 1280 && language === 'en';
    findings.push(...(await listFindings(page, name, { wire: wide && path !== undefined, print: wide })));
  };
  await look('practices', '/marking-practices');
  await look('practices-found', '/marking-practices?mark=star');
  await look('practice', '/marking-practices/it-year-code');
  await look('practice-change', '/marking-practices/xa-import/change');
  await page.goto(`${address}/identify`);
  await page.click('form.identify details summary');
  await page.fill('#stateMark', 'XC');
  await page.fill('#stateMark', 'arrow in triangle');
  await Promise.all([page.waitForSelector('#may-be'), page.click('[data-show]')]);
  await look('identify-practices');
  await Promise.all([page.waitForEvent('load'), page.click('button[value="country RO"]')]);
  assert.equal(await page.inputValue('#country'), 'RO');
  return findings;
}

for (const [language, width] of [
  ['en', 1280],
  ['fr', 390],
  ['ar', 1280],
  ['ar', 390],
] as const)
  journey(`pages of marking practices keep to what is asked, ${language}, ${width} px`, async (t, open) => {
    assert.deepEqual(await walk(t, open, language, width), []);
  });
