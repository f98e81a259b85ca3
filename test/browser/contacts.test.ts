/** The directory of contacts in a real browser: its list, one contact, its forms, the reminder, what is given out and printed. */
import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import { recordContact } from '../../src/acts/record-contact.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { servePages } from '../web/visitor.ts';
import { type World, world } from '../world.ts';
import { journey, type Open } from './browser.ts';
import { listFindings } from './page-checks.ts';
import { signedIn } from './people.ts';

type Language = 'en' | 'fr' | 'ar';
let here: World;
let id: string;
before(async () => {
  here = await world();
  const common = {
    kind: 'tracing',
    person: 'Odile Harrow',
    address: '12, place des Tanneurs, Velmar',
    phones: ['+999 27 20 00 11'],
    emails: ['tracing@registry-of-arms.example'],
    languages: ['fr', 'en'],
    hours: 'Mo-Fr 08:00-16:00; Sa 09:00-12:00',
    zone: 'Africa/Abidjan',
    channels: ['letter', 'e-mail', 'interpol'],
    source: 'Note verbale 4/2026',
  };
  const record = async (more: object): Promise<string> => {
    const input = recordContact.input.parse({ ...common, ...more });
    const kept = await recordContact.run(here.office, here.actor, input);
    assert.ok(!isRefusal(kept), JSON.stringify(kept));
    return kept.subject;
  };
  await record({ state: 'XA', office: 'سجل الأسلحة الوطني', own: true, confirmed: '2026-01-01' });
  await record({ body: 'Panel of Experts', kind: 'un-panel', office: 'Secretariat', until: '2090-01-01' });
  id = await record({ state: 'BE', office: 'Registre fédéral des armes' });
});
after(() => here.close());

/** Walks the pages as the national contact, and gives what was found wrong on each. */
async function walk(t: TestContext, open: Open, language: Language, width: number): Promise<string[]> {
  const { address } = await servePages(t, here.office);
  const session = await signedIn(here, address, { role: 'national-contact', language });
  const page = await open({ language, width, session });
  const findings: string[] = [];
  const look = async (name: string, path?: string): Promise<void> => {
    if (path !== undefined) await page.goto(address + path);
    const wide = width === 1280 && language === 'en';
    findings.push(...(await listFindings(page, name, { wire: wide && path !== undefined, print: wide })));
  };
  await look('contacts-due', '/');
  await look('contacts', '/contacts');
  await look('contact', `/contacts/${id}`);
  await look('contacts-own', '/contacts/own');
  await look('contact-confirm', `/contacts/${id}/confirm`);
  await look('contact-change', `/contacts/${id}/change`);
  await page.goto(`${address}/contacts/record`);
  await page.fill('#office', 'مكتب');
  await page.fill('#hours', '8-4');
  await page.fill('#source', 'Call');
  await Promise.all([page.waitForEvent('load'), page.click('form.record button')]);
  await look('contact-refused');
  assert.equal(await page.inputValue('#office'), 'مكتب');
  return findings;
}

for (const [language, width] of [
  ['en', 1280],
  ['fr', 390],
  ['ar', 1280],
  ['ar', 390],
] as const)
  journey(`pages of contacts keep to what is asked, ${language}, ${width} px`, async (t, open) => {
    assert.deepEqual(await walk(t, open, language, width), []);
  });
