/**
 * The main journey of tracing, in a real browser over three nodes with three databases: a pistol recovered in XC with a damaged
 * number, asked of XA, which exported it, and of XB, from whose holder it was stolen. Nobody types a mark. Once over HTTP, and
 * once over files alone, with no network between the nodes.
 *
 * @clause ITI 16, ITI 18, C-10, C-11
 */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { deliverNow } from '../../src/acts/exchange-deliver.ts';
import { exportEnvelopes, importEnvelopes } from '../../src/acts/exchange-files.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { damagedReading } from '../../src/doors/demo/network.ts';
import { DEMO_PEOPLE } from '../../src/doors/demo/people.ts';
import { postEnvelope } from '../../src/doors/peers/post.ts';
import { makeLog } from '../../src/main/log.ts';
import { type NetworkNode, openNetwork } from '../../src/main/network.ts';
import { journey, type Open } from '../browser/browser.ts';
import { verifiedLedger } from '../ledger/verified.ts';

const SEND = 'form.record .do button:not([name])';
const WHY = 'Number, maker and model agree; read by two of us.';
const LAW = 'Loi 12-2019 sur les armes, article 14';

const press = async (page: Page, button: string): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.click(button)]);
};

type Carry = () => Promise<void>;

async function openNodes(t: TestContext): Promise<readonly NetworkNode[]> {
  const home = mkdtempSync(join(tmpdir(), 'countermark-network-'));
  const config = { home, databaseUrl: undefined, host: '127.0.0.1', port: 0 };
  const nodes = await openNetwork(config, { log: makeLog(() => {}, false), say: () => {}, delivers: false });
  assert.ok(!isRefusal(nodes), JSON.stringify(nodes));
  t.after(async () => {
    await Promise.all(nodes.map((node) => node.close()));
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });
  return nodes;
}

/** Carries what waits by HTTP, as the loop of each node does. */
const byNetwork =
  (nodes: readonly NetworkNode[]): Carry =>
  async () => {
    for (const { opened } of nodes)
      await deliverNow(opened.office, (to, envelope) =>
        postEnvelope(to, envelope, new AbortController().signal),
      );
  };

/** Carries what waits on a stick: every node writes its folder and reads those of the others, twice for the receipts. */
const byFiles =
  (nodes: readonly NetworkNode[]): Carry =>
  async () => {
    for (let round = 0; round < 2; round++) {
      const stick = mkdtempSync(join(tmpdir(), 'countermark-stick-'));
      for (const { opened } of nodes)
        await exportEnvelopes(opened.office, async (name, bytes) => writeFileSync(join(stick, name), bytes));
      for (const { opened } of nodes)
        await importEnvelopes(opened.office, readdirSync(stick), async (name) =>
          readFileSync(join(stick, name)),
        );
      rmSync(stick, { recursive: true, force: true });
    }
  };

async function signIn(open: Open, { serving }: NetworkNode, place: number): Promise<Page> {
  const person = DEMO_PEOPLE.filter(({ role }) => role === 'national-contact')[place]!;
  const page = await open({ language: 'en', width: 1280 });
  await page.goto(`${serving.address}/sign-in`);
  await page.locator('#login').fill(person.login);
  await page.locator('#password').fill(person.password);
  await press(page, 'form:has(#login) button');
  await page.goto(`${serving.address}/account/purpose?lang=en`);
  await page.locator('#purpose').fill('RP 810/2026');
  await press(page, 'main form button');
  return page;
}

/** Asks the addressee that stands first, with the photographs that there are. */
async function ask(page: Page, node: NetworkNode, trace: string, country: string): Promise<void> {
  await page.goto(`${node.serving.address}/traces/${trace}/request`);
  const proposed = await page.locator('.addressees li input[type=checkbox]').first().getAttribute('name');
  assert.equal(proposed, `to.${country}`, 'whom to ask is proposed');
  if (!(await page.isChecked(`[id="to.${country}"]`))) await page.check(`[id="to.${country}"]`);
  await page.fill('#law', LAW);
  await press(page, SEND);
}

