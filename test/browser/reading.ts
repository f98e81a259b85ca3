/**
 * How a page reads: it fits its width, says nothing that is a name of the program instead of a word, leaves nothing in
 * another language than its own, and shows marks and numbers in their own order where the language runs from right to left.
 * What comes from outside stands in isolates (bdi, dir) and may be in any language.
 *
 * What could go wrong: an order that is right in the source and wrong on the screen. So order is judged by where the
 * characters were drawn.
 */
import type { Page } from 'playwright-core';

/** What does not read as it should. */
export async function listReadingFindings(page: Page): Promise<string[]> {
  const found = await Promise.all(
    [findOverflow, findBadWords, findTurned].map((find) => page.evaluate(find)),
  );
  return found.flat();
}

/** Runs in the page: what makes it wider than the screen. */
function findOverflow(): string[] {
  const { scrollWidth, clientWidth, dir } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const out = (one: Element): boolean => {
    const { left, right } = one.getBoundingClientRect();
    return dir === 'rtl' ? left < -1 : right > clientWidth + 1;
  };
  const widest = [...document.body.querySelectorAll('*')].find(
    (one) => out(one) && !one.closest('.scroll *'),
  );
  return [`scrolls sideways: ${scrollWidth} px of ${clientWidth}: ${widest?.outerHTML.slice(0, 120)}`];
}

/** Runs in the page: names of the program, missing words, and words that were not translated. */
function findBadWords(): string[] {
  const { lang, dir } = document.documentElement;
  const found: string[] = [];
  if ((lang === 'ar') !== (dir === 'rtl') || !['en', 'fr', 'ar'].includes(lang))
    found.push(`language "${lang}", direction "${dir}"`);
  const judge = (text: string, where: string): void => {
    const own = text.replace(/[\u2066-\u2068][^\u2069]*\u2069/g, ' ');
    const [bad] =
      /undefined|\[object|\bNaN\b|\bnull\b|=>|\$\{|Invalid Date/.exec(own) ??
      /\p{Ll}+(?:\p{Lu}\p{Ll}+)+|\b[a-z]+_[a-z_]+\b|\b[a-z]+(?:\.[a-z]+){2,}\b/u.exec(own) ??
      (lang === 'ar' ? /\p{Script=Latin}{2,}/u.exec(own) : null) ??
      [];
    if (bad !== undefined)
      found.push(`not a word of the page: "${bad}" in "${text.trim().slice(0, 80)}" (${where})`);
  };
  const OUTSIDE = 'bdi, [dir=ltr], [dir=auto], code, script, style, [lang]:not(html)';
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const parent = texts.currentNode.parentElement;
    if (parent && !parent.closest(OUTSIDE)) judge(texts.currentNode.nodeValue ?? '', parent.tagName);
  }
  for (const attribute of ['aria-label', 'title', 'placeholder', 'alt'])
    for (const one of document.querySelectorAll(`[${attribute}]`)) {
      const text = one.getAttribute(attribute) ?? '';
      if (text.trim() === '' && attribute !== 'alt')
        found.push(`empty ${attribute}: ${one.outerHTML.slice(0, 80)}`);
      judge(text, attribute);
    }
  for (const one of document.querySelectorAll('h1, h2, h3, th, dt, label, legend, button, option'))
    if ((one.textContent ?? '').trim() === '' && (one as HTMLOptionElement).value !== '')
      found.push(`empty ${one.tagName}: ${one.outerHTML.slice(0, 80)}`);
  if (!/\S/.test(document.title)) found.push('no title');
  return found;
}

/** Runs in the page: marks, numbers and measures that are drawn in another order than they are written. */
function findTurned(): string[] {
  if (document.documentElement.dir !== 'rtl') return [];
  const found: string[] = [];
  const boxOf = (node: Node, at: number): DOMRect => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return range.getBoundingClientRect();
  };
  type Place = readonly [node: Node, at: number];
  const judge = (first: Place, last: Place, text: string): void => {
    const [a, b] = [boxOf(...first), boxOf(...last)];
    const seen = a.width > 0 && b.width > 0 && Math.abs(a.top - b.top) < 2;
    if (seen && a.left > b.left) found.push(`drawn in the wrong order: "${text.slice(0, 60)}"`);
  };
  const walk = (root: Node): Text[] => {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (texts.nextNode())
      if (!texts.currentNode.parentElement?.closest('.aloud, script, style'))
        nodes.push(texts.currentNode as Text);
    return nodes;
  };
  for (const node of walk(document.body))
    for (const { 0: run, index } of node.data.matchAll(
      /[\p{Script=Latin}\d](?:[^\s\p{Script=Arabic}\p{Cf}،؛؟]*[\p{Script=Latin}\d])/gu,
    ))
      if (/\d/.test(run)) judge([node, index], [node, index + run.length - 1], run);
  for (const isolate of document.querySelectorAll('[dir=ltr]')) {
    const nodes = walk(isolate).filter((node) => node.data.trim() !== '');
    const [first, last] = [nodes[0], nodes.at(-1)];
    if (!first || !last || /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(isolate.textContent ?? '')) continue;
    judge(
      [first, first.data.search(/\S/)],
      [last, last.data.trimEnd().length - 1],
      isolate.textContent ?? '',
    );
  }
  return found;
}
