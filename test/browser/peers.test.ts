/** The pages of other nodes in a real browser: cards to read aloud, the forms, the state of the exchange. */
import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import { addPeer } from '../../src/acts/add-peer.ts';
import { sendMessage } from '../../src/acts/exchange-send.ts';
import { newId } from '../../src/acts/office.ts';
import { ownCard } from '../../src/acts/own-card.ts';
import { publishCard } from '../../src/acts/publish-card.ts';
import { CLERK, good } from '../exchange/nodes.ts';
import { servePages } from '../web/visitor.ts';
import { type World, world } from '../world.ts';
import { journey, type Open } from './browser.ts';
import { listFindings } from './page-checks.ts';
import { signedIn } from './people.ts';

type Language = 'en' | 'fr' | 'ar';
let here: World;
let there: World;
before(async () => {
  [here, there] = [await world(), await world({ state: 'XB' })];
  const name = 'Registre national des armes';
  good(await publishCard.run(there.office, CLERK, { name, address: 'https://registre.xb.example/echange' }));
  const { signed: card, fingerprint } = good(await there.db.transaction((tx) => ownCard(tx, there.office)));
  good(await addPeer.run(here.office, CLERK, { card, fingerprint }));
  await here.db.transaction(async (tx) => {
    const message = {
      peer: there.office.node,
      type: 'trace/request',
      thread: newId(here.office),
      body: {},
    } as const;
    good(await sendMessage(tx, here.office, message));
  });
});
after(() => Promise.all([here.close(), there.close()]));

/** Walks the pages as the national contact, and gives what was found wrong on each. */
async function walk(t: TestContext, open: Open, language: Language, width: number): Promise<string[]> {
  const { address } = await servePages(t, here.office);
  const session = await signedIn(here, address, { role: 'national-contact', language });
  await fetch(`${address}/exchange/v1/inbox`, { method: 'POST', body: 'nothing' });
  const page = await open({ language, width, session });
  const findings: string[] = [];
  for (const path of ['/peers', '/peers/add', `/peers/${there.office.node}/suspend`, '/exchange']) {
    await page.goto(address + path);
    const wide = width === 1280 && language === 'en';
    findings.push(...(await listFindings(page, path, { wire: wide, print: wide })));
  }
  return findings;
}

for (const [language, width] of [
  ['en', 1280],
  ['fr', 390],
  ['ar', 390],
] as const)
  journey(`the pages of other nodes are in order (${language}, ${width})`, async (t, open) => {
    assert.deepEqual(await walk(t, open, language, width), []);
  });
