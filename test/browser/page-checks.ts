/**
 * What every page is held to, whoever looks at it and however: no finding of axe, no sideways scrolling, all of it by
 * keyboard, numbers in reading order where the language runs from right to left, no missing word, few bytes on a slow
 * link, and paper. A journey calls `checkPage` on each page it stands on; all findings are told at once.
 *
 * With COUNTERMARK_SCREENSHOTS=<folder> each page is also kept as a picture and as paper, for people to look at.
 */
import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { listKeyboardFindings } from './keyboard.ts';
import { listPrintFindings } from './print.ts';
import { listReadingFindings } from './reading.ts';
import { listWireFindings } from './wire.ts';

export type Held = {
  /** False where the page is no answer to its address alone, such as one that answers a form. */
  readonly wire?: boolean;
  readonly print?: boolean;
};

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Fails with everything that the page does not keep to; `name` is what its picture is called. */
export async function checkPage(page: Page, name: string, held: Held = {}): Promise<void> {
  assert.deepEqual(await listFindings(page, name, held), []);
}

/** Everything that the page does not keep to, each with the name of the page before it. */
export async function listFindings(page: Page, name: string, held: Held = {}): Promise<string[]> {
  await page.locator('html[lang]').waitFor(); // A page that is on its way has no such element for a moment.
  const { language, width, scripts } = await page.evaluate(() => ({
    language: document.documentElement.lang,
    width: innerWidth,
    scripts: !matchMedia('(scripting: none)').matches,
  }));
  const called = [name, language, width, ...(scripts ? [] : ['no-script'])].join('-');
  await keepPicture(page, called);
  const findings = [
    ...(scripts && isDeep(language, width) ? await listAxeFindings(page) : []),
    ...(await listReadingFindings(page)),
    ...(isDeep(language, width) ? await listKeyboardFindings(page) : []),
    ...(held.wire === false ? [] : await listWireFindings(page)),
    ...(held.print === false ? [] : await listPrintFindings(page, pictureOf(`${called}.pdf`))),
  ];
  return findings.map((finding) => `${called}: ${finding}`);
}

/**
 * Axe and the keyboard take the longest, and find the same in a language at every width but for what is narrow: so they
 * look at English and French wide, at Arabic on a phone. With COUNTERMARK_PAGES=all they look at every page in every way,
 * which takes several times as long and is done before a release.
 */
function isDeep(language: string, width: number): boolean {
  return process.env.COUNTERMARK_PAGES === 'all' || width > 1000 === (language !== 'ar');
}

/** What axe finds against WCAG 2.2, levels A and AA. */
export async function listAxeFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ runOnly: TAGS, resultTypes: ['violations'], preload: false })
    .setLegacyMode() // The pages have no frames, so axe needs no second page to put results together.
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `axe ${id}: ${help}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

async function keepPicture(page: Page, called: string): Promise<void> {
  const file = pictureOf(`${called}.png`);
  if (file === undefined) return;
  await mkdir(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file, fullPage: true });
}

function pictureOf(name: string): string | undefined {
  const folder = process.env.COUNTERMARK_SCREENSHOTS;
  return folder === undefined ? undefined : path.join(folder, name);
}
