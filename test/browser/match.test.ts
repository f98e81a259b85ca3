/** Deciding on a match in a real browser, from the candidates to the open arm and its review: three languages, wide and narrow. */
import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { alarmArm, arm } from '../web/told-arms.ts';
import { servePages } from '../web/visitor.ts';
import { type World, world } from '../world.ts';
import { journey, type Open } from './browser.ts';
import { listFindings } from './page-checks.ts';
import { signedIn } from './people.ts';

type Language = 'en' | 'fr' | 'ar';
let here: World;
let told: { readonly id: string; readonly number: string };

before(async () => {
  here = await world();
  told = await alarmArm(here);
  for (let n = 0; n < 12; n++)
    await arm(here, {
      description: { class: 'assault-rifle', maker: 'Norvik', model: 'M70', calibre: '7.62x39' },
      marks: [{ kind: 'serial', part: 'receiver', text: `ZN0447${10 + n}`, condition: 'legible' }],
      happened: '2019-04-01' as never,
    });
  await here.numbering.drain();
});
after(() => here.close());

const WHY = {
  en: 'Both halves of the stamp are there; read by two of us.',
  fr: 'Les deux moitiés du poinçon sont là ; lu à deux.',
  ar: 'نصفا الختم موجودان، وقرأه اثنان منا.',
} as const;

/** Walks from a reading to the open arm, and gives what was found wrong on each page. */
async function walk(t: TestContext, open: Open, language: Language, width: number): Promise<string[]> {
  const { address } = await servePages(t, here.office);
  const findings: string[] = [];
  const as = async (role: string): Promise<Page> =>
    open({ language, width, session: await signedIn(here, address, { role, language }) });
  const wide = width === 1280 && language === 'en';
  const look = async (page: Page, name: string, path?: string): Promise<void> => {
    if (path !== undefined) await page.goto(address + path);
    findings.push(...(await listFindings(page, name, { wire: wide && path !== undefined, print: wide })));
  };
  const press = async (page: Page, button: string): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), page.click(button)]);
  };
  const detective = await as('investigator');
  await look(detective, 'match-candidates', '/identify?reading=ZN0447[17]O&maker=Norvik');
  await detective.click(`details:has(input[value="${told.id}"]) summary`);
  await press(detective, `form.decide:has(input[value="${told.id}"]) button[value=same]`);
  await look(detective, 'match-decide');
  await detective.fill('#why', WHY[language]);
  await press(detective, 'form.record .do button:not([name])');
  await look(detective, 'match-receipt');
  await look(detective, 'match-arm', `/arms/${told.number}`);
  await press(detective, 'form[action*="/matches/"] button');
  await look(detective, 'match-arm-open');
  await look(detective, 'matches', '/matches');
  const supervisor = await as('supervisor');
  await look(supervisor, 'match-emergencies', '/emergencies');
  await press(supervisor, 'main a[href*="/emergencies/"].button');
  await look(supervisor, 'match-review');
  return findings;
}

const WALKS = [
  ['en', 1280],
  ['fr', 390],
  ['ar', 390],
] as const;
for (const [language, width] of WALKS)
  journey(`pages of decided matches keep to what is asked, ${language}, ${width} px`, async (t, open) => {
    assert.deepEqual(await walk(t, open, language, width), []);
  });
