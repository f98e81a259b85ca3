/**
 * Finds the country a register's word means, as an ISO 3166-1 alpha-2 code. Names come from the runtime's own locale
 * data in seven languages, with the names people write beside them. An unknown word gives undefined: it stays as written.
 *
 * @clause ITI 8(a)
 */

import { fold, remember } from '../base/text.ts';
import { COUNTRY_ALIASES, COUNTRY_CODES, COUNTRY_LANGUAGES } from './countries.data.ts';

let names: ReadonlyMap<string, string> | undefined;

/** The ISO code of the country a text names, or undefined where it names none that is known. */
export const findCountry: (text: string) => string | undefined = remember(5_000, (text) => {
  if (text.length > 80) return undefined;
  names ??= buildNames();
  const folded = fold(text);
  return (
    names.get(folded) ??
    names.get(folded.replace(/^(?:made in|fabricado en|fabrique en|the|la|le|les|l) /, ''))
  );
});

function buildNames(): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const [code, aliases] of Object.entries(COUNTRY_ALIASES)) {
    for (const alias of aliases.split('|')) map.set(fold(alias), code);
  }
  const codes = COUNTRY_CODES.trim().split(' ');
  for (const language of COUNTRY_LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const both of codes) {
      const name = display.of(both.slice(0, 2));
      if (name !== undefined) setOnce(map, fold(name), both.slice(0, 2));
    }
  }
  for (const both of codes) {
    setOnce(map, fold(both.slice(0, 2)), both.slice(0, 2));
    setOnce(map, fold(both.slice(2)), both.slice(0, 2));
  }
  return map;
}

function setOnce(map: Map<string, string>, key: string, value: string): void {
  if (!map.has(key)) map.set(key, value);
}
