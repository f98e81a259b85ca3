/**
 * What a page costs on a slow link, asked for by a browser that keeps nothing of it yet: the document, the style sheet
 * and the scripts together, and the letters apart, in one weight for each face.
 */
import type { Page, Request } from 'playwright-core';

/** HTML, CSS and JavaScript together, as sent, with what stands before them. */
export const PAGE_BYTES_MAX = 60_000;
export const LETTERS_BYTES_MAX = 60_000;

/** What is too heavy about the page at this address. */
export async function listWireFindings(page: Page): Promise<string[]> {
  const browser = page.context().browser();
  if (browser === null) return [];
  const { lang, width } = await page.evaluate(() => ({
    lang: document.documentElement.lang,
    width: innerWidth,
  }));
  const context = await browser.newContext({
    storageState: await page.context().storageState(),
    locale: lang,
    viewport: { width, height: 900 },
  });
  try {
    const cold = await context.newPage();
    const asked: Request[] = [];
    cold.on('requestfinished', (request) => asked.push(request));
    await cold.goto(page.url(), { waitUntil: 'load' });
    await cold.evaluate(async () => {
      await document.fonts.ready;
    });
    const sizes = await Promise.all(
      asked.map(async (request) => ({ request, bytes: await bytesOf(request) })),
    );
    const sum = (...types: readonly string[]): number =>
      sizes
        .filter(({ request }) => types.includes(request.resourceType()))
        .reduce((total, { bytes }) => total + bytes, 0);
    const [own, letters] = [sum('document', 'stylesheet', 'script', 'fetch', 'xhr'), sum('font')];
    const weights = await cold.evaluate(listWeights);
    const strangers = asked.filter((request) => new URL(request.url()).origin !== new URL(page.url()).origin);
    return [
      ...(own > 0 && own <= PAGE_BYTES_MAX ? [] : [`${own} bytes of page; at most ${PAGE_BYTES_MAX}`]),
      ...(letters <= LETTERS_BYTES_MAX ? [] : [`${letters} bytes of letters; at most ${LETTERS_BYTES_MAX}`]),
      ...weights.filter(([, many]) => many.length > 1).map(([face, many]) => `${face} in ${many.join(', ')}`),
      ...strangers.map((request) => `asks another server: ${request.url()}`),
    ];
  } finally {
    await context.close();
  }
}

async function bytesOf(request: Request): Promise<number> {
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  return responseBodySize + responseHeadersSize;
}

/** Runs in the page: the weights in which each face was fetched. */
function listWeights(): [string, string[]][] {
  const weights = new Map<string, Set<string>>();
  for (const { family, weight, style, status } of document.fonts)
    if (status === 'loaded')
      weights.set(family, (weights.get(family) ?? new Set()).add(`${weight} ${style}`));
  return [...weights].map(([family, many]) => [family, [...many]]);
}
