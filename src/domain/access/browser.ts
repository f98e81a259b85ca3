/**
 * Roughly what kind of browser somebody signed in with, so that they know their own sessions apart: the family and the
 * system, in our own words. What the browser sent is kept nowhere: it would tell one person's device from another's.
 *
 * What could go wrong: browsers name one another in what they send. The names are looked for in the order in which each
 * names those that it is like.
 *
 * @clause J-02
 */

/** Named limit: characters that are looked at; what browsers send is shorter. */
const TOLD_LENGTH_MAX = 500;

const FAMILIES: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** The kind of browser, such as "Firefox, Windows"; empty where nothing known is told. */
export function browserKind(told: string | undefined): string {
  const text = (told ?? '').slice(0, TOLD_LENGTH_MAX);
  const of = (kinds: typeof FAMILIES): string[] =>
    kinds.flatMap(([sign, name]) => (sign.test(text) ? [name] : [])).slice(0, 1);
  return [...of(FAMILIES), ...of(SYSTEMS)].join(', ');
}
