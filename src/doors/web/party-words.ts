/** What a party is called on a page: its name, or its kind where the name is a person's and stays outside. */
import { PARTY_KINDS, type PartyKind } from '../../domain/custody/party.ts';
import type { Words } from './words/words.ts';

/** The name of a party; persons and nameless parties are called by their kind. */
export function partyName(words: Words, names: ReadonlyMap<string, string>, id: string): string {
  const name = names.get(id);
  if (name === undefined) return words.unknown;
  return isKind(name) ? words.terms.partyKinds[name] : name;
}

function isKind(name: string): name is PartyKind {
  return (PARTY_KINDS as readonly string[]).includes(name);
}
