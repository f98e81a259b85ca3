/**
 * What officers record, in a real browser: an issue confirmed by a second person, a loss and a finding again, a correction, a
 * refused act with its clause, an arm destroyed and then seized; with scripts and without; and a draft that outlives its tab.
 */
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { Page } from 'playwright-core';
import { viewArm } from '../../src/acts/view-arm.ts';
import { arm, got, party } from '../web/told-arms.ts';
import { servePages } from '../web/visitor.ts';
import { type World, world } from '../world.ts';
import { journey, type Open } from './browser.ts';
import { checkPage, listFindings } from './page-checks.ts';
import { signedIn } from './people.ts';

let here: World;
let unit: string;
let patrol: string;
before(async () => {
  here = await world();
  unit = await party(here, 'unit', '2nd Company');
  patrol = await party(here, 'unit', 'Patrol Nord');
  for (const id of [unit, patrol])
    await here.db.rows('update party set uses_register = true where party_id = $1', [id]);
});
after(() => here.close());

let serial = 0;
const newArm = () =>
  arm(here, {
    description: { class: 'assault-rifle', maker: 'Norvik', model: 'M70', calibre: '7.62x39' },
    marks: [{ kind: 'serial', part: 'receiver', text: `ZN5${1000 + serial++}`, condition: 'legible' }],
    to: { owner: unit, unit, keeper: unit },
    happened: '2019-04-01' as never,
  });
const state = async (id: string) => got(await viewArm.run(here.office, here.actor, { arm: id })).state;

async function as(
  open: Open,
  address: string,
  role: string,
  at: string | undefined,
  scripts = true,
): Promise<Page> {
  return open({ scripts, session: await signedIn(here, address, { role, ...(at ? { party: at } : {}) }) });
}

/** Chooses an event from the arm's page, fills in its form and sends it. */
async function record(page: Page, name: string, typed: Readonly<Record<string, string>>, send = 'Record it') {
  await page.getByRole('link', { name: 'Record an event' }).click();
  await page.getByRole('link', { name, exact: true }).click();
  for (const [label, value] of Object.entries(typed))
    await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole('button', { name: send, exact: true }).click();
}

