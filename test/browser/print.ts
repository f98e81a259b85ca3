/**
 * A page on paper: what leads about the pages is gone, a demonstration says so, nothing is cut at the edge, and it can
 * be made into a document.
 */
import type { Page } from 'playwright-core';

const PAPER_WIDTH_PX = 690;

/** What is wrong on paper; the document is kept where a file is named. */
export async function listPrintFindings(page: Page, file: string | undefined): Promise<string[]> {
  const before = page.viewportSize();
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: PAPER_WIDTH_PX, height: 1000 });
  const findings = await page.evaluate(findOnPaper);
  const document = await page.pdf({ format: 'A4', ...(file === undefined ? {} : { path: file }) });
  const whole = document.subarray(0, 5).toString('latin1') === '%PDF-' && document.length > 2000;
  await page.emulateMedia({ media: null });
  if (before) await page.setViewportSize(before);
  return whole ? findings : [...findings, 'no document could be made for paper'];
}

/** Runs in the page as it would be printed. */
function findOnPaper(): string[] {
  const found: string[] = [];
  const seen = (selector: string): HTMLElement[] =>
    [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility());
  for (const one of seen('nav, button, [type=submit], .skip, [role=search]'))
    found.push(`on paper stands ${one.outerHTML.slice(0, 80)}`);
  if (document.body.classList.contains('demonstration')) {
    const [band] = seen('.band');
    const says = band?.innerText.trim() ?? '';
    const words = ['DEMONSTRATION', 'DÉMONSTRATION', 'عرض تجريبي'];
    if (!words.some((word) => says.includes(word)))
      found.push(`paper does not say that it is a demonstration: "${says}"`);
  }
  if (document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)
    found.push(
      `paper is cut: ${document.documentElement.scrollWidth} px of ${document.documentElement.clientWidth}`,
    );
  if (seen('main').length !== 1) found.push('the contents are not on paper');
  return found;
}