/** A State finds the request on its desk, identifies, decides, drafts and has it released; nothing of a mark is typed. */
async function answerFor(open: Open, node: NetworkNode): Promise<void> {
  const { address } = node.serving;
  const first = await signIn(open, node, 0);
  await first.goto(`${address}/traces`);
  await press(first, 'main a[href^="/traces/0"]');
  const trace = /\/traces\/([0-9a-f-]{36})/.exec(first.url())![1]!;
  await press(first, '.next-step .button');
  await press(first, SEND);
  await first.goto(`${address}/traces/${trace}`);
  await press(first, 'form[action^="/identify"] button');
  await first.locator('details:has(form.decide) summary').first().click();
  await press(first, 'form.decide button[value=same]');
  await first.fill('#why', WHY);
  await press(first, SEND);
  await first.goto(`${address}/traces/${trace}/take`);
  await first.locator('input[name=match]').first().check();
  await press(first, SEND);
  await first.goto(`${address}/traces/${trace}`);
  await press(first, '.next-step .button');
  await first.check('input[name=kind][value=full]');
  await press(first, SEND);
  const second = await signIn(open, node, 1);
  await second.goto(`${address}/traces/${trace}`);
  await press(second, '.next-step .button');
  await second.check('input[name=decision][value=release]');
  await press(second, SEND);
}

/** The one hit on what XB published stands on the list of this State, as a lead, and leads to the entry. */
async function seeHit(page: Page, { serving }: NetworkNode, told: string): Promise<void> {
  await page.goto(`${serving.address}/hits`);
  await press(page, 'main tbody a[href^="/hits/"]');
  assert.equal(await page.locator('main .alarm[role=alert]').count(), 1, 'a lead says that it is one');
  await press(page, 'main a[href^="/listings/"]');
  const entry = (await page.locator('main').innerText()).replace(/[\u2066-\u2069]/g, '');
  assert.ok(entry.includes(told) && entry.includes('PV 2026/0733'), entry);
}

async function walk(
  t: TestContext,
  open: Open,
  way: (nodes: readonly NetworkNode[]) => Carry,
): Promise<void> {
  const nodes = await openNodes(t);
  const [xa, xb, xc] = nodes as [NetworkNode, NetworkNode, NetworkNode];
  const carry = way(nodes);
  const contact = await signIn(open, xc, 0);
  await contact.goto(`${xc.serving.address}/arms/${xc.recovered}`);
  await press(contact, 'a[href*="/traces/open"]');
  await press(contact, SEND);
  const trace = /\/traces\/([0-9a-f-]{36})/.exec(contact.url())![1]!;
  for (const [node, country] of [
    [xa, 'XA'],
    [xb, 'XB'],
  ] as const) {
    await ask(contact, xc, trace, country);
    await carry();
    await answerFor(open, node);
    await carry();
  }
  await contact.goto(`${xc.serving.address}/traces/${trace}`);
  const told = (await contact.locator('main').innerText()).replace(/[\u2066-\u2069]/g, '');
  assert.ok(told.includes('XA/EX/2019-0417'), 'the licence of the export');
  assert.ok(told.includes('PV 2024/1187'), 'the complaint of the theft');
  await contact.goto(`${xc.serving.address}/traces/${trace}/finding`);
  await contact.check('input[name=finding][value=point-of-diversion]');
  await contact.fill('#authority', 'Parquet de Calvero');
  await contact.fill('[id="when.year"]', '2024');
  await contact.selectOption('#stage', 'civil-possession');
  await contact.fill('#words', 'Stolen from a holder; complaint PV 2024/1187.');
  await press(contact, SEND);
  await contact.goto(`${xc.serving.address}/traces/${trace}/close`);
  await contact.selectOption('#outcome', 'traced-to-point-of-diversion');
  await contact.fill('#words', 'Theft from a holder in XB.');
  await press(contact, SEND);
  await carry();
  await seeHit(contact, xc, 'Fabrique Dorlane D58 C');
  await seeHit(await signIn(open, xb, 0), xb, 'Gardiennage');
  for (const { opened } of nodes) {
    const [row] = await opened.office.db.rows<{ asked: number; closed: number; marks: string }>(
      `select count(*) as asked, count(*) filter (where r.status in ('answered', 'closed')) as closed,
         coalesce(string_agg(convert_from(m.content, 'UTF8'), ' '), '') as marks
       from trace_request r join trace_message m on m.trace_id = r.trace_id and m.request_id = r.request_id and m.seq = 1
         and m.side = 'requester'`,
    );
    assert.ok(
      row!.asked > 0 && row!.asked === row!.closed,
      `${opened.office.state} has settled its requests`,
    );
    assert.ok(row!.marks.includes(damagedReading()), 'the mark travelled as it was read');
    await verifiedLedger(opened);
  }
}

journey('C-10: from a damaged number in XC to a theft in XB, in three browsers over three nodes', (t, open) =>
  walk(t, open, byNetwork),
);
journey('C-13: the same over files alone', (t, open) => walk(t, open, byFiles));
