/**
 * Reads TypeScript files well enough to judge them: comments and the insides of strings are blanked out of `code`
 * (same length, same lines), and kept apart in `strings` and `comments`. The compiler in use offers no stable
 * interface for this, so a small reader of our own does it.
 *
 * What could go wrong: a regular expression taken for a division. A slash opens an expression only where a value
 * may begin and where it is closed on the same line; what is misread is one line, never the rest of the file.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Text = { readonly start: number; readonly line: number; readonly text: string };

export type Source = {
  /** Path from the root of the project, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly code: string;
  readonly strings: readonly Text[];
  readonly comments: readonly Text[];
  readonly lines: number;
};

/** What a check found: `fail` stops, `report` only tells. */
export type Finding = {
  readonly level: 'fail' | 'report';
  readonly rule: string;
  readonly path: string;
  readonly line: number;
  readonly says: string;
};

const FOLDERS = ['src', 'test', 'bench'];
const VALUE_MAY_BEGIN =
  /(?:^|[=(,:[!&|?{};+\-*%<>~^]|\b(?:return|typeof|case|in|of|void|delete|throw|new|yield|await))\s*$/;

/** Reads every TypeScript file under src, test and bench of a root folder. */
export function readSources(root: string): Source[] {
  const sources: Source[] = [];
  for (const folder of FOLDERS) {
    for (const path of listFiles(root, folder)) {
      if (path.endsWith('.ts')) sources.push(parseSource(path, readFileSync(join(root, path), 'utf8')));
    }
  }
  return sources.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Paths of all files under a folder of the root; none where the folder does not exist. */
export function listFiles(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replace(/^\/+/, ''));
  } catch {
    return [];
  }
}

/** True for a file of tests. */
export function isTest(path: string): boolean {
  return path.endsWith('.test.ts');
}

/** Splits a text into code, strings and comments. Never throws: what is not closed ends with the file. */
export function parseSource(path: string, text: string): Source {
  const code = text.split('');
  const strings: Text[] = [];
  const comments: Text[] = [];
  const starts = lineStarts(text);
  const blank = (from: number, to: number): void => {
    for (let i = from; i < to && i < code.length; i++) if (code[i] !== '\n') code[i] = ' ';
  };
  const keep = (list: Text[], from: number, to: number): void => {
    list.push({ start: from, line: lineAt(starts, from), text: text.slice(from, to) });
    blank(from, to);
  };
  /** Depth of braces at which each open template expression ends. */
  const templates: number[] = [];
  let depth = 0;
  let at = 0;
  while (at < text.length) {
    const two = text.slice(at, at + 2);
    const one = text[at]!;
    if (two === '//' || two === '/*') {
      const end = endOf(text, at + 2, two === '//' ? '\n' : '*/');
      keep(comments, at, end);
      at = end;
    } else if (one === "'" || one === '"') {
      const end = endOfQuoted(text, at + 1, one);
      keep(strings, at + 1, end);
      at = end + 1;
    } else if (one === '`' || (one === '}' && templates.at(-1) === depth)) {
      if (one === '}') templates.pop();
      const end = endOfTemplatePiece(text, at + 1);
      keep(strings, at + 1, end);
      if (text[end] === '$') templates.push(depth);
      at = end + (text[end] === '$' ? 2 : 1);
    } else if (one === '/' && VALUE_MAY_BEGIN.test(code.slice(Math.max(0, at - 40), at).join(''))) {
      const end = endOfExpression(text, at + 1);
      blank(at + 1, end);
      at = end + 1;
    } else {
      if (one === '{') depth++;
      if (one === '}') depth--;
      at++;
    }
  }
  return {
    path,
    text,
    code: code.join(''),
    strings,
    comments,
    lines: starts.length - (text.endsWith('\n') ? 1 : 0),
  };
}

/** The line, from 1, of a place in a source. */
export function lineOf(source: Source, place: number): number {
  return source.text.slice(0, place).split('\n').length;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) if (text[i] === '\n') starts.push(i + 1);
  return starts;
}

function lineAt(starts: readonly number[], place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

function endOf(text: string, from: number, mark: string): number {
  const found = text.indexOf(mark, from);
  if (found < 0) return text.length;
  return mark === '\n' ? found : found + mark.length;
}

function endOfQuoted(text: string, from: number, quote: string): number {
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === quote || text[i] === '\n') return i;
  }
  return text.length;
}

function endOfTemplatePiece(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '`' || (text[i] === '$' && text[i + 1] === '{')) return i;
  }
  return text.length;
}

/** The closing slash of a regular expression, or the opening place where the line ends first. */
function endOfExpression(text: string, from: number): number {
  let inClass = false;
  for (let i = from; i < text.length && text[i] !== '\n'; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '[') inClass = true;
    else if (text[i] === ']') inClass = false;
    else if (text[i] === '/' && !inClass) return i;
  }
  return from - 1;
}
