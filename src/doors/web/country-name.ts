/**
 * What a State is called in the language of the page. The codes of invented States are no names of any language: runtimes use two
 * of them for tests of their own, and call them so.
 */
import type { Visit } from './visit.ts';

const INVENTED = /^X[A-Z]$/;

/** The name of a State by its two letters; the letters where it has none. */
export function countryName({ words }: Pick<Visit, 'words'>, code: string): string {
  if (INVENTED.test(code) && code !== 'XK') return code;
  return new Intl.DisplayNames([words.locale], { type: 'region', fallback: 'code' }).of(code) ?? code;
}
