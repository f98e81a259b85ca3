/** The trace desk in a real browser: a domestic trace from the arm to its end, a request by letter, one that came in; three languages, wide and narrow. */
import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { type Came, letterCame, type Recovered, recoveredArm } from '../web/told-traces.ts';
import { servePages } from '../web/visitor.ts';
import { type World, world } from '../world.ts';
import { journey, type Open } from './browser.ts';
import { listFindings } from './page-checks.ts';
import { signedIn } from './people.ts';

type Language = 'en' | 'fr' | 'ar';
let here: World;
before(async () => {
  here = await world();
});
after(() => here.close());

const WORDS = {
  en: 'Under the seat of a lorry at the road block.',
  fr: 'Sous le siège d’un camion, au barrage.',
  ar: 'تحت مقعد شاحنة عند الحاجز.',
} as const;

type Walk = {
  readonly address: string;
  readonly as: (role: string, party?: string) => Promise<Page>;
  readonly look: (page: Page, name: string, path?: string) => Promise<void>;
  readonly words: string;
};

const press = async (page: Page, button: string): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.click(button)]);
};
const SEND = 'form.record .do button:not([name])';

async function domestic(
  { as, look, words }: Walk,
  { number, police, policeName }: Recovered,
): Promise<string> {
  const contact = await as('national-contact');
  await look(contact, 'trace-arm', `/arms/${number}`);
  await press(contact, 'a[href*="/traces/open"]');
  await look(contact, 'trace-open');
  await contact.fill('#circumstances', words);
  await press(contact, SEND);
  await look(contact, 'trace-opened');
  const trace = /\/traces\/([0-9a-f-]{36})/.exec(contact.url())![1]!;
  await contact.click('a[href*="/ask"]');
  await contact.fill('#agency', policeName);
  await contact.fill('#words', words);
  await look(contact, 'trace-ask');
  await press(contact, SEND);
  const clerk = await as('licensing', police);
  await look(clerk, 'trace-today', '/');
  await press(clerk, 'main a[href*="/traces/questions/"]');
  await clerk.check('input[name=outcome][value=found]');
  await clerk.fill('#words', words);
  await look(clerk, 'trace-reply');
  await press(clerk, SEND);
  await look(clerk, 'trace-questions');
  return trace;
}

async function byLetter({ as, look, words, address }: Walk, trace: string): Promise<void> {
  const contact = await as('national-contact');
  await look(contact, 'trace-compose', `/traces/${trace}/request`);
  await contact.fill('#law', words);
  await contact.fill('#other', 'FR');
  await contact.fill('#authority', 'Police of Kerem');
  await press(contact, 'form.record p button[value=show]');
  await look(contact, 'trace-preview');
  await press(contact, SEND);
  await look(contact, 'trace-sent');
  await contact.goto(`${address}/traces/${trace}/finding`);
  await contact.check('input[name=finding][value=point-of-diversion]');
  await contact.fill('#authority', 'Court of Kerem');
  await contact.fill('[id="when.year"]', '2019');
  await contact.selectOption('#stage', 'civil-possession');
  await contact.fill('#words', words);
  await look(contact, 'trace-finding');
  await press(contact, SEND);
  await contact.goto(`${address}/traces/${trace}/close`);
  await contact.selectOption('#outcome', 'traced-to-point-of-diversion');
  await contact.fill('#words', words);
  await look(contact, 'trace-close');
  await press(contact, SEND);
  await look(contact, 'trace-closed');
}

async function cameIn({ as, look, words, address }: Walk, { trace, request }: Came): Promise<void> {
  const contact = await as('national-contact');
  await look(contact, 'trace-came', `/traces/${trace}`);
  await press(contact, '.next-step .button');
  await look(contact, 'trace-acknowledge');
  await press(contact, SEND);
  await contact.goto(`${address}/traces/${trace}/answer/${request}`);
  assert.equal(await contact.isVisible('#reason'), false, 'ground and reason come out where they are needed');
  await contact.check('input[name=kind][value=refused]');
  assert.equal(await contact.isVisible('#reason'), true);
  await contact.selectOption('#ground', 'ongoing-investigation');
  await contact.fill('#reason', words);
  await look(contact, 'trace-answer');
  await press(contact, SEND);
  await look(contact, 'trace-drafted');
  const second = await as('national-contact');
  await look(second, 'trace-desk', '/traces');
  await second.goto(`${address}/traces/${trace}`);
  await press(second, '.next-step .button');
  await second.check('input[name=decision][value=release]');
  await look(second, 'trace-release');
  await press(second, SEND);
  await look(second, 'trace-told');
  await look(second, 'trace-statistics', '/traces/statistics');
  await look(second, 'trace-lots', '/traces/lots');
  await look(second, 'trace-duties', '/');
}

/** Walks through all of it, and gives what was found wrong on each page. */
async function walk(t: TestContext, open: Open, language: Language, width: number): Promise<string[]> {
  const { address } = await servePages(t, here.office);
  const findings: string[] = [];
  const wide = width === 1280 && language === 'en';
  const way: Walk = {
    address,
    words: WORDS[language],
    as: async (role, party) =>
      open({
        language,
        width,
        session: await signedIn(here, address, { role, language, ...(party ? { party } : {}) }),
      }),
    async look(page, name, path) {
      if (path !== undefined) await page.goto(address + path);
      findings.push(...(await listFindings(page, name, { wire: wide && path !== undefined, print: wide })));
    },
  };
  const recovered = await recoveredArm(here, `QRT04${width}${language}`);
  await byLetter(way, await domestic(way, recovered));
  await cameIn(way, await letterCame(here, { urgent: true, says: WORDS[language] }));
  return findings;
}

const WALKS = [
  ['en', 1280],
  ['fr', 390],
  ['ar', 390],
] as const;
for (const [language, width] of WALKS)
  journey(`pages of traces keep to what is asked, ${language}, ${width} px`, async (t, open) => {
    assert.deepEqual(await walk(t, open, language, width), []);
  });
