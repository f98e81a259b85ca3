/** The pages of people, roles, keys and agencies in a real browser: axe, narrow, by keyboard, on paper, in every language. */
import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import { addPerson } from '../../src/acts/add-person.ts';
import { makeApiKey } from '../../src/acts/make-api-key.ts';
import type { Act } from '../../src/acts/office.ts';
import { recordAgency } from '../../src/acts/record-agency.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { servePages } from '../web/visitor.ts';
import { type World, world } from '../world.ts';
import { journey, type Open, type Wish } from './browser.ts';
import { listFindings } from './page-checks.ts';
import { signedIn } from './people.ts';

let here: World;
let told: { readonly account: string; readonly agency: string; readonly old: string };

async function act<Input, Output extends object>(which: Act<Input, Output>, raw: unknown): Promise<Output> {
  const done = await which.run(here.office, here.actor, which.input.parse(raw));
  if (isRefusal(done)) throw new Error(JSON.stringify(done));
  return done as Output;
}

before(async () => {
  here = await world();
  await signedIn(here, '', { role: 'auditor', name: 'Lio Brandt' });
  const agency = async (name: string, more: object): Promise<string> =>
    (await act(recordAgency, { name, happened: '1998-03', ...more })).parties[0]!;
  const guard = await agency('Garde nationale de Kerem', { kind: 'agency', usesRegister: true });
  const depot = await agency('Dépôt central', { kind: 'depot', parent: guard });
  const old = await agency('Gendarmerie rurale', { kind: 'unit', parent: guard });
  await agency('شرطة الميناء', { kind: 'unit', parent: guard });
  await act(recordAgency, { party: depot, type: 'party-renamed', name: 'Dépôt Nord', happened: '2011' });
  await act(recordAgency, { party: old, type: 'party-merged', into: depot, happened: '2016-09-01' });
  const posting = { role: 'keeper', party: depot, until: '2031-04-30' };
  const person = { login: 'b.osei', name: 'Benedikta Osei-Marchand', posting };
  const { account } = await act(addPerson, person);
  await act(addPerson, { login: 'turned', name: 'سميرة <b>الحداد</b>\u202e' });
  await act(makeApiKey, { name: 'Entry desk', role: 'exchange-clerk', party: guard });
  told = { account, agency: depot, old };
});
after(() => here.close());

const pagesOf = (): readonly (readonly [string, string])[] => [
  ['people', '/people'],
  ['people-add', '/people/add'],
  ['person', `/people/${told.account}`],
  ['person-suspend', `/people/${told.account}/suspend`],
  ['person-reset', `/people/${told.account}/reset`],
  ['person-post', `/people/${told.account}/post`],
  ['roles', '/roles'],
  ['role', '/roles/keeper'],
  ['role-change', '/roles/keeper/change'],
  ['role-copy', '/roles/keeper/copy'],
  ['rights', '/rights'],
  ['keys', '/keys'],
  ['keys-make', '/keys/make'],
  ['agencies', '/agencies?gone=yes'],
  ['agency', `/agencies/${told.agency}`],
  ['agency-merged', `/agencies/${told.old}`],
  ['agency-add', `/agencies/add?under=${told.agency}`],
  ['agency-merge', `/agencies/${told.agency}/merge`],
];

async function lookAtAll(t: TestContext, open: Open, wish: Wish): Promise<void> {
  const { address } = await servePages(t, here.office);
  const { language = 'en', width = 1280 } = wish;
  const session = await signedIn(here, address, { role: 'administrator', language, name: 'Ines Marek' });
  const page = await open({ ...wish, session });
  const findings: string[] = [];
  for (const [name, path] of pagesOf()) {
    await page.goto(address + path);
    const whole = width > 1000;
    findings.push(...(await listFindings(page, name, { wire: whole, print: whole })));
  }
  await page.goto(`${address}/people/${told.account}/reset`);
  await page.locator('main form button').click();
  await page.locator('.slip').waitFor();
  findings.push(...(await listFindings(page, 'one-time-link', { wire: false })));
  assert.deepEqual(findings, []);
}

const WISHES: readonly Wish[] = [
  ...(['en', 'fr', 'ar'] as const).flatMap((language) => [1280, 390].map((width) => ({ language, width }))),
  { language: 'ar', width: 390, scripts: false },
];
for (const wish of WISHES)
  journey(`every page about people keeps to what is asked, ${JSON.stringify(wish)}`, (t, open) =>
    lookAtAll(t, open, wish),
  );
