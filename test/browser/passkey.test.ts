/** A passkey made on the account's page and asked when signing in, with an authenticator of the browser's own. */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { addPerson } from '../../src/acts/add-person.ts';
import { keepDefaultRoles } from '../../src/acts/keep-default-roles.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { serve } from '../../src/main/serve.ts';
import { temporaryFolder } from '../temporary.ts';
import { type World, world } from '../world.ts';
import { journey } from './browser.ts';

const PASSWORD = 'kesten bridge under seven lamps';
let here: World;
before(async () => {
  here = await world();
  await keepDefaultRoles(here.office);
});
after(() => here.close());

journey('a passkey is added, signs in place of a code, and can be taken away', async (t, open) => {
  const config = {
    home: temporaryFolder('passkey'),
    databaseUrl: undefined,
    host: 'localhost',
    port: 0,
  };
  const serving = await serve(here.office, config, () => {});
  assert.ok(!isRefusal(serving));
  t.after(() => serving.stop());
  const wish = { act: undefined, login: 'key.bearer', name: 'Key Bearer', posting: { role: 'keeper' } };
  const added = await addPerson.run(here.office, here.actor, addPerson.input.parse(wish));
  assert.ok(!isRefusal(added));

  const page = await open();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'usb', hasResidentKey: false } as const;
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
  await page.goto(`${serving.address}/link/${added.token}`);
  await page.fill('[name=password]', PASSWORD);
  await page.click('main button');
  const signIn = async (): Promise<void> => {
    await page.goto(`${serving.address}/sign-in`);
    await page.fill('[name=login]', 'key.bearer');
    await page.fill('[name=password]', PASSWORD);
    await page.click('main button');
  };
  await signIn();
  await page.goto(`${serving.address}/account`);
  await page.click('main a[href="/account/passkey"]');
  await page.fill('[name=password]', PASSWORD);
  await page.click('main form button');
  await page.locator('.codes').waitFor();
  assert.equal(await page.locator('.codes li').count(), 10);

  await page.goto(serving.address);
  await page.click('.who button');
  await signIn();
  await page.click('form[data-passkey="ask"] button');
  await page.waitForURL((url) => url.pathname !== '/sign-in' && url.pathname !== '/sign-in/second');
  await page.goto(`${serving.address}/account`);
  assert.match(await page.locator('main').innerText(), /You signed in with a second factor/);

  await page.click('main a[href="/account/second-factor/remove"]');
  await page.fill('[name=password]', PASSWORD);
  await page.click('main form button');
  await page.waitForURL(/\/account$/);
  assert.match(await page.locator('main').innerText(), /You sign in with a password alone/);
});
