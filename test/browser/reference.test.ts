/** Changing the reference tables in a real browser: forms, an entry with the program's row beside it, the history. */
import assert from 'node:assert/strict';
import { after, before, type TestContext } from 'node:test';
import { editReference } from '../../src/acts/edit-reference.ts';
import { viewReference } from '../../src/acts/view-reference.ts';
import { isRefusal } from '../../src/domain/base/refusal.ts';
import { servePages } from '../web/visitor.ts';
import { type World, world } from '../world.ts';
import { journey, type Open } from './browser.ts';
import { listFindings } from './page-checks.ts';
import { signedIn } from './people.ts';

type Language = 'en' | 'fr' | 'ar';
let here: World;
before(async () => {
  here = await world();
  const shown = await viewReference.run(here.office, here.actor, { table: 'models', code: 'glock/17' });
  assert.ok(!isRefusal(shown));
  const input = {
    table: 'model',
    code: 'glock/17',
    fields: { ...shown.fields, aliases: `${shown.fields.aliases} | G-17`, source: 'Laboratory, note 4/2026' },
    why: 'So written in the files of Kerem.',
  };
  const kept = await editReference.run(here.office, here.actor, editReference.input.parse(input));
  assert.ok(!isRefusal(kept));
});
after(() => here.close());

/** Walks the pages as the keeper of the tables, and gives what was found wrong on each. */
async function walk(t: TestContext, open: Open, language: Language, width: number): Promise<string[]> {
  const { address } = await servePages(t, here.office);
  const session = await signedIn(here, address, { role: 'reference-keeper', language });
  const page = await open({ language, width, session });
  const findings: string[] = [];
  const look = async (name: string, path?: string): Promise<void> => {
    if (path !== undefined) await page.goto(address + path);
    const wide = width === 1280 && language === 'en';
    findings.push(...(await listFindings(page, name, { wire: wide && path !== undefined, print: wide })));
  };
  await look('reference-own', '/reference/models?own=yes');
  await look('reference-changed', '/reference/models/glock/17');
  await look('reference-change', '/reference/change/models/glock/17');
  await look('reference-take-back', '/reference/take-back/models/glock/17');
  await look('reference-changes', '/reference/changes');
  await look('reference-add-calibre', '/reference/add/calibres');
  await page.goto(`${address}/reference/add/makers`);
  await page.fill('#name', 'مصنع');
  await page.fill('#from', '1x');
  await page.fill('#why', 'Note 5/2026');
  await Promise.all([page.waitForEvent('load'), page.click('form.record button')]);
  await look('reference-refused');
  assert.equal(await page.inputValue('#name'), 'مصنع');
  return findings;
}

for (const [language, width] of [
  ['en', 1280],
  ['fr', 390],
  ['ar', 1280],
  ['ar', 390],
] as const)
  journey(
    `pages on which the reference tables are changed keep to what is asked, ${language}, ${width} px`,
    async (t, open) => {
      assert.deepEqual(await walk(t, open, language, width), []);
    },
  );
