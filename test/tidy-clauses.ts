/**
 * Finds where code cites clauses: after the tag for clauses in a comment, in the list of clauses in the definition of
 * an act, in the clause of a refusal, and wherever a text is a clause and nothing else. Every clause cited must stand in instruments/; an act that no clause asks for
 * says "own". The number of a requirement ("A-02") may stand in the place of a clause.
 */
import { parseCitation } from './clause-ids.ts';
import type { Finding, Source } from './tidy-source.ts';

/** A text that is a clause of one of the instruments cited most, and nothing else. */
const WHOLE = /^(?:ITI|PoA|FP|ATT|R75|B7|SG22|RC2-[DPFT]|C11|EU555) (?:op|[IV]+\.)?\d[\d.]*(?:\(\w+\))*$/;

export type Citation = { readonly id: string; readonly path: string; readonly line: number };

const TAG = /@clause[ \t]+((?:[^\n*@]*,[ \t]*\n[ \t]*\*[ \t]*)*[^\n*@]+)/g;
const LIST = /\bclauses\s*:\s*(?:readonly\s*)?\[([^\]]*)\]|\bclause\s*:\s*(['"])/g;

/** Every clause a source cites, ranges opened, in canonical form. */
export function listCitations(source: Source): Citation[] {
  const cited: Citation[] = [];
  const add = (text: string, line: number): void => {
    for (const id of parseCitation(text)) cited.push({ id, path: source.path, line });
  };
  for (const comment of source.comments) {
    for (const match of comment.text.matchAll(TAG)) {
      const line = comment.line + comment.text.slice(0, match.index).split('\n').length - 1;
      for (const part of match[1]!.replace(/\n[ \t]*\*/g, ' ').split(/[,;]/)) {
        if (part.trim() !== '') add(part, line);
      }
    }
  }
  if (!source.path.startsWith('src/') || source.path.endsWith('.data.ts')) return cited;
  const named = new Set(source.strings.filter(({ text }) => WHOLE.test(text)));
  for (const match of source.code.matchAll(LIST)) {
    const end = match.index + match[0].length;
    for (const string of source.strings) {
      const inside = match[2] ? string.start === end : string.start > match.index && string.start < end;
      if (inside && string.text !== 'own') named.add(string);
    }
  }
  for (const { text, line } of named) add(text, line);
  return cited;
}

/** Citations of clauses that stand in no instrument. */
export function listUncitable(source: Source, known: ReadonlySet<string>): Finding[] {
  return listCitations(source)
    .filter(({ id }) => !known.has(id))
    .map(({ id, path, line }) => ({
      level: 'fail',
      rule: 'clause',
      path,
      line,
      says: `"${id}" is no clause of instruments/; write it as it stands there, or add it there`,
    }));
}
