/**
 * By keyboard alone: walks a page with the Tab key and tells what it does not reach, where the focus cannot be seen, and
 * what has no name to be read aloud.
 *
 * What could go wrong: a field of several parts (a date) keeps the focus for several presses. That is no trap; it is one
 * only where something else is never reached.
 */
import type { Page } from 'playwright-core';

/** Presses beyond the number of stops: parts of dates, and the way once around. */
const PARTS_MAX = 5;

type Stop = { readonly index: number; readonly problem?: string };

/** What the keyboard does not reach, does not show, or would read aloud without a name. */
export async function listKeyboardFindings(page: Page): Promise<string[]> {
  const stops = await page.evaluate(listStops);
  const findings = stops.filter(({ named }) => !named).map(({ says }) => `without a name: ${says}`);
  const reached = new Set<number>();
  const shown = new Set<number>();
  const hidden = new Map<number, string>();
  const dates = stops.filter(({ parts }) => parts).length;
  const presses = 2 * (stops.length + dates * PARTS_MAX) + 2;
  for (let press = 0; press < presses && reached.size < stops.length; press++) {
    await page.keyboard.press('Tab');
    const { index, problem } = await page.evaluate(lookAtFocus);
    if (index < 0) continue;
    reached.add(index);
    if (problem === undefined) shown.add(index);
    else hidden.set(index, `${problem}: ${stops[index]?.says}`);
  }
  const missed = stops
    .filter((_, index) => !reached.has(index))
    .map(({ says }) => `Tab never reaches ${says}`);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  // The button inside a date shows the focus on itself; it is enough that the field showed it before.
  const unseen = [...hidden].filter(([index]) => !shown.has(index)).map(([, says]) => says);
  return [...findings, ...unseen, ...missed];
}

/** Runs in the page: everything that should be reached, remembered there in the order of the page. */
function listStops(): { says: string; named: boolean; parts: boolean }[] {
  const modal = document.querySelector('dialog:modal');
  const all = (modal ?? document).querySelectorAll<HTMLElement>(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [contenteditable], [tabindex]',
  );
  const choices = new Set<string>();
  const stops = [...all].filter((element) => {
    if (element.matches(':disabled, [tabindex="-1"]') || element.closest('[inert]')) return false;
    if (!element.checkVisibility({ visibilityProperty: true })) return false;
    // One stop for all choices of a group: the one that is chosen, else the first.
    if (element instanceof HTMLInputElement && element.type === 'radio') {
      const group = [...document.getElementsByName(element.name)] as HTMLInputElement[];
      if (group.some((one) => one.checked) ? !element.checked : choices.has(element.name)) return false;
      choices.add(element.name);
    }
    return true;
  });
  (globalThis as { countermarkStops?: HTMLElement[] }).countermarkStops = stops;
  const textOf = (id: string): string => document.getElementById(id)?.textContent ?? '';
  return stops.map((stop) => {
    const labels = [...((stop as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
    const pictures = [...stop.querySelectorAll('img[alt], [aria-label]')].map(
      (one) => one.getAttribute('alt') ?? one.getAttribute('aria-label'),
    );
    const field = stop.matches('input, select, textarea');
    const button = stop.matches('input[type=submit], input[type=button], input[type=reset]');
    const names = [
      stop.getAttribute('aria-label'),
      ...(stop.getAttribute('aria-labelledby') ?? '').split(' ').map(textOf),
      ...labels,
      ...pictures,
      field ? '' : stop.textContent,
      button ? (stop as HTMLInputElement).value : '',
      stop.getAttribute('title'),
    ];
    return {
      says: stop.outerHTML.slice(0, 120),
      named: names.some((name) => (name ?? '').trim() !== ''),
      parts: stop.matches('[type=date], [type=time], [type=month], [type=week], [type=datetime-local]'),
    };
  });
}

/** Runs in the page: which of the stops has the focus, and whether somebody would see that. */
function lookAtFocus(): Stop {
  const stops = (globalThis as { countermarkStops?: HTMLElement[] }).countermarkStops ?? [];
  const focused = document.activeElement as HTMLElement | null;
  const index = focused === null ? -1 : stops.indexOf(focused);
  if (focused === null || index < 0) return { index: -1 };
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
  const shown = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none';
  if (!shown) return { index, problem: 'the focus cannot be seen' };
  // A link over two lines has a middle that is not its own.
  const [box = focused.getBoundingClientRect()] = focused.getClientRects();
  // Of what is taller than the screen a piece is seen, which may be its middle.
  const begins = box.height > innerHeight ? Math.max(box.top, 0) : box.top;
  const [x, y] = [box.left + box.width / 2, begins + Math.min(box.height / 2, 20)];
  const inside = x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight;
  if (box.width < 2 || box.height < 2 || !inside) return { index, problem: 'the focus is out of sight' };
  const top = document.elementFromPoint(x, y);
  const over = top === null || !(focused.contains(top) || top.contains(focused));
  return over ? { index, problem: 'the focus is covered' } : { index };
}
