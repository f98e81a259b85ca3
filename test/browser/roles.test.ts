/**
 * Six people of the demonstration, each signing in by name and password and doing the work of their role, from the first
 * page to the last; what a role does not include is neither offered nor given. With the pages of signing in, of one's own
 * account and of the ledger, which belong to no other journey.
 */
import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { makeFirstLink } from '../../src/acts/make-link.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { DEMO_SEED } from '../../src/doors/demo/load.ts';
import { DEMO_PEOPLE, loadPeople } from '../../src/doors/demo/people.ts';
import { makeDesk } from '../../src/main/make-desk.ts';
import { serve } from '../../src/main/serve.ts';
import { temporaryFolder } from '../temporary.ts';
import { type World, world } from '../world.ts';
import { journey, type Open } from './browser.ts';
import { checkPage } from './page-checks.ts';

let here: World;
const home = temporaryFolder('roles');
const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 };
before(async () => {
  here = await world({ arms: 1000 });
  const refused = await loadPeople(await makeDesk(here.office, config, () => 'http://localhost'), DEMO_SEED);
  assert.equal(refused, undefined);
  await here.numbering.drain();
});
after(() => here.close());

async function served(t: TestContext, world_ = here): Promise<string> {
  const serving = await serve(world_.office, config, () => {}, { demoSignIns: DEMO_PEOPLE });
  assert.ok(!isRefusal(serving), JSON.stringify(serving));
  t.after(() => serving.stop());
  return serving.address;
}

/** Signs in as people do, and says what the work is for. */
async function signIn(open: Open, address: string, role: string, purpose = 'case 118/23'): Promise<Page> {
  const person = DEMO_PEOPLE.find((one) => one.role === role)!;
  const page = await open({});
  await page.goto(`${address}/sign-in?lang=en`);
  await page.locator('#login').fill(person.login);
  await page.locator('#password').fill(person.password);
  await page.locator('form:has(#login) button').click();
  await page.goto(`${address}/account/purpose?lang=en`);
  await page.locator('#purpose').fill(purpose);
  await page.locator('main button').click();
  await page.goto(`${address}/?lang=en`);
  return page;
}

const way = (page: Page): Promise<string[]> => page.locator('nav.way a').allInnerTexts();
const ghost = 'ZQ900003009';

journey(
  'a registry clerk finds an arm, records that it was seen, and the receipt is checked from its code',
  async (t, open) => {
    const address = await served(t);
    const page = await signIn(open, address, 'registry-clerk');
    await page.locator('.quick input[name=serial]').fill(ghost);
    await page.locator('.quick button').click();
    await page.locator('main table a').first().click();
    assert.match(await page.locator('.alarm').first().innerText(), /recorded as gone, then seen/);
    const number = new URL(page.url()).pathname.split('/').at(-1)!;
    await page.goto(`${address}/arms/${number}/record/sighted?lang=en`);
    await page.locator('form.record button').last().waitFor();
    await page.getByRole('button', { name: 'Record it', exact: true }).click();
    await page.waitForURL(/\/recorded|\/receipts\//);
    if (/\/recorded/.test(page.url())) await page.locator('a[href*="/receipts/"]').first().click();
    const [code = ''] =
      /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(await page.locator('main').innerText()) ?? [];
    assert.notEqual(code, '', 'the receipt shows its check code');
    await page.goto(`${address}/check?lang=en`);
    const fields = page.locator('main form input:not([type=hidden])');
    await fields.nth(0).fill(number);
    await fields.nth(1).fill(code.toLowerCase());
    await page.locator('main form button').first().click();
    assert.match(await page.locator('main').innerText(), /sighted|belongs|genuine|entry/i);
    await fields.nth(1).fill(`${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`);
    await page.locator('main form button').first().click();
    // A code that was altered is no receipt.
    await page.getByRole('alert').waitFor();
  },
);

journey('a keeper sees only the arms of the own agency, and answers what waits', async (t, open) => {
  const address = await served(t);
  const page = await signIn(open, address, 'keeper');
  assert.ok(!(await way(page)).includes('People'));
  await page.locator('.tag', { hasText: 'Waits for you' }).first().click();
  await page.getByRole('button', { name: 'Confirm: we have it' }).click();
  await page.waitForURL(/\/receipts\/|\/recorded/);
  await page.goto(`${address}/find?serial=${ghost}&lang=en`);
  assert.match(await page.locator('main').innerText(), /No arm fits/, 'an arm of another service');
});

journey(
  'a licensing officer finds arms in civil hands by their holder, and no arm of the army',
  async (t, open) => {
    const address = await served(t);
    const page = await signIn(open, address, 'licensing');
    await page.goto(`${address}/find?lang=en`);
    assert.equal(await page.locator('input[name=holder]').count(), 1);
    await page.goto(`${address}/find?serial=ZN900002203&lang=en`);
    assert.match(await page.locator('main').innerText(), /No arm fits/);
  },
);

journey('an investigator sees the arm without holder or site, and cannot search by them', async (t, open) => {
  const address = await served(t);
  const page = await signIn(open, address, 'investigator');
  await page.goto(`${address}/find?serial=${ghost}&lang=en`);
  await page.locator('main table a').first().click();
  const text = await page.locator('main').innerText();
  assert.doesNotMatch(text, /Parrasse|Dépôt gendarmerie/, 'neither the person nor the depot');
  await page.goto(`${address}/find?keeper=${encodeURIComponent('Dépôt gendarmerie de Calvero')}&lang=en`);
  assert.equal(await page.locator('main table').count(), 0, 'a search that is forced finds nothing');
  const forced = await page.goto(`${address}/people?lang=en`);
  assert.equal(forced?.status(), 403);
});

journey('an auditor reads everything, who looked too, and changes nothing', async (t, open) => {
  const address = await served(t);
  const page = await signIn(open, address, 'auditor');
  await page.goto(`${address}/find?serial=${ghost}&lang=en`);
  await page.locator('main table a').first().click();
  assert.equal(await page.getByRole('link', { name: 'Record an event' }).count(), 0);
  await page.goto(`${address}/ledger?lang=en`);
  await checkPage(page, 'ledger');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('main a.button').first().click(),
  ]);
  assert.match(file.suggestedFilename(), /^checkpoint-\d+\.txt$/);
});

