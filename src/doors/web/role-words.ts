/** What roles are called on a page: those that every register begins with in the visitor's language, a State's own as it calls them. */
import type { Words } from './words/words.ts';

/** The name of a role for people. */
export function roleName(words: Words, role: string): string {
  return Object.hasOwn(words.roles, role) ? (words.roles[role] ?? role) : role.replaceAll('-', ' ');
}
