/** Finding, the work list, emergency access and who looked, in a real browser: three languages, wide and narrow. */
import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { alarmArm, arm, party } from '../web/told-arms.ts';
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
  const keeper = await party(here, 'depot', 'Central depot');
  for (let n = 0; n < 55; n++)
    await arm(here, {
      description: { class: 'pistol', maker: 'Tarvos', model: 'PT-58', calibre: '9×19' },
      marks: [{ kind: 'serial', part: 'frame', text: `KJT82${100 + n}`, condition: 'legible' }],
      to: { keeper },
      happened: '2019-04-01' as never,
    });
  await here.numbering.drain();
});
after(() => here.close());

const TITLES = { en: 'The pistols of Tarvos', fr: 'Les pistolets Tarvos', ar: 'مسدسات Tarvos' } as const;

/** Walks the pages as somebody of a role, and gives what was found wrong on each. */
async function walk(t: TestContext, open: Open, language: Language, width: number): Promise<string[]> {
  const { address } = await servePages(t, here.office);
  const findings: string[] = [];
  const as = async (role: string, name?: string): Promise<Page> => {
    const who = { role, language, ...(name ? { name } : {}) };
    return open({ language, width, session: await signedIn(here, address, who) });
  };
  const look = async (page: Page, name: string, path?: string): Promise<void> => {
    if (path !== undefined) await page.goto(address + path);
    // What a page weighs and how it prints is looked at once.
    const wide = width === 1280 && language === 'en';
    findings.push(...(await listFindings(page, name, { wire: wide && path !== undefined, print: wide })));
  };
  const press = async (page: Page, button: string): Promise<void> => {
    await Promise.all([page.waitForEvent('load'), page.click(button)]);
  };
  const clerk = await as('registry-clerk');
  await look(clerk, 'find-form', '/find');
  await clerk.fill('#maker', 'Tarvos');
  await press(clerk, 'form.find button');
  await clerk.fill('#name', TITLES[language]);
  await press(clerk, 'form[action$="/name"] button');
  await look(clerk, 'find-kept');
  await press(clerk, 'form[action="/exports/search"] button');
  await look(clerk, 'export-ask');
  await clerk.check('#site');
  await clerk.fill('#reason', 'The inspectorate counts what stands in this depot');
  await press(clerk, 'form.record button');
  await look(clerk, 'export-waits');
  await look(clerk, 'today-clerk', '/');
  await look(clerk, 'work', '/to-settle');
  await press(clerk, 'main a[href*="/to-settle/XA-"]');
  await look(clerk, 'work-settle');
  const detective = await as('investigator', 'Ilse Varn');
  await look(detective, 'arm-withheld', `/arms/${told.number}`);
  await press(detective, '.withheld a');
  await look(detective, 'emergency-ask');
  await detective.fill('#reason', 'Shots are reported where this arm is kept');
  await press(detective, 'form.record button');
  await look(detective, 'emergency-open');
  const supervisor = await as('supervisor');
  await look(supervisor, 'today-supervisor', '/');
  await look(supervisor, 'exports', '/exports');
  await press(supervisor, 'main a.button[href*="/exports/"]');
  await look(supervisor, 'export-decide');
  await supervisor.check('input[value=approved]');
  await supervisor.fill('#words', 'The order of the inspectorate was read.');
  await press(supervisor, 'form.record button');
  await look(clerk, 'today-granted', '/');
  await press(clerk, '#granted ~ * a[href*="/exports/"]');
  await look(clerk, 'export-draw');
  await look(supervisor, 'emergencies', '/emergencies');
  await press(supervisor, 'main a[href*="/emergencies/"]');
  await look(supervisor, 'emergency-review');
  await supervisor.check('input[value=justified]');
  await supervisor.fill('#words', 'The call is in the log of that night.');
  await press(supervisor, 'form.record button');
  await look(supervisor, 'emergencies-all', '/emergencies?all=1');
  await look(supervisor, 'reads-sample', '/reads/sample');
  const auditor = await as('auditor');
  await look(auditor, 'arm-reads', `/arms/${told.number}/reads`);
  await look(auditor, 'reads', '/reads');
  await look(await as('administrator'), 'today-administrator', '/');
  await look(await as('exchange-clerk'), 'today-calm', '/');
  return findings;
}

const WALKS = [
  ['en', 1280],
  ['fr', 390],
  ['ar', 1280],
  ['ar', 390],
] as const;
for (const [language, width] of WALKS)
  journey(
    `pages of finding and overseeing keep to what is asked, ${language}, ${width} px`,
    async (t, open) => {
      assert.deepEqual(await walk(t, open, language, width), []);
    },
  );
