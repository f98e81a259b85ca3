/** One visit to one page: who looks and for what, the words, the address, and links that keep a language that was asked for. */
import type { Person } from '../../acts/office.ts';
import type { Visitor } from '../../acts/read-session.ts';
import type { Words } from './words/words.ts';

export type Query = Readonly<Record<string, string>>;

export type Visit = {
  readonly words: Words;
  readonly path: string;
  readonly query: Query;
  readonly demonstration: boolean;
  /** Whoever is signed in, and under what posting; undefined before. */
  readonly signedIn: SignedIn | undefined;
};

export type SignedIn = {
  readonly token: string;
  readonly visitor: Visitor;
  /** What the person may do; undefined where he or she works under no posting. */
  readonly person: Person | undefined;
};

/** A visit of somebody who works under a posting. */
export type Working = Visit & { readonly person: Person; readonly purpose: string };

/** True where the visitor's role includes an act: what it does not include is not offered. */
export function offers(visit: Visit, act: string): boolean {
  const powers = visit.signedIn?.person?.role.powers;
  return powers !== undefined && Object.hasOwn(powers, act);
}

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
