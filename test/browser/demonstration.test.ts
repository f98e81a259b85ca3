/** The pages of a demonstration in a real browser: three languages, wide and narrow, light and dark, without scripts too. */
import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import { alarmArm, arm, party } from '../web/told-arms.ts';
import { servePages } from '../web/visitor.ts';
import { type World, world } from '../world.ts';
import { journey, type Open, type Wish } from './browser.ts';
import { HOSTILE_TEXTS, listObeyed } from './hostile.ts';
import { listFindings } from './page-checks.ts';
import { signedIn } from './people.ts';

const ROWS = 55;
let here: World;
let told: { readonly id: string; readonly number: string };
let plain: string;

before(async () => {
  here = await world();
  told = await alarmArm(here);
  const keeper = await party(here, 'depot', 'Central depot');
  for (let n = 0; n < ROWS; n++) {
    const { number } = await arm(here, {
      description: { class: 'pistol', maker: 'Tarvos', model: 'PT-58', calibre: '9×19' },
      marks: [{ kind: 'serial', part: 'frame', text: `KJT82${100 + n}`, condition: 'legible' }],
      to: { keeper },
      happened: '2019-04-01' as never,
    });
    plain = number;
  }
  await here.numbering.drain();
});
after(() => here.close());

const LANGUAGES = ['en', 'fr', 'ar'] as const;
const WIDTHS = [1280, 390];

/** Every kind of page there is, by the name of its picture. */
const pagesOf = (): readonly (readonly [string, string])[] => [
  ['today', '/'],
  ['find', '/find'],
  ['found', '/find?maker=tarvos'],
  ['found-none', '/find?serial=NOTHING77'],
  ['arm', `/arms/${plain}`],
  ['arm-alarm', `/arms/${told.number}`],
  ['makers', '/reference'],
  ['models-found', '/reference/models?q=makarov'],
  ['perhaps-meant', '/reference/makers?q=tauros'],
  ['model', '/reference/models/izhmekh/pm'],
  ['calibre', '/reference/calibres/9x19'],
  ['maker', '/reference/makers/taurus'],
  ['missing', '/nothing/here'],
  ['refused', '/arms/XA-7K4Q9-2MTKP'],
  ['wrong-field', '/find?from=yesterday'],
];

async function lookAtAll(t: TestContext, open: Open, wish: Wish): Promise<void> {
  const pages = await servePages(t, here.office);
  const { language = 'en' } = wish;
  const session = await signedIn(here, pages.address, { role: 'registry-clerk', language });
  const page = await open({ ...wish, session });
  const findings: string[] = [];
  for (const [name, address] of pagesOf()) {
    await page.goto(pages.address + address);
    // What a page weighs and how it prints is the same at every width of a screen.
    const wide = page.viewportSize()?.width === WIDTHS[0];
    findings.push(...(await listFindings(page, name, { wire: wide, print: wide })));
  }
  assert.deepEqual(findings, []);
}

for (const language of LANGUAGES)
  for (const width of WIDTHS)
    journey(`every page keeps to what is asked, ${language}, ${width} px`, async (t, open) => {
      await lookAtAll(t, open, { language, width });
    });

const OTHERS: readonly Wish[] = [{ language: 'ar', width: 390, scripts: false }, { dark: true }];
for (const wish of OTHERS)
  journey(`every page keeps to what is asked, ${JSON.stringify(wish)}`, async (t, open) => {
    await lookAtAll(t, open, wish);
  });

journey('what is written into a field is shown and never obeyed', async (t, open) => {
  const numbers: string[] = [];
  for (const text of HOSTILE_TEXTS) {
    const { number } = await arm(here, {
      description: { class: 'pistol', maker: text, model: text, calibre: text },
      marks: [{ kind: 'serial', part: 'frame', text, condition: 'partly-legible', note: text }],
      happened: '2021-05-06' as never,
    });
    numbers.push(number);
  }
  await here.numbering.drain();
  const pages = await servePages(t, here.office);
  const findings: string[] = [];
  for (const language of ['en', 'ar'] as const) {
    const session = await signedIn(here, pages.address, {
      role: 'registry-clerk',
      language,
      name: HOSTILE_TEXTS[0]!,
    });
    const page = await open({ language, session });
    const look = async (path: string): Promise<void> => {
      await page.goto(pages.address + path);
      findings.push(...(await listObeyed(page)).map((one) => `${path}: ${one}`));
    };
    for (const number of numbers) await look(`/arms/${number}`);
    // Fields that must be of a list or a day are refused, and then all are shown again beside the refusal.
    const fields = ['serial', 'maker', 'model', 'calibre', 'keeper'];
    for (const text of HOSTILE_TEXTS)
      for (const asked of [fields, ['after'], [...fields, 'class', 'status', 'from', 'to']])
        await look(`/find?${new URLSearchParams(asked.map((field) => [field, text]))}`);
    await look(`/${encodeURIComponent(HOSTILE_TEXTS[0]!)}`);
  }
  assert.deepEqual(findings, []);
});
