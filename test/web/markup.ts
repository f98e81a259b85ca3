/**
 * Reading a page as a browser would, strictly enough to see what a text from outside made of it: tags and attributes that
 * are not ours, ways that lead elsewhere, signs that turn what is read. What it cannot read as one of our pages is told too.
 */

/** Texts that would break out of wherever they stand; each leaves a tag or an attribute by which it is seen. */
export const BREAKERS: readonly string[] = [
  '<script>zqRun()</script>',
  '"><zq-tag zq-attr=1 onerror=zqRun()>',
  "' zq-attr='1' onfocus='zqRun()' autofocus x='",
  '" zq-attr="1" onfocus="zqRun()" autofocus="',
  '</textarea></title></select></script></style><zq-tag>',
  '--><zq-tag><!--',
  'javascript:zqRun()//',
  'data:text/html,<zq-tag>',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of others, sent as it stands.
  '{{9041*11}}${9041*11}<%= 9041*11 %>#{9041*11}',
  '&lt;zq-tag&gt;&#60;zq-tag&#62;%3Czq-tag%3E\\u003czq-tag\\u003e',
  'مستودع \u202eZQ\u2067\u2066\u200f كريم',
  '\u0000\u0008\u001b[31m\ufeff\ufffe\u2028',
  'ab\r\nset-cookie: zq=1\r\n\r\n<zq-tag>',
  "'; drop table arm; --",
  "' or '1'='1' union select null --",
  '%_\\%\\_',
  '../../../../etc/passwd',
  '=cmd|calc!A1',
  '__proto__',
  'constructor',
];

const TAG = /<(\/?)([a-zA-Z][^\s/>]*)((?:\s+[^\s=>"'/]+(?:="[^"]*"|=[^\s"'>]+)?)*)\s*\/?>|<!doctype html>/gi;
const ATTRIBUTE = /([^\s=>"'/]+)(?:="([^"]*)"|=([^\s"'>]+))?/g;
const WAYS: ReadonlySet<string> = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'xlink:href',
  'srcdoc',
  'style',
]);
const OWN_WAY = /^(?:[/#](?!\/)|otpauth:\/\/totp\/)/;
const TURNS = /[\u202a-\u202e\u200e\u200f\u061c\u0000-\u0008\u000b\u000c\u000e-\u001f\u2028\ufeff]/;
const ELEMENTS: ReadonlySet<string> = new Set(
  `html head meta title link body header nav main footer section article aside div span p a h1 h2 h3 h4 ul ol li dl dt dd
   form label input textarea select option optgroup fieldset legend button datalist table caption thead tbody tfoot tr th td
   bdi bdo i b em strong small code pre time svg g path rect line circle polygon polyline text tspan defs use symbol pattern
   clipPath desc img figure figcaption details summary script hr br output abbr marker kbd canvas`
    .toLowerCase()
    .split(/\s+/),
);

/** What a page holds that is none of ours; empty where it is as it should be. */
export function listForeign(page: string): string[] {
  const found: string[] = [];
  // What stands in a field for several lines is text to the browser up to its end.
  const kept = page.replace(/(<textarea [^>]*>)[^<]*(?=<\/textarea>)/g, '$1');
  for (const [tag, closes, name, attributes = ''] of kept.matchAll(TAG)) {
    if (name === undefined) continue;
    if (!ELEMENTS.has(name.toLowerCase())) found.push(`element ${name}`);
    if (name === 'script' && !closes && !/ src="\/assets\/[^"]+"/.test(tag)) found.push(`script ${tag}`);
    for (const [, attribute = '', quoted, bare] of attributes.matchAll(ATTRIBUTE)) {
      const value = quoted ?? bare ?? '';
      if (/^on|^zq-|^srcdoc$|^style$/i.test(attribute)) found.push(`attribute ${attribute}`);
      if (WAYS.has(attribute.toLowerCase()) && !OWN_WAY.test(value))
        found.push(`way ${attribute}=${value.slice(0, 60)}`);
    }
  }
  const texts = kept.replace(TAG, ' ');
  if (/[<>]/.test(texts)) found.push(`open markup near "${/.{0,30}[<>].{0,30}/s.exec(texts)?.[0]}"`);
  const turned = TURNS.exec(texts);
  if (turned)
    found.push(
      `turns what is read: ${encodeURIComponent(texts.slice(turned.index - 10, turned.index + 10))}`,
    );
  if (page.includes(String(9041 * 11))) found.push('a template that was worked out');
  return found;
}
