/** One visit to one page: its words, its address, and links that keep a language that was asked for. */
import type { Words } from './words/words.ts';

export type Query = Readonly<Record<string, string>>;

export type Visit = {
  readonly words: Words;
  readonly path: string;
  readonly query: Query;
  readonly demonstration: boolean;
  /** A demonstration shows arms; a live home shows none until there is sign-in. */
  readonly shows: boolean;
};

/** An address inside these pages, with the language where it was chosen by hand. */
export function link(
  visit: Visit,
  path: string,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const wanted = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) wanted.set(name, value);
  if (visit.query.lang !== undefined && !wanted.has('lang')) wanted.set('lang', visit.words.language);
  const text = wanted.toString();
  return text ? `${path}?${text}` : path;
}
