/** Lists of lost and stolen arms and hits in a real browser: the list, an entry with its proofs, its form, and a hit with its caution. */
import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import { deliver, introduce, type Node, node } from '../exchange/nodes.ts';
import { anArm, aStolenArm, cancel, happens, hitsOf, listed } from '../listings/lists.ts';
import { servePages } from '../web/visitor.ts';
import { journey, type Open } from './browser.ts';
import { listFindings } from './page-checks.ts';
import { signedIn } from './people.ts';

type Language = 'en' | 'fr' | 'ar';
let here: Node;
let ids: { readonly live: string; readonly cancelled: string; readonly hit: string; readonly arm: string };
const closing: (() => unknown)[] = [];
before(async () => {
  const t = { after: (close: () => unknown) => closing.push(close) } as never;
  const there = await node(t, 'XB');
  here = await node(t, 'XA');
  await introduce(here, there);
  const theirs = await listed(there, await aStolenArm(there, 'QW-2200[17]3'), [here.id], {
    place: 'Borrane',
  });
  assert.ok(theirs);
  const live = await listed(here, await aStolenArm(here, 'QW-114402'), [there.id]);
  const cancelled = await listed(here, await aStolenArm(here, 'QW-550911'), [there.id]);
  await deliver(there, [here, there]);
  await deliver(here, [here, there]);
  const met = await anArm(here, 'QW-2200I3');
  await happens(here, met, 'seized');
  await cancel(here, cancelled);
  const arm = await aStolenArm(here, 'QW-771100');
  ids = { live, cancelled, hit: (await hitsOf(here, { arm: met }))[0]!.id, arm };
});
after(async () => {
  for (const close of closing.reverse()) await close();
});

/** Walks the pages as the national contact and as a clerk, and gives what was found wrong on each. */
async function walk(t: TestContext, open: Open, language: Language, width: number): Promise<string[]> {
  const { address } = await servePages(t, here.office);
  const session = await signedIn(here, address, { role: 'national-contact', language });
  const page = await open({ language, width, session });
  const findings: string[] = [];
  const look = async (name: string, path: string): Promise<void> => {
    await page.goto(address + path);
    const wide = width === 1280 && language === 'en';
    findings.push(...(await listFindings(page, name, { wire: wide, print: wide })));
  };
  await look('listings', '/listings');
  await look('listing', `/listings/${ids.live}`);
  await look('listing-cancelled', `/listings/${ids.cancelled}`);
  await look('hits', '/hits');
  await look('hit', `/hits/${ids.hit}`);
  if (width > 1000) await look('listed-work', '/to-settle');
  const clerk = await signedIn(here, address, { role: 'registry-clerk', language });
  const form = await open({ language, width, session: clerk });
  await form.goto(`${address}/listings/propose?arm=${ids.arm}`);
  findings.push(...(await listFindings(form, 'listing-propose', {})));
  return findings;
}

for (const [language, width] of [
  ['en', 1280],
  ['fr', 1280],
  ['fr', 390],
  ['ar', 1280],
  ['ar', 390],
] as const)
  journey(`pages of lists keep to what is asked, ${language}, ${width} px`, async (t, open) => {
    assert.deepEqual(await walk(t, open, language, width), []);
  });