journey('an administrator lets people in and sees no arm', async (t, open) => {
  const address = await served(t);
  const page = await signIn(open, address, 'administrator');
  const names = await way(page);
  assert.ok(names.includes('People') && !names.includes('Find'), names.join(', '));
  const forced = await page.goto(`${address}/find?serial=${ghost}&lang=en`);
  assert.equal(forced?.status(), 403);
});

for (const wish of [
  { language: 'en', width: 1280 },
  { language: 'fr', width: 390 },
  { language: 'ar', width: 390 },
] as const)
  journey(`signing in and one's own account keep to what is asked, ${wish.language}`, async (t, open) => {
    const address = await served(t);
    const page = await open(wish);
    await page.goto(`${address}/sign-in?lang=${wish.language}`);
    await checkPage(page, 'sign-in', { wire: wish.width === 1280, print: false });
    await page.locator('#login').fill('a.sorel');
    await page.locator('#password').fill('wrong password!');
    await page.locator('form:has(#login) button').click();
    assert.ok(await page.getByRole('alert').isVisible());
    assert.equal(await page.locator('#login').inputValue(), 'a.sorel', 'what was typed stays');
    await page.locator('#password').fill(DEMO_PEOPLE[0]!.password);
    await page.locator('form:has(#login) button').click();
    const own = ['', '/purpose', '/password', '/second-factor', '/sessions'].map((part) => `/account${part}`);
    for (const path of own) {
      await page.goto(`${address}${path}?lang=${wish.language}`);
      await checkPage(page, path.replaceAll('/', '-'), { wire: false, print: false });
    }
  });

journey('an empty register makes its first administrator at an address that works once', async (t, open) => {
  const empty = await world({ demonstration: false });
  t.after(() => empty.close());
  const link = await makeFirstLink(empty.office);
  assert.ok(link);
  const address = await served(t, empty);
  const page = await open({});
  await page.goto(`${address}/link/${link.token}?lang=en`);
  await checkPage(page, 'first-administrator', { wire: false, print: false });
  await page.locator('#name').fill('Awa Ndiaye');
  await page.locator('#login').fill('awa');
  await page.locator('#password').fill('short');
  await page.locator('main button').click();
  assert.ok(await page.getByRole('alert').isVisible());
  assert.equal(await page.locator('#name').inputValue(), 'Awa Ndiaye', 'what was typed stays');
  await page.locator('#password').fill('a sentence to remember');
  await page.locator('main button').click();
  await page.waitForURL(/\/sign-in/);
  const again = await page.goto(`${address}/link/${link.token}`);
  assert.ok((again?.status() ?? 0) >= 400, 'the address works once');

  // In a real register the role demands a second factor: nothing else is open until it is set up.
  const go = (path: string) => page.goto(`${address}${path}?lang=en`);
  await go('/sign-in');
  await page.locator('#login').fill('awa');
  await page.locator('#password').fill('a sentence to remember');
  await page.locator('form:has(#login) button').click();
  await page.waitForURL(/\/account\/second-factor/);
  await checkPage(page, 'second-factor-demanded', { wire: false, print: false });
  await go('/people');
  assert.match(page.url(), /\/account\/second-factor/);
  await page.locator('#password').fill('a sentence to remember');
  await page.locator('main form button').click();
  const secret = await page.locator('input[name=secret]').inputValue();
  await page.locator('#code').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await checkPage(page, 'second-factor-offer', { wire: false, print: false });
  await page.locator('main form button').click();
  await page.locator('.codes').waitFor();
  assert.ok((await way(page)).includes('People'), 'set up, everything of the role is open');
});
