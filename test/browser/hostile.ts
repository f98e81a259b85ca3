/**
 * What somebody might write into a field to make a page obey him: scripts, markup, and characters that turn the order of
 * what is read. A journey puts each into every text field, then asks whether the page showed it or obeyed it.
 */
import type { Page } from 'playwright-core';

/** Texts for every field; each holds a sign by which it is found again. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<script>alert(1)</script>ZQ1',
  '"><img src=x onerror=alert(1)>ZQ2',
  "'-alert(1)-' onfocus=alert(1) autofocus ZQ3",
  '</title></textarea></select><svg onload=alert(1)>ZQ4',
  'javascript:alert(1)//ZQ5',
  'مستودع \u202eZQ6 <b>كريم</b>',
  '\u2067\u2067ZQ7\u200f\u061c',
  '{{alert(1)}}&lt;script&gt;&#60;b&#62;ZQ8',
];

/** What of such texts a page obeyed. A script that ran opens a dialogue, which fails the test by itself. */
export async function listObeyed(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const one of document.querySelectorAll('*')) {
      for (const { name, value } of one.attributes)
        if (
          /^on/i.test(name) ||
          /^\s*(?:javascript|data|vbscript):/i.test(
            ['href', 'src', 'action', 'formaction'].includes(name) ? value : '',
          )
        )
          found.push(`obeyed: ${name}="${value.slice(0, 60)}"`);
      const own = one instanceof HTMLScriptElement && new URL(one.src || 'x:').origin === location.origin;
      if (
        (one instanceof HTMLScriptElement && !own) ||
        one.matches('iframe, object, embed, img[src=x], [onload]')
      )
        found.push(`obeyed: ${one.outerHTML.slice(0, 80)}`);
    }
    const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode.nodeValue ?? '';
      const opened = text.match(/[\u2066-\u2068]/g)?.length ?? 0;
      if (/[\u202a-\u202e\u200f\u061c]/.test(text) || opened !== (text.match(/\u2069/g)?.length ?? 0))
        found.push(`turns what is read: "${encodeURIComponent(text.trim().slice(0, 40))}"`);
    }
    return found;
  });
}
