/**
 * A real browser for the tests: the Chromium among the packages, which is the same everywhere and three times as quick as
 * one with windows, unpacked once beside the packages with the libraries and the face of letters that it brings; where it
 * does not start, that of the machine. One browser for each test file, a context of its own for each page that is opened, so no test sees the cookies or the cache of another.
 *
 * Where no browser can be had the journeys are left out, loudly; with COUNTERMARK_BROWSER=required they fail instead, and
 * with COUNTERMARK_BROWSER=packaged only the one among the packages is taken.
 *
 * What could go wrong: a folder that belongs to somebody else. One that is not ours alone is not used.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { type Browser, chromium, type LaunchOptions, type Page } from 'playwright-core';
import { unpackBrowser } from './unpack.ts';

/** A session that was opened beside the browser, and the address it is for; see people.ts. */
export type Session = { readonly token: string; readonly address: string };

export type Wish = {
  readonly language?: 'en' | 'fr' | 'ar';
  /** @unit pixels; 1280 and 390 are what every page is held to */
  readonly width?: number;
  readonly scripts?: boolean;
  readonly dark?: boolean;
  /** The cookies of a page that stands: whoever signed in there is signed in here. */
  readonly signedInAs?: Page;
  readonly session?: Session;
};

/** Opens a page in a context of its own, closed with the test. What went wrong in it fails the test at its end. */
export type Open = (wish?: Wish) => Promise<Page>;

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FOLDERS = ['/usr/bin', '/usr/local/bin', '/opt/google/chrome'];
const START_MS_MAX = 60_000;
const STEP_MS_MAX = 15_000;
const ARGS = ['--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'];

/** A test that walks with a browser; it gets a function that opens pages. */
export function journey(name: string, walk: (t: TestContext, open: Open) => Promise<void>): void {
  test(name, async (t) => {
    const browser = await sharedBrowser();
    if (typeof browser === 'string') return t.skip(browser);
    await walk(t, (wish) => openPage(t, browser, wish));
  });
}

let shared: Promise<Browser | string> | undefined;
after(async () => {
  const browser = await shared?.catch(() => undefined);
  if (typeof browser === 'object') await browser.close();
});

/** The browser of this test file, or the sentence on why there is none. */
function sharedBrowser(): Promise<Browser | string> {
  shared ??= startBrowser();
  return shared;
}

async function startBrowser(): Promise<Browser | string> {
  const wanted = process.env.COUNTERMARK_BROWSER;
  const failures: string[] = [];
  const packaged = await unpackBrowser(failures);
  const browser = packaged && (await launch(packaged, failures));
  if (browser) return browser;
  const own = FOLDERS.flatMap((folder) => NAMES.map((name) => path.join(folder, name))).filter(existsSync);
  for (const executablePath of wanted === 'packaged' ? [] : own) {
    const installed = await launch({ executablePath }, failures);
    if (installed) return installed;
  }
  const why =
    failures.length === 0 ? 'no Chromium is installed and none is among the packages' : failures.join('; ');
  const says = `NO PAGE WAS LOOKED AT: no browser could be started (${why}). Install chromium.`;
  if (wanted === 'required' || wanted === 'packaged') throw new Error(says);
  process.stderr.write(`${says}\n`);
  return says;
}

async function launch(options: LaunchOptions, failures: string[]): Promise<Browser | undefined> {
  try {
    // The pages are our own, and neither root nor a container can set up the sandbox of Chromium.
    return await chromium.launch({ ...options, args: ARGS, chromiumSandbox: false, timeout: START_MS_MAX });
  } catch (error) {
    const [first = ''] = String(error instanceof Error ? error.message : error).split('\n');
    failures.push(`${options.executablePath}: ${first}`);
    return undefined;
  }
}

async function openPage(t: TestContext, browser: Browser, wish: Wish = {}): Promise<Page> {
  const { language = 'en', width = 1280, scripts = true, dark = false, signedInAs, session } = wish;
  const state = signedInAs ? { storageState: await signedInAs.context().storageState() } : {};
  const context = await browser.newContext({
    ...state,
    locale: language,
    viewport: { width, height: width < 600 ? 844 : 900 },
    javaScriptEnabled: scripts,
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(STEP_MS_MAX);
  if (session)
    await context.addCookies([{ name: 'countermark-session', value: session.token, url: session.address }]);
  const page = await context.newPage();
  const wrong = watch(page);
  t.after(async () => {
    await context.close();
    if (wrong.length > 0) throw new Error(`The browser complained: ${wrong.join('; ')}`);
  });
  return page;
}

/** What goes wrong unseen: scripts that fail, what the policy forbids, and parts of a page that do not come. */
function watch(page: Page): string[] {
  const wrong: string[] = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => {
    // A part that does not come is told below with its address; a page that says 404 may be what was asked for.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      wrong.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document')
      wrong.push(`${response.status()} for ${response.url()}`);
  });
  page.on('dialog', (dialog) => {
    wrong.push(`a dialogue opened: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return wrong;
}