for (const scripts of [true, false]) {
  const how = scripts ? 'with scripts' : 'without scripts';

  journey(`an issue is asked for, posted and confirmed by a second person, ${how}`, async (t, open) => {
    const { address } = await servePages(t, here.office);
    const { arm: id, number } = await newArm();
    const giver = await as(open, address, 'armourer', unit, scripts);
    await giver.goto(`${address}/arms/${number}`);
    await record(
      giver,
      'issued',
      { 'Keeper: who answers for it': 'Patrol Nord', 'Kind of paper': 'voucher' },
      'Send',
    );
    await giver.waitForURL(/\/receipts\//);
    assert.equal((await state(id)).pending?.meant, 'issued');
    const receiver = await as(open, address, 'armourer', patrol, scripts);
    await receiver.goto(address);
    await receiver.locator(`a[href="/arms/${number}/answer"]`, { hasText: 'Waits for you' }).click();
    await receiver.waitForURL(/\/answer$/);
    await checkPage(receiver, 'answer', { wire: false, print: false });
    await receiver.getByRole('button', { name: 'Confirm: we have it' }).click();
    await receiver.waitForURL(/\/receipts\//);
    const after = await state(id);
    assert.deepEqual([after.now.keeper, after.status], [patrol, 'issued']);
  });

  journey(`a loss, found again, and its entry corrected, ${how}`, async (t, open) => {
    const { address } = await servePages(t, here.office);
    const { arm: id, number } = await newArm();
    const page = await as(open, address, 'armourer', unit, scripts);
    await page.goto(`${address}/arms/${number}`);
    await record(page, 'lost', { Day: '', Month: '4', Year: '2024', Place: 'Kerem ford' });
    await page.waitForURL(/\/receipts\//);
    assert.equal((await state(id)).status, 'lost');
    await page.goto(`${address}/arms/${number}`);
    await record(page, 'recovered', { 'Keeper: who answers for it': '2nd Company' });
    await page.waitForURL(/\/receipts\/|\/recorded/);
    assert.equal((await state(id)).status, 'in-stock');
    await page.goto(`${address}/arms/${number}`);
    await page.locator('tr', { hasText: 'lost' }).getByRole('link', { name: 'Correct', exact: true }).click();
    await page.getByLabel('What is wrong with it').fill('The month was misread.');
    assert.equal(await page.getByLabel('Month', { exact: true }).inputValue(), '04');
    await page.getByLabel('Month', { exact: true }).fill('3');
    await page.getByRole('button', { name: 'Correct it' }).click();
    await page.waitForURL(/\/receipts\/|\/recorded/);
    await page.goto(`${address}/arms/${number}`);
    assert.match(await page.locator('#events').innerText(), /March 2024/);
    assert.match(await page.locator('#events').innerText(), /corrected by a later entry/);
  });

  journey(
    `destroyed, then issued: refused with its clause; then seized: an alarm, ${how}`,
    async (t, open) => {
      const { address } = await servePages(t, here.office);
      const { number } = await newArm();
      const clerk = await as(open, address, 'registry-clerk', unit, scripts);
      await clerk.goto(`${address}/arms/${number}`);
      await record(clerk, 'destroyed', { Day: '14', Month: '8', Year: '2023' });
      await clerk.goto(`${address}/arms/${number}`);
      await record(clerk, 'issued', { 'Keeper: who answers for it': 'Patrol Nord', Place: 'Gate 3' }, 'Send');
      const alert = clerk.getByRole('alert');
      assert.match(await alert.innerText(), /Leave is refused[\s\S]*FP 6\(2\)/);
      assert.equal(await clerk.getByLabel('Place', { exact: true }).inputValue(), 'Gate 3');
      await checkPage(clerk, 'refused-act', { wire: false, print: false });
      await clerk.goto(`${address}/arms/${number}`);
      await record(clerk, 'seized', {});
      await clerk.waitForURL(/\/recorded/);
      assert.match(await clerk.locator('section.alarm').innerText(), /recorded as gone, then seen/);
      await checkPage(clerk, 'alarm-raised', { wire: false, print: false });
    },
  );
}

journey(
  'what is typed outlives its tab, two tabs stand apart, and Enter in a field sends nothing else',
  async (t, open) => {
    const { address } = await servePages(t, here.office);
    const { arm: id, number } = await newArm();
    const first = await as(open, address, 'armourer', unit);
    const form = `${address}/arms/${number}/record/lost`;
    await first.goto(form);
    const second = await first.context().newPage();
    await second.goto(form);
    for (const [page, place] of [
      [first, 'Kerem ford'],
      [second, 'North gate'],
    ] as const) {
      await page.getByLabel('Place', { exact: true }).fill(place);
      await page.locator('.kept', { hasText: 'Kept' }).waitFor();
    }
    await second.close();
    await first.goto(`${address}/drafts`);
    await checkPage(first, 'drafts', { wire: false, print: false });
    const places: string[] = [];
    for (const at of [0, 1]) {
      await first.goto(`${address}/drafts`);
      await first.getByRole('link', { name: 'lost' }).nth(at).click();
      places.push(await first.getByLabel('Place', { exact: true }).inputValue());
    }
    assert.deepEqual(places.toSorted(), ['Kerem ford', 'North gate']);
    await first.getByLabel('Place', { exact: true }).press('Enter');
    await first.waitForURL(/\/receipts\//);
    assert.equal((await state(id)).status, 'lost');
    await first.waitForLoadState('networkidle');
    await first.goto(`${address}/drafts`);
    assert.equal(
      await first.getByRole('link', { name: 'lost' }).count(),
      1,
      'what was sent is no draft any more',
    );
  },
);

journey(
  'with the link down what is typed waits on the device and is kept when the link is back',
  async (t, open) => {
    const { address } = await servePages(t, here.office);
    const { number } = await newArm();
    const page = await as(open, address, 'armourer', unit);
    await page.goto(`${address}/arms/${number}/record/stolen`);
    await page.route('**/drafts', (route) => route.abort('internetdisconnected'));
    await page.getByLabel('Place', { exact: true }).fill('Bus station');
    await page.locator('.kept', { hasText: 'Not kept: no link' }).waitFor();
    await page.unroute('**/drafts');
    const kept = page.waitForResponse(
      (answer) => answer.url().endsWith('/drafts') && answer.status() === 204,
    );
    await page.goto(`${address}/find`);
    await kept;
    await page.goto(`${address}/drafts`);
    await page.getByRole('link', { name: 'stolen' }).click();
    assert.equal(await page.getByLabel('Place', { exact: true }).inputValue(), 'Bus station');
  },
);

for (const language of ['en', 'fr', 'ar'] as const)
  for (const width of [1280, 390])
    journey(`the pages of recording keep to what is asked, ${language}, ${width} px`, async (t, open) => {
      const { address } = await servePages(t, here.office);
      const { number } = await newArm();
      const session = await signedIn(here, address, { role: 'registry-clerk', language, party: unit });
      const page = await open({ language, width, session });
      const wide = width === 1280;
      const findings: string[] = [];
      for (const [name, path] of [
        ['arm-next', `/arms/${number}`],
        ['choose', `/arms/${number}/record`],
        ['seize', `/arms/${number}/record/seized`],
        ['issue', `/arms/${number}/record/issued`],
        ['hand-over', `/arms/${number}/hand-over`],
        ['register', '/register'],
        ['registered', `/arms/${number}/registered`],
        ['documents', `/arms/${number}/documents`],
        ['correct', `/arms/${number}/correct`],
      ]) {
        await page.goto(`${address}${path}`);
        findings.push(
          ...(await listFindings(page, name!, { wire: wide && language === 'en', print: false })),
        );
      }
      assert.deepEqual(findings, []);
    });
